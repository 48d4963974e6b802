// How the units of a table stand to one another: ranks, the middle, shares, goals met.
#pragma once

#include <optional>
#include <vector>

#include "assess/progress.h"
#include "model/plan.h"

namespace yaodian {

// Returns what counts of ROW in the column MEASURE of TABLE: the cell of the table, and of a result
// that reports speak of what they say last, blank where that is 未报.
Cell figure_of(const TaskTable& table, size_t measure, const ColumnProgress& progress, size_t row);

// The figures of one measure, as figure_of() has them, over all rows of its table. 待定 and blanks
// are not counted; a quota of 0 means 无任务 and is not ranked either.
struct Standing {
  bool from_low = false;  // where the goal is a most, as "≤ 4%", the smallest figure ranks first
  std::vector<uint32_t> ranks;  // of each row: 1 for the largest, ties share the better rank (1, 2,
                                // 2, 4); 0 for not ranked
  std::vector<uint32_t>
      order;  // the ranked rows, best rank first, in the table's order within a tie
  std::vector<uint32_t> places;   // of each ranked row in order; 0 for the others
  std::optional<Decimal> median;  // of the ranked rows; of two middle ones the mean, half up
  std::optional<Decimal> largest;
  std::optional<Decimal> smallest;
  std::optional<Decimal> sum;  // of the table; nothing for rates
  size_t met = 0;              // rows that meet the measure's goal; 0 where it has none
  size_t undecided = 0;        // 待定

  // True if another row has the rank of ROW, which is ranked.
  bool shares_rank(size_t row) const;
};

// The standings of a plan: [table][measure], in the plan's order.
using Standings = std::vector<std::vector<Standing>>;

Standing stand(const TaskTable& table, size_t measure, const ColumnProgress& progress = {});
// PROGRESS is that of PLAN. On JOBS threads.
Standings stand(const Plan& plan, const PlanProgress& progress, unsigned jobs = 1);

}  // namespace yaodian
