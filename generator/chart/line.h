// A line chart: figures reported over time against what was asked.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/html.h"
#include "base/quantity.h"
#include "chart/chart.h"

namespace yaodian::chart {

// The figure of a period. Days are counted from 1970-01-01.
struct Point {
  int day = 0;
  std::optional<Decimal> value;  // nothing: not reported
  bool corrected = false;        // after it was first reported
};

struct Line {
  int begin = 0, end = 0;       // the days at both ends of the scale
  std::vector<Point> points;    // by day, one for each period
  Range goal;                   // a level mark at each bound: a quota (low), a target's bounds
  bool pace = false;            // a line from 0 at BEGIN to goal.low at DEADLINE, then level
  std::optional<int> deadline;  // an upright mark
  std::optional<int> judged;    // an upright mark: the date judged at
  bool zero = true;             // whether the scale of figures has to begin at 0
};

// Draws LINE. LABEL is its text alternative; CSS_CLASS may be empty. The figures are joined by a
// line, and by a line of its own kind (gap) across periods that were not reported; before the first
// and after the last that was reported there is none. Points before BEGIN or after END, and figures
// below the scale, are drawn at the edge; marks outside are left out. The pace needs goal.low and
// DEADLINE, and is cut off at END.
//
// The drawing stretches to any width and height, so the style sheet has to give its paths
// vector-effect: non-scaling-stroke and fill: none. Dots are strokes without length, round by
// stroke-linecap: round. Corrected figures are among the dots and once more above them, so that
// they can be drawn as rings. Dots at the edge are whole only with overflow: visible. Each class is
// one path at most, in this order, and left out where there is nothing to draw:
//   svg.line.CSS_CLASS: path.goal, .pace, .deadline, .judged, .gap, .observed, .dots, .corrected
Html line(const Line& line, std::string_view css_class, std::string_view label);

// Returns the figure at the lower edge of LINE: 0; or, where LINE need not begin at 0 nor shows the
// pace, and all figures and bounds are above half of the largest, a round figure below them. At
// the upper edge 5 % are left above the largest.
Decimal scale_begin(const Line& line);

}  // namespace yaodian::chart
