// Figures in 万元: written with the unit, without it, or in 元, they are the same money.
#include <gmock/gmock.h>

#include "../support.h"
#include "assess/progress.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Checked {
  explicit Checked(const Files& files) : loaded(small_site(files)) {
    for (const Diagnostic& one : loaded.diagnostics.all()) diagnostics.take(one);
    reconciliations = check(loaded.site, 1, diagnostics);
    diagnostics.sort();
  }

  const PlanObservation& observation() const { return loaded.plan().reports[0].observations[0]; }

  Loaded loaded;
  Diagnostics diagnostics;
  Reconciliations reconciliations;
};

constexpr const char* kTable =
    "title: 表\ncolumns:\n  - {id: fee, title: 经费, count: 万元, quota: at-least}\n"
    "rows:\n  - [东街街道, 60]\n  - [西镇, 40]\n";

Files reported(const std::string& figure) {
  return {
      {"union/2018/tables/m.yaml", kTable},
      {"union/2018/reports/march.yaml", "as_of: 2018-03-31\ntotals: {m.fee: " + figure + "}\n"}};
}

TEST(Magnitude, OfAColumnMayBeWrittenInEachWay) {
  for (const char* figure : {"50", "50万元", "50 万元", "'500,000元'", "0.005亿元"}) {
    const Checked site(reported(figure));
    EXPECT_THAT(messages(site.diagnostics), IsEmpty()) << figure;
    EXPECT_EQ(site.observation().value, Decimal(50)) << figure;
    EXPECT_EQ(site.observation().count, "万元") << figure;
  }
  EXPECT_THAT(messages(Checked(reported("50人")).diagnostics), ElementsAre("count-differs 2:17"));
}

TEST(Magnitude, KeepsTheDigitsThatAFigureWasWrittenWith) {
  EXPECT_EQ(Checked(reported("50.10")).observation().value.plain(), "50.10");
  EXPECT_EQ(Checked(reported("50.10")).observation().text, "50.10万元");
  EXPECT_EQ(Checked(reported("501000元")).observation().value.plain(), "50.1");
  EXPECT_EQ(Checked(reported("501000元")).observation().text, "501,000元");
}

TEST(Magnitude, OfAGoalMayStandApart) {
  for (const char* goal : {">= 50 万元", ">= 50万元"}) {
    const Files files = {
        {"union/2018/targets.yaml",
         "- {id: fee, title: 经费, goal: '" + std::string(goal) + "'}\n"},
        {"union/2018/documents/d.md",
         "---\ntitle: 要点\n---\n经费达到[50万元](target:fee)，即[50 万元](target:fee)。\n"},
        {"union/2018/reports/march.yaml", "as_of: 2018-03-31\ntargets: {fee: 40万元}\n"},
        {"union/2018/checks.yaml",
         "- {says: 甲, figure: 50万元, equals: target:fee}\n"
         "- {says: 乙, figure: 80%, equals: {ratio: [report:march.fee, target:fee]}}\n"}};
    const Checked site(files);
    EXPECT_THAT(messages(site.diagnostics), IsEmpty()) << goal;
    EXPECT_EQ(assess(site.loaded.plan(), std::nullopt).targets[0].status, Status::unmet) << goal;
  }
}

TEST(Magnitude, OfATotalInAText) {
  const auto stated = [](const std::string& figure) {
    return messages(Checked({{"union/2018/tables/m.yaml", kTable},
                             {"union/2018/documents/d.md",
                              "---\ntitle: 要点\n---\n共[" + figure + "](table:m.fee)。\n"}})
                        .diagnostics);
  };
  EXPECT_THAT(stated("100万元"), IsEmpty());
  EXPECT_THAT(stated("1,000,000元"), IsEmpty());
  EXPECT_THAT(stated("10万元"), ElementsAre("figure-differs 4:3"));
}

// 待定 all over: a new year, before its quotas are known.
constexpr const char* kUndecided =
    "title: 表\ncolumns:\n  - {id: a, title: 建会, count: 家, quota: at-least}\n"
    "rows:\n  - [东街街道, 待定]\n  - [西镇, '']\n";

TEST(SumOfNothing, IsNoNumber) {
  const Checked site(
      {{"union/2018/tables/m.yaml", kUndecided},
       {"union/2018/documents/d.md", "---\ntitle: 要点\n---\n共[0家](table:m.a)。\n"},
       {"union/2018/checks.yaml",
        "- {says: 甲, figure: 0家, equals: total:m.a}\n"
        "- {says: 乙, figure: 0家, equals: average:m.a}\n"}});
  EXPECT_THAT(messages(site.diagnostics),
              ElementsAre("cannot-compute 1:33", "cannot-compute 2:33", "figure-differs 4:3"));
  const TaskTable& table = site.loaded.plan().tables[0];
  EXPECT_EQ(table.sum(0), std::nullopt);
  EXPECT_EQ(table.whole(0).state, Cell::State::undecided);
}

TEST(SumOfNothing, IsJudgedAsUndecided) {
  const Checked site({{"union/2018/tables/m.yaml", kUndecided},
                      {"union/2018/reports/march.yaml",
                       "as_of: 2018-03-31\ntables: {m: {columns: [a], rows: [[东街, 3]]}}\n"}});
  EXPECT_EQ(assess(site.loaded.plan(), std::nullopt).tables[0].columns[0].status,
            Status::undecided);
}

}  // namespace
}  // namespace yaodian
