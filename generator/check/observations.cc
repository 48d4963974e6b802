#include <algorithm>
#include <map>

#include "base/rules.h"
#include "base/words.h"
#include "check/check.h"

namespace yaodian {
namespace {

// What is observed as a reader knows it, and its unit of count.
struct Subject {
  std::string_view title;
  std::string_view count;
  std::string_view id;    // of the target, or of the table
  std::string_view part;  // of the column; "" for a target
  bool adds_up = false;   // whether it can only grow in the course of the plan
};

// A figure of a report: a cell of a row, or an observation of the whole plan. Nothing by default.
// A plan has millions of them, so it only points to what is needed once it is to be named.
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
  std::string address_in(const Subject& subject, const Register& units) const {
    const std::string_view unit = row ? std::string_view(units.units[row->unit].id) : "";
    std::string address = "report:" + report->id;
    for (const std::string_view part : {subject.id, subject.part, unit})
      if (!part.empty()) address.append(".").append(part);
    return address;
  }
};

// Judges the figures of one subject, each with the one of the day before.
class Judge {
 public:
  Judge(Check check, Findings& findings) : column_(std::move(check)), findings_(findings) {
    column_.kind = Check::Kind::course;
  }

  void judge(const Subject& subject, const Observed& last, const Observed& before) {
    ++column_.figures;
    column_.sample = column_.sample || last.report->sample;
    if (const auto doubt = doubt_about(last.value(), subject.count, true))
      findings_.doubt(result(subject, last), *doubt, address_of(subject, last), column_);
    else if (subject.adds_up && before && last.value() < before.value())
      fall(subject, last, before);
  }

  void finish() {
    if (column_.figures + column_.accepted > 0) findings_.results.add(std::move(column_));
  }

 private:
  std::string address_of(const Subject& subject, const Observed& one) const {
    return one.address_in(subject, findings_.publisher.units);
  }

  // The result about a single figure.
  Check result(const Subject& subject, const Observed& one) const {
    Check check;
    check.kind = Check::Kind::course;
    check.table = column_.table;
    check.measure = column_.measure;
    const Words& words = findings_.words;
    check.statement = words.text("checks-figure-as-of", {{"name", one.name(subject)},
                                                         {"date", words.date(one.report->as_of)}});
    check.published = one.value().grouped() + std::string(subject.count);
    check.place = {Place::Kind::report, one.report->id, ""};
    check.position = one.position();
    check.sample = one.report->sample;
    return check;
  }

  void fall(const Subject& subject, const Observed& last, const Observed& before) {
    Check check = result(subject, last);
    const std::string earlier = before.value().grouped() + std::string(subject.count);
    const Words& words = findings_.words;
    check.statement = words.text("checks-falls", {{"name", check.statement}, {"earlier", earlier}});
    Input& input = check.inputs.emplace_back();
    input.name = words.text("as-of", {{"date", words.date(before.report->as_of)}});
    input.figure = earlier;
    input.place = {Place::Kind::report, before.report->id, ""};
    input.position = before.position();
    input.sample = before.report->sample;
    const std::string address = address_of(subject, last);
    if (const Acceptance* acceptance = findings_.accept(address))
      return findings_.add_accepted(std::move(check), *acceptance, column_);
    findings_.diagnostics.report(
        rule::falling_figure, last.position(), last.underlined(),
        {last.name(subject), before.value().grouped(), last.value().grouped(),
         file_and_line(before.position()), address});
    Findings::note(check, column_);
  }

  Check column_;
  Findings& findings_;
};

// The observations of one thing, in order of time.
class Series {
 public:
  // Adds NEXT, or returns the observation of that day that it repeats.
  Observed add(const Observed& next, const Subject& subject, Judge& judge) {
    const bool same_day = last_ && last_.report->as_of == next.report->as_of;
    if (same_day && !next.report->corrects) return last_;
    if (!same_day) {
      close(subject, judge);
      before_ = last_;
    }
    last_ = next;
    return {};
  }

  // Judges the last day, of which no more will come.
  void close(const Subject& subject, Judge& judge) const {
    if (last_) judge.judge(subject, last_, before_);
  }

 private:
  Observed before_;  // the last observation of the day before
  Observed last_;
};

class ObservationChecker {
 public:
  explicit ObservationChecker(Findings& findings)
      : findings_(findings), plan_(findings.plan), diagnostics_(findings.diagnostics) {}

  // The reports as a whole.
  void check_days() {
    for (const Report& report : plan_.reports) {
      check_day(report);
      if (report.corrects && plan_.reports_complete) check_correction(report);
    }
  }

