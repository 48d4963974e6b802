#include "render/assets.h"

#include <cstdio>

#include "base/files.h"
#include "base/hash.h"
#include "base/rules.h"

namespace yaodian {
namespace {

std::string fingerprinted(const std::string& name, const std::string& bytes) {
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(hash_of(bytes)));
  const size_t dot = name.rfind('.');
  const size_t folder = name.rfind('/');
  const bool extension = dot != name.npos && (folder == name.npos || dot > folder);
  const size_t end = extension ? dot : name.size();
  return "assets/" + name.substr(0, end) + "." + hash + name.substr(end);
}

}  // namespace

std::vector<Asset> read_assets(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  std::vector<Asset> assets;
  std::error_code error;
  for (const std::string& name : list_files(folder, error)) {
    std::error_code unreadable;
    auto bytes = read_file(folder / name, unreadable);
    if (!bytes) {
      diagnostics.report(rule::unreadable, {}, "",
                         {(folder / name).generic_string(), reason_of(unreadable)});
      continue;
    }
    std::string path = fingerprinted(name, *bytes);
    assets.push_back({name, std::move(path), std::move(*bytes)});
  }
  if (error)
    diagnostics.report(rule::unreadable, {}, "", {folder.generic_string(), reason_of(error)});
  return assets;
}

const Asset* find_asset(const std::vector<Asset>& assets, std::string_view name) {
  for (const Asset& asset : assets) {
    if (asset.name == name) return &asset;
  }
  return nullptr;
}

}  // namespace yaodian
