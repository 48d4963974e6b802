// What may happen to a build while it runs. Whatever it is, readers have the old site or the new
// one, each file of it, the program says what was wrong, and the next build succeeds.
#include <cerrno>

#include <gmock/gmock.h>

#include "project.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsSubsetOf;

using Environment = std::map<std::string, std::string>;

// MOMENTS of the calls from 1 to CALLS, spread evenly.
std::vector<long> spread(long calls, long moments) {
  std::vector<long> all;
  for (long at = 0; at < moments; ++at) all.push_back(1 + at * (calls - 1) / (moments - 1));
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Circumstances fault_at(long call, Environment environment) {
  Circumstances circumstances;
  circumstances.environment = std::move(environment);
  circumstances.environment["FAULT_AT"] = std::to_string(call);
  circumstances.with_faults = true;
  return circumstances;
}

// Builds once more, undisturbed: the site is that of VERSION, and nothing is left beside it.
void expect_recovery(const FaultProject& project, int version,
                     const std::vector<std::string>& command = {"build"}) {
  const Outcome next = project.run({}, command);
  ASSERT_EQ(next.status, 0) << next.err;
  ASSERT_EQ(project.version_in(), version);
  ASSERT_THAT(project.beside(), IsSubsetOf({"site", ".site.1"}));
}

TEST(Kill, LeavesTheOldSiteOrTheNewOneAtAnyMoment) {
  const FaultProject project;
  const std::vector<long> moments = spread(project.count_calls(2), 220);
  ASSERT_GE(moments.size(), 200u) << "a build makes too few calls";
  int version = 2, killed = 0;
  for (const long at : moments) {
    project.write_version(version);
    const std::string jobs = std::to_string(1 + at % 2);
    const Outcome outcome =
        project.run(fault_at(at, {{"FAULT", "kill"}}), {"build", "--jobs", jobs});
    killed += outcome.status == -1;
    ASSERT_THAT(project.version_in(), AnyOf(1, 2)) << "killed at call " << at;
    ASSERT_NO_FATAL_FAILURE(expect_recovery(project, version));
    version = 3 - version;
  }
  EXPECT_GE(killed, 200);
}

TEST(Kill, LeavesWholeEarlierSites) {
  const FaultProject project;
  project.run({}, {"build", "--keep", "1"});
  int version = 2;
  for (const long at : spread(project.count_calls(2) + 8, 60)) {
    project.write_version(version);
    project.run(fault_at(at, {{"FAULT", "kill"}}), {"build", "--keep", "1"});
    ASSERT_THAT(project.version_in(), AnyOf(1, 2)) << "killed at call " << at;
    ASSERT_NO_FATAL_FAILURE(expect_recovery(project, version, {"build", "--keep", "1"}));
    if (fs::exists(project.path("www/.site.1"))) {
      ASSERT_THAT(project.version_in("www/.site.1"), AnyOf(1, 2)) << "killed at call " << at;
    }
    version = 3 - version;
  }
}

TEST(Kill, LosesNothingWhereFoldersCannotBeExchanged) {
  const FaultProject project;
  const Environment no_exchange{{"NO_EXCHANGE", "1"}};
  int version = 2;
  for (const long at : spread(project.count_calls(2, no_exchange), 60)) {
    project.write_version(version);
    project.run(fault_at(at, {{"FAULT", "kill"}, {"NO_EXCHANGE", "1"}}));
    // For a moment the old site stands aside.
    const bool aside = !fs::exists(project.path("www/site"));
    const Files site = aside ? tree_of(project.path("www/.site.old")) : project.site();
    ASSERT_THAT(project.version_of(site), AnyOf(1, 2)) << "killed at call " << at;
    ASSERT_NO_FATAL_FAILURE(expect_recovery(project, version));
    version = 3 - version;
  }
}

// Lets calls fail with ERROR, one after the other: a build that says that it failed has left the
// old site, one that says nothing has put the new one in place.
void expect_all_or_nothing(int error, const std::string& words, Environment more = {}) {
  const FaultProject project;
  more["FAULT"] = std::to_string(error);
  int version = 2, failed = 0;
  for (const long at : spread(project.count_calls(2), 50)) {
    project.write_version(version);
    const Outcome outcome = project.run(fault_at(at, more));
    ASSERT_THAT(outcome.status, AnyOf(0, 1)) << outcome.err;
    ASSERT_EQ(project.version_in(), outcome.status == 0 ? version : 3 - version)
        << "error at call " << at << ": " << outcome.err;
    if (outcome.status == 1) {
      ++failed;
      EXPECT_THAT(outcome.err, HasSubstr("错误 [cannot-publish] 网站没有发布："));
      EXPECT_THAT(outcome.err, HasSubstr(words));
      EXPECT_THAT(outcome.err, HasSubstr("1 个错误，2 条提醒。网站没有改动。\n"));
    }
    ASSERT_NO_FATAL_FAILURE(expect_recovery(project, version));
    version = 3 - version;
  }
  EXPECT_GT(failed, 10);
}

TEST(Errors, OfAFullDiskAreToldAndLeaveTheOldSite) {
  expect_all_or_nothing(ENOSPC, "：磁盘已满\n", {{"FAULT_LASTS", "1"}});
}

TEST(Errors, OfOneCallAreToldAndLeaveTheOldSite) { expect_all_or_nothing(ENOSPC, "：磁盘已满\n"); }

TEST(Errors, OfPermissionAreToldAndLeaveTheOldSite) {
  expect_all_or_nothing(EACCES, "：没有权限\n");
}

TEST(Errors, OfTheDiskAreToldAndLeaveTheOldSite) {
  expect_all_or_nothing(EIO, "：Input/output error\n");
}

TEST(Removal, OfTheOutputWhileBuildingDoesNoHarm) {
  const FaultProject project;
  int version = 2;
  for (const long at : spread(project.count_calls(2), 40)) {
    project.write_version(version);
    const fs::path gone = project.path("www/site.gone");
    const Outcome outcome =
        project.run(fault_at(at, {{"FAULT", "move"}, {"FAULT_PATH", project.path("www/site")}}));
    EXPECT_EQ(outcome.status, 0) << "removed at call " << at << ": " << outcome.err;
    Files site = fs::exists(project.path("www/site")) ? project.site() : tree_of(gone);
    site["others/notes.txt"] = project.site_of(version).at("others/notes.txt");
    ASSERT_EQ(project.version_of(site), version) << "removed at call " << at;
    fs::remove_all(gone);
    fs::create_directories(project.path("www/site/others"));
    std::ofstream(project.path("www/site/others/notes.txt")) << "别人的文件\n";
    ASSERT_NO_FATAL_FAILURE(expect_recovery(project, version));
    version = 3 - version;
  }
}

// Runs SCRIPT in the project's folder, where it may mount file systems.
Outcome run_with_mounts(const FaultProject& project, const std::string& script) {
  Circumstances inside;
  inside.folder = project.folder();
  return Child({"/usr/bin/env", "unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                script},
               inside)
      .wait();
}

TEST(Disk, ThatIsFullKeepsTheOldSiteAndIsNamed) {
  const FaultProject project;
  size_t pages = 0;
  for (const auto& [path, text] : project.site()) pages += text.size() / 4096 + 1;
  const std::string build = "./yaodian build --content ";
  const std::string script =
      "mv content new && mount -t tmpfs -o size=" + std::to_string(pages * 4 * 7 / 5) +
      "k none www && " + build + "first --output www/site --quiet || exit 100\n" + build +
      "new --output www/site --quiet 2> err\n"
      "echo $? > status\n"
      "rm -rf kept; cp -a www/site kept\n"
      "ls -A www > beside\n"
      "mount -o remount,size=64m none www && " +
      build + "new --output www/site --quiet || exit 101\n";
  project.write_version(1);
  fs::rename(project.path("content"), project.path("first"));
  project.write_version(3);  // another title: every page changes
  const Outcome outcome = run_with_mounts(project, script);
  if (outcome.status != 0 && !fs::exists(project.path("status")))
    GTEST_SKIP() << "no file system can be mounted here: " << outcome.err;
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(file_text(project.path("status")), "1\n");
  EXPECT_THAT(file_text(project.path("err")), HasSubstr("：磁盘已满\n"));
  Files first = project.site_of(1);
  first.erase("others/notes.txt");
  EXPECT_TRUE(tree_of(project.path("kept")) == first);
  EXPECT_EQ(file_text(project.path("beside")), "site\n");
}

// Workbooks are made of temporary files, in memory or in TMPDIR. The library that writes them does
// not say that it had no room for all of a part.
TEST(Disk, ThatHasNoRoomForTemporaryFilesIsNamedAndKeepsTheOldSite) {
  const FaultProject project;
  project.write_version(2);
  const std::string build = " ./yaodian build --output www/site --jobs 1 > out ";
  const std::string script =
      "mount --bind . /mnt && cd /mnt && mkdir small large || exit 100\n"
      "for folder in /dev/shm small; do mount -t tmpfs -o size=8k none $folder || exit 100; done\n"
      "TMPDIR=/mnt/small" +
      build +
      "2> err\n"
      "echo $? > status\n"
      "cp -a www/site kept; ls -A www small /dev/shm > beside\n"
      "TMPDIR=/mnt/large" +
      build + "2> err-large\n";
  const Outcome outcome = run_with_mounts(project, script);
  if (outcome.status != 0 && !fs::exists(project.path("status")))
    GTEST_SKIP() << "no file system can be mounted here: " << outcome.err;
  EXPECT_EQ(file_text(project.path("status")), "1\n");
  const std::string said = file_text(project.path("err"));
  EXPECT_THAT(said, HasSubstr(".xlsx (TMPDIR: /mnt/small)：磁盘已满\n"));
  EXPECT_THAT(said, HasSubstr("1 个错误，2 条提醒。网站没有改动。\n"));
  EXPECT_EQ(project.version_in("kept"), 1);
  EXPECT_EQ(file_text(project.path("beside")), "/dev/shm:\n\nsmall:\n\nwww:\nsite\n");
  // Where there is room, each workbook is the same as ever.
  EXPECT_EQ(outcome.status, 0) << file_text(project.path("err-large"));
  EXPECT_EQ(project.version_in(), 2);
}

// As an ordinary user: nothing is forbidden to root.
Outcome run_as_nobody(const FaultProject& project) {
  project.hand_over();
  Circumstances ordinary;
  ordinary.as_nobody = true;
  return project.run(ordinary);
}

TEST(Permission, ToWriteBesideTheSiteIsNeededAndSaid) {
  const FaultProject project;
  project.write_version(2);
  fs::permissions(project.path("www"), fs::perms(0555));
  const Outcome outcome = run_as_nobody(project);
  fs::permissions(project.path("www"), fs::perms(0755));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("/www/.site.new：没有权限\n"));
  EXPECT_THAT(outcome.err, HasSubstr("网站没有改动。\n"));
  EXPECT_EQ(project.version_in(), 1);
  expect_recovery(project, 2);
}

TEST(Permission, ToWriteIntoTheSiteIsNeededAndSaid) {
  const FaultProject project;
  project.write_version(2);
  fs::permissions(project.path("www/site"), fs::perms(0555));
  const Outcome outcome = run_as_nobody(project);
  fs::permissions(project.path("www/site"), fs::perms(0755));
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("：没有权限\n"));
  EXPECT_EQ(project.version_in(), 1);
  expect_recovery(project, 2);
}

TEST(Permission, ToReadTheContentIsNeededAndSaid) {
  for (const char* name : {"content/union/units.yaml", "content/union/2018"}) {
    const FaultProject project;
    project.write_version(2);
    fs::permissions(project.path(name), fs::perms::none);
    const Outcome outcome = run_as_nobody(project);
    fs::permissions(project.path(name), fs::perms(0755));
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.err, HasSubstr("错误 [unreadable]")) << name;
    EXPECT_THAT(outcome.err, HasSubstr("：没有权限\n")) << name;
    EXPECT_EQ(project.version_in(), 1);
    expect_recovery(project, 2);
  }
}

TEST(Output, MayBeASymbolicLink) {
  const FaultProject project;
  fs::rename(project.path("www"), project.path("disk"));
  fs::create_directory(project.path("www"));
  fs::create_directory_symlink("../disk/site", project.path("www/site"));
  project.write_version(2);
  EXPECT_EQ(project.run().status, 0);
  EXPECT_TRUE(fs::is_symlink(project.path("www/site")));
  EXPECT_EQ(project.version_in("disk/site"), 2);
  EXPECT_EQ(project.beside(), std::vector<std::string>{"site"});
}

}  // namespace
}  // namespace yaodian
