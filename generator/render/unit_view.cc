#include <algorithm>

#include "assess/pace.h"
#include "render/course.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/status.h"
#include "render/views.h"

namespace yaodian {
namespace {

// Makes the items of one unit's page.
class UnitPage {
 public:
  UnitPage(const PlanContext& context, UnitIndex unit, std::string_view path)
      : context_(context), unit_(context.publisher.units.units[unit]), path_(path) {
    for (size_t t = 0; t < context.plan.tables.size(); ++t) {
      const TaskTable& table = context.plan.tables[t];
      const Row* row = table.row_of(unit);
      if (!row) continue;
      const auto at = static_cast<size_t>(row - table.rows.data());
      for (size_t m = 0; m < table.measures.size(); ++m) add(context.column(t, m), at);
    }
  }

  std::vector<View> quotas, contexts, results, changes;
  StatusCounts counts;   // of the quotas
  bool sample = false;   // whether sample data reaches the page
  size_t held = 0;       // quotas that are a number above 0
  size_t undecided = 0;  // 待定
  size_t none = 0;       // 无任务
  size_t met = 0;        // results that meet their goal

 private:
  void add(const Column& column, size_t row) {
    const Cell& cell = column.table.rows[row].cells[column.place];
    const Measure& measure = column.measure;
    if (measure.role == Role::quota) {
      quotas.push_back(quota(column, row, cell));
    } else if (measure.role == Role::result && measure.goal) {
      results.push_back(result(column, row, cell));
    } else {
      contexts.push_back(figure(column, row, cell));
    }
  }

  // What every figure of a unit says.
  View figure(const Column& column, size_t row, const Cell& cell) const {
    const Standing& standing = column.standing;
    View view;
    view.text("title", column.measure.label)
        .text_if("group", column.measure.group)
        .text("count", column.measure.count);
    view.text("figure", cell_text(cell))
        .text("value", cell_value(cell))
        .flag("is_number", cell.is_number());
    view.text("unit", unit_.id)
        .text("measure", column.id())
        .text("table", column.table.short_title);
    view.text("table_url",
              relative_link(path_, table_path(context_.publisher, context_.plan, column.table)) +
                  "#row-" + unit_.id);
    view.text_if("as_of", column.table.as_of ? column.table.as_of->chinese() : "");
    const Position at = column.table.rows[row].position_of(cell);
    view.html("line", line_link(context_.site, at, path_, Naming::line));
    view.text_if("rank", rank_text(column, row)).number("ranked", standing.order.size());
    view.text_if("median",
                 standing.median ? figure_text(*standing.median, column.measure.count) : "");
    const bool share =
        cell.is_number() && standing.sum && !standing.sum->is_zero() && !cell.value.is_zero();
    view.text_if("share", share ? share_text(cell.value, *standing.sum) : "");
    view.html_if("distribution",
                 standing.ranks[row] > 0 ? distribution_of(column, row, unit_.short_name) : Html());
    return view;
  }

  View quota(const Column& column, size_t row, const Cell& cell) {
    const bool is_none = cell.is_number() && cell.value.is_zero();
    const bool is_held = cell.is_number() && !is_none;
    held += is_held;
    none += is_none;
    undecided += cell.state == Cell::State::undecided;
    View view = figure(column, row, cell);
    view.flag("is_limit", column.measure.sense == Sense::at_most);
    view.flag("is_none", is_none)
        .flag("is_undecided", cell.state == Cell::State::undecided)
        .flag("is_held", is_held);
    view.text_if("due", column.measure.due ? column.measure.due->chinese() : "");
    view.text("due_iso", column.measure.due ? column.measure.due->iso() : "")
        .text_if("standard", column.measure.standard);
    std::vector<View> statements =
        statement_views(context_, {Scheme::table, column.table.id, column.measure.id}, path_);
    if (statements.empty())
      statements = statement_views(context_, {Scheme::table, column.table.id, ""}, path_);
    if (statements.size() > 1) statements.resize(1);
    view.list("statements", std::move(statements));
    view.text_if("pace", pace_text(column, cell));
    add_progress(view, column, row);
    return view;
  }

  // What should be done by the date judged at, where no report says what has been done.
  std::string pace_text(const Column& column, const Cell& cell) const {
    const bool paced = cell.is_number() && column.measure.sense == Sense::at_least;
    if (!context_.progress.day || context_.has_reports() || !paced || cell.value.is_zero())
      return {};
    const Elapsed time = elapsed(*context_.progress.day, context_.plan.start,
                                 column.measure.due.value_or(context_.plan.end));
    return figure_text(pace(cell.value, time), column.measure.count);
  }

  // Adds "progress": what the reports say of the row.
  void add_progress(View& view, const Column& column, size_t row) {
    std::vector<View> progress;
    const bool quota = column.measure.role == Role::quota;
    if (context_.has_reports() && (quota || column.progress.observed())) {
      progress.push_back(course_view(context_, column, row, unit_.short_name, path_));
      sample |= column.progress.sample;
      if (quota) counts.add(column.progress.now[row].status);
      if (auto change = change_view(context_, column, row)) changes.push_back(std::move(*change));
    }
    view.list("progress", std::move(progress));
  }

