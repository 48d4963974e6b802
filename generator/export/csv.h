// Sheets as CSV files, for spreadsheets and programs.
#pragma once

#include <string>
#include <string_view>

#include "export/sheet.h"

namespace yaodian {

// Returns SHEET as CSV (RFC 4180): UTF-8 with a byte order mark, which spreadsheets need to see
// that it is UTF-8, lines ended by CR LF, one line of names. Its total is left out.
//
// Numbers are plain: "65600", "-3.50". A spreadsheet runs a text that begins with = + - @ or a tab
// as a formula: it gets an apostrophe in front.
std::string csv_of(const Sheet& sheet);

// Returns TEXT as the cell of a CSV file, quoted where it must be and safe as above.
std::string csv_cell(std::string_view text);

}  // namespace yaodian
