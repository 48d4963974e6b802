#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "base/words.h"
#include "check/formula.h"

namespace yaodian {
namespace {

constexpr Text kTable{"任务表", "table"};
constexpr Text kColumn{"列", "column"};
constexpr Text kUnit{"单位", "unit"};
constexpr Text kTarget{"目标", "target"};
constexpr Text kReport{"月报", "report"};
constexpr Text kReported{"月报里的数", "figure of the report"};
constexpr Text kNoNumber{"这里没有数（待定或空白）", "there is no number (待定 or blank)"};
constexpr Text kRange{"这个目标是一个范围，不是一个数", "this goal is a range, not a number"};
constexpr Text kNotSummed{"比率不能合计，写 average:", "rates are never summed; write average:"};

using Kind = FigureReference::Kind;

// A column of a table, read whole.
struct Found {
  const TaskTable& table;
  size_t at;
  const Measure& measure() const { return table.measures[at]; }
};

class Lookup {
 public:
  Lookup(const FigureReference& reference, const std::optional<Goal>& where,
         const Position& position, std::string_view text, Findings& findings)
      : parts_(reference.parts),
        where_(where),
        position_(position),
        text_(text),
        findings_(findings),
        plan_(findings.plan) {}

  std::optional<Computed> find(Kind kind) {
    switch (kind) {
      case Kind::total:
        return total();
      case Kind::average:
        return average();
      case Kind::count:
        return parts_.size() == 1 ? rows() : numbers();
      case Kind::cell:
        return cell();
      case Kind::target:
        return target();
      case Kind::report:
        return reported();
    }
    return std::nullopt;
  }

 private:
  std::optional<Computed> missing(const std::string& id, Text what,
                                  const std::vector<std::string>& known) {
    findings_.diagnostics.report(rule::dangling_link, position_, text_, {id, what},
                                 findings_.diagnostics.suggest(id, known));
    return std::nullopt;
  }

  std::optional<Computed> fail(Text why) {
    findings_.diagnostics.report(rule::cannot_compute, position_, text_, {why});
    return std::nullopt;
  }

  static Computed one(Rational value, Input input) {
    std::string text = input.figure;
    return {value, std::move(text), {std::move(input)}, false};
  }

  // The figure NUMBER in the unit of count COUNT.
  std::optional<Computed> figure(Decimal number, const std::string& count, Input input) {
    input.figure = number.grouped() + count;
    const auto value = multiply(Rational(number), worth_of(count));
    return one(*value, std::move(input));
  }

  const TaskTable* find_table(const std::string& id) {
    const TaskTable* table = yaodian::find(plan_.tables, id);
    if (!table) missing(id, kTable, ids(plan_.tables));
    return table && table->complete ? table : nullptr;
  }

  std::optional<Found> find_column(const std::string& id, const std::string& column) {
    const TaskTable* table = find_table(id);
    if (!table) return std::nullopt;
    if (const auto at = table->find_measure(column)) return Found{*table, *at};
    missing(column, kColumn, ids(table->measures));
    return std::nullopt;
  }

  // What of the column is meant is said by NAME, with its table and measure.
  Input input_of(const Found& found, Sentence name, std::string_view count = "",
                 std::string_view condition = "") const {
    const Cell* total = found.table.total.empty() ? nullptr : &found.table.total[found.at];
    const bool published = total && total->is_number();
    return {findings_.words.text(name, {{"table", found.table.short_title},
                                        {"measure", found.measure().label},
                                        {"count", count},
                                        {"condition", condition}}),
            "",
            {Place::Kind::column, found.table.id, found.measure().id},
            published ? found.table.position_of_total(found.at) : found.measure().position};
  }

  const std::string& count_unit() const { return findings_.words["checks-count-unit"]; }

  std::optional<Computed> total() {
    const auto found = find_column(parts_[0], parts_[1]);
    if (!found) return std::nullopt;
    if (found->measure().is_rate()) return fail(kNotSummed);
    if (!found->table.has_numbers(found->at)) return fail(kNoNumber);
    const auto sum = found->table.sum(found->at);
    if (!sum) return std::nullopt;  // too large, which has been reported
    return figure(*sum, found->measure().count, input_of(*found, "checks-total-of"));
  }

