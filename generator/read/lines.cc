#include "read/lines.h"

#include <algorithm>

#include "base/text.h"
#include "read/prose.h"

namespace yaodian::markdown {

Lines::Lines(const Source& source, std::string_view text, uint32_t first_line)
    : source_(source), lines_(split(text, '\n')), first_line_(first_line) {}

std::string_view Lines::at(size_t line) const { return lines_[std::min(line, lines_.size() - 1)]; }

Lines::Place Lines::within(Place place) const {
  place.line = std::min(place.line, lines_.size() - 1);
  while (place.bytes > lines_[place.line].size() && place.line + 1 < lines_.size()) {
    place.bytes -= lines_[place.line].size() + 1;
    ++place.line;
    place.bytes += indent_of(lines_[place.line]);
  }
  const std::string_view line = lines_[place.line];
  place.bytes = std::min(place.bytes, line.size() - (line.ends_with('\r') ? 1 : 0));
  return place;
}

Position Lines::position(Place place) {
  if (place.line != last_.line || place.bytes < last_.bytes) {
    last_ = {place.line, 0};
    characters_ = 0;
  }
  characters_ += count_characters(
      without_joiners(lines_[place.line].substr(last_.bytes, place.bytes - last_.bytes)));
  last_ = place;
  return {&source_, static_cast<uint32_t>(place.line) + first_line_,
          static_cast<uint32_t>(characters_ + 1)};
}

size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t>"), line.size());
}

}  // namespace yaodian::markdown
