// The content folder as it stands on the disk.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/position.h"

namespace yaodian {

constexpr size_t kLargestContentFile = size_t{256} << 20;
constexpr size_t kLargestDocument = size_t{1}
                                    << 20;  // cmark takes seconds over hostile input of this size

// A file of the content. SOURCE has no text where the file could not be read, which has been
// reported, and where it is no YAML, Markdown or CSV, which is READABLE and of no use.
struct ContentFile {
  std::string path;  // relative to the content folder, '/' between names
  std::unique_ptr<const Source> source;
  bool readable = false;
};

// All files of a content folder in the order of their paths. It owns the texts that positions point
// into.
struct Content {
  std::string root;  // as the user named the folder
  std::vector<ContentFile> files;

  // Returns the file PATH, or nullptr.
  const ContentFile* find(std::string_view path) const;
};

// Reads the YAML, Markdown and CSV files under ROOT on JOBS threads. Reports what cannot be read,
// is too large, is not UTF-8 or holds control characters, and symbolic links that lead out of ROOT.
// A missing folder is reported as unreadable and leaves no files.
Content read_content(const std::filesystem::path& root, unsigned jobs, Diagnostics& diagnostics);

}  // namespace yaodian
