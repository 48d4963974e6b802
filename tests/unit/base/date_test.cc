#include "base/date.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

TEST(Date, ReadsTheIsoForm) {
  const auto date = Date::parse("2018-04-05");
  ASSERT_TRUE(date);
  EXPECT_EQ(date->year(), 2018);
  EXPECT_EQ(date->month(), 4);
  EXPECT_EQ(date->day(), 5);
}

TEST(Date, ReadsNothingElse) {
  for (const char* text :
       {"", "2018-4-30", "2018/04/30", "20180430", " 2018-04-30", "2018-04-30 ", "2018-+4-30",
        "2018--4-30", "2018年4月30日", "２０１８-04-30", "2018-04-3x"})
    EXPECT_FALSE(Date::parse(text)) << text;
}

TEST(Date, RefusesDaysThatDoNotExist) {
  EXPECT_FALSE(Date::parse("2018-02-29"));
  EXPECT_FALSE(Date::parse("2018-04-31"));
  EXPECT_FALSE(Date::parse("2018-13-01"));
  EXPECT_FALSE(Date::parse("2018-00-10"));
  EXPECT_FALSE(Date::from(2018, 1, 0));
}

TEST(Date, KnowsLeapYears) {
  EXPECT_TRUE(Date::from(2020, 2, 29));
  EXPECT_TRUE(Date::from(2000, 2, 29));
  EXPECT_FALSE(Date::from(1900, 2, 29));
}

TEST(Date, StaysWithinItsYears) {
  EXPECT_TRUE(Date::from(1900, 1, 1));
  EXPECT_TRUE(Date::from(2999, 12, 31));
  EXPECT_FALSE(Date::from(1899, 12, 31));
  EXPECT_FALSE(Date::from(3000, 1, 1));
}

TEST(Date, CountsDaysFromTheEpoch) {
  EXPECT_EQ(Date::from(1970, 1, 1)->days, 0);
  EXPECT_EQ(Date::from(2018, 1, 1)->days, 48 * 365 + 12);  // 12 leap days from 1972 to 2016
  EXPECT_EQ(Date::from(1969, 12, 31)->days, -1);
}

TEST(Date, IsWrittenForMachinesAndForReaders) {
  const Date date = *Date::from(2018, 4, 5);
  EXPECT_EQ(date.iso(), "2018-04-05");
  EXPECT_EQ(date.chinese(), "2018年4月5日");
  EXPECT_EQ(date.month_day(), "4月5日");
}

TEST(Date, KnowsTheLastDayOfItsMonth) {
  const std::pair<const char*, const char*> cases[] = {{"2018-02-01", "2018-02-28"},
                                                       {"2020-02-29", "2020-02-29"},
                                                       {"1900-02-15", "1900-02-28"},
                                                       {"2018-04-30", "2018-04-30"},
                                                       {"2018-12-05", "2018-12-31"}};
  for (const auto& [day, last] : cases) EXPECT_EQ(Date::parse(day)->last_of_month().iso(), last);
}

TEST(Date, CountsTheWeekFromMonday) {
  EXPECT_EQ(Date::parse("1970-01-01")->weekday(), 4);
  EXPECT_EQ(Date::parse("1969-12-29")->weekday(), 1);
  EXPECT_EQ(Date::parse("2018-01-01")->weekday(), 1);
  EXPECT_EQ(Date::parse("2018-04-01")->weekday(), 7);
}

TEST(Date, HasItsIsoWeekAtTheTurnOfTheYear) {
  const std::pair<const char*, const char*> cases[] = {
      {"2018-01-01", "2018-W01"}, {"2018-12-30", "2018-W52"}, {"2018-12-31", "2019-W01"},
      {"2017-01-01", "2016-W52"}, {"2016-01-03", "2015-W53"}, {"2016-01-04", "2016-W01"},
      {"2020-12-31", "2020-W53"}, {"2021-01-03", "2020-W53"}, {"2018-02-18", "2018-W07"}};
  for (const auto& [day, week] : cases) EXPECT_EQ(Date::parse(day)->iso_week(), week) << day;
}

TEST(Date, IsOrderedByTime) {
  EXPECT_LT(*Date::parse("2018-04-30"), *Date::parse("2018-05-01"));
  EXPECT_EQ(*Date::parse("2018-04-30"), *Date::from(2018, 4, 30));
}

}  // namespace
}  // namespace yaodian
