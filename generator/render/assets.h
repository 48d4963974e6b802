// The style sheet, the script and the icons, with a fingerprint of their content in their names:
// they can be cached for ever.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace yaodian {

struct Asset {
  std::string name;  // "style.css"
  std::string path;  // from the site's root: "assets/style.0123456789abcdef.css"
  std::string bytes;
};

// Reads all files in FOLDER, in the order of their names. Reports what cannot be read.
std::vector<Asset> read_assets(const std::filesystem::path& folder, Diagnostics& diagnostics);

// Returns the asset NAME, or nullptr.
const Asset* find_asset(const std::vector<Asset>& assets, std::string_view name);

}  // namespace yaodian
