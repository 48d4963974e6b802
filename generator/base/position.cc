#include "base/position.h"

namespace yaodian {

std::string_view line_of(std::string_view text, uint32_t line) {
  for (; line > 1; --line) {
    const size_t end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  std::string_view found = text.substr(0, text.find('\n'));
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

std::string file_and_line(const Position& position) {
  if (!position.known()) return {};
  if (position.line == 0) return position.source->path;
  return position.source->path + ":" + std::to_string(position.line);
}

}  // namespace yaodian
