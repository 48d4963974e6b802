// Exact fractions: what claims are recomputed with. A quotient such as 4 ÷ 384 has no end as a
// decimal, so nothing is rounded before the last step.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "base/quantity.h"

namespace yaodian {

// A fraction in lowest terms with a positive denominator, both of 127 bits. Whatever leaves that
// range, and a division by zero, gives nothing: never a wrong number.
class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(int64_t whole)  // NOLINT(google-explicit-constructor): a whole number is one
      : numerator_(whole) {}
  Rational(Decimal number);  // NOLINT(google-explicit-constructor): a decimal is a fraction

  bool is_zero() const { return numerator_ == 0; }
  bool is_negative() const { return numerator_ < 0; }
  // Returns the number without its sign.
  Rational size() const;

  // Returns the multiple of STEP, which is positive, that the number comes to by ROUNDING.
  std::optional<Rational> rounded_to(Rational step, Rounding rounding) const;
  // Returns the number with DECIMALS decimals (0–6), rounded half up; nothing outside of Decimal's
  // range.
  std::optional<Decimal> decimal(int decimals) const;
  // Returns the number with DECIMALS decimals, or as many more as it has; nothing where six are too
  // few, and as above. (元 in 亿元 has more decimals than either.)
  std::optional<Decimal> exactly(int decimals) const;

  friend std::optional<Rational> add(Rational a, Rational b);
  friend std::optional<Rational> subtract(Rational a, Rational b);
  friend std::optional<Rational> multiply(Rational a, Rational b);
  friend std::optional<Rational> divide(Rational a, Rational b);
  friend bool operator==(Rational a, Rational b) = default;

 private:
  __extension__ using Wide = __int128;

  // The fraction in lowest terms; nothing for a denominator of 0.
  static std::optional<Rational> of(Wide numerator, Wide denominator);

  Wide numerator_ = 0;
  Wide denominator_ = 1;
};

std::optional<Rational> add(Rational a, Rational b);
std::optional<Rational> subtract(Rational a, Rational b);
std::optional<Rational> multiply(Rational a, Rational b);
std::optional<Rational> divide(Rational a, Rational b);

}  // namespace yaodian
