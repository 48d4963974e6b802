#include <gmock/gmock.h>

#include "../support.h"
#include "read/yaml.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <class T>
struct Read {
  Read(T (*reader)(const yaml::Value&, Diagnostics&), std::string text)
      : source(source_of(std::move(text))) {
    value = reader(yaml::parse(source, diagnostics).value(), diagnostics);
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  Source source;
  Diagnostics diagnostics;
  T value;
};

Read<Plan> plan(std::string text) { return {read_plan, std::move(text)}; }
Read<std::vector<Target>> targets(std::string text) { return {read_targets, std::move(text)}; }

constexpr char kShort[] = "title: 计划\nperiod: {start: 2018-01-01, end: 2018-12-31}\n";

TEST(Plan, ReadsItsKeys) {
  const auto read =
      plan(std::string(kShort) +
           "issued: 2018-04-23\nnotes: [甲, 乙]\n"
           "headline: [allocation.members, 'target:dues']\n"
           "sources:\n  - {id: s, title: 通知, issuer: 总工会, issued: 2018-04-23}\n");
  EXPECT_THAT(read.reported(), IsEmpty());
  EXPECT_EQ(read.value.title, "计划");
  EXPECT_EQ(read.value.start, *Date::from(2018, 1, 1));
  EXPECT_EQ(read.value.end, *Date::from(2018, 12, 31));
  EXPECT_EQ(read.value.issued, Date::from(2018, 4, 23));
  EXPECT_THAT(read.value.notes, ElementsAre("甲", "乙"));
  ASSERT_EQ(read.value.headlines.size(), 2u);
  EXPECT_EQ(to_string(read.value.headlines[0].address), "table:allocation.members");
  EXPECT_EQ(to_string(read.value.headlines[1].address), "target:dues");
  EXPECT_EQ(read.value.headlines[1].position.column, 32u);
  ASSERT_EQ(read.value.sources.size(), 1u);
  EXPECT_EQ(read.value.sources[0].issuer, "总工会");
}

TEST(Plan, ReadsWhereItsJudgementsBegin) {
  EXPECT_EQ(plan(kShort).value.behind_share, 80);
  EXPECT_EQ(plan(kShort).value.soon, 30);
  const auto read = plan(std::string(kShort) + "behind_share: 62.5%\nsoon: 0\n");
  EXPECT_THAT(read.reported(), IsEmpty());
  EXPECT_EQ(read.value.behind_share.plain(), "62.5");
  EXPECT_EQ(read.value.soon, 0);
  EXPECT_EQ(plan(std::string(kShort) + "behind_share: 100\n").value.behind_share, 100);
  for (const char* share : {"0", "100.1", "-5%", "大半"})
    EXPECT_THAT(plan(std::string(kShort) + "behind_share: " + share + "\n").reported(),
                ElementsAre("wrong-type 3:15"));
  EXPECT_THAT(plan(std::string(kShort) + "soon: -1\n").reported(), ElementsAre("wrong-type 3:7"));
}

TEST(Plan, NeedsTitleAndPeriod) {
  EXPECT_THAT(plan("notes: []\n").reported(), ElementsAre("missing-key 1:1", "missing-key 1:1"));
  EXPECT_THAT(plan("title: 计划\nperiod: {start: 2018-01-01}\n").reported(),
              ElementsAre("missing-key 2:9"));
}

TEST(Plan, RefusesAPeriodThatEndsBeforeItStarts) {
  EXPECT_THAT(plan("title: 计划\nperiod: {start: 2018-12-31, end: 2018-01-01}\n").reported(),
              ElementsAre("bad-period 2:9"));
}

TEST(Plan, RefusesHeadlinesThatAreNoFigure) {
  for (const char* headline :
       {"allocation", "'document:rights'", "'unit:a'", "'target:'", "'https://example.org'", "[a]"})
    EXPECT_THAT(plan(std::string(kShort) + "headline: [" + headline + "]\n").reported(),
                ElementsAre("wrong-type 3:12"))
        << headline;
}

TEST(Targets, ReadTheirKeys) {
  const auto read = targets(
      "- {id: a, title: 覆盖面, goal: '>= 88%', due: 2018-12-31, who: 各单位, standard: 标准, "
      "note: 注}\n"
      "- {id: b, title: 月报, goal: '>= 1 次', per: 月}\n"
      "- {id: c, title: 录入, goal: '<= 5 日', per: 月}\n");
  EXPECT_THAT(read.reported(), IsEmpty());
  ASSERT_EQ(read.value.size(), 3u);
  EXPECT_EQ(read.value[0].goal_text(), "≥ 88%");
  EXPECT_EQ(read.value[0].due, Date::from(2018, 12, 31));
  EXPECT_EQ(read.value[0].who, "各单位");
  EXPECT_EQ(read.value[0].standard, "标准");
  EXPECT_EQ(read.value[0].note, "注");
  EXPECT_EQ(read.value[1].goal_text(), "≥ 1次/月");
  EXPECT_EQ(read.value[2].goal_text(), "每月5日前");
  EXPECT_EQ(read.value[2].position.line, 3u);
}

TEST(Targets, ReportWhatTheyCannotUnderstand) {
  EXPECT_THAT(targets("- {id: a, title: 甲, goal: 尽力}\n").reported(),
              ElementsAre("bad-goal 1:27"));
  EXPECT_THAT(targets("- {id: a, title: 甲, goal: '1', per: 日}\n").reported(),
              ElementsAre("not-a-choice 1:37"));
  EXPECT_THAT(targets("- {id: a, title: 甲}\n").reported(), ElementsAre("missing-key 1:3"));
}

TEST(Targets, AreAList) {
  EXPECT_THAT(targets("a: {goal: 1}\n").reported(), ElementsAre("wrong-type 1:1"));
}

}  // namespace
}  // namespace yaodian
