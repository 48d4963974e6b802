#include "base/diagnostic.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/text.h"

namespace yaodian {
namespace {

constexpr size_t kWindow = 96;  // cells of a content line that are shown

std::string_view argument_text(const Argument& argument, Language language) {
  if (const auto* text = std::get_if<std::string>(&argument)) return *text;
  return std::get<Text>(argument).in(language);
}

// TEXT as it may go to a terminal: a tab is a space, other characters that nobody sees
// are ␦.
std::string printable(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    const bool unseen = character == U'\n' || character == U'\r' || is_invisible(character);
    append_character(shown, character == U'\t' ? U' ' : unseen ? U'␦' : character);
  }
  return shown;
}

// The part of a line around COLUMN that fits on a terminal, and where the position stands in it.
struct Excerpt {
  std::string text;
  size_t indent = 0;     // cells before the position
  size_t underline = 1;  // cells under the position
};

// Takes the last character off TEXT, which must be UTF-8 and not empty.
char32_t take_last_character(std::string_view& text) {
  size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  std::string_view last = text.substr(begin);
  text.remove_suffix(text.size() - begin);
  return take_character(last);
}

// A character that takes no cell counts as one here: a line may hold nothing else.
size_t cells(char32_t character) { return std::max<size_t>(1, display_width(character)); }

// TEXT holds OFFSET. Only what is shown is looked at: a line may be very long.
Excerpt excerpt(std::string_view text, size_t offset, uint32_t length) {
  std::string_view before = text.substr(0, offset);
  for (size_t width = 0; !before.empty() && before.back() != '\n';) {
    std::string_view rest = before;
    width += cells(take_last_character(rest));
    if (width > kWindow / 2) break;
    before = rest;
  }
  const bool cut_front = !before.empty() && before.back() != '\n';
  const std::string front = printable(text.substr(before.size(), offset - before.size()));
  std::string_view after = text.substr(offset);
  for (size_t width = 0; width < kWindow / 2 && !after.empty() && after.front() != '\n';)
    width += cells(take_character(after));
  std::string_view shown = text.substr(offset, text.size() - after.size() - offset);
  const bool cut_back =
      !after.empty() && after.front() != '\n' && after != "\r" && !after.starts_with("\r\n");
  if (!cut_back && shown.ends_with('\r')) shown.remove_suffix(1);

  Excerpt excerpt;
  excerpt.text = (cut_front ? "…" : "") + front + printable(shown) + (cut_back ? "…" : "");
  excerpt.indent = display_width(front) + (cut_front ? 1 : 0);
  excerpt.underline =
      std::max<size_t>(1, display_width(printable(first_characters(shown, length))));
  return excerpt;
}

// TEXT, or its beginning where it is too long.
std::string cut(std::string text) {
  if (text.size() <= kLongestArgument) return text;
  const std::string_view beginning = first_characters(text, kLongestArgument);
  return beginning.size() == text.size() ? text : std::string(beginning) + "…";
}

std::string suggestion_text(const std::vector<std::string>& names, Language language) {
  std::string text;
  for (const std::string& name : names) {
    if (!text.empty()) text += language == Language::zh ? "、" : ", ";
    text += language == Language::zh ? "“" + name + "”" : "\"" + name + "\"";
  }
  if (text.empty()) return {};
  return language == Language::zh ? "最接近的是" + text + "。" : "did you mean " + text + "? ";
}

auto order(const Diagnostic& diagnostic) {
  static const std::string kNowhere;
  const Position& at = diagnostic.position;
  return std::make_tuple(std::string_view(at.known() ? at.source->path : kNowhere), at.line,
                         at.column, diagnostic.rule->id);
}

}  // namespace

void Diagnostics::report(const Rule& rule, const Position& position, std::string_view underlined,
                         std::vector<Argument> arguments, std::vector<std::string> suggestions) {
  const size_t length =
      count_characters(first_characters(underlined.substr(0, underlined.find('\n')), kWindow));
  for (Argument& argument : arguments) {
    if (auto* text = std::get_if<std::string>(&argument)) *text = cut(std::move(*text));
  }
  all_.push_back({&rule, position, static_cast<uint32_t>(std::max<size_t>(1, length)),
                  std::move(arguments), std::move(suggestions)});
  if (rule.severity == Severity::error) ++errors_;
}

