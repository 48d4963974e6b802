#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A site whose table has COLUMNS, and what its checks report.
struct Checked {
  explicit Checked(const std::string& table)
      : loaded(small_site({{"union/2018/tables/t.yaml", "title: 表\n" + table}})) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
    Findings findings(*chinese_words(), loaded.publisher(), loaded.plan(), diagnostics);
    check_figures(loaded.plan().tables.at(0), findings);
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  Loaded loaded;
  Diagnostics diagnostics;
};

constexpr char kCounts[] =
    "columns:\n  - {id: a, title: 会员, count: 人}\n  - {id: b, title: 金额, count: 元}\n";

TEST(Totals, ThatAreRightAreSilent) {
  EXPECT_THAT(
      Checked(std::string(kCounts) + "rows:\n  - [东街街道, '1,600', 0.10]\n  - [西镇, 待定, 0.2]\n"
                                     "total: [1600, 0.3]\n")
          .reported(),
      IsEmpty());
}

TEST(Totals, ThatDifferAreReportedWithBothAndTheDifference) {
  const Checked checked(
      std::string(kCounts) +
      "rows:\n  - [东街街道, 1600, 1.5]\n  - [西镇, '', 2]\ntotal: [1500, 3.50]\n");
  EXPECT_THAT(checked.reported(), ElementsAre("wrong-total 8:9"));
  EXPECT_EQ(message_text(checked.diagnostics),
            "“会员”合计写的是 1,500，各行相加是 1,600，相差 -100");
}

TEST(Totals, MayBeLeftOpen) {
  EXPECT_THAT(
      Checked(std::string(kCounts) + "rows:\n  - [东街街道, 1, 2]\ntotal: [待定, '']\n").reported(),
      IsEmpty());
  EXPECT_THAT(Checked(std::string(kCounts) + "rows:\n  - [东街街道, 1, 2]\n").reported(),
              IsEmpty());
}

TEST(Totals, OfRatesAreNotChecked) {
  EXPECT_THAT(Checked("columns:\n  - {id: a, title: 率, count: '%'}\n"
                      "rows:\n  - [东街街道, 90%]\n  - [西镇, 80%]\ntotal: [85%]\n")
                  .reported(),
              IsEmpty());
}

TEST(Totals, ThatAreTooLargeAreReported) {
  EXPECT_THAT(Checked("columns:\n  - {id: a, title: 金额, count: 元}\n"
                      "rows:\n  - [东街街道, 999999999999]\n  - [西镇, 1]\n")
                  .reported(),
              ElementsAre("number-too-large 3:5"));
}

std::string derived(const std::string& rule, const std::string& rows) {
  return "columns:\n  - {id: cards, title: 会员, count: 人}\n"
         "  - {id: task, title: 任务, count: 人, derived: {of: cards, " +
         rule + "}}\nrows:\n" + rows;
}

TEST(DerivedCells, AreCheckedAgainstTheirRule) {
  const Checked checked(
      derived("share: 20%", "  - [东街街道, 4281, 856]\n  - [西镇, 5274, 1054]\n"));
  EXPECT_THAT(checked.reported(), ElementsAre("wrong-derived 7:16"));
  EXPECT_EQ(message_text(checked.diagnostics), "“任务”写的是 1,054，按 5,274 × 20% 应为 1,055");
}

TEST(DerivedCells, AreRoundedAsTheRuleSays) {
  // 20% of 4283 is 856.6, of 4282 856.4; a half is 20% of 2.5.
  EXPECT_THAT(Checked(derived("share: 20%", "  - [东街街道, 4283, 857]\n  - [西镇, 4282, 856]\n"))
                  .reported(),
              IsEmpty());
  EXPECT_THAT(Checked(derived("share: 20%", "  - [东街街道, 2.5, 1]\n")).reported(), IsEmpty());
  EXPECT_THAT(Checked(derived("share: 20%, round: up", "  - [东街街道, 4281, 857]\n")).reported(),
              IsEmpty());
  EXPECT_THAT(Checked(derived("share: 20%, round: down", "  - [东街街道, 4283, 856]\n")).reported(),
              IsEmpty());
}

TEST(DerivedCells, KeepTheDecimalsOfTheCell) {
  EXPECT_THAT(Checked(derived("share: 12.5%", "  - [东街街道, 101, 12.63]\n")).reported(),
              IsEmpty());
  EXPECT_THAT(Checked(derived("share: 12.5%", "  - [东街街道, 101, 12.62]\n")).reported().size(),
              1u);
}

TEST(DerivedCells, MayBeVeryLarge) {
  EXPECT_THAT(
      Checked(derived("share: 50%", "  - [东街街道, 900000000000, 450000000000]\n")).reported(),
      IsEmpty());
}

