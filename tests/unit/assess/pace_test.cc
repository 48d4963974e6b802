#include "assess/pace.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

const Date kStart = *Date::from(2018, 1, 1), kEnd = *Date::from(2018, 12, 31);

TEST(Elapsed, CountsTheFirstDay) {
  EXPECT_EQ(elapsed(kStart, kStart, kEnd).days, 1);
  EXPECT_EQ(elapsed(kStart, kStart, kEnd).total, 365);
  EXPECT_EQ(elapsed(kStart, kStart, kEnd).percent(1).plain(), "0.3");
}

TEST(Elapsed, IsNothingBeforeTheStart) {
  EXPECT_EQ(elapsed(*Date::from(2017, 12, 31), kStart, kEnd).days, 0);
  EXPECT_EQ(elapsed(*Date::from(2010, 1, 1), kStart, kEnd).days, 0);
}

TEST(Elapsed, IsAllOnTheDayOfTheDeadline) {
  EXPECT_TRUE(elapsed(kEnd, kStart, kEnd).over());
  EXPECT_EQ(elapsed(kEnd, kStart, kEnd).percent(0).plain(), "100");
}

TEST(Elapsed, StaysAllAfterTheDeadline) {
  EXPECT_EQ(elapsed(*Date::from(2019, 1, 1), kStart, kEnd).days, 365);
  EXPECT_EQ(elapsed(*Date::from(2030, 1, 1), kStart, kEnd).days, 365);
}

TEST(Elapsed, IsNotAllTheDayBeforeTheDeadline) {
  const Elapsed before = elapsed(*Date::from(2018, 12, 30), kStart, kEnd);
  EXPECT_FALSE(before.over());
  EXPECT_EQ(before.days, 364);
  EXPECT_EQ(before.percent(0).plain(), "99");  // 99.7 never rounds up to 100
}

TEST(Elapsed, KnowsLeapYears) {
  const Date start = *Date::from(2020, 1, 1), end = *Date::from(2020, 12, 31);
  EXPECT_EQ(elapsed(*Date::from(2020, 2, 29), start, end).days, 60);
  EXPECT_EQ(elapsed(*Date::from(2020, 3, 1), start, end).days, 61);
  EXPECT_EQ(elapsed(end, start, end).total, 366);
}

TEST(Elapsed, TakesADeadlineBeforeTheStartForTheStart) {
  const Date early = *Date::from(2017, 6, 1);
  EXPECT_EQ(elapsed(kStart, kStart, early).total, 1);
  EXPECT_TRUE(elapsed(kStart, kStart, early).over());
  EXPECT_EQ(elapsed(early, kStart, early).days, 0);
}

TEST(Pace, IsTheShareOfTheQuotaWithOneDecimal) {
  EXPECT_EQ(pace(1600, elapsed(*Date::from(2018, 4, 30), kStart, kEnd)).plain(), "526.0");
  EXPECT_EQ(pace(6, elapsed(*Date::from(2018, 4, 30), kStart, kEnd)).plain(), "2.0");  // 1.97
  EXPECT_EQ(pace(*Decimal::parse("0.5"), {1, 2}).plain(), "0.3");                      // 0.25
}

TEST(Pace, IsMoreExactForTheMarkOfABar) {
  // 304/365 = 0.83287…; with one decimal the mark of a quota of 1 would stand at 80 %.
  EXPECT_EQ(pace(1, {304, 365}, 3).plain(), "0.833");
  EXPECT_EQ(pace(5, {304, 365}, 3).plain(), "4.164");
}

TEST(Pace, IsNothingBeforeAndTheQuotaAfter) {
  EXPECT_EQ(pace(1600, {0, 365}), Decimal(0));
  EXPECT_EQ(pace(1600, {365, 365}), Decimal(1600));
}

}  // namespace
}  // namespace yaodian
