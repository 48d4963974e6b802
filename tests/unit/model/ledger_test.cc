#include "model/ledger.h"

#include <gmock/gmock.h>

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Every = Deadline::Every;

Date day(const char* text) { return Date::parse(text).value(); }

// The periods of a task due DUE in a plan of 2018 or from START to END, each as "name=deadline".
std::vector<std::string> periods(const char* due, const char* from = nullptr,
                                 const char* start = "2018-01-01", const char* end = "2018-12-31") {
  LedgerTask task;
  task.due = parse_deadline(due).value();
  if (from) task.from = day(from);
  std::vector<std::string> all;
  for (const Period& period : periods_of(task, {}, day(start), day(end)))
    all.push_back(period.name + "=" + period.due.iso());
  return all;
}

TEST(Deadline, IsOneDayOrTheLastOfAMonth) {
  const std::pair<const char*, const char*> cases[] = {{"2018-12-31", "2018-12-31"},
                                                       {"2018-11", "2018-11-30"},
                                                       {"2018-02", "2018-02-28"},
                                                       {"2020-02", "2020-02-29"},
                                                       {" ２０１８-12 ", "2018-12-31"}};
  for (const auto& [text, due] : cases) {
    const auto deadline = parse_deadline(text);
    ASSERT_TRUE(deadline) << text;
    EXPECT_EQ(deadline->every, Every::once);
    EXPECT_EQ(deadline->day, day(due)) << text;
  }
}

TEST(Deadline, RecursInEachPeriod) {
  const std::tuple<const char*, Every, int> cases[] = {
      {"每周", Every::week, 0},        {"每月", Every::month, 0},     {"每季度", Every::quarter, 0},
      {"每半年", Every::half_year, 0}, {"每年", Every::year, 0},      {"每月5日", Every::month, 5},
      {"每月31日", Every::month, 31},  {"每月 5日", Every::month, -1}};
  for (const auto& [text, every, day_of_month] : cases) {
    const auto deadline = parse_deadline(text);
    EXPECT_EQ(deadline.has_value(), day_of_month >= 0) << text;
    if (!deadline) continue;
    EXPECT_EQ(deadline->every, every) << text;
    EXPECT_EQ(deadline->day_of_month, day_of_month) << text;
    EXPECT_EQ(deadline->text, text);
    EXPECT_FALSE(deadline->day);
  }
}

TEST(Deadline, IsNothingElse) {
  for (const char* text : {"", "年底", "2018", "2018-13", "2018-02-30", "2018-1", "每日", "每季",
                           "每月0日", "每月32日", "每月-5日", "每月005日", "每月日", "每月5日前"})
    EXPECT_FALSE(parse_deadline(text)) << text;
}

TEST(Periods, AreNoneOfATaskThatIsDueOnce) { EXPECT_THAT(periods("2018-11"), IsEmpty()); }

TEST(Periods, EndWithTheirMonth) {
  EXPECT_THAT(periods("每月", nullptr, "2020-01-15", "2020-04-29"),
              ElementsAre("2020-01=2020-01-31", "2020-02=2020-02-29", "2020-03=2020-03-31"));
}

TEST(Periods, EndOnTheLastDayOfAMonthThatIsShorter) {
  EXPECT_THAT(periods("每月30日", nullptr, "2018-01-01", "2018-04-30"),
              ElementsAre("2018-01=2018-01-30", "2018-02=2018-02-28", "2018-03=2018-03-30",
                          "2018-04=2018-04-30"));
}

TEST(Periods, AreNamedByTheMonthOfTheirDeadline) {
  EXPECT_THAT(periods("每月5日", "2018-10-05"),
              ElementsAre("2018-10=2018-10-05", "2018-11=2018-11-05", "2018-12=2018-12-05"));
  EXPECT_THAT(periods("每月5日", "2018-10-06"),
              ElementsAre("2018-11=2018-11-05", "2018-12=2018-12-05"));
}

TEST(Periods, AreQuartersHalvesAndYears) {
  EXPECT_THAT(periods("每季度"), ElementsAre("2018-Q1=2018-03-31", "2018-Q2=2018-06-30",
                                             "2018-Q3=2018-09-30", "2018-Q4=2018-12-31"));
  EXPECT_THAT(periods("每季度", "2018-04-01"),
              ElementsAre("2018-Q2=2018-06-30", "2018-Q3=2018-09-30", "2018-Q4=2018-12-31"));
  EXPECT_THAT(periods("每半年"), ElementsAre("2018-H1=2018-06-30", "2018-H2=2018-12-31"));
  EXPECT_THAT(periods("每年"), ElementsAre("2018=2018-12-31"));
}

TEST(Periods, AreIsoWeeksThatEndOnSunday) {
  EXPECT_THAT(periods("每周", nullptr, "2018-12-20", "2019-01-06"),
              ElementsAre("2018-W51=2018-12-23", "2018-W52=2018-12-30", "2019-W01=2019-01-06"));
  EXPECT_THAT(periods("每周", nullptr, "2017-01-01", "2017-01-10"),
              ElementsAre("2016-W52=2017-01-01", "2017-W01=2017-01-08"));
  EXPECT_EQ(periods("每周").size(), 52u);
}

TEST(Periods, BeginWithTheTaskOrTheLedgerButNotBeforeThePlan) {
  LedgerTask task;
  task.due = parse_deadline("每季度").value();
  const auto first = [&](const Ledger& ledger) {
    return periods_of(task, ledger, day("2018-01-01"), day("2018-12-31")).at(0).name;
  };
  Ledger ledger;
  EXPECT_EQ(first(ledger), "2018-Q1");
  ledger.from = day("2018-04-01");
  EXPECT_EQ(first(ledger), "2018-Q2");
  task.from = day("2018-08-01");
  EXPECT_EQ(first(ledger), "2018-Q3");
  task.from = day("2017-01-01");
  EXPECT_EQ(first(ledger), "2018-Q1");
}

TEST(Periods, AreNoneWhereNoDeadlineIsLeft) {
  EXPECT_THAT(periods("每月", "2019-01-01"), IsEmpty());
  EXPECT_THAT(periods("每年", nullptr, "2018-01-01", "2018-12-30"), IsEmpty());
}

}  // namespace
}  // namespace yaodian
