#include "base/html.h"

#include <charconv>

#include "base/bytes.h"

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

const char* find_special(const char* from, const char* end) {
  return find_any<'&', '<', '>', '"', '\''>(from, end);
}

}  // namespace

bool needs_escape(std::string_view text) {
  const char* const end = text.data() + text.size();
  return find_special(text.data(), end) != end;
}

void escape_html(std::string& out, std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (;;) {
    const char* special = find_special(at, end);
    out.append(at, special);
    if (special == end) return;
    out.append(reference(*special));
    at = special + 1;
  }
}

Html& Html::number(size_t number) {
  char digits[20];
  text_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  return *this;
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
