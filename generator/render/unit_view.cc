#include <algorithm>

#include "assess/pace.h"
#include "render/figures.h"
#include "render/frame.h"
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

  std::vector<View> quotas, contexts, results;
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
    std::string pace_figure;
    if (context_.as_of && is_held && column.measure.sense == Sense::at_least) {
      const Elapsed time = elapsed(*context_.as_of, context_.plan.start,
                                   column.measure.due.value_or(context_.plan.end));
      pace_figure = figure_text(pace(cell.value, time), column.measure.count);
    }
    return std::move(view.text_if("pace", pace_figure));
  }

  View result(const Column& column, size_t row, const Cell& cell) {
    const bool is_met = meets_goal(column, cell);
    met += is_met;
    View view = figure(column, row, cell);
    const Target* target = find(context_.plan.targets, column.measure.target.id);
    view.text("goal", column.measure.goal->text()).flag("is_met", is_met);
    view.text_if("target_url", target ? relative_link(path_, target_path(context_.publisher,
                                                                         context_.plan, *target))
                                      : "");
    view.html_if("bullet", cell.is_number() ? bullet_of(column, row, unit_.short_name) : Html());
    return view;
  }

  const PlanContext& context_;
  const Unit& unit_;
  const std::string_view path_;
};

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
  view.number("met", page.met).number("results_count", page.results.size());
  view.flag("has_quotas", !page.quotas.empty()).list("quotas", std::move(page.quotas));
  view.flag("has_contexts", !page.contexts.empty()).list("contexts", std::move(page.contexts));
  view.flag("has_results", !page.results.empty()).list("results", std::move(page.results));
  view.text_if(
      "elapsed",
      context.as_of
          ? elapsed(*context.as_of, context.plan.start, context.plan.end).percent(1).plain() + "%"
          : "");
  view.text("file", unit.position.source->name + ":" + std::to_string(unit.position.line));
  const auto at =
      std::lower_bound(context.units.begin(), context.units.end(), index) - context.units.begin();
  add_neighbours(view, path, static_cast<size_t>(at), context.units.size(), [&](size_t place) {
    const Unit& other = context.publisher.units.units[context.units[place]];
    return Crumb{other.short_name, unit_path(context.publisher, context.plan, other)};
  });
  return view;
}

}  // namespace yaodian