  // What they say of the rows of TABLE: row by row through all reports at once, whose rows were
  // brought into the table's order when they were read.
  void check_table(const TaskTable& table) {
    std::vector<Column> columns;
    for (const Measure& measure : table.measures)
      columns.push_back({subject_of(table, measure), judge_of(table, measure)});
    std::vector<Part> parts = parts_of(table);
    std::vector<Series> series;  // of the row, by column
    for (size_t row = 0; row < table.rows.size(); ++row) {
      series.assign(columns.size(), {});
      for (Part& one : parts) {
        const std::vector<Row>& rows = one.part->rows;
        for (; one.next < rows.size() && table.place_of(rows[one.next].unit) == row; ++one.next)
          add_row(*one.report, *one.part, rows[one.next], columns, series);
      }
      for (size_t at = 0; at < series.size(); ++at)
        series[at].close(columns[at].subject, columns[at].judge);
    }
    for (Column& column : columns) column.judge.finish();
  }

  // What they say of the whole plan.
  void check_plan_wide() {
    std::map<std::string, std::pair<Subject, Series>> series;  // by address
    Check whole;
    if (!plan_.reports.empty()) whole.position = plan_.reports.front().position;
    Judge judge(std::move(whole), findings_);
    for (const Report& report : plan_.reports) {
      for (const PlanObservation& one : report.observations) {
        const auto subject = subject_of(one.of);
        if (!subject) continue;
        check_count(one, *subject);
        Series& so_far =
            series.try_emplace(to_string(one.of), *subject, Series()).first->second.second;
        const Observed next{&report, nullptr, nullptr, &one};
        if (const Observed other = so_far.add(next, *subject, judge))
          report_repeated(next, other, *subject);
      }
    }
    for (const auto& [address, one] : series) one.second.close(one.first, judge);
    judge.finish();
  }

 private:
  void check_day(const Report& report) {
    if (!plan_.complete || report.as_of >= plan_.start || report.is_background()) return;
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

  // What is the same for a column of a table in all reports.
  struct Column {
    Subject subject;
    Judge judge;
  };

  Judge judge_of(const TaskTable& table, const Measure& measure) {
    Check column;
    column.table = &table;
    column.measure = &measure;
    column.place = {Place::Kind::column, table.id, measure.id};
    column.position = measure.position;
    return Judge(std::move(column), findings_);
  }

  // What a report says of a table.
  struct Part {
    const Report* report;
    const TableReport* part;
    size_t next;  // the first of its rows that has not been looked at
  };

  std::vector<Part> parts_of(const TaskTable& table) const {
    std::vector<Part> parts;
    for (const Report& report : plan_.reports) {
      for (const TableReport& part : report.tables) {
        if (part.table.id == table.id) parts.push_back({&report, &part, 0});
      }
    }
    return parts;
  }

  // A whole row that is reported twice is reported once.
  void add_row(const Report& report, const TableReport& part, const Row& row,
               std::vector<Column>& columns, std::vector<Series>& series) {
    bool repeated = false;
    for (size_t at = 0; at < part.measures.size(); ++at) {
      const Cell& cell = row.cells[at];
      if (!cell.is_number()) continue;
      const size_t measure = part.measures[at];
      auto& [subject, judge] = columns[measure];
      const Observed next{&report, &row, &cell, nullptr};
      const Observed other = series[measure].add(next, subject, judge);
      if (other && !repeated) report_repeated(next, other, subject);
      repeated = repeated || other;
    }
  }

  void report_repeated(const Observed& next, const Observed& other, const Subject& subject) {
    diagnostics_.report(
        rule::duplicate_observation, next.position(), next.underlined(),
        {next.report->as_of.iso(), next.name(subject), file_and_line(other.position())});
  }

  void check_count(const PlanObservation& observation, const Subject& subject) {
    if (observation.count == subject.count) return;
    diagnostics_.report(rule::count_differs, observation.position, observation.text,
                        {std::string(subject.title), std::string(subject.count), observation.text,
                         observation.count, Text{"上报数", "figure"}});
  }

  static Subject subject_of(const TaskTable& table, const Measure& measure) {
    return {measure.label, measure.count, table.id, measure.id,
            measure.role == Role::quota && !measure.is_rate()};
  }

  // Returns nothing for what is not there or could not be read, which has been reported.
  std::optional<Subject> subject_of(const Address& of) const {
    if (of.scheme == Scheme::target) {
      const Target* target = find(plan_.targets, of.id);
      return target && target->goal.is_known()
                 ? std::optional(Subject{target->title, target->goal.count, target->id, "", false})
                 : std::nullopt;
    }
    const TaskTable* table = find(plan_.tables, of.id);
    const auto measure = table ? table->find_measure(of.part) : std::nullopt;
    return measure ? std::optional(subject_of(*table, table->measures[*measure])) : std::nullopt;
  }

  Findings& findings_;
  const Plan& plan_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_observations(Findings& findings, unsigned jobs) {
  ObservationChecker(findings).check_days();
  const std::vector<TaskTable>& tables = findings.plan.tables;
  findings.apart(tables.size(), jobs, [&](Findings& part, size_t table) {
    ObservationChecker(part).check_table(tables[table]);
  });
  ObservationChecker(findings).check_plan_wide();
}

}  // namespace yaodian
