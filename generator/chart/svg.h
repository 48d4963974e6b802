// What all charts are drawn with.
#pragma once

#include <string>
#include <string_view>

#include "base/html.h"

namespace yaodian::chart {

// Cuts LENGTH, a share of the chart, to the chart: from 0 to 1.
double clamp(double length);

// Returns LENGTH, cut to the chart, in percent with at most one decimal: "33.3%". The digits are
// the same on every machine.
std::string_view percent(double length);

// Opens the svg element of a chart; the caller closes it. LABEL is its text alternative; without
// one the chart is decoration, hidden from screen readers. With a BOX ("0 0 1000 24") the drawing
// has units of its own and stretches to any width and height. ROOM: bytes of the
// whole chart, about.
Html open_image(std::string_view css_class, std::string_view label, std::string_view box = "",
                size_t room = 0);

}  // namespace yaodian::chart
