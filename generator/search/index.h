// The index of the search page: files of JavaScript, made from the same content as the pages.
//
//   index        what blocks and files of grams there are; plans, tables, reports and tasks
//   text-N       a block of entries
//   grams-N      for some of the pairs of characters, in which blocks they are
//
// A site of a few blocks has no grams: all blocks are loaded at once. In a larger one the grams of
// what is looked for lead to the blocks that can have it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace yaodian::search {

// The name by which the search page asks for the index.
constexpr std::string_view kIndexName = "search/index.js";

struct File {
  std::string name;  // "search/index.js"
  std::string path;  // from the site's root: "search/index.0123456789abcdef.js"
  std::string bytes;
};

// Sites with more blocks have grams.
constexpr size_t kMostWithoutGrams = 16;

// Returns the files of SITE's index, made on JOBS threads. The same site makes the same files,
// however many threads. MOST is for tests.
std::vector<File> index_files(const Site& site, unsigned jobs, size_t most = kMostWithoutGrams);

}  // namespace yaodian::search
