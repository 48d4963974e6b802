#include <algorithm>
#include <memory>

#include "base/words.h"
#include "render/course.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/limits.h"
#include "render/status.h"
#include "render/views.h"

namespace yaodian {
namespace {

std::vector<Column> quota_columns(const PlanContext& context) {
  std::vector<Column> quotas;
  for (size_t t = 0; t < context.plan.tables.size(); ++t) {
    for (size_t m = 0; m < context.plan.tables[t].measures.size(); ++m) {
      if (context.plan.tables[t].measures[m].role == Role::quota)
        quotas.push_back(context.column(t, m));
    }
  }
  return quotas;
}

// Completion and status of a cell, as a list of one; none for 待定 and 无任务.
std::vector<View> cell_progress(const Column& column, size_t row) {
  const Status status = column.progress.now[row].status;
  if (status == Status::undecided || status == Status::no_quota) return {};
  View view;
  view.text_if("completion", is_ranked(status) ? completion_text(column, row) : "");
  view.text("word", column.words[status_word(status)]).text("tone", status_tone(status));
  return {std::move(view)};
}

// A cell for each quota of the unit AT.
std::vector<View> quota_cells(const PlanContext& context, UnitIndex at,
                              const std::vector<Column>& quotas) {
  const Unit& unit = context.publisher.units.units[at];
  std::vector<View> cells;
  for (const Column& column : quotas) {
    const Row* row = column.table.row_of(at);
    const Cell cell = row ? row->cells[column.place] : Cell();
    View item;
    item.text("figure", row ? cell_text(column.words, cell) : "–")
        .text("value", row ? cell_value(cell) : "none");
    item.text("unit", unit.id).text("measure", column.id()).flag("is_number", cell.is_number());
    item.flag("is_none", cell.is_no_task());
    const auto at_row = row ? static_cast<size_t>(row - column.table.rows.data()) : 0;
    item.list("progress",
              row && context.has_reports() ? cell_progress(column, at_row) : std::vector<View>());
    cells.push_back(std::move(item));
  }
  return cells;
}

// A cell for each status: how many quotas of the unit AT are in it.
std::vector<View> count_cells(const PlanContext& context, UnitIndex at,
                              const std::vector<Column>& quotas) {
  StatusCounts counts;
  for (const Column& column : quotas) {
    if (const Row* row = column.table.row_of(at))
      counts.add(column.progress.now[static_cast<size_t>(row - column.table.rows.data())].status);
  }
  std::vector<View> cells;
  for (const Status status : kStatusOrder) {
    View& item = cells.emplace_back();
    const std::string number = std::to_string(counts[status]);
    item.text("figure", number).text("value", number).flag("is_number", true);
    item.text("unit", context.publisher.units.units[at].id).text("measure", status_tone(status));
    item.flag("is_none", false).list("progress", {});
  }
  return cells;
}

// A head for each cell of a unit.
std::vector<View> heads_of(const Words& words, const std::vector<Column>& quotas, bool counted) {
  std::vector<View> heads;
  if (counted) {
    for (const Status status : kStatusOrder) {
      View& head = heads.emplace_back();
      head.text("title", words[status_word(status)]).text("count", words["count-of-items"]);
      head.text("measure", status_tone(status));
    }
    return heads;
  }
  for (const Column& column : quotas) {
    View& head = heads.emplace_back();
    head.text("title", column.measure.label);
    head.text("count", column.measure.count).text("measure", column.id());
  }
  return heads;
}

using Columns = std::shared_ptr<const std::vector<Column>>;

View unit_item(const PlanContext& context, UnitIndex at, const Columns& quotas, bool counted,
               std::string_view path) {
  const Unit& unit = context.publisher.units.units[at];
  View item;
  item.text("name", unit.short_name).text("id", unit.id);
  item.list_when_asked("cells", [&context, at, quotas, counted] {
    return counted ? count_cells(context, at, *quotas) : quota_cells(context, at, *quotas);
  });
  item.text("url", relative_link(path, unit_path(context.publisher, context.plan, unit)));
  return item;
}

}  // namespace

View units_view(const PlanContext& context, std::string_view path) {
  View view;
  const Words& words = context.words;
  add_frame(view, context, path, words.text("title-units", {{"year", context.plan.year}}),
            {{words["page-units"], ""}});
  view.number("unit_count", context.units.size()).text("plan_title", context.plan.title);
  const auto columns = std::make_shared<const std::vector<Column>>(quota_columns(context));
  const std::vector<Column>& quotas = *columns;
  const bool sample = std::any_of(quotas.begin(), quotas.end(),
                                  [](const Column& column) { return column.progress.sample; });
  add_sample(view, sample);
  view.flag("has_reports", context.has_reports());
  // A long table says how many quotas of a unit stand how; without reports it has nothing to count.
  const bool counted = context.has_reports() && context.units.size() > kLongTable;
  std::vector<View> heads = heads_of(context.words, quotas, counted), groups;
  std::vector<std::string> kinds = context.publisher.units.kinds;
  kinds.emplace_back();
  for (const std::string& kind : kinds) {
    std::vector<View> units;
    for (const UnitIndex at : context.units) {
      if (context.publisher.units.units[at].kind == kind)
        units.push_back(unit_item(context, at, columns, counted, path));
    }
    if (units.empty()) continue;
    View group;
    group.text("kind", kind.empty() ? words["kind-of-unit-none"] : kind)
        .number("count_units", units.size())
        .number("span", heads.size() + 1);
    group.list("units", std::move(units));
    groups.push_back(std::move(group));
  }
  view.flag("has_units", !groups.empty())
      .list("heads", std::move(heads))
      .list("groups", std::move(groups));
  return view;
}

}  // namespace yaodian
