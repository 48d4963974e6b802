#include "model/claim.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace yaodian {
namespace {

using Kind = FigureReference::Kind;

// A kind of reference: its name, and how many parts it may have.
struct Form {
  std::string_view name;
  Kind kind;
  size_t least;
  size_t most;
};

constexpr std::array<Form, 6> kForms = {{
    {"total", Kind::total, 2, 2},
    {"average", Kind::average, 2, 2},
    {"count", Kind::count, 1, 2},
    {"cell", Kind::cell, 3, 3},
    {"target", Kind::target, 1, 1},
    {"report", Kind::report, 2, 4},
}};

bool ends_in_magnitude(std::string_view text) {
  return text.ends_with("万") || text.ends_with("亿");
}

}  // namespace

Rational worth_of(std::string_view count) {
  if (count.starts_with("万")) return 10'000;
  if (count.starts_with("亿")) return 100'000'000;
  if (count == "%") return *divide(Rational(1), Rational(100));
  if (count == "‰") return *divide(Rational(1), Rational(1000));
  return 1;
}

std::optional<Rational> in_count(Decimal number, std::string_view from, std::string_view to) {
  const auto worth = multiply(Rational(number), worth_of(from));
  return worth ? divide(*worth, worth_of(to)) : std::nullopt;
}

std::string_view without_magnitude(std::string_view count) {
  const bool magnitude = count.starts_with("万") || count.starts_with("亿");
  return magnitude ? count.substr(std::string_view("万").size()) : count;
}

std::optional<StatedFigure> parse_stated(std::string_view text) {
  text = trim(text);
  const bool negative = text.starts_with('-') || text.starts_with("−");
  if (negative) text = trim(text.substr(text.starts_with('-') ? 1 : std::string_view("−").size()));
  const auto figure = parse_figure(text);
  const std::vector<Figure> numbers = find_figures(text);
  if (!figure || numbers.empty()) return std::nullopt;
  std::string_view digits = text.substr(0, numbers.front().length);
  StatedFigure stated;
  if (ends_in_magnitude(digits)) {
    stated.suffix = digits.substr(digits.size() - std::string_view("万").size());
    digits.remove_suffix(stated.suffix.size());
  }
  const auto number = Decimal::parse(digits);
  if (!number) return std::nullopt;
  stated.number = negative ? Decimal(0) - *number : *number;
  stated.suffix += figure->count;
  stated.unit = worth_of(stated.suffix);
  stated.text = (negative ? "−" : "") + number->grouped() + stated.suffix;
  return stated;
}

std::optional<FigureReference> parse_reference(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  for (const Form& form : kForms) {
    if (text.substr(0, colon) != form.name) continue;
    FigureReference reference{form.kind, {}};
    for (const std::string_view part : split(text.substr(colon + 1), '.')) {
      if (part.empty()) return std::nullopt;
      reference.parts.emplace_back(part);
    }
    const size_t parts = reference.parts.size();
    return parts >= form.least && parts <= form.most ? std::optional(reference) : std::nullopt;
  }
  return std::nullopt;
}

std::string to_string(const FigureReference& reference) {
  std::string text;
  for (const std::string& part : reference.parts) text += (text.empty() ? "" : ".") + part;
  for (const Form& form : kForms) {
    if (form.kind == reference.kind) return std::string(form.name) + ":" + text;
  }
  return text;
}

}  // namespace yaodian
