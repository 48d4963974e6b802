// The anchors of a document's headings.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace yaodian::markdown {

// Hands out anchors, each of them once. The ids of the page around the document are taken.
class Anchors {
 public:
  // Returns TEXT with spaces as hyphens, "section" where there is none; with "-2" and so on where
  // it is taken.
  std::string of(std::string_view text);

 private:
  // How often each was wanted.
  std::unordered_map<std::string, int> wanted_ = {
      {"main", 1}, {"contents", 1}, {"nav-open", 1}, {"nav-documents", 1}, {"nav-tables", 1}};
};

}  // namespace yaodian::markdown
