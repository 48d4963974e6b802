#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kTable[] =
    "title: 表\nsource: s\ndocument: notice\ncolumns:\n"
    "  - {id: members, title: 会员, count: 人, quota: at-least}\n"
    "  - {id: cards, title: 持卡, count: 人}\n"
    "rows:\n  - [东街街道, 1600, 5]\n";
constexpr char kPlan[] =
    "title: 计划\nperiod: {start: 2018-01-01, end: 2018-12-31}\n"
    "sources:\n  - {id: s, title: 通知}\n";

// A site with the table "allocation", the target "coverage" and the document "notice" with BODY.
// The body begins on line 4.
Files site_with(const std::string& body, const Files& more = {}) {
  Files files =
      small_site({{"union/2018/plan.yaml", kPlan},
                  {"union/2018/tables/allocation.yaml", kTable},
                  {"union/2018/targets.yaml", "- {id: coverage, title: 覆盖面, goal: '>= 88%'}\n"},
                  {"union/2018/documents/notice.md", "---\ntitle: 通知\n---\n" + body + "\n"},
                  {"union/2018/documents/states.md",
                   "---\ntitle: 要点\n---\n## 一、民主管理\n\n[88%](target:coverage)\n"}});
  for (const auto& [path, text] : more) files[path] = text;
  return files;
}

struct Checked {
  explicit Checked(const Files& files) : loaded(files) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
    check_references(loaded.site, diagnostics);
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  std::vector<std::string> suggestions() const { return diagnostics.all().at(0).suggestions; }
  Loaded loaded;
  Diagnostics diagnostics;
};

TEST(References, ThatLeadSomewhereAreSilent) {
  EXPECT_THAT(
      Checked(site_with("## 甲\n\n[88%](target:coverage)，[表](table:allocation)，"
                        "[1600人](table:allocation.members)，[东街](unit:east)，"
                        "[要点](document:states)，[管理](document:states#民主管理)，[甲](#甲)，"
                        "[外](https://example.org)。\n\n![表](table:allocation)\n\n"
                        "![进度](progress:allocation.members)"))
          .reported(),
      IsEmpty());
}

TEST(References, OfLinksNameTheNearestId) {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"见[x](target:coverag)", "没有编号为“coverag”的目标", "coverage"},
      {"见[x](table:alocation)", "没有编号为“alocation”的任务表", "allocation"},
      {"见[x](table:allocation.member)", "没有编号为“allocation.member”的列", "allocation.members"},
      {"见[x](unit:esat)", "没有编号为“esat”的单位", "east"},
      {"见[x](document:state)", "没有编号为“state”的文件", "states"},
      {"见[x](document:states#民主管里)", "“states”里没有标题“民主管里”", "民主管理"}};
  for (const auto& [body, message, nearest] : cases) {
    const Checked checked(site_with(body));
    ASSERT_EQ(checked.reported().size(), 1u) << body;
    EXPECT_EQ(message_text(checked.diagnostics), message);
    EXPECT_EQ(checked.diagnostics.all()[0].position.line, 4u);
    EXPECT_EQ(checked.diagnostics.all()[0].position.column, 3u);
    EXPECT_THAT(checked.suggestions(), ElementsAre(nearest));
  }
}

TEST(References, ToAHeadingOfThePageNeedIt) {
  EXPECT_THAT(Checked(site_with("## 甲\n\n见[x](#乙)")).reported(),
              ElementsAre("dangling-anchor 6:3"));
}

TEST(References, ToAUnitNeedItInATable) {
  const Checked checked(site_with("见[西镇](unit:west)"));
  EXPECT_THAT(checked.reported(), ElementsAre("dangling-link 4:3"));
  EXPECT_EQ(message_text(checked.diagnostics), "没有编号为“west”的列入任务表的单位");
}

TEST(References, OfEmbedsPointAtTheCaption) {
  EXPECT_THAT(Checked(site_with("![任务表](table:alocation)")).reported(),
              ElementsAre("dangling-link 4:3"));
}

TEST(References, OfProgressNeedAQuotaColumn) {
  EXPECT_THAT(Checked(site_with("![进度](progress:allocation.cards)")).reported(),
              ElementsAre("wrong-embed 4:3"));
  EXPECT_THAT(Checked(site_with("![进度](progress:allocation)")).reported(),
              ElementsAre("wrong-embed 4:3"));
  EXPECT_THAT(Checked(site_with("![进度](progress:allocation.homes)")).reported(),
              ElementsAre("dangling-link 4:3"));
}

