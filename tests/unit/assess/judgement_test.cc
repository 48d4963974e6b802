#include "assess/judgement.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }
Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

// A task of the plan of 2018 with QUOTA, which is due at the plan's end.
Task task_of(std::string_view quota, Task::Kind kind = Task::Kind::at_least) {
  Task task;
  task.kind = kind;
  task.quota = {number(quota), Cell::State::number};
  task.start = day("2018-01-01");
  task.deadline = day("2018-12-31");
  task.behind_share = 80;
  return task;
}

Task due(std::string_view deadline, std::string_view quota) {
  Task task = task_of(quota);
  task.deadline = day(deadline);
  return task;
}

Task with_share(std::string_view share, std::string_view quota) {
  Task task = task_of(quota);
  task.behind_share = number(share);
  return task;
}

Task with_state(Cell::State state) {
  Task task = task_of("100");
  task.quota = {{}, state};
  return task;
}

Task leap_year(std::string_view quota) {
  Task task = task_of(quota);
  task.start = day("2020-01-01");
  task.deadline = day("2020-12-31");
  return task;
}

Knowledge known(std::string_view done, bool stale = false) { return {number(done), stale}; }

// What was known on a day, and how it is judged.
struct Case {
  const char* on;
  const char* done;
  Status status;
};

void expect(const Task& task, const std::vector<Case>& cases) {
  for (const auto& [on, done, status] : cases) {
    EXPECT_EQ(judge(task, known(done), day(on)), status)
        << task.quota.value.plain() << ": " << done << " on " << on;
  }
}

TEST(Judgement, FollowsThePaceFromTheFirstDay) {
  // Day 1 of 365: the pace of 365 is 1, and 80 % of it 0.8.
  expect(task_of("365"), {{"2018-01-01", "1", Status::on_pace},
                          {"2018-01-01", "0.999999", Status::behind},
                          {"2018-01-01", "0.8", Status::behind},
                          {"2018-01-01", "0.799999", Status::far_behind},
                          {"2018-01-01", "0", Status::far_behind}});
}

TEST(Judgement, AsksForNothingBeforeThePlanStarts) {
  expect(task_of("365"), {{"2017-12-31", "0", Status::on_pace}});
}

TEST(Judgement, ComparesExactlyInTheMiddleOfTheYear) {
  // 30 April is day 31 + 28 + 31 + 30 = 120: 730 × 120 / 365 = 240, and 80 % of it is 192.
  expect(task_of("730"), {{"2018-04-30", "240", Status::on_pace},
                          {"2018-04-30", "239.999999", Status::behind},
                          {"2018-04-30", "192", Status::behind},
                          {"2018-04-30", "191.999999", Status::far_behind}});
}

TEST(Judgement, IsNotMadeOnARoundedPace) {
  // 1000 / 365 = 2.7397260…, which is shown as 2.7; 80 % of it is 2.1917808…, shown as 2.2.
  expect(task_of("1000"), {{"2018-01-01", "2.7", Status::behind},
                           {"2018-01-01", "2.739726", Status::behind},      // × 365 = 999.999990
                           {"2018-01-01", "2.739727", Status::on_pace},     // × 365 = 1000.000355
                           {"2018-01-01", "2.191780", Status::far_behind},  // × 365 = 799.999700
                           {"2018-01-01", "2.191781", Status::behind}});    // × 365 = 800.000065
  // 6 × 120 / 365 = 1.97…, which is shown as 2.0: with 2 it is on pace, with 1.97 it is not.
  expect(task_of("6"),
         {{"2018-04-30", "2", Status::on_pace}, {"2018-04-30", "1.97", Status::behind}});
}

TEST(Judgement, TakesTheShareOfThePlan) {
  // The pace is 240 (above): 50 % is 120, 33.3 % is 79.92, 100 % leaves no room.
  expect(with_share("50", "730"),
         {{"2018-04-30", "120", Status::behind}, {"2018-04-30", "119.999999", Status::far_behind}});
  expect(with_share("33.3", "730"), {{"2018-04-30", "79.92", Status::behind},
                                     {"2018-04-30", "79.919999", Status::far_behind}});
  expect(with_share("100", "730"), {{"2018-04-30", "240", Status::on_pace},
                                    {"2018-04-30", "239.999999", Status::far_behind}});
}

TEST(Judgement, IsOverdueFromTheDayAfterTheDeadline) {
  // On the deadline the pace is the quota, 180, and 80 % of it 144.
  expect(due("2018-06-29", "180"), {{"2018-06-29", "180", Status::done},
                                    {"2018-06-29", "179.999999", Status::behind},
                                    {"2018-06-29", "144", Status::behind},
                                    {"2018-06-29", "143", Status::far_behind},
                                    {"2018-06-30", "179.999999", Status::overdue},
                                    {"2018-06-30", "0", Status::overdue},
                                    {"2019-06-30", "0", Status::overdue}});
}

TEST(Judgement, IsDoneHoweverLateAndHoweverMuch) {
  expect(due("2018-06-29", "180"), {{"2018-01-01", "180", Status::done},
                                    {"2018-06-30", "180", Status::done},
                                    {"2019-06-30", "180.0", Status::done},
                                    {"2018-03-01", "500", Status::done}});
}

TEST(Judgement, KnowsLeapYears) {
  // 29 February is day 31 + 29 = 60 of 366: the pace of 366 is 60, and 80 % of it 48.
  expect(leap_year("366"), {{"2020-02-29", "60", Status::on_pace},
                            {"2020-02-29", "59.999999", Status::behind},
                            {"2020-02-29", "48", Status::behind},
                            {"2020-02-29", "47.999999", Status::far_behind},
                            {"2020-12-31", "365.999999", Status::behind}});
}

