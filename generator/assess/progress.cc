#include "assess/progress.h"

#include <algorithm>
#include <cmath>

#include "base/parallel.h"

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

  // Collects what the reports say. Before all else.
  void collect() {
    progress_.columns.resize(table_.measures.size());
    find_dates();
    fill_in();
  }

  // Judges the rows of the column MEASURE and ranks them: of several columns on several threads.
  void judge(size_t measure) {
    if (whole_.day && is_tracked(table_.measures[measure])) judge_column(measure);
  }

  TableProgress finish() { return std::move(progress_); }

 private:
  void find_dates() {
    for (const Report* report : whole_.reports) {
      for (const TableReport& part : report->tables) {
        if (part.table.id != table_.id) continue;
        add_day(progress_.dates, report->as_of);
        for (const size_t measure : part.measures)
          add_day(progress_.columns[measure].dates, report->as_of);
      }
    }
  }

  // Reports come by date.
  static void add_day(std::vector<Date>& dates, Date day) {
    if (dates.empty() || dates.back() < day) dates.push_back(day);
  }

  // What a report says of the table.
  struct Part {
    const Report* report;
    const TableReport* part;
    std::vector<size_t> periods;  // of each of its columns
    size_t next;                  // the first of its rows that has not been filled in
  };

  // Goes through all reports at once, row by row: they were brought into the table's order when
  // they were read.
  void fill_in() {
    std::vector<Part> parts = parts_of_table();
    for (size_t row = 0; row < table_.rows.size(); ++row) {
      for (Part& one : parts) {
        const std::vector<Row>& rows = one.part->rows;
        for (; one.next < rows.size() && is_at(rows[one.next], row); ++one.next)
          fill_in(one, rows[one.next], row);
      }
    }
    std::stable_sort(
        progress_.corrections.begin(), progress_.corrections.end(),
        [](const Correction& a, const Correction& b) { return a.after.report < b.after.report; });
  }

  bool is_at(const Row& row, size_t place) const { return table_.place_of(row.unit) == place; }

  std::vector<Part> parts_of_table() const {
    std::vector<Part> parts;
    for (const Report* report : whole_.reports) {
      for (const TableReport& part : report->tables) {
        if (part.table.id != table_.id) continue;
        Part& one = parts.emplace_back(Part{report, &part, {}, 0});
        for (const size_t measure : part.measures)
          one.periods.push_back(progress_.columns[measure].period_of(report->as_of));
      }
    }
    return parts;
  }

  void fill_in(const Part& part, const Row& from, size_t row) {
    for (size_t at = 0; at < part.periods.size(); ++at) {
      if (!from.cells[at].is_number()) continue;
      const size_t measure = part.part->measures[at], period = part.periods[at];
      ColumnProgress& column = progress_.columns[measure];
      if (column.grid.empty()) column.grid.resize(table_.rows.size() * column.dates.size());
      Observed& observed = column.grid[row * column.dates.size() + period];
      const Observed before = observed;
      observed = {&from.cells[at], part.report};
      column.sample |= part.report->sample;
      if (before) progress_.corrections.push_back({measure, row, period, before, observed});
    }
  }

  void judge_column(size_t measure) {
    ColumnProgress& column = progress_.columns[measure];
    const std::vector<Date>& dates = column.dates;
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
    if (table_.rows.empty()) return all;
    Task task = task_of(plan_, table_, 0, measure);  // the same for all rows but for the quota
    for (size_t row = 0; row < table_.rows.size(); ++row) {
      if (task.kind != Task::Kind::goal) task.quota = table_.rows[row].cells[measure];
      all.push_back(stand_at(task, column.row(row), period, day));
    }
    return all;
  }

  // A row to be ranked, with its completion as near as a double comes to it.
  struct Ranked {
    double completion;
    uint32_t row;
    bool exact;  // doubles tell it from every other one that is exact

    // Whether the doubles leave open which of them is larger.
    bool is_near(const Ranked& other) const {
      constexpr double kNear = 1e-9;
      return !(exact && other.exact) &&
             std::abs(completion - other.completion) <=
                 kNear * std::max(std::abs(completion), std::abs(other.completion));
    }
  };

  static Ranked ranked_of(Decimal done, Decimal quota, uint32_t row) {
    // Fractions of two whole numbers below 2^24 are the same or differ by more than 2^-48 of their
    // size; a double is off by 2^-53 of it.
    constexpr double kSmall = 1 << 24;
    const double part = done.approximate(), whole = quota.approximate();
    const bool exact = done.decimals() == 0 && quota.decimals() == 0 && std::abs(part) < kSmall &&
                       std::abs(whole) < kSmall;
    return {part / whole, row, exact};
  }

  // Ranks by completion, exactly: done ÷ quota and not the rounded figure. Returns the order.
  std::vector<uint32_t> rank(const std::vector<Standpoint>& all, size_t measure,
                             std::vector<uint32_t>& ranks) const {
    const auto quota = [&](uint32_t row) { return table_.rows[row].cells[measure].value; };
    const auto compare = [&](const Ranked& a, const Ranked& b) {
      if (!a.is_near(b)) return a.completion <=> b.completion;
      return std::partial_ordering(compare_products({*all[a.row].done, quota(b.row), 1},
                                                    {*all[b.row].done, quota(a.row), 1}));
    };
    std::vector<Ranked> ranked;
    for (uint32_t row = 0; row < all.size(); ++row) {
      if (is_ranked(all[row].status)) ranked.push_back(ranked_of(*all[row].done, quota(row), row));
    }
    sort_by_completion(ranked, compare);
    std::vector<uint32_t> order;
    order.reserve(ranked.size());
    ranks.assign(all.size(), 0);
    for (uint32_t place = 0; place < ranked.size(); ++place) {
      const bool tie = place > 0 && compare(ranked[place - 1], ranked[place]) == 0;
      order.push_back(ranked[place].row);
      ranks[order[place]] = tie ? ranks[order[place - 1]] : place + 1;
    }
    return order;
  }

  // Sorts RANKED best first, in the table's order within a tie: by their doubles, which is quick,
  // and then exactly where those are too near to tell.
  template <class Compare>
  static void sort_by_completion(std::vector<Ranked>& ranked, const Compare& compare) {
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
      return a.completion != b.completion ? a.completion > b.completion : a.row < b.row;
    });
    const auto before = [&](const Ranked& a, const Ranked& b) {
      const auto order = compare(a, b);
      return order != 0 ? order > 0 : a.row < b.row;
    };
    for (auto begin = ranked.begin(); begin != ranked.end();) {
      auto end = begin + 1;
      while (end != ranked.end() && (end - 1)->is_near(*end)) ++end;
      if (!std::is_sorted(begin, end, before)) std::stable_sort(begin, end, before);
      begin = end;
    }
  }

  void add_up(ColumnProgress& column, size_t measure) const {
    if (table_.measures[measure].is_rate()) return;
    column.total_task = task_of(plan_, table_, 0, measure);
    column.total_task.quota = table_.whole(measure);
    if (!column.totals.empty()) add_up_rows(column);
    const auto done = column.totals.empty() ? std::nullopt : column.totals.back().done;
    column.status = yaodian::judge(column.total_task, {done, false}, *whole_.day);
  }

  // The last observation of each row goes into the total of every period from then on.
  void add_up_rows(ColumnProgress& column) const {
    std::vector<Sum> sums(column.totals.size());
    std::vector<bool> any(column.totals.size());
    for (size_t row = 0; row < table_.rows.size(); ++row) {
      const Cell* last = nullptr;
      const std::span<const Observed> observed = column.row(row);
      for (size_t period = 0; period < observed.size(); ++period) {
        if (observed[period])
          last = observed[period].cell;
        else if (last)
          ++column.totals[period].carried;
        if (!last) continue;
        sums[period].add(last->value);
        any[period] = true;
      }
    }
    for (size_t period = 0; period < sums.size(); ++period) {
      if (any[period]) column.totals[period].done = sums[period].value();
    }
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

size_t ColumnProgress::period_of(Date day) const {
  return static_cast<size_t>(std::lower_bound(dates.begin(), dates.end(), day) - dates.begin());
}

Position position_of(const Observed& observed, const TaskTable& table, size_t row) {
  if (!observed) return {};
  const auto place = [&](const Row& one) { return table.place_of(one.unit).value_or(kNoRow); };
  for (const TableReport& part : observed.report->tables) {
    if (part.table.id != table.id) continue;
    auto one = std::lower_bound(part.rows.begin(), part.rows.end(), row,
                                [&](const Row& a, size_t wanted) { return place(a) < wanted; });
    for (; one != part.rows.end() && place(*one) == row; ++one) {
      for (const Cell& cell : one->cells)
        if (&cell == observed.cell) return one->position_of(cell);
    }
  }
  return {};
}

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
  const ColumnProgress& column = progress.columns[measure];
  const std::span<const Observed> observed = column.row(row);
  const Task task = task_of(plan, table, row, measure);
  std::vector<Month> months;
  for (size_t at = 0; at < observed.size(); ++at) {
    const Status status = stand_at(task, observed, at, column.dates[at]).status;
    months.push_back({column.dates[at], observed[at], status});
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

PlanProgress assess(const Plan& plan, std::optional<Date> as_of, unsigned jobs) {
  PlanProgress progress;
  progress.day = as_of;
  for (const Report& report : plan.reports) {
    if (!as_of && !report.is_background()) progress.day = report.as_of;
  }
  for (const Report& report : plan.reports) {
    if (report.is_background() || report.as_of > *progress.day) continue;
    progress.reports.push_back(&report);
    progress.sample |= report.sample;
  }
  std::vector<TableAssessor> tables;
  for (size_t at = 0; at < plan.tables.size(); ++at) tables.emplace_back(plan, at, progress);
  parallel_for(tables.size(), jobs, [&](unsigned, size_t at) { tables[at].collect(); });
  const std::vector<ColumnPlace> columns = columns_of(plan);
  parallel_for(columns.size(), jobs,
               [&](unsigned, size_t at) { tables[columns[at].table].judge(columns[at].measure); });
  for (TableAssessor& table : tables) progress.tables.push_back(table.finish());
  for (const Target& target : plan.targets) {
    progress.targets.push_back(target_progress(target, progress.reports));
  }
  return progress;
}

}  // namespace yaodian