TEST(DerivedCells, AreNotCheckedWhereAFigureIsMissing) {
  EXPECT_THAT(
      Checked(derived("share: 20%", "  - [东街街道, 待定, 5]\n  - [西镇, 100, 待定]\n")).reported(),
      IsEmpty());
}

// A plan with a target, a table and a document with BODY, and what is reported of its links.
std::vector<std::string> stated(const std::string& body) {
  const Loaded loaded(small_site(
      {{"union/2018/targets.yaml",
        "- {id: coverage, title: 甲, goal: '>= 88%'}\n- {id: law, title: 乙, goal: '2-4 次'}\n"
        "- {id: range, title: 丙, goal: '1-2万人'}\n"
        "- {id: dues, title: 丙, goal: '>= 4.91亿元'}\n"},
       {"union/2018/tables/t.yaml",
        "title: 表\ncolumns:\n  - {id: a, title: 会员, count: 人}\n  - {id: r, title: 率, count: "
        "'%'}\n"
        "rows:\n  - [东街街道, 1600, 90%]\n  - [西镇, 64000, 80%]\n"},
       {"union/2018/documents/d.md", "---\ntitle: x\n---\n" + body + "\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  Diagnostics diagnostics;
  for (const markdown::Link& link : loaded.plan().documents.at(0).body.links)
    check_statement(link, loaded.plan(), diagnostics);
  return messages(diagnostics);
}

TEST(Statements, ThatAgreeWithTheTargetAreSilent) {
  EXPECT_THAT(stated("[88%以上](target:coverage)，[８８％](target:coverage)，[2-4次](target:law)，"
                     "[2次](target:law)，[4.91亿元](target:dues)，[49,100万元](target:dues)"),
              IsEmpty());
}

TEST(Statements, OfARangeHaveTheMagnitudeOfItsSecondNumber) {
  EXPECT_THAT(stated("发展[1-2万人](target:range)，即[1万人至2万人](target:range)"), IsEmpty());
  EXPECT_THAT(stated("发展[1-3万人](target:range)"), ElementsAre("figure-differs 4:4"));
  EXPECT_THAT(stated("发展[1人](target:range)"), ElementsAre("figure-differs 4:4"));
}

TEST(Statements, ThatDifferFromTheTargetAreReported) {
  EXPECT_THAT(stated("达到[85%以上](target:coverage)"), ElementsAre("figure-differs 4:4"));
  EXPECT_THAT(stated("[88%到90%](target:coverage)"), ElementsAre("figure-differs 4:2"));
  EXPECT_THAT(stated("[3次](target:law)"), ElementsAre("figure-differs 4:2"));
  EXPECT_THAT(stated("[8,8%](target:coverage)"), ElementsAre("figure-differs 4:2"));
}

TEST(Statements, WithoutFigureStateNothing) {
  EXPECT_THAT(stated("[覆盖面](target:coverage)，[百分之八十五](target:coverage)"), IsEmpty());
}

TEST(Statements, OfAColumnAreHeldAgainstItsTotal) {
  EXPECT_THAT(stated("[65600人](table:t.a)，[6.56万](table:t.a)，[任务表](table:t.a)"), IsEmpty());
  EXPECT_THAT(stated("[65601人](table:t.a)"), ElementsAre("figure-differs 4:2"));
  EXPECT_THAT(stated("[2018年65600人](table:t.a)"), ElementsAre("figure-differs 4:2"));
}

TEST(Statements, OfATableHaveNoTotal) { EXPECT_THAT(stated("[2018年任务](table:t)"), IsEmpty()); }

TEST(Statements, GiveNoTotalToARate) {
  EXPECT_THAT(stated("[85%](table:t.r)"), ElementsAre("figure-differs 4:2"));
}

TEST(Statements, AreCountedAsTheirTargetIs) {
  EXPECT_THAT(stated("[88](target:coverage)"), ElementsAre("figure-differs 4:2"));
}

TEST(Check, DoesAllOfIt) {
  const Loaded loaded(
      small_site({{"union/2018/tables/t.yaml",
                   "title: 表\nsource: none\ncolumns:\n  - {id: a, title: 会员, count: 人}\n"
                   "rows:\n  - [东街街道, 1]\ntotal: [2]\n"},
                  {"union/2018/documents/d.md", "---\ntitle: x\n---\n[3](table:t.a)\n"}}));
  Diagnostics diagnostics;
  check(loaded.site, 2, diagnostics);
  diagnostics.sort();
  EXPECT_THAT(messages(diagnostics),
              ElementsAre("figure-differs 4:2", "dangling-link 2:9", "wrong-total 7:9"));
}

}  // namespace
}  // namespace yaodian
