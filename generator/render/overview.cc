#include "render/overview.h"

#include <algorithm>
#include <map>
#include <ranges>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/course.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/next_deadlines.h"
#include "render/provenance.h"
#include "render/status.h"
#include "render/totals.h"

namespace yaodian {
namespace {

constexpr size_t kLeading = 3;     // units named at each end of a ranking
constexpr size_t kMostBehind = 5;  // units named over all columns

View unit_view(const PlanContext& context, const Column& column, uint32_t row,
               std::string_view path) {
  const Unit& unit = context.publisher.units.units[column.table.rows[row].unit];
  View view = link_view(path, {unit.short_name, unit_path(context.publisher, context.plan, unit)});
  view.text("completion", completion_text(column, row)).text("unit", unit.id);
  view.html("badge", status_badge(column.words, column.progress.now[row].status));
  return view;
}

// The first units of RANKED that are behind or, where that is asked for, that are not.
template <class Rows>
std::vector<View> leading(const PlanContext& context, const Column& column, const Rows& ranked,
                          bool behind, std::string_view path) {
  std::vector<View> items;
  for (const uint32_t row : ranked) {
    if (items.size() == kLeading) break;
    if (is_behind(column.progress.now[row].status) == behind)
      items.push_back(unit_view(context, column, row, path));
  }
  return items;
}

std::vector<View> silent(const PlanContext& context, const Column& column, std::string_view path) {
  std::vector<View> items;
  for (uint32_t row = 0; row < column.table.rows.size(); ++row) {
    if (column.progress.now[row].status == Status::not_reported)
      items.push_back(unit_view(context, column, row, path));
  }
  return items;
}

// How many tasks of a unit are behind.
struct Behind {
  UnitIndex unit = 0;
  size_t all = 0, far = 0;
};

// The units that are behind in most columns; in a tie those that are 严重滞后 in most.
std::vector<View> most_behind(const PlanContext& context, std::string_view path) {
  std::map<UnitIndex, Behind> units;
  for (size_t t = 0; t < context.plan.tables.size(); ++t) {
    const std::vector<Row>& rows = context.plan.tables[t].rows;
    for (size_t m = 0; m < context.plan.tables[t].measures.size(); ++m) {
      const Column column = context.column(t, m);
      if (column.measure.role != Role::quota) continue;
      for (size_t row = 0; row < rows.size(); ++row) {
        const Status status = column.progress.now[row].status;
        if (!is_behind(status)) continue;
        Behind& one = units[rows[row].unit];
        one.unit = rows[row].unit;
        ++one.all;
        one.far += status == Status::far_behind;
      }
    }
  }
  std::vector<Behind> order;
  for (const auto& [unit, one] : units) order.push_back(one);
  std::ranges::stable_sort(order, [](const Behind& a, const Behind& b) {
    return a.all != b.all ? a.all > b.all : a.far > b.far;
  });
  order.resize(std::min(order.size(), kMostBehind));
  std::vector<View> items;
  for (const Behind& one : order) {
    const Unit& unit = context.publisher.units.units[one.unit];
    View& item = items.emplace_back(
        link_view(path, {unit.short_name, unit_path(context.publisher, context.plan, unit)}));
    item.number("number", one.all).text_if("far", one.far > 0 ? std::to_string(one.far) : "");
  }
  return items;
}

View quota_course(const PlanContext& context, const Column& column, std::string_view path) {
  View view = total_view(context, column);
  const auto sum = column.standing.sum;
  view.text("title", column.measure.label).text("measure", column.id());
  view.text("count", sum ? column.measure.count : "").text("quota", sum_text(column));
  view.text("url", relative_link(path, table_path(context.publisher, context.plan, column.table)));
  const Target* target = find(context.plan.targets, column.measure.target.id);
  const bool comparable = target && sum && target->goal.count == column.measure.count;
  const bool differs = comparable && !target->goal.names(*sum);
  view.text_if("target", differs ? target->goal_text() : "");
  view.text_if(
      "target_url",
      differs ? relative_link(path, target_path(context.publisher, context.plan, *target)) : "");
  view.text_if("due", column.measure.due ? column.words.date(*column.measure.due) : "");
  const std::vector<Date>& dates = column.progress.dates;
  const bool old = !dates.empty() && dates.back() != *context.progress.day;
  view.text_if("observed", old ? column.words.date(dates.back()) : "");
  const std::vector<uint32_t>& order = column.progress.order;
  std::vector<View> best = leading(context, column, order, false, path);
  std::vector<View> worst = leading(context, column, std::views::reverse(order), true, path);
  view.flag("has_best", !best.empty()).list("best", std::move(best));
  view.flag("has_worst", !worst.empty()).list("worst", std::move(worst));
  std::vector<View> unreported = silent(context, column, path);
  view.flag("has_silent", !unreported.empty()).list("silent", std::move(unreported));
  return view;
}

// Published totals that name no units: "4家" as of a day.
void add_plain_totals(std::vector<View>& items, const PlanContext& context, const Column& column,
                      std::string_view path) {
  for (const PlanObserved& one : totals_of(context.progress, column.table, column.measure)) {
    View view;
    view.text("title", column.measure.label).text("date", column.words.date(one.report->as_of));
    view.text("figure", one.observation->text);
    view.html("line", line_link(context.site, one.observation->position, path, Naming::line));
    items.push_back(std::move(view));
  }
}

void add_agenda(View& view, const PlanContext& context, std::string_view path) {
  view.flag("has_ledger", !context.agenda.items.empty())
      .list("ledger_counts", count_views(context.words, context.agenda.counts));
  const size_t overdue = context.agenda.count(ItemStatus::overdue);
  view.text_if("ledger_overdue", overdue > 0 ? std::to_string(overdue) : "");
  add_next_deadlines(view, context, path);
  view.text("ledger_url", relative_link(path, ledger_path(context.publisher, context.plan)));
  view.text("calendar_url", relative_link(path, calendar_path(context.publisher, context.plan)));
  view.text_if("reports_url",
               context.plan.reports.empty()
                   ? ""
                   : relative_link(path, reports_path(context.publisher, context.plan)));
  view.text("deadlines_url", relative_link(path, deadlines_path(context.publisher, context.plan)));
}

constexpr Name kOverview[] = {
    "has_reports",    "courses",        "has_plain_totals", "plain_totals",
    "judged_on",      "has_ledger",     "ledger_counts",    "has_next",
    "next_deadlines", "ledger_url",     "calendar_url",     "reports_url",
    "deadlines_url",  "ledger_overdue", "has_behind",       "most_behind"};

// The names of kOverview.
View overview(const PlanContext& context, std::string_view path) {
  View view;
  std::vector<View> courses, totals;
  for (size_t t = 0; t < context.plan.tables.size() && context.has_reports(); ++t) {
    for (size_t m = 0; m < context.plan.tables[t].measures.size(); ++m) {
      const Column column = context.column(t, m);
      if (column.measure.role != Role::quota) continue;
      courses.push_back(quota_course(context, column, path));
      add_plain_totals(totals, context, column, path);
    }
  }
  std::vector<View> behind =
      context.has_reports() ? most_behind(context, path) : std::vector<View>();
  view.flag("has_behind", !behind.empty()).list("most_behind", std::move(behind));
  view.flag("has_reports", !courses.empty()).list("courses", std::move(courses));
  view.flag("has_plain_totals", !totals.empty()).list("plain_totals", std::move(totals));
  view.text_if("judged_on", context.progress.day ? context.words.date(*context.progress.day) : "");
  add_agenda(view, context, path);
  return view;
}

}  // namespace

void add_overview(View& view, const PlanContext& context, std::string_view path) {
  view.rest_when_asked(kOverview, [&context, path] { return overview(context, path); });
}

}  // namespace yaodian
