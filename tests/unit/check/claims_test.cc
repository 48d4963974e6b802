#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A plan with a task table of two columns and a rate, a report and a document, and its CHECKS.
struct Reconciled {
  explicit Reconciled(const std::string& checks) : loaded(files(checks)) {
    if (loaded.diagnostics.has_errors()) return;
    Findings findings(*chinese_words(), loaded.publisher(), loaded.plan(), diagnostics);
    check_claims(findings);
    check_acceptances(findings);
    results = std::move(findings.results);
  }
  static Files files(const std::string& checks) {
    return small_site(
        {{"union/2018/tables/t.yaml",
          "title: 任务表\ncolumns:\n"
          "  - {id: unions, title: 建会, count: 家, quota: at-least}\n"
          "  - {id: dues, title: 经费, count: 万元}\n"
          "  - {id: rate, title: 申报率, count: '%'}\n"
          "rows:\n  - [东街街道, 300, 5751.91, 92.5%]\n  - [西镇, 84, '', 95.06%]\n"},
         {"union/2018/targets.yaml",
          "- {id: dues, title: 经费, goal: '>= 4.91亿元'}\n"
          "- {id: share, title: 覆盖面, goal: '>= 88%'}\n- {id: law, title: 宣传, goal: '2-4 "
          "次'}\n"},
         {"union/2018/reports/march.yaml",
          "as_of: 2018-03-31\ntotals: {t.unions: 4家}\ntargets: {share: 71%}\n"
          "tables: {t: {columns: [unions], rows: [[西镇, 3]]}}\n"
          "figures: [{id: dues, title: 应计提, value: 2.11亿元}]\n"},
         {"union/2018/documents/d.md",
          "---\ntitle: 第447号通知\n---\n新建4家，占1.18%。\n\n## 一、经费\n\n应计提4.91亿元。\n\n"
          "### 1. 其中\n\n独立37户。\n\n## 二、其他\n\n共28户。\n"},
         {"union/2018/checks.yaml", checks}});
  }
  Loaded loaded;
  Diagnostics diagnostics;
  Reconciliation results;
};

std::string claim(const std::string& figure, const std::string& equals,
                  const std::string& more = "") {
  return "- {says: 甲, figure: '" + figure + "', equals: " + equals + more + "}\n";
}

// What the claim comes to: the figure as it was published, as computed and the formula; what was
// reported where it fails.
std::string outcome(const std::string& figure, const std::string& equals,
                    const std::string& more = "") {
  const Reconciled one(claim(figure, equals, more));
  for (const Diagnostics* all : {&one.loaded.diagnostics, &one.diagnostics})
    if (!all->all().empty()) return messages(*all).front() + " " + message_text(*all);
  const Check& check = one.results.checks.at(0);
  return check.published + " / " + check.computed +
         (check.formula.empty() ? "" : " / " + check.formula);
}

TEST(Claims, ReferToTotalsCellsAveragesCountsTargetsAndReports) {
  EXPECT_EQ(outcome("384家", "total:t.unions"), "384家 / 384家");
  EXPECT_EQ(outcome("84", "cell:t.unions.west"), "84 / 84");
  EXPECT_EQ(outcome("84", "cell:t.unions.西镇工会"), "84 / 84");
  EXPECT_EQ(outcome("93.78%", "average:t.rate"), "93.78% / 93.78%");
  EXPECT_EQ(outcome("2", "count:t"), "2 / 2");
  EXPECT_EQ(outcome("1", "count:t.dues"), "1 / 1");
  EXPECT_EQ(outcome("1", "{count: t.rate, where: '>= 95%'}"), "1 / 1");
  EXPECT_EQ(outcome("4.9亿元", "target:dues"), "4.9亿元 / 4.9亿元");
  EXPECT_EQ(outcome("88%", "target:share"), "88% / 88%");
  EXPECT_EQ(outcome("4家", "report:march.t.unions"), "4家 / 4家");
  EXPECT_EQ(outcome("3家", "report:march.t.unions.西镇"), "3家 / 3家");
  EXPECT_EQ(outcome("71%", "report:march.share"), "71% / 71%");
  EXPECT_EQ(outcome("2.11亿元", "report:march.dues"), "2.11亿元 / 2.11亿元");
}

