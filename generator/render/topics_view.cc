#include <algorithm>

#include "base/words.h"
#include "render/frame.h"
#include "render/measures.h"

namespace yaodian {
namespace {

// What a plan has of a measure.
struct PlanRow {
  const PlanContext& context;
  std::vector<const MeasureFigure*> figures;

  bool is_sample() const {
    return std::any_of(figures.begin(), figures.end(),
                       [](const MeasureFigure* figure) { return figure->sample; });
  }
};

// The plans that have figures of MEASURE, by publisher, the newest first.
std::vector<PlanRow> rows_of(const PlanContexts& contexts, const SharedMeasure& measure) {
  std::vector<PlanRow> rows;
  for (const PublisherContexts& plans : contexts) {
    for (auto at = plans.rbegin(); at != plans.rend(); ++at) {
      PlanRow row{**at, {}};
      for (const MeasureFigure& figure : row.context.figures) {
        if (figure.measure() == measure.id) row.figures.push_back(&figure);
      }
      if (!row.figures.empty()) rows.push_back(std::move(row));
    }
  }
  return rows;
}

// The first sentence of the plan's documents about any of the figures; else the first place.
std::vector<View> wording_of(const PlanRow& row, std::string_view path) {
  std::vector<View> place;
  for (const bool sentences : {true, false}) {
    for (const MeasureFigure* figure : row.figures) {
      if (sentences == (figure->figure != nullptr)) continue;
      place = wording_views(row.context, *figure, path);
      if (!place.empty()) return place;
    }
  }
  return place;
}

View row_view(const PlanRow& row, std::string_view path) {
  const auto& [publisher, plan] = std::tie(row.context.publisher, row.context.plan);
  View view;
  view.text("publisher", publisher.name).text("plan_year", plan.year);
  view.text("plan_url", relative_link(path, plan_path(publisher, plan)));
  std::vector<View> aims, results;
  for (const MeasureFigure* figure : row.figures) {
    (figure->kind == FigureKind::aim ? aims : results)
        .push_back(figure_view(row.context, *figure, path));
  }
  view.flag("has_aims", !aims.empty()).list("aims", std::move(aims));
  view.flag("has_results", !results.empty()).list("results", std::move(results));
  view.list("wording", wording_of(row, path));
  return view;
}

View measure_view(const SharedMeasure& measure, const std::vector<PlanRow>& rows,
                  std::string_view path) {
  View view;
  view.text("title", measure.title).text("anchor", measure_anchor(measure));
  view.text_if("definition", measure.definition).number("plan_count", rows.size());
  std::vector<View> items;
  for (const PlanRow& row : rows) items.push_back(row_view(row, path));
  view.list("rows", std::move(items));
  return view;
}

// The measures of a topic: those of several plans, and then those that only one plan has.
View topic_view(const Site& site, const PlanContexts& contexts, const std::string& topic,
                std::string_view path, bool& sample) {
  std::vector<View> several, single;
  for (const SharedMeasure& measure : site.measures.measures) {
    if (measure.topic != topic) continue;
    const std::vector<PlanRow> rows = rows_of(contexts, measure);
    for (const PlanRow& row : rows) sample |= row.is_sample();
    if (!rows.empty())
      (rows.size() > 1 ? several : single).push_back(measure_view(measure, rows, path));
  }
  View view;
  view.text("topic", topic).number("measure_count", several.size() + single.size());
  view.flag("has_several", !several.empty()).list("several", std::move(several));
  view.flag("has_single", !single.empty()).list("single", std::move(single));
  return view;
}

// The topics that any plan has a figure of.
std::vector<std::string> topics_in_use(const Site& site, const PlanContexts& contexts) {
  std::vector<std::string> topics;
  for (const std::string& topic : site.measures.topics) {
    const std::vector<SharedMeasure>& all = site.measures.measures;
    if (std::any_of(all.begin(), all.end(), [&](const SharedMeasure& measure) {
          return measure.topic == topic && !rows_of(contexts, measure).empty();
        }))
      topics.push_back(topic);
  }
  return topics;
}

}  // namespace

View topics_view(const Site& site, const PlanContexts& contexts, std::string_view path) {
  View view;
  const Words& words = *site.words;
  add_frame(view, site, path, words["page-topics"], {{words["page-topics"], ""}});
  bool sample = false;
  std::vector<View> topics;
  for (const std::string& topic : topics_in_use(site, contexts)) {
    topics.push_back(topic_view(site, contexts, topic, path, sample));
    topics.back().number("place", topics.size());
  }
  add_sample(view, sample);
  view.flag("has_topics", !topics.empty()).list("topics", std::move(topics));
  return view;
}

}  // namespace yaodian
