#include "base/diagnostic.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "base/text.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Rule kUnknown{"unknown-unit",
                        Severity::error,
                        {"没有“{0}”", "no \"{0}\""},
                        {"写登记的名称。", "use a registered name"}};
constexpr Rule kDoubtful{"doubtful", Severity::warning, {"可疑", "doubtful"}, {"", ""}};

std::string shown(const Diagnostics& diagnostics, Language language = Language::zh) {
  return format(diagnostics.all().front(), language, false);
}

TEST(Diagnostics, ShowPlaceMessageLineAndHint) {
  const Source source = source_of("rows:\n- [万寿路街, 28]\n", "a.yaml");
  Diagnostics diagnostics;
  diagnostics.report(kUnknown, {&source, 2, 4}, "万寿路街", {std::string("万寿路街")},
                     {"万寿路街道"});
  EXPECT_EQ(shown(diagnostics),
            "content/a.yaml:2:4: 错误 [unknown-unit] 没有“万寿路街”\n"
            "     2 | - [万寿路街, 28]\n"
            "       |    ^^^^^^^^\n"
            "         提示：最接近的是“万寿路街道”。写登记的名称。\n");
  EXPECT_EQ(shown(diagnostics, Language::en),
            "content/a.yaml:2:4: error [unknown-unit] no \"万寿路街\"\n"
            "     2 | - [万寿路街, 28]\n"
            "       |    ^^^^^^^^\n"
            "         hint: did you mean \"万寿路街道\"? use a registered name\n");
}

TEST(Diagnostics, ShowOnlyTheFileForAFileAsAWhole) {
  const Source source = source_of("text\n", "a.yaml");
  Diagnostics diagnostics;
  diagnostics.report(kDoubtful, {&source, 0, 0}, "");
  EXPECT_EQ(shown(diagnostics), "content/a.yaml: 提醒 [doubtful] 可疑\n");
}

TEST(Diagnostics, ShowOnlyTheMessageForNowhere) {
  Diagnostics diagnostics;
  diagnostics.report(kDoubtful, {}, "");
  EXPECT_EQ(shown(diagnostics), "提醒 [doubtful] 可疑\n");
}

TEST(Diagnostics, CutALongLineAroundThePosition) {
  const Source source = source_of(std::string(199, 'a') + "X" + std::string(300, 'b') + "\n");
  Diagnostics diagnostics;
  diagnostics.report(kDoubtful, {&source, 1, 200}, "X");
  const std::string text = shown(diagnostics);
  const std::string_view line = line_of(text, 2), carets = line_of(text, 3);
  EXPECT_LT(count_characters(line), 120u);
  EXPECT_THAT(std::string(line), HasSubstr("| …a"));
  EXPECT_TRUE(line.ends_with("b…")) << line;
  EXPECT_EQ(display_width(line.substr(0, line.find('X'))), carets.find('^'));
}

TEST(Diagnostics, UnderlineOnlyTheFirstLine) {
  const Source source = source_of("ab\ncd\n");
  Diagnostics diagnostics;
  diagnostics.report(kDoubtful, {&source, 1, 1}, "ab\ncd");
  EXPECT_THAT(shown(diagnostics), HasSubstr("| ^^\n"));
}

TEST(Diagnostics, UnderlineOneCharacterWhereThereIsNoText) {
  const Source source = source_of("万\n");
  Diagnostics diagnostics;
  diagnostics.report(kDoubtful, {&source, 1, 1}, "");
  EXPECT_EQ(diagnostics.all().front().length, 1u);
  EXPECT_THAT(shown(diagnostics), HasSubstr("| ^^\n"));  // one Chinese character is two cells
}

TEST(Diagnostics, KeepControlCharactersFromTheTerminal) {
  const Source source = source_of("a\x1b[31m\u202Eb\tc\n");
  Diagnostics diagnostics;
  diagnostics.report(kUnknown, {&source, 1, 1}, "", {std::string("x\x1b[0m")});
  const std::string text = shown(diagnostics);
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, HasSubstr("a␦[31m␦b c"));
  EXPECT_THAT(text, HasSubstr("x␦[0m"));
}

TEST(Diagnostics, ColourOnlyOnRequest) {
  Diagnostics diagnostics;
  diagnostics.report(kDoubtful, {}, "");
  EXPECT_THAT(format(diagnostics.all().front(), Language::zh, true), HasSubstr("\x1b["));
}

