// The common file: maps and lists by indentation, of texts, brackets and common rows that each
// stand on one line, with empty lines and comments between them. Most content is written so, and a
// scanner for it alone takes a small part of a YAML parser's time.
#pragma once

#include <optional>
#include <string_view>

#include "read/yaml.h"

namespace yaodian::yaml {

// Returns the value of TEXT, a view into source.text that begins at FIRST_LINE (1-based), if it is
// a common file; nothing if it takes a parser to tell what TEXT is, or that it is wrong. Common
// rows under the key "rows" are left in the source if LISTS is Lists::in_rows.
std::optional<Value> parse_common(const Source& source, std::string_view text, uint32_t first_line,
                                  Lists lists);

}  // namespace yaodian::yaml
