#include <algorithm>
#include <memory>

#include "assess/pace.h"
#include "base/words.h"
#include "render/frame.h"
#include "render/measures.h"
#include "render/next_deadlines.h"
#include "render/periods.h"
#include "render/provenance.h"
#include "render/status.h"
#include "render/totals.h"
#include "render/unit_figures.h"
#include "render/unit_tasks.h"
#include "render/views.h"

namespace yaodian {
namespace {

// What one unit's page says of the unit's figures. Its lists are made when the template asks.
class UnitPage {
 public:
  UnitPage(const PlanContext& context, UnitIndex unit, std::string_view path)
      : context_(context), urls_(context.plan.tables.size()) {
    const Unit& of = context.publisher.units.units[unit];
    size_t measures = 0;
    for (const TaskTable& table : context.plan.tables) measures += table.measures.size();
    quotas_.reserve(measures);
    for (size_t t = 0; t < context.plan.tables.size(); ++t) {
      const TaskTable& table = context.plan.tables[t];
      const Row* row = table.row_of(unit);
      if (!row) continue;
      const auto at = static_cast<size_t>(row - table.rows.data());
      std::string& url = urls_[t];
      url = relative_link(path, table_path(context.publisher, context.plan, table));
      url.append("#row-").append(of.id);
      for (size_t m = 0; m < table.measures.size(); ++m)
        add({{context, context.column(t, m), at, of.short_name, path}, url, false});
    }
  }

  bool has_quotas() const { return !quotas_.empty(); }
  bool has_results() const { return !results_.empty(); }
  bool has_contexts() const { return !contexts_.empty(); }
  size_t results() const { return results_.size(); }

  std::vector<View> quota_views() const { return yaodian::quota_views(quotas_); }
  std::vector<View> result_views() const { return yaodian::result_views(results_); }
  std::vector<View> context_views() const { return yaodian::context_views(contexts_); }

  // What is new since the last period but one: a list of one, or none.
  std::vector<View> change_views() const {
    std::vector<const UnitFigure*> changed;
    for (const auto* figures : {&quotas_, &results_}) {
      for (const UnitFigure& one : *figures) {
        if (one.is_tracked() && has_changed(one.course)) changed.push_back(&one);
      }
    }
    if (changed.empty()) return {};
    const std::string common = periods(*changed.front());
    const bool same = std::all_of(changed.begin(), changed.end(),
                                  [&](const UnitFigure* one) { return periods(*one) == common; });
    std::vector<View> rows;
    for (const UnitFigure* one : changed) {
      View& row = rows.emplace_back(change_view(one->course));
      row.text_if("periods", same ? "" : periods(*one));
    }
    View view;
    view.text_if("periods", same ? common : "").list("rows", std::move(rows));
    return {std::move(view)};
  }

  StatusCounts counts;   // of the quotas
  bool sample = false;   // whether sample data reaches the page
  size_t held = 0;       // quotas that are a number above 0
  size_t undecided = 0;  // 待定
  size_t none = 0;       // 无任务
  size_t met = 0;        // results that meet their goal

 private:
  void add(UnitFigure one) {
    const Measure& measure = one.column().measure;
    sample |= one.is_tracked() && one.column().progress.sample;
    if (measure.role == Role::quota) {
      one.starts_table = quotas_.empty() || &quotas_.back().column().table != &one.column().table;
      held += one.is_held();
      none += one.is_none();
      undecided += one.cell().state == Cell::State::undecided;
      if (context_.has_reports()) counts.add(one.course.now().status);
      quotas_.push_back(std::move(one));
    } else if (measure.role == Role::result && measure.goal) {
      met += one.is_met();
      results_.push_back(std::move(one));
    } else {
      contexts_.push_back(std::move(one));
    }
  }

  // "2018年9月30日至10月31日": the last two periods of its table.
  static std::string periods(const UnitFigure& one) {
    const std::vector<Date>& dates = one.column().progress.dates;
    const Words& words = one.column().words;
    const Date from = dates[dates.size() - 2];
    return words.text("from-until", {{"from", words.date(from)},
                                     {"until", day_text(words, dates.back(), from.year())}});
  }

