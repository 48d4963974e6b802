#include "base/rational.h"

#include <gmock/gmock.h>

namespace yaodian {
namespace {

Rational of(const char* text) { return Rational(*Decimal::parse(text)); }

// VALUE with DECIMALS decimals as text, "too large" for nothing.
std::string shown(std::optional<Rational> value, int decimals) {
  const auto decimal = value ? value->decimal(decimals) : std::nullopt;
  return decimal ? decimal->plain() : "too large";
}

TEST(Rational, IsExactWhereABinaryFractionIsNot) {
  EXPECT_EQ(add(of("0.1"), of("0.2")), of("0.3"));
  EXPECT_EQ(subtract(of("419432499.02"), of("419432499")), of("0.02"));
}

TEST(Rational, KeepsAQuotientThatHasNoEndAsADecimal) {
  const auto third = divide(Rational(1), Rational(3));
  EXPECT_EQ(multiply(*third, Rational(3)), Rational(1));
  EXPECT_EQ(shown(third, 6), "0.333333");
}

TEST(Rational, IsInLowestTermsWithItsSignAbove) {
  EXPECT_EQ(divide(Rational(4), Rational(-8)), divide(Rational(-1), Rational(2)));
  EXPECT_TRUE(divide(Rational(4), Rational(-8))->is_negative());
  EXPECT_EQ(divide(Rational(4), Rational(-8))->size(), of("0.5"));
}

TEST(Rational, RoundsAHalfAwayFromZero) {
  EXPECT_EQ(shown(of("93.745"), 2), "93.75");
  EXPECT_EQ(shown(of("93.744999"), 2), "93.74");
  EXPECT_EQ(shown(of("-93.745"), 2), "-93.75");
  EXPECT_EQ(of("93.745").rounded_to(of("0.01"), Rounding::half_up), of("93.75"));
}

TEST(Rational, RoundsToAStepOfAnySizeUpAndDown) {
  EXPECT_EQ(of("65600").rounded_to(of("1000"), Rounding::half_up), of("66000"));
  EXPECT_EQ(of("65600").rounded_to(of("1000"), Rounding::down), of("65000"));
  EXPECT_EQ(of("65001").rounded_to(of("1000"), Rounding::up), of("66000"));
  EXPECT_EQ(of("-65001").rounded_to(of("1000"), Rounding::up), of("-66000"));
  EXPECT_EQ(of("65000").rounded_to(of("1000"), Rounding::up), of("65000"));
}

TEST(Rational, HasNoQuotientByZero) {
  EXPECT_EQ(divide(Rational(1), Rational(0)), std::nullopt);
  EXPECT_EQ(divide(Rational(0), Rational(5)), Rational(0));
}

TEST(Rational, GivesNothingWhereANumberWouldBeTooLarge) {
  std::optional<Rational> power = Rational(1);
  int multiplied = 0;
  while (power && multiplied < 100) {
    power = multiply(*power, Rational(1'000'000'007));
    ++multiplied;
  }
  EXPECT_EQ(power, std::nullopt);
  EXPECT_EQ(multiplied, 5);  // (10^9)^4 is below 2^127, (10^9)^5 is not
}

TEST(Rational, GivesNothingWhereADenominatorWouldBeTooLarge) {
  std::optional<Rational> sum = Rational(0);
  for (const int64_t prime : {999999937, 999999929, 999999893, 999999883, 999999797})
    sum = sum ? add(*sum, *divide(Rational(1), Rational(prime))) : sum;
  EXPECT_EQ(sum, std::nullopt);
}

TEST(Rational, GivesNothingWhereASumWouldBeTooLarge) {
  std::optional<Rational> number = Rational(1);
  for (int times = 0; times < 126; ++times) number = multiply(*number, Rational(2));
  ASSERT_TRUE(number);
  EXPECT_EQ(add(*number, *number), std::nullopt);
  EXPECT_EQ(subtract(Rational(0), *number), multiply(*number, Rational(-1)));
}

TEST(Rational, CancelsBeforeItMultiplies) {
  std::optional<Rational> number = Rational(1);
  for (int times = 0; times < 120; ++times) number = multiply(*number, Rational(2));
  EXPECT_EQ(multiply(*number, *divide(Rational(1), *number)), Rational(1));
}

TEST(Rational, BecomesADecimalOnlyInItsRange) {
  EXPECT_EQ(shown(Rational(999'999'999'999), 2), "999999999999.00");
  EXPECT_EQ(shown(Rational(1'000'000'000'000), 0), "too large");
  EXPECT_EQ(shown(divide(Rational(1), Rational(384)), 4), "0.0026");
}

}  // namespace
}  // namespace yaodian
