#include <map>
#include <set>

#include "base/words.h"
#include "render/frame.h"
#include "render/measures.h"

namespace yaodian {
namespace {

// Every figure of the publisher, with the plan that has it.
using Owners = std::map<const MeasureFigure*, const PlanContext*>;

View year_item(const PlanContext& context, std::string_view path) {
  const Plan& plan = context.plan;
  View item;
  item.text("title", plan.title).text("year", plan.year);
  item.text("url", relative_link(path, plan_path(context.publisher, plan)));
  item.text_if("issued", plan.issued ? context.words.date(*plan.issued) : "");
  add_contents(item, context);
  add_headlines(item, context, path);
  return item;
}

// What a year's figures have in common, which its head says once: the day they are of, and why they
// are not compared.
struct YearNote {
  std::string until, obstacle;
  bool sample = false;
};

// The day that FIGURE is of within its year; "" for the last one.
std::string day_of(const Words& words, const MeasureFigure& figure) {
  const bool whole_year = !figure.day || (figure.day->month() == 12 && figure.day->day() == 31);
  return whole_year ? "" : words.month_day(*figure.day);
}

// Notes of each year that has figures of several measures; what they do not have in common is
// empty.
std::map<int, YearNote> notes_of(const Words& words, const std::vector<Comparison>& comparisons) {
  std::map<int, std::vector<YearNote>> all;
  for (const Comparison& one : comparisons) {
    for (const auto& [figure, change] : one.years)
      all[figure->year].push_back(
          {day_of(words, *figure), change ? obstacle_text(words, *change) : "", figure->sample});
  }
  std::map<int, YearNote> notes;
  for (const auto& [year, each] : all) {
    if (each.size() < 2) continue;
    YearNote& note = notes[year] = each.front();
    for (const YearNote& other : each) {
      if (other.until != note.until || other.sample != note.sample) note.until.clear();
      if (other.obstacle != note.obstacle) note.obstacle.clear();
    }
  }
  return notes;
}

// The figure of a comparison in one year, without what NOTE says of all; blank where it has none.
View cell_view(const Words& words, const Comparison& comparison, int year, const YearNote& note,
               const Owners& owners, std::string_view path) {
  View view;
  view.number("year", static_cast<size_t>(year));
  const MeasureFigure* before = nullptr;
  for (const YearFigure& one : comparison.years) {
    if (one.figure->year == year) {
      view.flag("has_figure", true)
          .list("items", {figure_view(*owners.at(one.figure), *one.figure, path)});
      view.text_if("until", note.until.empty() ? day_of(words, *one.figure) : "");
      view.text_if("change",
                   one.change ? change_text(words, *one.change, *before, *one.figure) : "");
      view.text_if("obstacle",
                   one.change && note.obstacle.empty() ? obstacle_text(words, *one.change) : "");
      return view;
    }
    before = one.figure;
  }
  view.flag("has_figure", false).list("items", {});
  return view.text_if("until", "").text_if("change", "").text_if("obstacle", "");
}

// All comparisons of one kind as a table: a row for each measure, a column for each year.
View table_of(const Words& words, const std::vector<Comparison>& comparisons, const Owners& owners,
              std::string_view kind, std::string_view id, std::string_view path) {
  std::set<int> years;
  for (const Comparison& one : comparisons) {
    for (const YearFigure& year : one.years) years.insert(year.figure->year);
  }
  std::map<int, YearNote> notes = notes_of(words, comparisons);
  std::vector<View> heads, rows;
  for (const int year : years) {
    const YearNote& note = notes[year];
    heads.push_back(View()
                        .text("head", std::to_string(year))
                        .text_if("all_until", note.until)
                        .text_if("all_obstacle", note.obstacle)
                        .flag("all_sample", note.sample));
  }
  for (const Comparison& one : comparisons) {
    View row;
    row.text("title", one.measure->title).text_if("definition", one.measure->definition);
    row.text("url", relative_link(path, kTopicsPath) + "#" + measure_anchor(*one.measure));
    std::vector<View> cells;
    for (const int year : years)
      cells.push_back(cell_view(words, one, year, notes[year], owners, path));
    rows.push_back(std::move(row.list("cells", std::move(cells))));
  }
  View view;
  constexpr size_t kFew = 5;  // years that fit beside each other in columns of one width
  view.flag("is_even", heads.size() <= kFew);
  view.text("kind", kind).text("id", id).list("heads", std::move(heads));
  return std::move(view.list("rows", std::move(rows)));
}

}  // namespace

View publisher_view(const Site& site, const Publisher& publisher, const PublisherContexts& plans,
                    std::string_view path) {
  View view;
  add_frame(view, site, path, publisher.name, {{publisher.name, ""}});
  std::vector<View> years;
  for (auto at = plans.rbegin(); at != plans.rend(); ++at) years.push_back(year_item(**at, path));

  Owners owners;
  std::vector<const MeasureFigure*> figures;
  for (const auto& plan : plans) {
    for (const MeasureFigure& figure : plan->figures) {
      figures.push_back(&figure);
      owners[&figure] = plan.get();
    }
  }
  std::vector<View> tables;
  bool sample = false;
  const Words& words = *site.words;
  const auto add_table = [&](FigureKind kind, Word title, std::string_view id) {
    const std::vector<Comparison> all = compare_years(site.measures, figures, kind);
    for (const Comparison& one : all) {
      for (const YearFigure& year : one.years) sample |= year.figure->sample;
    }
    if (!all.empty()) tables.push_back(table_of(words, all, owners, words[title], id, path));
  };
  add_table(FigureKind::result, "compared-results", "results");
  add_table(FigureKind::aim, "compared-targets", "aims");
  add_sample(view, sample);
  view.text("publisher", publisher.name).number("plan_count", years.size());
  view.flag("has_plans", !years.empty()).list("plans", std::move(years));
  view.flag("is_compared", !tables.empty()).list("comparisons", std::move(tables));
  return view;
}

}  // namespace yaodian
