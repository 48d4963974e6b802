#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"
#include "render/views.h"

namespace yaodian {
namespace {

using Views = std::vector<View>;

const Views& list(const View& view, Name name) { return *view.find(name)->items(); }

std::string text(const View& view, Name name) { return std::string(view.find(name)->text()); }

// The view of the page of checks of a plan with the table TABLE.
struct Shown {
  explicit Shown(const Files& more) : loaded(small_site(more)) {
    Diagnostics diagnostics;
    const Reconciliations all = check(loaded.site, 2, diagnostics);
    const PlanContext context(loaded.site, loaded.publisher(), loaded.plan(), all[0][0], {});
    view = checks_view(context, "union/2018/checks.html");
  }
  Loaded loaded;
  View view;
};

constexpr char kColumns[] = "title: 表\ncolumns:\n  - {id: r, title: 率, count: '%'}\nrows:\n";

TEST(ChecksPage, IsEmptyWithoutAnythingToCheck) {
  const Shown shown((Files()));
  EXPECT_FALSE(shown.view.find("has_checks")->shows());
  EXPECT_FALSE(shown.view.find("is_recorded")->shows());
}

TEST(ChecksPage, NamesTheFirstFiveFiguresInDoubtOfAColumn) {
  Files files;
  std::string units = "units:\n", rows;
  for (int number = 1; number <= 7; ++number) {
    const std::string name = "第" + std::to_string(number) + "街道";
    units += "  - {id: u" + std::to_string(number) + ", name: " + name + "}\n";
    rows += "  - [" + name + ", " + std::to_string(100 + number) + "%]\n";
  }
  const Shown shown({{"union/units.yaml", units}, {"union/2018/tables/t.yaml", kColumns + rows}});
  const Views& doubtful = list(shown.view, "doubtful");
  ASSERT_EQ(doubtful.size(), 1u);
  EXPECT_EQ(text(doubtful[0], "figures"), "7");
  EXPECT_EQ(text(doubtful[0], "in_doubt"), "7");
  const Views& inputs = list(doubtful[0], "inputs");
  ASSERT_EQ(inputs.size(), 5u);
  EXPECT_EQ(text(inputs[0], "input"), "第1街道：率，大于100%");
  EXPECT_EQ(text(inputs[0], "input_figure"), "101%");
  EXPECT_EQ(text(inputs[0], "input_url"), "tables/t.html#row-u1");
  EXPECT_THAT(text(inputs[0], "input_file"),
              ::testing::HasSubstr("files/tables/t.yaml.html#L5\">tables/t.yaml 第5行<"));
}

TEST(ChecksPage, TakesAcceptedFiguresOutOfTheirColumn) {
  const Shown shown(
      {{"union/2018/tables/t.yaml",
        std::string(kColumns) + "  - [东街街道, 104%]\n  - [西镇, 96%]\n"},
       {"union/2018/checks.yaml", "- {accepts: 'cell:t.r.东街街道', reason: 补缴上年}\n"}});
  const Views& accepted = list(shown.view, "accepted");
  ASSERT_EQ(accepted.size(), 1u);
  EXPECT_EQ(text(accepted[0], "statement"), "东街街道：率，大于100%");
  EXPECT_EQ(text(accepted[0], "reason"), "补缴上年");
  const Views& checks = list(list(shown.view, "groups").at(0), "checks");
  ASSERT_EQ(checks.size(), 2u);
  EXPECT_EQ(text(checks[1], "statement"), "率：各行在0到100%之间（已说明的1个除外）");
  EXPECT_EQ(text(checks[1], "figures"), "1");
}

TEST(ChecksPage, SpeaksOfAClaimThatHolds) {
  const Shown shown(
      {{"union/2018/tables/t.yaml",
        "title: 表\ncolumns:\n  - {id: a, title: 会员, count: 人}\nrows:\n  - [西镇, 65600]\n"},
       {"union/2018/documents/d.md", "---\ntitle: 通知\n---\n\n## 一、会员\n\n新增6.6万人。\n"},
       {"union/2018/checks.yaml",
        "- {says: 新增6.6万人, document: 'd#会员', figure: 6.6万人, equals: 'total:t.a'}\n"}});
  const Views& claims = list(shown.view, "claims");
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(text(claims[0], "url"), "documents/d.html#会员");
  EXPECT_EQ(text(claims[0], "where"), "通知：会员");
  EXPECT_EQ(text(claims[0], "published") + "=" + text(claims[0], "computed"), "6.6万人=6.6万人");
  EXPECT_THAT(text(claims[0], "file"),
              ::testing::HasSubstr("files/documents/d.md.html#L7\">documents/d.md 第7行<"));
  EXPECT_EQ(text(list(claims[0], "inputs").at(0), "input_url"), "tables/t.html#column-a");
}

}  // namespace
}  // namespace yaodian
