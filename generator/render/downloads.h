// The links to the files that readers download.
#pragma once

#include <string_view>
#include <vector>

#include "export/files.h"
#include "render/view.h"

namespace yaodian {

// Adds "downloads", the links to FILES from the page at PATH, each with its kind and size;
// "has_downloads" and "has_form"; and DAY as "downloads_date".
void add_downloads(View& view, const std::vector<Download>& files, std::string_view day,
                   std::string_view path);

// Returns a size as readers know it, rounded up: "1 KB", "214 KB", "1.3 MB".
std::string size_text(size_t bytes);

}  // namespace yaodian
