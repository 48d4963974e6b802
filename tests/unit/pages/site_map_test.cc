#include "pages/site_map.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Listed {
  explicit Listed(const Files& files) : loaded(files) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
    pages = list_pages(loaded.site, diagnostics);
  }
  std::vector<std::string> paths() const {
    std::vector<std::string> all;
    for (const Page& page : pages) all.push_back(page.path);
    return all;
  }
  Loaded loaded;
  Diagnostics diagnostics;
  std::vector<Page> pages;
};

constexpr char kTable[] =
    "title: 表\ncolumns:\n  - {id: a, title: 甲, count: 户}\nrows:\n  - [西镇, 5]\n";

TEST(SiteMap, IsTheContentTree) {
  const Listed listed(small_site(
      {{"union/2018/tables/allocation.yaml", kTable},
       {"union/2018/documents/notice.md", "---\ntitle: x\n---\n"},
       {"union/2018/targets.yaml", "- {id: dues, title: 目标, goal: '5', due: 2018-12-31}\n"}}));
  EXPECT_THAT(
      listed.paths(),
      ::testing::UnorderedElementsAre(
          "index.html", "404.html", "search.html", "union/index.html", "union/2018/index.html",
          "union/2018/documents/notice.html", "union/2018/tables/allocation.html",
          "union/2018/units/index.html", "union/2018/units/west.html",
          "union/2018/targets/index.html", "union/2018/targets/dues.html",
          "union/2018/units/west.ics", "union/2018/calendar.html", "union/2018/checks.html",
          "union/2018/deadlines.ics", "union/2018/files/index.html",
          "union/2018/files/plan.yaml.html", "union/2018/files/targets.yaml.html",
          "union/2018/files/tables/allocation.yaml.html",
          "union/2018/files/documents/notice.md.html", "union/files/publisher.yaml.html",
          "union/files/units.yaml.html"));
  EXPECT_THAT(messages(listed.diagnostics), IsEmpty());
}

TEST(SiteMap, HasAPageOfTopicsWhereMeasuresAreShared) {
  const Listed listed(small_site(
      {{"measures.yaml", "topics: [甲]\nmeasures: [{id: m, title: 会员, topic: 甲}]\n"}}));
  EXPECT_THAT(listed.paths(), ::testing::Contains("topics.html"));
  EXPECT_THAT(Listed(small_site()).paths(), ::testing::Not(::testing::Contains("topics.html")));
}

TEST(SiteMap, HasNoPageForWhatAPlanHasNoneOf) {
  EXPECT_THAT(
      Listed(small_site({{"union/2018/tables/tiers.yaml",
                          "title: 表\nrows_of: text\ncolumns: [{id: a, title: 甲, text: true}]\n"
                          "rows: [[乙, 丙]]\n"}}))
          .paths(),
      ::testing::UnorderedElementsAre(
          "index.html", "404.html", "search.html", "union/index.html", "union/2018/index.html",
          "union/2018/tables/tiers.html", "union/2018/checks.html", "union/2018/files/index.html",
          "union/2018/files/plan.yaml.html", "union/2018/files/tables/tiers.yaml.html",
          "union/files/publisher.yaml.html", "union/files/units.yaml.html"));
}

TEST(SiteMap, PointsIntoTheModel) {
  const Listed listed(small_site(
      {{"union/2018/tables/a.yaml", kTable},
       {"union/2018/tables/b.yaml", kTable},
       {"union/2017/plan.yaml", "title: x\nperiod: {start: 2017-01-01, end: 2017-12-31}\n"}}));
  const auto at = [&](std::string_view path) {
    return *std::find_if(listed.pages.begin(), listed.pages.end(),
                         [&](const Page& page) { return page.path == path; });
  };
  EXPECT_EQ(at("union/2018/tables/b.html").kind, PageKind::table);
  EXPECT_EQ(at("union/2018/tables/b.html").plan, 1u);
  EXPECT_EQ(at("union/2018/tables/b.html").item, 1u);
  EXPECT_EQ(at("union/2018/units/west.html").item, 1u);
  EXPECT_EQ(at("union/2017/index.html").plan, 0u);
}

