// SVG charts, made at build time. A chart has no text in it: its numbers stand next to it in HTML,
// where they keep their size on a phone, and its text alternative is the LABEL. Colours come from
// the style sheet by class.
//
// Lengths are shares of the chart: 0 is its left or lower edge, 1 the other. What is outside is cut
// to the edge.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"
#include "base/quantity.h"

namespace yaodian::chart {

// Returns PART ÷ WHOLE as a share from 0 to 1; 0 where WHOLE is zero or negative.
double share(Decimal part, Decimal whole);

// A horizontal bar of LENGTH on a quiet track. It is decoration beside a number, hidden from screen
// readers.
Html bar(double length);

// All figures of a measure, largest first, as a silhouette: one column each, or 120 columns
// standing for more figures. Made once for a measure and drawn on the page of each unit.
struct Profile {
  std::string outline;  // path data in a box of COLUMNS × 40
  size_t columns = 0;
  size_t count = 0;           // figures
  std::vector<double> sizes;  // of each column, relative to the largest
};

// LARGEST_FIRST are the figures in falling order; negative ones count as 0.
Profile profile(const std::vector<Decimal>& largest_first);

// Draws PROFILE with the figure at PLACE (0-based in falling order) marked, if one is given.
Html distribution(const Profile& profile, std::optional<size_t> place, std::string_view label);

// The figures that meet a goal: from LOW to HIGH, either of them open.
struct Range {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
};

// Returns the bounds that GOAL has, LOW first; one where both are the same figure.
std::vector<Decimal> bounds(const Range& goal);

// A bullet chart: a bar from 0 to VALUE on a scale from 0 to END, and a mark across it at each
// bound of GOAL. MET colours the bar.
Html bullet(Decimal value, const Range& goal, Decimal end, bool met, std::string_view label);

// A strip: a tick for each of VALUES on a scale from BEGIN to END, a mark across it at each bound
// of GOAL, and a shade where the goal is not met.
Html strip(const std::vector<Decimal>& values, const Range& goal, Decimal begin, Decimal end,
           std::string_view label);

// Returns the end of a scale for figures up to LARGEST: the next of 1, 2, 2.5, 5 × 10^n, or 100 for
// rates from 50 to 100.
Decimal scale_end(Decimal largest, bool rate);

}  // namespace yaodian::chart
