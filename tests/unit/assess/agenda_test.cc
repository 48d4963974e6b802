#include "assess/agenda.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(std::string_view text) { return Date::parse(text).value(); }

LogEntry written_off(const char* on, const char* period = "") {
  LogEntry entry;
  entry.on = day(on);
  entry.period = period;
  return entry;
}

LogEntry reopened(const char* on, const char* period = "") {
  LogEntry entry = written_off(on, period);
  entry.reopened = true;
  return entry;
}

LedgerTask task_of(std::string id, const char* due, std::vector<LogEntry> log = {}) {
  LedgerTask task;
  task.id = std::move(id);
  if (*due) task.due = parse_deadline(due).value();
  task.log = std::move(log);
  return task;
}

Plan plan_of(std::vector<LedgerTask> tasks) {
  Plan plan;
  plan.start = day("2018-01-01");
  plan.end = day("2018-12-31");
  plan.ledger.tasks = std::move(tasks);
  return plan;
}

// Each item as "id period due status", without a period where there is none.
std::vector<std::string> items(const Agenda& agenda) {
  constexpr const char* kNames[] = {"written-off", "overdue", "soon", "open"};
  std::vector<std::string> all;
  for (const AgendaItem& item : agenda.items) {
    const std::string period = item.period.empty() ? "" : " " + item.period;
    all.push_back(item.task->id + period + " " + item.due.iso() + " " +
                  kNames[static_cast<size_t>(item.status)]);
  }
  return all;
}

TEST(Agenda, HasAnItemForEachDeadlineInTheirOrder) {
  const Plan plan = plan_of({task_of("none", ""), task_of("quarter", "每季度"),
                             task_of("early", "2018-06-30"), task_of("later", "2019-02")});
  const Agenda agenda = agenda_of(plan, std::nullopt, true);
  EXPECT_THAT(items(agenda),
              ElementsAre("quarter 2018-Q1 2018-03-31 open", "quarter 2018-Q2 2018-06-30 open",
                          "early 2018-06-30 open", "quarter 2018-Q3 2018-09-30 open",
                          "none 2018-12-31 open", "quarter 2018-Q4 2018-12-31 open",
                          "later 2019-02-28 open"));
  EXPECT_TRUE(agenda.items[4].undated);
  EXPECT_FALSE(agenda.items[5].undated);
  EXPECT_FALSE(agenda.items[6].undated);
  EXPECT_EQ(agenda.count(ItemStatus::open), 7u);
}

TEST(Agenda, IsEmptyWithoutALedger) {
  const Agenda agenda = agenda_of(plan_of({}), day("2018-05-01"), true);
  EXPECT_THAT(agenda.items, IsEmpty());
  EXPECT_EQ(agenda.day, day("2018-05-01"));
  EXPECT_FALSE(agenda.sample);
}

TEST(Agenda, CallsSoonWhatIsDueWithinThePlansDays) {
  Plan plan = plan_of({task_of("a", "2018-10-31")});
  const std::pair<const char*, const char*> cases[] = {{"2018-09-30", "open"},
                                                       {"2018-10-01", "soon"},
                                                       {"2018-10-31", "soon"},
                                                       {"2018-11-01", "overdue"}};
  for (const auto& [on, status] : cases)
    EXPECT_THAT(items(agenda_of(plan, day(on), true)),
                ElementsAre(std::string("a 2018-10-31 ") + status))
        << on;
  plan.soon = 0;
  EXPECT_EQ(agenda_of(plan, day("2018-10-30"), true).count(ItemStatus::open), 1u);
  EXPECT_EQ(agenda_of(plan, day("2018-10-31"), true).count(ItemStatus::soon), 1u);
}

TEST(Agenda, JudgesWhatHasNoDeadlineByThePlansEnd) {
  const Plan plan = plan_of({task_of("a", "")});
  EXPECT_EQ(agenda_of(plan, day("2018-11-30"), true).count(ItemStatus::open), 1u);
  EXPECT_EQ(agenda_of(plan, day("2018-12-01"), true).count(ItemStatus::soon), 1u);
  EXPECT_EQ(agenda_of(plan, day("2019-01-01"), true).count(ItemStatus::overdue), 1u);
}

