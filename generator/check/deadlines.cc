#include "base/rules.h"
#include "check/check.h"

namespace yaodian {
namespace {

void check_day(std::optional<Date> day, const Position& position, const Plan& plan,
               Diagnostics& diagnostics) {
  constexpr int kAfter = 92;  // days: what a year is wound up with falls due in the next quarter
  if (!day || (*day >= plan.start && day->days <= plan.end.days + kAfter)) return;
  diagnostics.report(rule::outside_period, position, "",
                     {day->iso(), plan.start.iso(), plan.end.iso()});
}

}  // namespace

void check_deadlines(const Plan& plan, Diagnostics& diagnostics) {
  if (!plan.complete) return;  // its period may be what is wrong
  for (const TaskTable& table : plan.tables) {
    for (const Measure& measure : table.measures)
      check_day(measure.due, measure.position, plan, diagnostics);
  }
  for (const Target& target : plan.targets)
    check_day(target.due, target.position, plan, diagnostics);
  for (const LedgerTask& task : plan.ledger.tasks)
    check_day(task.due.day, task.position, plan, diagnostics);
}

}  // namespace yaodian
