// The common row: a list item of plain texts on one line, like "- [万寿路街道, 1600, 94.30]". A
// large file is made of them, and a scanner for them alone is a hundred times as fast as a YAML
// parser. Whatever is written in any other way is no common row and is left to the parser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/yaml_line.h"

namespace yaodian::yaml {

// A common row: its texts, and its line.
struct CommonRow : Brackets {
  size_t dash = 0;    // place of the "-" on its line, in bytes
  size_t length = 0;  // of the line with its line break
};

// Reads the common row that TEXT begins with into ROW. False if there is none.
//
// A common row is "- " after any number of spaces, then texts in one pair of brackets and the end
// of the line. Lists have their items between "," and any number of spaces; maps have pairs "key:
// value" between them, the keys in lower-case ASCII. A text is plain and made of ASCII letters and
// digits, of ._/()+%*- and of anything beyond ASCII, with single spaces between them, beginning
// with none of % and *, and with a - only before a digit; or it is such characters and commas, or
// nothing, in quotes. No plain null.
bool take_common_row(std::string_view text, CommonRow& row);

// Common rows of one list that follow the first of them line by line. The first one is left to the
// parser: where the parser finds it to be an item of a list, these are the next items.
struct Run {
  size_t first = 0;     // place of the bracket of the first row
  size_t begin = 0;     // the rows after it
  size_t end = 0;       // where their last line ends
  uint32_t line = 0;    // of begin, from 0
  uint32_t lines = 0;   // from begin to end
  bool is_map = false;  // what all of the rows are
};

// Returns the runs of TEXT, in order.
std::vector<Run> find_runs(std::string_view text);

}  // namespace yaodian::yaml
