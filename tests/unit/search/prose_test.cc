#include "search/prose.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian::search {
namespace {

std::vector<std::string> passages(std::string text) {
  const Source source = source_of(std::move(text));
  Diagnostics diagnostics;
  const markdown::Body body = markdown::parse(source, source.text, 1, diagnostics);
  std::vector<std::string> all;
  for (const Passage& one : passages_of(body))
    all.push_back((one.heading ? one.heading->anchor : "") + "|" + one.text);
  return all;
}

TEST(Prose, IsDividedAtItsHeadings) {
  EXPECT_THAT(passages("先说。\n\n## 一、[集体](target:a)协商\n\n达到**88%**以上。\n\n### "
                       "（一）合同\n\n签订。\n"),
              ::testing::ElementsAre("|先说。", "集体协商|达到88%以上。", "合同|签订。"));
}

TEST(Prose, IsTextWithoutMarkup) {
  EXPECT_THAT(
      passages("甲<乙 & \"丙\"，[表](table:t)在\n此。\n\n- 一项\n- 两项\n\n![图题](table:t)\n"),
      ::testing::ElementsAre("|甲<乙 & \"丙\"，表在此。 一项 两项 图题"));
}

}  // namespace
}  // namespace yaodian::search