TEST(Diagnostics, CountErrorsAndWarnings) {
  Diagnostics diagnostics, others;
  diagnostics.report(kDoubtful, {}, "");
  EXPECT_FALSE(diagnostics.has_errors());
  others.report(kUnknown, {}, "", {std::string("a")});
  diagnostics.take(std::move(others));
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.errors(), 1u);
  EXPECT_EQ(diagnostics.warnings(), 1u);
  EXPECT_THAT(messages(diagnostics), ElementsAre("doubtful", "unknown-unit"));
}

TEST(Diagnostics, AreSortedByFileLineAndColumn) {
  const Source a = source_of("", "a"), b = source_of("", "b");
  Diagnostics diagnostics;
  diagnostics.report(kDoubtful, {&b, 1, 1}, "");
  diagnostics.report(kDoubtful, {&a, 10, 1}, "");
  diagnostics.report(kDoubtful, {&a, 9, 8}, "");
  diagnostics.report(kDoubtful, {&a, 9, 2}, "");
  diagnostics.report(kDoubtful, {&a, 0, 0}, "");
  diagnostics.report(kDoubtful, {}, "");
  diagnostics.sort();
  EXPECT_THAT(messages(diagnostics), ElementsAre("doubtful", "doubtful a", "doubtful 9:2",
                                                 "doubtful 9:8", "doubtful 10:1", "doubtful 1:1"));
}

TEST(Diagnostics, DropRepetitionsAndNothingElse) {
  const Source source = source_of("");
  Diagnostics diagnostics;
  for (const char* name : {"甲", "乙", "甲"})
    diagnostics.report(kUnknown, {&source, 1, 1}, "", {std::string(name)});
  diagnostics.sort();
  EXPECT_EQ(diagnostics.errors(), 2u);
  EXPECT_EQ(message_text(diagnostics, 0), "没有“甲”");
  EXPECT_EQ(message_text(diagnostics, 1), "没有“乙”");
}

TEST(FillIn, PutsArgumentsInBothLanguages) {
  const std::vector<Argument> arguments = {std::string("a{b}"), Text{"列表", "a list"}};
  EXPECT_EQ(fill_in("“{0}”应当是{1}", arguments, Language::zh), "“a{b}”应当是列表");
  EXPECT_EQ(fill_in("\"{0}\" should be {1}", arguments, Language::en), "\"a{b}\" should be a list");
}

TEST(Diagnostics, AreShownAlikeInAnyOrder) {
  const Source source = source_of("甲乙丙\r\n\n丁戊己\n"), other = source_of("庚\n", "other");
  std::vector<Position> places = {{&source, 3, 2}, {&source, 1, 2}, {&other, 1, 1},
                                  {&source, 1, 4}, {&source, 3, 4}, {&source, 3, 1}};
  Finder finder;
  for (const Position& place : places) {
    const Diagnostic one{&kDoubtful, place, 1, {}, {}};
    EXPECT_EQ(format(one, Language::zh, false, finder), format(one, Language::zh, false));
  }
  const Position begin{&source, 1, 1};
  EXPECT_EQ(finder.offset(places.at(4)), 21u);
  EXPECT_EQ(finder.offset(places.at(3)), 9u);
  EXPECT_EQ(finder.offset(begin), 0u);
}

TEST(Diagnostics, ShowTheBeginningOfALongArgument) {
  Diagnostics diagnostics;
  diagnostics.report(kUnknown, {}, "", {std::string(kLongestArgument + 1, 'x')});
  EXPECT_THAT(shown(diagnostics), HasSubstr(std::string(kLongestArgument, 'x') + "…”"));
  Diagnostics shorter;
  shorter.report(kUnknown, {}, "", {std::string(kLongestArgument, 'x')});
  EXPECT_THAT(shown(shorter), HasSubstr(std::string(kLongestArgument, 'x') + "”"));
}

TEST(Diagnostics, SuggestNamesForTheFirstTwentyOnly) {
  Diagnostics diagnostics;
  for (int at = 0; at < 20; ++at)
    EXPECT_THAT(diagnostics.suggest("titel", {"title"}), ElementsAre("title"));
  EXPECT_TRUE(diagnostics.suggest("titel", {"title"}).empty());
}

}  // namespace
}  // namespace yaodian
