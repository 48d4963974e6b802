#include "render/heat_map.h"

#include <algorithm>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/course.h"
#include "render/figures.h"
#include "render/status.h"
#include "render/task_table.h"

namespace yaodian {
namespace {

// "band-3" for 60 % to below 80 %, up to "band-5" for 100 % and more.
std::string band(Decimal completion) {
  int64_t step = 0;
  for (const int64_t bound : {20, 40, 60, 80, 100}) step += completion >= Decimal(bound);
  return "band-" + std::to_string(step);
}

// What a cell of the heat map says.
struct HeatCell {
  std::string text;
  std::string value;  // data-value
  std::string css_class;
};

HeatCell cell_of(const Column& column, size_t row) {
  const Standpoint& at = column.progress.now[row];
  const std::string tone(status_tone(at.status));
  if (at.status == Status::met || at.status == Status::unmet) {
    return {figure_text(*at.done, column.measure.count), at.done->plain(), tone};
  }
  if (!is_ranked(at.status)) {
    return {column.words[status_word(at.status)], "none", "state " + tone};
  }
  const Decimal quota = column.table.rows[row].cells[column.place].value;
  const auto share = completion(*at.done, quota);
  if (!share) return {completion_text(column.words, *at.done, quota), "none", tone};
  return {share->plain() + "%", share->plain(), tone + " " + band(*share)};
}

void write_cell(Html& html, const Column& column, size_t row, const Unit& unit) {
  const Status status = column.progress.now[row].status;
  const HeatCell cell = cell_of(column, row);
  html.open("td", {{"class", "num heat " + cell.css_class},
                   {"data-unit", unit.id},
                   {"data-measure", column.id()},
                   {"data-value", cell.value}});
  html.text(cell.text);
  const std::string& word = column.words[status_word(status)];
  if (cell.text != word) html.element("span", {{"class", "hidden"}}, word);
  html.close("td");
}

void write_foot(Html& html, const Words& words, const std::vector<Column>& columns) {
  html.markup("<tfoot>\n<tr>");
  html.element("th", {{"scope", "row"}, {"class", "name"}}, words["total"]);
  for (const Column& column : columns) {
    const auto& totals = column.progress.totals;
    const auto done = totals.empty() ? std::nullopt : totals.back().done;
    const Cell& quota = column.progress.total_task.quota;
    const bool rated = done && quota.is_task() && column.measure.role == Role::quota &&
                       column.measure.sense == Sense::at_least;
    html.open("td", {{"class", "num"}, {"data-measure", column.id()}});
    html.text(rated ? completion_text(words, *done, quota.value) : "—");
    if (rated) {
      html.element("span", {{"class", "sub"}},
                   done->grouped() + " / " + figure_text(quota.value, column.measure.count));
    }
    html.close("td");
  }
  html.markup("</tr>\n</tfoot>\n");
}

}  // namespace

std::vector<Column> tracked_columns(const PlanContext& context, const TaskTable& table) {
  const auto at = static_cast<size_t>(&table - context.plan.tables.data());
  std::vector<Column> columns;
  for (size_t measure = 0; measure < table.measures.size(); ++measure) {
    const Column column = context.column(at, measure);
    const bool quota = column.measure.role == Role::quota && context.has_reports();
    if (quota || column.progress.observed()) columns.push_back(column);
  }
  return columns;
}

Html heat_map(const PlanContext& context, const TaskTable& table, std::string_view path) {
  const std::vector<Column> columns = tracked_columns(context, table);
  Html html;
  html.open("div", {{"class", "scroll"},
                    {"role", "region"},
                    {"aria-label", context.words["heat-map-region"]},
                    {"tabindex", "0"}});
  html.open("table", {{"class", "task sortable heat-map"}, {"data-table", table.id + "-progress"}});
  html.markup("\n")
      .element("caption", {}, context.words["heat-map-caption"])
      .markup("\n<thead>\n<tr>");
  html.element("th", {{"scope", "col"}, {"class", "name"}}, table.unit_title);
  for (const Column& column : columns) {
    html.open("th", {{"scope", "col"}, {"class", "num"}, {"data-measure", column.id()}});
    html.text(column.measure.label).close("th");
  }
  html.markup("</tr>\n</thead>\n<tbody>\n");
  for (size_t row = 0; row < table.rows.size(); ++row) {
    const Unit& unit = context.publisher.units.units[table.rows[row].unit];
    html.markup("<tr>").open("th", {{"scope", "row"}, {"class", "name"}});
    html.element("a",
                 {{"href", relative_link(path, unit_path(context.publisher, context.plan, unit))}},
                 unit.short_name);
    html.close("th");
    for (const Column& column : columns) write_cell(html, column, row, unit);
    html.markup("</tr>\n");
  }
  html.markup("</tbody>\n");
  write_foot(html, context.words, columns);
  html.markup("</table></div>\n");
  return html;
}

Html completion_ranking(const PlanContext& context, const Column& column, std::string_view path) {
  const ColumnProgress& progress = column.progress;
  Html html;
  const auto item = [&](uint32_t row, std::string_view rank) {
    const Unit& unit = context.publisher.units.units[column.table.rows[row].unit];
    const bool ranked = progress.ranks[row] > 0;
    html.open("li", {{"data-unit", unit.id},
                     {"data-measure", column.id()},
                     {"data-value", cell_of(column, row).value}});
    html.element("span", {{"class", "rank"}}, rank);
    html.element("a",
                 {{"href", relative_link(path, unit_path(context.publisher, context.plan, unit))}},
                 unit.short_name);
    if (ranked) html.add(course_bar(context, column, row));
    html.open("span", {{"class", "figure"}}).text(ranked ? completion_text(column, row) : "");
    html.add(status_badge(column.words, progress.now[row].status)).close("span").markup("</li>\n");
  };
  html.open("ol", {{"class", "ranking completions"}}).markup("\n");
  const auto rank_at = [&](size_t place) { return progress.ranks[progress.order[place]]; };
  for (size_t place = 0; place < progress.order.size(); ++place) {
    if (leave_out(html, context.words, place, progress.order.size())) continue;
    const uint32_t rank = rank_at(place);
    const bool tie = (place > 0 && rank_at(place - 1) == rank) ||
                     (place + 1 < progress.order.size() && rank_at(place + 1) == rank);
    const std::string number = std::to_string(rank);
    item(progress.order[place], tie ? context.words.text("rank-tie", {{"rank", number}}) : number);
  }
  std::vector<uint32_t> others;
  for (uint32_t row = 0; row < column.table.rows.size(); ++row) {
    if (progress.ranks[row] == 0) others.push_back(row);
  }
  for (size_t place = 0; place < others.size(); ++place) {
    if (!leave_out(html, context.words, place, others.size())) item(others[place], "–");
  }
  html.markup("</ol>\n");
  return html;
}

}  // namespace yaodian
