#include "base/position.h"

#include <algorithm>

namespace yaodian {
namespace {

uint32_t characters_in(std::string_view text) {
  return static_cast<uint32_t>(std::count_if(
      text.begin(), text.end(), [](unsigned char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace

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
  const size_t begin = line_break == before.npos ? 0 : line_break + 1;
  return {&source, line, 1 + characters_in(before.substr(begin))};
}

Position position_of(const Source& source, size_t offset) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const auto breaks = std::count(before.begin(), before.end(), '\n');
  return position_on_line(source, static_cast<uint32_t>(breaks + 1), offset);
}

Position PositionCounter::at(const Source& source, uint32_t line, size_t offset) {
  if (last_.source == &source && last_.line == line && offset >= offset_)
    last_.column += characters_in(std::string_view(source.text).substr(offset_, offset - offset_));
  else
    last_ = position_on_line(source, line, offset);
  offset_ = offset;
  return last_;
}

std::string file_and_line(const Position& position) {
  if (!position.known()) return {};
  if (position.line == 0) return position.source->path;
  return position.source->path + ":" + std::to_string(position.line);
}

}  // namespace yaodian