TEST(Claims, AreComputedByTheFiveOperationsAndRounding) {
  EXPECT_EQ(outcome("388", "{sum: [total:t.unions, report:march.t.unions]}"),
            "388 / 388 / 384家 + 4家 = 388");
  EXPECT_EQ(outcome("380", "{difference: [total:t.unions, report:march.t.unions]}"),
            "380 / 380 / 384家 − 4家 = 380");
  EXPECT_EQ(outcome("66.6", "{product: [cell:t.unions.west, {number: 79.29%, means: 比例}]}"),
            "66.6 / 66.6 / 84家 × 79.29% = 66.6036");
  EXPECT_EQ(outcome("1.04%", "{ratio: [report:march.t.unions, total:t.unions]}"),
            "1.04% / 1.04% / 4家 ÷ 384家 ≈ 1.0417%");
  EXPECT_EQ(outcome("192", "{average: [cell:t.unions.east, cell:t.unions.west]}"),
            "192 / 192 / (300家 + 84家) ÷ 2 = 192");
  EXPECT_EQ(outcome("390", "{round: {of: total:t.unions, to: 10, rounding: up}}"),
            "390 / 390 / 向上取整到10(384家) = 390");
}

TEST(Claims, BracketAnOperationInsideAnother) {
  EXPECT_EQ(outcome("99%",
                    "{ratio: [{difference: [total:t.unions, report:march.t.unions]}, "
                    "total:t.unions]}"),
            "99% / 99% / (384家 − 4家) ÷ 384家 ≈ 98.9583%");
}

TEST(Claims, MultiplyOutTheUnitsOfCount) {
  EXPECT_EQ(outcome("0.58亿元", "total:t.dues"), "0.58亿元 / 0.58亿元");
  EXPECT_EQ(outcome("57519100元", "total:t.dues"), "57,519,100元 / 57,519,100元");
  EXPECT_EQ(outcome("42.97%", "{ratio: [report:march.dues, target:dues]}"),
            "42.97% / 42.97% / 2.11亿元 ÷ 4.91亿元 ≈ 42.9735%");
}

TEST(Claims, AreAsPreciseAsTheFigureIsWritten) {
  EXPECT_THAT(outcome("1%", "{ratio: [report:march.t.unions, total:t.unions]}"),
              HasSubstr("1% / 1%"));
  EXPECT_THAT(outcome("1.042%", "{ratio: [report:march.t.unions, total:t.unions]}"),
              HasSubstr("1.042% / 1.042%"));
  EXPECT_THAT(outcome("1.0%", "{ratio: [report:march.t.unions, total:t.unions]}"),
              HasSubstr("1.0% / 1.0%"));
  EXPECT_THAT(outcome("1.1%", "{ratio: [report:march.t.unions, total:t.unions]}"),
              HasSubstr("claim-differs"));
  // 5751.91万元 is 5.8千万 but 0.6亿, not 0.5.
  EXPECT_THAT(outcome("0.5亿元", "total:t.dues"), HasSubstr("claim-differs"));
}

TEST(Claims, MayBeOffByTheirTolerance) {
  const std::string ratio = "{ratio: [report:march.t.unions, total:t.unions]}";
  EXPECT_THAT(outcome("1.18%", ratio, ", tolerance: 0.2%"), HasSubstr("1.18% / 1.04%"));
  EXPECT_THAT(outcome("1.18%", ratio, ", tolerance: 0.13%"), HasSubstr("claim-differs"));
}

TEST(Claims, ThatDifferAreReportedAtTheFigureWithTheComputation) {
  EXPECT_EQ(outcome("1.18%", "{ratio: [report:march.t.unions, total:t.unions]}"),
            "claim-differs 1:21 文中写的是 1.18%，算出来是 1.04%：4家 ÷ 384家 ≈ 1.0417%；4家："
            "截至2018年3月31日：建会（content/union/2018/reports/march.yaml:2）；384家：任务表："
            "建会合计（content/union/2018/tables/t.yaml:3）");
}

TEST(Claims, ThatDifferMayBeAcceptedWithAReason) {
  const Reconciled one(
      claim("1.18%", "{ratio: [report:march.t.unions, total:t.unions]}", ", accepted: 原文如此"));
  EXPECT_THAT(messages(one.diagnostics), IsEmpty());
  const Check& check = one.results.checks.at(0);
  EXPECT_EQ(check.verdict, Verdict::accepted);
  EXPECT_EQ(check.reason, "原文如此");
  EXPECT_EQ(check.difference, "+0.14个百分点");
  EXPECT_EQ(one.results.count(Verdict::accepted), 1u);
}

TEST(Claims, ThatHoldNeedNoReason) {
  EXPECT_THAT(outcome("384家", "total:t.unions", ", accepted: 原文如此"),
              HasSubstr("needless-acceptance 1:63"));
}