  std::optional<Computed> average() {
    const auto found = find_column(parts_[0], parts_[1]);
    if (!found) return std::nullopt;
    std::optional<Rational> sum = Rational(0);
    int64_t count = 0;
    for (const Row& row : found->table.rows) {
      const Cell& cell = row.cells[found->at];
      if (!cell.is_number()) continue;
      sum = sum ? add(*sum, Rational(cell.value)) : sum;
      ++count;
    }
    if (count == 0) return fail(kNoNumber);
    const auto mean = sum ? divide(*sum, Rational(count)) : std::nullopt;
    if (!mean) return fail({"数太大", "the numbers are too large"});
    Input input = input_of(*found, "checks-average-of", std::to_string(count));
    input.position = found->measure().position;
    input.figure = shown_exactly(*mean, 1, found->measure().count);
    const auto value = multiply(*mean, worth_of(found->measure().count));
    return value ? std::optional(one(*value, std::move(input))) : std::nullopt;
  }

  std::optional<Computed> rows() {
    const TaskTable* table = find_table(parts_[0]);
    if (!table) return std::nullopt;
    Input input{findings_.words.text("checks-rows-of", {{"table", table->short_title}}),
                "",
                {Place::Kind::column, table->id, ""},
                table->position};
    return figure(static_cast<int64_t>(table->rows.size()), count_unit(), std::move(input));
  }

  std::optional<Computed> numbers() {
    const auto found = find_column(parts_[0], parts_[1]);
    if (!found) return std::nullopt;
    const auto counts = [&](const Row& row) {
      const Cell& cell = row.cells[found->at];
      return cell.is_number() && (!where_ || where_->met_by(cell.value));
    };
    const auto count = std::count_if(found->table.rows.begin(), found->table.rows.end(), counts);
    Input input = where_ ? input_of(*found, "checks-count-where", "", where_->text())
                         : input_of(*found, "checks-count-of");
    input.position = found->measure().position;
    return figure(static_cast<int64_t>(count), count_unit(), std::move(input));
  }

  std::optional<UnitIndex> find_unit_named(const std::string& name) {
    const Register& units = findings_.publisher.units;
    if (const auto unit = find_unit(units, name)) return unit;
    std::vector<std::string> names = ids(units.units);
    for (const Unit& unit : units.units) names.push_back(unit.short_name);
    if (units.complete) missing(name, kUnit, names);
    return std::nullopt;
  }

  std::optional<Computed> cell() {
    const auto found = find_column(parts_[0], parts_[1]);
    const auto unit = found ? find_unit_named(parts_[2]) : std::nullopt;
    if (!unit) return std::nullopt;
    const Row* row = found->table.row_of(*unit);
    if (!row) return missing(parts_[2], kUnit, {});
    return cell_of(*found, *row, row->cells[found->at],
                   {Place::Kind::row, found->table.id, findings_.publisher.units.units[*unit].id});
  }

  std::optional<Computed> cell_of(const Found& found, const Row& row, const Cell& cell,
                                  Place place) {
    if (!cell.is_number()) return fail(kNoNumber);
    Input input{findings_.words.text("checks-figure-of",
                                     {{"label", row.label}, {"measure", found.measure().label}}),
                "", std::move(place), row.position_of(cell)};
    return figure(cell.value, found.measure().count, std::move(input));
  }

  std::optional<Computed> target() {
    const Target* target = yaodian::find(plan_.targets, parts_[0]);
    if (!target)
      return plan_.targets_complete ? missing(parts_[0], kTarget, ids(plan_.targets))
                                    : std::nullopt;
    if (!target->goal.is_known()) return std::nullopt;
    if (target->goal.sense == Goal::Sense::between) return fail(kRange);
    const auto value = multiply(Rational(target->goal.low), worth_of(target->goal.count));
    return one(*value, {findings_.words.text("checks-target", {{"title", target->title}}),
                        target->goal.figure + target->goal.count,
                        {Place::Kind::target, target->id, ""},
                        target->position});
  }

