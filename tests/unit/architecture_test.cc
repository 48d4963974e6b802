// The architecture as a test: which folder of the generator may include which, and that a
// third-party header stays in one .cc file.

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "base/files.h"
#include "support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What the files of each folder may include, besides their own; "" is the pipeline. Files outside
// the folders (the pipeline and the commands) may include everything.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"read", {"base"}},
    {"model", {"base", "read"}},
    {"check", {"base", "model"}},
    {"assess", {"base", "model"}},
    {"pages", {"base", "model", "assess"}},
    {"search", {"base", "read", "model", "pages"}},
    {"chart", {"base"}},
    {"export", {"base", "model", "assess", "pages"}},
    {"render", {"base", "model", "check", "assess", "pages", "chart", "export"}},
    {"publish", {"base"}},
    {"scaffold", {"base", "read", "model"}},
    {"command", {"", "base", "read", "model", "publish", "scaffold"}},
};

// The beginnings of the names of third-party headers.
const std::vector<std::string> kLibraries = {"yaml-cpp/", "cmark.h",    "kainjow/", "fmt/",
                                             "CLI/",      "utf8proc.h", "xxhash.h", "libdeflate.h",
                                             "brotli/",   "xlsxwriter"};

struct Include {
  std::string place;  // "base/text.cc:7"
  std::string file;   // that includes
  std::string name;
  bool quoted;  // "name", not <name>
};

std::string folder_of(const std::string& name) {
  const size_t end = name.find('/');
  return end == std::string::npos ? "" : name.substr(0, end);
}

std::vector<Include> includes_of(const std::filesystem::path& root, const std::string& file) {
  std::error_code error;
  std::istringstream text(read_file(root / file, error).value());
  std::vector<Include> includes;
  int number = 1;
  for (std::string line; std::getline(text, line); ++number) {
    if (!line.starts_with("#include")) continue;
    const size_t begin = line.find_first_of("\"<");
    const size_t end = line.find_last_of("\">");
    includes.push_back({file + ":" + std::to_string(number), file,
                        line.substr(begin + 1, end - begin - 1), line[begin] == '"'});
  }
  return includes;
}

bool allowed(const Include& include) {
  const std::string from = folder_of(include.file), to = folder_of(include.name);
  if (from.empty() || from == to) return true;
  const auto may = kMayInclude.find(from);
  return may != kMayInclude.end() && may->second.contains(to);
}

std::string library_of(const std::string& name) {
  for (const std::string& library : kLibraries)
    if (name.starts_with(library)) return library;
  return {};
}

// Each include under ROOT that goes against the architecture, with its file and line.
std::vector<std::string> violations(const std::filesystem::path& root) {
  std::vector<std::string> found;
  std::map<std::string, std::string> users;  // the first file that includes a library
  std::error_code error;
  for (const std::string& file : list_files(root, error)) {
    if (!file.ends_with(".h") && !file.ends_with(".cc")) continue;
    for (const Include& include : includes_of(root, file)) {
      if (include.quoted && !allowed(include))
        found.push_back(include.place + ": " + folder_of(file) + " may not include " +
                        include.name);
      const std::string library = include.quoted ? "" : library_of(include.name);
      if (library.empty()) continue;
      const std::string& user = users.emplace(library, file).first->second;
      if (file.ends_with(".h"))
        found.push_back(include.place + ": " + include.name + " in a header");
      else if (user != file)
        found.push_back(include.place + ": " + include.name + " is for " + user + " alone");
    }
  }
  return found;
}

TEST(Architecture, IncludesGoOneWay) {
  EXPECT_THAT(violations(PROJECT_FOLDER "/generator"), IsEmpty());
}

TEST(Architecture, HasAPlaceForEachFolder) {
  std::error_code error;
  std::set<std::string> folders;
  for (const std::string& file : list_files(PROJECT_FOLDER "/generator", error))
    if (!folder_of(file).empty()) folders.insert(folder_of(file));
  EXPECT_GE(folders.size(), 7u);
  for (const std::string& folder : folders)
    EXPECT_TRUE(kMayInclude.contains(folder)) << folder << " is not in the architecture";
}

TEST(Architecture, IsBrokenByAnIncludeTheOtherWay) {
  const TemporaryFolder folder;
  folder.write("base/text.cc", "#include \"base/text.h\"\n\n#include \"model/plan.h\"\n");
  folder.write("check/check.cc", "#include \"model/plan.h\"\n#include \"read/yaml.h\"\n");
  folder.write("chart/chart.h", "#include \"build.h\"\n");
  folder.write("build.cc", "#include \"read/yaml.h\"\n#include \"render/render.h\"\n");
  folder.write("misc/a.cc", "#include \"base/text.h\"\n");
  EXPECT_THAT(violations(folder.path()),
              ElementsAre("base/text.cc:3: base may not include model/plan.h",
                          "chart/chart.h:1: chart may not include build.h",
                          "check/check.cc:2: check may not include read/yaml.h",
                          "misc/a.cc:1: misc may not include base/text.h"));
}

TEST(Architecture, IsBrokenByALibraryInTwoPlaces) {
  const TemporaryFolder folder;
  folder.write("base/a.cc", "#include <fmt/format.h>\n#include <fmt/args.h>\n#include <string>\n");
  folder.write("base/b.cc", "#include <fmt/format.h>\n");
  folder.write("read/c.h", "#include <cmark.h>\n");
  EXPECT_THAT(violations(folder.path()),
              ElementsAre("base/b.cc:1: fmt/format.h is for base/a.cc alone",
                          "read/c.h:1: cmark.h in a header"));
}

TEST(Architecture, KeepsFilesShort) {
  std::error_code error;
  for (const std::string& file : list_files(PROJECT_FOLDER "/generator", error)) {
    const std::string text =
        read_file(std::filesystem::path(PROJECT_FOLDER "/generator") / file, error).value();
    EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 400) << file;
  }
}

}  // namespace
}  // namespace yaodian
