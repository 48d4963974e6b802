#include <algorithm>
#include <map>

#include "base/rules.h"
#include "check/check.h"

namespace yaodian {
namespace {

// What is observed as a reader knows it, and its unit of count.
struct Subject {
  std::string_view title;
  std::string_view count;
  bool adds_up = false;  // whether it can only grow in the course of the plan
};

// A figure of a report: a cell of a row, or an observation of the whole plan. Nothing by default.
struct Observed {
  const Report* report = nullptr;
  const Row* row = nullptr;
  const Cell* cell = nullptr;
  const PlanObservation* whole = nullptr;

  explicit operator bool() const { return report != nullptr; }
  Decimal value() const { return cell ? cell->value : whole->value; }
  Position position() const { return cell ? row->position_of(*cell) : whole->position; }
  std::string underlined() const { return cell ? cell->value.plain() : whole->text; }
  std::string name(const Subject& subject) const {
    return row ? std::string(row->label) + " " + std::string(subject.title)
               : std::string(subject.title);
  }
};

// The observations of one thing, in order of time.
class Series {
 public:
  // Adds NEXT, or returns the observation of that day that it repeats.
  Observed add(const Observed& next, const Subject& subject, Diagnostics& diagnostics) {
    const bool same_day = last_ && last_.report->as_of == next.report->as_of;
    if (same_day && !next.report->corrects) return last_;
    if (!same_day) {
      close(subject, diagnostics);
      before_ = last_;
    }
    last_ = next;
    return {};
  }

  // Compares the last day, of which no more will come, with the one before.
  void close(const Subject& subject, Diagnostics& diagnostics) const {
    if (!subject.adds_up || !before_ || last_.value() >= before_.value()) return;
    diagnostics.report(rule::falling_figure, last_.position(), last_.underlined(),
                       {last_.name(subject), before_.value().grouped(), last_.value().grouped(),
                        file_and_line(before_.position())});
  }

 private:
  Observed before_;  // the last observation of the day before
  Observed last_;
};

class ObservationChecker {
 public:
  ObservationChecker(const Plan& plan, Diagnostics& diagnostics)
      : plan_(plan), diagnostics_(diagnostics) {}

  void check() {
    for (const Report& report : plan_.reports) {
      check_day(report);
      if (report.corrects && plan_.reports_complete) check_correction(report);
    }
    for (const TaskTable& table : plan_.tables) check_table(table);
    check_plan_wide();
  }

 private:
  void check_day(const Report& report) {
    if (!plan_.complete || report.as_of >= plan_.start) return;
    diagnostics_.report(rule::before_plan, report.position, report.as_of.iso(),
                        {report.as_of.iso(), plan_.start.iso()});
  }

  void check_correction(const Report& report) {
    for (const TableReport& part : report.tables) {
      if (!is_reported(report.as_of, Scheme::table, part.table.id))
        report_nothing(report, part.table.position, part.table.id);
    }
    for (const PlanObservation& one : report.observations) {
      if (!is_reported(report.as_of, one.of.scheme, one.of.id))
        report_nothing(report, one.name_position, one.of.id);
    }
  }

  // True if a report of DAY that is no correction speaks of the table or target ID.
  bool is_reported(Date day, Scheme scheme, const std::string& id) const {
    const auto has_table = [&](const TableReport& part) { return part.table.id == id; };
    const auto has_figure = [&](const PlanObservation& one) {
      return one.of.scheme == scheme && one.of.id == id;
    };
    return std::any_of(plan_.reports.begin(), plan_.reports.end(), [&](const Report& report) {
      if (report.corrects || report.as_of != day) return false;
      const bool in_table = scheme == Scheme::table &&
                            std::any_of(report.tables.begin(), report.tables.end(), has_table);
      return in_table ||
             std::any_of(report.observations.begin(), report.observations.end(), has_figure);
    });
  }

