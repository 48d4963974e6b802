#include "search/grams.h"

#include <algorithm>

#include <gmock/gmock.h>

namespace yaodian::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> texts_of(std::u32string_view folded) {
  std::vector<std::string> texts;
  for (const Gram gram : grams_of(folded)) texts.push_back(text_of(gram));
  return texts;
}

TEST(Grams, ArePairsOfNeighbours) {
  EXPECT_THAT(texts_of(U"新会员"), ElementsAre("新会", "会员"));
  EXPECT_THAT(texts_of(U"会"), IsEmpty());
  EXPECT_THAT(texts_of(U"28 16"), ElementsAre("28", "16"));
  EXPECT_THAT(texts_of(U"𠮷a"), ElementsAre("𠮷a"));
}

TEST(Grams, AreRunsOfFourDigitsToo) {
  EXPECT_THAT(texts_of(U"00123人"),
              UnorderedElementsAre("00", "01", "12", "23", "0012", "0123", "3人"));
}

TEST(GramSet, RemembersWhichAreInTitles) {
  GramSet some, others;
  some.add(U"会员", false);
  others.add(U"会员", true);
  for (char32_t c = 0x4E00; c < 0x5600; ++c) others.add(Gram{c} << 21 | c, false);
  some.add(others);
  const auto members = some.members();
  ASSERT_EQ(members.size(), 0x5600 - 0x4E00 + 1);
  EXPECT_TRUE(std::ranges::is_sorted(members, {}, &GramSet::Member::gram));
  for (const auto& [gram, in_title] : members) EXPECT_EQ(in_title, text_of(gram) == "会员");
}

}  // namespace
}  // namespace yaodian::search
