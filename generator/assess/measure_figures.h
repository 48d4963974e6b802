// The figures that a plan has of shared measures (指标): what it aims at and what it reports.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assess/progress.h"
#include "model/plan.h"

namespace yaodian {

// An aim is compared with aims only, a result with results.
enum class FigureKind : uint8_t { aim, result };

// A figure of a shared measure. It points into its plan.
struct MeasureFigure {
  const MeasureUse* use = nullptr;  // the measure that it is of, and how it differs
  FigureKind kind = FigureKind::aim;
  int year = 0;             // that the plan begins in; of a result that has a day, the day's
  std::optional<Date> day;  // of a result, the day that it is of, where that is known
  Goal goal;                // an aim; of a result exactly its figure
  std::string per;          // 周, 月, 季, 年 of an aim that recurs
  std::optional<Date> due;  // of an aim
  std::string who;          // of an aim: who has to meet it
  size_t units = 0;         // units whose figures add up to it; 0 where it is not a sum
  size_t undecided = 0;     // units of these with 待定, which are not in the sum
  bool sample = false;      // demonstration data
  Position position;        // where it is written; the column of a sum

  // What it is the figure of: a target, a column of a table, or a figure of a report.
  const Target* target = nullptr;
  const TaskTable* table = nullptr;
  const Measure* column = nullptr;
  const Report* report = nullptr;        // of a figure
  const ReportFigure* figure = nullptr;  // of a report

  const std::string& measure() const { return use->measure.id; }
  // The figure as a reader sees it: "≥ 12次/年", "1,114家".
  std::string text() const;
};

// Returns the figures of shared measures in PLAN: of its targets, then its tables, then its
// reports. A target is an aim and its last observation a result. The quotas of a column add up to
// an aim, what was last reported of it, or the column itself where it holds no quotas, to a
// result; rates do not add up. A figure of a report is a result. PROGRESS is the plan's, judged
// AS_OF; figures of reports of a later day are left out.
std::vector<MeasureFigure> measure_figures(const Plan& plan, const PlanProgress& progress,
                                           std::optional<Date> as_of);

}  // namespace yaodian