TEST(Claims, ArePlacedWhereTheirDocumentSaysTheFigure) {
  const Reconciled one(
      "- says: 甲\n  document: d\n  figure: 1.18%\n  accepted: 原文如此\n"
      "  equals: {ratio: [{number: 4家, means: 新建, document: d}, total:t.unions]}\n");
  EXPECT_THAT(messages(one.diagnostics), IsEmpty());
  const Check& check = one.results.checks.at(0);
  EXPECT_EQ(file_and_line(check.position), "content/union/2018/documents/d.md:4");
  EXPECT_EQ(check.position.column, 7u);
  EXPECT_EQ(file_and_line(check.inputs.at(0).position), "content/union/2018/documents/d.md:4");
  EXPECT_EQ(check.inputs.at(0).place.kind, Place::Kind::document);
}

TEST(Claims, AreLookedForInTheirSectionWithThoseBelowIt) {
  const auto stated = [](const std::string& number, const std::string& document) {
    return outcome("384家", "{sum: [total:t.unions, {difference: [{number: " + number +
                                ", means: 甲, document: " + document + "}, {number: " + number +
                                ", means: 乙}]}]}");
  };
  EXPECT_THAT(stated("37户", "d#经费"), HasSubstr("384家 / 384家"));
  EXPECT_THAT(stated("28户", "d#经费"), HasSubstr("d#经费 里没有写“28户”"));
  EXPECT_THAT(stated("28户", "d"), HasSubstr("384家 / 384家"));
  EXPECT_THAT(stated("447户", "d"), HasSubstr("unstated-figure"));  // the title is no text
  EXPECT_THAT(stated("4.91%", "d"), HasSubstr("unstated-figure"));  // an amount, not a rate
}

TEST(Claims, CannotReferToWhatIsNotThere) {
  EXPECT_THAT(outcome("1", "total:x.unions"), HasSubstr("dangling-link 1:34"));
  EXPECT_THAT(outcome("1", "total:t.union"), HasSubstr("没有编号为“union”的列"));
  EXPECT_THAT(outcome("1", "cell:t.unions.south"), HasSubstr("没有编号为“south”的单位"));
  EXPECT_THAT(outcome("1", "target:none"), HasSubstr("没有编号为“none”的目标"));
  EXPECT_THAT(outcome("1", "report:may.dues"), HasSubstr("没有编号为“may”的月报"));
  EXPECT_THAT(outcome("1", "report:march.fees"), HasSubstr("没有编号为“fees”的月报里的数"));
}

TEST(Claims, CannotBeComputedFromWhatIsNoNumber) {
  EXPECT_THAT(outcome("1", "cell:t.dues.west"), HasSubstr("cannot-compute"));
  EXPECT_THAT(outcome("1", "target:law"), HasSubstr("这个目标是一个范围"));
  EXPECT_THAT(outcome("1", "total:t.rate"), HasSubstr("比率不能合计"));
  EXPECT_THAT(outcome("1%", "{ratio: [total:t.unions, {number: 0, means: 无}]}"),
              HasSubstr("除数是 0"));
}

TEST(Claims, AreNeverWrongBecauseANumberIsTooLarge) {
  std::string power = "{number: 999999999999.999999, means: 大}", product = power;
  for (int times = 0; times < 6; ++times) product += ", " + power;
  EXPECT_THAT(outcome("1", "{product: [" + product + "]}"), HasSubstr("超出精确计算的范围"));
  EXPECT_THAT(outcome("1", "{product: [" + power + ", " + power + "]}"), HasSubstr("数太大"));
}

TEST(Claims, SayWhatIsWrongWithTheirFormula) {
  EXPECT_THAT(outcome("1", "4"), HasSubstr("没有说明这是什么数"));
  EXPECT_THAT(outcome("1", "unions"), HasSubstr("不是一个数的引用"));
  EXPECT_THAT(outcome("1", "{}"), HasSubstr("要正好写一种运算"));
  EXPECT_THAT(outcome("1", "{ratio: [total:t.unions]}"), HasSubstr("ratio 要正好两个数"));
  EXPECT_THAT(outcome("1", "{sum: [total:t.unions]}"), HasSubstr("至少要两个数"));
  EXPECT_THAT(outcome("1", "{summ: [total:t.unions]}"), HasSubstr("unknown-key"));
  EXPECT_THAT(outcome("1", "{number: 4}"), HasSubstr("missing-key"));
  EXPECT_THAT(outcome("about 1", "count:t"), HasSubstr("wrong-type"));
  EXPECT_THAT(outcome("1", "{round: {of: count:t, to: 0}}"), HasSubstr("取整的一档要大于 0"));
}

