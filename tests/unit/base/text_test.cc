#include "base/text.h"

#include <gmock/gmock.h>

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Utf8, AcceptsAsciiAndChinese) {
  EXPECT_FALSE(find_invalid_utf8(""));
  EXPECT_FALSE(find_invalid_utf8("a工会\n𠮷"));
}

TEST(Utf8, FindsTheFirstByteOfGbk) { EXPECT_EQ(find_invalid_utf8("a\xB9\xA4\xBB\xE1"), 1u); }

TEST(Utf8, RefusesOverlongSurrogateAndTruncatedForms) {
  EXPECT_EQ(find_invalid_utf8("\xC0\x80"), 0u);
  EXPECT_EQ(find_invalid_utf8("ab\xED\xA0\x80"), 2u);
  EXPECT_EQ(find_invalid_utf8("万\xE4\xB8"), 3u);
}

TEST(Characters, AreTakenOneByOne) {
  std::string_view text = "a万𠮷";
  EXPECT_EQ(take_character(text), U'a');
  EXPECT_EQ(take_character(text), U'万');
  EXPECT_EQ(take_character(text), U'𠮷');
  EXPECT_TRUE(text.empty());
}

TEST(Characters, AreWrittenAsTheyWereTaken) {
  std::string text;
  for (const char32_t character : {U'a', U'é', U'万', U'𠮷'}) append_character(text, character);
  EXPECT_EQ(text, "aé万𠮷");
}

TEST(Characters, AreCountedNotBytes) {
  EXPECT_EQ(count_characters(""), 0u);
  EXPECT_EQ(count_characters("万寿路a"), 4u);
}

TEST(Characters, AreCutFromTheFront) {
  EXPECT_EQ(first_characters("万寿路", 2), "万寿");
  EXPECT_EQ(first_characters("万寿路", 9), "万寿路");
  EXPECT_EQ(first_characters("万寿路", 0), "");
}

TEST(DisplayWidth, IsTwoForChineseAndFullWidth) {
  EXPECT_EQ(display_width("万，Ａ"), 6u);
  EXPECT_EQ(display_width("ab1"), 3u);
}

TEST(DisplayWidth, IsNothingForCombiningMarks) { EXPECT_EQ(display_width("e\u0301"), 1u); }

TEST(Chinese, IncludesThePunctuationSetWithIt) {
  for (const char32_t character : std::u32string_view(U"万，。、；：（）《》“”—…　％"))
    EXPECT_TRUE(is_chinese(character)) << static_cast<unsigned>(character);
}

TEST(Chinese, LeavesOutLatinAndAsciiPunctuation) {
  for (const char32_t character : {U'a', U'5', U' ', U',', U'(', U'é'})
    EXPECT_FALSE(is_chinese(character)) << static_cast<unsigned>(character);
}

TEST(Letters, AreLettersDigitsAndMarksOfAnyScript) {
  for (const char32_t character : {U'a', U'万', U'5', U'５', U'é', U'\u0301'})
    EXPECT_TRUE(is_letter_or_digit(character)) << static_cast<unsigned>(character);
  for (const char32_t character : {U'，', U'*', U' ', U'“', U'+'})
    EXPECT_FALSE(is_letter_or_digit(character)) << static_cast<unsigned>(character);
}

TEST(NormalForm, MakesFullWidthAndSpacesEqual) {
  EXPECT_EQ(normal_form("　ＡＰＰ　 \t２ "), "APP 2");
  EXPECT_EQ(normal_form("社区（村）"), "社区(村)");
  EXPECT_EQ(normal_form(" \u3000"), "");
}

TEST(NormalForm, OfWhatIsNormalIsTheTextItself) {
  for (const char* text : {"", "万寿路街道", "APP2", "第3工会(筹)", "龥鿿一"})
    EXPECT_TRUE(is_normal(text)) << text;
  for (const char* text :
       {"万 寿", " 万", "ＡＰＰ", "（筹）", "\u3000万", "é", "e\u0301", "ﬁ", "\uF900", "㎡"})
    EXPECT_FALSE(is_normal(text)) << text;
  // A space before it makes it take the long way.
  for (char32_t character = U'!'; character <= U'\u9FFF'; ++character) {
    std::string text;
    append_character(text, character);
    const std::string normal = normal_form(" " + text);
    ASSERT_TRUE(!is_normal(text) || normal == text) << text;
  }
}

TEST(NormalForm, ComposesAccents) { EXPECT_EQ(normal_form("e\u0301"), "é"); }

TEST(Trim, TakesAsciiAndWideSpaceOffBothEnds) {
  EXPECT_EQ(trim(" \t　a　b　\r\n"), "a　b");
  EXPECT_EQ(trim("　 　"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_THAT(split("a,,b,", ','), ElementsAre("a", "", "b", ""));
}

TEST(Nearest, FindsTheNameWithACharacterMissing) {
  EXPECT_THAT(nearest("万寿路街", {"羊坊店街道", "万寿路街道"}), ElementsAre("万寿路街道"));
}

TEST(Nearest, TakesSwappedLettersForOneSlip) {
  EXPECT_THAT(nearest("tilte", {"title", "order"}), ElementsAre("title"));
}

TEST(Nearest, FindsAPartOfALongName) {
  EXPECT_THAT(nearest("海淀园", {"区教育工会", "海淀园工会工作委员会"}),
              ElementsAre("海淀园工会工作委员会"));
}

TEST(Nearest, ReadsWhatWasTypedInFullWidth) {
  EXPECT_THAT(nearest("ｍｅｍｂｅｒ", {"members", "homes"}), ElementsAre("members"));
}

TEST(Nearest, NamesThreeAtMostAndTheBestFirst) {
  const std::vector<std::string> names = {"table-22", "table-2", "table-3", "table-4", "table-5"};
  const auto found = nearest("table-3", names);
  EXPECT_EQ(found.size(), 3u);
  EXPECT_EQ(found.front(), "table-3");
}

TEST(Nearest, IsSilentWhereNothingIsNear) {
  EXPECT_THAT(nearest("xyz", {"members", "homes"}), IsEmpty());
  EXPECT_THAT(nearest("members", {}), IsEmpty());
}

TEST(Invisible, CharactersAreFoundByTheirFirstByte) {
  EXPECT_EQ(find_invisible("工会\u200B"), 6u);
  EXPECT_EQ(find_invisible("a\u202Eb"), 1u);
  EXPECT_EQ(find_invisible("\uFEFF"), 0u);
  EXPECT_EQ(find_invisible("。\u3164"), 3u);
  EXPECT_EQ(find_invisible("𠮷\U000E0041"), 4u);
}

TEST(Invisible, IsACarriageReturnThatEndsNoLine) {
  EXPECT_EQ(find_invisible("a\r\nb\rc"), 4u);
  EXPECT_EQ(find_invisible("a\r"), 1u);
}

TEST(Invisible, IsNothingThatAReaderSees) {
  EXPECT_FALSE(find_invisible("a\tb\r\n　“工会”——…㍿𠮷é ﹏Ａ～"));
  EXPECT_FALSE(find_invisible("\u00A0\u2009\u2010\u2018\u2030\u2605"));
}

}  // namespace
}  // namespace yaodian
