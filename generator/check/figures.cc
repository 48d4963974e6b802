#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "base/words.h"
#include "check/check.h"
#include "check/formula.h"
#include "check/rate_scale.h"

namespace yaodian {
namespace {

// A result about a whole column.
Check about(Check::Kind kind, const TaskTable& table, const Measure& measure) {
  Check check;
  check.kind = kind;
  check.table = &table;
  check.measure = &measure;
  check.place = {Place::Kind::column, table.id, measure.id};
  check.position = measure.position;
  return check;
}

void check_total(const TaskTable& table, size_t at, Findings& findings) {
  const Measure& measure = table.measures[at];
  if (measure.is_rate()) return;
  if (!table.has_numbers(at)) return;
  const auto sum = table.sum(at);
  if (!sum)
    return findings.diagnostics.report(rule::number_too_large, measure.position, "",
                                       {measure.title});
  if (!table.complete || table.total.empty() || !table.total[at].is_number()) return;
  const Cell& published = table.total[at];
  Check check = about(Check::Kind::total, table, measure);
  check.position = table.position_of_total(at);
  check.published = published.value.grouped() + measure.count;
  check.computed = sum->grouped() + measure.count;
  for (const Row& row : table.rows) check.figures += row.cells[at].is_number();
  if (published.value == *sum) return findings.results.add(std::move(check));
  const std::string address = "total:" + table.id + "." + measure.id;
  check.difference = shown_difference(findings.words, published.value, *sum, measure.count);
  if (const Acceptance* acceptance = findings.accept(address))
    return findings.add_accepted(std::move(check), *acceptance);
  findings.diagnostics.report(rule::wrong_total, table.position_of_total(at),
                              published.value.plain(),
                              {measure.title, published.value.grouped(), sum->grouped(),
                               (published.value - *sum).grouped(), address});
}

// A single cell of a column, with its address.
struct Single {
  const TaskTable& table;
  const Measure& measure;
  const Row& row;
  const Cell& cell;
  const Unit& unit;

