#include "chart/svg.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace yaodian::chart {
namespace {

constexpr size_t kParts = 1000;  // of a chart's length that are told apart

// "100%", "33.3%".
struct Percent {
  std::array<char, 5> characters{};
  size_t size = 0;

  constexpr void add(char c) { characters[size++] = c; }
  constexpr std::string_view text() const { return {characters.data(), size}; }
};

consteval std::array<Percent, kParts + 1> percents() {
  std::array<Percent, kParts + 1> all;
  for (size_t at = 0; at < all.size(); ++at) {
    const auto digit = [](size_t number) { return static_cast<char>('0' + number % 10); };
    if (at >= 1000) all[at].add(digit(at / 1000));
    if (at >= 100) all[at].add(digit(at / 100));
    all[at].add(digit(at / 10));
    if (at % 10 != 0) all[at].add('.'), all[at].add(digit(at));
    all[at].add('%');
  }
  return all;
}

}  // namespace

double clamp(double length) { return std::clamp(length, 0.0, 1.0); }

std::string_view percent(double length) {
  static constexpr auto kTexts = percents();
  return kTexts[static_cast<size_t>(std::lround(clamp(length) * 100 * 10))].text();
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
