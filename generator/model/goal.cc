#include "model/goal.h"

#include <utility>

#include "base/text.h"

namespace yaodian {
namespace {

constexpr std::pair<std::string_view, Goal::Sense> kSenses[] = {
    {">=", Goal::Sense::at_least}, {"≥", Goal::Sense::at_least}, {"<=", Goal::Sense::at_most},
    {"≤", Goal::Sense::at_most},   {"=", Goal::Sense::exactly},
};

Goal::Sense take_sign(std::string_view& text) {
  for (const auto& [sign, sense] : kSenses) {
    if (!text.starts_with(sign)) continue;
    text = trim(text.substr(sign.size()));
    return sense;
  }
  return Goal::Sense::exactly;
}

constexpr std::string_view kDashes[] = {"-", "–", "—", "至", "~"};

// Takes a dash and the spaces around it.
bool take_dash(std::string_view& text) {
  const std::string_view rest = trim(text);
  for (const std::string_view dash : kDashes) {
    if (!rest.starts_with(dash)) continue;
    text = trim(rest.substr(dash.size()));
    return true;
  }
  return false;
}

// Takes the number that TEXT begins with.
std::optional<Figure> take_figure(std::string_view& text) {
  const std::vector<Figure> figures = find_stated_figures(text);
  if (figures.empty() || figures.front().offset != 0) return std::nullopt;
  text.remove_prefix(figures.front().length);
  return figures.front();
}

// The word that FIGURE, as it is written, ends in: "万", "亿" or "".
std::string_view magnitude_of(std::string_view figure) {
  for (const std::string_view word : {"万", "亿"})
    if (figure.ends_with(word)) return word;
  return "";
}

// FIGURE with its thousands separated; 万 and 亿 stay as they were written.
std::string shown(std::string_view figure) {
  const auto number = Decimal::parse(figure);
  return !magnitude_of(figure).empty() || !number ? std::string(figure) : number->grouped();
}

bool has_digit(std::string_view text) {
  while (!text.empty()) {
    const char32_t character = take_character(text);
    if ((character >= U'0' && character <= U'9') || (character >= U'０' && character <= U'９'))
      return true;
  }
  return false;
}

// "88%以上" says more than a unit of count: its sense belongs into the sign. Neither is one what
// begins with a sign of a number, or has digits, the rest of a number that is out of range.
bool is_count(std::string_view text) {
  if (has_digit(text)) return false;
  constexpr std::u32string_view kSigns = U"-–—~−+=<>≥≤≠,，.．、;；:：'\"";
  std::string_view rest = text;
  if (!rest.empty() && kSigns.find(take_character(rest)) != kSigns.npos) return false;
  for (const std::string_view sense : {"以上", "以下", "以内", "以外", "左右", "不"}) {
    if (text.find(sense) != text.npos) return false;
  }
  const bool rate = text.starts_with('%') || text.starts_with("‰");
  return count_characters(text) <= (rate ? 1 : 8);
}

}  // namespace

bool Goal::met_by(Decimal value) const { return shortfall(value).is_zero(); }

std::optional<Decimal> Goal::least() const {
  return sense == Sense::at_most ? std::nullopt : std::optional(low);
}

std::optional<Decimal> Goal::greatest() const {
  return sense == Sense::at_least ? std::nullopt : std::optional(high);
}

Decimal Goal::shortfall(Decimal value) const {
  if (const auto bound = least(); bound && value < *bound) return *bound - value;
  if (const auto bound = greatest(); bound && value > *bound) return value - *bound;
  return 0;
}

bool Goal::names(Decimal value) const { return value == low || value == high; }

std::string_view Goal::sign() const {
  return sense == Sense::at_least ? "≥" : sense == Sense::at_most ? "≤" : "";
}

std::string Goal::text() const {
  if (sense == Sense::at_most && count == "日") return figure + "日前";
  return std::string(sign()) + (sign().empty() ? "" : " ") + figure + count;
}

bool is_rate(std::string_view count) { return count == "%" || count == "‰"; }

std::vector<Figure> find_stated_figures(std::string_view text) {
  std::vector<Figure> figures = find_figures(text);
  for (size_t at = 0; at + 1 < figures.size(); ++at) {
    Figure& low = figures[at];
    const Figure& high = figures[at + 1];
    const std::string_view low_text = text.substr(low.offset, low.length);
    const std::string_view magnitude = magnitude_of(text.substr(high.offset, high.length));
    std::string_view between = text.substr(0, high.offset).substr(low.offset + low.length);
    if (!take_dash(between) || !between.empty() || !magnitude_of(low_text).empty()) continue;
    const auto value = Decimal::parse(std::string(low_text).append(magnitude));
    if (value && *value < high.value) low.value = *value;
  }
  return figures;
}

std::optional<Goal> parse_goal(std::string_view text) {
  text = trim(text);
  Goal goal;
  goal.sense = take_sign(text);
  std::string_view rest = text;
  const auto low = take_figure(rest);
  if (!low) return std::nullopt;
  goal.low = goal.high = low->value;
  goal.figure = shown(text.substr(0, low->length));
  if (take_dash(rest)) {
    const std::string_view second = rest;
    const auto high = take_figure(rest);
    if (!high || goal.sense != Goal::Sense::exactly || high->value <= low->value)
      return std::nullopt;
    goal.sense = Goal::Sense::between;
    goal.high = high->value;
    goal.figure += "–" + shown(second.substr(0, high->length));
  }
  goal.count = trim(rest);
  if (goal.count == "％") goal.count = "%";
  if (!is_count(goal.count)) return std::nullopt;
  return goal;
}

std::optional<Goal> parse_figure(std::string_view text) {
  if (trim(text).starts_with('=')) return std::nullopt;
  auto figure = parse_goal(text);
  return figure && figure->sense == Goal::Sense::exactly ? figure : std::nullopt;
}

}  // namespace yaodian
