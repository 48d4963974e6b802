// What the plan's page says of its targets.
#include "render/targets.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "filled_in.h"

namespace yaodian {
namespace {

using ::testing::IsEmpty;

// What the summary of a plan of FILES says where TEXT is its template.
std::string summary_of(const Files& files, const std::string& text) {
  const Loaded loaded(small_site(files));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const Reconciliation checks;
  const PlanContext context(loaded.site, loaded.publisher(), loaded.plan(), checks, {});
  View view;
  add_target_summary(view, context, "union/2018/index.html");
  return filled_in("{{#target_summary}}" + text + "{{/target_summary}}", view);
}

const Files kTargets = {{"union/2018/targets.yaml",
                         "- {id: near, title: 近, goal: '>= 90%', due: 2018-05-31}\n"
                         "- {id: far, title: 远, goal: '>= 100 人', due: 2018-12-31}\n"
                         "- {id: over, title: 超, goal: '<= 4 天'}\n"
                         "- {id: well, title: 好, goal: '>= 2 次'}\n"
                         "- {id: silent, title: 无, goal: '>= 2 次'}\n"
                         "- {id: none, title: 零, goal: '= 0 起'}\n"}};

Files observed() {
  Files files = kTargets;
  files["union/2018/reports/2018-06-30.yaml"] =
      "as_of: 2018-06-30\ntargets: {near: 89%, far: 40 人, over: 5 天, well: 3 次, none: 1 起}\n";
  return files;
}

TEST(TargetSummary, CountsWhatIsMetAndWhatIsNotReported) {
  EXPECT_EQ(summary_of(observed(), "{{met}} {{unmet}} {{early}} {{silent}}"), "1 4 3 1");
}

TEST(TargetSummary, NamesTheTargetsThatMissMostOfTheirGoalFirst) {
  EXPECT_EQ(summary_of(observed(),
                       "{{#farthest}}{{title}} {{goal}} {{observed}} {{observed_on}} {{url}}"
                       "{{#is_early}} 期限未到{{/is_early}}\n{{/farthest}}"),
            "零 0起 1起 2018年6月30日 targets/none.html 期限未到\n"
            "远 ≥ 100人 40人 2018年6月30日 targets/far.html 期限未到\n"
            "超 ≤ 4天 5天 2018年6月30日 targets/over.html 期限未到\n"
            "近 ≥ 90% 89% 2018年6月30日 targets/near.html\n");
}

TEST(TargetSummary, SaysWhereNothingIsReported) {
  EXPECT_EQ(summary_of(kTargets, "{{#is_silent}}尚无上报{{/is_silent}}"), "尚无上报");
}

TEST(TargetSummary, IsLeftOutWithoutTargets) { EXPECT_EQ(summary_of({}, "目标"), ""); }

TEST(TargetSummary, TellsTargetsThatOnlyTablesSpeakOf) {
  const Files files = {
      {"union/2018/targets.yaml", "- {id: members, title: 会员, goal: '>= 200 人'}\n"},
      {"union/2018/tables/t.yaml",
       "title: 任务表\nsource: s\ndocument: notice\ncolumns:\n"
       "  - {id: members, title: 会员数, count: 人, quota: at-least, target: members}\n"
       "rows:\n  - [东街街道, 200]\n"},
      {"union/2018/reports/2018-06-30.yaml",
       "as_of: 2018-06-30\ntables:\n  t: {columns: [members], rows: [[东街街道, 10]]}\n"}};
  EXPECT_EQ(summary_of(files, "{{in_tables}}{{#is_silent}}silent{{/is_silent}}"), "1");
}

}  // namespace
}  // namespace yaodian