  View result(const Column& column, size_t row, const Cell& cell) {
    const bool reported = column.progress.observed();
    const bool is_met =
        reported ? column.progress.now[row].status == Status::met : meets_goal(column, cell);
    met += is_met;
    View view = figure(column, row, cell);
    const Target* target = find(context_.plan.targets, column.measure.target.id);
    view.text("goal", column.measure.goal->text()).flag("is_met", is_met);
    view.text_if("target_url", target ? relative_link(path_, target_path(context_.publisher,
                                                                         context_.plan, *target))
                                      : "");
    view.html_if("bullet", cell.is_number() ? bullet_of(column, row, unit_.short_name) : Html());
    add_progress(view, column, row);
    return view;
  }

  const PlanContext& context_;
  const Unit& unit_;
  const std::string_view path_;
};

// Where a task of the ledger stands, over all its deadlines.
struct TaskStand {
  const AgendaItem* next = nullptr;  // the first one that is open; the first one if none is
  size_t all = 0, done = 0;
};

// The ledger's tasks that name the unit in its order, each once.
std::vector<View> task_views(const PlanContext& context, UnitIndex unit, std::string_view path) {
  const std::vector<LedgerTask>& tasks = context.plan.ledger.tasks;
  std::vector<TaskStand> stands(tasks.size());
  for (const AgendaItem& item : context.agenda.items) {
    TaskStand& stand = stands[static_cast<size_t>(item.task - tasks.data())];
    const bool done = item.status == ItemStatus::written_off;
    ++stand.all;
    stand.done += done;
    if (!stand.next || (stand.next->status == ItemStatus::written_off && !done)) stand.next = &item;
  }
  std::vector<View> items;
  for (size_t at = 0; at < tasks.size(); ++at) {
    const auto& [next, all, done] = stands[at];
    const LedgerTask& task = tasks[at];
    if (!next || !std::binary_search(task.units.begin(), task.units.end(), unit)) continue;
    View view;
    view.text("title", task.title).text_if("due", next->undated ? "" : next->due.chinese());
    view.text_if("every", all > 1 ? task.due.text : "").html("badge", status_badge(next->status));
    view.text_if("times", all > 1 ? std::to_string(done) + " / " + std::to_string(all) : "");
    view.text("url", relative_link(path, ledger_path(context.publisher, context.plan)) + "#task-" +
                         task.id);
    items.push_back(std::move(view));
  }
  return items;
}

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
    sources.push_back(View().text("source", source_text(context.plan, table.source)));
  }
  view.list("files", std::move(files)).list("sources", std::move(sources));
}

// The names by which other tables call the unit, its own ones left out.
std::string other_names(const Unit& unit) {
  std::string names;
  for (const std::string& name : unit.aliases) names += (names.empty() ? "" : "、") + name;
  if (unit.short_name != unit.name) names = unit.short_name + (names.empty() ? "" : "、" + names);
  return names;
}

}  // namespace

View unit_view(const PlanContext& context, UnitIndex index, std::string_view path) {
  const Unit& unit = context.publisher.units.units[index];
  View view;
  add_frame(view, context, path, unit.name + " " + context.plan.year + "年任务",
            {{"单位任务", units_path(context.publisher, context.plan)}, {unit.short_name, ""}});
  view.text("name", unit.name).text_if("kind", unit.kind).text_if("other_names", other_names(unit));
  view.text("plan_title", context.plan.title)
      .text("plan_year", context.plan.year)
      .text("id", unit.id);
  UnitPage page(context, index, path);
  view.number("held", page.held)
      .text_if("undecided", page.undecided ? std::to_string(page.undecided) : "");
  view.text_if("none", page.none ? std::to_string(page.none) : "");
  view.flag("has_reports", context.has_reports());
  add_counts(view, page.counts);
  view.flag("has_changes", !page.changes.empty()).list("changes", std::move(page.changes));
  std::vector<View> tasks = task_views(context, index, path);
  const bool tasks_are_sample = !tasks.empty() && context.agenda.sample;
  view.flag("has_tasks", !tasks.empty()).list("tasks", std::move(tasks));
  add_sample(view, page.sample || tasks_are_sample);
  view.text("deadlines_url",
            relative_link(path, deadlines_path(context.publisher, context.plan, unit)));
  view.number("met", page.met).number("results_count", page.results.size());
  view.flag("has_quotas", !page.quotas.empty()).list("quotas", std::move(page.quotas));
  view.flag("has_contexts", !page.contexts.empty()).list("contexts", std::move(page.contexts));
  view.flag("has_results", !page.results.empty()).list("results", std::move(page.results));
  view.text_if("elapsed", context.progress.day
                              ? elapsed(*context.progress.day, context.plan.start, context.plan.end)
                                        .percent(1)
                                        .plain() +
                                    "%"
                              : "");
  view.html("registered", line_link(context.site, unit.position, path));
  add_files(view, context, index, path);
  const auto at =
      std::lower_bound(context.units.begin(), context.units.end(), index) - context.units.begin();
  add_neighbours(view, path, static_cast<size_t>(at), context.units.size(), [&](size_t place) {
    const Unit& other = context.publisher.units.units[context.units[place]];
    return Crumb{other.short_name, unit_path(context.publisher, context.plan, other)};
  });
  return view;
}

}  // namespace yaodian
