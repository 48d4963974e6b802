#include "render/icalendar.h"

#include <string_view>

#include "base/text.h"

namespace yaodian {
namespace {

constexpr size_t kLineOctets = 75;  // without the line break (RFC 5545, 3.1)

// Adds a content line. It goes on after a line break and a space, which counts as an octet.
void add_line(std::string& out, std::string_view line) {
  size_t octets = 0;
  while (!line.empty()) {
    std::string_view rest = line;
    take_character(rest);
    const size_t size = line.size() - rest.size();
    if (octets + size > kLineOctets) {
      out += "\r\n ";
      octets = 1;
    }
    out += line.substr(0, size);
    octets += size;
    line = rest;
  }
  out += "\r\n";
}

bool is_line_break(char32_t character) {
  return character == U'\n' || character == U'\r' || character == U'\u0085' ||
         character == U'\u2028' || character == U'\u2029';
}

bool is_control(char32_t character) {
  return (character < 0x20 && character != U'\t') || (character >= 0x7F && character < 0xA0);
}

// TEXT as a value of the type TEXT (3.3.11).
std::string escaped(std::string_view text) {
  std::string value;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    if (character == U'\r' && text.starts_with('\n')) continue;  // the \n stands for both
    if (is_line_break(character)) {
      value += "\\n";
    } else if (!is_control(character)) {
      if (character == U'\\' || character == U';' || character == U',') value += '\\';
      append_character(value, character);
    }
  }
  return value;
}

// The reserved and unreserved characters of RFC 3986, and the percent sign.
bool is_uri_character(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') ||
         std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(byte) != std::string_view::npos;
}

// URL as a value of the type URI (3.3.13), which is not escaped as text is.
std::string encoded(std::string_view url) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string value;
  for (const char byte : url) {
    const auto code = static_cast<unsigned char>(byte);
    if (is_uri_character(byte))
      value += byte;
    else
      value.append({'%', kDigits[code >> 4], kDigits[code & 0xF]});
  }
  return value;
}

// "20180430" (3.3.4).
std::string basic_form(Date day) {
  std::string text = day.iso();
  std::erase(text, '-');
  return text;
}

void add_event(std::string& out, const CalendarEvent& event, Date stamp) {
  add_line(out, "BEGIN:VEVENT");
  add_line(out, "UID:" + escaped(event.uid));
  add_line(out, "DTSTAMP:" + basic_form(stamp) + "T000000Z");
  add_line(out, "DTSTART;VALUE=DATE:" + basic_form(event.day));
  add_line(out, "DTEND;VALUE=DATE:" + basic_form(Date{event.day.days + 1}));  // not part of it
  add_line(out, "SUMMARY:" + escaped(event.summary));
  if (!event.description.empty()) add_line(out, "DESCRIPTION:" + escaped(event.description));
  if (!event.url.empty()) add_line(out, "URL;VALUE=URI:" + encoded(event.url));
  add_line(out, "TRANSP:TRANSPARENT");
  add_line(out, "END:VEVENT");
}

// The component of a calendar that has no events.
void add_time_zone(std::string& out) {
  for (const std::string_view line :
       {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"})
    add_line(out, line);
}

}  // namespace

std::string icalendar(const CalendarFile& file) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//Yaodian//Yaodian//ZH");
  add_line(out, "CALSCALE:GREGORIAN");
  add_line(out, "NAME:" + escaped(file.name));          // RFC 7986
  add_line(out, "X-WR-CALNAME:" + escaped(file.name));  // what most programs read
  for (const CalendarEvent& event : file.events) add_event(out, event, file.stamp);
  if (file.events.empty()) add_time_zone(out);
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace yaodian
