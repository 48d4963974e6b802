#include "assess/freshness.h"

#include <algorithm>

namespace yaodian {
namespace {

void raise(std::optional<Date>& date, std::optional<Date> other) {
  date = std::max(date, other);  // none is before all
}

std::optional<Date> newest_entry(const Ledger& ledger, std::optional<Date> as_of) {
  std::optional<Date> newest;
  for (const LedgerTask& task : ledger.tasks) {
    for (const LogEntry& entry : task.log) {
      if (!as_of || entry.on <= *as_of) raise(newest, entry.on);
    }
  }
  return newest;
}

}  // namespace

void Freshness::add(const Report& report) {
  if (report.corrects) return raise(corrected, report.received);
  Freshness own;
  own.as_of = report.as_of;
  own.received = report.received;
  add(own);
}

void Freshness::add(const Freshness& other) {
  raise(issued, other.issued);
  raise(corrected, other.corrected);
  raise(recorded, other.recorded);
  if (other.as_of > as_of) {
    as_of = other.as_of;
    received = other.received;
  } else if (other.as_of == as_of) {
    raise(received, other.received);
  }
}

std::optional<Date> Freshness::newest() const {
  return std::max({issued, as_of, received, corrected, recorded});
}

PlanFreshness freshness_of(const Plan& plan, const PlanProgress& progress,
                           std::optional<Date> as_of) {
  PlanFreshness fresh;
  fresh.tables.resize(plan.tables.size());
  fresh.targets.resize(plan.targets.size());
  for (const Report& report : plan.reports) {
    // Results are shown without being judged, so they count where no report does.
    if (report.is_background() && (!as_of || report.as_of <= *as_of)) fresh.plan.add(report);
  }
  for (const Report* report : progress.reports) {
    fresh.plan.add(*report);
    for (const TableReport& part : report->tables) {
      if (const TaskTable* table = find(plan.tables, part.table.id))
        fresh.tables[static_cast<size_t>(table - plan.tables.data())].add(*report);
    }
    for (const PlanObservation& one : report->observations) {
      if (const Target* target = find(plan.targets, one.of.id);
          target && one.of.scheme == Scheme::target)
        fresh.targets[static_cast<size_t>(target - plan.targets.data())].add(*report);
      if (const TaskTable* table = find(plan.tables, one.of.id);
          table && one.of.scheme == Scheme::table)
        fresh.tables[static_cast<size_t>(table - plan.tables.data())].add(*report);
    }
  }
  fresh.plan.issued = plan.issued;
  fresh.plan.recorded = newest_entry(plan.ledger, as_of);
  return fresh;
}

}  // namespace yaodian
