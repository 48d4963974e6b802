#include <algorithm>

#include "base/words.h"
#include "chart/line.h"
#include "render/course.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/measures.h"
#include "render/provenance.h"
#include "render/status.h"
#include "render/targets.h"
#include "render/totals.h"
#include "render/views.h"

namespace yaodian {
namespace {

// The document that states TARGET first, or nullptr.
const Document* stated_in(const PlanContext& context, const Target& target) {
  const std::vector<Statement>& statements = context.statements.of({Scheme::target, target.id, ""});
  return statements.empty() ? nullptr : statements.front().document;
}

// What the chart of TARGET, which has been observed, says to those who do not see it.
std::string trend_label(const Words& words, const Target& target, const TargetProgress& progress) {
  const PlanObserved& last = progress.observations.back();
  return words.text("chart-trend", {{"target", target.title},
                                    {"count", std::to_string(progress.observations.size())},
                                    {"date", words.date(last.report->as_of)},
                                    {"figure", last.observation->text},
                                    {"goal", target.goal_text()},
                                    {"sample", progress.sample ? words["sample-mark"] : ""}});
}

// The observations of TARGET over time against its goal.
Html trend_of(const PlanContext& context, const Target& target, std::string_view css_class) {
  const TargetProgress& progress = progress_of(context, target);
  if (progress.observations.empty()) return {};
  const PlanObserved& last = progress.observations.back();
  const Date deadline = target.due.value_or(context.plan.end);
  chart::Line line;
  line.begin = context.plan.start.days - 1;  // as on the pages of units
  line.end = std::max(deadline, last.report->as_of).days;
  for (const PlanObserved& one : progress.observations) {
    line.points.push_back({one.report->as_of.days, one.observation->value, one.before != nullptr});
  }
  line.goal = {target.goal.least(), target.goal.greatest()};
  line.deadline = deadline.days;
  line.judged = context.progress.day->days;
  line.zero = false;
  return chart::line(line, css_class, trend_label(context.words, target, progress));
}

std::vector<View> observation_items(const PlanContext& context, const Target& target,
                                    std::string_view path) {
  std::vector<View> items;
  for (const PlanObserved& one : progress_of(context, target).observations) {
    const bool met = target.goal.met_by(one.observation->value);
    View item;
    item.text("date", context.words.date(one.report->as_of)).text("text", one.observation->text);
    item.text("amount", one.observation->value.plain());
    item.html("badge", status_badge(context.words, met ? Status::met : Status::unmet));
    item.text_if("before", one.before ? one.before->text : "");
    item.text("reason", one.report->reason).flag("is_sample", one.report->sample);
    item.text("url",
              relative_link(path, report_path(context.publisher, context.plan, *one.report)));
    item.html("line", line_link(context.site, one.observation->position, path, Naming::line));
    const Position before = one.before ? one.before->position : Position();
    item.html("before_line", line_link(context.site, before, path, Naming::line));
    items.push_back(std::move(item));
  }
  return items;
}

// What the reports say of TARGET: the last observation, its status, the trend, all observations.
void add_observations(View& view, const PlanContext& context, const Target& target,
                      std::string_view path) {
  const TargetProgress& progress = progress_of(context, target);
  const PlanObserved* last =
      progress.observations.empty() ? nullptr : &progress.observations.back();
  view.flag("has_observations", last != nullptr);
  view.html_if("status", last ? status_badge(context.words, progress.status) : Html());
  view.flag("is_early", is_early(context, target));
  view.text_if("observed", last ? last->observation->text : "");
  view.text_if("observed_on", last ? context.words.date(last->report->as_of) : "");
  const Position observed = last ? last->observation->position : Position();
  view.html_if("observed_line", line_link(context.site, observed, path, Naming::line));
  view.html_if("trend", trend_of(context, target, "trend"));
  view.list("observations", observation_items(context, target, path));
}

// Adds what is done of the quotas that pursue TARGET. Returns whether sample data is in it.
bool add_held(View& view, const PlanContext& context, const Target& target, std::string_view path) {
  std::vector<View> items;
  bool sample = false;
  for (const Column& column : reported_columns_of(context, target)) {
    sample |= column.progress.sample;
    View item;
    item.text("figure", done_text(column)).text("table", column.table.short_title);
    item.text("url",
              relative_link(path, table_path(context.publisher, context.plan, column.table)));
    items.push_back(std::move(item));
  }
  view.flag("is_silent", progress_of(context, target).observations.empty() && items.empty());
  view.list("held", std::move(items));
  return sample;
}

View target_item(const PlanContext& context, const Target& target, std::string_view path,
                 bool& sample) {
  View item;
  item.text("title", target.title)
      .text("id", target.id)
      .text("goal", target.goal_text())
      .text("value", target.goal.low.plain());
  item.text("url", relative_link(path, target_path(context.publisher, context.plan, target)));
  item.text_if("due", target.due ? context.words.date(*target.due) : "").text_if("who", target.who);
  item.html("line", line_link(context.site, target.position, path, Naming::line));
  add_observations(item, context, target, path);
  sample |= add_held(item, context, target, path) || progress_of(context, target).sample;
  return item;
}

View column_item(const PlanContext& context, const Column& column, const Target& target,
                 std::string_view path) {
  View item;
  item.text("title", column.measure.label)
      .text("table", column.table.title)
      .text("measure", column.id());
  item.text("url", relative_link(path, table_path(context.publisher, context.plan, column.table)));
  const bool same_count = target.goal.count == column.measure.count;
  const auto sum = column.standing.sum;
  const bool compared = column.measure.role == Role::quota && same_count && sum;
  item.text_if("sum", sum && column.measure.role == Role::quota
                          ? figure_text(*sum, column.measure.count)
                          : "");
  std::string difference;
  if (compared && *sum != target.goal.low) {
    const Decimal gap = *sum - target.goal.low;
    const Decimal size = gap.is_negative() ? Decimal(0) - gap : gap;
    difference = column.words.text(gap.is_negative() ? Sentence("target-less") : "target-more",
                                   {{"figure", figure_text(size, column.measure.count)}});
  } else if (compared) {
    difference = column.words["target-equal"];
  }
  item.text_if("difference", difference);
  const bool result = column.measure.role == Role::result && column.measure.goal;
  item.flag("is_result", result)
      .number("met", column.standing.met)
      .number("counted", column.standing.order.size());
  item.html_if("strip", result ? strip_of(column) : Html());
  item.text_if("as_of", column.day() ? column.words.date(*column.day()) : "");
  return item;
}

}  // namespace

View targets_view(const PlanContext& context, std::string_view path) {
  const Plan& plan = context.plan;
  View view;
  add_frame(view, context, path, context.words.text("title-targets", {{"year", plan.year}}),
            {{context.words["page-targets"], ""}});
  view.text("plan_title", plan.title).number("target_count", plan.targets.size());
  std::vector<View> groups;
  bool sample = false;
  const auto add_group = [&](const Document* document) {
    std::vector<View> targets;
    for (const Target& target : plan.targets) {
      if (stated_in(context, target) == document)
        targets.push_back(target_item(context, target, path, sample));
    }
    if (targets.empty()) return;
    View group;
    group.text("document", document ? document->title : context.words["target-no-document"]);
    group.text_if(
        "url",
        document ? relative_link(path, document_path(context.publisher, plan, *document)) : "");
    group.number("count_targets", targets.size()).list("targets", std::move(targets));
    groups.push_back(std::move(group));
  };
  for (const Document& document : plan.documents) add_group(&document);
  add_group(nullptr);
  add_sample(view, sample);
  view.flag("has_reports", context.has_reports());
  view.flag("has_targets", !groups.empty()).list("groups", std::move(groups));
  return view;
}

View target_view(const PlanContext& context, const Target& target, const PublisherContexts& plans,
                 std::string_view path) {
  const Plan& plan = context.plan;
  View view;
  add_frame(
      view, context, path, target.title,
      {{context.words["page-targets"], targets_path(context.publisher, plan)}, {target.title, ""}});
  view.text("heading", target.title)
      .text("goal", target.goal_text())
      .text("value", target.goal.low.plain())
      .text("id", target.id);
  view.text_if("due", target.due ? context.words.date(*target.due) : "")
      .text_if("per", target.per)
      .text_if("who", target.who);
  view.text_if("standard", target.standard).text_if("note", target.note);
  const Document* document = stated_in(context, target);
  view.text_if("department", document ? document->department : "");
  add_observations(view, context, target, path);
  add_held(view, context, target, path);
  const bool others_are_sample = add_shared(view, plans, target, path);
  const bool units_are_sample = std::ranges::any_of(
      columns_of(context, target), [](const Column& one) { return one.progress.sample; });
  add_sample(view, progress_of(context, target).sample || units_are_sample || others_are_sample);
  view.html("line", line_link(context.site, target.position, path));
  view.text_if("source", document ? source_text(context.words, plan, document->source) : "");
  std::vector<View> statements = statement_views(context, {Scheme::target, target.id, ""}, path);
  view.flag("has_statements", !statements.empty()).list("statements", std::move(statements));
  std::vector<View> columns;
  for (const Column& column : columns_of(context, target))
    columns.push_back(column_item(context, column, target, path));
  view.flag("has_columns", !columns.empty()).list("columns", std::move(columns));
  const auto at = static_cast<size_t>(&target - plan.targets.data());
  add_neighbours(view, path, at, plan.targets.size(), [&](size_t place) {
    const Target& other = plan.targets[place];
    return Crumb{other.title, target_path(context.publisher, plan, other)};
  });
  return view;
}

}  // namespace yaodian
