// Tests against files that hold what is expected. With YAODIAN_OVERWRITE=1 they are rewritten to
// what the program does now, to be read and committed; never where CI is set.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace yaodian {

// True if what is expected is to be rewritten. A failure of the running test where that is refused.
inline bool overwriting() {
  const char* wish = std::getenv("YAODIAN_OVERWRITE");
  if (!wish || std::string(wish) != "1") return false;
  if (!std::getenv("CI")) return true;
  ADD_FAILURE() << "YAODIAN_OVERWRITE is refused where CI is set";
  return false;
}

// The names of the folders in FOLDER, in order.
inline std::vector<std::string> folders_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

// A case's name as GoogleTest can show it: "broken-yaml/open-brace" is broken_yaml_open_brace.
inline std::string test_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(name.begin(), name.end(), [](char c) { return c == '-' || c == '/'; }, '_');
  return name;
}

}  // namespace yaodian
