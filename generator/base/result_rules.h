// The messages about results (成效): a part of the catalogue in base/rules.h, which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule no_results{
    "no-results",
    Severity::error,
    {"月报“{0}”的 figures 里没有写明出自“{1}”的数",
     "none of the figures of report \"{0}\" names \"{1}\""},
    {"在要显示的数里写 document: {1}，或用 ![标题](report:{0}.编号) 只嵌入一个数。",
     "give the figures document: {1}, or embed a single one: ![caption](report:{0}.FIGURE)"}};

}  // namespace yaodian::rule
