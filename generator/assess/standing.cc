#include "assess/standing.h"

#include <algorithm>

#include "base/parallel.h"

namespace yaodian {
namespace {

// Whole numbers may have a middle with one decimal; others keep their decimals.
Decimal middle_of(Decimal lower, Decimal upper) {
  const Decimal sum = lower + upper;
  const Decimal middle = portion(sum, 1, 2, std::max(1, sum.decimals()));
  const Decimal whole = middle.rounded(0);
  return sum.decimals() == 0 && whole == middle ? whole : middle;
}

}  // namespace

Cell figure_of(const TaskTable& table, size_t at, const ColumnProgress& progress, size_t row) {
  const bool reported = table.measures[at].role == Role::result && progress.observed();
  if (!reported) return table.rows[row].cells[at];
  const Standpoint& now = progress.now[row];
  return now.status == Status::not_reported ? Cell{} : Cell{*now.done, Cell::State::number};
}

Standing stand(const TaskTable& table, size_t at, const ColumnProgress& progress) {
  const Measure& measure = table.measures[at];
  Standing standing;
  standing.ranks.resize(table.rows.size());
  standing.places.resize(table.rows.size());
  standing.sum = table.sum(at);
  std::vector<std::pair<Decimal, uint32_t>> ranked;
  for (uint32_t row = 0; row < table.rows.size(); ++row) {
    const Cell cell = figure_of(table, at, progress, row);
    const bool none = measure.role == Role::quota && cell.is_no_task();
    if (cell.state == Cell::State::undecided) ++standing.undecided;
    if (cell.is_number() && !none) ranked.emplace_back(cell.value, row);
    if (cell.is_number() && measure.goal && measure.goal->met_by(cell.value)) ++standing.met;
  }
  standing.from_low = measure.goal && !measure.goal->least();
  std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
    return standing.from_low ? a.first < b.first : a.first > b.first;
  });
  for (const auto& [value, row] : ranked) standing.order.push_back(row);
  const auto value = [&](size_t place) { return ranked[place].first; };
  const size_t count = standing.order.size();
  for (size_t place = 0; place < count; ++place) {
    const bool tie = place > 0 && value(place) == value(place - 1);
    standing.places[standing.order[place]] = static_cast<uint32_t>(place);
    standing.ranks[standing.order[place]] =
        tie ? standing.ranks[standing.order[place - 1]] : static_cast<uint32_t>(place + 1);
  }
  if (count == 0) return standing;
  standing.largest = value(standing.from_low ? count - 1 : 0);
  standing.smallest = value(standing.from_low ? 0 : count - 1);
  standing.median =
      count % 2 == 1 ? value(count / 2) : middle_of(value(count / 2), value(count / 2 - 1));
  return standing;
}

bool Standing::shares_rank(size_t row) const {
  const size_t place = places[row];
  const auto has_it = [&](size_t other) { return ranks[order[other]] == ranks[row]; };
  return (place > 0 && has_it(place - 1)) || (place + 1 < order.size() && has_it(place + 1));
}

Standings stand(const Plan& plan, const PlanProgress& progress, unsigned jobs) {
  Standings standings;
  for (const TaskTable& table : plan.tables) standings.emplace_back(table.measures.size());
  const std::vector<ColumnPlace> columns = columns_of(plan);
  parallel_for(columns.size(), jobs, [&](unsigned, size_t at) {
    const auto [table, measure] = columns[at];
    standings[table][measure] =
        stand(plan.tables[table], measure, progress.tables[table].columns[measure]);
  });
  return standings;
}

}  // namespace yaodian
