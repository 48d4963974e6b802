#include "render/icalendar.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace yaodian {
namespace {

constexpr size_t kLineOctets = 75;  // without the line break (RFC 5545, 3.1)

// Ends the content line that begins at BEGIN of OUT. A long one goes on after a line break and a
// space, which counts as an octet.
void end_line(std::string& out, size_t begin) {
  constexpr std::string_view kGoesOn = "\r\n ";
  const auto continues = [](char byte) { return (byte & 0xC0) == 0x80; };  // a character
  while (out.size() - begin > kLineOctets) {
    size_t end = begin + kLineOctets;
    while (end > begin + 1 && continues(out[end])) --end;
    out.insert(end, kGoesOn);
    begin = end + kGoesOn.size() - 1;  // at the space
  }
  out += "\r\n";
}

// Adds the content line of the parts of LINE.
void add_line(std::string& out, std::initializer_list<std::string_view> line) {
  const size_t begin = out.size();
  for (const std::string_view part : line) out += part;
  end_line(out, begin);
}

bool is_line_break(char32_t character) {
  return character == U'\n' || character == U'\r' || character == U'\u0085' ||
         character == U'\u2028' || character == U'\u2029';
}

bool is_control(char32_t character) {
  return (character < 0x20 && character != U'\t') || (character >= 0x7F && character < 0xA0);
}

// True for a byte that a value of the type TEXT (3.3.11) may not have as it is, or that begins a
// character of which that is so.
bool is_special(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code < 0x20 || code == 0x7F || code == 0xC2 || code == 0xE2 || byte == '\\' ||
         byte == ';' || byte == ',';
}

// Adds the first character of TEXT, which is UTF-8, as a value of the type TEXT has it.
void add_special(std::string& out, std::string_view& text) {
  const char32_t character = take_character(text);
  if (character == U'\r' && text.starts_with('\n')) return;  // the \n stands for both
  if (is_line_break(character)) {
    out += "\\n";
  } else if (!is_control(character)) {
    if (character == U'\\' || character == U';' || character == U',') out += '\\';
    append_character(out, character);
  }
}

// Adds the content line NAME with TEXT as a value of the type TEXT.
void add_text(std::string& out, std::string_view name, std::string_view text) {
  const size_t begin = out.size();
  out += name;
  const bool valid = !find_invalid_utf8(text);
  while (!text.empty()) {
    const auto special = valid ? std::find_if(text.begin(), text.end(), is_special) : text.begin();
    out.append(text.begin(), special);
    text.remove_prefix(static_cast<size_t>(special - text.begin()));
    if (!text.empty()) add_special(out, text);
  }
  end_line(out, begin);
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
  add_line(out, {"BEGIN:VEVENT"});
  add_text(out, "UID:", event.uid);
  add_line(out, {"DTSTAMP:", basic_form(stamp), "T000000Z"});
  add_line(out, {"DTSTART;VALUE=DATE:", basic_form(event.day)});
  add_line(out, {"DTEND;VALUE=DATE:", basic_form(Date{event.day.days + 1})});  // not part of it
  add_text(out, "SUMMARY:", event.summary);
  if (!event.description.empty()) add_text(out, "DESCRIPTION:", event.description);
  if (!event.url.empty()) add_line(out, {"URL;VALUE=URI:", encoded(event.url)});
  add_line(out, {"TRANSP:TRANSPARENT"});
  add_line(out, {"END:VEVENT"});
}

// The component of a calendar that has no events.
void add_time_zone(std::string& out) {
  for (const std::string_view line :
       {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"})
    add_line(out, {line});
}

}  // namespace

std::string icalendar(const CalendarFile& file) {
  std::string out;
  add_line(out, {"BEGIN:VCALENDAR"});
  add_line(out, {"VERSION:2.0"});
  add_line(out, {"PRODID:-//Yaodian//Yaodian//ZH"});
  add_line(out, {"CALSCALE:GREGORIAN"});
  add_text(out, "NAME:", file.name);          // RFC 7986
  add_text(out, "X-WR-CALNAME:", file.name);  // what most programs read
  for (const CalendarEvent& event : file.events) add_event(out, event, file.stamp);
  if (file.events.empty()) add_time_zone(out);
  add_line(out, {"END:VCALENDAR"});
  return out;
}

}  // namespace yaodian