TEST(Judgement, TakesADeadlineBeforeTheStart) {
  expect(due("2017-06-01", "10"), {{"2017-06-01", "0", Status::on_pace},
                                   {"2018-01-01", "9", Status::overdue},
                                   {"2018-01-01", "10", Status::done}});
}

TEST(Judgement, HasNoStatusOfPaceWithoutAQuota) {
  for (const Task::Kind kind : {Task::Kind::at_least, Task::Kind::at_most}) {
    for (const char* zero : {"0", "0.00", "-5"})
      expect(task_of(zero, kind),
             {{"2018-04-30", "5", Status::no_quota}, {"2019-01-01", "0", Status::no_quota}});
  }
  expect(with_state(Cell::State::blank), {{"2018-04-30", "5", Status::no_quota}});
  expect(with_state(Cell::State::undecided),
         {{"2018-04-30", "5", Status::undecided}, {"2019-01-01", "0", Status::undecided}});
  EXPECT_EQ(judge(task_of("0"), {}, day("2018-04-30")), Status::no_quota);
  EXPECT_EQ(judge(with_state(Cell::State::undecided), {}, day("2018-04-30")), Status::undecided);
}

TEST(Judgement, IsMetUpToAnAtMostQuotaOnAnyDay) {
  expect(task_of("10", Task::Kind::at_most), {{"2018-01-01", "10", Status::met},
                                              {"2018-01-01", "10.000001", Status::unmet},
                                              {"2018-04-30", "0", Status::met},
                                              {"2019-01-01", "10.0", Status::met},
                                              {"2019-01-01", "11", Status::unmet}});
}

TEST(Judgement, HoldsAResultAgainstItsGoalOnAnyDay) {
  const Goal goal = parse_goal(">= 95%").value();
  Task task = with_state(Cell::State::undecided);  // the cell is no quota
  task.kind = Task::Kind::goal;
  task.goal = &goal;
  expect(task, {{"2018-01-01", "95", Status::met},
                {"2018-01-01", "94.999999", Status::unmet},
                {"2019-01-01", "95.00", Status::met},
                {"2019-01-01", "0", Status::unmet}});
  EXPECT_EQ(judge(task, known("95", true), day("2018-04-30")), Status::not_reported);
  EXPECT_EQ(judge(task, {}, day("2018-04-30")), Status::not_reported);
}

TEST(Judgement, KnowsNothingWithoutAnObservation) {
  for (const Task::Kind kind : {Task::Kind::at_least, Task::Kind::at_most}) {
    for (const char* on : {"2017-12-31", "2018-04-30", "2019-01-01"})
      EXPECT_EQ(judge(task_of("10", kind), {}, day(on)), Status::not_reported) << on;
  }
}

TEST(Judgement, TrustsAnOlderObservationOnlyInWhatCannotChange) {
  const auto stale = [](const Task& task, const char* done, const char* on) {
    return judge(task, known(done, true), day(on));
  };
  EXPECT_EQ(stale(task_of("730"), "729", "2018-04-30"), Status::not_reported);
  EXPECT_EQ(stale(task_of("730"), "0", "2018-12-31"), Status::not_reported);
  EXPECT_EQ(stale(task_of("730"), "730", "2018-04-30"), Status::done);
  EXPECT_EQ(stale(task_of("730"), "729", "2019-01-01"), Status::overdue);
  EXPECT_EQ(stale(task_of("730"), "730", "2019-01-01"), Status::done);
  EXPECT_EQ(stale(task_of("10", Task::Kind::at_most), "5", "2018-04-30"), Status::not_reported);
  EXPECT_EQ(stale(task_of("10", Task::Kind::at_most), "50", "2018-04-30"), Status::not_reported);
}

TEST(Judgement, ComparesTheLargestFigures) {
  // 999999999999.999999 × 120 / 365 = 328767123287.671232…
  expect(task_of("999999999999.999999"), {{"2018-04-30", "328767123287.671233", Status::on_pace},
                                          {"2018-04-30", "328767123287.671232", Status::behind},
                                          {"2018-04-30", "999999999999.999999", Status::done}});
}

TEST(Statuses, AreRankedOrBehind) {
  for (size_t at = 0; at < kStatuses; ++at) {
    const auto status = static_cast<Status>(at);
    const bool behind =
        status == Status::behind || status == Status::far_behind || status == Status::overdue;
    EXPECT_EQ(is_behind(status), behind) << at;
    EXPECT_EQ(is_ranked(status), behind || status == Status::done || status == Status::on_pace)
        << at;
  }
}

TEST(Completion, HasOneDecimalRoundedHalfUp) {
  EXPECT_EQ(completion(1, 3)->plain(), "33.3");
  EXPECT_EQ(completion(2, 3)->plain(), "66.7");
  EXPECT_EQ(completion(0, 7)->plain(), "0.0");
  EXPECT_EQ(completion(1, 2000)->plain(), "0.1");  // 0.05
}

TEST(Completion, IsAHundredOnlyWhenDone) {
  EXPECT_EQ(completion(9995, 10000)->plain(), "99.9");  // 99.95 would round up
  EXPECT_EQ(completion(number("999999.999999"), 1000000)->plain(), "99.9");
  EXPECT_EQ(completion(10000, 10000)->plain(), "100.0");
  EXPECT_EQ(completion(number("0.5"), number("0.50"))->plain(), "100.0");
}

TEST(Completion, GoesOnAboveAHundred) {
  EXPECT_EQ(completion(150, 100)->plain(), "150.0");
  EXPECT_EQ(completion(10004, 10000)->plain(), "100.0");
  EXPECT_EQ(completion(10005, 10000)->plain(), "100.1");
}

}  // namespace
}  // namespace yaodian