// What all checks of the plan of Reconciled report of a table with MORE rows or totals.
std::vector<std::string> accepting(const std::string& table, const std::string& checks,
                                   const Files& more = {}) {
  Files files = small_site(
      {{"union/2018/tables/t.yaml", "title: 表\n" + table}, {"union/2018/checks.yaml", checks}});
  for (const auto& [name, text] : more) files[name] = text;
  const Loaded loaded(files);
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  Diagnostics diagnostics;
  check(loaded.site, 2, diagnostics);
  return messages(diagnostics);
}

constexpr char kTotal[] =
    "columns:\n  - {id: a, title: 会员, count: 人, quota: at-least}\n"
    "rows:\n  - [东街街道, 1]\n  - [西镇, 2]\ntotal: [4]\n";

TEST(Acceptances, KeepATotalThatTheSourceGetsWrong) {
  EXPECT_THAT(accepting(kTotal, ""), ElementsAre("wrong-total 7:9"));
  EXPECT_THAT(accepting(kTotal, "- {accepts: 'total:t.a', reason: 原件如此}\n"), IsEmpty());
}

TEST(Acceptances, KeepADerivedCellByAnyNameOfItsUnit) {
  const std::string table =
      "columns:\n  - {id: a, title: 会员, count: 人}\n"
      "  - {id: b, title: 任务, count: 人, derived: {share: 20%, of: a}}\n"
      "rows:\n  - [东街街道, 10, 2]\n  - [西镇, 20, 5]\n";
  EXPECT_THAT(accepting(table, ""), ElementsAre("wrong-derived 7:14"));
  EXPECT_THAT(accepting(table, "- {accepts: 'cell:t.b.west', reason: 原件如此}\n"), IsEmpty());
  EXPECT_THAT(accepting(table, "- {accepts: 'cell:t.b.西镇工会', reason: 原件如此}\n"), IsEmpty());
  EXPECT_THAT(accepting(table, "- {accepts: 'cell:t.b.east', reason: 原件如此}\n"),
              ElementsAre("wrong-derived 7:14", "needless-acceptance 1:13"));
}

TEST(Acceptances, SilenceAFigureThatFalls) {
  const Files reports = {{"union/2018/reports/april.yaml",
                          "as_of: 2018-04-30\ntables: {t: {columns: [a], rows: [[西镇, 5]]}}\n"},
                         {"union/2018/reports/may.yaml",
                          "as_of: 2018-05-31\ntables: {t: {columns: [a], rows: [[西镇, 3]]}}\n"}};
  const std::string table = std::string(kTotal).substr(0, std::string(kTotal).find("total"));
  EXPECT_THAT(accepting(table, "", reports), ElementsAre("falling-figure 2:40"));
  EXPECT_THAT(accepting(table, "- {accepts: 'report:may.t.a.西镇', reason: 转出}\n", reports),
              IsEmpty());
}

TEST(Acceptances, HaveToBeNeeded) {
  const std::string right = "columns:\n  - {id: a, title: 会员, count: 人}\nrows:\n  - [西镇, 2]\n";
  EXPECT_THAT(accepting(right, "- {accepts: 'total:t.a', reason: 原件如此}\n"),
              ElementsAre("needless-acceptance 1:13"));
  EXPECT_THAT(accepting(right, "- {accepts: 'total:t.b', reason: 原件如此}\n"),
              ElementsAre("dangling-link 1:13"));
}

TEST(DoubtfulFigures, AreRatesAbove100AndReportedFiguresBelow0) {
  const std::string table =
      "columns:\n  - {id: a, title: 会员, count: 人, quota: at-least}\n"
      "  - {id: r, title: 率, count: '%', goal: '>= 95%'}\n"
      "rows:\n  - [东街街道, 5, 100%]\n  - [西镇, 5, 100.1%]\n";
  const Files reports = {
      {"union/2018/reports/april.yaml",
       "as_of: 2018-04-30\ntables: {t: {columns: [a, r], rows: [[西镇, -1, 120%]]}}\n"}};
  EXPECT_THAT(accepting(table, "", reports),
              ElementsAre("doubtful-figure 7:13", "doubtful-figure 2:43", "doubtful-figure 2:47"));
  EXPECT_THAT(accepting(table,
                        "- {accepts: 'cell:t.r.west', reason: 甲}\n"
                        "- {accepts: 'report:april.t.a.west', reason: 乙}\n"
                        "- {accepts: 'report:april.t.r.west', reason: 丙}\n",
                        reports),
              IsEmpty());
}

