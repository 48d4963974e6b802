// Whether a workbook came out whole. The library that writes workbooks keeps their parts in
// temporary files and does not ask whether there was room for them: on a full disk a part lacks
// some blocks, or its end, and nothing fails. So each workbook is read back before it counts.
#pragma once

#include <string_view>
#include <vector>

#include "export/zip.h"

namespace yaodian {

// What was written into a worksheet.
struct WrittenSheet {
  size_t columns = 0;  // whose width was set
  size_t cells = 0;    // those that are blank but have a format too
  size_t text = 0;     // bytes of the texts in them
  size_t names = 0;    // defined names: one for the rows that are repeated, one for a filter
};

// Returns whether the parts of a workbook are whole and hold just SHEETS: no part that is listed is
// missing; each is complete XML without a hole; each list has as many members as it says, and each
// sheet as many columns and cells, with as much text, as were written.
bool is_whole_workbook(const ZipParts& parts, const std::vector<WrittenSheet>& sheets);

}  // namespace yaodian