TEST(Agenda, SaysWhetherAWriteOffWasLate) {
  const Plan plan = plan_of({task_of("in-time", "2018-07-20", {written_off("2018-07-20")}),
                             task_of("late", "2018-07-20", {written_off("2018-07-21")})});
  const Agenda agenda = agenda_of(plan, day("2018-10-31"), true);
  EXPECT_THAT(items(agenda),
              ElementsAre("in-time 2018-07-20 written-off", "late 2018-07-20 written-off"));
  EXPECT_FALSE(agenda.items[0].late);
  EXPECT_TRUE(agenda.items[1].late);
  EXPECT_EQ(agenda.count(ItemStatus::written_off), 2u);
}

TEST(Agenda, TakesUpAgainWhatWasReopened) {
  const std::vector<LogEntry> log = {written_off("2018-06-28"), reopened("2018-07-12"),
                                     written_off("2018-08-03")};
  const Plan plan = plan_of({task_of("a", "2018-07-20", log)});
  const std::tuple<const char*, ItemStatus, size_t, bool> cases[] = {
      {"2018-06-28", ItemStatus::written_off, 0, false},
      {"2018-07-12", ItemStatus::soon, 1, false},
      {"2018-07-31", ItemStatus::overdue, 1, false},
      {"2018-08-03", ItemStatus::written_off, 1, true}};
  for (const auto& [on, status, times, late] : cases) {
    const Agenda agenda = agenda_of(plan, day(on), false);
    EXPECT_EQ(agenda.items.at(0).status, status) << on;
    EXPECT_EQ(agenda.items.at(0).reopened, times) << on;
    EXPECT_EQ(agenda.items.at(0).late, late) << on;
    EXPECT_EQ(agenda.items.at(0).last->on <= day(on), true) << on;
  }
}

TEST(Agenda, LeavesOutEntriesAfterTheDayUnlessAllCount) {
  const Plan plan = plan_of({task_of("a", "2018-07-20", {written_off("2018-07-10")})});
  const Agenda before = agenda_of(plan, day("2018-07-09"), false);
  EXPECT_THAT(items(before), ElementsAre("a 2018-07-20 soon"));
  EXPECT_EQ(before.items[0].last, nullptr);
  for (const auto& agenda :
       {agenda_of(plan, day("2018-07-10"), false), agenda_of(plan, day("2018-07-09"), true),
        agenda_of(plan, std::nullopt, false)})
    EXPECT_THAT(items(agenda), ElementsAre("a 2018-07-20 written-off"));
}

TEST(Agenda, WritesOffPeriodByPeriod) {
  Plan plan =
      plan_of({task_of("a", "每月5日",
                       {written_off("2018-10-08", "2018-10"), written_off("2018-11-02", "2018-11"),
                        reopened("2018-11-03", "2018-11")})});
  plan.ledger.from = day("2018-09-05");
  const Agenda agenda = agenda_of(plan, day("2018-11-05"), true);
  EXPECT_THAT(items(agenda),
              ElementsAre("a 2018-09 2018-09-05 overdue", "a 2018-10 2018-10-05 written-off",
                          "a 2018-11 2018-11-05 soon", "a 2018-12 2018-12-05 soon"));
  EXPECT_TRUE(agenda.items[1].late);
  EXPECT_EQ(agenda.items[2].reopened, 1u);
  EXPECT_EQ(agenda.items[3].last, nullptr);
}

TEST(Agenda, SaysWhetherSampleDataIsInIt) {
  Plan plan = plan_of({task_of("a", "2018-07-20", {written_off("2018-07-10")})});
  EXPECT_FALSE(agenda_of(plan, day("2018-07-20"), false).sample);
  plan.ledger.tasks[0].log[0].sample = true;
  EXPECT_TRUE(agenda_of(plan, day("2018-07-20"), false).sample);
  EXPECT_FALSE(agenda_of(plan, day("2018-07-09"), false).sample);
}

}  // namespace
}  // namespace yaodian
