#include "check/formula.h"

#include "base/rules.h"
#include "base/text.h"
#include "base/words.h"

namespace yaodian {
namespace {

constexpr Text kTooLarge{"数太大，超出精确计算的范围", "the numbers are too large to be exact"};
constexpr Text kByZero{"除数是 0", "a division by 0"};
constexpr int kMostShown = 4;

using Kind = Formula::Kind;

std::string_view sign_of(Kind kind) {
  switch (kind) {
    case Kind::difference:
      return " − ";
    case Kind::product:
      return " × ";
    case Kind::ratio:
      return " ÷ ";
    default:
      return " + ";
  }
}

std::optional<Rational> apply(Kind kind, Rational a, Rational b) {
  switch (kind) {
    case Kind::difference:
      return subtract(a, b);
    case Kind::product:
      return multiply(a, b);
    case Kind::ratio:
      return divide(a, b);
    default:
      return add(a, b);
  }
}

std::string bracketed(const Computed& part) {
  return part.compound ? "(" + part.text + ")" : part.text;
}

class Computer {
 public:
  explicit Computer(Findings& findings) : findings_(findings) {}

  std::optional<Computed> compute(const Formula& formula) {
    switch (formula.kind) {
      case Kind::constant:
        return constant(formula);
      case Kind::reference:
        return look_up(formula.reference, formula.where, formula.position, formula.text, findings_);
      case Kind::round:
        return rounded(formula);
      default:
        return operation(formula);
    }
  }

 private:
  std::optional<Computed> constant(const Formula& formula) {
    Input input{formula.means, formula.number.text, {}, formula.position};
    if (formula.stated.given) {
      const auto at = stated_at(formula.stated, formula.number, findings_);
      if (!at) return std::nullopt;
      const Address& document = formula.stated.document;
      input.place = {Place::Kind::document, document.id, document.part};
      input.position = *at;
    }
    return Computed{formula.number.value(), formula.number.text, {input}};
  }

  // All parts are computed even if one fails, so that every mistake is found at once.
  std::optional<std::vector<Computed>> parts_of(const Formula& formula) {
    std::vector<Computed> parts;
    bool all = true;
    for (const Formula& part : formula.parts) {
      auto computed = compute(part);
      all = all && computed;
      if (computed) parts.push_back(std::move(*computed));
    }
    return all ? std::optional(std::move(parts)) : std::nullopt;
  }

  std::optional<Computed> operation(const Formula& formula) {
    auto parts = parts_of(formula);
    if (!parts) return std::nullopt;
    Computed result = std::move(parts->front());
    std::optional<Rational> value = result.value;
    result.text = bracketed(result);
    for (size_t at = 1; at < parts->size(); ++at) {
      Computed& part = (*parts)[at];
      const bool by_zero = formula.kind == Kind::ratio && part.value.is_zero();
      if (by_zero) return fail(formula, kByZero);
      value = value ? apply(formula.kind, *value, part.value) : value;
      result.text.append(sign_of(formula.kind)) += bracketed(part);
      std::move(part.inputs.begin(), part.inputs.end(), std::back_inserter(result.inputs));
    }
    if (formula.kind == Kind::average && value) {
      const auto count = static_cast<int64_t>(parts->size());
      value = divide(*value, Rational(count));
      result.text = "(" + result.text + ") ÷ " + std::to_string(count);
    }
    result.compound = true;
    return finish(formula, std::move(result), value);
  }

  std::optional<Computed> rounded(const Formula& formula) {
    auto parts = parts_of(formula);
    if (!parts || parts->empty()) return std::nullopt;
    static constexpr Sentence kRoundings[] = {"formula-round-half-up", "formula-round-up",
                                              "formula-round-down"};
    Computed result = std::move(parts->front());
    result.text = findings_.words.text(kRoundings[static_cast<size_t>(formula.rounding)],
                                       {{"step", formula.number.text}, {"formula", result.text}});
    result.compound = true;
    const auto value = result.value.rounded_to(formula.number.value(), formula.rounding);
    return finish(formula, std::move(result), value);
  }

  std::optional<Computed> finish(const Formula& formula, Computed result,
                                 std::optional<Rational> value) {
    if (!value) return fail(formula, kTooLarge);
    result.value = *value;
    return result;
  }

  std::optional<Computed> fail(const Formula& formula, Text why) {
    findings_.diagnostics.report(rule::cannot_compute, formula.position, "", {why});
    return std::nullopt;
  }

  Findings& findings_;
};

}  // namespace

std::optional<Computed> compute(const Formula& formula, Findings& findings) {
  return Computer(findings).compute(formula);
}

std::optional<std::string> shown_as(Rational value, Rational unit, int decimals,
                                    std::string_view suffix) {
  const auto in_unit = divide(value, unit);
  const auto decimal = in_unit ? in_unit->decimal(decimals) : std::nullopt;
  if (!decimal) return std::nullopt;
  const std::string sign = decimal->is_negative() ? "−" : "";
  return sign + (decimal->is_negative() ? Decimal(0) - *decimal : *decimal).grouped() +
         std::string(suffix);
}

std::string shown_difference(const Words& words, Decimal published, Decimal computed,
                             std::string_view suffix) {
  const Decimal off = published - computed;
  const Decimal size = off.is_negative() ? Decimal(0) - off : off;
  const std::string number = (off.is_negative() ? "−" : "+") + size.grouped();
  if (suffix == "%") return words.text("percentage-points", {{"number", number}});
  if (suffix == "‰") return words.text("per-mille-points", {{"number", number}});
  return number + std::string(suffix);
}

bool ends(Rational value, Rational unit) {
  const auto in_unit = divide(value, unit);
  const auto decimal = in_unit ? in_unit->decimal(kMostShown) : std::nullopt;
  return decimal && Rational(*decimal) == *in_unit;
}

std::string shown_exactly(Rational value, Rational unit, std::string_view suffix) {
  for (int decimals = 0; decimals < kMostShown; ++decimals) {
    const auto in_unit = divide(value, unit);
    const auto decimal = in_unit ? in_unit->decimal(decimals) : std::nullopt;
    if (decimal && Rational(*decimal) == *in_unit) return *shown_as(value, unit, decimals, suffix);
  }
  return shown_as(value, unit, kMostShown, suffix).value_or("");
}

}  // namespace yaodian
