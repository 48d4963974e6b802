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

void add_mark(Html& svg, std::string_view css_class, double place) {
  const std::string_view x = percent(place);
  svg.markup("<line class=\"").markup(css_class).markup("\" x1=\"").markup(x);
  svg.markup("\" x2=\"").markup(x).markup("\" y2=\"100%\"/>");
}

std::string_view thousandths(size_t length) {
  return percent(static_cast<double>(length) / static_cast<double>(kWidth));
}

}  // namespace

Html progress_bar(const Progress& progress, std::string_view tone, std::string_view label) {
  const Decimal end = std::max(progress.done, progress.quota);
  Html svg = open_image("progress-bar " + std::string(tone), label);
  svg.markup("<rect class=\"track\"/><rect class=\"fill\" width=\"");
  svg.markup(percent(share(progress.done, end))).markup("\"/>");
  if (progress.done > progress.quota) add_mark(svg, "quota-mark", share(progress.quota, end));
  if (progress.pace) add_mark(svg, "pace-mark", share(*progress.pace, end));
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
