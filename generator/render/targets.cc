#include "render/targets.h"

#include <algorithm>

#include "base/rational.h"
#include "base/words.h"
#include "pages/site_map.h"
#include "render/frame.h"
#include "render/status.h"
#include "render/totals.h"

namespace yaodian {
namespace {

constexpr size_t kFarthest = 8;  // targets named on the plan's page

// By which part of its goal TARGET, which has been observed, is missed; nothing where that has no
// meaning, as of a goal of 0.
std::optional<Decimal> missed_part(const PlanContext& context, const Target& target) {
  const Decimal last = progress_of(context, target).observations.back().observation->value;
  const Goal& goal = target.goal;
  const Decimal bound = goal.least() && last < *goal.least() ? goal.low : goal.high;
  const auto part = divide(Rational(goal.shortfall(last)), Rational(bound));
  return part ? part->size().decimal(6) : std::nullopt;
}

// TARGETS, the farthest from its goal first.
void sort_farthest_first(const PlanContext& context, std::vector<const Target*>& targets) {
  std::vector<std::pair<std::optional<Decimal>, const Target*>> parts;
  for (const Target* one : targets) parts.emplace_back(missed_part(context, *one), one);
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
    return a.first && b.first ? *a.first > *b.first : !a.first && b.first;
  });
  std::ranges::transform(parts, targets.begin(), [](const auto& one) { return one.second; });
}

View unmet_view(const PlanContext& context, const Target& target, std::string_view path) {
  const PlanObserved& last = progress_of(context, target).observations.back();
  View view = link_view(path, {target.title, target_path(context.publisher, context.plan, target)});
  view.text("id", target.id).text("value", target.goal.low.plain());
  view.text("goal", target.goal_text()).text("observed", last.observation->text);
  view.text("amount", last.observation->value.plain());
  view.text("observed_on", context.words.date(last.report->as_of));
  view.text_if("due", target.due ? context.words.date(*target.due) : "");
  view.flag("is_early", is_early(context, target));
  return view;
}

// How the targets of a plan stand together.
struct Summary {
  size_t met = 0, early = 0;
  size_t in_tables = 0;  // of which only tables say what is done
  size_t silent = 0;     // of which nothing is said
  std::vector<const Target*> unmet;
};

Summary summary_of(const PlanContext& context) {
  Summary summary;
  for (const Target& target : context.plan.targets) {
    const Status status = progress_of(context, target).status;
    if (status == Status::met) {
      ++summary.met;
    } else if (status == Status::unmet) {
      summary.unmet.push_back(&target);
      summary.early += is_early(context, target);
    } else {
      ++(reported_columns_of(context, target).empty() ? summary.silent : summary.in_tables);
    }
  }
  return summary;
}

std::string count_text(size_t count) { return count > 0 ? std::to_string(count) : ""; }

}  // namespace

const TargetProgress& progress_of(const PlanContext& context, const Target& target) {
  return context.progress.targets[static_cast<size_t>(&target - context.plan.targets.data())];
}

bool is_early(const PlanContext& context, const Target& target) {
  return progress_of(context, target).status == Status::unmet &&
         *context.progress.day < target.due.value_or(context.plan.end);
}

std::vector<Column> columns_of(const PlanContext& context, const Target& target) {
  std::vector<Column> columns;
  for (size_t t = 0; t < context.plan.tables.size(); ++t) {
    const std::vector<Measure>& measures = context.plan.tables[t].measures;
    for (size_t m = 0; m < measures.size(); ++m) {
      if (measures[m].target.id == target.id) columns.push_back(context.column(t, m));
    }
  }
  return columns;
}

std::vector<Column> reported_columns_of(const PlanContext& context, const Target& target) {
  std::vector<Column> columns;
  if (!context.has_reports()) return columns;
  for (const Column& column : columns_of(context, target)) {
    if (!done_text(column).empty()) columns.push_back(column);
  }
  return columns;
}

void add_target_summary(View& view, const PlanContext& context, std::string_view path) {
  std::vector<View> summaries;
  if (!context.plan.targets.empty()) {
    Summary summary = summary_of(context);
    sort_farthest_first(context, summary.unmet);
    View& one = summaries.emplace_back();
    one.text("url", relative_link(path, targets_path(context.publisher, context.plan)));
    one.flag("is_silent", summary.silent == context.plan.targets.size());
    one.text_if("met", count_text(summary.met)).text_if("unmet", count_text(summary.unmet.size()));
    one.text_if("early", count_text(summary.early)).text_if("silent", count_text(summary.silent));
    one.text_if("in_tables", count_text(summary.in_tables));
    one.html("met_badge", status_badge(context.words, Status::met));
    one.html("unmet_badge", status_badge(context.words, Status::unmet));
    const bool more = summary.unmet.size() > kFarthest;
    if (more) summary.unmet.resize(kFarthest);
    one.text_if("first", more ? std::to_string(kFarthest) : "");
    std::vector<View> farthest;
    for (const Target* target : summary.unmet)
      farthest.push_back(unmet_view(context, *target, path));
    one.list("farthest", std::move(farthest));
  }
  view.list("target_summary", std::move(summaries));
}

}  // namespace yaodian