std::vector<std::string> Diagnostics::suggest(std::string_view name,
                                              const std::vector<std::string>& names) {
  constexpr size_t kMost = 20;
  return suggested_++ < kMost ? nearest(name, names) : std::vector<std::string>();
}

void Diagnostics::take(Diagnostic one) {
  if (one.rule->severity == Severity::error) ++errors_;
  all_.push_back(std::move(one));
}

void Diagnostics::take(Diagnostics&& other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
  errors_ += other.errors_;
  other = {};
}

void Diagnostics::sort() {
  std::stable_sort(all_.begin(), all_.end(),
                   [](const auto& a, const auto& b) { return order(a) < order(b); });
  std::set<std::pair<decltype(order(all_.front())), std::string>> seen;
  std::erase_if(all_, [&](const Diagnostic& one) {
    return !seen.emplace(order(one), fill_in(one.rule->message.zh, one.arguments, Language::zh))
                .second;
  });
  errors_ = static_cast<size_t>(std::count_if(all_.begin(), all_.end(), [](const auto& one) {
    return one.rule->severity == Severity::error;
  }));
}

std::string fill_in(std::string_view text, const std::vector<Argument>& arguments,
                    Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const Argument& argument : arguments)
    store.push_back(printable(argument_text(argument, language)));
  return fmt::vformat(fmt::string_view(text.data(), text.size()), store);
}

size_t Finder::offset(const Position& position) {
  if (position.source != source_ || position.line < line_ ||
      (position.line == line_ && position.column < column_))
    source_ = position.source, line_ = 1, column_ = 1, offset_ = 0;
  const std::string_view text = source_->text;
  for (; line_ < position.line; ++line_, column_ = 1) {
    const size_t end = text.find('\n', offset_);
    if (end == text.npos) return text.size();
    offset_ = end + 1;
  }
  std::string_view rest = text.substr(offset_);
  for (; column_ < position.column && !rest.empty() && rest.front() != '\n'; ++column_)
    take_character(rest);
  return offset_ = text.size() - rest.size();
}

std::string format(const Diagnostic& diagnostic, Language language, bool colour) {
  Finder finder;
  return format(diagnostic, language, colour, finder);
}

std::string format(const Diagnostic& diagnostic, Language language, bool colour, Finder& finder) {
  const auto paint = [&](std::string_view code, std::string_view text) {
    return colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
  };
  const Rule& rule = *diagnostic.rule;
  const Position& at = diagnostic.position;
  const bool error = rule.severity == Severity::error;
  std::string out;
  if (at.known()) {
    const std::string place = at.line == 0
                                  ? at.source->path
                                  : fmt::format("{}:{}:{}", at.source->path, at.line, at.column);
    out += paint("1", printable(place)) + ": ";
  }
  const std::string_view word =
      language == Language::zh ? (error ? "错误" : "提醒") : (error ? "error" : "warning");
  out += paint(error ? "1;31" : "1;33", word) + fmt::format(" [{}] ", rule.id);
  out += fill_in(rule.message.in(language), diagnostic.arguments, language) + "\n";
  if (at.known() && at.line > 0) {
    const Excerpt shown = excerpt(at.source->text, finder.offset(at), diagnostic.length);
    out += fmt::format("{:>6} | {}\n", at.line, shown.text);
    out += fmt::format("{:>6} | {}{}\n", "", std::string(shown.indent, ' '),
                       paint("1;31", std::string(shown.underline, '^')));
  }
  const std::string hint = suggestion_text(diagnostic.suggestions, language) +
                           fill_in(rule.hint.in(language), diagnostic.arguments, language);
  if (!hint.empty())
    out += fmt::format("{:>6}   {}{}\n", "", language == Language::zh ? "提示：" : "hint: ", hint);
  return out;
}

}  // namespace yaodian
