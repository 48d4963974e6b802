#include <algorithm>

#include "assess/pace.h"
#include "base/words.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/overview.h"
#include "render/targets.h"
#include "render/views.h"

namespace yaodian {
namespace {

constexpr size_t kLeading = 3;  // units named beside each quota

std::string name_of(const PlanContext& context, const Row& row) {
  return context.publisher.units.units[row.unit].short_name;
}

View unit_item(const PlanContext& context, const Column& column, size_t at, std::string_view path) {
  const Row& row = column.table.rows[at];
  const Unit& unit = context.publisher.units.units[row.unit];
  const Cell cell = column.figure(at);
  View item;
  item.text("name", unit.short_name)
      .text("figure", cell_text(context.words, cell))
      .text("value", cell_value(cell))
      .text("unit", unit.id);
  item.text("url", relative_link(path, unit_path(context.publisher, context.plan, unit)));
  const bool share = cell.is_number() && column.standing.sum && !column.standing.sum->is_zero();
  item.text_if("share", share ? share_text(context.words, cell.value, *column.standing.sum) : "");
  return item;
}

std::vector<View> leading_units(const PlanContext& context, const Column& column,
                                std::string_view path) {
  std::vector<View> items;
  for (size_t at = 0; at < std::min(kLeading, column.standing.order.size()); ++at) {
    items.push_back(unit_item(context, column, column.standing.order[at], path));
  }
  return items;
}

std::string names_in_state(const PlanContext& context, const Column& column, Cell::State state,
                           bool zero) {
  std::string names;
  for (const Row& row : column.table.rows) {
    const Cell& cell = row.cells[column.place];
    if (cell.state != state || (zero && cell.is_task())) continue;
    names += (names.empty() ? "" : context.words["list-separator"]) + name_of(context, row);
  }
  return names;
}

View quota_view(const PlanContext& context, const Column& column, std::string_view path) {
  const Standing& standing = column.standing;
  View view;
  view.text("title", column.measure.label)
      .text("count", standing.sum ? column.measure.count : "")
      .text("measure", column.id());
  view.text("url", relative_link(path, table_path(context.publisher, context.plan, column.table)));
  view.text("table", column.table.short_title);
  view.text("sum", sum_text(column)).text("value", standing.sum ? standing.sum->plain() : "");
  view.text_if("due", column.measure.due ? column.words.date(*column.measure.due) : "");
  view.number("holders", standing.order.size());
  view.text_if("undecided", names_in_state(context, column, Cell::State::undecided, false));
  view.text_if("none", names_in_state(context, column, Cell::State::number, true));
  view.text_if("median",
               standing.median ? figure_text(*standing.median, column.measure.count) : "");
  view.list("leading", leading_units(context, column, path));
  const std::string label = column.words.text(
      "chart-spread",
      {{"measure", column.measure.label}, {"units", std::to_string(standing.order.size())}});
  view.html("distribution", chart::distribution(column.profile, std::nullopt, label));
  std::string pace_figure;
  if (context.progress.day && standing.sum && column.measure.sense == Sense::at_least) {
    const Elapsed time = elapsed(*context.progress.day, context.plan.start,
                                 column.measure.due.value_or(context.plan.end));
    pace_figure = figure_text(pace(*standing.sum, time), column.measure.count);
  }
  view.text_if("pace", pace_figure);
  return view;
}

// The rows that fall short of the goal, the farthest first.
std::vector<View> farthest_units(const PlanContext& context, const Column& column,
                                 std::string_view path) {
  std::vector<uint32_t> unmet;
  for (const uint32_t row : column.standing.order) {
    if (!meets_goal(column, column.figure(row))) unmet.push_back(row);
  }
  const auto shortfall = [&](uint32_t row) {
    return column.measure.goal->shortfall(column.figure(row).value);
  };
  std::stable_sort(unmet.begin(), unmet.end(),
                   [&](uint32_t a, uint32_t b) { return shortfall(a) > shortfall(b); });
  std::vector<View> items;
  for (size_t at = 0; at < std::min(kLeading, unmet.size()); ++at) {
    items.push_back(unit_item(context, column, unmet[at], path));
  }
  return items;
}

View result_view(const PlanContext& context, const Column& column, std::string_view path) {
  View view;
  view.text("title", column.measure.label)
      .text("count", column.measure.count)
      .text("measure", column.id());
  view.text("url", relative_link(path, table_path(context.publisher, context.plan, column.table)));
  view.text("goal", column.measure.goal->text());
  view.text_if("as_of", column.day() ? column.words.date(*column.day()) : "");
  view.number("met", column.standing.met).number("counted", column.standing.order.size());
  view.number("unmet", column.standing.order.size() - column.standing.met);
  view.html("strip", strip_of(column)).list("farthest", farthest_units(context, column, path));
  return view;
}

View document_item(const PlanContext& context, const Document& document, std::string_view path) {
  std::vector<std::string> targets;
  for (const markdown::Link& link : document.body.links) {
    if (link.to.scheme == Scheme::target) targets.push_back(link.to.id);
  }
  std::sort(targets.begin(), targets.end());
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  View view;
  view.text("title", document.title)
      .text_if("summary", document.summary)
      .text_if("department", document.department);
  view.text("url", relative_link(path, document_path(context.publisher, context.plan, document)));
  view.text_if("issued", document.issued ? context.words.date(*document.issued) : "");
  view.text_if("targets", targets.empty() ? "" : std::to_string(targets.size()));
  return view;
}

View table_item(const PlanContext& context, const TaskTable& table, std::string_view path) {
  View view;
  view.text("title", table.title)
      .text("url", relative_link(path, table_path(context.publisher, context.plan, table)));
  view.number("rows", table.rows.size()).number("columns", table.measures.size());
  view.text_if("as_of", table.as_of ? context.words.date(*table.as_of) : "").flag("is_text", false);
  return view;
}

View table_item(const PlanContext& context, const TextTable& table, std::string_view path) {
  View view;
  view.text("title", table.title)
      .text("url", relative_link(path, table_path(context.publisher, context.plan, table)));
  view.number("rows", table.rows.size()).number("columns", table.columns.size());
  view.text_if("as_of", table.as_of ? context.words.date(*table.as_of) : "").flag("is_text", true);
  return view;
}

std::vector<View> text_items(const std::vector<std::string>& texts) {
  std::vector<View> items;
  for (const std::string& text : texts) items.push_back(View().text("text", text));
  return items;
}

}  // namespace

View plan_view(const PlanContext& context, std::string_view path) {
  const Plan& plan = context.plan;
  View view;
  add_frame(view, context, path, plan.title, {});
  view.text_if("issued", plan.issued ? context.words.date(*plan.issued) : "")
      .text("publisher", context.publisher.name);
  view.text("start", context.words.date(plan.start)).text("end", context.words.date(plan.end));
  view.number("unit_count", context.units.size()).number("target_count", plan.targets.size());
  view.text_if("elapsed",
               context.progress.day
                   ? elapsed(*context.progress.day, plan.start, plan.end).percent(1).plain() + "%"
                   : "");
  add_actions(view, context, path);
  add_headlines(view, context, path);
  add_overview(view, context, path);
  add_target_summary(view, context, path);
  add_reconciliation(view, context, path);
  add_sample(view, shows_sample(context));
  std::vector<View> quotas, results, documents, tables;
  for (size_t t = 0; t < plan.tables.size(); ++t) {
    for (size_t m = 0; m < plan.tables[t].measures.size(); ++m) {
      const Column column = context.column(t, m);
      if (column.measure.role == Role::quota) quotas.push_back(quota_view(context, column, path));
      if (column.measure.role == Role::result && column.measure.goal)
        results.push_back(result_view(context, column, path));
    }
  }
  for (const auto& [task, text] : tables_in_order(plan))
    tables.push_back(task ? table_item(context, *task, path) : table_item(context, *text, path));
  for (const Document& document : plan.documents)
    documents.push_back(document_item(context, document, path));
  const bool waits = !quotas.empty() || !results.empty();
  view.flag("awaits_reports", waits && !context.has_reports());
  view.flag("has_quotas", !quotas.empty()).list("quotas", std::move(quotas));
  view.flag("has_results", !results.empty()).list("results", std::move(results));
  view.flag("has_documents", !documents.empty()).list("documents", std::move(documents));
  view.text("tables_title", context.words[tables_title(plan)]);
  view.flag("has_tables", !tables.empty()).list("tables", std::move(tables));
  view.flag("has_notes", !plan.notes.empty()).list("notes", text_items(plan.notes));
  std::vector<View> sources;
  for (const SourceDocument& source : plan.sources) {
    View item;
    item.text("title", source.title)
        .text_if("issuer", source.issuer)
        .text_if("issued", source.issued ? context.words.date(*source.issued) : "");
    sources.push_back(std::move(item));
  }
  view.flag("has_sources", !sources.empty()).list("sources", std::move(sources));
  return view;
}

}  // namespace yaodian
