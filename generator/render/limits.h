// What pages leave out where a plan has more units than anybody reads in one list. What is left out
// is said, and stands on the units' own pages.
#pragma once

#include <cstddef>

namespace yaodian {

constexpr size_t kLongTable = 500;  // rows; longer tables have no heat map, and no rows in reports
constexpr size_t kLongList = 100;   // of longer lists that repeat a table only the ends are shown

}  // namespace yaodian
