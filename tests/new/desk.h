// A project on an editor's desk, on which "yaodian new" is run.
#pragma once

#include <gmock/gmock.h>

#include "../program.h"

namespace yaodian {

// A folder without content, with the project's templates and assets.
class Desk {
 public:
  Desk() {
    for (const char* name : {"templates", "assets"})
      std::filesystem::create_directory_symlink(std::filesystem::path(PROJECT_FOLDER) / name,
                                                folder_ / name);
  }

  void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
  std::string text(const std::string& name) const { return file_text(folder_ / name); }
  Files content() const { return tree_of(folder_ / "content"); }
  Files site() const { return tree_of(folder_ / "site"); }

  const std::filesystem::path& folder() const { return folder_.path(); }

  Outcome run(const std::vector<std::string>& words) const {
    return run_program(words, folder_.path());
  }
  // Makes something, after which the content has to be without errors. Returns what was printed.
  std::string make(std::vector<std::string> words) const {
    words.insert(words.begin(), "new");
    const Outcome made = run(words);
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_EQ(made.err, "");
    const Outcome checked = run({"check"});
    EXPECT_EQ(checked.status, 0) << checked.err;
    return made.out;
  }
  // The same words are refused with STATUS, and nothing changes. Returns what was said.
  std::string refuse(std::vector<std::string> words, int status) const {
    words.insert(words.begin(), "new");
    const Files before = tree_of(folder_.path());
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, status) << outcome.err;
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(tree_of(folder_.path()) == before);
    return outcome.err;
  }
  // Everything that a year needs.
  void make_year() const {
    make({"publisher", "demo", "--name", "示例区总工会", "--unit", "dongshan:东山街道总工会",
          "--unit", "xihe:西河镇总工会"});
    make({"plan", "demo/2026"});
    make({"table", "demo/2026/members", "--title", "会员发展任务", "--column",
          "new-members:发展会员数:人", "--column", "coverage:覆盖面:%"});
  }

 private:
  TemporaryFolder folder_;
};

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from << " in\n" << text;
  return at == text.npos ? text : text.replace(at, from.size(), to);
}

}  // namespace yaodian