TEST(References, OfTablesNeedSourceDocumentAndTarget) {
  const Checked checked(site_with(
      "",
      {{"union/2018/tables/other.yaml",
        "title: 表\nsource: ss\ndocument: notices\ncolumns:\n"
        "  - {id: a, title: 甲, count: '%', target: coverages}\nrows:\n  - [东街街道, 5%]\n"}}));
  EXPECT_THAT(checked.reported(),
              ElementsAre("dangling-link 2:9", "dangling-link 3:11", "dangling-link 5:43"));
}

TEST(References, OfReportsNeedTheirSource) {
  EXPECT_THAT(Checked(site_with("", {{"union/2018/reports/r.yaml",
                                      "as_of: 2018-04-30\nsource: t\n"
                                      "targets: {coverage: 71%}\n"}}))
                  .reported(),
              ElementsAre("dangling-link 2:9"));
}

TEST(References, OfDocumentsNeedTheirSource) {
  EXPECT_THAT(
      Checked(site_with("", {{"union/2018/documents/x.md", "---\ntitle: x\nsource: t\n---\n"}}))
          .reported(),
      ElementsAre("dangling-link 3:9"));
}

TEST(References, OfHeadlinesNeedTargetOrColumn) {
  const Checked checked(site_with(
      "", {{"union/2018/plan.yaml", std::string(kPlan) +
                                        "headline: [allocation.members, target:coverage,\n"
                                        "  allocation.member, other.a, target:none]\n"}}));
  EXPECT_THAT(checked.reported(),
              ElementsAre("dangling-link 6:3", "dangling-link 6:22", "dangling-link 6:31"));
  EXPECT_THAT(checked.suggestions(), ElementsAre("allocation.members"));
}

TEST(References, OfTheFrontPageNeedAPlan) {
  EXPECT_THAT(
      Checked(site_with("", {{"site.yaml", "title: 计划\nopens: union/2018\n"}})).reported(),
      IsEmpty());
  const Checked checked(site_with("", {{"site.yaml", "title: 计划\nopens: union/2019\n"}}));
  EXPECT_THAT(checked.reported(), ElementsAre("dangling-link 2:8"));
  EXPECT_THAT(checked.suggestions(), ElementsAre("union/2018"));
}

TEST(References, WarnOfATargetThatNoDocumentStates) {
  const Checked checked(site_with(
      "", {{"union/2018/targets.yaml",
            "- {id: coverage, title: 甲, goal: '88%'}\n- {id: lonely, title: 乙, goal: '5'}\n"}}));
  EXPECT_THAT(checked.reported(), ElementsAre("unstated-target 2:3"));
  EXPECT_FALSE(checked.diagnostics.has_errors());
}

TEST(References, IntoWhatCouldNotBeReadAreNotJudged) {
  const Loaded loaded(
      site_with("[88%](target:coverage)，[东街](unit:east)，[列](table:allocation.x)",
                {{"union/2018/targets.yaml", "- {id: [\n"},
                 {"union/2018/tables/allocation.yaml", "title: [\n"},
                 {"union/units.yaml", "units: [\n"}}));
  ASSERT_EQ(loaded.diagnostics.errors(), 3u);
  Diagnostics diagnostics;
  check_references(loaded.site, diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
}

TEST(References, OfTheLedgerNeedADocumentAndItsHeading) {
  const std::string tasks =
      "tasks:\n"
      "  - {id: a, title: 甲, document: states#民主管理}\n"
      "  - {id: b, title: 乙, document: states}\n"
      "  - {id: c, title: 丙, document: state}\n"
      "  - {id: d, title: 丁, document: states#民主管里}\n";
  const Checked checked(site_with("甲", {{"union/2018/ledger.yaml", tasks}}));
  EXPECT_THAT(checked.reported(), ElementsAre("dangling-link 4:33", "dangling-anchor 5:33"));
  EXPECT_THAT(checked.suggestions(), ElementsAre("states"));
  EXPECT_THAT(checked.diagnostics.all()[1].suggestions, ElementsAre("民主管理"));
}

}  // namespace
}  // namespace yaodian
