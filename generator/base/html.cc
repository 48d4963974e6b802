#include "base/html.h"

namespace yaodian {

void escape_html(std::string& out, std::string_view text) {
  for (;;) {
    const size_t special = text.find_first_of("&<>\"'");
    out.append(text.substr(0, special));
    if (special == text.npos) return;
    switch (text[special]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += "&#39;";
        break;
    }
    text.remove_prefix(special + 1);
  }
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
