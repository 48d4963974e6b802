#include "assess/progress.h"

#include <algorithm>

namespace yaodian {
namespace {

bool is_tracked(const Measure& measure) {
  return measure.role == Role::quota || (measure.role == Role::result && measure.goal);
}

// Judges one table. The reports come by date, a correction after what it corrects.
class TableAssessor {
 public:
  TableAssessor(const Plan& plan, size_t table, const PlanProgress& whole)
      : plan_(plan), table_(plan.tables[table]), whole_(whole) {}

  TableProgress assess() {
    progress_.columns.resize(table_.measures.size());
    find_dates();
    for (const Report* report : whole_.reports) fill_in(*report);
    if (!whole_.day) return std::move(progress_);
    for (size_t at = 0; at < table_.measures.size(); ++at) {
      if (is_tracked(table_.measures[at])) judge_column(at);
    }
    return std::move(progress_);
  }

 private:
  void find_dates() {
    std::vector<Date>& dates = progress_.dates;
    for (const Report* report : whole_.reports) {
      for (const TableReport& part : report->tables) {
        const bool new_day = dates.empty() || dates.back() < report->as_of;
        if (part.table.id == table_.id && new_day) dates.push_back(report->as_of);
      }
    }
  }

  void fill_in(const Report& report) {
    const std::vector<Date>& dates = progress_.dates;
    const auto date = std::lower_bound(dates.begin(), dates.end(), report.as_of);
    const auto period = static_cast<size_t>(date - dates.begin());
    for (const TableReport& part : report.tables) {
      if (part.table.id != table_.id) continue;
      for (const Row& row : part.rows) {
        const auto place = table_.row_places.find(row.unit);
        if (place != table_.row_places.end()) fill_in(report, part, row, place->second, period);
      }
    }
  }

  void fill_in(const Report& report, const TableReport& part, const Row& from, size_t row,
               size_t period) {
    for (size_t at = 0; at < part.measures.size(); ++at) {
      if (!from.cells[at].is_number()) continue;
      const size_t measure = part.measures[at];
      ColumnProgress& column = progress_.columns[measure];
      if (column.grid.empty()) column.grid.resize(table_.rows.size() * progress_.dates.size());
      Observed& observed = column.grid[row * progress_.dates.size() + period];
      const Observed before = observed;
      observed = {&from.cells[at], &report};
      column.sample |= report.sample;
      if (before) progress_.corrections.push_back({measure, row, period, before, observed});
    }
  }

  void judge_column(size_t measure) {
    ColumnProgress& column = progress_.columns[measure];
    const std::vector<Date>& dates = progress_.dates;
    if (column.observed()) column.totals.resize(dates.size());
    const size_t last = column.totals.empty() ? 0 : column.totals.size() - 1;
    column.now = stand_all(column, measure, last, *whole_.day);
    for (const Standpoint& one : column.now) column.counts.add(one.status);
    column.order = rank(column.now, measure, column.ranks);
    column.previous_ranks.resize(table_.rows.size());
    if (column.totals.size() > 1) {
      rank(stand_all(column, measure, last - 1, dates[last - 1]), measure, column.previous_ranks);
    }
    add_up(column, measure);
  }

  std::vector<Standpoint> stand_all(const ColumnProgress& column, size_t measure, size_t period,
                                    Date day) const {
    std::vector<Standpoint> all;
    all.reserve(table_.rows.size());
    for (size_t row = 0; row < table_.rows.size(); ++row) {
      all.push_back(stand_at(task_of(plan_, table_, row, measure), column.row(row), period, day));
    }
    return all;
  }

  // Ranks by completion, exactly: done ÷ quota and not the rounded figure. Returns the order.
  std::vector<uint32_t> rank(const std::vector<Standpoint>& all, size_t measure,
                             std::vector<uint32_t>& ranks) const {
    const auto compare = [&](uint32_t a, uint32_t b) {
      const Decimal quota_a = table_.rows[a].cells[measure].value;
      const Decimal quota_b = table_.rows[b].cells[measure].value;
      return compare_products({*all[a].done, quota_b, 1}, {*all[b].done, quota_a, 1});
    };
    std::vector<uint32_t> order;
    ranks.assign(all.size(), 0);
    for (uint32_t row = 0; row < all.size(); ++row) {
      if (is_ranked(all[row].status)) order.push_back(row);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](uint32_t a, uint32_t b) { return compare(a, b) > 0; });
    for (uint32_t place = 0; place < order.size(); ++place) {
      const bool tie = place > 0 && compare(order[place - 1], order[place]) == 0;
      ranks[order[place]] = tie ? ranks[order[place - 1]] : place + 1;
    }
    return order;
  }

  void add_up(ColumnProgress& column, size_t measure) const {
    if (table_.measures[measure].is_rate()) return;
    Sum quota;
    for (const Row& row : table_.rows) {
      if (row.cells[measure].is_number()) quota.add(row.cells[measure].value);
    }
    column.total_task = task_of(plan_, table_, 0, measure);
    const auto whole = quota.value();
    column.total_task.quota = whole ? Cell{Cell::State::number, *whole, {}} : Cell{};
    for (size_t period = 0; period < column.totals.size(); ++period) {
      column.totals[period] = total_after(column, period);
    }
    const auto done = column.totals.empty() ? std::nullopt : column.totals.back().done;
    column.status = judge(column.total_task, {done, false}, *whole_.day);
  }

