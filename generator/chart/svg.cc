#include "chart/svg.h"

#include <algorithm>
#include <cmath>

namespace yaodian::chart {

double clamp(double length) { return std::clamp(length, 0.0, 1.0); }

std::string percent(double length) {
  const long tenths = std::lround(clamp(length) * 100 * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text.append({'.', static_cast<char>('0' + tenths % 10)});
  return text += '%';
}

Html open_image(std::string_view css_class, std::string_view label, std::string_view box,
                size_t room) {
  Html svg;
  svg.reserve(std::max(room, 256 + label.size()));
  svg.markup("<svg class=\"").markup(css_class);
  if (label.empty())
    svg.markup("\" aria-hidden=\"true");
  else
    svg.markup("\" role=\"img\" aria-label=\"").text(label);
  if (!box.empty()) svg.markup("\" viewBox=\"").markup(box).markup("\" preserveAspectRatio=\"none");
  return std::move(svg.markup("\">"));
}

}  // namespace yaodian::chart
