// What could not be read is reported once: nothing that rests on it is found wrong for that.
#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;

// All messages about a site with FILES.
std::vector<std::string> found(const Files& files) {
  const Loaded loaded(small_site(files));
  Diagnostics diagnostics;
  for (const Diagnostic& one : loaded.diagnostics.all()) diagnostics.take(one);
  check(loaded.site, 2, diagnostics);
  diagnostics.sort();
  return messages(diagnostics);
}

constexpr const char* kTable =
    "title: 表\ncolumns:\n  - {id: a, title: 建会, count: 家, quota: at-least}\n"
    "  - {id: r, title: 覆盖面, count: '%', target: t}\n"
    "rows:\n  - [东街街道, 10, 90%]\n  - [西镇, 20, 80%]\n";
constexpr const char* kDocument = "---\ntitle: 要点\n---\n覆盖面达到[88%](target:t)。\n";

TEST(FollowUp, OfAGoalThatCannotBeReadIsNone) {
  EXPECT_THAT(found({{"union/2018/targets.yaml", "- {id: t, title: 覆盖面, goal: 百分之八十八}\n"},
                     {"union/2018/tables/t.yaml", kTable},
                     {"union/2018/documents/d.md", kDocument},
                     {"union/2018/reports/march.yaml", "as_of: 2018-03-31\ntargets: {t: 71%}\n"},
                     {"union/2018/checks.yaml", "- {says: 甲, figure: 88%, equals: target:t}\n"}}),
              ElementsAre("bad-goal 1:29"));
}

TEST(FollowUp, OfAReportThatCannotBeReadWholeIsNone) {
  EXPECT_THAT(
      found({{"union/2018/targets.yaml", "- {id: t, title: 覆盖面, goal: '>= 88%'}\n"},
             {"union/2018/tables/t.yaml", kTable},
             {"union/2018/documents/d.md", kDocument},
             {"union/2018/reports/march.yaml",
              "as_of: 2018-03-31\ntables: {t: {columns: [a], rows: [[西镇, 3], [东街, 4]]}}\n"},
             {"union/2018/checks.yaml",
              "- {says: 甲, figure: 4家, equals: report:march.t.a.东街街道}\n"
              "- {says: 乙, figure: 4家, equals: report:march.other}\n"}}),
      ElementsAre("unknown-unit 2:45"));
}

TEST(FollowUp, OfATableThatCannotBeReadIsNoneInItsTotals) {
  EXPECT_THAT(
      found({{"union/2018/tables/t.yaml", "title: 表\ncolumns:\n  - {id: a title: 建会}\n"},
             {"union/2018/reports/march.yaml", "as_of: 2018-03-31\ntotals: {t.a: 4家}\n"},
             {"union/2018/checks.yaml", "- {says: 甲, figure: 4家, equals: report:march.t.a}\n"}}),
      ElementsAre("broken-yaml 3:17"));
}

}  // namespace
}  // namespace yaodian
