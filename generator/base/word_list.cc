#include "base/word_list.h"

#include <algorithm>

#include "base/rules.h"

namespace yaodian {

const WordList::Entry* WordList::find(std::string_view key) const {
  const auto found = std::lower_bound(
      entries.begin(), entries.end(), key,
      [](const Entry& entry, std::string_view wanted) { return entry.key < wanted; });
  return found != entries.end() && found->key == key ? &*found : nullptr;
}

void WordList::report_missing(std::string_view key, const Position& position,
                              const std::vector<std::string>& suggestions,
                              Diagnostics& diagnostics) const {
  if (!readable) return;
  diagnostics.report(rule::missing_word, position, "", {std::string(key), source->path},
                     suggestions);
}

}  // namespace yaodian
