#include <algorithm>
#include <array>
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
#include "render/totals.h"
#include "render/unit_tasks.h"
#include "render/views.h"

namespace yaodian {
namespace {

// A figure of the unit: its row in a column.
struct Figure {
  const Column& column() const { return course.column; }
  const Cell& cell() const { return column().table.rows[course.row].cells[column().place]; }
  const Unit& unit() const {
    return course.context.publisher.units.units[column().table.rows[course.row].unit];
  }
  // 无任务.
  bool is_none() const { return cell().is_number() && cell().value.is_zero(); }
  bool is_held() const { return cell().is_number() && !cell().value.is_zero(); }
  // True if there is something to say of its progress.
  bool is_tracked() const {
    const bool quota = column().measure.role == Role::quota;
    return course.context.has_reports() && (quota || column().progress.observed());
  }
  bool is_met() const {
    return column().progress.observed() ? course.now().status == Status::met
                                        : meets_goal(column(), cell());
  }
  // Where a quota stands among others is said by what was reported, if there are reports.
  bool shows_standing() const {
    return column().measure.role != Role::quota || !course.context.has_reports();
  }

  Course course;
  const std::string& table_url;  // of its row
  bool starts_table;             // whether the figure before it is of another table
};

Html line_link_of(const Figure& one) {
  const Position at = one.column().table.rows[one.course.row].position_of(one.cell());
  return line_link(one.course.context.site, at, one.course.path, Naming::line);
}

Html distribution_of(const Figure& one) {
  const bool ranked = one.column().standing.ranks[one.course.row] > 0 && one.shows_standing();
  return ranked ? distribution_of(one.column(), one.course.row, one.course.name) : Html();
}

std::string share_text(const Figure& one) {
  const auto& sum = one.column().standing.sum;
  const bool share = one.shows_standing() && one.is_held() && sum && !sum->is_zero();
  return share ? share_text(one.column().words, one.cell().value, *sum) : "";
}

std::string median_text(const Figure& one) {
  const auto& median = one.column().standing.median;
  return one.shows_standing() && median ? figure_text(*median, one.column().measure.count) : "";
}

std::string day_text(const Figure& one, const std::optional<Date>& day) {
  return day ? one.column().words.date(*day) : "";
}

// The first statement of a document about the measure, or about its table.
std::vector<View> statement_of(const Figure& one) {
  const Course& course = one.course;
  const std::string& table = course.column.table.id;
  std::vector<View> statement = statement_views(
      course.context, {Scheme::table, table, course.column.measure.id}, course.path, 1);
  return statement.empty()
             ? statement_views(course.context, {Scheme::table, table, ""}, course.path, 1)
             : statement;
}

// What should be done by the date judged at, where no report says what has been done.
std::string pace_text(const Figure& one) {
  const PlanContext& context = one.course.context;
  const Measure& measure = one.column().measure;
  const bool paced = one.is_held() && measure.sense == Sense::at_least;
  if (!context.progress.day || context.has_reports() || !paced) return {};
  const Elapsed time =
      elapsed(*context.progress.day, context.plan.start, measure.due.value_or(context.plan.end));
  return figure_text(pace(one.cell().value, time), measure.count);
}

// What the reports say of the row: a list of one, or none.
std::vector<View> progress_of(const Figure& one) {
  std::vector<View> progress;
  if (one.is_tracked()) progress.push_back(one.course.view());
  return progress;
}

std::string target_url(const Figure& one) {
  const PlanContext& context = one.course.context;
  const Target* target = find(context.plan.targets, one.column().measure.target.id);
  return target
             ? relative_link(one.course.path, target_path(context.publisher, context.plan, *target))
             : "";
}

Html bullet_of(const Figure& one) {
  return one.cell().is_number() ? bullet_of(one.column(), one.course.row, one.course.name) : Html();
}

using Value = View::Value;
using Getter = View::Getter<Figure>;

// What every figure says.
constexpr std::array kPlain = {
    Getter{"title",
           [](const Figure& it, Value& value) { value.set_text(it.column().measure.label); }},
    Getter{"count",
           [](const Figure& it, Value& value) { value.set_text(it.column().measure.count); }},
    Getter{"figure", [](const Figure& it,
                        Value& value) { value.set_text(cell_text(it.column().words, it.cell())); }},
    Getter{"table_url", [](const Figure& it, Value& value) { value.set_text(it.table_url); }},
    Getter{"line", [](const Figure& it, Value& value) { value.set_html(line_link_of(it)); }},
    Getter{"distribution",
           [](const Figure& it, Value& value) { value.set_html(distribution_of(it)); }},
    Getter{"group",
           [](const Figure& it, Value& value) { value.set_text_if(it.column().measure.group); }},
    Getter{"value", [](const Figure& it, Value& value) { value.set_text(cell_value(it.cell())); }},
    Getter{"is_number",
           [](const Figure& it, Value& value) { value.set_flag(it.cell().is_number()); }},
    Getter{"unit", [](const Figure& it, Value& value) { value.set_text(it.unit().id); }},
    Getter{"measure", [](const Figure& it, Value& value) { value.set_text(it.column().id()); }},
    Getter{"table",
           [](const Figure& it, Value& value) { value.set_text(it.column().table.short_title); }},
    Getter{"as_of", [](const Figure& it,
                       Value& value) { value.set_text_if(day_text(it, it.column().table.as_of)); }},
    Getter{"ranked",
           [](const Figure& it, Value& value) {
             value.set_number(it.shows_standing() ? it.column().standing.order.size() : 0);
           }},
    Getter{"share", [](const Figure& it, Value& value) { value.set_text_if(share_text(it)); }},
    Getter{"median", [](const Figure& it, Value& value) { value.set_text_if(median_text(it)); }},
    Getter{"from_low",
           [](const Figure& it, Value& value) { value.set_flag(it.column().standing.from_low); }},
    Getter{"rank",
           [](const Figure& it, Value& value) {
             value.set_text_if(it.shows_standing() ? rank_text(it.column(), it.course.row) : "");
           }},
};

constexpr Getter kProgress{"progress",
                           [](const Figure& it, Value& value) { value.set_list(progress_of(it)); }};

constexpr std::array kOfQuota = {
    kProgress,
    Getter{"starts_table", [](const Figure& it, Value& value) { value.set_flag(it.starts_table); }},
    Getter{"statements", [](const Figure& it, Value& value) { value.set_list(statement_of(it)); }},
    Getter{"is_limit",
           [](const Figure& it, Value& value) {
             value.set_flag(it.column().measure.sense == Sense::at_most);
           }},
    Getter{"is_none", [](const Figure& it, Value& value) { value.set_flag(it.is_none()); }},
    Getter{"is_undecided",
           [](const Figure& it, Value& value) {
             value.set_flag(it.cell().state == Cell::State::undecided);
           }},
    Getter{"is_held", [](const Figure& it, Value& value) { value.set_flag(it.is_held()); }},
    Getter{"due", [](const Figure& it,
                     Value& value) { value.set_text_if(day_text(it, it.column().measure.due)); }},
    Getter{"due_iso",
           [](const Figure& it, Value& value) {
             const auto& due = it.column().measure.due;
             value.set_text(due ? due->iso() : "");
           }},
    Getter{"standard",
           [](const Figure& it, Value& value) { value.set_text_if(it.column().measure.standard); }},
    Getter{"pace", [](const Figure& it, Value& value) { value.set_text_if(pace_text(it)); }},
};

constexpr std::array kOfResult = {
    kProgress,
    Getter{"goal", [](const Figure& it,
                      Value& value) { value.set_text(it.column().measure.goal->text()); }},
    Getter{"is_met", [](const Figure& it, Value& value) { value.set_flag(it.is_met()); }},
    Getter{"target_url", [](const Figure& it, Value& value) { value.set_text_if(target_url(it)); }},
    Getter{"bullet", [](const Figure& it, Value& value) { value.set_html(bullet_of(it)); }},
};

constexpr auto kQuota = joined(kPlain, kOfQuota);
constexpr auto kResult = joined(kPlain, kOfResult);

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