TEST(SiteMap, IsTheSameEachTime) {
  const Files files = small_site({{"union/2018/tables/a.yaml", kTable}});
  EXPECT_EQ(Listed(files).paths(), Listed(files).paths());
}

TEST(SiteMap, OfAnEmptySiteHasItsOwnPages) {
  Diagnostics diagnostics;
  EXPECT_EQ(list_pages({}, diagnostics).size(), 3u);
}

TEST(SiteMap, ReportsTwoPagesForOnePath) {
  const Listed listed(
      small_site({{"union/2018/targets.yaml", "- {id: index, title: 目标, goal: '5'}\n"}}));
  EXPECT_THAT(messages(listed.diagnostics), ElementsAre("duplicate-page 1:3"));
  EXPECT_EQ(message_text(listed.diagnostics),
            "两个页面要写到同一个地址 union/2018/targets/index.html（另一个来自 "
            "content/union/2018/plan.yaml:1）");
}

TEST(SiteMap, HasNoPagesOfFilesWhereTheSiteWantsNone) {
  const Listed listed(small_site({{"site.yaml", "title: 计划\nfiles: false\n"}}));
  EXPECT_THAT(listed.paths(), ::testing::Each(::testing::Not(::testing::HasSubstr("/files/"))));
}

TEST(FilePath, StandsBesideThePagesOfItsFolder) {
  EXPECT_EQ(file_path("union/2018/tables/t.yaml"), "union/2018/files/tables/t.yaml.html");
  EXPECT_EQ(file_path("union/2018/plan.yaml"), "union/2018/files/plan.yaml.html");
  EXPECT_EQ(file_path("union/units.yaml"), "union/files/units.yaml.html");
}

TEST(UnitsOfAPlan, AreThoseThatATableNames) {
  const Loaded loaded(small_site({{"union/2018/tables/a.yaml", kTable}}));
  EXPECT_THAT(units_of(loaded.publisher(), loaded.plan()), ElementsAre(1u));
  const Loaded none(small_site());
  EXPECT_THAT(units_of(none.publisher(), none.plan()), IsEmpty());
}

TEST(RelativeLink, LeadsFromOnePageToAnother) {
  EXPECT_EQ(relative_link("union/2018/units/a.html", "union/2018/tables/x.html"),
            "../tables/x.html");
  EXPECT_EQ(relative_link("index.html", "union/2018/index.html"), "union/2018/index.html");
  EXPECT_EQ(relative_link("union/2018/units/a.html", "index.html"), "../../../index.html");
  EXPECT_EQ(relative_link("union/2018/units/a.html", "union/2018/units/b.html"), "b.html");
  EXPECT_EQ(relative_link("union/2018/index.html", "union/2018/units/a.html"), "units/a.html");
  EXPECT_EQ(relative_link("union/2018/index.html", "union/2017/index.html"), "../2017/index.html");
}

TEST(RelativeLink, DoesNotTakeACommonBeginningForAFolder) {
  EXPECT_EQ(relative_link("union/2018/a.html", "union2/2018/a.html"), "../../union2/2018/a.html");
  EXPECT_EQ(relative_link("a.html", "ab.html"), "ab.html");
}

TEST(FileLink, WritesOddNamesAsAddresses) {
  EXPECT_EQ(file_link("u/2018/index.html", "u/2018/tables/任务 #1?50%.csv"),
            "files/tables/任务%20%231%3F50%25.csv.html");
}

TEST(RelativeLink, NamesThePageItself) {
  EXPECT_EQ(relative_link("a/b.html", "a/b.html"), "b.html");
}

}  // namespace
}  // namespace yaodian
