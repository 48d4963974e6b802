#include "render/periods.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "base/words.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Period, IsNamedWithItsYearOnlyOutsideThePlans) {
  const auto name = [](std::string_view period) {
    return period_text(*chinese_words(), period, 2018);
  };
  EXPECT_EQ(name("2018-04"), "4月");
  EXPECT_EQ(name("2018-12"), "12月");
  EXPECT_EQ(name("2018-Q2"), "第2季度");
  EXPECT_EQ(name("2018-H2"), "下半年");
  EXPECT_EQ(name("2018-W07"), "第7周");
  EXPECT_EQ(name("2018-W10"), "第10周");
  EXPECT_EQ(name("2018"), "2018年");
  EXPECT_EQ(name("2019-01"), "2019年1月");
  EXPECT_EQ(name(""), "");
}

TEST(Period, IsNamedInTheLanguageOfTheSite) {
  const auto english = words_in(Language::en);
  const auto name = [&](std::string_view period) { return period_text(*english, period, 2018); };
  EXPECT_EQ(name("2018-04"), "April");
  EXPECT_EQ(name("2018-Q2"), "Quarter 2");
  EXPECT_EQ(name("2018-H1"), "First half-year");
  EXPECT_EQ(name("2018-W07"), "Week 7");
  EXPECT_EQ(name("2018"), "2018");
  EXPECT_EQ(name("2019-01"), "January 2019");
  EXPECT_EQ(title_in_period(*english, "走访", "2019-Q1", 2018), "走访 (Quarter 1 2019)");
}

std::vector<std::string> names(const Words& words, std::initializer_list<const char*> days) {
  std::vector<Date> dates;
  for (const char* day : days) dates.push_back(Date::parse(day).value());
  return names_of_days(words, dates, 2018);
}

TEST(DaysOfACourse, AreNamedByTheirMonths) {
  EXPECT_THAT(names(*chinese_words(), {"2018-03-31", "2018-04-30"}), ElementsAre("3月", "4月"));
  EXPECT_THAT(names(*chinese_words(), {}), IsEmpty());
}

TEST(DaysOfACourse, OfOneMonthAreToldApart) {
  EXPECT_THAT(names(*chinese_words(), {"2018-11-30", "2018-12-30", "2018-12-31"}),
              ElementsAre("11月", "12月30日", "12月31日"));
}

TEST(DaysOfACourse, SayTheirYearWhereItChanges) {
  EXPECT_THAT(
      names(*chinese_words(),
            {"2017-12-31", "2018-04-30", "2018-12-31", "2019-04-10", "2019-04-30", "2020-04-30"}),
      ElementsAre("2017年12月", "2018年4月", "12月", "2019年4月10日", "4月30日", "2020年4月"));
  EXPECT_THAT(names(*words_in(Language::en), {"2018-12-31", "2019-04-10", "2019-04-30"}),
              ElementsAre("December", "10 April 2019", "30 April"));
}

TEST(DayText, HasItsYearOnlyWhereItIsAnother) {
  const Date day = Date::parse("2019-01-31").value();
  EXPECT_EQ(day_text(*chinese_words(), day, 2019), "1月31日");
  EXPECT_EQ(day_text(*chinese_words(), day, 2018), "2019年1月31日");
}

}  // namespace
}  // namespace yaodian
