#include "model/goal.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

Goal goal(std::string_view text) { return parse_goal(text).value(); }

TEST(Goal, ReadsALeast) {
  EXPECT_EQ(goal(">= 88%").sense, Goal::Sense::at_least);
  EXPECT_EQ(goal(">= 88%").low, Decimal(88));
  EXPECT_EQ(goal(">= 88%").figure, "88");
  EXPECT_EQ(goal(">= 88%").count, "%");
  EXPECT_EQ(goal("≥12次").count, "次");
}

TEST(Goal, ReadsAMost) {
  EXPECT_EQ(goal("<= 24 小时").sense, Goal::Sense::at_most);
  EXPECT_EQ(goal("≤4%").high, Decimal(4));
}

TEST(Goal, ReadsANumberAloneAsExactly) {
  EXPECT_EQ(goal("100%").sense, Goal::Sense::exactly);
  EXPECT_EQ(goal("= 100%").sense, Goal::Sense::exactly);
  EXPECT_EQ(goal("8").count, "");
}

TEST(Goal, ReadsARange) {
  for (const char* text : {"2-4 次", "2 - 4 次", "2–4次", "2—4次", "2至4次", "2~4次"}) {
    EXPECT_EQ(goal(text).sense, Goal::Sense::between) << text;
    EXPECT_EQ(goal(text).low, Decimal(2)) << text;
    EXPECT_EQ(goal(text).high, Decimal(4)) << text;
    EXPECT_EQ(goal(text).figure, "2–4") << text;
    EXPECT_EQ(goal(text).count, "次") << text;
  }
}

TEST(Goal, TakesTheMagnitudeOfARangeForBothItsNumbers) {
  for (const char* text : {"1-2万人", "1 至 2万人", "1万-2万人"}) {
    EXPECT_EQ(goal(text).low, Decimal(10000)) << text;
    EXPECT_EQ(goal(text).high, Decimal(20000)) << text;
    EXPECT_EQ(goal(text).count, "人") << text;
  }
  EXPECT_EQ(goal("1-2万人").text(), "1–2万人");
  EXPECT_EQ(goal("1.5-2亿元").low, Decimal(150000000));
  EXPECT_EQ(goal("5000-2万人").low, Decimal(5000));
  EXPECT_EQ(goal("5000-2万人").text(), "5,000–2万人");
  EXPECT_EQ(goal("1万-20000人").low, Decimal(10000));
}

TEST(Goal, KeepsTheFigureAsItWasWritten) {
  EXPECT_EQ(goal(">= 4.91亿元").figure, "4.91亿");
  EXPECT_EQ(goal(">= 4.91亿元").low, Decimal(491000000));
  EXPECT_EQ(goal(">= 4.91亿元").count, "元");
  EXPECT_EQ(goal(">= 31.30%").text(), "≥ 31.30%");
  EXPECT_EQ(goal(">= 67000 人").text(), "≥ 67,000人");
}

TEST(Goal, UnderstandsFullWidth) {
  EXPECT_EQ(goal("≥ ８８％").low, Decimal(88));
  EXPECT_EQ(goal("≥ ８８％").count, "%");
}

TEST(Goal, RefusesAnythingElse) {
  for (const char* text :
       {"", ">=", "= 2 -", "= 3 ==", "0.", ">= 5 ，", "88% 以上的企业都达到要求", "约 88%", "> 88%",
        "< 5", "4-2 次", "2-2 次", ">= 2-4 次", "2-", "十二次", "-5", ">= 88% 90%", "1.2.3"})
    EXPECT_FALSE(parse_goal(text)) << text;
}

TEST(Goal, DoesNotTakeTheRestOfANumberForAUnit) {
  EXPECT_EQ(parse_goal(">= 999999999999.999999亿"), std::nullopt);
  EXPECT_EQ(parse_figure("1234567890123人"), std::nullopt);
}

TEST(Goal, IsMetAtItsLimits) {
  EXPECT_TRUE(goal(">= 88%").met_by(88));
  EXPECT_FALSE(goal(">= 88%").met_by(*Decimal::parse("87.99")));
  EXPECT_TRUE(goal("<= 4%").met_by(4));
  EXPECT_FALSE(goal("<= 4%").met_by(*Decimal::parse("4.01")));
  EXPECT_TRUE(goal("= 12").met_by(12));
  EXPECT_FALSE(goal("= 12").met_by(13));
  EXPECT_TRUE(goal("2-4 次").met_by(2));
  EXPECT_TRUE(goal("2-4 次").met_by(4));
  EXPECT_FALSE(goal("2-4 次").met_by(5));
  EXPECT_FALSE(goal("2-4 次").met_by(1));
}

TEST(Goal, NamesItsFigures) {
  EXPECT_TRUE(goal("2-4 次").names(2));
  EXPECT_TRUE(goal("2-4 次").names(4));
  EXPECT_FALSE(goal("2-4 次").names(3));
  EXPECT_TRUE(goal(">= 6.7万人").names(67000));
}

TEST(Goal, IsShownToReaders) {
  EXPECT_EQ(goal(">= 88%").text(), "≥ 88%");
  EXPECT_EQ(goal("<= 24 小时").text(), "≤ 24小时");
  EXPECT_EQ(goal("2-4 次").text(), "2–4次");
  EXPECT_EQ(goal("= 100%").text(), "100%");
  EXPECT_EQ(goal("<= 5 日").text(), "5日前");
  EXPECT_EQ(goal(">= 10 日").text(), "≥ 10日");
}

}  // namespace
}  // namespace yaodian
