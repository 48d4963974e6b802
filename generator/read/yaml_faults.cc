#include "read/yaml_faults.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/rules.h"
#include "base/text.h"

namespace yaodian::yaml {
namespace {

// What the parser's message begins with, and what it means.
constexpr std::pair<std::string_view, Text> kWords[] = {
    {"illegal map value",
     {"“键: 值”不能写在这里。可能是缩进没有对齐，上一行缺冒号，或者文字里有冒号加空格而没有加引号",
      "no \"key: value\" can stand here: the indentation may be off, a colon missing on the line "
      "before, or a text with a colon and a space not quoted"}},
    {"illegal map key",
     {"这里不能写键。可能是缩进没有对齐，或者上一行缺冒号",
      "no key can stand here: the indentation may be off, or a colon missing on the line before"}},
    {"illegal block entry",
     {"列表项“- ”不能写在这里。可能是缩进没有对齐",
      "no list item \"- \" can stand here: the indentation may be off"}},
    {"illegal flow end", {"多了一个右括号", "a closing bracket too many"}},
    {"end of map flow not found",
     {"花括号没有配对，或者两项之间缺逗号", "a { is not closed, or a comma is missing"}},
    {"end of sequence flow not found",
     {"方括号没有配对，或者两项之间缺逗号", "a [ is not closed, or a comma is missing"}},
    {"end of map not found",
     {"这里读不成“键: 值”。可能是缩进没有对齐，或者引号后面还有文字",
      "this is no \"key: value\": the indentation may be off, or text follow a closed quote"}},
    {"end of sequence not found", {"列表项没有对齐", "the list items are not aligned"}},
    {"unknown token",
     {"文字不能以这个符号开头，要加引号", "a text that begins with this sign must be quoted"}},
    {"unexpected character in block scalar",
     {"以“>”或“|”开头的文字要加引号", "a text that begins with > or | must be quoted"}},
    {"unknown escape character",
     {"双引号里的反斜杠要写两遍，或者改用单引号",
      "double a backslash within double quotes, or use single quotes"}},
};

// What people type for a sign of YAML.
constexpr std::pair<std::string_view, std::string_view> kFullWidth[] = {
    {"，", ", "}, {"：", ": "}, {"【", "["}, {"】", "]"}, {"［", "["},
    {"］", "]"},  {"｛", "{"},  {"｝", "}"}, {"“", "\""}, {"”", "\""},
};

Argument in_words(const std::string& message) {
  for (const auto& [begin, words] : kWords) {
    if (message.starts_with(begin)) return words;
  }
  return message;
}

// The place of the quote that ends the quoted text which TEXT begins with, on the same line; npos
// if there is none.
size_t end_of_quote(std::string_view text) {
  const char quote = text.front();
  for (size_t at = 1; at < text.size() && text[at] != '\n'; ++at) {
    if (quote == '"' && text[at] == '\\')
      ++at;
    else if (text[at] == quote && quote == '\'' && text.substr(at + 1).starts_with('\''))
      ++at;
    else if (text[at] == quote)
      return at;
  }
  return text.npos;
}

// One line of a broken file.
class Line {
 public:
  Line(const Source& source, std::string_view line, uint32_t number, Diagnostics& diagnostics)
      : source_(source), line_(line), number_(number), diagnostics_(diagnostics) {}

  // Reports what is wrong with the line. Returns whether anything is.
  bool report() const {
    return report_indent() || report_dash() || report_colon() || report_quote();
  }

 private:
  Position position(size_t offset) const {
    return {&source_, number_,
            static_cast<uint32_t>(count_characters(line_.substr(0, offset)) + 1)};
  }

  size_t indent() const { return std::min(line_.find_first_not_of(' '), line_.size()); }

  bool report_indent() const {
    const std::string_view rest = line_.substr(indent());
    const bool tab = rest.starts_with('\t');
    if (!tab && !rest.starts_with("\u3000")) return false;
    diagnostics_.report(rule::bad_indent, position(indent()), "",
                        {tab ? Text{"制表符", "a tab"} : Text{"全角空格", "a full-width space"}});
    return true;
  }

  bool report_dash() const {
    const std::string_view rest = line_.substr(indent());
    if (!rest.starts_with("-[") && !rest.starts_with("-{")) return false;
    diagnostics_.report(rule::broken_yaml, position(indent()), rest.substr(0, 2),
                        {Text{"“-”后面缺少空格", "a space is missing after \"-\""}});
    return true;
  }