  void report_nothing(const Report& report, const Position& position, const std::string& id) {
    diagnostics_.report(rule::nothing_to_correct, position, id, {report.as_of.iso(), id});
  }

  void check_table(const TaskTable& table) {
    std::vector<Series> series(table.rows.size() * table.measures.size());
    std::vector<Subject> subjects;
    for (const Measure& measure : table.measures) subjects.push_back(subject_of(measure));
    for (const Report& report : plan_.reports) {
      for (const TableReport& part : report.tables) {
        if (part.table.id == table.id) add_rows(report, part, table, subjects, series);
      }
    }
    for (size_t at = 0; at < series.size(); ++at)
      series[at].close(subjects[at % subjects.size()], diagnostics_);
  }

  void add_rows(const Report& report, const TableReport& part, const TaskTable& table,
                const std::vector<Subject>& subjects, std::vector<Series>& series) {
    for (const Row& row : part.rows) {
      if (const auto place = table.place_of(row.unit))
        add_row(report, part, row, subjects, &series[*place * subjects.size()]);
    }
  }

  // A whole row that is reported twice is reported once.
  void add_row(const Report& report, const TableReport& part, const Row& row,
               const std::vector<Subject>& subjects, Series* series) {
    bool repeated = false;
    for (size_t at = 0; at < part.measures.size(); ++at) {
      const Cell& cell = row.cells[at];
      if (!cell.is_number()) continue;
      const size_t measure = part.measures[at];
      const Observed next{&report, &row, &cell, nullptr};
      const Observed other = series[measure].add(next, subjects[measure], diagnostics_);
      if (other && !repeated) report_repeated(next, other, subjects[measure]);
      repeated = repeated || other;
    }
  }

  void report_repeated(const Observed& next, const Observed& other, const Subject& subject) {
    diagnostics_.report(
        rule::duplicate_observation, next.position(), next.underlined(),
        {next.report->as_of.iso(), next.name(subject), file_and_line(other.position())});
  }

  void check_plan_wide() {
    std::map<std::string, std::pair<Subject, Series>> series;  // by address
    for (const Report& report : plan_.reports) {
      for (const PlanObservation& one : report.observations) {
        const auto subject = subject_of(one.of);
        if (!subject) continue;
        check_count(one, *subject);
        Series& so_far =
            series.try_emplace(to_string(one.of), *subject, Series()).first->second.second;
        const Observed next{&report, nullptr, nullptr, &one};
        if (const Observed other = so_far.add(next, *subject, diagnostics_))
          report_repeated(next, other, *subject);
      }
    }
    for (const auto& [address, one] : series) one.second.close(one.first, diagnostics_);
  }

  void check_count(const PlanObservation& observation, const Subject& subject) {
    const auto written = parse_figure(observation.text);
    if (!written || written->count == subject.count) return;
    diagnostics_.report(rule::count_differs, observation.position, observation.text,
                        {std::string(subject.title), std::string(subject.count), observation.text,
                         written->count, Text{"上报数", "figure"}});
  }

  static Subject subject_of(const Measure& measure) {
    return {measure.label, measure.count, measure.role == Role::quota && !measure.is_rate()};
  }

  // Returns nothing for what is not there, which has been reported.
  std::optional<Subject> subject_of(const Address& of) const {
    if (of.scheme == Scheme::target) {
      const Target* target = find(plan_.targets, of.id);
      return target ? std::optional(Subject{target->title, target->goal.count, false})
                    : std::nullopt;
    }
    const TaskTable* table = find(plan_.tables, of.id);
    const auto measure = table ? table->find_measure(of.part) : std::nullopt;
    return measure ? std::optional(subject_of(table->measures[*measure])) : std::nullopt;
  }

  const Plan& plan_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_observations(const Plan& plan, Diagnostics& diagnostics) {
  ObservationChecker(plan, diagnostics).check();
}

}  // namespace yaodian
