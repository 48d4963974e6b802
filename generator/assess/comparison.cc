#include "assess/comparison.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "base/rational.h"
#include "model/claim.h"

namespace yaodian {
namespace {

// Words that count the same things stand for the first of them.
std::string_view counted(std::string_view name) {
  using Words = std::array<std::string_view, 3>;
  constexpr std::array<Words, 4> kAlike = {
      {{"家", "户", "个"}, {"人", "名", "位"}, {"次", "场", "场次"}, {"天", "日", "天"}}};
  for (const Words& words : kAlike) {
    if (std::find(words.begin(), words.end(), name) != words.end()) return words.front();
  }
  return name;
}

// How the definitions differ; nothing where both are the same.
std::optional<std::string> differing(const MeasureFigure& before, const MeasureFigure& after) {
  const std::string &a = before.use->differs, &b = after.use->differs;
  if (a == b) return std::nullopt;
  return a.empty() ? b : b.empty() ? a : a + "；" + b;
}

bool alike_goals(const MeasureFigure& before, const MeasureFigure& after) {
  return before.goal.sense == after.goal.sense && before.goal.sense != Goal::Sense::between &&
         before.per == after.per;
}

// True if both are of the same day of their years. The last of February is one day.
bool alike_days(const MeasureFigure& before, const MeasureFigure& after) {
  if (!before.day || !after.day) return before.day == after.day;
  const auto end_of_february = [](Date day) {
    return day.month() == 2 && day == day.last_of_month();
  };
  const Date a = *before.day, b = *after.day;
  return (a.month() == b.month() && a.day() == b.day()) ||
         (end_of_february(a) && end_of_february(b));
}

Obstacle obstacle_between(const MeasureFigure& before, const MeasureFigure& after) {
  if (!alike_counts(before.goal.count, after.goal.count)) return Obstacle::count;
  if (!alike_goals(before, after)) return Obstacle::goal;
  return alike_days(before, after) ? Obstacle::none : Obstacle::day;
}

std::optional<Decimal> percent_change(Rational before, Rational difference) {
  if (before.is_zero() || before.is_negative()) return std::nullopt;
  const auto share = divide(difference, before);
  const auto percent = share ? multiply(*share, 100) : std::nullopt;
  if (!percent) return std::nullopt;
  const auto rounded = percent->decimal(1);
  const bool hidden = rounded && rounded->is_zero() && !percent->is_zero();
  return hidden ? percent->decimal(2) : rounded;
}

// Both figures in the unit of count of AFTER, which makes 万元 of 元 without a rest.
Change computed(const MeasureFigure& before, const MeasureFigure& after) {
  const auto earlier = in_count(before.goal.low, before.goal.count, after.goal.count);
  const auto difference = earlier ? subtract(after.goal.low, *earlier) : std::nullopt;
  Change change;
  const int decimals = std::max(before.goal.low.decimals(), after.goal.low.decimals());
  change.difference = difference ? difference->exactly(decimals) : std::nullopt;
  if (!change.difference) {
    change.obstacle = Obstacle::range;
  } else if (!is_rate(after.goal.count)) {
    change.percent = percent_change(*earlier, *difference);
  }
  return change;
}

// What is taken of several figures of a year is the least of these.
auto preference(const MeasureFigure& figure) {
  return std::tuple(!figure.use->differs.empty(), figure.sample,
                    figure.day ? -figure.day->days : 0);
}

Comparison compare(const SharedMeasure& measure,
                   const std::map<int, const MeasureFigure*>& by_year) {
  Comparison comparison{&measure, {}};
  for (const auto& [year, figure] : by_year) {
    YearFigure& one = comparison.years.emplace_back(YearFigure{figure, std::nullopt});
    if (comparison.years.size() > 1)
      one.change = change_between(*comparison.years[comparison.years.size() - 2].figure, *figure);
  }
  return comparison;
}

}  // namespace

bool alike_counts(std::string_view a, std::string_view b) {
  return counted(without_magnitude(a)) == counted(without_magnitude(b));
}

Change change_between(const MeasureFigure& before, const MeasureFigure& after) {
  if (auto definition = differing(before, after))
    return {Obstacle::definition, std::move(*definition), std::nullopt, std::nullopt};
  const Obstacle obstacle = obstacle_between(before, after);
  if (obstacle != Obstacle::none) return {obstacle, "", std::nullopt, std::nullopt};
  return computed(before, after);
}

std::vector<Comparison> compare_years(const MeasureRegister& measures,
                                      std::span<const MeasureFigure* const> figures,
                                      FigureKind kind) {
  std::map<std::string_view, std::map<int, const MeasureFigure*>> by_measure;
  for (const MeasureFigure* figure : figures) {
    if (figure->kind != kind) continue;
    const MeasureFigure*& taken = by_measure[figure->measure()][figure->year];
    if (!taken || preference(*figure) < preference(*taken)) taken = figure;
  }
  std::vector<Comparison> comparisons;
  for (const SharedMeasure& measure : measures.measures) {
    const auto found = by_measure.find(measure.id);
    if (found != by_measure.end() && found->second.size() > 1)
      comparisons.push_back(compare(measure, found->second));
  }
  return comparisons;
}

}  // namespace yaodian
