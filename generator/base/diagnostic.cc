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

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

// TEXT as it may go to a terminal: a tab is a space, other control characters and direction marks
// are ␦.
std::string printable(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    append_character(shown, character == U'\t' ? U' ' : is_control(character) ? U'␦' : character);
  }
  return shown;
}

// The part of a line around COLUMN that fits on a terminal, and where the position stands in it.
struct Excerpt {
  std::string text;
  size_t indent = 0;     // cells before the position
  size_t underline = 1;  // cells under the position
};

Excerpt excerpt(std::string_view line, uint32_t column, uint32_t length) {
  std::string_view before = first_characters(line, column - 1);
  std::string_view from = line.substr(before.size());
  const bool cut_front = display_width(before) > kWindow / 2;
  for (size_t width = display_width(before); width > kWindow / 2;)
    width -= display_width(take_character(before));
  std::string_view after = from;
  size_t width = 0;
  while (!after.empty() && width < kWindow / 2)
    width += std::max<size_t>(1, display_width(take_character(after)));
  const std::string_view shown = from.substr(0, from.size() - after.size());

  Excerpt excerpt;
  excerpt.text =
      (cut_front ? "…" : "") + printable(before) + printable(shown) + (after.empty() ? "" : "…");
  excerpt.indent = display_width(printable(before)) + (cut_front ? 1 : 0);
  excerpt.underline =
      std::max<size_t>(1, display_width(printable(first_characters(shown, length))));
  return excerpt;
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
  const size_t length = count_characters(underlined.substr(0, underlined.find('\n')));
  all_.push_back({&rule, position, static_cast<uint32_t>(std::max<size_t>(1, length)),
                  std::move(arguments), std::move(suggestions)});
  if (rule.severity == Severity::error) ++errors_;
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

std::string format(const Diagnostic& diagnostic, Language language, bool colour) {
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
    const Excerpt shown = excerpt(line_of(at.source->text, at.line), at.column, diagnostic.length);
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
