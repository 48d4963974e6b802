#include "export/json.h"

#include <utility>

namespace yaodian {
namespace {

constexpr size_t kBroken = 2;  // levels that have a line for each member

void add_escaped(std::string& text, std::string_view more) {
  constexpr std::string_view kHex = "0123456789abcdef";
  text += '"';
  for (const char c : more) {
    if (c == '"' || c == '\\')
      text.append(1, '\\').append(1, c);
    else if (c == '\n')
      text += "\\n";
    else if (static_cast<unsigned char>(c) < ' ')
      text.append("\\u00").append(1, kHex[static_cast<size_t>(c >> 4)]).append(1, kHex[c & 15]);
    else
      text += c;
  }
  text += '"';
}

}  // namespace

void Json::break_line() {
  if (levels_.size() <= kBroken) text_.append("\n").append(2 * levels_.size(), ' ');
}

void Json::begin_value() {
  if (std::exchange(after_key_, false) || levels_.empty()) return;
  if (!std::exchange(levels_.back().empty, false)) text_ += levels_.size() > kBroken ? ", " : ",";
  break_line();
}

Json& Json::open(char bracket) {
  begin_value();
  text_ += bracket;
  levels_.push_back({bracket == '{' ? '}' : ']'});
  return *this;
}

Json& Json::close() {
  const Level level = levels_.back();
  const bool broken = levels_.size() <= kBroken && !level.empty;
  levels_.pop_back();
  if (broken) break_line();
  text_ += level.closing;
  return *this;
}

Json& Json::key(std::string_view name) {
  begin_value();
  add_escaped(text_, name);
  text_ += ": ";
  after_key_ = true;
  return *this;
}

Json& Json::text(std::string_view text) {
  begin_value();
  add_escaped(text_, text);
  return *this;
}

Json& Json::flag(bool flag) {
  begin_value();
  text_ += flag ? "true" : "false";
  return *this;
}

Json& Json::decimal(const std::optional<Decimal>& number) {
  if (number) return text(number->plain());
  begin_value();
  text_ += "null";
  return *this;
}

Json& Json::member(std::string_view name, std::string_view value) {
  key(name);
  return value.empty() ? decimal(std::nullopt) : text(value);
}

Json& Json::member(std::string_view name, const std::optional<Date>& date) {
  return member(name, date ? date->iso() : std::string());
}

std::string Json::take() { return std::move(text_ += '\n'); }

}  // namespace yaodian
