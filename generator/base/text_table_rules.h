// The messages about text tables: a part of the catalogue in base/rules.h, which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule text_column{
    "text-column",
    Severity::error,
    {"“{0}”是文字列，这张表的行却是单位",
     "\"{0}\" is a column of text, but the rows of this table are units"},
    {"整张表是说明性的就写 rows_of: text；单位的表只有数，删去 text，写 count。",
     "write rows_of: text if the table explains; a table of units has figures: count, not text"}};
inline constexpr Rule duplicate_row{
    "duplicate-row",
    Severity::error,
    {"有两行都叫“{0}”（第一次在第 {1} 行）", "two rows are called \"{0}\" (first on line {1})"},
    {"第一格要能区分各行。", "the first cell tells the rows apart"}};

}  // namespace yaodian::rule
