#include "pages/statements.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Statements, FindEachLinkFromItsOtherEnd) {
  const Loaded loaded(
      small_site({{"union/2018/documents/b.md",
                   "---\ntitle: 乙\norder: "
                   "1\n---\n先达到[85%](target:coverage)。后见[表](table:t)。\n\n![表](table:t)\n"},
                  {"union/2018/documents/a.md",
                   "---\ntitle: 甲\norder: "
                   "2\n---\n再达到[88%](target:coverage)；[会员](table:t.members)。\n"}}));
  const Statements statements(loaded.plan());
  const auto found = [&](std::string_view address) {
    std::vector<std::string> all;
    for (const Statement& each : statements.of(parse_address(address).value()))
      all.push_back(each.document->title + " " + each.link->sentence);
    return all;
  };
  EXPECT_THAT(found("target:coverage"), ElementsAre("乙 先达到85%。", "甲 再达到88%"));
  EXPECT_THAT(found("table:t"), ElementsAre("乙 后见表。"));
  EXPECT_THAT(found("table:t.members"), ElementsAre("甲 会员。"));
  EXPECT_THAT(found("target:none"), IsEmpty());
}

}  // namespace
}  // namespace yaodian
