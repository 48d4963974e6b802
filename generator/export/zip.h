// Reads ZIP files back, as far as this program's own are concerned.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace yaodian {

// The files in a ZIP file, by name.
using ZipParts = std::map<std::string, std::string, std::less<>>;

// Returns the files that ZIP holds. Nothing where one of them is not there byte by byte, as its
// size and its CRC-32 say, where one is there twice, or where ZIP is cut, longer than it says, in
// parts, encrypted, or not compressed with Deflate.
std::optional<ZipParts> zip_parts(std::string_view zip);

}  // namespace yaodian
