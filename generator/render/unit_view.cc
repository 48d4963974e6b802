#include <algorithm>
#include <memory>
#include <span>

#include "assess/pace.h"
#include "base/words.h"
#include "render/course.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/measures.h"
#include "render/provenance.h"
#include "render/status.h"
#include "render/unit_tasks.h"
#include "render/views.h"

namespace yaodian {
namespace {

// What one unit's page says of the unit's figures. Its lists are made when the template asks.
class UnitPage {
 public:
  UnitPage(const PlanContext& context, UnitIndex unit, std::string_view path)
      : context_(context),
        unit_(context.publisher.units.units[unit]),
        path_(path),
        urls_(context.plan.tables.size()) {
    for (size_t t = 0; t < context.plan.tables.size(); ++t) {
      const TaskTable& table = context.plan.tables[t];
      const Row* row = table.row_of(unit);
      if (!row) continue;
      const auto at = static_cast<size_t>(row - table.rows.data());
      std::string& url = urls_[t];
      url = relative_link(path_, table_path(context.publisher, context.plan, table));
      url.append("#row-").append(unit_.id);
      for (size_t m = 0; m < table.measures.size(); ++m) add({context.column(t, m), at, url});
    }
  }

  bool has_quotas() const { return !quotas_.empty(); }
  bool has_results() const { return !results_.empty(); }
  bool has_contexts() const { return !contexts_.empty(); }
  size_t results() const { return results_.size(); }

  std::vector<View> quota_views() const {
    std::vector<View> views;
    views.reserve(quotas_.size());
    for (const Figure& one : quotas_) views.push_back(quota(one));
    return views;
  }

  std::vector<View> result_views() const {
    std::vector<View> views;
    for (const Figure& one : results_) views.push_back(result(one));
    return views;
  }

  std::vector<View> context_views() const {
    std::vector<View> views;
    for (const Figure& one : contexts_) views.push_back(plain_figure(one));
    return views;
  }

