// Folders as they stand on the disk, entry by entry.
#pragma once

#include <functional>
#include <string>
#include <system_error>

namespace yaodian {

// Calls VISIT with the path, relative to the folder that is open as FOLDER, of each file under it,
// hidden ones too, and of each empty folder with a closing '/'; ends early where VISIT returns
// false. A symbolic link is a file. The order is that of the disk.
std::error_code walk_folder(int folder, const std::function<bool(const std::string& path)>& visit);

// Copies the file or symbolic link PATH of the folder open as FROM to the same path of TO, with its
// mode.
std::error_code copy_entry(int from, int to, const std::string& path);

}  // namespace yaodian
