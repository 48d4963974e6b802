#include <algorithm>

#include "base/words.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/heat_map.h"
#include "render/limits.h"
#include "render/measures.h"
#include "render/provenance.h"
#include "render/task_table.h"
#include "render/totals.h"
#include "render/views.h"

namespace yaodian {
namespace {

std::string derived_words(const Column& column) {
  const auto& rule = column.measure.derived;
  if (!rule) return {};
  static constexpr Sentence kRounding[] = {"derived-nearest", "derived-up", "derived-down"};
  return column.words.text(
      kRounding[static_cast<size_t>(rule->rounding)],
      {{"measure", column.table.measures[rule->of].title}, {"percent", rule->share.plain() + "%"}});
}

View measure_item(const PlanContext& context, const Column& column, std::string_view path) {
  const Measure& measure = column.measure;
  View item;
  item.text("title", measure.title).text("count", measure.count).text_if("group", measure.group);
  const std::string due = measure.due ? column.words.date(*measure.due) : "";
  item.text_if("due", measure.due ? column.words.text("deadline-before", {{"date", due}}) : "")
      .text_if("standard", measure.standard);
  item.text_if("goal", measure.goal ? measure.goal->text() : "")
      .text_if("derived", derived_words(column));
  const Target* target = find(context.plan.targets, measure.target.id);
  item.text_if("target", target ? target->title + " " + target->goal_text() : "");
  item.text(
      "target_url",
      target ? relative_link(path, target_path(context.publisher, context.plan, *target)) : "");
  item.flag("is_quota", measure.role == Role::quota)
      .flag("is_result", measure.role == Role::result);
  item.flag("is_context", measure.role == Role::context);
  item.html("line", line_link(context.site, measure.position, path, Naming::line));
  item.list("statements",
            statement_views(context, {Scheme::table, column.table.id, measure.id}, path));
  return item;
}

// Which columns are ranked: quotas and results with a goal; every one where there are none of
// these.
std::vector<size_t> ranked_measures(const TaskTable& table) {
  std::vector<size_t> ranked, all;
  for (size_t at = 0; at < table.measures.size(); ++at) {
    all.push_back(at);
    if (table.measures[at].role != Role::context) ranked.push_back(at);
  }
  return ranked.empty() ? all : ranked;
}

View ranking_item(const PlanContext& context, const Column& column, bool open,
                  std::string_view path) {
  View item;
  item.text("title", column.measure.title)
      .text("count", column.measure.count)
      .flag("is_open", open);
  item.number("ranked", column.standing.order.size()).flag("from_low", column.standing.from_low);
  item.text_if("median", column.standing.median
                             ? figure_text(*column.standing.median, column.measure.count)
                             : "");
  item.html_if("strip", column.measure.goal ? strip_of(column) : Html());
  item.text("goal", column.measure.goal ? column.measure.goal->text() : "");
  item.flag("by_completion", column.progress.observed());
  item.html_when_asked("ranking", [&context, column, path] {
    return column.progress.observed() ? completion_ranking(context, column, path)
                                      : ranking(context, column, path);
  });
  return item;
}

// A tracked column as a whole: what is done of it, and how its units stand.
View course_item(const PlanContext& context, const Column& column, std::string_view path) {
  View item = total_view(context, column);
  item.text("title", column.measure.label).text("count", column.measure.count);
  const auto& total = column.progress.total_task.quota;
  item.text("quota", total.is_number() ? total.value.grouped() : "—");
  std::vector<View> plain;
  for (const PlanObserved& one : totals_of(context.progress, column.table, column.measure)) {
    View view;
    view.text("date", column.words.date(one.report->as_of)).text("figure", one.observation->text);
    view.html("line", line_link(context.site, one.observation->position, path));
    plain.push_back(std::move(view));
  }
  return std::move(item.list("plain_totals", std::move(plain)));
}

std::vector<View> course_items(const PlanContext& context, const TaskTable& table,
                               std::string_view path) {
  std::vector<View> courses;
  for (const Column& column : tracked_columns(context, table))
    courses.push_back(course_item(context, column, path));
  return courses;
}

// Returns whether sample data is in them.
bool add_courses(View& view, const PlanContext& context, const TaskTable& table,
                 std::string_view path) {
  const std::vector<Column> columns = tracked_columns(context, table);
  const auto at = static_cast<size_t>(&table - context.plan.tables.data());
  const std::vector<Date>& dates = context.progress.tables[at].dates;
  view.text_if("reported", dates.empty() ? "" : context.words.date(dates.back()));
  const bool drawn = !columns.empty() && table.rows.size() <= kLongTable;
  view.html_when_asked("heat_map", [&context, &table, path, drawn] {
    return drawn ? heat_map(context, table, path) : Html();
  });
  view.flag("has_courses", !columns.empty());
  view.list_when_asked("courses",
                       [&context, &table, path] { return course_items(context, table, path); });
  return std::ranges::any_of(columns, [](const Column& one) { return one.progress.sample; });
}

// The files that the table was read from, and its source.
void add_files(View& view, const PlanContext& context, const TaskTable& table,
               std::string_view path) {
  const Source* rows = table.rows.empty() ? nullptr : table.rows.front().position.source;
  const bool apart = rows && rows != table.position.source;
  view.html("file", link_to_file(context.site, *table.position.source, path));
  view.html_if("rows_file", apart ? link_to_file(context.site, *rows, path) : Html());
  view.text_if("source", source_text(context.words, context.plan, table.source));
}

std::vector<View> cell_views(const Words& words, const Row& row) {
  std::vector<View> cells;
  for (const Cell& cell : row.cells) cells.push_back(View().text("figure", cell_text(words, cell)));
  return cells;
}

// The rows as data, for a template that writes a table of its own.
std::vector<View> unit_views(const PlanContext& context, const TaskTable& table,
                             std::string_view path) {
  std::vector<View> units;
  units.reserve(table.rows.size());
  for (const Row& row : table.rows) {
    const Unit& unit = context.publisher.units.units[row.unit];
    View& item = units.emplace_back();
    item.text("name", row.label).text("id", unit.id);
    item.text("url", relative_link(path, unit_path(context.publisher, context.plan, unit)));
    item.list_when_asked("cells", [&context, &row] { return cell_views(context.words, row); });
  }
  return units;
}

}  // namespace

View table_view(const PlanContext& context, const TaskTable& table, const PublisherContexts& plans,
                std::string_view path) {
  const Plan& plan = context.plan;
  View view;
  add_frame(view, context, path, table.title, {{table.short_title, ""}});
  view.text("heading", table.title).number("rows", table.rows.size()).flag("is_text", false);
  view.text_if("as_of", table.as_of ? context.words.date(*table.as_of) : "");
  add_files(view, context, table, path);
  const Document* document = find(plan.documents, table.document.id);
  view.text_if("document", document ? document->title : "");
  view.text("document_url",
            document ? relative_link(path, document_path(context.publisher, plan, *document)) : "");
  std::vector<View> notes;
  for (const std::string& note : table.notes) notes.push_back(View().text("text", note));
  view.flag("has_notes", !notes.empty()).list("notes", std::move(notes));

  const bool sample = add_courses(view, context, table, path);
  add_sample(view, add_shared(view, plans, table, path) || sample);
  const auto at = static_cast<size_t>(&table - plan.tables.data());
  std::vector<View> measures, rankings;
  bool has_goals = false;
  for (size_t m = 0; m < table.measures.size(); ++m) {
    measures.push_back(measure_item(context, context.column(at, m), path));
    has_goals |= table.measures[m].goal.has_value();
  }
  for (const size_t m : ranked_measures(table)) {
    rankings.push_back(ranking_item(context, context.column(at, m), rankings.empty(), path));
  }
  view.flag("has_goals", has_goals);
  view.html_when_asked(
      "table", [&context, &table, path] { return task_table(context, table, table.title, path); });
  view.list_when_asked("units",
                       [&context, &table, path] { return unit_views(context, table, path); });
  view.flag("has_measures", !measures.empty()).flag("has_rankings", !rankings.empty());
  view.list("measures", std::move(measures)).list("rankings", std::move(rankings));
  return view;
}

}  // namespace yaodian
