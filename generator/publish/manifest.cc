#include "publish/manifest.h"

#include <algorithm>
#include <functional>

#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"

namespace yaodian {

Manifest::Manifest(std::vector<std::string> paths) : paths_(std::move(paths)) {
  constexpr size_t kParts = 2;  // that are sorted at once
  const auto middle = paths_.begin() + static_cast<std::ptrdiff_t>(paths_.size() / kParts);
  parallel_for(kParts, kParts, [&](unsigned, size_t part) {
    if (part == 0)
      std::sort(paths_.begin(), middle);
    else
      std::sort(middle, paths_.end());
  });
  std::inplace_merge(paths_.begin(), middle, paths_.end());
}

bool Manifest::contains(std::string_view path) const {
  return std::binary_search(paths_.begin(), paths_.end(), path, std::less<>());
}

std::string Manifest::text() const {
  std::string text;
  for (const std::string& path : paths_) text.append(path).append("\n");
  return text;
}

Manifest read_manifest(const std::filesystem::path& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  if (const auto text = read_file(folder / kManifest, error)) {
    for (const std::string_view line : split(*text, '\n')) {
      if (!line.empty()) paths.emplace_back(line);
    }
  }
  return Manifest(std::move(paths));
}

bool is_foreign(const std::filesystem::path& folder, const Manifest& ours,
                const std::string& path) {
  std::error_code error;
  return !ours.contains(path) && std::filesystem::is_regular_file(folder / path, error);
}

}  // namespace yaodian
