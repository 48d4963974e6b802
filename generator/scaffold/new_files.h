// New files in the content folder: all of them or none, and none in the place of another.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace yaodian {

struct NewFile {
  std::string path;  // within the content folder
  std::string text;
};

// Writes FILES under ROOT, with the folders that are missing, ROOT among them. Each new folder or
// file is made under a hidden name and takes its place, once all are written to the disk, in one
// step that fails if something stands there (renameat2(2)). If one fails the others are taken away
// again, and it is reported as already-there or cannot-write. A program that is killed between two
// such steps leaves the first; put the file that the others are for last. Returns whether all are
// there.
bool write_new_files(const std::filesystem::path& root, const std::vector<NewFile>& files,
                     Diagnostics& diagnostics);

}  // namespace yaodian
