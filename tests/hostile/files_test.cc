// Odd things in the content folder: nothing hangs, and what is wrong is said with its place.
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include "folder.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// The parts of a plan, one of each kind.
const Files& parts() {
  static const Files kParts = {
      {"union/2018/targets.yaml", "- {id: t, title: 目标, goal: '>= 88%'}\n"},
      {"union/2018/tables/a.yaml",
       "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人, quota: at-least}\nrows: {file: "
       "a.csv}\n"},
      {"union/2018/tables/a.csv", "单位,列\n东街街道,1\n西镇,2\n"},
      {"union/2018/reports/r.yaml", "as_of: 2018-03-31\ntotals: {a.c: 2}\n"},
      {"union/2018/ledger.yaml", "tasks:\n  - {id: k, title: 事}\n"},
      {"union/2018/documents/d.md", "---\ntitle: 文\n---\n达到[88%](target:t)。\n"},
  };
  return kParts;
}

std::vector<std::string> paths() {
  std::vector<std::string> paths;
  for (const auto& [path, text] : small_site(parts())) paths.push_back(path);
  return paths;
}

class EachFile : public ::testing::TestWithParam<std::string> {
 protected:
  EachFile() : folder_(parts()), path_(folder_.path("content/" + GetParam())) {}

  // The build fails with a message that names the file.
  void expect_refusal() const {
    const Outcome outcome = folder_.run();
    EXPECT_EQ(outcome.status, 1) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("content/" + GetParam()));
    EXPECT_THAT(folder_.made(), IsEmpty());
  }

  const HostileFolder folder_;
  const fs::path path_;
};

TEST_P(EachFile, MayBeEmptyAndIsReported) {
  folder_.write("content/" + GetParam(), "");
  const bool ledger_or_targets =
      GetParam().ends_with("targets.yaml") || GetParam().ends_with("ledger.yaml");
  const Outcome outcome = folder_.run();
  EXPECT_EQ(outcome.status, 1) << (ledger_or_targets ? "not optional" : "") << outcome.err;
  EXPECT_THAT(folder_.made(), IsEmpty());
}

TEST_P(EachFile, MayBeAFolderAndIsReported) {
  fs::remove(path_);
  fs::create_directory(path_);
  folder_.write("content/" + GetParam() + "/x", "");
  const Outcome outcome = folder_.run();
  EXPECT_THAT(outcome.err, HasSubstr("content/" + GetParam()));
}

TEST_P(EachFile, MayBeAPipeAndIsNotWaitedFor) {
  fs::remove(path_);
  ASSERT_EQ(::mkfifo(path_.c_str(), 0600), 0);
  expect_refusal();
}

TEST_P(EachFile, MayBeADeviceAndIsNotRead) {
  fs::remove(path_);
  fs::create_symlink("/dev/zero", path_);
  expect_refusal();
}

TEST_P(EachFile, MayBeASymbolicLinkToItself) {
  fs::remove(path_);
  fs::create_symlink(path_.filename(), path_);
  expect_refusal();
}

TEST_P(EachFile, MayHoldNothingButGarbage) {
  std::string garbage;
  uint32_t seed = 1;
  for (int at = 0; at < 20000; ++at)
    garbage += static_cast<char>((seed = seed * 1664525 + 7) >> 24);
  folder_.write("content/" + GetParam(), garbage);
  expect_refusal();
}

TEST_P(EachFile, MayHoldNothingButNuls) {
  folder_.write("content/" + GetParam(), std::string(5000, '\0'));
  expect_refusal();
}

std::string name_of(const ::testing::TestParamInfo<std::string>& file) {
  std::string name = file.param;
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, EachFile, ::testing::ValuesIn(paths()), name_of);

TEST(Files, ASocketIsNotRead) {
  const HostileFolder folder;
  const std::string path = folder.path("content/s.yaml");
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  ASSERT_LT(path.size(), sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  const Outcome outcome = folder.run();
  ::close(socket);
  EXPECT_THAT(ids_in(outcome), ElementsAre("unreadable"));
}

TEST(Files, FoldersThatLinkToThemselvesAreNotEntered) {
  const HostileFolder folder;
  fs::create_directory_symlink("..", folder.path("content/union/loop"));
  fs::create_directory_symlink("loop", folder.path("content/loop"));
  const Outcome outcome = folder.run();
  EXPECT_THAT(ids_in(outcome), UnorderedElementsAre("outside-content", "unreadable"));
  EXPECT_THAT(outcome.err, HasSubstr("content/union/loop"));
}

TEST(Files, AFileInPlaceOfTheContentIsReported) {
  const HostileFolder folder;
  fs::remove_all(folder.path("content"));
  folder.write("content", "x");
  EXPECT_THAT(ids_in(folder.run()), ElementsAre("unreadable"));
}

TEST(Files, AnEmptyContentIsReported) {
  const HostileFolder folder;
  fs::remove_all(folder.path("content"));
  fs::create_directory(folder.path("content"));
  EXPECT_THAT(ids_in(folder.run()), ElementsAre("missing-file"));
}

TEST(Files, NamesThatAreNoTextAreReported) {
  const HostileFolder folder;
  folder.write("content/union/2018/tables/\xFF\xFE.yaml", "title: x\n");
  folder.write("content/union/2018/tables/a\x1b[2Jb.yaml", "title: x\n");
  folder.write("content/union/2018/tables/a\nb.yaml", "title: x\n");
  const Outcome outcome = folder.run();
  EXPECT_THAT(ids_in(outcome), ElementsAre("bad-file-name", "bad-file-name", "bad-file-name"));
  EXPECT_EQ(outcome.err.find('\x1b'), std::string::npos);
}

TEST(Files, AFolderWithoutItsOwnFileIsOneMessageNotOneForEachFile) {
  HostileFolder folder;
  for (int at = 0; at < 50; ++at)
    folder.write("content/other/2018/tables/t" + std::to_string(at) + ".yaml", "title: x\n");
  const Outcome outcome = folder.run();
  EXPECT_THAT(ids_in(outcome), ElementsAre("missing-file", "missing-file"));
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("other/publisher.yaml"), HasSubstr("other/2018/plan.yaml")));
}

}  // namespace
}  // namespace yaodian
