#include "base/quantity.h"

#include <gmock/gmock.h>

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

std::vector<std::string> figures(std::string_view text) {
  std::vector<std::string> all;
  for (const Figure& figure : find_figures(text)) {
    all.push_back(std::string(text.substr(figure.offset, figure.length)) + " is " +
                  figure.value.plain());
  }
  return all;
}

TEST(Decimal, KeepsTheDigitsItWasWrittenWith) {
  EXPECT_EQ(number("94.30").plain(), "94.30");
  EXPECT_EQ(number("1600").plain(), "1600");
  EXPECT_EQ(number("0.000001").plain(), "0.000001");
  EXPECT_EQ(number("-3.5").plain(), "-3.5");
}

TEST(Decimal, ReadsThousandsSeparators) {
  EXPECT_EQ(number("1,600").plain(), "1600");
  EXPECT_EQ(number("278,453,219.06").plain(), "278453219.06");
}

TEST(Decimal, ReadsFullWidthDigits) {
  EXPECT_EQ(number("１６００").plain(), "1600");
  EXPECT_EQ(number("９４．３０").plain(), "94.30");
}

TEST(Decimal, MultipliesWanAndYiIn) {
  EXPECT_EQ(number("6.7万").plain(), "67000");
  EXPECT_EQ(number("4.91亿").plain(), "491000000");
  EXPECT_EQ(number("1.23456万").plain(), "12345.6");
}

TEST(Decimal, ReadsZerosInFrontAsDecimal) { EXPECT_EQ(number("010").plain(), "10"); }

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", "万", ".5", "5.", "1.2.3", "1,60", ",600", "1234,567", "1,600,",
                           "0x1F", "1e5", "12人", " 12", "十二", "1.6,00", "--5", "5%", "inf"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, RefusesWhatIsOutOfRange) {
  EXPECT_TRUE(Decimal::parse("999999999999.999999"));
  EXPECT_FALSE(Decimal::parse("1000000000000"));
  EXPECT_FALSE(Decimal::parse("10000亿"));
  EXPECT_FALSE(Decimal::parse("0.0000001"));
}

TEST(Decimal, GroupsThousands) {
  EXPECT_EQ(number("999").grouped(), "999");
  EXPECT_EQ(number("65600").grouped(), "65,600");
  EXPECT_EQ(number("417279.10").grouped(), "417,279.10");
  EXPECT_EQ(number("-1234567").grouped(), "-1,234,567");
  EXPECT_EQ(number("-999").grouped(), "-999");
}

TEST(Decimal, AddsExactly) {
  EXPECT_EQ((number("0.1") + number("0.2")).plain(), "0.3");
  EXPECT_EQ((number("1") - number("0.01")).plain(), "0.99");
}

TEST(Decimal, ComparesValuesNotDigits) {
  EXPECT_EQ(number("1.10"), number("1.1"));
  EXPECT_LT(number("99.99"), number("100"));
  EXPECT_GT(number("-1"), number("-1.5"));
  EXPECT_LT(number("999999999999.999998"), number("999999999999.999999"));
}

TEST(Decimal, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(number("2.5").rounded(0).plain(), "3");
  EXPECT_EQ(number("-2.5").rounded(0).plain(), "-3");
  EXPECT_EQ(number("2.49").rounded(0).plain(), "2");
  EXPECT_EQ(number("2.5").rounded(2).plain(), "2.50");
}

TEST(Decimal, RoundsUpAndDownWhenAsked) {
  EXPECT_EQ(number("2.01").rounded(0, Rounding::up).plain(), "3");
  EXPECT_EQ(number("2.00").rounded(0, Rounding::up).plain(), "2");
  EXPECT_EQ(number("2.99").rounded(0, Rounding::down).plain(), "2");
}

TEST(Decimal, MultipliesAndDividesToTheDecimalsAsked) {
  EXPECT_EQ(multiply(4281, number("0.20"), 0, Rounding::half_up)->plain(), "856");
  EXPECT_EQ(multiply(4281, number("0.20"), 1, Rounding::half_up)->plain(), "856.2");
  EXPECT_EQ(divide(Decimal(1), 3, 2, Rounding::half_up)->plain(), "0.33");
  EXPECT_EQ(divide(Decimal(2), 3, 2, Rounding::half_up)->plain(), "0.67");
  EXPECT_EQ(divide(Decimal(2), -3, 2, Rounding::half_up)->plain(), "-0.67");
  EXPECT_EQ(divide(Decimal(1), number("0.04"), 0, Rounding::half_up)->plain(), "25");
}

TEST(Percentage, IsRoundedHalfUp) {
  EXPECT_EQ(percentage(1, 3, 1)->plain(), "33.3");
  EXPECT_EQ(percentage(2, 3, 1)->plain(), "66.7");
  EXPECT_EQ(percentage(1, 8, 0)->plain(), "13");
  EXPECT_EQ(percentage(4, 384, 2)->plain(), "1.04");
  EXPECT_EQ(percentage(0, 384, 1)->plain(), "0.0");
}

