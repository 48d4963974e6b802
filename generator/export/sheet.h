// What a file to download holds before it has a form: sheets of typed cells.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/quantity.h"

namespace yaodian {

struct SheetCell {
  enum class Kind : uint8_t { blank, text, number };

  SheetCell() = default;
  // An empty text is a blank.
  SheetCell(std::string one)  // NOLINT(google-explicit-constructor): a text is a cell
      : kind(one.empty() ? Kind::blank : Kind::text), text(std::move(one)) {}
  SheetCell(std::optional<Decimal> one)  // NOLINT(google-explicit-constructor): so is a number
      : kind(one ? Kind::number : Kind::blank), number(one.value_or(Decimal())) {}

  Kind kind = Kind::blank;
  std::string text;
  Decimal number;
};

using SheetRow = std::vector<SheetCell>;

struct SheetColumn {
  std::string name;    // in the header of a CSV file
  std::string title;   // in that of a worksheet; the name where none is given
  std::string group;   // the header above it and its neighbours with the same group
  std::string prompt;  // shown beside a cell that is to be filled in
};

struct Sheet {
  std::string name;
  std::vector<SheetColumn> columns;
  std::vector<SheetRow> rows;
  SheetRow total;         // below the rows; empty for none
  bool is_form = false;   // its cells, but for the first column, are to be filled in with numbers
  bool is_notes = false;  // words in sentences: lines may be broken, nothing is filtered
  // What a form says to somebody who fills in anything but a number: the head and the message.
  std::string refusal, refusal_text;
};

// A workbook: what has been counted first, notes and sources last.
struct Workbook {
  std::string title;
  std::string author;
  std::vector<Sheet> sheets;
};

}  // namespace yaodian
