// Where something stands in the content: the ground of every message and of every figure's
// provenance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yaodian {

// A file as it was read. It lives for the whole run, so a Position may point into it.
struct Source {
  std::string path;  // as shown to the editor, e.g. "content/haidian/units.yaml"
  std::string name;  // within its folder, as shown to a reader: "haidian/units.yaml"
  std::string text;  // the bytes of the file, without a byte order mark
};

// A place in a source. A default Position is "nowhere"; a line of 0 means the file as a whole.
struct Position {
  const Source* source = nullptr;
  uint32_t line = 0;    // 1-based
  uint32_t column = 0;  // 1-based, in characters: 万 is one column

  bool known() const { return source != nullptr; }
};

// Returns the LINE-th (1-based) line of TEXT without its line break, or an empty view past the end.
std::string_view line_of(std::string_view text, uint32_t line);

// Returns the position of the byte OFFSET of SOURCE, which stands on the line LINE.
Position position_on_line(const Source& source, uint32_t line, size_t offset);

// The same where the line is not known; it takes as long as the text before is.
Position position_of(const Source& source, size_t offset);

// Finds positions one after another. One to the right of the last, on the same line, is counted
// from there, so that those of a long line take no longer than reading it.
class PositionCounter {
 public:
  // As position_on_line().
  Position at(const Source& source, uint32_t line, size_t offset);

 private:
  Position last_;
  size_t offset_ = 0;  // of last_
};

// Returns "path:line", or "path" where the line is 0; empty for nowhere.
std::string file_and_line(const Position& position);

}  // namespace yaodian
