// "yaodian new" that is killed, or whose calls to the file system fail, at each moment of a run.
#include <cerrno>

#include <gmock/gmock.h>

#include "project.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

using ::testing::AnyOf;
using ::testing::HasSubstr;

const std::vector<std::string> kPublisher = {"new",  "publisher", "demo",    "--name",
                                             "示例", "--unit",    "a:甲工会"};
const std::vector<std::string> kRepeat = {"new", "plan", "union/2019", "--from", "2018"};
const std::vector<std::string> kReport = {"new", "report", "union/2018/2018-03-31", "--csv"};

// A content folder, and one run of the program in it.
class NewDesk {
 public:
  NewDesk() {
    for (const auto& [path, text] : small_site()) folder_.write("content/" + path, text);
    folder_.write("content/union/2018/tables/t.yaml",
                  "title: 表\ncolumns: [{id: c, title: 列, count: 人, quota: at-least}]\nrows:\n"
                  "  - [东街街道, 1]\n");
  }

  Outcome run(std::vector<std::string> words, const Circumstances& circumstances) const {
    words.insert(words.begin(), YAODIAN_PROGRAM);
    Circumstances here = circumstances;
    here.folder = folder_.path();
    here.with_faults = true;
    return Child(words, here).wait();
  }
  Outcome run(const std::vector<std::string>& words, long at, const std::string& fault) const {
    Circumstances circumstances;
    circumstances.environment = {{"FAULT_AT", std::to_string(at)}, {"FAULT", fault}};
    return run(words, circumstances);
  }
  // Its files but those under hidden names, which are not read.
  Files content() const {
    Files files = tree_of(folder_ / "content");
    std::erase_if(files, [](const auto& file) {
      return file.first.starts_with('.') || file.first.find("/.") != std::string::npos;
    });
    return files;
  }
  fs::path path(std::string_view name) const { return folder_ / name; }

 private:
  TemporaryFolder folder_;
};

class EachMoment : public ::testing::TestWithParam<std::vector<std::string>> {
 protected:
  EachMoment() : before_(NewDesk().content()) {
    const NewDesk desk;
    Circumstances counting;
    counting.environment = {{"FAULT_COUNT", desk.path("count")}};
    EXPECT_EQ(desk.run(GetParam(), counting).status, 0);
    after_ = desk.content();
    calls_ = std::stol(file_text(desk.path("count")));
    EXPECT_GE(calls_, 6);
  }

  Files before_;
  Files after_;
  long calls_ = 0;
};

TEST_P(EachMoment, OfAFailureLeavesAllOrNothing) {
  for (long at = 1; at <= calls_; ++at) {
    const NewDesk desk;
    const Outcome outcome = desk.run(GetParam(), at, std::to_string(ENOSPC));
    if (outcome.status == 0) {
      EXPECT_TRUE(desk.content() == after_) << at;
      continue;
    }
    EXPECT_EQ(outcome.status, 1) << at;
    EXPECT_THAT(outcome.err, HasSubstr("错误 [cannot-write]")) << at;
    EXPECT_TRUE(desk.content() == before_) << at;
    EXPECT_EQ(desk.run(GetParam(), {}).status, 0) << at;
  }
}

// Two files beside each other cannot appear in one step: what nothing names yet comes first.
TEST_P(EachMoment, OfAKillLeavesAllOrNothingThatCounts) {
  size_t killed = 0;
  for (long at = 1; at <= calls_; ++at) {
    const NewDesk desk;
    killed += desk.run(GetParam(), at, "kill").status == -1;
    Files content = desk.content();
    if (content.size() < after_.size()) content.erase("union/2018/reports/2018-03-31-t.csv");
    EXPECT_THAT(content, AnyOf(before_, after_)) << at;
  }
  EXPECT_GE(killed, 6u);
}

INSTANTIATE_TEST_SUITE_P(New, EachMoment, ::testing::Values(kPublisher, kRepeat, kReport));

}  // namespace
}  // namespace yaodian