  const PlanContext& context_;
  std::vector<std::string> urls_;  // of the unit's rows, by table
  std::vector<UnitFigure> quotas_, results_, contexts_;
};

// Adds the files of the tables that name the unit, and the sources of these, each once.
void add_files(View& view, const PlanContext& context, UnitIndex unit, std::string_view path) {
  std::vector<View> files, sources;
  std::vector<std::string> known;
  for (const TaskTable& table : context.plan.tables) {
    const Row* row = table.row_of(unit);
    if (!row) continue;
    View& file = files.emplace_back();
    file.html("file", link_to_file(context.site, *row->position.source, path));
    file.text("table", table.short_title);
    const std::string& source = table.source.id;
    if (source.empty() || std::find(known.begin(), known.end(), source) != known.end()) continue;
    known.push_back(source);
    sources.push_back(
        View().text("source", source_text(context.words, context.plan, table.source)));
  }
  view.list("files", std::move(files)).list("sources", std::move(sources));
}

// The names by which other tables call the unit, its own ones left out.
std::string other_names(const Words& words, const Unit& unit) {
  const std::string& separator = words["list-separator"];
  std::string names;
  for (const std::string& name : unit.aliases) names += (names.empty() ? "" : separator) + name;
  if (unit.short_name != unit.name)
    names = unit.short_name + (names.empty() ? "" : separator + names);
  return names;
}

}  // namespace

View unit_view(const PlanContext& context, UnitIndex index, const PublisherContexts& plans,
               std::string_view path) {
  const Unit& unit = context.publisher.units.units[index];
  const Words& words = context.words;
  View view;
  add_frame(
      view, context, path,
      words.text("title-unit", {{"unit", unit.name}, {"year", context.plan.year}}),
      {{words["page-units"], units_path(context.publisher, context.plan)}, {unit.short_name, ""}});
  view.text("name", unit.name)
      .text_if("kind", unit.kind)
      .text_if("other_names", other_names(words, unit));
  view.text("plan_title", context.plan.title)
      .text("plan_year", context.plan.year)
      .text("id", unit.id);
  const auto page = std::make_shared<const UnitPage>(context, index, path);
  view.number("held", page->held)
      .text_if("undecided", page->undecided ? std::to_string(page->undecided) : "");
  view.text_if("none", page->none ? std::to_string(page->none) : "");
  view.flag("has_reports", context.has_reports());
  view.text("behind_share", context.plan.behind_share.plain());
  view.list_when_asked("changes", [page] { return page->change_views(); });
  std::vector<View> tasks = task_views(context, index, path);
  const bool tasks_are_sample = !tasks.empty() && context.agenda.sample;
  view.flag("has_tasks", !tasks.empty()).number("task_count", tasks.size());
  view.list("tasks", std::move(tasks));
  add_sample(view, page->sample || tasks_are_sample);
  view.text("deadlines_url",
            relative_link(path, deadlines_path(context.publisher, context.plan, unit)));
  view.number("met", page->met).number("results_count", page->results());
  view.flag("has_quotas", page->has_quotas());
  view.list_when_asked("quotas", [page] { return page->quota_views(); });
  view.flag("has_contexts", page->has_contexts());
  view.list_when_asked("contexts", [page] { return page->context_views(); });
  view.flag("has_results", page->has_results());
  view.list_when_asked("results", [page] { return page->result_views(); });
  view.text_if("elapsed", context.progress.day
                              ? elapsed(*context.progress.day, context.plan.start, context.plan.end)
                                        .percent(1)
                                        .plain() +
                                    "%"
                              : "");
  view.html("registered", line_link(context.site, unit.position, path));
  static constexpr Name kLists[] = {"stack",   "counts",   "files",
                                    "sources", "has_next", "next_deadlines"};
  view.rest_when_asked(kLists, [page, &context, index, path] {
    View rest;
    add_counts(rest, context.words, page->counts);
    add_files(rest, context, index, path);
    add_next_deadlines(rest, context, index, path);
    return rest;
  });
  add_other_years(view, plans, context, index, path);
  const auto at =
      std::lower_bound(context.units.begin(), context.units.end(), index) - context.units.begin();
  add_neighbours(view, path, static_cast<size_t>(at), context.units.size(), [&](size_t place) {
    const Unit& other = context.publisher.units.units[context.units[place]];
    return Crumb{other.short_name, unit_path(context.publisher, context.plan, other)};
  });
  return view;
}

}  // namespace yaodian
