// Charts of progress: how much of a quota is done, and how many quotas are in which state. As in
// chart.h they have no text in them, and an empty LABEL makes them decoration beside words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/html.h"
#include "base/quantity.h"

namespace yaodian::chart {

// What is DONE of a QUOTA, and the PACE: what should be done by now. None is below zero.
struct Progress {
  Decimal done;
  Decimal quota;
  std::optional<Decimal> pace;
};

// Of a pace that is drawn: a mark in a bar of a small quota needs more than is printed.
inline constexpr int kMarkDecimals = 3;

// A bar of what is done on a quiet track. The scale is from 0 to the quota; where more is done than
// asked it ends at what is done, and a mark across the bar stands at the quota. A mark at the pace
// stands out above and below the bar, which has the middle half of the chart's height. TONE is the
// css class of the state: "behind". The chart stretches to any width while its marks keep theirs.
// Marks at the edge are whole only with overflow: visible.
//   svg.progress-bar.TONE: rect.track, rect.fill, line.quota-mark, line.pace-mark
Html progress_bar(const Progress& progress, std::string_view tone, std::string_view label);

// How many there are of a state. TONE is its css class.
struct Part {
  std::string_view tone;
  size_t count = 0;
};

// One bar of all PARTS side by side in their order, with gaps that part them without colour too.
// Zero counts are left out, and a small one is still wide enough to be seen. Where there is nothing
// to count the bar is an empty track. For a dozen parts at most.
//   svg.stack: rect.TONE for each part; or rect.track
Html stack(const std::vector<Part>& parts, std::string_view label);

}  // namespace yaodian::chart
