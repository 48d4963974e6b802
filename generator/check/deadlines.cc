#include "base/rules.h"
#include "check/check.h"

namespace yaodian {
namespace {

constexpr Text kDeadline{"期限", "the deadline"};

bool is_after(Date day, const Plan& plan) {
  constexpr int kAfter = 92;  // days: what a year is wound up with falls due in the next quarter
  return day.days > plan.end.days + kAfter;
}

void report_outside(Argument what, Date day, const Position& position, std::string_view underlined,
                    const Plan& plan, Diagnostics& diagnostics) {
  diagnostics.report(rule::outside_period, position, underlined,
                     {std::move(what), day.iso(), plan.start.iso(), plan.end.iso()});
}

// WHAT is what the editor calls DAY.
void check_day(Argument what, std::optional<Date> day, const Position& position, const Plan& plan,
               Diagnostics& diagnostics) {
  if (day && (*day < plan.start || is_after(*day, plan)))
    report_outside(std::move(what), *day, position, "", plan, diagnostics);
}

// A day before the plan begins is an error of its own, or right where there are only figures.
void check_report(const Report& report, const Plan& plan, Diagnostics& diagnostics) {
  const std::string key = report.corrects ? "corrects" : "as_of";
  if (is_after(report.as_of, plan))
    return report_outside(key, report.as_of, report.position, report.as_of.iso(), plan,
                          diagnostics);
  if (!report.received) return;
  const std::string received = report.received->iso();
  if (is_after(*report.received, plan))
    report_outside(std::string("received"), *report.received, report.received_position, received,
                   plan, diagnostics);
  else if (*report.received < report.as_of)
    diagnostics.report(rule::received_early, report.received_position, received,
                       {received, report.as_of.iso(), key});
}

}  // namespace

void check_deadlines(const Plan& plan, Diagnostics& diagnostics) {
  if (!plan.complete) return;  // its period may be what is wrong
  for (const TaskTable& table : plan.tables) {
    for (const Measure& measure : table.measures)
      check_day(kDeadline, measure.due, measure.position, plan, diagnostics);
  }
  for (const Target& target : plan.targets)
    check_day(kDeadline, target.due, target.position, plan, diagnostics);
  for (const LedgerTask& task : plan.ledger.tasks) {
    check_day(kDeadline, task.due.day, task.position, plan, diagnostics);
    for (const LogEntry& entry : task.log)
      check_day(std::string("on"), entry.on, entry.position, plan, diagnostics);
  }
  for (const Report& report : plan.reports) check_report(report, plan, diagnostics);
}

}  // namespace yaodian
