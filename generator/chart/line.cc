#include "chart/line.h"

#include <algorithm>
#include <charconv>
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

// Adds COMMAND and the numbers after it to path DATA.
void add(std::string& data, char command, int number) {
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  data += command;
  data.append(digits, end);
}

struct Place {
  int x, y;
};

void add(std::string& data, char command, Place place) {
  add(data, command, place.x);
  add(data, ' ', place.y);
}

Trace trace(const std::vector<Point>& points, const Scale& scale) {
  Trace trace;
  std::optional<Place> last;  // of a figure
  bool missing = false;       // a period since
  bool drawn = false;         // whether the line of figures has come to LAST
  for (const Point& point : points) {
    if (!point.value) {
      missing = true;
      continue;
    }
    const Place here{scale.x(point.day), scale.y(*point.value)};
    add(trace.dots, 'M', here);
    trace.dots += "h0";
    if (point.corrected) {
      add(trace.corrected, 'M', here);
      trace.corrected += "h0";
    }
    const bool joined = last && !missing;
    if (last) {
      std::string& data = missing ? trace.gap : trace.observed;
      if (!drawn || missing) add(data, 'M', *last);
      add(data, 'L', here);
    }
    last = here;
    missing = false;
    drawn = joined;
  }
  return trace;
}

std::string goal(const Range& goal, const Scale& scale) {
  std::string data;
  for (const Decimal bound : bounds(goal)) {
    add(data, 'M', Place{0, scale.y(bound)});
    add(data, 'H', kWidth);
  }
  return data;
}

std::string pace(const Line& line, const Scale& scale) {
  if (!line.pace || !line.goal.low || !line.deadline) return {};
  const double part =
      *line.deadline > line.end ? share(line.end - line.begin, *line.deadline - line.begin) : 1;
  std::string data;
  add(data, 'M', Place{0, kHeight});
  add(data, 'L', Place{scale.x(*line.deadline), scale.y(*line.goal.low, part)});
  if (*line.deadline < line.end) add(data, 'H', kWidth);
  return data;
}

std::string upright(std::optional<int> day, const Scale& scale) {
  if (!day || !scale.has(*day)) return {};
  std::string data;
  add(data, 'M', Place{scale.x(*day), 0});
  add(data, 'V', kHeight);
  return data;
}

void add_path(Html& svg, std::string_view css_class, std::string_view data) {
  if (data.empty()) return;
  svg.markup("<path class=\"").markup(css_class).markup("\" d=\"").markup(data).markup("\"/>");
}

}  // namespace

Decimal scale_begin(const Line& line) {
  const std::vector<Decimal> all = figures(line);
  if (line.zero || line.pace || all.empty()) return 0;
  const auto [least, most] = std::minmax_element(all.begin(), all.end());
  if (*least + *least <= *most) return 0;
  const Decimal step = scale_end(*most - *least, false);
  const Decimal steps = divide(*least, step, 0, Rounding::up).value_or(1) - 1;
  return multiply(steps, step, step.decimals(), Rounding::down).value_or(0);
}

Html line(const Line& line, std::string_view css_class, std::string_view label) {
  const Scale scale = {line.begin, line.end, scale_begin(line), largest(line)};
  const Trace figures = trace(line.points, scale);
  const std::string classes = css_class.empty() ? "line" : "line " + std::string(css_class);
  Html svg = open_image(classes, label, "0 0 1000 400");  // kWidth and kHeight
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
