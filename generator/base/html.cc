#include "base/html.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace yaodian {

namespace {

// The character reference for C, or "" for what needs none.
constexpr std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

constexpr auto kSpecial = [] {
  std::array<bool, 256> special{};
  for (int c = 0; c < 256; ++c)
    special[static_cast<size_t>(c)] = !reference(static_cast<char>(c)).empty();
  return special;
}();

// Bytes that are compared at once.
constexpr size_t kBlock = 16;
typedef char Block __attribute__((vector_size(kBlock)));

// True if any of the SIZE bytes at TEXT, a block at most, needs a reference.
bool has_special(const char* text, size_t size = kBlock) {
  Block block = {};
  std::memcpy(&block, text, size);
  const auto found =
      (block == '&') | (block == '<') | (block == '>') | (block == '"') | (block == '\'');
  std::array<uint64_t, 2> halves;
  std::memcpy(&halves, &found, kBlock);
  return (halves[0] | halves[1]) != 0;
}

}  // namespace

void escape_html(std::string& out, std::string_view text) {
  size_t begin = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    while (at + kBlock <= text.size() && !has_special(text.data() + at)) at += kBlock;
    if (at + kBlock > text.size() && !has_special(text.data() + at, text.size() - at)) break;
    if (!kSpecial[static_cast<unsigned char>(text[at])]) continue;
    out.append(text, begin, at - begin).append(reference(text[at]));
    begin = at + 1;
  }
  out.append(text, begin);
}

Html& Html::tag(std::string_view name, Attributes attributes, std::string_view end) {
  text_.append("<").append(name);
  for (const auto& [attribute, value] : attributes) {
    if (attribute.empty()) continue;
    text_.append(" ").append(attribute).append("=\"");
    escape_html(text_, value);
    text_ += '"';
  }
  text_ += end;
  return *this;
}

}  // namespace yaodian