// A table with the rates A and B, and a report of them, in a column with GOAL.
std::vector<std::string> doubts(const std::string& goal, const std::string& a,
                                const std::string& b) {
  const std::string column = "columns:\n  - {id: r, title: 率, count: '%'" + goal + "}\n";
  const auto rows = [&](const std::string& one, const std::string& other) {
    return "[[东街街道, " + one + "], [西镇, " + other + "]]";
  };
  const std::string report = "as_of: 2018-04-30\ntables: {t: {columns: [r], rows: ";
  return accepting(column + "rows: " + rows(a, b) + "\n", "",
                   goal.empty()
                       ? Files()
                       : Files{{"union/2018/reports/april.yaml", report + rows(a, b) + "}}\n"}});
}

TEST(DoubtfulFigures, AreFractionsWhereTheGoalAsksForFarMore) {
  const std::string goal = ", goal: '>= 71%'";
  for (const char* small : {"0.61", "1", "0.004"})
    EXPECT_THAT(doubts(goal, small, "80%"),
                ElementsAre("doubtful-figure 4:15", "doubtful-figure 2:42"))
        << small;
  EXPECT_THAT(doubts(goal, "0", "1.01"), IsEmpty());
  EXPECT_THAT(doubts(", goal: '>= 10%'", "0.61", "90%"), IsEmpty());
}

TEST(DoubtfulFigures, AreFractionsBesideFarLargerRates) {
  EXPECT_THAT(doubts("", "0.61", "70%"), ElementsAre("doubtful-figure 4:15"));
  EXPECT_THAT(doubts("", "0.61", "9%"), IsEmpty());
  EXPECT_THAT(doubts("", "0.61", "''"), IsEmpty());
  EXPECT_THAT(doubts(", goal: '<= 20%'", "0.61", "3.2%"), IsEmpty());
  EXPECT_THAT(doubts(", goal: '<= 20%'", "0.61", "18%"),
              ElementsAre("doubtful-figure 4:15", "doubtful-figure 2:42"));
}

TEST(DoubtfulFigures, AreFractionsOfTheWholePlanWhereTheGoalAsksForFarMore) {
  const auto whole = [](const std::string& goal, const std::string& figure) {
    return accepting(
        "columns:\n  - {id: r, title: 率, count: '%', goal: '" + goal + "'}\nrows: [[西镇, '']]\n",
        "",
        {{"union/2018/reports/april.yaml", "as_of: 2018-04-30\ntotals: {t.r: " + figure + "}\n"}});
  };
  EXPECT_THAT(whole(">= 88%", "0.71"), ElementsAre("doubtful-figure 2:15"));
  EXPECT_THAT(whole(">= 88%", "71%"), IsEmpty());
  EXPECT_THAT(whole("<= 4%", "0.71%"), IsEmpty());
}

TEST(DoubtfulFigures, ThatWereCorrectedAreNotJudged) {
  const std::string table =
      "columns:\n  - {id: r, title: 率, count: '%', goal: '>= 95%'}\nrows:\n  - [西镇, '']\n";
  const Files reports = {{"union/2018/reports/april.yaml",
                          "as_of: 2018-04-30\ntables: {t: {columns: [r], rows: [[西镇, 120%]]}}\n"},
                         {"union/2018/reports/later.yaml",
                          "corrects: 2018-04-30\nreceived: 2018-05-10\nreason: 笔误\n"
                          "tables: {t: {columns: [r], rows: [[西镇, 98%]]}}\n"}};
  EXPECT_THAT(accepting(table, "", reports), IsEmpty());
}

TEST(Reconciliation, HasOneResultForAColumnHoweverManyCells) {
  Files files = small_site(
      {{"union/2018/tables/t.yaml",
        "title: 表\ncolumns:\n  - {id: a, title: 会员, count: 人}\n"
        "  - {id: b, title: 任务, count: 人, derived: {share: 20%, of: a}}\n"
        "  - {id: r, title: 率, count: '%'}\n"
        "rows:\n  - [东街街道, 10, 2, 90%]\n  - [西镇, 20, 4, '']\ntotal: [30, 6, '']\n"},
       {"union/2018/documents/d.md", "---\ntitle: x\n---\n[30人](table:t.a)和[6人](table:t.b)\n"}});
  const Loaded loaded(files);
  Diagnostics diagnostics;
  const Reconciliations all = check(loaded.site, 2, diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
  std::vector<std::string> results;
  for (const Check& one : all.at(0).at(0).checks)
    results.push_back((one.measure ? one.measure->id : one.document->id) + " " +
                      std::to_string(static_cast<int>(one.kind)) + ": " +
                      std::to_string(one.figures));
  EXPECT_THAT(results, ElementsAre("a 1: 2", "b 1: 2", "b 2: 2", "r 3: 1", "d 5: 2"));
}

}  // namespace
}  // namespace yaodian
