#include "render/totals.h"

#include "base/words.h"
#include "chart/progress.h"
#include "render/figures.h"
#include "render/status.h"

namespace yaodian {
namespace {

// What is done of a whole column; nothing where that has no meaning.
std::optional<Decimal> total_done(const Column& column) {
  const std::vector<Total>& totals = column.progress.totals;
  const bool summable = !column.measure.is_rate() && column.measure.role == Role::quota;
  return totals.empty() || !summable ? std::nullopt : totals.back().done;
}

}  // namespace

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
      {*done, task.quota.value, pace_of(task, *context.progress.day, chart::kMarkDecimals)},
      status_tone(column.progress.status),
      column.words.text("chart-total", {{"measure", column.measure.label},
                                        {"total", total_text(context, column)}}));
}

std::string total_text(const PlanContext& context, const Column& column) {
  const Task& task = column.progress.total_task;
  const auto done = total_done(column);
  const Words& words = column.words;
  if (!done) return words["status-not-reported"];
  const std::string figure = figure_text(column, *done);
  const std::string date = words.date(column.progress.dates.back());
  const std::string_view sample =
      column.progress.sample ? words["sample-clause"] : std::string_view();
  const auto due_now = pace_of(task, *context.progress.day);
  if (!due_now)
    return words.text("total-done", {{"done", figure}, {"date", date}, {"sample", sample}});
  return words.text("total-on-pace",
                    {{"done", figure},
                     {"quota", figure_text(column, task.quota.value)},
                     {"completion", completion_text(words, *done, task.quota.value)},
                     {"pace", figure_text(column, *due_now)},
                     {"date", date},
                     {"sample", sample}});
}

std::string done_text(const Column& column) {
  const auto done = total_done(column);
  return done ? figure_text(column, *done) : "";
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
  view.text_if("due_now", due_now ? figure_text(column, *due_now) : "");
  view.text_if("carried", carried > 0 ? std::to_string(carried) : "");
  view.html_if("bar", total_bar(context, column));
  add_counts(view, column.words, progress.counts);
  return view;
}

}  // namespace yaodian
