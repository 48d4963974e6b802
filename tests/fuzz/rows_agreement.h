// The scanners for common files and rows against the YAML parser: they have to make the same of
// every text.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/position.h"
#include "base/text.h"
#include "read/yaml.h"

namespace yaodian::yaml {

inline std::string describe(const Value& value, const Source& source);

// Common rows are taken apart here as a reader of them does.
inline std::string describe_rows(const Value& rows, const Source& source) {
  std::string all;
  uint32_t line = rows.position.line;
  CommonRow row;
  for (size_t at = rows.offset; at < rows.offset + rows.length; at += row.length, ++line) {
    if (!take_common_row(std::string_view(source.text).substr(at), row)) return all + "no row";
    all += describe(value_of(row, source, at, line), source);
  }
  return all;
}

// VALUE with its position, in one text.
inline std::string describe(const Value& value, const Source& source) {
  if (value.kind == Kind::rows) return describe_rows(value, source);
  std::string all = std::to_string(value.position.line) + ":" +
                    std::to_string(value.position.column) + "@" + std::to_string(value.offset);
  constexpr std::string_view kKinds = "?'[{";
  all += kKinds[static_cast<size_t>(value.kind)];
  all += value.text;
  for (const Value& item : value.items) all += describe(item, source);
  return all + "\n";
}

inline std::string describe(const std::optional<Value>& value, const Diagnostics& diagnostics,
                            const Source& source) {
  std::string all = value ? describe(*value, source) : "none";
  for (const Diagnostic& one : diagnostics.all()) all += format(one, Language::en, false);
  return all;
}

// Returns "" if they agree on TEXT in value, position and message, or else what each of them says.
inline std::string disagreement(std::string text) {
  const Source source{"content/rows.yaml", "rows.yaml", std::move(text)};
  Diagnostics of_parser;
  const auto slow = parse_slowly(source, source.text, 1, of_parser);
  const std::string expected = describe(slow, of_parser, source);
  for (const Lists lists : {Lists::whole, Lists::in_rows}) {
    Diagnostics of_scanner;
    const auto value = parse(source, of_scanner, lists);
    const std::string found = describe(value, of_scanner, source);
    if (found != expected) return "parser:\n" + expected + "\nscanner:\n" + found;
  }
  return "";
}

}  // namespace yaodian::yaml
