// The words of the interface as their file has them: what templates take theirs from. Those of the
// program are base/words.h, which few include, for it changes with every word.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/position.h"

namespace yaodian {

// A catalogue of words as its file has it, for templates as well.
struct WordList {
  struct Entry {
    std::string key;
    std::string text;
    Position position;  // of the text
  };

  std::unique_ptr<const Source> source;
  std::vector<Entry> entries;  // in the order of their keys
  bool readable = false;       // false where the file is missing or broken, which was reported

  // Returns the entry of KEY, or nullptr.
  const Entry* find(std::string_view key) const;

  // Reports that KEY is missing, which POSITION needs, unless nothing could be read at all.
  // SUGGESTIONS are the keys that may be meant.
  void report_missing(std::string_view key, const Position& position,
                      const std::vector<std::string>& suggestions, Diagnostics& diagnostics) const;
};

}  // namespace yaodian
