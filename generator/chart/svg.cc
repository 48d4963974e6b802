#include "chart/svg.h"

#include <algorithm>
#include <cmath>

namespace yaodian::chart {

double clamp(double length) { return std::clamp(length, 0.0, 1.0); }

std::string percent(double length) {
  const long tenths = std::lround(clamp(length) * 100 * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text + "%";
}

Html open_image(std::string_view css_class, std::string_view label, std::string_view box) {
  const bool labelled = !label.empty(), boxed = !box.empty();
  Html svg;
  svg.open("svg", {{"class", css_class},
                   {labelled ? "role" : "", "img"},
                   {labelled ? "aria-label" : "", label},
                   {labelled ? "" : "aria-hidden", "true"},
                   {labelled ? "" : "focusable", "false"},
                   {boxed ? "viewBox" : "", box},
                   {boxed ? "preserveAspectRatio" : "", "none"}});
  return svg;
}

}  // namespace yaodian::chart
