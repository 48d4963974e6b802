#include "scaffold/new_files.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "../../program.h"
#include "base/files.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

class NewFiles : public ::testing::Test {
 protected:
  bool write(const std::vector<NewFile>& files, const std::string& root = "content") {
    return write_new_files(folder_ / root, files, diagnostics_);
  }
  Files tree() const { return tree_of(folder_.path()); }

  TemporaryFolder folder_;
  Diagnostics diagnostics_;
};

TEST_F(NewFiles, MakeTheFoldersThatAreMissing) {
  EXPECT_TRUE(write({{"site.yaml", "1"}, {"a/x.yaml", "2"}, {"a/b/y.yaml", "3"}}));
  EXPECT_THAT(tree(), ElementsAre(Pair("content/a/b/y.yaml", "3"), Pair("content/a/x.yaml", "2"),
                                  Pair("content/site.yaml", "1")));
  EXPECT_TRUE(write({{"a/c/z.yaml", "4"}}, "content/"));
  EXPECT_EQ(tree().size(), 4u);
  EXPECT_THAT(messages(diagnostics_), IsEmpty());
}

TEST_F(NewFiles, AreAllWrittenOrNone) {
  folder_.write("content/a/there.yaml", "old");
  EXPECT_FALSE(write({{"new.yaml", "1"}, {"b/x.yaml", "2"}, {"a/there.yaml", "3"}}));
  EXPECT_THAT(tree(), ElementsAre(Pair("content/a/there.yaml", "old")));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "content/b"));
  EXPECT_THAT(messages(diagnostics_), ElementsAre("already-there"));
}

TEST_F(NewFiles, TakeNothingsPlaceNotEvenThatOfALinkToNowhere) {
  folder_.write("content/x", "");
  std::filesystem::create_symlink("nowhere", folder_ / "content/link.yaml");
  std::filesystem::create_directory(folder_ / "content/folder.yaml");
  EXPECT_FALSE(write({{"link.yaml", "1"}}));
  EXPECT_FALSE(write({{"folder.yaml", "1"}}));
  EXPECT_THAT(messages(diagnostics_), ElementsAre("already-there", "already-there"));
  EXPECT_THAT(tree(),
              UnorderedElementsAre(Pair("content/x", ""), Pair("content/link.yaml", "-> nowhere")));
}

TEST_F(NewFiles, SayWhatIsInTheWay) {
  folder_.write("content/a", "a file");
  EXPECT_FALSE(write({{"new.yaml", "1"}, {"a/x.yaml", "2"}}));
  EXPECT_THAT(messages(diagnostics_), ElementsAre("cannot-write"));
  EXPECT_THAT(tree(), ElementsAre(Pair("content/a", "a file")));
}

TEST_F(NewFiles, ClearAwayWhatAKilledRunHasLeft) {
  folder_.write("content/.a.new/half.yaml", "1");
  EXPECT_TRUE(write({{"a/x.yaml", "2"}}));
  EXPECT_THAT(tree(), ElementsAre(Pair("content/a/x.yaml", "2")));
}

}  // namespace
}  // namespace yaodian
