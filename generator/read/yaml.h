// YAML as positioned values. Every scalar is text; the schema gives it a type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/position.h"
#include "read/yaml_rows.h"

namespace yaodian::yaml {

constexpr int kDeepest = 32;  // levels of nesting

// ROWS are items of the list that they are in, which were not taken apart: see Lists.
enum class Kind : uint8_t { nothing, text, list, map, rows };

// A value and where it begins. A map keeps its keys and values in turn in ITEMS, in the order of
// the file.
struct Value {
  Kind kind = Kind::nothing;
  uint32_t offset = 0;  // of position in the source's text, in bytes
  uint32_t length = 0;  // of rows, in bytes: whole lines, each one a common row that is a list
  Position position;
  std::string text;
  std::vector<Value> items;

  bool is_text() const { return kind == Kind::text; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  // Returns the value of KEY in a map, or nullptr.
  const Value* find(std::string_view key) const;
};

// Whether long lists of common rows (see yaml_rows.h) that stand under the key "rows" of a map are
// left in the source, as values of Kind::rows among the items of their list. A table of ten
// thousand rows is a hundred thousand values otherwise.
enum class Lists : uint8_t { whole, in_rows };

// Returns the one document of SOURCE; an empty file is Kind::nothing. Nothing if it is not YAML as
// the content format has it, which has been reported then: broken syntax, a second document,
// anchors, aliases, tags, a quote that does not close on its line, more than kDeepest levels.
// Duplicate keys are reported and the first is kept.
std::optional<Value> parse(const Source& source, Diagnostics& diagnostics,
                           Lists lists = Lists::whole);

// The same for a part of SOURCE: TEXT is a view into source.text that begins at FIRST_LINE
// (1-based).
std::optional<Value> parse_part(const Source& source, std::string_view text, uint32_t first_line,
                                Diagnostics& diagnostics, Lists lists = Lists::whole);

// Returns the value of ROW, a common row at OFFSET of SOURCE and on its LINE-th (1-based) line.
Value value_of(const CommonRow& row, const Source& source, size_t offset, uint32_t line);

// The same as parse_part() by the YAML parser alone, without the scanners for common files and
// rows: slower, and the ground on which those are tested.
std::optional<Value> parse_slowly(const Source& source, std::string_view text, uint32_t first_line,
                                  Diagnostics& diagnostics);

}  // namespace yaodian::yaml
