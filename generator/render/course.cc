#include "render/course.h"

#include <algorithm>
#include <memory>

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

// What a quota of at least so much rests on.
std::string pace_rule(const Column& column, const Task& task, Decimal done, Date day) {
  const Elapsed time = elapsed(day, task.start, task.deadline);
  const std::string quota = task.quota.value.grouped();
  return "完成率 " + done.grouped() + " ÷ " + quota + " = " +
         completion_text(done, task.quota.value) + "；从" + task.start.chinese() + "到" +
         task.deadline.chinese() + "的" + std::to_string(time.total) + "天已过" +
         std::to_string(time.days) + "天，应完成 " + quota + " × " + std::to_string(time.days) +
         " ÷ " + std::to_string(time.total) + " = " +
         figure_of(column, pace(task.quota.value, time)) + "。";
}

std::string rank_change(uint32_t before, uint32_t now) {
  if (before == 0 || now == 0) return {};
  if (before == now) return "与上期相同";
  const std::string places = std::to_string(before > now ? before - now : now - before);
  return "上期第" + std::to_string(before) + "位，" + (before > now ? "升" : "降") + places + "位";
}

std::string rank_now(const Column& column, size_t row) {
  const std::vector<uint32_t>& ranks = column.progress.ranks;
  const uint32_t rank = ranks[row];
  // Rank 5 begins at place 4 of the order, so a second unit with it stands at place 5.
  const std::vector<uint32_t>& order = column.progress.order;
  const bool tie = rank < order.size() && ranks[order[rank]] == rank;
  return rank_text(rank, tie);
}