  bool report_colon() const {
    const size_t begin = indent() + (line_.substr(indent()).starts_with("- ") ? 2 : 0);
    const size_t colon = std::min(
        line_.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-0123456789", begin), line_.size());
    const std::string_view after = line_.substr(colon);
    if (colon == begin) return false;
    if (after.starts_with("：")) {
      diagnostics_.report(rule::full_width_syntax, position(colon), "：",
                          {std::string("："), std::string(": ")});
      return true;
    }
    if (after.size() < 2 || after[0] != ':' || after[1] == ' ' || after.starts_with("://"))
      return false;
    const std::string_view key = line_.substr(begin, colon + 1 - begin);
    diagnostics_.report(rule::missing_space, position(begin), key, {std::string(key)});
    return true;
  }

  // A quote opens where a value can begin: at the start, and after a space, bracket or comma that
  // no text stands before.
  bool report_quote() const {
    char before = ':';  // what stood last, other than spaces
    for (size_t at = indent(); at < line_.size(); ++at) {
      const char c = line_[at];
      if (c == ' ') continue;
      if (c == '#' && (at == 0 || line_[at - 1] == ' ')) return false;
      const bool begins = std::string_view(":-[{,").find(before) != std::string_view::npos;
      before = c;
      if (!begins || (c != '"' && c != '\'')) continue;
      const size_t end = end_of_quote(line_.substr(at));
      if (end == line_.npos) {
        diagnostics_.report(rule::unclosed_quote, position(at), "", {std::string(1, c)});
        return true;
      }
      at += end;
    }
    return false;
  }

  const Source& source_;
  std::string_view line_;
  uint32_t number_;
  Diagnostics& diagnostics_;
};

// Reports the last full-width sign before AT on its line, where brackets make signs out of such.
bool report_full_width(const Position& at, Diagnostics& diagnostics) {
  const std::string_view line = line_of(at.source->text, at.line);
  const std::string_view before = first_characters(line, at.column - 1);
  if (before.find_first_of("[{") == before.npos) return false;
  size_t last = before.npos;
  std::string_view sign, meant;
  for (const auto& [full, ascii] : kFullWidth) {
    const size_t found = before.rfind(full);
    if (found == before.npos || (last != before.npos && found < last)) continue;
    last = found, sign = full, meant = ascii;
  }
  if (last == before.npos) return false;
  Position place = at;
  place.column = static_cast<uint32_t>(count_characters(before.substr(0, last)) + 1);
  diagnostics.report(rule::full_width_syntax, place, sign, {std::string(sign), std::string(meant)});
  return true;
}

// The place of the last bracket of LINE that is not closed on it; npos if there is none.
size_t open_bracket(std::string_view line) {
  std::vector<size_t> open;
  char before = ':';  // what stood last, other than spaces
  for (size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == ' ') continue;
    if (c == '#' && at > 0 && line[at - 1] == ' ') break;
    const bool begins = std::string_view(":-[{,").find(before) != std::string_view::npos;
    before = c;
    if (begins && (c == '"' || c == '\'')) {
      const size_t end = end_of_quote(line.substr(at));
      if (end == line.npos) break;
      at += end;
    } else if (c == '[' || c == '{') {
      open.push_back(at);
    } else if ((c == ']' || c == '}') && !open.empty()) {
      open.pop_back();
    }
  }
  return open.empty() ? line.npos : open.back();
}

// Reports the first item of a list in brackets whose bracket is not closed before the next item.
bool report_open_bracket(const Source& source, const std::vector<std::string_view>& lines,
                         uint32_t first_line, Diagnostics& diagnostics) {
  constexpr Text kSquare{"这一行少了“]”", "a ] is missing on this line"};
  constexpr Text kCurly{"这一行少了“}”", "a } is missing on this line"};
  for (size_t at = 0; at < lines.size(); ++at) {
    const size_t indent = std::min(lines[at].find_first_not_of(' '), lines[at].size());
    const std::string_view item = lines[at].substr(indent);
    if (!item.starts_with("- [") && !item.starts_with("- {")) continue;
    const size_t bracket = open_bracket(lines[at]);
    if (bracket == item.npos) continue;
    const bool goes_on = at + 1 < lines.size() && lines[at + 1].find_first_not_of(" \r") > indent;
    if (goes_on && lines[at + 1].find_first_not_of(" \r") != item.npos) continue;
    const auto column = count_characters(lines[at].substr(0, bracket)) + 1;
    diagnostics.report(
        rule::broken_yaml,
        {&source, static_cast<uint32_t>(first_line + at), static_cast<uint32_t>(column)}, "",
        {lines[at][bracket] == '[' ? kSquare : kCurly});
    return true;
  }
  return false;
}

}  // namespace

bool quote_closes_on_line(std::string_view text) { return end_of_quote(text) != text.npos; }

void report_broken(const Source& source, std::string_view text, uint32_t first_line,
                   const Position& at, const std::string& message, Diagnostics& diagnostics) {
  bool explained = false;
  uint32_t number = first_line;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    explained |= Line(source, line, number++, diagnostics).report();
  }
  if (explained || report_full_width(at, diagnostics) ||
      report_open_bracket(source, split(text, '\n'), first_line, diagnostics))
    return;
  const bool alias = message.starts_with("alias not found") ||
                     message.starts_with("anchor not found") ||
                     message.starts_with("the referenced anchor");
  if (alias)
    diagnostics.report(rule::yaml_alias, at, "");
  else
    diagnostics.report(rule::broken_yaml, at, "", {in_words(message)});
}

}  // namespace yaodian::yaml
