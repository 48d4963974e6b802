// The list of the files in a published site that Yaodian made: a file in the site, a path a line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace yaodian {

inline constexpr std::string_view kManifest = ".yaodian-manifest";

// The manifest of a site, to be asked.
class Manifest {
 public:
  Manifest() = default;
  explicit Manifest(std::vector<std::string> paths);

  bool contains(std::string_view path) const;
  const std::vector<std::string>& paths() const { return paths_; }
  // As it is written: in the order of the paths' bytes, each line ended.
  std::string text() const;

 private:
  std::vector<std::string> paths_;  // sorted
};

// Returns the manifest of the site in FOLDER; an empty one where there is none.
Manifest read_manifest(const std::filesystem::path& folder);

// Returns true if a file stands at PATH in the site in FOLDER that is not in its manifest OURS.
bool is_foreign(const std::filesystem::path& folder, const Manifest& ours, const std::string& path);

}  // namespace yaodian
