#include "base/rational.h"

namespace yaodian {
namespace {

__extension__ using Wide = __int128;

constexpr Wide kMost = static_cast<Wide>(~static_cast<unsigned __int128>(0) >> 1);

Wide size_of(Wide number) { return number < 0 ? -number : number; }

Wide greatest_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// The builtins that check overflow need a library beside clang for numbers of this size.
std::optional<Wide> times(Wide a, Wide b) {
  if (a != 0 && b != 0 && size_of(a) > kMost / size_of(b)) return std::nullopt;
  return a * b;
}

std::optional<Wide> plus(Wide a, Wide b) {
  const bool over = b > 0 ? a > kMost - b : a < -kMost - b;
  return over ? std::nullopt : std::optional(a + b);
}

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

// NUMERATOR ÷ DENOMINATOR, which is positive, as a whole number.
Wide whole_of(Wide numerator, Wide denominator, Rounding rounding) {
  const Wide size = size_of(numerator), rest = size % denominator;
  Wide whole = size / denominator;
  if (rounding == Rounding::half_up && rest >= denominator - rest) ++whole;
  if (rounding == Rounding::up && rest != 0) ++whole;
  return numerator < 0 ? -whole : whole;
}

}  // namespace

Rational::Rational(Decimal number) {
  const Wide scale = power_of_ten(number.scale_);
  const Wide divisor = greatest_divisor(scale, size_of(number.coefficient_));
  numerator_ = number.coefficient_ / divisor;
  denominator_ = scale / divisor;
}

std::optional<Rational> Rational::of(Wide numerator, Wide denominator) {
  if (denominator == 0) return std::nullopt;
  if (denominator < 0) numerator = -numerator, denominator = -denominator;
  const Wide divisor = greatest_divisor(denominator, size_of(numerator));
  Rational number;
  number.numerator_ = numerator / divisor;
  number.denominator_ = denominator / divisor;
  return number;
}

Rational Rational::size() const {
  Rational number = *this;
  number.numerator_ = size_of(numerator_);
  return number;
}

std::optional<Rational> Rational::rounded_to(Rational step, Rounding rounding) const {
  const auto steps = divide(*this, step);
  if (!steps) return std::nullopt;
  const auto whole = of(whole_of(steps->numerator_, steps->denominator_, rounding), 1);
  return multiply(*whole, step);
}

std::optional<Decimal> Rational::decimal(int decimals) const {
  const auto shifted = times(numerator_, power_of_ten(decimals));
  if (!shifted) return std::nullopt;
  const Wide coefficient = whole_of(*shifted, denominator_, Rounding::half_up);
  if (size_of(coefficient) >= Decimal::kLimit * power_of_ten(decimals)) return std::nullopt;
  return Decimal(static_cast<int64_t>(coefficient), decimals);
}

std::optional<Decimal> Rational::exactly(int decimals) const {
  for (; decimals <= Decimal::kMostDecimals; ++decimals) {
    const auto number = decimal(decimals);
    if (number && Rational(*number) == *this) return number;
  }
  return std::nullopt;
}

std::optional<Rational> add(Rational a, Rational b) {
  const Wide common = greatest_divisor(a.denominator_, b.denominator_);
  const auto left = times(a.numerator_, b.denominator_ / common);
  const auto right = times(b.numerator_, a.denominator_ / common);
  const auto denominator = times(a.denominator_, b.denominator_ / common);
  const auto numerator = left && right ? plus(*left, *right) : std::nullopt;
  return numerator && denominator ? Rational::of(*numerator, *denominator) : std::nullopt;
}

std::optional<Rational> subtract(Rational a, Rational b) {
  b.numerator_ = -b.numerator_;
  return add(a, b);
}

std::optional<Rational> multiply(Rational a, Rational b) {
  // Crosswise in lowest terms first, so that no product is larger than it has to be.
  const auto left = Rational::of(a.numerator_, b.denominator_);
  const auto right = Rational::of(b.numerator_, a.denominator_);
  const auto numerator = times(left->numerator_, right->numerator_);
  const auto denominator = times(left->denominator_, right->denominator_);
  return numerator && denominator ? Rational::of(*numerator, *denominator) : std::nullopt;
}

std::optional<Rational> divide(Rational a, Rational b) {
  const auto inverse = Rational::of(b.denominator_, b.numerator_);
  return inverse ? multiply(a, *inverse) : std::nullopt;
}

}  // namespace yaodian
