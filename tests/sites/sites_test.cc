// Whole sites. A folder "sites/CASE" with "content" has to become the site in its "expected", byte
// for byte, with the templates and assets here, which print every name that a page gives. A case's
// arguments.txt may name others, or a date. A site that differs is left in "actual".
#include <sstream>

#include <gmock/gmock.h>

#include "../golden.h"
#include "../program.h"
#include "base/text.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = PROJECT_FOLDER "/tests/sites";

std::vector<std::string> cases() {
  std::vector<std::string> all;
  for (const std::string& name : folders_in(kFolder))
    if (fs::exists(kFolder / name / "content")) all.push_back(name);
  return all;
}

// The site that the case NAME makes in FOLDER, without the publication's own list of files.
Files build(const std::string& name, const fs::path& folder) {
  std::vector<std::string> arguments = {"build", "--quiet", "--output", folder / "site"};
  const std::vector<std::string> more = words_of(file_text(kFolder / name / "arguments.txt"));
  arguments.insert(arguments.end(), more.begin(), more.end());
  if (std::find(more.begin(), more.end(), "--templates") == more.end())
    arguments.insert(arguments.end(), {"--templates", "../templates", "--assets", "../assets"});
  const Outcome outcome = run_program(arguments, kFolder / name);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
  fs::remove(folder / "site" / ".yaodian-manifest");
  return tree_of(folder / "site");
}

std::vector<std::string> names_of(const Files& files) {
  std::vector<std::string> names;
  for (const auto& [name, text] : files) names.push_back(name);
  return names;
}

void replace_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

class Sites : public ::testing::TestWithParam<std::string> {};

TEST_P(Sites, AreBuiltAsExpected) {
  const TemporaryFolder folder;
  const fs::path home = kFolder / GetParam();
  const Files site = build(GetParam(), folder.path());
  if (overwriting()) replace_folder(folder / "site", home / "expected");
  const Files expected = tree_of(home / "expected");
  fs::remove_all(home / "actual");
  EXPECT_THAT(names_of(site), ::testing::ElementsAreArray(names_of(expected)));
  for (const auto& [name, text] : expected) {
    const auto built = site.find(name);
    if (built != site.end()) {
      EXPECT_EQ(built->second, text) << name;
    }
  }
  if (HasFailure()) replace_folder(folder / "site", home / "actual");
}

// True if TEXT has a Chinese character, or punctuation that is set with them only. A wide space is
// as good between links as any.
bool has_chinese(std::string_view text) {
  while (!text.empty()) {
    const char32_t one = take_character(text);
    if (is_chinese(one) && (one < 0x2000 || one > 0x206F) && one != 0x3000) return true;
  }
  return false;
}

// The case "english" has English content but for "每季度", a period, which is shown as it is
// written. The pages of the content's files show those.
TEST(EnglishSite, SaysNothingInChinese) {
  const Files files = tree_of(kFolder / "english/expected");
  EXPECT_GT(files.size(), 30u);
  for (const auto& [name, text] : files) {
    if (name.find("files/") != name.npos || name.starts_with("assets/")) continue;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      for (size_t at; (at = line.find("每季度")) != line.npos;)
        line.erase(at, std::string_view("每季度").size());
      EXPECT_FALSE(has_chinese(line)) << name << ": " << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Sites, ::testing::ValuesIn(cases()), test_name);

}  // namespace
}  // namespace yaodian
