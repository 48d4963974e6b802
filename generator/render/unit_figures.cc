#include "render/unit_figures.h"

#include <array>
#include <span>

#include "assess/pace.h"
#include "base/words.h"
#include "pages/site_map.h"
#include "render/provenance.h"
#include "render/views.h"

namespace yaodian {
namespace {

Html line_link_of(const UnitFigure& one) {
  const Position at = one.column().table.rows[one.course.row].position_of(one.cell());
  return line_link(one.course.context.site, at, one.course.path, Naming::line);
}

Html distribution_of(const UnitFigure& one) {
  const bool ranked = one.column().standing.ranks[one.course.row] > 0 && one.shows_standing();
  return ranked ? distribution_of(one.column(), one.course.row, one.course.name) : Html();
}

std::string share_text(const UnitFigure& one) {
  const auto& sum = one.column().standing.sum;
  const bool share = one.shows_standing() && one.is_held() && sum && !sum->is_zero();
  return share ? share_text(one.column().words, one.cell().value, *sum) : "";
}

std::string median_text(const UnitFigure& one) {
  const auto& median = one.column().standing.median;
  return one.shows_standing() && median ? figure_text(*median, one.column().measure.count) : "";
}

std::string day_text(const UnitFigure& one, const std::optional<Date>& day) {
  return day ? one.column().words.date(*day) : "";
}

// The first statement of a document about the measure, or about its table.
std::vector<View> statement_of(const UnitFigure& one) {
  const Course& course = one.course;
  const std::string& table = course.column.table.id;
  std::vector<View> statement = statement_views(
      course.context, {Scheme::table, table, course.column.measure.id}, course.path, 1);
  return statement.empty()
             ? statement_views(course.context, {Scheme::table, table, ""}, course.path, 1)
             : statement;
}

// What should be done by the date judged at, where no report says what has been done.
std::string pace_text(const UnitFigure& one) {
  const PlanContext& context = one.course.context;
  const Measure& measure = one.column().measure;
  const bool paced = one.is_held() && measure.sense == Sense::at_least;
  if (!context.progress.day || context.has_reports() || !paced) return {};
  const Elapsed time =
      elapsed(*context.progress.day, context.plan.start, measure.due.value_or(context.plan.end));
  return figure_text(pace(one.cell().value, time), measure.count);
}

// What the reports say of the row: a list of one, or none.
std::vector<View> progress_of(const UnitFigure& one) {
  std::vector<View> progress;
  if (one.is_tracked()) progress.push_back(one.course.view());
  return progress;
}

std::string target_url(const UnitFigure& one) {
  const PlanContext& context = one.course.context;
  const Target* target = find(context.plan.targets, one.column().measure.target.id);
  return target
             ? relative_link(one.course.path, target_path(context.publisher, context.plan, *target))
             : "";
}

Html bullet_of(const UnitFigure& one) {
  return one.shown().is_number() ? bullet_of(one.column(), one.course.row, one.course.name)
                                 : Html();
}

// The figure of the table itself, where a newer one has taken its place.
std::string published_text(const UnitFigure& one) {
  const Column& column = one.column();
  if (!column.is_updated() || !one.cell().is_number()) return {};
  const std::string figure = figure_text(column, one.cell().value);
  return column.table.as_of
             ? column.words.text("unit-published-of",
                                 {{"figure", figure}, {"date", day_text(one, column.table.as_of)}})
             : column.words.text("unit-published", {{"figure", figure}});
}

using Value = View::Value;
using Getter = View::Getter<UnitFigure>;

// What every figure says.
constexpr std::array kPlain = {
    Getter{"title",
           [](const UnitFigure& it, Value& value) { value.set_text(it.column().measure.label); }},
    Getter{"count",
           [](const UnitFigure& it, Value& value) { value.set_text(it.column().measure.count); }},
    Getter{"figure",
           [](const UnitFigure& it, Value& value) {
             value.set_text(cell_text(it.column().words, it.shown()));
           }},
    Getter{"table_url", [](const UnitFigure& it, Value& value) { value.set_text(it.table_url); }},
    Getter{"line", [](const UnitFigure& it, Value& value) { value.set_html(line_link_of(it)); }},
    Getter{"distribution",
           [](const UnitFigure& it, Value& value) { value.set_html(distribution_of(it)); }},
    Getter{"group", [](const UnitFigure& it,
                       Value& value) { value.set_text_if(it.column().measure.group); }},
    Getter{"value",
           [](const UnitFigure& it, Value& value) { value.set_text(cell_value(it.shown())); }},
    Getter{"is_number",
           [](const UnitFigure& it, Value& value) { value.set_flag(it.shown().is_number()); }},
    Getter{"unit", [](const UnitFigure& it, Value& value) { value.set_text(it.unit().id); }},
    Getter{"measure", [](const UnitFigure& it, Value& value) { value.set_text(it.column().id()); }},
    Getter{"table", [](const UnitFigure& it,
                       Value& value) { value.set_text(it.column().table.short_title); }},
    Getter{"as_of",
           [](const UnitFigure& it, Value& value) {
             value.set_text_if(it.column().is_updated() ? ""
                                                        : day_text(it, it.column().table.as_of));
           }},
    Getter{"ranked",
           [](const UnitFigure& it, Value& value) {
             value.set_number(it.shows_standing() ? it.column().standing.order.size() : 0);
           }},
    Getter{"share", [](const UnitFigure& it, Value& value) { value.set_text_if(share_text(it)); }},
    Getter{"median",
           [](const UnitFigure& it, Value& value) { value.set_text_if(median_text(it)); }},
    Getter{"from_low", [](const UnitFigure& it,
                          Value& value) { value.set_flag(it.column().standing.from_low); }},
    Getter{"rank",
           [](const UnitFigure& it, Value& value) {
             value.set_text_if(it.shows_standing() ? rank_text(it.column(), it.course.row) : "");
           }},
};

constexpr Getter kProgress{
    "progress", [](const UnitFigure& it, Value& value) { value.set_list(progress_of(it)); }};

constexpr std::array kOfQuota = {
    kProgress,
    Getter{"starts_table",
           [](const UnitFigure& it, Value& value) { value.set_flag(it.starts_table); }},
    Getter{"statements",
           [](const UnitFigure& it, Value& value) { value.set_list(statement_of(it)); }},
    Getter{"is_limit",
           [](const UnitFigure& it, Value& value) {
             value.set_flag(it.column().measure.sense == Sense::at_most);
           }},
    Getter{"is_none", [](const UnitFigure& it, Value& value) { value.set_flag(it.is_none()); }},
    Getter{"is_undecided",
           [](const UnitFigure& it, Value& value) {
             value.set_flag(it.cell().state == Cell::State::undecided);
           }},
    Getter{"is_held", [](const UnitFigure& it, Value& value) { value.set_flag(it.is_held()); }},
    Getter{"due", [](const UnitFigure& it,
                     Value& value) { value.set_text_if(day_text(it, it.column().measure.due)); }},
    Getter{"due_iso",
           [](const UnitFigure& it, Value& value) {
             const auto& due = it.column().measure.due;
             value.set_text(due ? due->iso() : "");
           }},
    Getter{"standard", [](const UnitFigure& it,
                          Value& value) { value.set_text_if(it.column().measure.standard); }},
    Getter{"pace", [](const UnitFigure& it, Value& value) { value.set_text_if(pace_text(it)); }},
};

constexpr std::array kOfResult = {
    kProgress,
    Getter{"goal", [](const UnitFigure& it,
                      Value& value) { value.set_text(it.column().measure.goal->text()); }},
    Getter{"is_met", [](const UnitFigure& it, Value& value) { value.set_flag(it.is_met()); }},
    Getter{"published",
           [](const UnitFigure& it, Value& value) { value.set_text_if(published_text(it)); }},
    Getter{"target_url",
           [](const UnitFigure& it, Value& value) { value.set_text_if(target_url(it)); }},
    Getter{"bullet", [](const UnitFigure& it, Value& value) { value.set_html(bullet_of(it)); }},
};

constexpr auto kQuota = joined(kPlain, kOfQuota);
constexpr auto kResult = joined(kPlain, kOfResult);

std::vector<View> views_of(const std::vector<UnitFigure>& figures,
                           std::span<const Getter> getters) {
  std::vector<View> views;
  views.reserve(figures.size());
  for (const UnitFigure& one : figures) views.push_back(View::of(one, getters));
  return views;
}

}  // namespace

std::vector<View> quota_views(const std::vector<UnitFigure>& figures) {
  return views_of(figures, kQuota);
}

std::vector<View> result_views(const std::vector<UnitFigure>& figures) {
  return views_of(figures, kResult);
}

std::vector<View> context_views(const std::vector<UnitFigure>& figures) {
  return views_of(figures, kPlain);
}

}  // namespace yaodian
