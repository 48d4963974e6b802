// The texts of the index, in blocks: what a search loads in one go.
#pragma once

#include <string>
#include <vector>

#include "search/catalogue.h"
#include "search/entry.h"
#include "search/grams.h"

namespace yaodian::search {

// Entries as the items of a JavaScript list, and what is in them.
struct Block {
  std::string items;
  GramSet grams;
};

// Blocks grow to about this many bytes.
constexpr size_t kBlock = size_t{64} << 10;

// Returns ENTRIES in blocks. PLAN is the place of their plan in the catalogue, or its number of
// plans for those outside of any plan.
std::vector<Block> blocks_of(const std::vector<Entry>& entries, size_t plan);

// The units of a plan whose block is made in one go: those from BEGIN to END of its list of units.
struct UnitRange {
  size_t plan;
  size_t begin, end;
};

// Returns all units of the plans, in ranges that make blocks of about kBlock bytes.
std::vector<UnitRange> unit_ranges(const Catalogue& catalogue);

// Returns the block of RANGE: each unit by its names, its row of each table and of each report, and
// its tasks.
Block units_block(const Catalogue& catalogue, const UnitRange& range);

// Joins neighbours that are one block together.
std::vector<Block> joined(std::vector<Block> blocks);

}  // namespace yaodian::search
