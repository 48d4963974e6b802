#include "base/position.h"

#include <algorithm>

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

Position position_on_line(const Source& source, uint32_t line, size_t offset) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const size_t line_break = before.rfind('\n');
  const std::string_view to_the_left =
      before.substr(line_break == before.npos ? 0 : line_break + 1);
  const auto characters = std::count_if(to_the_left.begin(), to_the_left.end(),
                                        [](unsigned char byte) { return (byte & 0xC0) != 0x80; });
  return {&source, line, static_cast<uint32_t>(characters + 1)};
}

Position position_of(const Source& source, size_t offset) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const auto breaks = std::count(before.begin(), before.end(), '\n');
  return position_on_line(source, static_cast<uint32_t>(breaks + 1), offset);
}

std::string file_and_line(const Position& position) {
  if (!position.known()) return {};
  if (position.line == 0) return position.source->path;
  return position.source->path + ":" + std::to_string(position.line);
}

}  // namespace yaodian