  std::string address() const { return "cell:" + table.id + "." + measure.id + "." + unit.id; }
  Check result(const Words& words, Check::Kind kind) const {
    Check check = about(kind, table, measure);
    check.statement =
        words.text("checks-figure-of", {{"label", row.label}, {"measure", measure.label}});
    check.published = cell.value.grouped() + measure.count;
    check.position = row.position_of(cell);
    check.place = {Place::Kind::row, table.id, unit.id};
    return check;
  }
};

// COMPUTED is nothing where it is out of range.
void report_derived(const Single& one, const Derived& rule, Decimal base,
                    const std::optional<Decimal>& computed, Findings& findings, Check& column) {
  static constexpr Text kTooLarge{"一万亿以上的数", "more than 10^12"};
  Check check = one.result(findings.words, Check::Kind::derived);
  check.computed =
      computed ? computed->grouped() + one.measure.count : findings.words["checks-too-large"];
  if (computed)
    check.difference =
        shown_difference(findings.words, one.cell.value, *computed, one.measure.count);
  check.formula = base.grouped() + " × " + rule.share.plain() + "% = " + check.computed;
  if (const Acceptance* acceptance = findings.accept(one.address()))
    return findings.add_accepted(std::move(check), *acceptance, column);
  findings.diagnostics.report(
      rule::wrong_derived, one.row.position_of(one.cell), one.cell.value.plain(),
      {one.measure.title, one.cell.value.grouped(), base.grouped(), rule.share.plain() + "%",
       computed ? Argument(computed->grouped()) : Argument(kTooLarge), one.address()});
}

void check_derived(const TaskTable& table, size_t at, Findings& findings) {
  const Measure& measure = table.measures[at];
  const Derived& rule = *measure.derived;
  Check column = about(Check::Kind::derived, table, measure);
  for (const Row& row : table.rows) {
    const Cell& base = row.cells[rule.of];
    const Cell& cell = row.cells[at];
    if (!base.is_number() || !cell.is_number()) continue;
    ++column.figures;
    const auto computed = percent_of(rule.share, base.value, cell.value.decimals(), rule.rounding);
    if (computed == cell.value || row.unit == kUnknownUnit) continue;
    const Single one{table, measure, row, cell, findings.publisher.units.units[row.unit]};
    report_derived(one, rule, base.value, computed, findings, column);
  }
  if (column.figures + column.accepted > 0) findings.results.add(std::move(column));
}

// The rates or quotas of a column as they were published. That no quota is below 0 is worth no word
// where it holds.
void check_range(const TaskTable& table, size_t at, Findings& findings) {
  const Measure& measure = table.measures[at];
  Check column = about(Check::Kind::range, table, measure);
  std::optional<RateScale> scale;
  for (const Row& row : table.rows) {
    const Cell& cell = row.cells[at];
    if (!cell.is_number() || row.unit == kUnknownUnit) continue;
    ++column.figures;
    auto doubt = doubt_about(cell.value, measure.count, measure.role == Role::quota);
    if (measure.is_rate() && RateScale::is_small(cell.value)) {
      if (!scale) scale.emplace(measure.goal ? &*measure.goal : nullptr, table.rows, at);
      if (scale->makes_fraction(cell.value)) doubt = Doubt::fraction;
    }
    if (!doubt) continue;
    const Single one{table, measure, row, cell, findings.publisher.units.units[row.unit]};
    findings.doubt(one.result(findings.words, Check::Kind::range), *doubt, one.address(), column);
  }
  const size_t worth = measure.is_rate() ? column.figures : column.in_doubt;
  if (worth + column.accepted > 0) findings.results.add(std::move(column));
}

// What follows FIGURE in TEXT.
std::string_view after(std::string_view text, const Figure& figure) {
  return trim(text.substr(figure.offset + figure.length));
}

// True if the last of FIGURES in TEXT is followed by the sign of a rate just when COUNT is one.
bool counted_alike(std::string_view text, const std::vector<Figure>& figures,
                   std::string_view count) {
  const std::string_view rest = after(text, figures.back());
  const bool per_cent = rest.starts_with("%") || rest.starts_with("％");
  return per_cent == (count == "%") && rest.starts_with("‰") == (count == "‰");
}

// True if FIGURES, those of TEXT, are figures of GOAL: 50万元, which is read as 500000, and 50 万元
// are of a goal of 50 in 万元.
bool says(std::string_view text, const std::vector<Figure>& figures, const Goal& goal) {
  const auto named = [&](const Figure& one) {
    if (goal.names(one.value)) return true;
    if (is_rate(goal.count)) return false;
    const auto number = in_count(one.value, after(text, one), goal.count);
    const auto counted = number ? number->exactly(0) : std::nullopt;
    return counted && goal.names(*counted);
  };
  return std::ranges::all_of(figures, named) && counted_alike(text, figures, goal.count);
}

void report_difference(const markdown::Link& link, Text what, std::string right,
                       Diagnostics& diagnostics) {
  diagnostics.report(rule::figure_differs, link.position, link.text,
                     {link.text, what, std::move(right)});
}

void check_target_statement(const markdown::Link& link, const std::vector<Figure>& figures,
                            const Target& target, Diagnostics& diagnostics) {
  if (says(link.text, figures, target.goal)) return;
  report_difference(link, {"目标", "the target"}, target.goal_text(), diagnostics);
}

void check_reported_statement(const markdown::Link& link, const std::vector<Figure>& figures,
                              const ReportFigure& reported, Diagnostics& diagnostics) {
  const auto stated = parse_figure(reported.text);
  if (!stated || says(link.text, figures, *stated)) return;  // what it is not was reported
  report_difference(link, {"月报里的数", "the figure of the report"}, reported.text, diagnostics);
}

void check_total_statement(const markdown::Link& link, const std::vector<Figure>& figures,
                           const TaskTable& table, size_t at, Diagnostics& diagnostics) {
  const Measure& measure = table.measures[at];
  if (measure.is_rate())
    return report_difference(link, {"比率没有合计，表中合计", "a rate has no total, which"}, "—",
                             diagnostics);
  if (!table.has_numbers(at))
    return report_difference(link, {"表中合计", "the table's total"}, "—", diagnostics);
  const auto sum = table.sum(at);
  if (!sum) return;  // too large, which has been reported
  const Goal whole{Goal::Sense::exactly, *sum, *sum, sum->grouped(), measure.count};
  if (figures.size() != 1 || !says(link.text, figures, whole))
    report_difference(link, {"表中合计", "the table's total"}, sum->grouped() + measure.count,
                      diagnostics);
}

}  // namespace

void check_figures(const TaskTable& table, Findings& findings) {
  for (size_t at = 0; at < table.measures.size(); ++at) {
    check_total(table, at, findings);
    if (table.measures[at].derived) check_derived(table, at, findings);
    const Measure& measure = table.measures[at];
    if (measure.is_rate() || measure.role == Role::quota) check_range(table, at, findings);
  }
}

size_t check_statement(const markdown::Link& link, const Plan& plan, Diagnostics& diagnostics) {
  const std::vector<Figure> figures = find_stated_figures(link.text);
  if (link.embed || figures.empty()) return 0;
  if (link.to.scheme == Scheme::target) {
    const Target* target = find(plan.targets, link.to.id);
    const bool known = target && target->goal.is_known();
    if (known) check_target_statement(link, figures, *target, diagnostics);
    return known ? figures.size() : 0;
  }
  if (link.to.scheme == Scheme::report) {
    const Report* report = find(plan.reports, link.to.id);
    const ReportFigure* reported = report ? find(report->figures, link.to.part) : nullptr;
    if (reported) check_reported_statement(link, figures, *reported, diagnostics);
    return reported ? figures.size() : 0;
  }
  if (link.to.scheme != Scheme::table) return 0;
  const TaskTable* table = find(plan.tables, link.to.id);
  const auto measure = table && table->complete ? table->find_measure(link.to.part) : std::nullopt;
  if (measure) check_total_statement(link, figures, *table, *measure, diagnostics);
  return measure ? figures.size() : 0;
}

void check_statements(Findings& findings) {
  for (const Document& document : findings.plan.documents) {
    Check check;
    check.kind = Check::Kind::statements;
    check.document = &document;
    check.place = {Place::Kind::document, document.id, ""};
    check.position = {document.position.source, 0, 0};  // the text as a whole
    for (const markdown::Link& link : document.body.links)
      check.figures += check_statement(link, findings.plan, findings.diagnostics);
    if (check.figures > 0) findings.results.add(std::move(check));
  }
}

}  // namespace yaodian
