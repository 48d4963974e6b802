// What the pages of one plan share: the plan and everything computed from it once.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "assess/agenda.h"
#include "assess/freshness.h"
#include "assess/measure_figures.h"
#include "assess/progress.h"
#include "assess/standing.h"
#include "chart/chart.h"
#include "check/reconciliation.h"
#include "model/plan.h"
#include "pages/statements.h"
#include "render/deadlines.h"

namespace yaodian {

class Word;
class Words;

// A column of a table, with what is known of it.
struct Column {
  const Words& words;  // of the interface
  const TaskTable& table;
  const Measure& measure;
  const Standing& standing;
  const chart::Profile& profile;
  const TableProgress& reported;   // of its table
  const ColumnProgress& progress;  // of its own
  size_t place;                    // of the measure in the table

  // "allocation.members": what data-measure says.
  std::string id() const { return table.id + "." + measure.id; }
  // What counts of a row: of a result what was reported last.
  Cell figure(size_t row) const { return figure_of(table, place, progress, row); }
  // True if figures of reports have taken the place of those of the table.
  bool is_updated() const { return measure.role == Role::result && progress.observed(); }
  // The day of its figures, if that is known.
  std::optional<Date> day() const { return is_updated() ? progress.dates.back() : table.as_of; }
};

struct PlanContext {
  // SITE and CHECKS must outlive the context. It is made on JOBS threads.
  PlanContext(const Site& site, const Publisher& publisher, const Plan& plan,
              const Reconciliation& checks, std::optional<Date> as_of, unsigned jobs = 1);

  // Returns the column MEASURE of table TABLE, by place.
  Column column(size_t table, size_t measure) const;
  // True if any report counts on the date judged at.
  bool has_reports() const { return !progress.reports.empty(); }
  // Returns the column that ADDRESS ("table:x.y") names. It must exist.
  Column column(const Address& address) const;

  const Site& site;
  const Words& words;  // of the interface
  const Publisher& publisher;
  const Plan& plan;
  const Reconciliation& checks;
  const std::optional<Date> as_of;  // given with --as-of
  const PlanProgress progress;      // progress.day is the date judged at
  const Agenda agenda;
  const PlanFreshness fresh;
  const std::vector<UnitIndex> units;
  const Standings standings;
  const Statements statements;
  const std::vector<MeasureFigure> figures;                 // of shared measures
  const std::vector<std::vector<chart::Profile>> profiles;  // [table][measure]
  const std::vector<PlanDeadline> deadlines;                // by day
};

// Returns the context of each plan: [publisher][plan]; each is made on JOBS threads.
std::vector<std::vector<std::unique_ptr<const PlanContext>>> plan_contexts(
    const Site& site, const Reconciliations& reconciliations, std::optional<Date> as_of,
    unsigned jobs = 1);

}  // namespace yaodian
