#include "publish/css_scanner.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/text.h"
#include "publish/html_names.h"

namespace yaodian {
namespace {

// Takes a string in quotes off the front of CSS and returns what is in it; nothing is taken if
// there is none.
std::string_view take_string(std::string_view& css) {
  if (css.empty() || (css.front() != '"' && css.front() != '\'')) return {};
  size_t end = 1;
  while (end < css.size() && css[end] != css.front()) end += css[end] == '\\' ? 2 : 1;
  const std::string_view content = css.substr(1, end - 1);
  css.remove_prefix(std::min(end + 1, css.size()));
  return content;
}

bool begins_with(std::string_view css, std::string_view name) {
  return equal_names(css.substr(0, name.size()), name);
}

void skip_spaces(std::string_view& css) {
  while (!css.empty() && is_blank(css.substr(0, 1))) css.remove_prefix(1);
}

}  // namespace

void scan_css(std::string_view css, const std::function<void(std::string_view)>& link) {
  while (!css.empty()) {
    if (css.starts_with("/*")) {
      const size_t end = css.find("*/", 2);
      css.remove_prefix(end == css.npos ? css.size() : end + 2);
    } else if (css.front() == '"' || css.front() == '\'') {
      take_string(css);
    } else if (begins_with(css, "url(")) {
      css.remove_prefix(4);
      skip_spaces(css);
      if (const std::string_view quoted = take_string(css); quoted.data()) {
        link(quoted);
      } else {
        const std::string_view plain = css.substr(0, css.find(')'));
        link(trim(plain));
        css.remove_prefix(plain.size());
      }
    } else if (begins_with(css, "@import")) {
      css.remove_prefix(7);
      skip_spaces(css);
      if (const std::string_view quoted = take_string(css); quoted.data()) link(quoted);
    } else {
      const char* const end = css.data() + css.size();
      const char* next = find_any<'/', '"', '\'', 'u', 'U', '@'>(css.data() + 1, end);
      css = {next, static_cast<size_t>(end - next)};
    }
  }
}

}  // namespace yaodian
