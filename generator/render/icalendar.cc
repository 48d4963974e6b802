#include "render/icalendar.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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

// The bytes that a value of the type TEXT (3.3.11) may not have as they are, and those that begin a
// character of which that is so.
constexpr auto kSpecial = [] {
  std::array<bool, 256> special{};
  for (size_t code = 0; code < 0x20; ++code) special[code] = true;
  for (const unsigned char code : {0x7F, 0xC2, 0xE2, int{'\\'}, int{';'}, int{','}})
    special[code] = true;
  return special;
}();

bool is_special(char byte) { return kSpecial[static_cast<unsigned char>(byte)]; }

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

// The component of a calendar that has no events.
void add_time_zone(std::string& out) {
  for (const std::string_view line :
       {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"})
    add_line(out, {line});
}

}  // namespace

EventDetails::EventDetails(Date day, Date stamp, std::string_view description,
                           std::string_view url) {
  add_line(days_, {"DTSTAMP:", basic_form(stamp), "T000000Z"});
  add_line(days_, {"DTSTART;VALUE=DATE:", basic_form(day)});
  add_line(days_, {"DTEND;VALUE=DATE:", basic_form(Date{day.days + 1})});  // not part of it
  if (!description.empty()) add_text(rest_, "DESCRIPTION:", description);
  if (!url.empty()) add_line(rest_, {"URL;VALUE=URI:", encoded(url)});
  add_line(rest_, {"TRANSP:TRANSPARENT"});
  add_line(rest_, {"END:VEVENT"});
}

Calendar::Calendar(std::string_view name, std::string room) : text_(std::move(room)) {
  text_.clear();
  add_line(text_, {"BEGIN:VCALENDAR"});
  add_line(text_, {"VERSION:2.0"});
  add_line(text_, {"PRODID:-//Yaodian//Yaodian//ZH"});
  add_line(text_, {"CALSCALE:GREGORIAN"});
  add_text(text_, "NAME:", name);          // RFC 7986
  add_text(text_, "X-WR-CALNAME:", name);  // what most programs read
}

void Calendar::add(std::string_view uid, std::string_view summary, const EventDetails& details) {
  is_empty_ = false;
  add_line(text_, {"BEGIN:VEVENT"});
  add_text(text_, "UID:", uid);
  text_ += details.days_;
  add_text(text_, "SUMMARY:", summary);
  text_ += details.rest_;
}

std::string Calendar::finish() {
  if (is_empty_) add_time_zone(text_);
  add_line(text_, {"END:VCALENDAR"});
  return std::move(text_);
}

}  // namespace yaodian
