#include "base/position.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

TEST(LineOf, ReturnsALineWithoutItsBreak) {
  EXPECT_EQ(line_of("一\n二\n三", 1), "一");
  EXPECT_EQ(line_of("一\n二\n三", 2), "二");
  EXPECT_EQ(line_of("一\n二\n三", 3), "三");
}

TEST(LineOf, UnderstandsWindowsLineBreaks) { EXPECT_EQ(line_of("一\r\n二\r\n", 2), "二"); }

TEST(LineOf, IsEmptyPastTheEnd) {
  EXPECT_EQ(line_of("一\n", 2), "");
  EXPECT_EQ(line_of("一\n", 9), "");
  EXPECT_EQ(line_of("", 1), "");
}

TEST(PositionCounter, CountsCharactersInAnyOrder) {
  const Source source{"content/a.yaml", "a.yaml", "总工会\n- [东街, 西镇, 1]\n"};
  const auto place = [&](std::string_view text) { return source.text.find(text); };
  PositionCounter positions;
  EXPECT_EQ(positions.at(source, 2, place("东街")).column, 4u);
  EXPECT_EQ(positions.at(source, 2, place("西镇")).column, 8u);
  EXPECT_EQ(positions.at(source, 2, place("1]")).column, 12u);
  EXPECT_EQ(positions.at(source, 2, place("东街")).column, 4u);
  EXPECT_EQ(positions.at(source, 1, place("会")).column, 3u);
  EXPECT_EQ(positions.at(source, 2, place("西镇")).column, 8u);
}

TEST(FileAndLine, NamesWhatIsKnown) {
  const Source source{"content/a.yaml", "a.yaml", ""};
  EXPECT_EQ(file_and_line({&source, 7, 3}), "content/a.yaml:7");
  EXPECT_EQ(file_and_line({&source, 0, 0}), "content/a.yaml");
  EXPECT_EQ(file_and_line({}), "");
}

}  // namespace
}  // namespace yaodian
