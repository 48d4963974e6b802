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

// The least and the most of what the scale has to hold: the bounds of the goal and the figures
// reported.
struct Extent {
  std::optional<Decimal> least, most;

  void add(const std::optional<Decimal>& figure) {
    if (!figure) return;
    least = std::min(least.value_or(*figure), *figure);
    most = std::max(most.value_or(*figure), *figure);
  }
};

Extent extent_of(const Line& line) {
  Extent extent;
  extent.add(line.goal.low);
  extent.add(line.goal.high);
  for (const Point& point : line.points) extent.add(point.value);
  return extent;
}

// Where a scale for EXTENT begins.
Decimal begin_of(const Line& line, const Extent& extent) {
  if (line.zero || line.pace || !extent.least) return 0;
  const Decimal least = *extent.least, most = *extent.most;
  if (least + least <= most) return 0;
  const Decimal step = scale_end(most - least, false);
  const Decimal steps = divide(least, step, 0, Rounding::up).value_or(1) - 1;
  return multiply(steps, step, step.decimals(), Rounding::down).value_or(0);
}

// Where days and figures are in the drawing.
class Scale {
 public:
  Scale(const Line& line, const Extent& extent)
      : first_(line.begin),
        days_(line.end - line.begin),
        lowest_(begin_of(line, extent)),
        range_((extent.most.value_or(0) - lowest_).approximate()) {}

  bool has(int day) const { return first_ <= day && day - first_ <= days_; }
  int x(int day) const {
    const double length = days_ > 0 ? static_cast<double>(day - first_) / days_ : 0;
    return static_cast<int>(std::lround(clamp(length) * kWidth));
  }
  // The height of PART of VALUE.
  int y(Decimal value, double part = 1) const {
    const double length = range_ > 0 ? clamp((value - lowest_).approximate() / range_) * part : 0;
    return kHeight - static_cast<int>(std::lround(length * kReach));
  }

 private:
  int first_, days_;
  Decimal lowest_;
  double range_;  // of the figures
};

// Path data, each for one class.
struct Trace {
  std::string gap, observed, dots, corrected;
};

// A place in the drawing as path data: "512 381".
class Place {
 public:
  Place(int x, int y) {
    char* end = std::to_chars(text_, text_ + sizeof text_, x).ptr;
    *end++ = ' ';
    size_ = static_cast<size_t>(std::to_chars(end, text_ + sizeof text_, y).ptr - text_);
  }
  std::string_view text() const { return {text_, size_}; }

 private:
  char text_[24];
  size_t size_;
};

// Adds COMMAND and what stands behind it to path DATA.
void add(std::string& data, char command, const Place& place) {
  data += command;
  data += place.text();
}

void add(std::string& data, char command, int number) {
  data += command;
  data += std::to_string(number);
}

Trace trace(const std::vector<Point>& points, const Scale& scale) {
  constexpr size_t kPlace = 12;  // bytes of "M1000 400h0"
  Trace trace;
  trace.dots.reserve(points.size() * kPlace);
  trace.observed.reserve(points.size() * kPlace);
  std::optional<Place> last;  // of a figure
  bool missing = false;       // a period since
  bool drawn = false;         // whether the line of figures has come to LAST
  for (const Point& point : points) {
    if (!point.value) {
      missing = true;
      continue;
    }
    const Place here(scale.x(point.day), scale.y(*point.value));
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
    add(data, 'M', Place(0, scale.y(bound)));
    add(data, 'H', kWidth);
  }
  return data;
}

std::string pace(const Line& line, const Scale& scale) {
  if (!line.pace || !line.goal.low || !line.deadline) return {};
  const double part =
      *line.deadline > line.end ? share(line.end - line.begin, *line.deadline - line.begin) : 1;
  std::string data;
  add(data, 'M', Place(0, kHeight));
  add(data, 'L', Place(scale.x(*line.deadline), scale.y(*line.goal.low, part)));
  if (*line.deadline < line.end) add(data, 'H', kWidth);
  return data;
}

std::string upright(std::optional<int> day, const Scale& scale) {
  if (!day || !scale.has(*day)) return {};
  std::string data;
  add(data, 'M', Place(scale.x(*day), 0));
  add(data, 'V', kHeight);
  return data;
}

void add_path(Html& svg, std::string_view css_class, std::string_view data) {
  if (data.empty()) return;
  svg.markup("<path class=\"").markup(css_class).markup("\" d=\"").markup(data).markup("\"/>");
}

}  // namespace

Decimal scale_begin(const Line& line) { return begin_of(line, extent_of(line)); }

Html line(const Line& line, std::string_view css_class, std::string_view label) {
  const Scale scale(line, extent_of(line));
  const Trace figures = trace(line.points, scale);
  const std::string classes = css_class.empty() ? "line" : "line " + std::string(css_class);
  const size_t room = 512 + label.size() + figures.dots.size() + figures.observed.size();
  Html svg = open_image(classes, label, "0 0 1000 400", room);  // kWidth and kHeight
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
