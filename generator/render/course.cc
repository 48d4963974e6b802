#include "render/course.h"

#include <algorithm>
#include <tuple>

#include "base/words.h"
#include "chart/line.h"
#include "chart/progress.h"
#include "render/figures.h"
#include "render/periods.h"
#include "render/provenance.h"
#include "render/status.h"

namespace yaodian {
namespace {

const Standpoint& now_of(const Column& column, size_t row) { return column.progress.now[row]; }

// How a quota of at least so much, which was reported on DATE, is judged by its pace on DAY.
std::string pace_rule(const Column& column, const Task& task, Decimal done, const std::string& date,
                      Date day) {
  const Words& words = column.words;
  const Elapsed time = elapsed(day, task.start, task.deadline);
  return words.text("rule-pace", {{"date", date},
                                  {"figure", figure_text(column, done)},
                                  {"done", done.grouped()},
                                  {"quota", task.quota.value.grouped()},
                                  {"completion", completion_text(words, done, task.quota.value)},
                                  {"from", words.date(task.start)},
                                  {"until", words.date(task.deadline)},
                                  {"all_days", std::to_string(time.total)},
                                  {"days", std::to_string(time.days)},
                                  {"pace", figure_text(column, pace(task.quota.value, time))}});
}

std::string rank_change(const Course& course) {
  const Words& words = course.column.words;
  const ColumnProgress& progress = course.column.progress;
  const uint32_t before = progress.previous_ranks[course.row], now = progress.ranks[course.row];
  if (before == 0 || now == 0) return {};
  if (before == now) return words["rank-same"];
  return words.text(before > now ? Sentence("rank-up") : "rank-down",
                    {{"before", std::to_string(before)},
                     {"places", std::to_string(before > now ? before - now : now - before)}});
}

std::string rank_now(const Column& column, size_t row) {
  const std::vector<uint32_t>& ranks = column.progress.ranks;
  const uint32_t rank = ranks[row];
  // Rank 5 begins at place 4 of the order, so a second unit with it stands at place 5.
  const std::vector<uint32_t>& order = column.progress.order;
  const bool tie = rank < order.size() && ranks[order[rank]] == rank;
  return rank_text(column.words, rank, tie);
}

// The figure and the status of each period of a row, in a list.
Html months_of(const Course& course) {
  const PlanContext& context = course.context;
  const std::vector<Month>& months = course.months();
  Html html;
  if (months.empty()) return html;
  html.reserve(months.size() * 160);
  const Words& words = course.column.words;
  std::vector<Date> days;
  for (const Month& month : months) days.push_back(month.date);
  const std::vector<std::string> names = names_of_days(words, days, context.plan.start.year());
  html.open("ol", {{"class", "months"}, {"aria-label", words["course-periods"]}}).markup("\n");
  for (size_t at = 0; at < months.size(); ++at) {
    const Month& month = months[at];
    html.markup("<li class=\"").markup(status_tone(month.status)).markup("\">");
    html.text(names[at]).markup("<b>");
    const bool linked = month.observed && context.site.shows_files;
    if (linked) {
      html.markup("<a href=\"");
      add_line_address(html, context.site,
                       position_of(month.observed, course.column.table, course.row), course.path);
      html.markup("\">");
    }
    html.text(month.observed ? month.observed.cell->value.grouped() : "—");
    html.markup(linked ? "</a></b><i>" : "</b><i>");
    html.text(words[status_word(month.status)]).markup("</i>");
    if (month.made_up) html.element("em", {}, words["course-made-up"]);
    if (month.corrected) html.element("em", {}, words["course-corrected"]);
    html.markup("</li>\n");
  }
  return html.markup("</ol>");
}

View origin(const PlanContext& context, std::string_view what, const Position& at,
            std::string_view path) {
  View view;
  view.text("what", what).html("line", line_link(context.site, at, path));
  return view;
}

// Where the figures stand that a status rests on, beside the quota itself: the goal, the last
// observation, and each one that was corrected.
std::vector<View> origins_of(const Course& course) {
  const auto& [context, column, row, path] =
      std::tie(course.context, course.column, course.row, course.path);
  const std::span<const Observed> observed = column.progress.row(row);
  const std::vector<Date>& dates = column.progress.dates;
  const Words& words = column.words;
  std::vector<View> items;
  if (column.measure.goal)
    items.push_back(
        origin(context, words["course-target"], goal_place(context.plan, column.measure), path));
  if (const auto& last = course.now().period)
    items.push_back(origin(context, words["course-latest"],
                           position_of(observed[*last], column.table, row), path));
  const bool corrected = std::any_of(observed.begin(), observed.end(), [](const Observed& one) {
    return one && one.report->corrects;
  });
  if (!corrected) return items;
  for (const Correction& one : column.reported.corrections) {
    if (one.row != row || one.measure != column.place) continue;
    const std::string day = day_text(words, dates[one.period], context.plan.start.year());
    const auto add = [&](Sentence what, const Observed& figure) {
      const std::string value = figure.cell->value.grouped();
      items.push_back(origin(context, words.text(what, {{"day", day}, {"figure", value}}),
                             position_of(figure, column.table, row), path));
    };
    add("course-before", one.before);
    add("course-after", one.after);
  }
  return items;
}

// The line of what was reported; empty where nothing was.
Html line_of(const Course& course) {
  const Column& column = course.column;
  const std::span<const Observed> observed = column.progress.row(course.row);
  const std::vector<Date>& dates = column.progress.dates;
  if (std::ranges::none_of(observed, [](const Observed& one) { return bool(one); })) return {};
  const Task task = course.task();
  chart::Line line;
  line.begin = task.start.days - 1;  // the first day counts: nothing is due the evening before
  line.end = std::max(task.deadline, dates[observed.size() - 1]).days;
  line.points.reserve(observed.size());
  for (size_t at = 0; at < observed.size(); ++at) {
    const Observed& one = observed[at];
    const auto value = one ? std::optional(one.cell->value) : std::nullopt;
    line.points.push_back({dates[at].days, value, one && one.report->corrects});
  }
  const Words& words = column.words;
  std::string goal;
  if (task.kind == Task::Kind::goal) {
    line.goal = {task.goal->least(), task.goal->greatest()};
    goal = words.text("chart-course-target", {{"goal", task.goal->text()}});
  } else if (task.quota.is_task()) {
    line.goal = {task.quota.value, std::nullopt};
    goal = words.text("chart-course-quota", {{"quota", figure_text(column, task.quota.value)}});
  }
  line.pace = has_pace(task);
  line.deadline = task.deadline.days;
  line.judged = course.context.progress.day->days;
  return chart::line(
      line, "",
      words.text("chart-course", {{"unit", course.name},
                                  {"measure", column.measure.label},
                                  {"goal", goal},
                                  {"sample", column.progress.sample ? words["sample-mark"] : ""}}));
}

// Where a row stood at the end of the second last period of its table and of the last one, of which
// there must be two.
std::pair<Standpoint, Standpoint> last_two(const Course& course) {
  const std::vector<Date>& dates = course.column.progress.dates;
  const std::span<const Observed> observed = course.column.progress.row(course.row);
  const size_t last = dates.size() - 1;
  const Task task = course.task();
  return {stand_at(task, observed, last - 1, dates[last - 1]),
          stand_at(task, observed, last, dates[last])};
}

// How the status came about, with its inputs.
std::string rule_text(const Course& course) {
  const Column& column = course.column;
  const Task task = course.task();
  const Standpoint& at = course.now();
  const Words& words = column.words;
  if (at.status == Status::undecided) return words["rule-undecided"];
  if (at.status == Status::no_quota) return words["rule-no-quota"];
  if (!at.done) return words["rule-never-reported"];
  const std::string date = words.date(column.progress.dates[*at.period]);
  const std::string figure = figure_text(column, *at.done);
  if (at.status == Status::not_reported)
    return words.text("rule-no-more-reported", {{"date", date}, {"figure", figure}});
  if (has_pace(task)) return pace_rule(column, task, *at.done, date, *course.context.progress.day);
  if (task.kind == Task::Kind::goal)
    return words.text("rule-goal",
                      {{"date", date}, {"figure", figure}, {"goal", task.goal->text()}});
  return words.text(
      "rule-limit",
      {{"date", date}, {"figure", figure}, {"quota", figure_text(column, task.quota.value)}});
}

using Value = View::Value;

// When the last figure was observed, if that is not the day judged at.
std::string observed_text(const Course& course) {
  const auto& period = course.now().period;
  if (!period) return {};
  const Date date = course.column.progress.dates[*period];
  return date != *course.context.progress.day ? course.column.words.date(date) : "";
}

std::string due_now_text(const Course& course) {
  const auto due_now = pace_of(course.task(), *course.context.progress.day);
  return due_now ? figure_text(course.column, *due_now) : "";
}

std::string scale_text(const Course& course) {
  const Cell& quota = course.task().quota;
  return quota.is_number() ? figure_text(course.column, quota.value) : "";
}

constexpr View::Getter<Course> kCourse[] = {
    {"done",
     [](const Course& it, Value& value) {
       value.set_text_if(it.now().done ? it.now().done->grouped() : "");
     }},
    {"completion",
     [](const Course& it, Value& value) { value.set_text_if(completion_text(it.column, it.row)); }},
    {"badge", [](const Course& it,
                 Value& value) { value.set_html(status_badge(it.column.words, it.now().status)); }},
    {"tone", [](const Course& it, Value& value) { value.set_text(status_tone(it.now().status)); }},
    {"done_value",
     [](const Course& it, Value& value) {
       value.set_text(it.now().done ? it.now().done->plain() : "none");
     }},
    {"is_stale",
     [](const Course& it, Value& value) {
       value.set_flag(it.now().status == Status::not_reported && it.now().done.has_value());
     }},
    {"observed", [](const Course& it, Value& value) { value.set_text_if(observed_text(it)); }},
    {"due_now", [](const Course& it, Value& value) { value.set_text_if(due_now_text(it)); }},
    {"rank",
     [](const Course& it, Value& value) { value.set_text_if(rank_now(it.column, it.row)); }},
    {"ranked",
     [](const Course& it, Value& value) { value.set_number(it.column.progress.order.size()); }},
    {"rank_change", [](const Course& it, Value& value) { value.set_text_if(rank_change(it)); }},
    {"scale", [](const Course& it, Value& value) { value.set_text(scale_text(it)); }},
    {"from", [](const Course& it, Value& value) { value.set_text(it.task().start.iso()); }},
    {"until", [](const Course& it, Value& value) { value.set_text(it.task().deadline.iso()); }},
    {"bar", [](const Course& it, Value& value) { value.set_html(it.bar()); }},
    {"line", [](const Course& it, Value& value) { value.set_html(line_of(it)); }},
    {"months", [](const Course& it, Value& value) { value.set_html(months_of(it)); }},
    {"rule", [](const Course& it, Value& value) { value.set_text_if(rule_text(it)); }},
    {"origins", [](const Course& it, Value& value) { value.set_list(origins_of(it)); }},
};

}  // namespace

std::string completion_text(const Column& column, size_t row) {
  const Standpoint& at = now_of(column, row);
  if (!is_ranked(at.status)) return {};
  return completion_text(column.words, *at.done, column.table.rows[row].cells[column.place].value);
}

Html course_bar(const PlanContext& context, const Column& column, size_t row) {
  const Task task = task_of(context.plan, column.table, row, column.place);
  const auto mark = pace_of(task, *context.progress.day, chart::kMarkDecimals);
  if (!mark) return {};
  const Standpoint& at = now_of(column, row);
  const bool stale = at.status == Status::not_reported;
  const Decimal shown = stale ? Decimal(0) : at.done.value_or(Decimal(0));
  return chart::progress_bar({shown, task.quota.value, mark}, status_tone(at.status), "");
}

View Course::view() const { return View::of(*this, kCourse); }

const std::vector<Month>& Course::months() const {
  if (months_.empty())
    months_ = history(context.plan, column.table, column.reported, row, column.place);
  return months_;
}

const Html& Course::bar() const {
  if (!bar_) bar_ = course_bar(context, column, row);
  return *bar_;
}

bool has_changed(const Course& course) {
  const std::span<const Observed> observed = course.column.progress.row(course.row);
  if (observed.size() < 2) return false;
  const auto [before, after] = last_two(course);
  const Observed& last = observed[observed.size() - 1];
  const Observed& second_last = observed[observed.size() - 2];
  return (last && (!before.done || *before.done != *after.done)) || before.status != after.status ||
         (second_last && second_last.report->corrects);
}

View change_view(const Course& course) {
  const Column& column = course.column;
  const std::span<const Observed> observed = column.progress.row(course.row);
  const size_t last = observed.size() - 1;
  const auto [before, after] = last_two(course);
  View view;
  view.text("title", column.measure.label)
      .text("count", observed[last] ? column.measure.count : "");
  const std::string& none = column.words["status-not-reported"];
  view.text("before", before.done && *before.period == last - 1 ? before.done->grouped() : none);
  view.text("after", observed[last] ? after.done->grouped() : none);
  view.text("difference",
            observed[last] && before.done ? difference_text(*before.done, *after.done) : "—");
  view.html("before_badge", status_badge(column.words, before.status));
  view.html("after_badge", status_badge(column.words, after.status));
  view.flag("same_status", before.status == after.status);
  view.flag("corrected", observed[last - 1] && observed[last - 1].report->corrects);
  view.text_if("rank", rank_now(column, course.row));
  view.text_if("rank_change", rank_change(course));
  return view;
}

}  // namespace yaodian
