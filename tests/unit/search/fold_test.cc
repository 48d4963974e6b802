#include "search/fold.h"

#include <gmock/gmock.h>

namespace yaodian::search {
namespace {

TEST(Fold, MakesOneOfAllWaysToWriteAFigure) {
  Fold fold;
  for (const char* text : {"1600", "1,600", "１６００", "１，６００"})
    EXPECT_EQ(fold(text), U"1600") << text;
  EXPECT_EQ(fold("1,600,000.50元"), U"1600000.50元");
  EXPECT_EQ(fold("88％"), U"88%");
}

TEST(Fold, KeepsACommaThatGroupsNoDigits) {
  Fold fold;
  EXPECT_EQ(fold("1,16000"), U"1,16000");
  EXPECT_EQ(fold("28,6"), U"28,6");
  EXPECT_EQ(fold("会员,100"), U"会员,100");
}

TEST(Fold, DropsSpacesButBetweenFigures) {
  Fold fold;
  EXPECT_EQ(fold(" 2018 年\n　计划 "), U"2018年计划");
  EXPECT_EQ(fold("28  1600"), U"28 1600");
  EXPECT_EQ(fold("  "), U"");
}

TEST(Fold, ForgetsCaseAndWidth) {
  Fold fold;
  EXPECT_EQ(fold("ＡＰＰ注册App"), U"app注册app");
  EXPECT_EQ(fold("（一）、《办法》𠮷"), U"(一)、《办法》𠮷");
}

}  // namespace
}  // namespace yaodian::search
