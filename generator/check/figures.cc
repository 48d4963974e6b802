#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "check/check.h"

namespace yaodian {
namespace {

void check_total(const TaskTable& table, size_t at, Diagnostics& diagnostics) {
  const Measure& measure = table.measures[at];
  if (measure.is_rate()) return;
  const auto sum = table.sum(at);
  if (!sum)
    return diagnostics.report(rule::number_too_large, measure.position, "", {measure.title});
  if (!table.complete || table.total.empty() || !table.total[at].is_number()) return;
  const Cell& published = table.total[at];
  if (published.value == *sum) return;
  diagnostics.report(rule::wrong_total, table.position_of_total(at), published.value.plain(),
                     {measure.title, published.value.grouped(), sum->grouped(),
                      (published.value - *sum).grouped()});
}

void check_derived(const TaskTable& table, size_t at, Diagnostics& diagnostics) {
  const Measure& measure = table.measures[at];
  const Derived& rule = *measure.derived;
  const int decimals = std::min(Decimal::kMostDecimals, rule.share.decimals() + 2);
  const Decimal share = divide(rule.share, 100, decimals, Rounding::half_up);
  for (const Row& row : table.rows) {
    const Cell& base = row.cells[rule.of];
    const Cell& cell = row.cells[at];
    if (!base.is_number() || !cell.is_number()) continue;
    const Decimal computed = multiply(base.value, share, cell.value.decimals(), rule.rounding);
    if (computed == cell.value) continue;
    diagnostics.report(rule::wrong_derived, row.position_of(cell), cell.value.plain(),
                       {measure.title, cell.value.grouped(), base.value.grouped(),
                        rule.share.plain() + "%", computed.grouped()});
  }
}

// True if the last of FIGURES in TEXT is followed by the sign of a rate just when COUNT is one.
bool counted_alike(std::string_view text, const std::vector<Figure>& figures,
                   std::string_view count) {
  const std::string_view after = trim(text.substr(figures.back().offset + figures.back().length));
  const bool per_cent = after.starts_with("%") || after.starts_with("％");
  return per_cent == (count == "%") && after.starts_with("‰") == (count == "‰");
}

void report_difference(const markdown::Link& link, Text what, std::string right,
                       Diagnostics& diagnostics) {
  diagnostics.report(rule::figure_differs, link.position, link.text,
                     {link.text, what, std::move(right)});
}

void check_target_statement(const markdown::Link& link, const std::vector<Figure>& figures,
                            const Target& target, Diagnostics& diagnostics) {
  const bool right = std::all_of(figures.begin(), figures.end(),
                                 [&](const Figure& one) { return target.goal.names(one.value); });
  if (right && counted_alike(link.text, figures, target.goal.count)) return;
  report_difference(link, {"目标", "the target"}, target.goal_text(), diagnostics);
}

void check_total_statement(const markdown::Link& link, const std::vector<Figure>& figures,
                           const TaskTable& table, size_t at, Diagnostics& diagnostics) {
  const Measure& measure = table.measures[at];
  if (measure.is_rate())
    return report_difference(link, {"比率没有合计，表中合计", "a rate has no total, which"}, "—",
                             diagnostics);
  const auto sum = table.sum(at);
  const bool right = !sum || (figures.size() == 1 && figures.front().value == *sum &&
                              counted_alike(link.text, figures, measure.count));
  if (!right)
    report_difference(link, {"表中合计", "the table's total"}, sum->grouped() + measure.count,
                      diagnostics);
}

}  // namespace

void check_figures(const TaskTable& table, Diagnostics& diagnostics) {
  for (size_t at = 0; at < table.measures.size(); ++at) {
    check_total(table, at, diagnostics);
    if (table.measures[at].derived) check_derived(table, at, diagnostics);
  }
}

void check_statement(const markdown::Link& link, const Plan& plan, Diagnostics& diagnostics) {
  const std::vector<Figure> figures = find_figures(link.text);
  if (link.embed || figures.empty()) return;
  if (link.to.scheme == Scheme::target) {
    const Target* target = find(plan.targets, link.to.id);
    if (target) check_target_statement(link, figures, *target, diagnostics);
  } else if (link.to.scheme == Scheme::table) {
    const TaskTable* table = find(plan.tables, link.to.id);
    const auto measure =
        table && table->complete ? table->find_measure(link.to.part) : std::nullopt;
    if (measure) check_total_statement(link, figures, *table, *measure, diagnostics);
  }
}

}  // namespace yaodian
