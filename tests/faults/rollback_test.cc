// Earlier sites, and two publications at once.
#include <thread>

#include <gmock/gmock.h>
#include <sys/file.h>

#include "base/files.h"
#include "project.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

void build_version(const FaultProject& project, int version, const std::string& keep) {
  project.write_version(version);
  const Outcome outcome = project.run({}, {"build", "--keep", keep});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
}

TEST(Rollback, PutsTheSiteBeforeBackAndThenTheOther) {
  const FaultProject project;
  build_version(project, 2, "1");
  const Outcome back = project.run({}, {"rollback"});
  EXPECT_EQ(back.status, 0) << back.err;
  EXPECT_THAT(back.out, MatchesRegex("已换回 ....-..-.. ..:.. 发布的网站（[0-9]+ 个文件）；再运行"
                                     "一次就换回来\n"));
  EXPECT_EQ(project.version_in(), 1);
  const Outcome forth = project.run({}, {"rollback", "--lang", "en"});
  EXPECT_THAT(forth.out, HasSubstr("is back ("));
  EXPECT_EQ(project.version_in(), 2);
  EXPECT_THAT(project.beside(), ElementsAre(".site.1", "site"));
}

TEST(Rollback, KeepsFilesOfOthersAsTheyAreNow) {
  const FaultProject project;
  build_version(project, 2, "1");
  fs::remove(project.path("www/site/others/notes.txt"));
  std::ofstream(project.path("www/site/new.txt")) << "新来的";
  EXPECT_EQ(project.run({}, {"rollback"}).status, 0);
  Files expected = project.site_of(1);
  expected.erase("others/notes.txt");
  expected["new.txt"] = "新来的";
  EXPECT_TRUE(project.site() == expected);
}

TEST(Rollback, ReachesEachOfTheEarlierSites) {
  const FaultProject project;
  build_version(project, 2, "3");
  build_version(project, 3, "3");
  EXPECT_THAT(project.beside(), ElementsAre(".site.1", ".site.2", "site"));
  EXPECT_EQ(project.run({}, {"rollback", "--to", "2"}).status, 0);
  EXPECT_EQ(project.version_in(), 1);
  EXPECT_EQ(project.run({}, {"rollback"}).status, 0);
  EXPECT_EQ(project.version_in(), 2);
}

TEST(Rollback, FailsWhereNothingWasKept) {
  const FaultProject project;
  const Outcome outcome = project.run({}, {"rollback"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("没有保留更早的网站"));
  EXPECT_EQ(project.version_in(), 1);
}

TEST(Keep, SharesUnchangedFilesWithTheEarlierSite) {
  const FaultProject project;
  build_version(project, 2, "1");
  EXPECT_TRUE(fs::equivalent(project.path("www/site/others/notes.txt"),
                             project.path("www/.site.1/others/notes.txt")));
  EXPECT_EQ(project.version_in("www/.site.1"), 1);
}

TEST(Keep, CountsNoPublicationThatChangesNothing) {
  const FaultProject project;
  build_version(project, 2, "2");
  build_version(project, 2, "2");
  EXPECT_THAT(project.beside(), ElementsAre(".site.1", "site"));
  EXPECT_EQ(project.version_in("www/.site.1"), 1);
}

TEST(Keep, RemovesWhatIsMoreThanItsNumber) {
  const FaultProject project;
  for (const int version : {2, 1, 2}) build_version(project, version, "2");
  EXPECT_THAT(project.beside(), ElementsAre(".site.1", ".site.2", "site"));
  build_version(project, 1, "0");
  EXPECT_THAT(project.beside(), ElementsAre("site"));
}

TEST(Keep, IsNotNeededForWhatWasKeptToStay) {
  const FaultProject project;
  build_version(project, 2, "1");
  project.write_version(1);
  EXPECT_EQ(project.run().status, 0);
  EXPECT_EQ(project.version_in("www/.site.1"), 1);
}

TEST(Lock, IsWaitedForAloud) {
  const FaultProject project;
  project.write_version(2);
  const Descriptor folder(::open(project.path("www").c_str(), O_RDONLY | O_DIRECTORY));
  ASSERT_EQ(::flock(folder.number(), LOCK_EX), 0);
  Child run(project.arguments(), {});
  const std::string holder = std::to_string(::getpid());
  while (run.said().find('\n') == std::string::npos)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_THAT(run.said(),
              AllOf(HasSubstr("正在等待另一个发布结束：" + project.path("www/site").string()),
                    HasSubstr("，进程 " + holder + "\n")));
  EXPECT_EQ(project.version_in(), 1);
  ASSERT_EQ(::flock(folder.number(), LOCK_UN), 0);
  EXPECT_EQ(run.wait().status, 0);
  EXPECT_EQ(project.version_in(), 2);
}

// Every way to run the program on the same input.
TEST(Bytes, AreTheSameWhateverSurroundsTheProgram) {
  const FaultProject project;
  const TemporaryFolder elsewhere;
  std::vector<std::pair<std::vector<std::string>, Circumstances>> ways;
  for (const char* jobs : {"1", "2", "3", "8"}) ways.push_back({{"build", "--jobs", jobs}, {}});
  for (const char* locale : {"C", "tr_TR.UTF-8", "zh_CN.GBK", "de_DE.UTF-8", "nonsense"})
    ways.push_back({{"build"}, {{{"LC_ALL", locale}, {"LANG", locale}}, false, {}, false}});
  for (const char* zone : {"UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati"})
    ways.push_back({{"build"}, {{{"TZ", zone}}, false, {}, false}});
  for (const fs::path& folder : {fs::path("/"), elsewhere.path(), project.path("content")})
    ways.push_back({{"build"}, {{}, false, folder, false}});
  for (const auto& [command, circumstances] : ways) {
    fs::remove_all(project.path("www"));
    const Outcome outcome = project.run(circumstances, command);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    Files site = project.site();
    site["others/notes.txt"] = project.site_of(1).at("others/notes.txt");
    ASSERT_EQ(project.version_of(site), 1)
        << ::testing::PrintToString(command) << ::testing::PrintToString(circumstances.environment)
        << circumstances.folder;
  }
}

TEST(Bytes, AreTheSameInAnyOrderOfFolders) {
  const FaultProject project;
  Files content = tree_of(project.path("content"));
  fs::remove_all(project.path("content"));
  for (auto file = content.rbegin(); file != content.rend(); ++file) {
    fs::create_directories(project.path("content/" + file->first).parent_path());
    std::ofstream(project.path("content/" + file->first), std::ios::binary) << file->second;
  }
  EXPECT_THAT(project.run().out, HasSubstr("新增 0，更新 0，"));
  EXPECT_EQ(project.version_in(), 1);
}

}  // namespace
}  // namespace yaodian
