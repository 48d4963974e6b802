#include "read/prose.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace yaodian::markdown {
namespace {

struct Number {
  std::string number, rest;
};

Number number_of(std::string_view text) {
  const std::string_view number = take_number(text);
  return {std::string(number), std::string(text)};
}

std::string around(std::string_view block, std::string_view part) {
  const size_t begin = block.find(part);
  return sentence_around(block, begin, begin + part.size());
}

TEST(RepairEmphasis, TouchesOnlyRunsThatNeedIt) {
  for (const char* text : {"", "重点", "**重点**", "（**重点**）", "[**重点**](unit:a)",
                           "**重点**加强", "* 列表", "2 * 3", "\\*“重点”\\*", "***"})
    EXPECT_EQ(repair_emphasis(text), text);
}

TEST(RepairEmphasis, PutsAJoinerOnTheInnerSide) {
  EXPECT_EQ(repair_emphasis("**重点：**加强"), "**重点：\u2060**加强");
  EXPECT_EQ(repair_emphasis("加强**“四必谈”**"), "加强**\u2060“四必谈”**");
}

TEST(RepairEmphasis, IsUndoneByRemovingTheJoiners) {
  const std::string_view text = "达到**[88%](target:a)**，**“重点”**加强";
  EXPECT_NE(repair_emphasis(text), text);
  EXPECT_EQ(without_joiners(repair_emphasis(text)), text);
}

TEST(JoinsWithoutSpace, IsForChineseOnBothSides) {
  EXPECT_TRUE(joins_without_space("加强", "民主"));
  EXPECT_TRUE(joins_without_space("加强，", "民主"));
  EXPECT_TRUE(joins_without_space("见", "《条例》"));
  EXPECT_FALSE(joins_without_space("加强", "GDP"));
  EXPECT_FALSE(joins_without_space("union", "work"));
  EXPECT_FALSE(joins_without_space("", "民主"));
  EXPECT_FALSE(joins_without_space("加强", ""));
}

TEST(TakeNumber, KnowsTheNumbersOfWorkPoints) {
  EXPECT_EQ(number_of("一、民主管理").number, "一、");
  EXPECT_EQ(number_of("一、民主管理").rest, "民主管理");
  EXPECT_EQ(number_of("十二、总结").number, "十二、");
  EXPECT_EQ(number_of("（三）建家").number, "（三）");
  EXPECT_EQ(number_of("（三）建家").rest, "建家");
  EXPECT_EQ(number_of("（10）建家").number, "（10）");
  EXPECT_EQ(number_of("1. 建会").number, "1.");
  EXPECT_EQ(number_of("1. 建会").rest, "建会");
  EXPECT_EQ(number_of("12、建会").number, "12、");
}

TEST(TakeNumber, LeavesOtherTextAlone) {
  for (const char* text : {"民主管理", "", "一", "2018年计划", "一次会议", "（说明）建家",
                           "（三建家", "12351热线", "三1、混写"}) {
    EXPECT_EQ(number_of(text).number, "") << text;
    EXPECT_EQ(number_of(text).rest, text);
  }
}

TEST(Sentence, EndsWithItsMark) {
  EXPECT_EQ(around("第一句。覆盖面达到88%以上。第三句。", "88%"), "覆盖面达到88%以上。");
  EXPECT_EQ(around("是吗？达到88%！好。", "88%"), "达到88%！");
}

TEST(Sentence, IsTheWholeBlockWhereThereIsNoMark) {
  EXPECT_EQ(around("覆盖面达到88%以上", "88%"), "覆盖面达到88%以上");
}

TEST(Sentence, IsCutAtSemicolonsAndLineBreaks) {
  EXPECT_EQ(around("甲达到85%；乙达到88%；丙达到90%。", "88%"), "乙达到88%");
  EXPECT_EQ(around("甲\n乙达到88%\n丙", "88%"), "乙达到88%");
}

TEST(Sentence, MayBeginOrEndWithThePart) {
  EXPECT_EQ(around("甲。88%以上。", "88%"), "88%以上。");
  EXPECT_EQ(around("88%", "88%"), "88%");
}

TEST(Lookalike, KnowsHeadingsAndListItemsWithoutSpace) {
  for (const char* line : {"#标题", "##标题", "＃ 标题", "＃标题"}) {
    ASSERT_TRUE(lookalike(line)) << line;
    EXPECT_EQ(lookalike(line)->meant.zh, "标题") << line;
  }
  for (const char* line : {"1.第一", "12.第十二", "1、第一"}) {
    ASSERT_TRUE(lookalike(line)) << line;
    EXPECT_EQ(lookalike(line)->meant.zh, "列表项") << line;
  }
}

TEST(Lookalike, KnowsARowOfATable) {
  EXPECT_TRUE(lookalike("| 单位 | 任务数 |"));
  EXPECT_FALSE(lookalike("甲|乙"));
}

TEST(Lookalike, LeavesTextAlone) {
  for (const char* line :
       {"", "标题", "1.5万人", "1.", "2018年", "100、200", "12351", "\\#标题", "一、总则", "#"})
    EXPECT_FALSE(lookalike(line)) << line;
}

TEST(RawLink, IsABracketWithAnAddressOfTheSite) {
  EXPECT_EQ(find_raw_link("（table:a）"), 0u);
  EXPECT_EQ(find_raw_link("见(unit：甲)"), 3u);
  EXPECT_EQ(find_raw_link("（甲）( report:a)"), 9u);
}

TEST(RawLink, LeavesTextAlone) {
  for (const char* text : {"", "(", "（见表：一）", "table:a", "（target）", "(http://a.cn)"})
    EXPECT_EQ(find_raw_link(text), std::string_view::npos) << text;
}

TEST(Sentence, OfAMegabyteIsCutAroundThePart) {
  std::string block;
  for (int at = 0; at < 5000; ++at) block += "工会，";
  const size_t middle = block.size();
  block += "88%";
  for (int at = 0; at < 5000; ++at) block += "，工会";
  const std::string sentence = sentence_around(block, middle, middle + 3);
  EXPECT_LT(sentence.size(), 2020u);
  EXPECT_TRUE(sentence.starts_with("…")) << sentence;
  EXPECT_TRUE(sentence.ends_with("…")) << sentence;
  EXPECT_FALSE(find_invalid_utf8(sentence));
  EXPECT_NE(sentence.find("工会，88%，工会"), std::string::npos);
}

}  // namespace
}  // namespace yaodian::markdown