// The figure and the status of each period of a row, in a list.
Html months_of(const PlanContext& context, const Column& column, size_t row,
               const std::vector<Month>& months, std::string_view path) {
  Html html;
  if (months.empty()) return html;
  html.reserve(months.size() * 160);
  html.markup("<ol class=\"months\" aria-label=\"逐期记录\">\n");
  for (const Month& month : months) {
    html.markup("<li class=\"").markup(status_tone(month.status)).markup("\">");
    html.number(static_cast<size_t>(month.date.month())).markup("月<b>");
    const bool linked = month.observed && context.site.shows_files;
    if (linked) {
      html.markup("<a href=\"");
      add_line_address(html, context.site, position_of(month.observed, column.table, row), path);
      html.markup("\">");
    }
    html.text(month.observed ? month.observed.cell->value.grouped() : "—");
    html.markup(linked ? "</a></b><i>" : "</b><i>");
    html.text(status_word(month.status)).markup("</i>");
    if (month.made_up) html.markup("<em>已补上</em>");
    if (month.corrected) html.markup("<em>更正</em>");
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
  std::vector<View> items;
  if (column.measure.goal)
    items.push_back(origin(context, "目标", goal_place(context.plan, column.measure), path));
  if (const auto& last = now_of(column, row).period)
    items.push_back(
        origin(context, "最近上报", position_of(observed[*last], column.table, row), path));
  const bool corrected = std::any_of(observed.begin(), observed.end(), [](const Observed& one) {
    return one && one.report->corrects;
  });
  if (!corrected) return items;
  for (const Correction& one : column.reported.corrections) {
    if (one.row != row || one.measure != column.place) continue;
    const std::string day = dates[one.period].month_day();
    items.push_back(origin(context, day + "更正前" + one.before.cell->value.grouped(),
                           position_of(one.before, column.table, row), path));
    items.push_back(origin(context, day + "更正后" + one.after.cell->value.grouped(),
                           position_of(one.after, column.table, row), path));
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
  std::string label = std::string(name) + column.measure.label + "的逐期上报数";
  if (task.kind == Task::Kind::goal) {
    line.goal = {task.goal->least(), task.goal->greatest()};
    label += "，目标" + task.goal->text();
  } else if (task.quota.is_number() && !task.quota.value.is_zero()) {
    line.goal = {task.quota.value, std::nullopt};
    label += "，任务" + figure_of(column, task.quota.value);
  }
  line.pace = has_pace(task);
  line.deadline = task.deadline.days;
  line.judged = context.progress.day->days;
  label += column.progress.sample ? "（示例数据）。各期数字列在图下。" : "。各期数字列在图下。";
  return chart::line(line, "", label);
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
  if (at.status == Status::undecided) return "任务数待定，不判断进度。";
  if (at.status == Status::no_quota) return "没有任务数，不判断进度。";
  if (!at.done) return "还没有上报过这一项，所以是未报。";
  std::string text =
      column.reported.dates[*at.period].chinese() + "上报" + figure_of(column, *at.done) + "。";
  if (at.status == Status::not_reported) {
    return text + "之后的月报没有这一项，不能把旧数当成新数，所以是未报。";
  }
  if (has_pace(task)) return text + pace_rule(column, task, *at.done, *course.context.progress.day);
  const std::string goal = task.kind == Task::Kind::goal
                               ? task.goal->text()
                               : "不超过" + figure_of(column, task.quota.value);
  return text + "要求" + goal + "，符合为达标，不符合为未达标。";
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
  view.html("badge", status_badge(at.status)).text("tone", status_tone(at.status));
  view.text("done_value", at.done ? at.done->plain() : "none");
  view.flag("is_stale", at.status == Status::not_reported && at.done.has_value());
  const bool old = at.period && dates[*at.period] != day;
  view.text_if("observed", old ? dates[*at.period].chinese() : "");
  const auto due_now = pace_of(task, day);
  view.text_if("due_now", due_now ? figure_of(column, *due_now) : "");
  view.text_if("rank", rank_now(column, course.row));
  view.number("ranked", column.progress.order.size());
  view.text_if("rank_change", rank_change(column.progress.previous_ranks[course.row],
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
  return is_ranked(at.status) ? completion_text(*at.done, quota.value) : "";
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

void add_counts(View& view, const StatusCounts& counts) {
  std::vector<View> items;
  std::vector<chart::Part> parts;
  for (const Status status : kStatusOrder) {
    if (counts[status] == 0) continue;
    View item;
    item.html("badge", status_badge(status)).text("word", status_word(status));
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
      column.measure.label + "合计" + total_text(context, column));
}

std::string total_text(const PlanContext& context, const Column& column) {
  const Task& task = column.progress.total_task;
  const auto done = total_done(column);
  if (!done) return "未报";
  std::string text = "完成" + figure_of(column, *done);
  if (const auto due_now = pace_of(task, *context.progress.day)) {
    text += "，任务" + figure_of(column, task.quota.value) + "，完成率" +
            completion_text(*done, task.quota.value) + "，按序时应完成" +
            figure_of(column, *due_now);
  }
  text += "（截至" + column.reported.dates.back().chinese();
  return text + (column.progress.sample ? "，示例数据）" : "）");
}

View total_view(const PlanContext& context, const Column& column) {
  const ColumnProgress& progress = column.progress;
  const Task& task = progress.total_task;
  const auto done = total_done(column);
  const size_t carried = done ? progress.totals.back().carried : 0;
  const auto due_now = done ? pace_of(task, *context.progress.day) : std::nullopt;
  View view;
  view.html_if("badge", done ? status_badge(progress.status) : Html());
  view.text_if("done", done ? done->grouped() : "")
      .text("done_value", done ? done->plain() : "none");
  view.text_if("completion", due_now ? completion_text(*done, task.quota.value) : "");
  view.text_if("due_now", due_now ? figure_of(column, *due_now) : "");
  view.text_if("carried", carried > 0 ? std::to_string(carried) : "");
  view.html_if("bar", total_bar(context, column));
  add_counts(view, progress.counts);
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
  view.text("before", before.done && *before.period == last - 1 ? before.done->grouped() : "未报");
  view.text("after", observed[last] ? after.done->grouped() : "未报");
  view.text("difference",
            observed[last] && before.done ? difference_text(*before.done, *after.done) : "—");
  view.html("before_badge", status_badge(before.status));
  view.html("after_badge", status_badge(after.status));
  view.flag("same_status", before.status == after.status);
  view.flag("corrected", observed[last - 1] && observed[last - 1].report->corrects);
  view.text("rank_change",
            rank_change(column.progress.previous_ranks[row], column.progress.ranks[row]));
  return view;
}

}  // namespace yaodian
