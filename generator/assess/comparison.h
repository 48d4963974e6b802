// Comparison (历年比较): the figures of one measure in several years of a publisher, and what
// changed between them. Only like is compared with like.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assess/measure_figures.h"
#include "model/measures.h"

namespace yaodian {

// Why two figures of a measure are not compared, which a page says.
enum class Obstacle : uint8_t {
  none,
  definition,  // 口径不同: one says how it differs, and the other does not say the same
  goal,        // aims of different kinds: at least and at most, a month and a year, 2–4
  day,         // results of different days of the year: a half-year's with a whole year's
  count,       // units of count that are not alike: 次 and 家, 元 and %
  range,       // the difference is out of range
};

// From one figure to a later one.
struct Change {
  Obstacle obstacle = Obstacle::none;
  std::string definition;  // of the obstacle of that name: how the figures differ
  // What the later figure is more than the earlier one, exactly, in the unit of count of the later
  // one; of rates in points (个百分点). Nothing where there is an obstacle.
  std::optional<Decimal> difference;
  // The same in percent of the earlier figure, rounded half up to one decimal, or to two where one
  // would show 0. Nothing for rates, where the earlier figure is not above 0, and out of range.
  std::optional<Decimal> percent;
};

// Compares two figures of one measure and one kind.
Change change_between(const MeasureFigure& before, const MeasureFigure& after);

// True if figures counted in A and in B can be compared: the same unit of count, 万元 and 元, or
// words that count the same things (家, 户, 个; 人, 名, 位; 次, 场; 日, 天).
bool alike_counts(std::string_view a, std::string_view b);

// A measure's figure of a year.
struct YearFigure {
  const MeasureFigure* figure;
  std::optional<Change> change;  // from the year before it in the list; nothing for the first
};

// A measure that occurs in more than one year.
struct Comparison {
  const SharedMeasure* measure;
  std::vector<YearFigure> years;  // by year, the earliest first; at least two
};

// Returns those of MEASURES that FIGURES, a publisher's, have of KIND in more than one year, in the
// register's order. Of several figures of a year one is taken: one that does not differ before one
// that does, no sample data before sample data, the latest day, and then the first.
std::vector<Comparison> compare_years(const MeasureRegister& measures,
                                      std::span<const MeasureFigure* const> figures,
                                      FigureKind kind);

}  // namespace yaodian
