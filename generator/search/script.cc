#include "search/script.h"

namespace yaodian::search {

void add_string(std::string& out, std::string_view text) {
  constexpr std::string_view kLineSeparators[] = {"\xE2\x80\xA8", "\xE2\x80\xA9"};
  out += '"';
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::string_view rest = text.substr(at, 3);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < ' ') {
      out += ' ';
    } else if (rest == kLineSeparators[0] || rest == kLineSeparators[1]) {
      out += ' ';
      at += 2;
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace yaodian::search
