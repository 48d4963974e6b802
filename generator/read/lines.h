// The lines of a document, and the positions of bytes in them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/position.h"

namespace yaodian::markdown {

class Lines {
 public:
  // Where something begins: so many bytes into a line, 0-based.
  struct Place {
    size_t line;
    size_t bytes;
  };

  // TEXT is a part of SOURCE that begins at FIRST_LINE, with U+2060 where emphasis was repaired. It
  // must outlive the lines.
  Lines(const Source& source, std::string_view text, uint32_t first_line);

  // Returns the LINE-th line, or the last one if there are fewer.
  std::string_view at(size_t line) const;

  // Returns PLACE within the text. What lies beyond the end of its line is on a later one, whose
  // indentation was not counted.
  Place within(Place place) const;

  // Returns the position of PLACE in the source as it was written.
  Position position(Place place);

 private:
  const Source& source_;
  std::vector<std::string_view> lines_;
  uint32_t first_line_;
  // The last position handed out: they come in order, so a long line is counted once.
  Place last_ = {0, 0};
  size_t characters_ = 0;
};

// Returns the bytes of spaces and signs of a quote that LINE begins with.
size_t indent_of(std::string_view line);

}  // namespace yaodian::markdown
