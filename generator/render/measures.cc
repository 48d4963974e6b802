#include "render/measures.h"

#include <algorithm>
#include <tuple>

#include "base/words.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/results.h"

namespace yaodian {
namespace {

std::string url_of(const PlanContext& context, const MeasureFigure& figure, std::string_view path) {
  const auto& [publisher, plan] = std::tie(context.publisher, context.plan);
  if (figure.target) return relative_link(path, target_path(publisher, plan, *figure.target));
  if (figure.table) return relative_link(path, table_path(publisher, plan, *figure.table));
  return figure_url(context, *figure.report, *figure.figure, path);
}

// What an aim or a result is of, beside its figure.
std::string scope_of(const Words& words, const MeasureFigure& figure) {
  if (figure.units == 0) return figure.who;
  const std::string units = std::to_string(figure.units);
  if (figure.undecided == 0) return words.text("sum-of-units", {{"units", units}});
  return words.text("sum-of-units-undecided",
                    {{"units", units}, {"undecided", std::to_string(figure.undecided)}});
}

std::string title_of(const MeasureFigure& figure) {
  if (figure.target) return figure.target->title;
  return figure.column ? figure.column->label : figure.figure->title;
}

// NUMBER with its sign, in the magnitude that LIKE, a figure as shown, ends with: 万 or 亿.
std::string signed_text(Decimal number, std::string_view like) {
  const int64_t times = like.ends_with("亿") ? 100'000'000 : like.ends_with("万") ? 10'000 : 1;
  if (times == 1) return difference_text(0, number);
  for (int decimals = 0; decimals <= Decimal::kMostDecimals; ++decimals) {
    const auto part = divide(number, times, decimals, Rounding::half_up);
    const auto whole =
        part ? multiply(*part, times, Decimal::kMostDecimals, Rounding::half_up) : std::nullopt;
    if (whole && *whole == number)
      return difference_text(0, *part) + (times == 10'000 ? "万" : "亿");
  }
  return difference_text(0, number);
}

// DIFFERENCE, of two figures counted in COUNT, with what it is counted in: points for a rate.
std::string with_count(const Words& words, const std::string& difference, std::string_view count) {
  if (count == "%") return words.text("percentage-points", {{"number", difference}});
  if (count == "‰") return words.text("per-mille-points", {{"number", difference}});
  return difference + std::string(count);
}

// SAMPLE becomes true where sample data is shown.
View shared_view(const PublisherContexts& plans, const SharedMeasure& measure,
                 const MeasureUse& use, std::string_view path, bool& sample) {
  View view;
  view.text("title", measure.title).text_if("definition", measure.definition);
  view.text("url", relative_link(path, kTopicsPath) + "#" + measure_anchor(measure));
  view.text_if("differs", use.differs);
  std::vector<View> items;
  for (auto at = plans.rbegin(); at != plans.rend(); ++at) {
    for (const MeasureFigure& figure : (*at)->figures) {
      if (figure.measure() != measure.id || figure.use == &use) continue;
      sample |= figure.sample;
      items.push_back(figure_view(**at, figure, path));
    }
  }
  view.flag("has_figures", !items.empty()).list("figures", std::move(items));
  return view;
}

void add_views(View& view, std::vector<View> items) {
  view.flag("has_shared", !items.empty()).list("shared", std::move(items));
}

}  // namespace

View figure_view(const PlanContext& context, const MeasureFigure& figure, std::string_view path) {
  View view;
  view.text("figure", figure.text()).text("title", title_of(figure));
  view.text("url", url_of(context, figure, path));
  view.text("year", std::to_string(figure.year));
  view.flag("is_aim", figure.kind == FigureKind::aim).flag("is_sample", figure.sample);
  view.text_if("on", figure.day ? context.words.date(*figure.day) : "");
  view.text_if("due", figure.due ? context.words.date(*figure.due) : "");
  view.text_if("scope", scope_of(context.words, figure)).text_if("differs", figure.use->differs);
  view.html("line", line_link(context.site, figure.position, path, Naming::line));
  return view;
}

std::vector<View> wording_views(const PlanContext& context, const MeasureFigure& figure,
                                std::string_view path) {
  if (figure.target)
    return statement_views(context, {Scheme::target, figure.target->id, ""}, path, 1);
  if (figure.table)
    return statement_views(context, {Scheme::table, figure.table->id, figure.column->id}, path, 1);
  const ReportFigure& reported = *figure.figure;
  std::vector<View> sentences =
      statement_views(context, {Scheme::report, figure.report->id, reported.id}, path, 1);
  if (!sentences.empty()) return sentences;
  const Document* document =
      reported.stated.given ? find(context.plan.documents, reported.stated.document.id) : nullptr;
  if (!document) return {};
  View view = passage_view(context, *document, reported.stated.document.part, path);
  return {std::move(view.flag("sentence", false))};
}

std::string change_text(const Words& words, const Change& change, const MeasureFigure& before,
                        const MeasureFigure& after) {
  if (!change.difference) return {};
  const std::string year = std::to_string(before.year);
  if (change.difference->is_zero()) return words.text("year-same", {{"year", year}});
  const std::string difference =
      with_count(words, signed_text(*change.difference, after.goal.figure), after.goal.count);
  if (!change.percent)
    return words.text("year-change", {{"year", year}, {"difference", difference}});
  return words.text("year-change-percent",
                    {{"year", year},
                     {"difference", difference},
                     {"percent", difference_text(0, *change.percent) + "%"}});
}

std::string obstacle_text(const Words& words, const Change& change) {
  switch (change.obstacle) {
    case Obstacle::none:
      return {};
    case Obstacle::definition:
      return words.text("differs-definition", {{"definition", change.definition}});
    case Obstacle::goal:
      return words["differs-goal"];
    case Obstacle::day:
      return words["differs-day"];
    case Obstacle::count:
      return words["differs-count"];
    case Obstacle::range:
      return words["differs-range"];
  }
  return {};
}

bool add_shared(View& view, const PublisherContexts& plans, const Target& target,
                std::string_view path) {
  std::vector<View> items;
  bool sample = false;
  const SharedMeasure* measure =
      find(plans.front()->site.measures.measures, target.shared.measure.id);
  if (measure) items.push_back(shared_view(plans, *measure, target.shared, path, sample));
  add_views(view, std::move(items));
  return sample;
}

bool add_shared(View& view, const PublisherContexts& plans, const TaskTable& table,
                std::string_view path) {
  std::vector<View> items;
  bool sample = false;
  for (const Measure& column : table.measures) {
    const SharedMeasure* measure =
        find(plans.front()->site.measures.measures, column.shared.measure.id);
    if (measure) items.push_back(shared_view(plans, *measure, column.shared, path, sample));
  }
  add_views(view, std::move(items));
  return sample;
}

void add_other_years(View& view, const PublisherContexts& plans, const PlanContext& own,
                     UnitIndex unit, std::string_view path) {
  std::vector<View> items;
  for (auto at = plans.rbegin(); at != plans.rend(); ++at) {
    const PlanContext& context = **at;
    const bool named = std::binary_search(context.units.begin(), context.units.end(), unit);
    if (&context == &own || !named) continue;
    const Unit& one = context.publisher.units.units[unit];
    View item;
    item.text("year", context.plan.year);
    item.text("url", relative_link(path, unit_path(context.publisher, context.plan, one)));
    items.push_back(std::move(item));
  }
  view.flag("has_other_years", !items.empty()).list("other_years", std::move(items));
}

}  // namespace yaodian
