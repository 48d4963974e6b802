// Progress of a plan: what its reports say of every quota and target, judged on one day.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assess/judgement.h"
#include "model/plan.h"

namespace yaodian {

// What counts of one row for one period: the last word of the reports about it.
struct Observed {
  const Cell* cell = nullptr;  // its figure, within the plan's reports; nullptr where there is none
  const Report* report = nullptr;  // the one that says so

  explicit operator bool() const { return cell != nullptr; }
};

// An observation that a later report took the place of (更正).
struct Correction {
  size_t measure;  // of the table
  size_t row;      // of the table
  size_t period;   // of the column
  Observed before;
  Observed after;
};

// Where a row stands in a column.
struct Standpoint {
  Status status = Status::not_reported;
  std::optional<Decimal> done;   // the last observation there is
  std::optional<size_t> period;  // that it is of: a place in dates
};

// All rows of a column, or of the plan, at the end of a period.
struct Total {
  std::optional<Decimal>
      done;            // the sum of the last observations; nothing without any or out of range
  size_t carried = 0;  // rows of which an older observation went into the sum
};

// The progress of one column of a table.
struct ColumnProgress {
  std::vector<Date>
      dates;  // the periods: days of the reports that ask for it, up to the day judged at
  std::vector<Observed> grid;   // rows × periods; empty where no report has a figure of it
  std::vector<Standpoint> now;  // of each row, on the day judged at
  std::vector<uint32_t> ranks;  // of each row by completion: 1, 2, 2, 4; 0 for those not ranked
  std::vector<uint32_t>
      previous_ranks;  // the same one period before, judged on that day; 0 where there is none
  std::vector<uint32_t> order;  // the ranked rows, best first, in the table's order within a tie
  StatusCounts counts;
  Task total_task;                       // what is asked of all rows together
  Status status = Status::not_reported;  // of all rows together
  std::vector<Total> totals;             // after each period
  bool sample = false;                   // whether sample data is in it

  // True if any report has a figure of it.
  bool observed() const { return !grid.empty(); }
  // Returns the place of DAY in dates, or that of the first day after it.
  size_t period_of(Date day) const;
  // The observations of a row, one for each period.
  std::span<const Observed> row(size_t row) const {
    const size_t periods = totals.size();
    return {grid.data() + row * periods, grid.empty() ? 0 : periods};
  }
};

// The progress of a table. A column of background figures has an empty ColumnProgress.
struct TableProgress {
  std::vector<Date> dates;  // days that reports of this table are of, up to the day judged at
  std::vector<ColumnProgress> columns;
  std::vector<Correction> corrections;

  bool observed() const { return !dates.empty(); }
};

// An observation of the whole plan, with the one that it took the place of, or nullptr.
struct PlanObserved {
  const PlanObservation* observation;
  const Report* report;
  const PlanObservation* before = nullptr;
};

// The observations of a target, or of a measure's total, by date; one for each day.
struct TargetProgress {
  std::vector<PlanObserved> observations;
  Status status = Status::not_reported;  // met, unmet or not_reported
  bool sample = false;
};

struct PlanProgress {
  std::optional<Date> day;  // judged at; nothing where there is neither a report nor --as-of
  std::vector<const Report*>
      reports;  // those that count, by date; corrections after what they correct
  std::vector<TableProgress> tables;    // as the plan's tables
  std::vector<TargetProgress> targets;  // as the plan's targets
  bool sample = false;                  // whether any report that counts is sample data
};

// Judges PLAN on AS_OF, or on the day of its newest report, on JOBS threads. Reports of a later day
// do not count.
PlanProgress assess(const Plan& plan, std::optional<Date> as_of, unsigned jobs = 1);

// Returns where OBSERVED, the word of a report about ROW of TABLE, stands; nowhere where there is
// none. It is looked for in the report: a plan has millions of observations, and a page names few.
Position position_of(const Observed& observed, const TaskTable& table, size_t row);

// What TABLE asks of ROW in column MEASURE of PLAN. The column must be a quota or have a goal.
Task task_of(const Plan& plan, const TaskTable& table, size_t row, size_t measure);

// Where a row stands after PERIOD (a place in dates), judged on DAY, OBSERVED being its
// observations.
Standpoint stand_at(const Task& task, std::span<const Observed> observed, size_t period, Date day);

// A period of a row's history (月度记录).
struct Month {
  Date date;
  Observed observed;     // in that period
  Status status;         // judged on that day, with what that period brought
  bool made_up = false;  // it was behind, and in a later period no more
  bool corrected = false;
};

// The history of ROW in a column, by date; empty where nothing was ever reported of the table.
std::vector<Month> history(const Plan& plan, const TaskTable& table, const TableProgress& progress,
                           size_t row, size_t measure);

// The observations of the total of column "TABLE.MEASURE" that name no units.
std::vector<PlanObserved> totals_of(const PlanProgress& progress, const TaskTable& table,
                                    const Measure& measure);

}  // namespace yaodian
