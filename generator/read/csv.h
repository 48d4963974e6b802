// CSV (RFC 4180) as positioned cells.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/position.h"

namespace yaodian::csv {

struct Cell {
  std::string text;
  Position position;
  uint32_t offset;  // of position in the source's text, in bytes
};
using Row = std::vector<Cell>;

// Returns the rows of SOURCE; lines with nothing in them are skipped. Cells are separated by
// commas, or by tabs if the first line has a tab and no comma. Nothing if a quote is not closed or
// text follows a closed quote, which has been reported then.
std::optional<std::vector<Row>> parse(const Source& source, Diagnostics& diagnostics);

}  // namespace yaodian::csv
