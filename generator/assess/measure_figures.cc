#include "assess/measure_figures.h"

#include <algorithm>

namespace yaodian {
namespace {

Goal exactly(Decimal value, const std::string& count) {
  return {Goal::Sense::exactly, value, value, value.grouped(), count};
}

class Collector {
 public:
  Collector(const Plan& plan, const PlanProgress& progress, std::optional<Date> as_of)
      : plan_(plan), progress_(progress), as_of_(as_of) {}

  std::vector<MeasureFigure> collect() {
    for (size_t t = 0; t < plan_.targets.size(); ++t) add_target(plan_.targets[t], t);
    for (size_t t = 0; t < plan_.tables.size(); ++t) {
      for (size_t m = 0; m < plan_.tables[t].measures.size(); ++m) add_column(t, m);
    }
    for (const Report& report : plan_.reports) {
      if (as_of_ && report.as_of > *as_of_) continue;
      for (const ReportFigure& figure : report.figures) add_figure(report, figure);
    }
    return std::move(figures_);
  }

 private:
  // The kinds of figures begin with what they have in common.
  MeasureFigure aim_of(const MeasureUse& use, const Goal& goal) const {
    MeasureFigure aim;
    aim.use = &use;
    aim.year = plan_.start.year();
    aim.goal = goal;
    return aim;
  }

  MeasureFigure result_of(const MeasureUse& use, const Goal& goal, std::optional<Date> day) const {
    MeasureFigure result = aim_of(use, goal);
    result.kind = FigureKind::result;
    result.day = day;
    if (day) result.year = day->year();
    return result;
  }

  void add_target(const Target& target, size_t place) {
    if (target.shared.measure.id.empty()) return;
    MeasureFigure aim = aim_of(target.shared, target.goal);
    aim.per = target.per;
    aim.due = target.due;
    aim.who = target.who;
    aim.target = &target;
    aim.position = target.position;
    figures_.push_back(aim);
    add_observed(target.shared, progress_.targets[place].observations, aim);
  }

  // Adds the last of OBSERVATIONS, of what LIKE is a figure of. True if there is any.
  bool add_observed(const MeasureUse& use, const std::vector<PlanObserved>& observations,
                    const MeasureFigure& like) {
    if (observations.empty()) return false;
    const PlanObserved& last = observations.back();
    const auto figure = parse_figure(last.observation->text);
    if (!figure) return false;
    MeasureFigure result = result_of(use, *figure, last.report->as_of);
    result.target = like.target;
    result.table = like.table;
    result.column = like.column;
    result.sample = last.report->sample;
    result.position = last.observation->position;
    figures_.push_back(result);
    return true;
  }

  void add_column(size_t t, size_t m) {
    const TaskTable& table = plan_.tables[t];
    const Measure& column = table.measures[m];
    if (column.shared.measure.id.empty()) return;
    add_sum(table, m);
    add_goal(table, column);
    add_reported(t, m);
  }

  // The quotas add up to an aim, the figures of any other column to a result.
  void add_sum(const TaskTable& table, size_t m) {
    const Measure& column = table.measures[m];
    const auto sum = table.sum(m);
    if (!sum) return;
    MeasureFigure figure = column.role == Role::quota
                               ? aim_of(column.shared, exactly(*sum, column.count))
                               : result_of(column.shared, exactly(*sum, column.count), table.as_of);
    if (column.role == Role::quota) {
      figure.due = column.due;
      if (column.sense == Sense::at_most) figure.goal.sense = Goal::Sense::at_most;
    }
    for (const Row& row : table.rows) {
      const Cell& cell = row.cells[m];
      figure.units += column.role == Role::quota ? cell.is_task() : cell.is_number();
      figure.undecided += cell.state == Cell::State::undecided;
    }
    figures_.push_back(of_column(figure, table, column));
  }

  // The goal for all units, where it is not that of a target, which stands by itself.
  void add_goal(const TaskTable& table, const Measure& column) {
    if (column.role != Role::result || !column.goal || !column.target.id.empty()) return;
    MeasureFigure aim = aim_of(column.shared, *column.goal);
    aim.due = column.due;
    figures_.push_back(of_column(aim, table, column));
  }

  // What was last reported of a column that adds up.
  void add_reported(size_t t, size_t m) {
    const TaskTable& table = plan_.tables[t];
    const Measure& column = table.measures[m];
    const ColumnProgress& progress = progress_.tables[t].columns[m];
    const bool summed = !column.is_rate() && progress.observed() && !progress.totals.empty() &&
                        progress.totals.back().done;
    if (summed) {
      MeasureFigure result =
          result_of(column.shared, exactly(*progress.totals.back().done, column.count),
                    progress.dates.back());
      result.sample = progress.sample;
      result.units = static_cast<size_t>(
          std::count_if(progress.now.begin(), progress.now.end(),
                        [](const Standpoint& one) { return one.done.has_value(); }));
      figures_.push_back(of_column(result, table, column));
    } else {
      MeasureFigure like;
      add_observed(column.shared, totals_of(progress_, table, column),
                   of_column(like, table, column));
    }
  }

  static MeasureFigure of_column(MeasureFigure figure, const TaskTable& table,
                                 const Measure& column) {
    figure.table = &table;
    figure.column = &column;
    figure.position = column.position;
    return figure;
  }

  void add_figure(const Report& report, const ReportFigure& figure) {
    const auto value = figure.shared.measure.id.empty() ? std::nullopt : parse_figure(figure.text);
    if (!value) return;
    MeasureFigure result = result_of(figure.shared, *value, report.as_of);
    result.sample = report.sample;
    result.report = &report;
    result.figure = &figure;
    result.position = figure.position;
    figures_.push_back(result);
  }

  const Plan& plan_;
  const PlanProgress& progress_;
  const std::optional<Date> as_of_;
  std::vector<MeasureFigure> figures_;
};

}  // namespace

std::string MeasureFigure::text() const {
  if (kind == FigureKind::result) return goal.figure + goal.count;
  return target ? target->goal_text() : goal.text();
}

std::vector<MeasureFigure> measure_figures(const Plan& plan, const PlanProgress& progress,
                                           std::optional<Date> as_of) {
  return Collector(plan, progress, as_of).collect();
}

}  // namespace yaodian
