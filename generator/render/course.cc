#include "render/course.h"

#include <algorithm>
#include <memory>

#include "base/words.h"
#include "chart/line.h"
#include "chart/progress.h"
#include "render/figures.h"
#include "render/provenance.h"
#include "render/status.h"

namespace yaodian {
namespace {

constexpr int kMarkDecimals = 3;  // a mark in a bar of a small quota needs more than is printed

const Standpoint& now_of(const Column& column, size_t row) { return column.progress.now[row]; }

std::string figure_of(const Column& column, Decimal value) {
  return figure_text(value, column.measure.count);
}

// True if it is judged by its pace: a quota of at least so much that is a number above 0.
bool has_pace(const Task& task) {
  return task.kind == Task::Kind::at_least && task.quota.is_number() && !task.quota.value.is_zero();
}

std::optional<Decimal> pace_of(const Task& task, Date day, int decimals = 1) {
  if (!has_pace(task)) return std::nullopt;
  return pace(task.quota.value, elapsed(day, task.start, task.deadline), decimals);
}

// How a quota of at least so much, which was reported on DATE, is judged by its pace on DAY.
std::string pace_rule(const Column& column, const Task& task, Decimal done, const std::string& date,
                      Date day) {
  const Words& words = column.words;
  const Elapsed time = elapsed(day, task.start, task.deadline);
  return words.text("rule-pace", {{"date", date},
                                  {"figure", figure_of(column, done)},
                                  {"done", done.grouped()},
                                  {"quota", task.quota.value.grouped()},
                                  {"completion", completion_text(words, done, task.quota.value)},
                                  {"from", words.date(task.start)},
                                  {"until", words.date(task.deadline)},
                                  {"all_days", std::to_string(time.total)},
                                  {"days", std::to_string(time.days)},
                                  {"pace", figure_of(column, pace(task.quota.value, time))}});
}

std::string rank_change(const Words& words, uint32_t before, uint32_t now) {
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
Html months_of(const PlanContext& context, const Column& column, size_t row,
               const std::vector<Month>& months, std::string_view path) {
  Html html;
  if (months.empty()) return html;
  html.reserve(months.size() * 160);
  const Words& words = column.words;
  html.open("ol", {{"class", "months"}, {"aria-label", words["course-periods"]}}).markup("\n");
  for (const Month& month : months) {
    html.markup("<li class=\"").markup(status_tone(month.status)).markup("\">");
    html.text(words.month(month.date.month())).markup("<b>");
    const bool linked = month.observed && context.site.shows_files;
    if (linked) {
      html.markup("<a href=\"");
      add_line_address(html, context.site, position_of(month.observed, column.table, row), path);
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
std::vector<View> origins_of(const PlanContext& context, const Column& column, size_t row,
                             std::string_view path) {
  const std::span<const Observed> observed = column.progress.row(row);
  const std::vector<Date>& dates = column.reported.dates;
  const Words& words = column.words;
  std::vector<View> items;
  if (column.measure.goal)
    items.push_back(
        origin(context, words["course-target"], goal_place(context.plan, column.measure), path));
  if (const auto& last = now_of(column, row).period)
    items.push_back(origin(context, words["course-latest"],
                           position_of(observed[*last], column.table, row), path));
  const bool corrected = std::any_of(observed.begin(), observed.end(), [](const Observed& one) {
    return one && one.report->corrects;
  });
  if (!corrected) return items;
  for (const Correction& one : column.reported.corrections) {
    if (one.row != row || one.measure != column.place) continue;
    const std::string day = words.month_day(dates[one.period]);
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
Html line_of(const PlanContext& context, const Column& column, size_t row,
             const std::vector<Month>& months, std::string_view name) {
  const bool any = std::any_of(months.begin(), months.end(),
                               [](const Month& month) { return bool(month.observed); });
  if (!any) return {};
  const Task task = task_of(context.plan, column.table, row, column.place);
  chart::Line line;
  line.begin = task.start.days - 1;  // the first day counts: nothing is due the evening before
  line.end = std::max(task.deadline, months.back().date).days;
  for (const Month& month : months) {
    const auto value = month.observed ? std::optional(month.observed.cell->value) : std::nullopt;
    line.points.push_back({month.date.days, value, month.corrected});
  }
  const Words& words = column.words;
  std::string goal;
  if (task.kind == Task::Kind::goal) {
    line.goal = {task.goal->least(), task.goal->greatest()};
    goal = words.text("chart-course-target", {{"goal", task.goal->text()}});
  } else if (task.quota.is_number() && !task.quota.value.is_zero()) {
    line.goal = {task.quota.value, std::nullopt};
    goal = words.text("chart-course-quota", {{"quota", figure_of(column, task.quota.value)}});
  }
  line.pace = has_pace(task);
  line.deadline = task.deadline.days;
  line.judged = context.progress.day->days;
  return chart::line(
      line, "",
      words.text("chart-course", {{"unit", name},
                                  {"measure", column.measure.label},
                                  {"goal", goal},
                                  {"sample", column.progress.sample ? words["sample-mark"] : ""}}));
}

// Where a row stood at the end of the second last period of its table and of the last one, of which
// there must be two.
std::pair<Standpoint, Standpoint> last_two(const PlanContext& context, const Column& column,
                                           size_t row) {
  const std::vector<Date>& dates = column.reported.dates;
  const std::span<const Observed> observed = column.progress.row(row);
  const size_t last = dates.size() - 1;
  const Task task = task_of(context.plan, column.table, row, column.place);
  return {stand_at(task, observed, last - 1, dates[last - 1]),
          stand_at(task, observed, last, dates[last])};
}

// What is done of a whole column; nothing where that has no meaning.
std::optional<Decimal> total_done(const Column& column) {
  const std::vector<Total>& totals = column.progress.totals;
  const bool summable = !column.measure.is_rate() && column.measure.role == Role::quota;
  return totals.empty() || !summable ? std::nullopt : totals.back().done;
}

// What a section "progress" is made of, kept for what is made when a template asks.
struct Course {
  const PlanContext& context;
  const Column column;
  const size_t row;
  const std::string_view name, path;
  mutable std::vector<Month> known = {};

  // Worked out once, for the line and for the list.
  const std::vector<Month>& months() const {
    if (known.empty())
      known = history(context.plan, column.table, column.reported, row, column.place);
    return known;
  }
};

// How the status came about, with its inputs.
std::string rule_text(const Course& course) {
  const Column& column = course.column;
  const Task task = task_of(course.context.plan, column.table, course.row, column.place);
  const Standpoint& at = now_of(column, course.row);
  const Words& words = column.words;
  if (at.status == Status::undecided) return words["rule-undecided"];
  if (at.status == Status::no_quota) return words["rule-no-quota"];
  if (!at.done) return words["rule-never-reported"];
  const std::string date = words.date(column.reported.dates[*at.period]);
  const std::string figure = figure_of(column, *at.done);
  if (at.status == Status::not_reported)
    return words.text("rule-no-more-reported", {{"date", date}, {"figure", figure}});
  if (has_pace(task)) return pace_rule(column, task, *at.done, date, *course.context.progress.day);
  if (task.kind == Task::Kind::goal)
    return words.text("rule-goal",
                      {{"date", date}, {"figure", figure}, {"goal", task.goal->text()}});
  return words.text(
      "rule-limit",
      {{"date", date}, {"figure", figure}, {"quota", figure_of(column, task.quota.value)}});
}

constexpr Name kStanding[] = {"badge", "tone",   "done_value",  "is_stale", "observed", "due_now",
                              "rank",  "ranked", "rank_change", "scale",    "from",     "until"};

// The names of kStanding: where the row stands.
View standing_view(const Course& course) {
  const Column& column = course.column;
  const Task task = task_of(course.context.plan, column.table, course.row, column.place);
  const Standpoint& at = now_of(column, course.row);
  const Date day = *course.context.progress.day;
  const std::vector<Date>& dates = column.reported.dates;
  View view;
  view.html("badge", status_badge(column.words, at.status)).text("tone", status_tone(at.status));
  view.text("done_value", at.done ? at.done->plain() : "none");
  view.flag("is_stale", at.status == Status::not_reported && at.done.has_value());
  const bool old = at.period && dates[*at.period] != day;
  view.text_if("observed", old ? column.words.date(dates[*at.period]) : "");
  const auto due_now = pace_of(task, day);
  view.text_if("due_now", due_now ? figure_of(column, *due_now) : "");
  view.text_if("rank", rank_now(column, course.row));
  view.number("ranked", column.progress.order.size());
  view.text_if("rank_change", rank_change(column.words, column.progress.previous_ranks[course.row],
                                          column.progress.ranks[course.row]));
  view.text("scale", task.quota.is_number() ? figure_of(column, task.quota.value) : "");
  view.text("from", task.start.iso()).text("until", task.deadline.iso());
  return view;
}

}  // namespace

std::string completion_text(const Column& column, size_t row) {
  const Cell& quota = column.table.rows[row].cells[column.place];
  const bool counts = column.measure.role == Role::quota && column.measure.sense == Sense::at_least;
  if (!counts || !quota.is_number() || quota.value.is_zero()) return {};
  const Standpoint& at = now_of(column, row);
  return is_ranked(at.status) ? completion_text(column.words, *at.done, quota.value) : "";
}

Html course_bar(const PlanContext& context, const Column& column, size_t row) {
  const Task task = task_of(context.plan, column.table, row, column.place);
  const auto mark = pace_of(task, *context.progress.day, kMarkDecimals);
  if (!mark) return {};
  const Standpoint& at = now_of(column, row);
  const bool stale = at.status == Status::not_reported;
  const Decimal shown = stale ? Decimal(0) : at.done.value_or(Decimal(0));
  return chart::progress_bar({shown, task.quota.value, mark}, status_tone(at.status), "");
}

View course_view(const PlanContext& context, const Column& column, size_t row,
                 std::string_view name, std::string_view path) {
  const auto course = std::make_shared<const Course>(Course{context, column, row, name, path});
  View view;
  view.keep(course);
  const Standpoint& at = now_of(column, row);
  view.text_if("done", at.done ? at.done->grouped() : "");
  view.text_if("completion", completion_text(column, row));
  view.rest_when_asked(kStanding, [it = course.get()] { return standing_view(*it); });
  view.html_when_asked(
      "bar", [it = course.get()] { return course_bar(it->context, it->column, it->row); });
  view.html_when_asked("line", [it = course.get()] {
    return line_of(it->context, it->column, it->row, it->months(), it->name);
  });
  view.html_when_asked("months", [it = course.get()] {
    return months_of(it->context, it->column, it->row, it->months(), it->path);
  });
  view.html_when_asked("rule", [it = course.get()] { return Html().text(rule_text(*it)); });
  view.list_when_asked("origins", [it = course.get()] {
    return origins_of(it->context, it->column, it->row, it->path);
  });
  return view;
}

void add_counts(View& view, const Words& words, const StatusCounts& counts) {
  std::vector<View> items;
  std::vector<chart::Part> parts;
  for (const Status status : kStatusOrder) {
    if (counts[status] == 0) continue;
    View item;
    item.html("badge", status_badge(words, status)).text("word", words[status_word(status)]);
    item.number("number", counts[status]);
    items.push_back(std::move(item));
    parts.push_back({status_tone(status), counts[status]});
  }
  view.html("stack", chart::stack(parts, "")).list("counts", std::move(items));
}

Html total_bar(const PlanContext& context, const Column& column) {
  const Task& task = column.progress.total_task;
  const auto done = total_done(column);
  const auto due_now = pace_of(task, *context.progress.day);
  if (!done || !due_now) return {};
  return chart::progress_bar(
      {*done, task.quota.value, pace_of(task, *context.progress.day, kMarkDecimals)},
      status_tone(column.progress.status),
      column.words.text("chart-total", {{"measure", column.measure.label},
                                        {"total", total_text(context, column)}}));
}

std::string total_text(const PlanContext& context, const Column& column) {
  const Task& task = column.progress.total_task;
  const auto done = total_done(column);
  const Words& words = column.words;
  if (!done) return words["status-not-reported"];
  const std::string figure = figure_of(column, *done);
  const std::string date = words.date(column.reported.dates.back());
  const std::string_view sample =
      column.progress.sample ? words["sample-clause"] : std::string_view();
  const auto due_now = pace_of(task, *context.progress.day);
  if (!due_now)
    return words.text("total-done", {{"done", figure}, {"date", date}, {"sample", sample}});
  return words.text("total-on-pace",
                    {{"done", figure},
                     {"quota", figure_of(column, task.quota.value)},
                     {"completion", completion_text(words, *done, task.quota.value)},
                     {"pace", figure_of(column, *due_now)},
                     {"date", date},
                     {"sample", sample}});
}

std::string done_text(const Column& column) {
  const auto done = total_done(column);
  return done ? figure_of(column, *done) : "";
}

View total_view(const PlanContext& context, const Column& column) {
  const ColumnProgress& progress = column.progress;
  const Task& task = progress.total_task;
  const auto done = total_done(column);
  const size_t carried = done ? progress.totals.back().carried : 0;
  const auto due_now = done ? pace_of(task, *context.progress.day) : std::nullopt;
  View view;
  view.html_if("badge", done ? status_badge(column.words, progress.status) : Html());
  view.text_if("done", done ? done->grouped() : "")
      .text("done_value", done ? done->plain() : "none");
  view.text_if("completion", due_now ? completion_text(column.words, *done, task.quota.value) : "");
  view.text_if("due_now", due_now ? figure_of(column, *due_now) : "");
  view.text_if("carried", carried > 0 ? std::to_string(carried) : "");
  view.html_if("bar", total_bar(context, column));
  add_counts(view, column.words, progress.counts);
  return view;
}

bool has_changed(const PlanContext& context, const Column& column, size_t row) {
  const std::span<const Observed> observed = column.progress.row(row);
  if (observed.size() < 2) return false;
  const auto [before, after] = last_two(context, column, row);
  const Observed& last = observed[observed.size() - 1];
  const Observed& second_last = observed[observed.size() - 2];
  return (last && (!before.done || *before.done != *after.done)) || before.status != after.status ||
         (second_last && second_last.report->corrects);
}

View change_view(const PlanContext& context, const Column& column, size_t row) {
  const std::span<const Observed> observed = column.progress.row(row);
  const size_t last = observed.size() - 1;
  const auto [before, after] = last_two(context, column, row);
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
  view.text_if("rank", rank_now(column, row));
  view.text_if("rank_change", rank_change(column.words, column.progress.previous_ranks[row],
                                          column.progress.ranks[row]));
  return view;
}

}  // namespace yaodian
