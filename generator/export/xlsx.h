// Workbooks as XLSX files.
#pragma once

#include <optional>
#include <string>
#include <system_error>

#include "export/sheet.h"

namespace yaodian {

// Returns BOOK as an XLSX file, the same bytes for the same book. Headers and the first column stay
// in place and are repeated on each printed page; columns are as wide as what is in them; numbers
// keep the decimals that they were written with. One with more digits than a spreadsheet keeps (15)
// is a text.
//
// The library needs temporary files: in memory, or where there is too little of it in the system's
// folder for them (TMPDIR). Nothing with ERROR set if neither has room; each workbook is read back
// before it is returned.
std::optional<std::string> xlsx_of(const Workbook& book, std::error_code& error);

}  // namespace yaodian
