#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Files site_with(const std::string& measures, const Files& more = {}) {
  Files files = small_site({{"measures.yaml", measures}});
  for (const auto& [path, text] : more) files[path] = text;
  return files;
}

constexpr char kMeasures[] =
    "topics: [组织建设, 权益保障]\n"
    "measures:\n"
    "  - {id: meetings, title: 职工沟通会, topic: 组织建设, definition: 全年场次}\n"
    "  - {id: coverage, title: 覆盖面, topic: 权益保障}\n";

TEST(ReadMeasures, ReadsTopicsInOrderAndMeasures) {
  const Loaded loaded(site_with(kMeasures));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const MeasureRegister& all = loaded.site.measures;
  EXPECT_THAT(all.topics, ElementsAre("组织建设", "权益保障"));
  EXPECT_THAT(ids(all.measures), ElementsAre("meetings", "coverage"));
  EXPECT_EQ(all.measures[0].topic, "组织建设");
  EXPECT_EQ(all.measures[0].definition, "全年场次");
}

TEST(ReadMeasures, MayBeMissing) {
  const Loaded loaded(small_site());
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  EXPECT_THAT(loaded.site.measures.measures, IsEmpty());
}

TEST(ReadMeasures, ReportsTopicsAndIdsThatAreWrong) {
  EXPECT_THAT(messages(Loaded(site_with("topics: [甲, 甲]\n"
                                        "measures:\n"
                                        "  - {id: a, title: 一, topic: 乙}\n"
                                        "  - {id: a, title: 二, topic: 甲}\n"
                                        "  - {id: b, title: 三}\n"))
                           .diagnostics),
              ElementsAre("duplicate-key 1:13", "not-a-choice 3:30", "missing-key 5:5",
                          "duplicate-id 4:5"));
}

TEST(ReadMeasures, FindsTheUsesInTargetsColumnsAndFigures) {
  const Loaded loaded(site_with(
      kMeasures,
      {{"union/2018/targets.yaml",
        "- {id: m, title: 会, goal: '>= 12 次', measure: meetings, differs: 只计街道}\n"},
       {"union/2018/tables/t.yaml",
        "title: 表\ncolumns: [{id: c, title: 数, count: 次, quota: at-least, measure: meetings}]\n"
        "rows: [[西镇, 3]]\n"},
       {"union/2018/reports/2018-06-30.yaml",
        "as_of: 2018-06-30\nfigures: [{id: f, title: 数, value: 71%, measure: coverage}]\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const Plan& plan = loaded.plan();
  EXPECT_EQ(plan.targets[0].shared.measure.id, "meetings");
  EXPECT_EQ(plan.targets[0].shared.differs, "只计街道");
  EXPECT_EQ(plan.tables[0].measures[0].shared.measure.id, "meetings");
  EXPECT_EQ(plan.reports[0].figures[0].shared.measure.id, "coverage");
}

TEST(ReadMeasures, NeedsAMeasureToDifferFrom) {
  const Loaded loaded(
      site_with(kMeasures, {{"union/2018/targets.yaml",
                             "- {id: m, title: 会, goal: '>= 12 次', differs: 只计街道}\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), ElementsAre("missing-key 1:3"));
}

}  // namespace
}  // namespace yaodian
