#include "base/files.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ReadFile, ReturnsTheBytes) {
  const TemporaryFolder folder;
  folder.write("a", std::string("工会\0\r\n", 9));
  std::error_code error = std::make_error_code(std::errc::io_error);
  EXPECT_EQ(read_file(folder / "a", error), std::string("工会\0\r\n", 9));
  EXPECT_FALSE(error);
}

TEST(ReadFile, ReadsAnEmptyFile) {
  const TemporaryFolder folder;
  folder.write("a", "");
  std::error_code error;
  EXPECT_EQ(read_file(folder / "a", error), "");
}

TEST(ReadFile, SaysWhyItCannot) {
  const TemporaryFolder folder;
  std::error_code error;
  EXPECT_FALSE(read_file(folder / "missing", error));
  EXPECT_EQ(error, std::errc::no_such_file_or_directory);
  EXPECT_FALSE(read_file(folder.path(), error));
  EXPECT_EQ(error, std::errc::is_a_directory);
}

TEST(ReadFile, DoesNotWaitForANamedPipe) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  std::error_code error;
  EXPECT_FALSE(read_file(folder / "pipe", error));
  EXPECT_TRUE(error);
}

TEST(ReadFile, RefusesAFileOverTheLimit) {
  const TemporaryFolder folder;
  folder.write("a", "12345");
  std::error_code error;
  EXPECT_TRUE(read_file(folder / "a", error, 5));
  EXPECT_FALSE(read_file(folder / "a", error, 4));
  EXPECT_EQ(error, std::errc::file_too_large);
}

TEST(WriteFile, ReplacesWhatStoodThere) {
  const TemporaryFolder folder;
  folder.write("a", "something long");
  EXPECT_FALSE(write_file(folder / "a", "短"));
  std::error_code error;
  EXPECT_EQ(read_file(folder / "a", error), "短");
}

TEST(WriteFile, NeedsTheFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(write_file(folder / "missing/a", "x"), std::errc::no_such_file_or_directory);
}

TEST(ListFiles, ReturnsPathsInTheOrderOfTheirBytes) {
  const TemporaryFolder folder;
  for (const char* name : {"b", "a/z", "a.txt", "a/b/c", "工会.md"}) folder.write(name, "");
  std::error_code error;
  EXPECT_THAT(list_files(folder.path(), error),
              ElementsAre("a.txt", "a/b/c", "a/z", "b", "工会.md"));
  EXPECT_FALSE(error);
}

TEST(ListFiles, LeavesOutHiddenFilesAndBackups) {
  const TemporaryFolder folder;
  for (const char* name : {".hidden", ".git/config", "a~", "#a#", "a.swp", "a.bak", "#1", "a"})
    folder.write(name, "");
  std::error_code error;
  EXPECT_THAT(list_files(folder.path(), error), ElementsAre("#1", "a"));
}

TEST(ListFiles, ListsALinkAndDoesNotEnterIt) {
  const TemporaryFolder folder, other;
  other.write("inside", "");
  folder.write("a", "");
  std::filesystem::create_directory_symlink(other.path(), folder / "link");
  std::error_code error;
  EXPECT_THAT(list_files(folder.path(), error), ElementsAre("a", "link"));
}

TEST(ListFiles, BearsTheLockOfAnEditor) {
  const TemporaryFolder folder;
  folder.write("plan.yaml", "");
  std::filesystem::create_symlink("user@host.1234", folder / ".#plan.yaml");
  std::filesystem::create_symlink("nowhere", folder / "broken");
  std::error_code error;
  EXPECT_THAT(list_files(folder.path(), error), ElementsAre("broken", "plan.yaml"));
  EXPECT_FALSE(error);
}

TEST(ListFiles, IsNothingForAMissingFolder) {
  const TemporaryFolder folder;
  std::error_code error;
  EXPECT_THAT(list_files(folder / "missing", error), IsEmpty());
  EXPECT_EQ(error, std::errc::no_such_file_or_directory);
}

TEST(ReasonOf, IsInTheEditorsLanguage) {
  const Argument reason = reason_of(std::make_error_code(std::errc::no_such_file_or_directory));
  EXPECT_EQ(fill_in("{0}", {reason}, Language::zh), "没有这个文件或文件夹");
  EXPECT_EQ(fill_in("{0}", {reason}, Language::en), "no such file or folder");
}

TEST(ReasonOf, IsTheSystemsWhereItIsRare) {
  const Argument reason = reason_of(std::make_error_code(std::errc::not_a_stream));
  EXPECT_FALSE(fill_in("{0}", {reason}, Language::zh).empty());
}

}  // namespace
}  // namespace yaodian