  std::optional<Computed> reported() {
    const Report* report = yaodian::find(plan_.reports, parts_[0]);
    if (!report)
      return plan_.reports_complete ? missing(parts_[0], kReport, ids(plan_.reports))
                                    : std::nullopt;
    auto computed = parts_.size() == 4 ? reported_cell(*report) : reported_figure(*report);
    if (computed) computed->inputs.front().sample = report->sample;
    return computed;
  }

  Input input_of(const Report& report, std::string_view title, const Position& position) {
    const Words& words = findings_.words;
    return {words.text("checks-reported", {{"date", words.date(report.as_of)}, {"title", title}}),
            "",
            {Place::Kind::report, report.id, ""},
            position};
  }

  // A figure of no table, an observation of a target, or a total that names no units.
  std::optional<Computed> reported_figure(const Report& report) {
    std::vector<std::string> known;
    const std::string name = parts_.size() == 2 ? parts_[1] : parts_[1] + "." + parts_[2];
    for (const ReportFigure& one : report.figures) {
      known.push_back(one.id);
      if (one.id != name) continue;
      Input input = input_of(report, one.title, one.position);
      input.place.part = one.id;
      return stated(one.text, std::move(input));
    }
    for (const PlanObservation& one : report.observations) {
      const bool whole = one.of.scheme == Scheme::table;
      known.push_back(whole ? one.of.id + "." + one.of.part : one.of.id);
      if (known.back() == name)
        return stated(one.text, input_of(report, title_of(one), one.position));
    }
    const TaskTable* table = yaodian::find(plan_.tables, parts_[1]);
    const bool unread = !plan_.reports_complete || (table && !table->complete);
    return unread ? std::nullopt : missing(name, kReported, known);
  }

  std::string title_of(const PlanObservation& observation) const {
    const Address& of = observation.of;
    if (of.scheme == Scheme::target) {
      const Target* target = yaodian::find(plan_.targets, of.id);
      return target ? target->title : of.id;
    }
    const TaskTable* table = yaodian::find(plan_.tables, of.id);
    const auto at = table ? table->find_measure(of.part) : std::nullopt;
    return at ? table->measures[*at].label : of.part;
  }

  std::optional<Computed> stated(const std::string& text, Input input) {
    const auto figure = parse_stated(text);
    if (!figure) return std::nullopt;  // which has been reported
    input.figure = figure->text;
    return one(figure->value(), std::move(input));
  }

  std::optional<Computed> reported_cell(const Report& report) {
    const auto found = find_column(parts_[1], parts_[2]);
    const auto unit = found ? find_unit_named(parts_[3]) : std::nullopt;
    if (!unit) return std::nullopt;
    for (const TableReport& part : report.tables) {
      const auto column = std::find(part.measures.begin(), part.measures.end(), found->at);
      if (part.table.id != found->table.id || column == part.measures.end()) continue;
      for (const Row& row : part.rows) {
        if (row.unit == *unit)
          return cell_of(*found, row,
                         row.cells[static_cast<size_t>(column - part.measures.begin())],
                         {Place::Kind::report, report.id, ""});
      }
    }
    if (!plan_.reports_complete) return std::nullopt;
    return missing(parts_[1] + "." + parts_[2] + "." + parts_[3], kReported, {});
  }

  const std::vector<std::string>& parts_;
  const std::optional<Goal>& where_;
  const Position& position_;
  std::string_view text_;
  Findings& findings_;
  const Plan& plan_;
};

}  // namespace

std::optional<Computed> look_up(const FigureReference& reference, const std::optional<Goal>& where,
                                const Position& position, std::string_view text,
                                Findings& findings) {
  return Lookup(reference, where, position, text, findings).find(reference.kind);
}

}  // namespace yaodian
