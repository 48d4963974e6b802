// YAML as positioned values. Every scalar is text; the schema gives it a type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/position.h"

namespace yaodian::yaml {

constexpr int kDeepest = 32;  // levels of nesting

enum class Kind : uint8_t { nothing, text, list, map };

// A value and where it begins. A map keeps its keys and values in turn in ITEMS, in the order of
// the file.
struct Value {
  Kind kind = Kind::nothing;
  Position position;
  std::string text;
  std::vector<Value> items;

  bool is_text() const { return kind == Kind::text; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  // Returns the value of KEY in a map, or nullptr.
  const Value* find(std::string_view key) const;
};

// Returns the one document of SOURCE; an empty file is Kind::nothing. Nothing if it is not YAML as
// the content format has it, which has been reported then: broken syntax, a second document,
// anchors, aliases, tags, a quote that does not close on its line, more than kDeepest levels.
// Duplicate keys are reported and the first is kept.
std::optional<Value> parse(const Source& source, Diagnostics& diagnostics);

// The same for a part of SOURCE: TEXT is a view into source.text that begins at FIRST_LINE
// (1-based).
std::optional<Value> parse_part(const Source& source, std::string_view text, uint32_t first_line,
                                Diagnostics& diagnostics);

}  // namespace yaodian::yaml