  // What is new since the last period but one: a list of one, or none.
  std::vector<View> change_views() const {
    std::vector<Figure> changed;
    for (const auto* figures : {&quotas_, &results_}) {
      for (const Figure& one : *figures) {
        if (is_tracked(one) && has_changed(context_, one.column, one.row)) changed.push_back(one);
      }
    }
    if (changed.empty()) return {};
    const std::string common = periods(changed.front());
    const bool same = std::all_of(changed.begin(), changed.end(),
                                  [&](const Figure& one) { return periods(one) == common; });
    std::vector<View> rows;
    for (const Figure& one : changed) {
      View& row = rows.emplace_back(change_view(context_, one.column, one.row));
      row.text_if("periods", same ? "" : periods(one));
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
  // A figure of the unit: its row in a column.
  struct Figure {
    Column column;
    size_t row;
    const std::string& table_url;  // of its row

    const Cell& cell() const { return column.table.rows[row].cells[column.place]; }
  };

  void add(const Figure& one) {
    const Cell& cell = one.cell();
    const Measure& measure = one.column.measure;
    if (measure.role == Role::quota) {
      quotas_.push_back(one);
      const bool is_none = cell.is_number() && cell.value.is_zero();
      held += cell.is_number() && !is_none;
      none += is_none;
      undecided += cell.state == Cell::State::undecided;
      if (context_.has_reports()) counts.add(one.column.progress.now[one.row].status);
    } else if (measure.role == Role::result && measure.goal) {
      results_.push_back(one);
      met += is_met(one);
    } else {
      contexts_.push_back(one);
    }
    sample |= is_tracked(one) && one.column.progress.sample;
  }

  // True if there is something to say of its progress.
  bool is_tracked(const Figure& one) const {
    const bool quota = one.column.measure.role == Role::quota;
    return context_.has_reports() && (quota || one.column.progress.observed());
  }

  static bool is_met(const Figure& one) {
    return one.column.progress.observed() ? one.column.progress.now[one.row].status == Status::met
                                          : meets_goal(one.column, one.cell());
  }

  // "2018年9月30日至10月31日": the last two periods of its table.
  static std::string periods(const Figure& one) {
    const std::vector<Date>& dates = one.column.reported.dates;
    const Words& words = one.column.words;
    return words.text("from-until", {{"from", words.date(dates[dates.size() - 2])},
                                     {"until", words.month_day(dates.back())}});
  }

  // Where a quota stands among others is said by what was reported, if there are reports.
  bool shows_standing(const Figure& one) const {
    return one.column.measure.role != Role::quota || !context_.has_reports();
  }

  // What every figure of a unit says, beside its details. ONE and this must outlive the view.
  View figure(const Figure& one) const {
    const Column& column = one.column;
    View view;
    view.text("title", column.measure.label).text("count", column.measure.count);
    view.text("figure", cell_text(column.words, one.cell()));
    view.text("table_url", one.table_url);
    view.html_when_asked("line", [this, &one] {
      const Position at = one.column.table.rows[one.row].position_of(one.cell());
      return line_link(context_.site, at, path_, Naming::line);
    });
    view.html_when_asked("distribution", [this, &one] {
      const bool ranked = one.column.standing.ranks[one.row] > 0 && shows_standing(one);
      return ranked ? distribution_of(one.column, one.row, unit_.short_name) : Html();
    });
    return view;
  }

  static constexpr Name kDetails[] = {"group",    "value",    "is_number",    "unit",    "measure",
                                      "table",    "as_of",    "ranked",       "share",   "median",
                                      "from_low", "rank",     "is_limit",     "is_none", "due_iso",
                                      "due",      "standard", "is_undecided", "is_held", "pace"};

  // The names of kDetails up to "rank".
  View details(const Figure& one) const {
    const Column& column = one.column;
    const Cell& cell = one.cell();
    const Standing& standing = column.standing;
    View view;
    view.text_if("group", column.measure.group).text("value", cell_value(cell));
    view.flag("is_number", cell.is_number()).text("unit", unit_.id).text("measure", column.id());
    view.text("table", column.table.short_title);
    view.text_if("as_of", column.table.as_of ? column.words.date(*column.table.as_of) : "");
    const bool shown = shows_standing(one);
    const bool share = shown && cell.is_number() && standing.sum && !standing.sum->is_zero() &&
                       !cell.value.is_zero();
    view.number("ranked", shown ? standing.order.size() : 0);
    view.text_if("share", share ? share_text(column.words, cell.value, *standing.sum) : "");
    view.text_if("median", shown && standing.median
                               ? figure_text(*standing.median, column.measure.count)
                               : "");
    view.flag("from_low", standing.from_low);
    view.text_if("rank", shown ? rank_text(column, one.row) : "");
    return view;
  }

  // A figure that is no quota.
  View plain_figure(const Figure& one) const {
    constexpr size_t kOfAny = 12;
    View view = figure(one);
    view.rest_when_asked(std::span(kDetails).first(kOfAny), [this, &one] { return details(one); });
    return view;
  }

  View quota(const Figure& one) const {
    View view = figure(one);
    const bool first = &one == &quotas_.front();
    view.flag("starts_table", first || &(&one - 1)->column.table != &one.column.table);
    view.list_when_asked("statements", [this, &one] { return statement_of(one.column); });
    add_progress(view, one);
    view.rest_when_asked(kDetails, [this, &one] { return quota_details(one); });
    return view;
  }

  // All names of kDetails.
  View quota_details(const Figure& one) const {
    const Cell& cell = one.cell();
    const Measure& measure = one.column.measure;
    const bool is_none = cell.is_number() && cell.value.is_zero();
    View view = details(one);
    view.flag("is_limit", measure.sense == Sense::at_most);
    view.flag("is_none", is_none)
        .flag("is_undecided", cell.state == Cell::State::undecided)
        .flag("is_held", cell.is_number() && !is_none);
    view.text_if("due", measure.due ? context_.words.date(*measure.due) : "");
    view.text("due_iso", measure.due ? measure.due->iso() : "")
        .text_if("standard", measure.standard);
    view.text_if("pace", pace_text(one));
    return view;
  }

  // The first statement of a document about the measure, or about its table.
  std::vector<View> statement_of(const Column& column) const {
    const std::string& table = column.table.id;
    std::vector<View> statement =
        statement_views(context_, {Scheme::table, table, column.measure.id}, path_, 1);
    return statement.empty() ? statement_views(context_, {Scheme::table, table, ""}, path_, 1)
                             : statement;
  }

  // What should be done by the date judged at, where no report says what has been done.
  std::string pace_text(const Figure& one) const {
    const Cell& cell = one.cell();
    const Measure& measure = one.column.measure;
    const bool paced = cell.is_number() && measure.sense == Sense::at_least;
    if (!context_.progress.day || context_.has_reports() || !paced || cell.value.is_zero())
      return {};
    const Elapsed time = elapsed(*context_.progress.day, context_.plan.start,
                                 measure.due.value_or(context_.plan.end));
    return figure_text(pace(cell.value, time), measure.count);
  }

  // Adds "progress": what the reports say of the row.
  void add_progress(View& view, const Figure& one) const {
    if (is_tracked(one))
      view.section("progress", course_view(context_, one.column, one.row, unit_.short_name, path_));
    else
      view.list("progress", {});
  }

  View result(const Figure& one) const {
    const Target* target = find(context_.plan.targets, one.column.measure.target.id);
    View view = plain_figure(one);
    view.text("goal", one.column.measure.goal->text()).flag("is_met", is_met(one));
    view.text_if("target_url", target ? relative_link(path_, target_path(context_.publisher,
                                                                         context_.plan, *target))
                                      : "");
    view.html_if("bullet", one.cell().is_number() ? bullet_of(one.column, one.row, unit_.short_name)
                                                  : Html());
    add_progress(view, one);
    return view;
  }

  const PlanContext& context_;
  const Unit& unit_;
  const std::string_view path_;
  std::vector<std::string> urls_;  // of the unit's rows, by table
  std::vector<Figure> quotas_, results_, contexts_;
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
  view.flag("has_tasks", !tasks.empty()).list("tasks", std::move(tasks));
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
  static constexpr Name kLists[] = {"stack", "counts", "files", "sources"};
  view.rest_when_asked(kLists, [page, &context, index, path] {
    View rest;
    add_counts(rest, context.words, page->counts);
    add_files(rest, context, index, path);
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
