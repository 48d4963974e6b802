#include "read/content.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "read/csv.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> reported(const TemporaryFolder& folder) {
  Diagnostics diagnostics;
  const Content content = read_content(folder.path(), 2, diagnostics);
  return messages(diagnostics);
}

// What is reported about a file with TEXT.
std::vector<std::string> reported(std::string_view text) {
  const TemporaryFolder folder;
  folder.write("a.yaml", text);
  return reported(folder);
}

TEST(Content, ReadsAllFilesInTheOrderOfTheirPaths) {
  const TemporaryFolder folder;
  folder.write("site.yaml", "title: 计划\n");
  folder.write("union/2018/plan.yaml", "a");
  folder.write("union/2018/documents/notice.md", "");
  Diagnostics diagnostics;
  const Content content = read_content(folder.path(), 3, diagnostics);
  ASSERT_EQ(content.files.size(), 3u);
  EXPECT_EQ(content.files[0].path, "site.yaml");
  EXPECT_EQ(content.files[1].path, "union/2018/documents/notice.md");
  EXPECT_EQ(content.files[2].path, "union/2018/plan.yaml");
  EXPECT_EQ(content.files[0].source->text, "title: 计划\n");
  EXPECT_EQ(content.files[0].source->name, "site.yaml");
  EXPECT_EQ(content.files[0].source->path, (folder / "site.yaml").string());
  EXPECT_TRUE(content.files[1].readable);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
}

TEST(Content, FindsAFileByItsPath) {
  const TemporaryFolder folder;
  for (const char* name : {"a/b.yaml", "a.yaml", "c.yaml"}) folder.write(name, name);
  Diagnostics diagnostics;
  const Content content = read_content(folder.path(), 1, diagnostics);
  for (const char* name : {"a/b.yaml", "a.yaml", "c.yaml"}) {
    ASSERT_TRUE(content.find(name)) << name;
    EXPECT_EQ(content.find(name)->source->text, name);
  }
  EXPECT_EQ(content.find("b.yaml"), nullptr);
}

TEST(Content, DropsAByteOrderMark) {
  const TemporaryFolder folder;
  folder.write("rows.csv", "\xEF\xBB\xBF单位,会员\r\n甲,5\r\n");
  Diagnostics diagnostics;
  const Content content = read_content(folder.path(), 1, diagnostics);
  const auto rows = csv::parse(*content.files.at(0).source, diagnostics);
  EXPECT_EQ(rows.value().at(0).at(0).text, "单位");
  EXPECT_EQ(rows->at(0).at(1).position.column, 4u);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
}

TEST(Content, RefusesOtherEncodings) {
  EXPECT_THAT(reported("title: \xB9\xA4\xBB\xE1\n"), ElementsAre("not-utf8 a.yaml"));
  EXPECT_THAT(reported(std::string_view("\xFF\xFE"
                                        "a\0",
                                        4)),
              ElementsAre("not-utf8 a.yaml"));
}

TEST(Content, RefusesControlCharacters) {
  EXPECT_THAT(reported("a: 1\n工会\x07\n"), ElementsAre("control-character 2:3"));
  EXPECT_THAT(reported(std::string_view("a\0b", 3)), ElementsAre("control-character 1:2"));
  EXPECT_THAT(reported("\u0085"), ElementsAre("control-character 1:1"));
  EXPECT_THAT(reported("万\u202E"), ElementsAre("control-character 1:2"));
  EXPECT_THAT(reported("万\u2066"), ElementsAre("control-character 1:2"));
  EXPECT_THAT(reported("\x7F"), ElementsAre("control-character 1:1"));
}

TEST(Content, RefusesCarriageReturnsThatEndNoLine) {
  EXPECT_THAT(reported("工会\r\n工\r会\n"), ElementsAre("control-character 2:2"));
  EXPECT_THAT(reported("工会\r"), ElementsAre("control-character 1:3"));
}

TEST(Content, AcceptsTabsLineBreaksAndChinesePunctuation) {
  EXPECT_THAT(reported("a:\t“工会”——…　\r\n"), IsEmpty());
}

TEST(Content, LimitsTheSizeOfADocument) {
  const TemporaryFolder folder;
  folder.write("a.md", std::string(kLargestDocument, 'a'));
  folder.write("b.md", std::string(kLargestDocument + 1, 'a'));
  folder.write("c.csv", std::string(kLargestDocument + 1, 'a'));
  Diagnostics diagnostics;
  const Content content = read_content(folder.path(), 1, diagnostics);
  EXPECT_THAT(messages(diagnostics), ElementsAre("too-large b.md"));
  EXPECT_TRUE(content.find("a.md")->readable);
  EXPECT_FALSE(content.find("b.md")->readable);
  EXPECT_EQ(content.find("b.md")->source->text, "");
}

TEST(Content, ReportsALinkThatLeadsNowhere) {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("nowhere", folder / "a.yaml");
  EXPECT_THAT(reported(folder), ElementsAre("unreadable a.yaml"));
}

TEST(Content, ReportsAMissingFolder) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  EXPECT_THAT(read_content(folder / "missing", 1, diagnostics).files, IsEmpty());
  EXPECT_THAT(messages(diagnostics), ElementsAre("unreadable"));
}

}  // namespace
}  // namespace yaodian
