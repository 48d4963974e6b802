#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Read {
  explicit Read(std::string text) : source(source_of(std::move(text), "rights.md")) {
    document = read_document(source, "rights", diagnostics);
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  Source source;
  Diagnostics diagnostics;
  Document document;
};

TEST(Document, ReadsFrontMatterAndBody) {
  const Read read(
      "---\ntitle: 权益保障工作要点\nshort: 权益保障\norder: 3\ndepartment: 权益保障部\n"
      "kind: scheme\nissued: 2018-04-23\nnumber: 海工发〔2018〕12号\nsource: "
      "haidian-2018\nsummary: 摘要\n---\n"
      "## 一、民主管理\n\n见[甲](unit:a)。\n");
  EXPECT_THAT(read.reported(), IsEmpty());
  EXPECT_EQ(read.document.id, "rights");
  EXPECT_EQ(read.document.title, "权益保障工作要点");
  EXPECT_EQ(read.document.short_title, "权益保障");
  EXPECT_EQ(read.document.order, 3);
  EXPECT_EQ(read.document.department, "权益保障部");
  EXPECT_EQ(read.document.kind, DocumentKind::scheme);
  EXPECT_EQ(read.document.issued, Date::from(2018, 4, 23));
  EXPECT_EQ(read.document.source.id, "haidian-2018");
  EXPECT_EQ(read.document.number, "海工发〔2018〕12号");
  EXPECT_EQ(read.document.source.position.line, 9u);
  EXPECT_EQ(read.document.summary, "摘要");
  ASSERT_TRUE(read.document.find_heading("民主管理"));
  EXPECT_EQ(read.document.find_heading("民主管理")->position.line, 12u);
  EXPECT_EQ(read.document.find_heading("民主"), nullptr);
  EXPECT_EQ(read.document.body.links.at(0).position.line, 14u);
}

TEST(Document, FillsInWhatIsNotGiven) {
  const Read read("---\ntitle: 通知\n---\n");
  EXPECT_EQ(read.document.short_title, "通知");
  EXPECT_EQ(read.document.kind, DocumentKind::work_points);
  EXPECT_FALSE(read.document.issued);
  EXPECT_THAT(read.document.body.links, IsEmpty());
}

TEST(Document, UnderstandsWindowsLineBreaks) {
  const Read read("---\r\ntitle: 通知\r\n---\r\n正文。\r\n");
  EXPECT_THAT(read.reported(), IsEmpty());
  EXPECT_EQ(read.document.title, "通知");
  EXPECT_EQ(read.document.body.pieces.at(0).html.str(), "<p>正文。</p>\n");
}

TEST(Document, NeedsFrontMatter) {
  for (const char* text : {"", "正文。\n", "\n---\ntitle: x\n---\n", "---\ntitle: x\n", "---"})
    EXPECT_THAT(Read(text).reported(), ElementsAre("missing-front-matter 1:1")) << text;
}

TEST(Document, GivesPositionsInTheWholeFile) {
  EXPECT_THAT(Read("---\ntitle: 通知\nkind: letter\nodrer: 1\n---\n\n正文[x](a.md)。\n").reported(),
              ElementsAre("not-a-choice 3:7", "unknown-key 4:1", "unknown-scheme 7:7"));
}

TEST(Document, KeepsTheBodyWhereTheFrontMatterIsBroken) {
  const Read read("---\ntitle: \"通知\n---\n## 甲\n");
  EXPECT_THAT(read.reported(), ElementsAre("unclosed-quote 2:8"));
  EXPECT_EQ(read.document.body.headings.size(), 1u);
}

TEST(Document, TakesALineOfHyphensInTheBodyForARule) {
  const Read read("---\ntitle: 通知\n---\n甲\n\n---\n\n乙\n");
  EXPECT_EQ(read.document.body.pieces.at(0).html.str(), "<p>甲</p>\n<hr/>\n<p>乙</p>\n");
}

}  // namespace
}  // namespace yaodian
