// Every message as an editor sees it. A folder "bad/ID" or "bad/ID/CASE" is a working folder in
// which the program has to say what is in its expected.txt, and in English what is in
// expected.en.txt where there is one. Beside "content" it may hold "templates", "assets",
// "arguments.txt" instead of "check", "words.txt" (see below), and "sizes.txt": files that are
// stretched to a size before the run, each with its bytes.
#include <regex>
#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "../golden.h"
#include "../program.h"
#include "base/rules.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = PROJECT_FOLDER "/tests/bad";
const std::string kSites = PROJECT_FOLDER "/tests/sites/";

bool is_case(const fs::path& folder) {
  return fs::exists(folder / "content") || fs::exists(folder / "arguments.txt");
}

std::vector<std::string> cases() {
  std::vector<std::string> all;
  for (const std::string& id : folders_in(kFolder)) {
    if (is_case(kFolder / id)) all.push_back(id);
    if (is_case(kFolder / id)) continue;
    for (const std::string& name : folders_in(kFolder / id)) all.push_back(id + "/" + name);
  }
  return all;
}

// A case's own files in a folder of their own, as they are before the program runs.
class Stage {
 public:
  explicit Stage(const std::string& name) {
    fs::copy(kFolder / name, folder_.path(),
             fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    if (fs::exists(folder_ / "templates") && !fs::exists(folder_ / "templates/words")) give_words();
    const std::vector<std::string> sizes = words_of(file_text(folder_ / "sizes.txt"));
    for (size_t at = 0; at + 1 < sizes.size(); at += 2)
      fs::resize_file(folder_ / sizes[at], std::stoul(sizes[at + 1]));
    if (sizes.empty()) before_ = tree_of(folder_.path());
  }

  Outcome run(const std::string& language) const {
    std::vector<std::string> arguments = words_of(file_text(folder_ / "arguments.txt"));
    if (arguments.empty()) arguments = {"check"};
    const auto give = [&](const std::string& option, const std::string& folder) {
      const bool given =
          std::find(arguments.begin(), arguments.end(), "--" + option) != arguments.end();
      if (given || fs::exists(folder_ / folder)) return;
      arguments.insert(arguments.end(), {"--" + option, kSites + folder});
    };
    if (arguments.front() == "check" || arguments.front() == "build") {
      give("templates", "templates");
      give("assets", "assets");
    }
    arguments.insert(arguments.end(), {"--lang", language});
    Outcome outcome = run_program(arguments, folder_.path());
    const std::string here = fs::canonical(folder_.path()).string() + "/";
    for (size_t at; (at = outcome.err.find(here)) != std::string::npos;)
      outcome.err.erase(at, here.size());
    return outcome;
  }

  bool is_untouched() const { return before_.empty() || tree_of(folder_.path()) == before_; }

 private:
  // Templates have the words that the program brings. A case's words.txt changes them: "-KEY" takes
  // a word away, "KEY: TEXT" puts it on the first line instead of where it is.
  void give_words() const {
    std::istringstream changes(file_text(folder_ / "words.txt"));
    std::string words = "\n" + file_text(PROJECT_FOLDER "/templates/words/zh.yaml"), first;
    for (std::string line; std::getline(changes, line);) {
      const bool gone = line.starts_with('-');
      const std::string key = gone ? line.substr(1) : line.substr(0, line.find(':'));
      const size_t at = words.find("\n" + key + ":");
      if (at != words.npos) words.erase(at, words.find('\n', at + 1) - at);
      if (!gone) first += line + "\n";
    }
    folder_.write("templates/words/zh.yaml", first + words.substr(1));
  }

  TemporaryFolder folder_;
  Files before_;  // empty where a file is too large to be kept
};

size_t count(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  return static_cast<size_t>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), regex), {}));
}

class Bad : public ::testing::TestWithParam<std::string> {};

TEST_P(Bad, SaysWhatIsExpectedAndWritesNothing) {
  const Stage stage(GetParam());
  const Outcome outcome = stage.run("zh");
  const fs::path expected = kFolder / GetParam() / "expected.txt";
  if (overwriting()) std::ofstream(expected, std::ios::binary) << outcome.err;
  EXPECT_EQ(outcome.err, file_text(expected));
  EXPECT_EQ(outcome.status, outcome.err.find("错误 [") == std::string::npos ? 0 : 1);
  const std::string id = GetParam().substr(0, GetParam().find('/'));
  EXPECT_THAT(outcome.err, ::testing::HasSubstr(" [" + id + "] "));
  EXPECT_TRUE(stage.is_untouched());
}

TEST_P(Bad, SaysTheSameInEnglish) {
  const Stage stage(GetParam());
  const std::string chinese = stage.run("zh").err, english = stage.run("en").err;
  const fs::path expected = kFolder / GetParam() / "expected.en.txt";
  if (fs::exists(expected)) {
    if (overwriting()) std::ofstream(expected, std::ios::binary) << english;
    EXPECT_EQ(english, file_text(expected));
  }
  EXPECT_EQ(count(english, "error \\["), count(chinese, "错误 \\["));
  EXPECT_EQ(count(english, "warning \\["), count(chinese, "提醒 \\["));
  EXPECT_EQ(count(english, "\\{\\d\\}"), 0u) << english;
}

INSTANTIATE_TEST_SUITE_P(All, Bad, ::testing::ValuesIn(cases()), test_name);

TEST(BadFolders, AreOneForEachRule) {
  std::set<std::string> ids;
  for (const Rule* rule : all_rules()) ids.emplace(rule->id);
  EXPECT_THAT(folders_in(kFolder), ::testing::ElementsAreArray(ids));
}

TEST(BadFolders, ShowSomeMessagesInEnglish) {
  size_t english = 0;
  for (const std::string& name : cases()) english += fs::exists(kFolder / name / "expected.en.txt");
  EXPECT_GE(english, 5u);
}

}  // namespace
}  // namespace yaodian