  std::vector<View> quota_views() const { return views_of(quotas_, kQuota); }
  std::vector<View> result_views() const { return views_of(results_, kResult); }
  std::vector<View> context_views() const { return views_of(contexts_, kPlain); }

  // What is new since the last period but one: a list of one, or none.
  std::vector<View> change_views() const {
    std::vector<const Figure*> changed;
    for (const auto* figures : {&quotas_, &results_}) {
      for (const Figure& one : *figures) {
        if (one.is_tracked() && has_changed(one.course)) changed.push_back(&one);
      }
    }
    if (changed.empty()) return {};
    const std::string common = periods(*changed.front());
    const bool same = std::all_of(changed.begin(), changed.end(),
                                  [&](const Figure* one) { return periods(*one) == common; });
    std::vector<View> rows;
    for (const Figure* one : changed) {
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
  void add(Figure one) {
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
  static std::string periods(const Figure& one) {
    const std::vector<Date>& dates = one.column().progress.dates;
    const Words& words = one.column().words;
    return words.text("from-until", {{"from", words.date(dates[dates.size() - 2])},
                                     {"until", words.month_day(dates.back())}});
  }

  static std::vector<View> views_of(const std::vector<Figure>& figures,
                                    std::span<const Getter> getters) {
    std::vector<View> views;
    views.reserve(figures.size());
    for (const Figure& one : figures) views.push_back(View::of(one, getters));
    return views;
  }

  const PlanContext& context_;
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
