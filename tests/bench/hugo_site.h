// The same plan for Hugo: the same tables, reports and documents, byte for byte, with templates of
// its own for a page of each unit, table and document.
#pragma once

#include <cstddef>
#include <filesystem>

#include "synthetic.h"

namespace yaodian::bench {

// Makes the Hugo site of a plan of SIZE, which must have no gaps and its rows in YAML, in FOLDER:
// everything that Hugo needs, so that none of it is timed. Throws std::system_error.
void write_hugo_site(const Size& size, const std::filesystem::path& folder);

// Returns how many pages Hugo makes of it.
size_t hugo_pages(const Size& size);

// Returns the path of the program "hugo", or an empty one where there is none.
std::filesystem::path find_hugo();

}  // namespace yaodian::bench
