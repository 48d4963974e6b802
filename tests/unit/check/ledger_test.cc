#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What is said of a plan of 2018 with a task due DUE whose log writes off PERIODS.
struct Checked {
  Checked(const char* due, const std::vector<std::string>& periods,
          std::optional<Date> from = std::nullopt) {
    Plan plan;
    plan.start = *Date::from(2018, 1, 1);
    plan.end = *Date::from(2018, 12, 31);
    LedgerTask& task = plan.ledger.tasks.emplace_back();
    task.due = parse_deadline(due).value();
    task.from = from;
    for (const std::string& period : periods) task.log.emplace_back().period = period;
    check_ledger(plan, diagnostics);
  }
  Diagnostics diagnostics;
};

TEST(LedgerCheck, KnowsThePeriodsOfTheTask) {
  EXPECT_THAT(messages(Checked("每月", {"2018-01", "2018-12"}).diagnostics), IsEmpty());
  EXPECT_THAT(messages(Checked("每周", {"2018-W07"}).diagnostics), IsEmpty());
  EXPECT_THAT(messages(Checked("2018-11", {}).diagnostics), IsEmpty());
}

TEST(LedgerCheck, RefusesOtherPeriodsAndPeriodsOutsideThePlan) {
  for (const char* period : {"2017-12", "2019-01", "2018-1", "2018-Q1", "2018-13", "5月"})
    EXPECT_THAT(messages(Checked("每月", {period}).diagnostics), ElementsAre("unknown-period"))
        << period;
  EXPECT_THAT(messages(Checked("每月", {"2018-03"}, Date::from(2018, 4, 1)).diagnostics),
              ElementsAre("unknown-period"));
  // The last Monday of 2018 is in a week that ends in 2019.
  EXPECT_THAT(messages(Checked("每周", {"2019-W01"}).diagnostics), ElementsAre("unknown-period"));
}

TEST(LedgerCheck, SaysWhatThePeriodIsNot) {
  const Checked checked("每季度", {"2018-Q5"});
  EXPECT_EQ(message_text(checked.diagnostics), "“2018-Q5”不是“每季度”的一期");
}

TEST(LedgerCheck, ReportsATaskThatNeverFallsDue) {
  EXPECT_THAT(messages(Checked("每月", {"2018-03"}, Date::from(2019, 1, 1)).diagnostics),
              ElementsAre("no-period"));
}

}  // namespace
}  // namespace yaodian
