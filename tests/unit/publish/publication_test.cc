#include "publish/publication.h"

#include <set>
#include <thread>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "../support.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

Changes publish(const fs::path& output,
                const std::vector<std::pair<std::string, std::string>>& files) {
  Publication publication(output);
  for (const auto& [path, bytes] : files) publication.write(path, bytes);
  const auto changes = publication.publish();
  EXPECT_TRUE(changes) << publication.failure()->path << ": "
                       << std::get<Text>(publication.failure()->reason).en;
  return changes.value_or(Changes{});
}

TEST(Publication, CountsWhatItChanges) {
  const TemporaryFolder folder;
  publish(folder / "site", {{"index.html", "a"}, {"a/x.html", "x"}, {"a/y.html", "y"}});
  const Changes changes =
      publish(folder / "site", {{"index.html", "a"}, {"a/x.html", "z"}, {"b.html", "b"}});
  EXPECT_EQ(changes.unchanged, 1u);
  EXPECT_EQ(changes.changed, 1u);
  EXPECT_EQ(changes.added, 1u);
  EXPECT_EQ(changes.removed, 1u);
}

TEST(Publication, LeavesAnUnchangedFileItsInode) {
  const TemporaryFolder folder;
  publish(folder / "site", {{"a.html", "a"}, {"b.html", "b"}});
  const auto before = fs::last_write_time(folder / "site/a.html");
  fs::create_hard_link(folder / "site/a.html", folder / "witness");
  publish(folder / "site", {{"a.html", "a"}, {"b.html", "c"}});
  EXPECT_TRUE(fs::equivalent(folder / "site/a.html", folder / "witness"));
  EXPECT_EQ(fs::last_write_time(folder / "site/a.html"), before);
}

TEST(Publication, RemovesAFolderThatHeldOnlyItsOwnFiles) {
  const TemporaryFolder folder;
  publish(folder / "site", {{"old/a.html", "a"}});
  publish(folder / "site", {{"new/a.html", "a"}});
  EXPECT_FALSE(fs::exists(folder / "site/old"));
}

TEST(Publication, KeepsTheFolderAsOthersHaveSetItUp) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "site/uploads/empty");
  fs::permissions(folder / "site", fs::perms(02775));
  publish(folder / "site", {{"index.html", "a"}});
  EXPECT_EQ(fs::status(folder / "site").permissions(), fs::perms(02775));
  EXPECT_TRUE(fs::is_directory(folder / "site/uploads/empty"));
}

TEST(Publication, KeepsAPrivateFolderPrivate) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "site/private");
  std::ofstream(folder / "site/private/notes.txt") << "x";
  fs::permissions(folder / "site/private", fs::perms(0700));
  publish(folder / "site", {{"index.html", "a"}});
  EXPECT_EQ(fs::status(folder / "site/private").permissions(), fs::perms(0700));
}

TEST(Publication, DoesNotCoverItsInputs) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "content");
  for (const auto& output : {folder / "content", folder / "content/site", folder.path()}) {
    EXPECT_TRUE(Publication(output, {folder / "content"}).failure()) << output;
  }
  EXPECT_FALSE(Publication(folder / "contents", {folder / "content"}).failure());
}

TEST(Publication, WaitsForAnotherOneToEnd) {
  const TemporaryFolder folder;
  std::vector<std::thread> publishers;
  for (char each = 'a'; each < 'e'; ++each) {
    publishers.emplace_back([&folder, each] {
      Publication publication(folder / "site");
      for (int page = 0; page < 50; ++page)
        publication.write(std::to_string(page) + ".html", std::string(1, each));
      EXPECT_TRUE(publication.publish());
    });
  }
  for (std::thread& publisher : publishers) publisher.join();
  std::set<std::string> seen;
  for (int page = 0; page < 50; ++page) {
    std::ifstream file(folder / ("site/" + std::to_string(page) + ".html"));
    seen.insert(std::string(std::istreambuf_iterator<char>(file), {}));
  }
  EXPECT_EQ(seen.size(), 1u);
}

TEST(Publication, TouchesNothingWhereNothingChanged) {
  const TemporaryFolder folder;
  publish(folder / "site", {{"index.html", "a"}});
  struct stat before, after;
  ASSERT_EQ(::stat((folder / "site").c_str(), &before), 0);
  EXPECT_EQ(publish(folder / "site", {{"index.html", "a"}}).unchanged, 1u);
  ASSERT_EQ(::stat((folder / "site").c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
}

TEST(Publication, BringsBackASiteThatWasPutAside) {
  const TemporaryFolder folder;
  publish(folder / "site", {{"index.html", "a"}});
  fs::rename(folder / "site", folder / ".site.old");
  publish(folder / "site", {{"index.html", "a"}});
  EXPECT_TRUE(fs::exists(folder / "site/index.html"));
  EXPECT_FALSE(fs::exists(folder / ".site.old"));
}

TEST(Publication, LeavesNothingWhenItIsGivenUp) {
  const TemporaryFolder folder;
  publish(folder / "site", {{"index.html", "old"}});
  {
    Publication(folder / "site").write("index.html", "new");
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
  std::ifstream index(folder / "site/index.html");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(index), {}), "old");
}

}  // namespace
}  // namespace yaodian
