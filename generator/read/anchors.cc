#include "read/anchors.h"

namespace yaodian::markdown {

std::string Anchors::of(std::string_view text) {
  std::string anchor;
  for (const char c : text) anchor += c == ' ' || (c >= '\t' && c <= '\r') ? '-' : c;
  if (anchor.empty()) anchor = "section";
  std::string unique = anchor;
  for (int& count = wanted_[anchor]; ++count > 1;) {
    unique = anchor + "-" + std::to_string(count);
    if (wanted_.emplace(unique, 1).second) break;
  }
  return unique;
}

}  // namespace yaodian::markdown