TEST(Percentage, NeverRoundsUpToAHundred) {
  EXPECT_EQ(percentage(999, 1000, 0)->plain(), "99");
  EXPECT_EQ(percentage(9996, 10000, 1)->plain(), "99.9");
  EXPECT_EQ(percentage(9995, 10000, 2)->plain(), "99.95");
}

TEST(Percentage, IsAHundredOrMoreForAPartThatIsTheWhole) {
  EXPECT_EQ(percentage(384, 384, 1)->plain(), "100.0");
  EXPECT_EQ(percentage(400, 384, 1)->plain(), "104.2");
}

TEST(Percentage, HoldsForTheLargestNumbers) {
  const Decimal largest = number("999999999999.999999");
  EXPECT_EQ(percentage(largest, largest, 2)->plain(), "100.00");
  EXPECT_EQ(percentage(number("250000000000.000000"), largest, 1)->plain(), "25.0");
}

// The sign of the comparison of the products of A and B: -1, 0 or 1.
int order_of(const std::array<Decimal, 3>& a, const std::array<Decimal, 3>& b) {
  const auto order = compare_products(a, b);
  EXPECT_TRUE(compare_products(b, a) == (0 <=> order));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

TEST(Products, AreComparedByValue) {
  EXPECT_EQ(order_of({2, 3, 4}, {4, 6, 1}), 0);
  EXPECT_EQ(order_of({2, 3, 4}, {5, 5, 1}), -1);
  EXPECT_EQ(order_of({7, 7, 1}, {4, 4, 3}), 1);
}

TEST(Products, AreComparedWhateverTheirDecimals) {
  EXPECT_EQ(order_of({number("0.5"), number("0.20"), 10}, {1, 1, number("1.000000")}), 0);
  EXPECT_EQ(order_of({number("0.000001"), 1000, 1000}, {1, 1, 1}), 0);
  EXPECT_EQ(order_of({number("0.000001"), 1, 1}, {number("0.1"), number("0.01"), 0}), 1);
  EXPECT_EQ(order_of({number("2.739726"), 365, 1}, {1000, 1, 1}), -1);
  EXPECT_EQ(order_of({number("2.739727"), 365, 1}, {1000, 1, 1}), 1);
}

TEST(Products, AreComparedAlikeAboveAndBelowWhereTheyNeedMoreDigits) {
  for (const int64_t size : {int64_t{1} << 19, int64_t{1} << 20, int64_t{1} << 21,
                             (int64_t{1} << 39) - 1, int64_t{999'999'999'998}}) {
    EXPECT_EQ(order_of({size, size, size}, {size, size, size}), 0) << size;
    EXPECT_EQ(order_of({size, size, size + 1}, {size, size, size}), 1) << size;
    EXPECT_EQ(order_of({size, -size, size}, {-size, size, size}), 0) << size;
    EXPECT_EQ(order_of({size, number("0.000001"), 1}, {number("0.000001"), size + 1, 1}), -1);
  }
}

TEST(Products, AreComparedBySign) {
  EXPECT_EQ(order_of({-1, 2, 3}, {0, 5, 5}), -1);
  EXPECT_EQ(order_of({-1, -2, 3}, {0, -5, 5}), 1);
  EXPECT_EQ(order_of({-1, 2, 3}, {-1, 2, 4}), 1);
  EXPECT_EQ(order_of({-1, -2, -3}, {6, 1, 1}), -1);
  EXPECT_EQ(order_of({-1, -2, -3}, {-6, 1, 1}), 0);
  EXPECT_EQ(order_of({0, -2, 3}, {number("0.00"), 7, -1}), 0);
}

TEST(Products, AreExactForTheLargestNumbers) {
  const Decimal largest = number("999999999999.999999");
  const Decimal nearly = number("999999999999.999998");
  const Decimal most_negative = number("-999999999999.999999");
  const Decimal least = number("0.000001");
  EXPECT_EQ(order_of({largest, largest, largest}, {largest, largest, largest}), 0);
  EXPECT_EQ(order_of({largest, largest, nearly}, {largest, largest, largest}), -1);
  EXPECT_EQ(order_of({most_negative, largest, largest}, {largest, largest, most_negative}), 0);
  EXPECT_EQ(order_of({most_negative, largest, largest}, {most_negative, nearly, largest}), -1);
  EXPECT_EQ(order_of({least, least, least}, {largest, largest, largest}), -1);
  // n × n is one more than (n − 1) × (n + 1), in millionths.
  EXPECT_EQ(order_of({nearly, nearly, 1}, {number("999999999999.999997"), largest, 1}), 1);
}

TEST(Sum, KeepsTheMostExactDecimals) {
  Sum sum;
  for (const char* text : {"417279.10", "1", "0.9"}) sum.add(number(text));
  EXPECT_EQ(sum.value()->plain(), "417281.00");
}

TEST(Sum, IsZeroForNothing) { EXPECT_EQ(Sum().value()->plain(), "0"); }

TEST(Sum, OutOfRangeIsNothingAndMayComeBack) {
  Sum sum;
  for (int i = 0; i < 100; ++i) sum.add(number("999999999999.999999"));
  EXPECT_FALSE(sum.value());
  for (int i = 0; i < 99; ++i) sum.add(number("-999999999999.999999"));
  EXPECT_EQ(sum.value()->plain(), "999999999999.999999");
}

TEST(Figures, AreFoundInOrder) {
  EXPECT_THAT(figures("新建4家，完成1.18%"), ElementsAre("4 is 4", "1.18 is 1.18"));
  EXPECT_THAT(figures("1+15"), ElementsAre("1 is 1", "15 is 15"));
  EXPECT_THAT(figures("无"), IsEmpty());
  EXPECT_THAT(figures(""), IsEmpty());
}

TEST(Figures, TakeWanAndYiWithThem) {
  EXPECT_THAT(figures("收缴4.91亿元，发展6.7万人"),
              ElementsAre("4.91亿 is 491000000", "6.7万 is 67000"));
}

TEST(Figures, UnderstandFullWidthDigits) {
  EXPECT_THAT(figures("达到８８％以上"), ElementsAre("８８ is 88"));
}

TEST(Figures, EndAtPunctuation) {
  EXPECT_THAT(figures("共65,600，其中384。"), ElementsAre("65,600 is 65600", "384 is 384"));
  EXPECT_THAT(figures("共384, 全部。"), ElementsAre("384 is 384"));
  EXPECT_THAT(figures("第5."), ElementsAre("5 is 5"));
}

TEST(Figures, IncludeDatesAndNumbersInWords) {
  EXPECT_THAT(figures("12351热线APP2"), ElementsAre("12351 is 12351", "2 is 2"));
  EXPECT_THAT(figures("2018年4月"), ElementsAre("2018 is 2018", "4 is 4"));
}

TEST(Figures, AreSplitWhereTheSeparatorsMakeNoNumber) {
  EXPECT_THAT(figures("第1,2项"), ElementsAre("1 is 1", "2 is 2"));
  EXPECT_THAT(figures("2018.4.23"), ElementsAre("2018 is 2018", "4 is 4", "23 is 23"));
}

TEST(Figures, LeaveChineseNumeralsAlone) { EXPECT_THAT(figures("每年十二次"), IsEmpty()); }

TEST(Decimal, ResultsOutOfRangeAreNothing) {
  const Decimal largest = number("999999999999.999999"), smallest = number("0.000001");
  EXPECT_FALSE(multiply(largest, largest, 6, Rounding::half_up));
  EXPECT_FALSE(multiply(largest, number("1.000001"), 0, Rounding::up));
  EXPECT_FALSE(divide(largest, smallest, 6, Rounding::half_up));
  EXPECT_FALSE(percentage(largest, smallest, 4));
  EXPECT_FALSE(percentage(number("-999999999999.999999"), smallest, 1));
  EXPECT_FALSE(percent_of(largest, largest, 0, Rounding::down));
}

TEST(Decimal, ResultsInRangeAreExactForTheLargestNumbers) {
  const Decimal largest = number("999999999999.999999"), smallest = number("0.000001");
  EXPECT_EQ(multiply(largest, smallest, 6, Rounding::down)->plain(), "999999.999999");
  EXPECT_EQ(multiply(largest, smallest, 6, Rounding::up)->plain(), "1000000.000000");
  EXPECT_EQ(multiply(largest, 1, 6, Rounding::half_up)->plain(), "999999999999.999999");
  EXPECT_EQ(divide(smallest, largest, 6, Rounding::up)->plain(), "0.000001");
  EXPECT_EQ(percent_of(number("12.5"), number("999999999998.999999"), 6, Rounding::down)->plain(),
            "124999999999.874999");
}

TEST(Decimal, SharesOfAPercentAreNotRoundedOnTheWay) {
  EXPECT_EQ(percent_of(number("0.123456"), 1000000, 6, Rounding::half_up)->plain(), "1234.560000");
}

TEST(Decimal, PortionsAreExactForTheLargestNumbers) {
  const Decimal largest = number("999999999999.999999");
  EXPECT_EQ(portion(largest, 365, 365, 6), largest);
  EXPECT_EQ(portion(largest, 73, 365, 6).plain(), "200000000000.000000");
  EXPECT_EQ(portion(number("-999999999999.999999"), 1, 2, 6).plain(), "-500000000000.000000");
}

}  // namespace
}  // namespace yaodian
