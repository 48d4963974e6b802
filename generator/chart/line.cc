#include "chart/line.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "chart/svg.h"

namespace yaodian::chart {
namespace {

constexpr int kWidth = 1000;  // of the drawing, in its own units
constexpr int kHeight = 400;
constexpr int kReach = 381;  // the height of the largest figure: 5 % of it is left above

// All that the scale has to hold: the bounds of the goal and the figures reported.
std::vector<Decimal> figures(const Line& line) {
  std::vector<Decimal> figures = bounds(line.goal);
  for (const Point& point : line.points)
    if (point.value) figures.push_back(*point.value);
  return figures;
}

Decimal largest(const Line& line) {
  const std::vector<Decimal> all = figures(line);
  return all.empty() ? Decimal(0) : *std::max_element(all.begin(), all.end());
}

// Where days and figures are in the drawing.
struct Scale {
  int first, last;  // days
  Decimal lowest, highest;

  bool has(int day) const { return first <= day && day <= last; }
  int x(int day) const {
    return static_cast<int>(std::lround(share(day - first, last - first) * kWidth));
  }
  // The height of PART of VALUE.
  int y(Decimal value, double part = 1) const {
    const double length = share(value - lowest, highest - lowest) * part;
    return kHeight - static_cast<int>(std::lround(length * kReach));
  }
};

// Path data, each for one class.
struct Trace {
  std::string gap, observed, dots, corrected;
};

std::string place(int x, int y) { return std::to_string(x) + " " + std::to_string(y); }

Trace trace(const std::vector<Point>& points, const Scale& scale) {
  Trace trace;
  std::string last;      // the place of the last figure; empty before the first
  bool missing = false;  // a period since
  bool drawn = false;    // whether the line of figures has come to LAST
  for (const Point& point : points) {
    if (!point.value) {
      missing = true;
      continue;
    }
    const std::string here = place(scale.x(point.day), scale.y(*point.value));
    trace.dots.append("M").append(here).append("h0");
    if (point.corrected) trace.corrected.append("M").append(here).append("h0");
    const bool joined = !last.empty() && !missing;
    if (!last.empty()) {
      std::string& data = missing ? trace.gap : trace.observed;
      if (!drawn || missing) data.append("M").append(last);
      data.append("L").append(here);
    }
    last = here;
    missing = false;
    drawn = joined;
  }
  return trace;
}

std::string goal(const Range& goal, const Scale& scale) {
  std::string data;
  for (const Decimal bound : bounds(goal))
    data += "M" + place(0, scale.y(bound)) + "H" + std::to_string(kWidth);
  return data;
}

std::string pace(const Line& line, const Scale& scale) {
  if (!line.pace || !line.goal.low || !line.deadline) return {};
  const double part =
      *line.deadline > line.end ? share(line.end - line.begin, *line.deadline - line.begin) : 1;
  std::string data =
      "M" + place(0, kHeight) + "L" + place(scale.x(*line.deadline), scale.y(*line.goal.low, part));
  if (*line.deadline < line.end) data += "H" + std::to_string(kWidth);
  return data;
}

std::string upright(std::optional<int> day, const Scale& scale) {
  if (!day || !scale.has(*day)) return {};
  return "M" + place(scale.x(*day), 0) + "V" + std::to_string(kHeight);
}

void add_path(Html& svg, std::string_view css_class, std::string_view data) {
  if (!data.empty()) svg.empty("path", {{"class", css_class}, {"d", data}});
}

}  // namespace

Decimal scale_begin(const Line& line) {
  const std::vector<Decimal> all = figures(line);
  if (line.zero || line.pace || all.empty()) return 0;
  const auto [least, most] = std::minmax_element(all.begin(), all.end());
  if (*least + *least <= *most) return 0;
  const Decimal step = scale_end(*most - *least, false);
  const Decimal steps = divide(*least, step, 0, Rounding::up) - 1;
  return multiply(steps, step, step.decimals(), Rounding::down);
}

Html line(const Line& line, std::string_view css_class, std::string_view label) {
  const Scale scale = {line.begin, line.end, scale_begin(line), largest(line)};
  const Trace figures = trace(line.points, scale);
  const std::string classes = css_class.empty() ? "line" : "line " + std::string(css_class);
  Html svg = open_image(classes, label, "0 0 " + place(kWidth, kHeight));
  add_path(svg, "goal", goal(line.goal, scale));
  add_path(svg, "pace", pace(line, scale));
  add_path(svg, "deadline", upright(line.deadline, scale));
  add_path(svg, "judged", upright(line.judged, scale));
  add_path(svg, "gap", figures.gap);
  add_path(svg, "observed", figures.observed);
  add_path(svg, "dots", figures.dots);
  add_path(svg, "corrected", figures.corrected);
  svg.close("svg");
  return svg;
}

}  // namespace yaodian::chart
