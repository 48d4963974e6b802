#include <algorithm>
#include <map>

#include "base/rules.h"
#include "base/words.h"
#include "check/check.h"
#include "check/rate_scale.h"
#include "check/report_remarks.h"

namespace yaodian {
namespace {

// Judges the figures of one subject, each with the one of the day before.
class Judge {
 public:
  Judge(Check check, Findings& findings) : column_(std::move(check)), findings_(findings) {
    column_.kind = Check::Kind::course;
  }

  void judge(const Subject& subject, const Observed& last, const Observed& before) {
    ++column_.figures;
    column_.sample = column_.sample || last.report->sample;
    auto doubt = doubt_about(last.value(), subject.count, true);
    if (!doubt && is_fraction(subject, last)) doubt = Doubt::fraction;
    if (doubt)
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

  bool is_fraction(const Subject& subject, const Observed& one) {
    if (!is_rate(subject.count) || !RateScale::is_small(one.value())) return false;
    if (!one.row) return RateScale(subject.goal, {}, 0).makes_fraction(one.value());
    auto scale = scales_.find(one.report);
    if (scale == scales_.end())
      scale = scales_.emplace(one.report, scale_beside(subject, one)).first;
    return scale->second.makes_fraction(one.value());
  }

  // That of the column of the report that ONE, a cell, stands in.
  static RateScale scale_beside(const Subject& subject, const Observed& one) {
    const auto part = std::ranges::find_if(
        one.report->tables, [&](const TableReport& table) { return table.table.id == subject.id; });
    return {subject.goal, part->rows, static_cast<size_t>(one.cell - one.row->cells.data())};
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
  std::map<const Report*, RateScale> scales_;  // of those with a small rate
};

// The observations of one thing, in order of time.
class Series {
 public:
  // Adds NEXT, unless it repeats one of its day. A correction is held against what it corrects.
  void add(const Observed& next, const Subject& subject, Judge& judge, ReportRemarks& remarks) {
    const bool same_day = last_ && last_.report->as_of == next.report->as_of;
    if (same_day && !next.report->corrects) return remarks.add_repeated(next, last_, subject);
    if (next.report->corrects && !same_day)
      remarks.add_unreported(next, subject);
    else if (next.report->corrects && next.value() == last_.value())
      remarks.add_unchanged(next, last_, subject);
    if (!same_day) {
      close(subject, judge);
      before_ = last_;
    }
    last_ = next;
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
  ObservationChecker(Findings& findings, ReportRemarks& remarks)
      : findings_(findings),
        remarks_(remarks),
        plan_(findings.plan),
        diagnostics_(findings.diagnostics) {}

  // The reports as a whole.
  void check_days() {
    for (const Report& report : plan_.reports) {
      check_day(report);
      if (report.corrects) check_correction(report);
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
        so_far.add({&report, nullptr, nullptr, &one}, *subject, judge, remarks_);
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

  // What it corrects may stand in a report that could not be read.
  void check_correction(const Report& report) {
    if (!plan_.reports_complete) return remarks_.excuse(report);
    const size_t errors = diagnostics_.errors();
    for (const TableReport& part : report.tables) {
      if (!is_reported(report.as_of, Scheme::table, part.table.id))
        report_nothing(report, part.table.position, part.table.id);
    }
    for (const PlanObservation& one : report.observations) {
      if (!is_reported(report.as_of, one.of.scheme, one.of.id))
        report_nothing(report, one.name_position, one.of.id);
    }
    if (diagnostics_.errors() > errors) remarks_.excuse(report);
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

  void add_row(const Report& report, const TableReport& part, const Row& row,
               std::vector<Column>& columns, std::vector<Series>& series) {
    for (size_t at = 0; at < part.measures.size(); ++at) {
      const Cell& cell = row.cells[at];
      if (!cell.is_number()) continue;
      const size_t measure = part.measures[at];
      auto& [subject, judge] = columns[measure];
      series[measure].add({&report, &row, &cell, nullptr}, subject, judge, remarks_);
    }
  }

  void check_count(const PlanObservation& observation, const Subject& subject) {
    if (observation.count == subject.count) return;
    diagnostics_.report(rule::count_differs, observation.position, observation.text,
                        {std::string(subject.title), std::string(subject.count), observation.text,
                         observation.count, Text{"上报数", "figure"}});
  }

  static Subject subject_of(const TaskTable& table, const Measure& measure) {
    return {measure.label,
            measure.count,
            table.id,
            measure.id,
            measure.goal ? &*measure.goal : nullptr,
            measure.role == Role::quota && !measure.is_rate()};
  }

  // Returns nothing for what is not there or could not be read, which has been reported.
  std::optional<Subject> subject_of(const Address& of) const {
    if (of.scheme == Scheme::target) {
      const Target* target = find(plan_.targets, of.id);
      return target && target->goal.is_known()
                 ? std::optional(Subject{target->title, target->goal.count, target->id, "",
                                         &target->goal, false})
                 : std::nullopt;
    }
    const TaskTable* table = find(plan_.tables, of.id);
    const auto measure = table ? table->find_measure(of.part) : std::nullopt;
    return measure ? std::optional(subject_of(*table, table->measures[*measure])) : std::nullopt;
  }

  Findings& findings_;
  ReportRemarks& remarks_;
  const Plan& plan_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_observations(Findings& findings, unsigned jobs) {
  ReportRemarks remarks;
  ObservationChecker(findings, remarks).check_days();
  const std::vector<TaskTable>& tables = findings.plan.tables;
  std::vector<ReportRemarks> of_tables(tables.size());
  findings.apart(tables.size(), jobs, [&](Findings& part, size_t table) {
    ObservationChecker(part, of_tables[table]).check_table(tables[table]);
  });
  for (ReportRemarks& one : of_tables) remarks.take(std::move(one));
  ObservationChecker(findings, remarks).check_plan_wide();
  remarks.report(findings.diagnostics);
}

}  // namespace yaodian
