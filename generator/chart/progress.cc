#include "chart/progress.h"

#include <algorithm>
#include <string>

#include "chart/chart.h"
#include "chart/svg.h"

namespace yaodian::chart {
namespace {

// Of a stack, in thousandths of its width.
constexpr size_t kWidth = 1000;
constexpr size_t kGap = 4;
constexpr size_t kLeast = 8;  // a part, however small

void add_bar(Html& svg, std::string_view css_class, double length) {
  svg.empty("rect",
            {{"class", css_class}, {"y", "25%"}, {"width", percent(length)}, {"height", "50%"}});
}

void add_mark(Html& svg, std::string_view css_class, double place, std::string_view top,
              std::string_view bottom) {
  const std::string x = percent(place);
  svg.empty("line", {{"class", css_class}, {"x1", x}, {"x2", x}, {"y1", top}, {"y2", bottom}});
}

std::string thousandths(size_t length) {
  return percent(static_cast<double>(length) / static_cast<double>(kWidth));
}

}  // namespace

Html progress_bar(const Progress& progress, std::string_view tone, std::string_view label) {
  const Decimal end = std::max(progress.done, progress.quota);
  Html svg = open_image("progress-bar " + std::string(tone), label);
  add_bar(svg, "track", 1);
  add_bar(svg, "fill", share(progress.done, end));
  if (progress.done > progress.quota)
    add_mark(svg, "quota-mark", share(progress.quota, end), "25%", "75%");
  if (progress.pace) add_mark(svg, "pace-mark", share(*progress.pace, end), "0", "100%");
  svg.close("svg");
  return svg;
}

Html stack(const std::vector<Part>& parts, std::string_view label) {
  size_t shown = 0, sum = 0;
  for (const Part& part : parts) {
    sum += part.count;
    if (part.count > 0) ++shown;
  }
  Html svg = open_image("stack", label);
  if (shown == 0) svg.empty("rect", {{"class", "track"}, {"width", "100%"}, {"height", "100%"}});
  // Each part has the least width; what is left is shared out by count. Both edges come from
  // running totals, so that roundings do not add up and the last part ends at the edge.
  const size_t left = kWidth - std::min(kWidth, shown * (kLeast + kGap) - kGap);
  size_t offset = 0, counted = 0;
  for (const Part& part : parts) {
    if (part.count == 0) continue;
    const size_t begin = offset + left * counted / sum;
    counted += part.count;
    const size_t end = offset + kLeast + left * counted / sum;
    offset += kLeast + kGap;
    svg.empty("rect", {{"class", part.tone},
                       {"x", thousandths(begin)},
                       {"width", thousandths(end - begin)},
                       {"height", "100%"}});
  }
  svg.close("svg");
  return svg;
}

}  // namespace yaodian::chart
