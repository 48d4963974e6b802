#include <map>

#include "base/words.h"
#include "render/deadlines.h"
#include "render/frame.h"
#include "render/status.h"
#include "render/views.h"

namespace yaodian {
namespace {

constexpr size_t kShown = 6;  // deadlines of one day that are shown at once

using Month = std::pair<int, int>;  // year and month
using Deadlines = std::vector<const PlanDeadline*>;

Month month_of(Date day) { return {day.year(), day.month()}; }

Date first_of(Month month) { return *Date::from(month.first, month.second, 1); }

// The months of the plan and those of deadlines outside it, each with its deadlines by day.
std::map<Month, Deadlines> by_month(const Plan& plan, const std::vector<PlanDeadline>& deadlines) {
  std::map<Month, Deadlines> months;
  for (Date day = first_of(month_of(plan.start)); day <= plan.end;
       day = {day.last_of_month().days + 1})
    months[month_of(day)];
  for (const PlanDeadline& one : deadlines) months[month_of(one.day)].push_back(&one);
  return months;
}

View deadline_view(const Words& words, const PlanDeadline& deadline, std::string_view path) {
  const AgendaItem* item = deadline.item;
  View view;
  view.text("title", deadline.title).text("url", relative_link(path, deadline.path));
  view.html_if("badge", item ? status_badge(words, item->status) : Html());
  view.text_if("who", item ? item->task->who : "").flag("undated", deadline.is_undated());
  return view;
}

// A day of the list beside the grid.
View day_view(const Words& words, const Deadlines& deadlines, std::string_view path) {
  const Date day = deadlines.front()->day;
  std::vector<View> first, rest;
  for (const PlanDeadline* one : deadlines)
    (first.size() < kShown ? first : rest).push_back(deadline_view(words, *one, path));
  View view;
  view.text("day", words.month_day(day));
  view.text("day_iso", day.iso()).number("day_count", deadlines.size());
  view.number("rest_count", rest.size()).flag("has_rest", !rest.empty());
  view.list("first", std::move(first)).list("rest", std::move(rest));
  return view;
}

// A cell of the grid: a day of the month with so many deadlines, or an empty one beside them.
View cell_view(Date day, bool in_month, size_t deadlines) {
  View view;
  view.text_if("number", in_month ? std::to_string(day.day()) : "");
  view.text_if("iso", deadlines > 0 ? day.iso() : "").number("due_count", deadlines);
  return view;
}

// The weeks of MONTH from Monday to Sunday.
std::vector<View> week_views(Month month, const std::map<Date, Deadlines>& days) {
  const Date first = first_of(month), last = first.last_of_month();
  std::vector<View> weeks;
  for (Date monday = {first.days - first.weekday() + 1}; monday <= last; monday.days += 7) {
    std::vector<View> cells;
    for (Date day = monday; day.days < monday.days + 7; ++day.days) {
      const auto found = days.find(day);
      cells.push_back(cell_view(day, first <= day && day <= last,
                                found == days.end() ? 0 : found->second.size()));
    }
    weeks.push_back(View().list("cells", std::move(cells)));
  }
  return weeks;
}

View month_view(const Words& words, Month month, const Deadlines& deadlines,
                std::string_view path) {
  std::map<Date, Deadlines> by_day;
  for (const PlanDeadline* one : deadlines) by_day[one->day].push_back(one);
  std::vector<View> days;
  for (const auto& [day, due] : by_day) days.push_back(day_view(words, due, path));
  View view;
  view.text("month", words.month_of_year(first_of(month)));
  view.text("month_iso", first_of(month).iso().substr(0, 7));
  view.number("month_count", deadlines.size()).flag("has_days", !days.empty());
  view.list("weeks", days.empty() ? std::vector<View>() : week_views(month, by_day));
  view.list("days", std::move(days));
  return view;
}

}  // namespace

View calendar_view(const PlanContext& context, std::string_view path) {
  const std::vector<PlanDeadline>& deadlines = context.deadlines;
  View view;
  add_frame(view, context, path,
            context.words.text("title-calendar", {{"year", context.plan.year}}),
            {{context.words["page-calendar"], ""}});
  add_sample(view, context.agenda.sample);
  view.text("plan_title", context.plan.title).number("deadline_count", deadlines.size());
  view.flag("has_deadlines", !deadlines.empty());
  view.text("deadlines_url", relative_link(path, deadlines_path(context.publisher, context.plan)));
  const bool ledger = !context.plan.ledger.tasks.empty();
  view.text_if("ledger_url",
               ledger ? relative_link(path, ledger_path(context.publisher, context.plan)) : "");
  std::vector<View> months;
  if (!deadlines.empty()) {
    for (const auto& [month, due] : by_month(context.plan, deadlines))
      months.push_back(month_view(context.words, month, due, path));
  }
  view.list("months", std::move(months));
  return view;
}

}  // namespace yaodian
