#include <algorithm>

#include "base/rules.h"
#include "check/check.h"

namespace yaodian {
namespace {

void check_periods(const LedgerTask& task, const Plan& plan, Diagnostics& diagnostics) {
  const std::vector<Period> periods = periods_of(task, plan.ledger, plan.start, plan.end);
  if (periods.empty()) {
    diagnostics.report(rule::no_period, task.position, "",
                       {task.due.text, plan.start.iso(), plan.end.iso()});
    return;
  }
  std::vector<std::string> names;
  for (const Period& period : periods) names.push_back(period.name);
  for (const LogEntry& entry : task.log) {
    if (entry.period.empty() || std::find(names.begin(), names.end(), entry.period) != names.end())
      continue;
    diagnostics.report(rule::unknown_period, entry.period_position, entry.period,
                       {entry.period, task.due.text, names.front(), names.back()});
  }
}

}  // namespace

void check_ledger(const Plan& plan, Diagnostics& diagnostics) {
  if (!plan.complete) return;  // its period may be what is wrong
  for (const LedgerTask& task : plan.ledger.tasks) {
    if (task.due.every != Deadline::Every::once) check_periods(task, plan, diagnostics);
  }
}

}  // namespace yaodian
