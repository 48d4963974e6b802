#include "chart/chart.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "chart/svg.h"

namespace yaodian::chart {
namespace {

constexpr int kHeight = 40;  // of a silhouette, in its own units
constexpr size_t kMostColumns = 120;
constexpr int kStripWidth = 1000;  // of a strip, in its own units

int height_of(double size) {
  return size <= 0 ? 0 : std::max(1, static_cast<int>(std::lround(size * kHeight)));
}

}  // namespace

double share(Decimal part, Decimal whole) {
  if (whole <= Decimal(0)) return 0;
  return clamp(part.approximate() / whole.approximate());
}

Html bar(double length) {
  Html svg = open_image("bar", "");
  svg.empty("rect", {{"class", "track"}, {"width", "100%"}, {"height", "100%"}});
  svg.empty("rect", {{"class", "fill"}, {"width", percent(length)}, {"height", "100%"}});
  svg.close("svg");
  return svg;
}

Profile profile(const std::vector<Decimal>& largest_first) {
  Profile profile;
  profile.count = largest_first.size();
  profile.columns = std::min(profile.count, kMostColumns);
  profile.outline = "M0 " + std::to_string(kHeight);
  int last = kHeight;
  for (size_t column = 0; column < profile.columns; ++column) {
    const Decimal value = largest_first[column * profile.count / profile.columns];
    profile.sizes.push_back(share(value, largest_first.front()));
    const int top = kHeight - height_of(profile.sizes.back());
    if (top != last) profile.outline += "V" + std::to_string(top);
    profile.outline += "h1";
    last = top;
  }
  profile.outline += "V" + std::to_string(kHeight) + "z";
  return profile;
}

Html distribution(const Profile& profile, std::optional<size_t> place, std::string_view label) {
  Html svg = open_image("distribution", label,
                        "0 0 " + std::to_string(std::max<size_t>(1, profile.columns)) + " " +
                            std::to_string(kHeight));
  svg.empty("path", {{"class", "others"}, {"d", profile.outline}});
  if (place && profile.count > 0) {
    const size_t column = std::min(profile.columns - 1, *place * profile.columns / profile.count);
    const int height = std::max(2, height_of(profile.sizes[column]));
    const std::string x = std::to_string(column);
    svg.empty("rect",
              {{"class", "halo"}, {"x", x}, {"width", "1"}, {"height", std::to_string(kHeight)}});
    svg.empty("rect", {{"class", "marked"},
                       {"x", x},
                       {"y", std::to_string(kHeight - height)},
                       {"width", "1"},
                       {"height", std::to_string(height)}});
  }
  svg.close("svg");
  return svg;
}

std::vector<Decimal> bounds(const Range& goal) {
  std::vector<Decimal> bounds;
  if (goal.low) bounds.push_back(*goal.low);
  if (goal.high && goal.high != goal.low) bounds.push_back(*goal.high);
  return bounds;
}

Html bullet(Decimal value, const Range& goal, Decimal end, bool met, std::string_view label) {
  Html svg = open_image(met ? "bullet met" : "bullet unmet", label);
  svg.empty("rect", {{"class", "track"}, {"width", "100%"}, {"height", "100%"}});
  svg.empty(
      "rect",
      {{"class", "fill"}, {"y", "30%"}, {"width", percent(share(value, end))}, {"height", "40%"}});
  for (const Decimal bound : bounds(goal)) {
    const std::string_view x = percent(share(bound, end));
    svg.empty("line", {{"class", "goal"}, {"x1", x}, {"x2", x}, {"y1", "0"}, {"y2", "100%"}});
  }
  svg.close("svg");
  return svg;
}

Html strip(const std::vector<Decimal>& values, const Range& goal, Decimal begin, Decimal end,
           std::string_view label) {
  const auto place = [&](Decimal value) {
    return static_cast<int>(std::lround(share(value - begin, end - begin) * kStripWidth));
  };
  Html svg = open_image("strip", label, "0 0 " + std::to_string(kStripWidth) + " 24");
  const auto shade = [&](int from, int to) {
    svg.empty("rect", {{"class", "unmet-side"},
                       {"x", std::to_string(from)},
                       {"width", std::to_string(to - from)},
                       {"height", "24"}});
  };
  if (goal.low) shade(0, place(*goal.low));
  if (goal.high) shade(place(*goal.high), kStripWidth);
  std::set<int> places;
  for (const Decimal value : values) places.insert(place(value));
  std::string ticks;
  for (const int at : places) ticks += "M" + std::to_string(at) + " 5v14";
  svg.empty("path", {{"class", "ticks"}, {"d", ticks}});
  for (const Decimal bound : bounds(goal))
    svg.empty("path", {{"class", "goal"}, {"d", "M" + std::to_string(place(bound)) + " 0v24"}});
  svg.close("svg");
  return svg;
}

Decimal scale_end(Decimal largest, bool rate) {
  if (rate && largest >= Decimal(50) && largest <= Decimal(100)) return 100;
  for (int64_t power = 1;; power *= 10) {
    const Decimal quarter = portion(Decimal(5 * power), 1, 2, power == 1 ? 1 : 0);
    for (const Decimal end : {Decimal(power), Decimal(2 * power), quarter, Decimal(5 * power)}) {
      if (end >= largest) return end;
    }
  }
}

}  // namespace yaodian::chart