  Total total_after(const ColumnProgress& column, size_t period) const {
    Sum sum;
    Total total;
    bool any = false;
    for (size_t row = 0; row < table_.rows.size(); ++row) {
      const std::span<const Observed> observed = column.row(row);
      size_t at = period + 1;
      while (at > 0 && !observed[at - 1]) --at;
      if (at == 0) continue;
      any = true;
      sum.add(observed[at - 1].cell->value);
      total.carried += at - 1 < period;
    }
    if (any) total.done = sum.value();
    return total;
  }

  const Plan& plan_;
  const TaskTable& table_;
  const PlanProgress& whole_;
  TableProgress progress_;
};

// Adds OBSERVATION, which takes the place of an earlier one of the same day.
void add_observation(std::vector<PlanObserved>& all, const PlanObservation& observation,
                     const Report& report) {
  const bool corrects = !all.empty() && all.back().report->as_of == report.as_of;
  if (!corrects) return all.push_back({&observation, &report});
  all.back() = {&observation, &report, all.back().observation};
}

TargetProgress target_progress(const Target& target, const std::vector<const Report*>& reports) {
  TargetProgress progress;
  for (const Report* report : reports) {
    for (const PlanObservation& one : report->observations) {
      if (one.of.scheme != Scheme::target || one.of.id != target.id) continue;
      add_observation(progress.observations, one, *report);
      progress.sample |= report->sample;
    }
  }
  if (progress.observations.empty()) return progress;
  const Decimal last = progress.observations.back().observation->value;
  progress.status = target.goal.met_by(last) ? Status::met : Status::unmet;
  return progress;
}

}  // namespace

Task task_of(const Plan& plan, const TaskTable& table, size_t row, size_t at) {
  const Measure& measure = table.measures[at];
  Task task;
  task.start = plan.start;
  task.deadline = measure.due.value_or(plan.end);
  task.behind_share = plan.behind_share;
  if (measure.role == Role::quota) {
    task.kind = measure.sense == Sense::at_most ? Task::Kind::at_most : Task::Kind::at_least;
    task.quota = table.rows[row].cells[at];
  } else {
    task.kind = Task::Kind::goal;
    task.goal = &*measure.goal;
  }
  return task;
}

Standpoint stand_at(const Task& task, std::span<const Observed> observed, size_t period, Date day) {
  Standpoint standpoint;
  Knowledge known;
  for (size_t at = std::min(period + 1, observed.size()); at > 0; --at) {
    if (!observed[at - 1]) continue;
    known = {observed[at - 1].cell->value, at - 1 < period};
    standpoint.done = known.done;
    standpoint.period = at - 1;
    break;
  }
  standpoint.status = judge(task, known, day);
  return standpoint;
}

std::vector<Month> history(const Plan& plan, const TaskTable& table, const TableProgress& progress,
                           size_t row, size_t measure) {
  const std::span<const Observed> observed = progress.columns[measure].row(row);
  const Task task = task_of(plan, table, row, measure);
  std::vector<Month> months;
  for (size_t at = 0; at < observed.size(); ++at) {
    const Status status = stand_at(task, observed, at, progress.dates[at]).status;
    months.push_back({progress.dates[at], observed[at], status});
    months.back().corrected = observed[at] && observed[at].report->corrects;
  }
  bool well = false;  // whether a later period is on pace or done
  for (size_t at = months.size(); at > 0; --at) {
    Month& month = months[at - 1];
    month.made_up = well && (is_behind(month.status) || month.status == Status::unmet);
    well |= month.status == Status::on_pace || month.status == Status::done ||
            month.status == Status::met;
  }
  return months;
}

std::vector<PlanObserved> totals_of(const PlanProgress& progress, const TaskTable& table,
                                    const Measure& measure) {
  std::vector<PlanObserved> all;
  for (const Report* report : progress.reports) {
    for (const PlanObservation& one : report->observations) {
      const bool of_it = one.of.scheme == Scheme::table && one.of.id == table.id;
      if (of_it && one.of.part == measure.id) add_observation(all, one, *report);
    }
  }
  return all;
}

PlanProgress assess(const Plan& plan, std::optional<Date> as_of) {
  PlanProgress progress;
  progress.day = as_of;
  if (!as_of && !plan.reports.empty()) progress.day = plan.reports.back().as_of;
  for (const Report& report : plan.reports) {
    if (report.as_of > *progress.day) continue;
    progress.reports.push_back(&report);
    progress.sample |= report.sample;
  }
  for (size_t at = 0; at < plan.tables.size(); ++at) {
    progress.tables.push_back(TableAssessor(plan, at, progress).assess());
  }
  for (const Target& target : plan.targets) {
    progress.targets.push_back(target_progress(target, progress.reports));
  }
  return progress;
}

}  // namespace yaodian
