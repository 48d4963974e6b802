// What the pages say of their dates, the list of changes, the feed and the sitemap: of one plan.
#include "render/changes.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "pages/site_map.h"
#include "pages/web_address.h"
#include "render/freshness.h"
#include "render/sitemap.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;

const Files kPlan = {
    {"union/2018/plan.yaml",
     "title: 2018年计划\nissued: 2018-02-10\nperiod: {start: 2018-01-01, end: 2018-12-31}\n"
     "sources:\n  - {id: s, title: 通知, issued: 2018-02-05}\n"},
    {"union/2018/targets.yaml", "- {id: rate, title: 覆盖面, goal: '>= 88%'}\n"},
    {"union/2018/tables/t.yaml",
     "title: 任务表\nsource: s\ncolumns:\n"
     "  - {id: members, title: 会员数, count: 人, quota: at-least}\n"
     "rows:\n  - [东街街道, 1600]\n"},
    {"union/2018/tables/base.yaml",
     "title: 底数\nas_of: 2017-12-31\ncolumns:\n  - {id: staff, title: 职工数, count: 人}\n"
     "rows:\n  - [西镇, 5]\n"},
    {"union/2018/documents/notice.md",
     "---\ntitle: 通知\nissued: 2018-03-01\n---\n覆盖面[88%](target:rate)。\n"},
    {"union/2018/documents/progress.md",
     "---\ntitle: 进展\nsource: s\n---\n![会员](progress:t.members)\n"},
    {"union/2018/reports/2018-04-30.yaml",
     "as_of: 2018-04-30\nreceived: 2018-05-05\ntables:\n  t: {columns: [members], rows: "
     "[[东街街道, 200]]}\n"},
    {"union/2018/reports/2018-05-31.yaml",
     "as_of: 2018-05-31\ntables:\n  t: {columns: [members], rows: [[东街街道, 300]]}\ntargets: "
     "{rate: 80%}\n"},
    {"union/2018/reports/fix.yaml",
     "corrects: 2018-04-30\nreceived: 2018-06-10\nreason: 重复统计\n"
     "tables:\n  t: {columns: [members], rows: [[东街街道, 190]]}\n"},
    {"union/2018/ledger.yaml",
     "tasks:\n"
     "  - {id: guide, title: 编写手册, log: [{on: 2018-05-20, evidence: 手册}]}\n"
     "  - {id: visit, title: 走访, due: 每季度,\n"
     "     log: [{on: 2018-05-20, for: 2018-Q2, evidence: 记录},\n"
     "           {on: 2018-07-01, for: 2018-Q2, reopened: 缺一户}]}\n"},
};

// Files of a site, with its pages and contexts.
struct Planned {
  explicit Planned(const Files& more = {}, std::optional<Date> as_of = {})
      : loaded(small_site(with(more))) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
    pages = list_pages(loaded.site, diagnostics);
    reconciliations.resize(1);
    reconciliations[0].resize(loaded.publisher().plans.size());
    contexts = plan_contexts(loaded.site, reconciliations, as_of);
  }

  static Files with(const Files& more) {
    Files files = kPlan;
    for (const auto& [name, text] : more) files[name] = text;
    return files;
  }

  // "issued as_of received corrected recorded" of the page at PATH, "-" for none.
  std::string freshness(std::string_view path) const {
    const auto page =
        std::find_if(pages.begin(), pages.end(), [&](const Page& one) { return one.path == path; });
    if (page == pages.end()) return "no page";
    const Freshness fresh = freshness_of(*page, contexts);
    std::string text;
    for (const auto& date :
         {fresh.issued, fresh.as_of, fresh.received, fresh.corrected, fresh.recorded})
      text += (text.empty() ? "" : " ") + (date ? date->iso() : "-");
    return text;
  }

  std::vector<std::string> changes() const {
    std::vector<std::string> all;
    for (const Change& one : changes_of(contexts))
      all.push_back(one.day.iso() + " " + std::string(kind_id(one.kind)) + " " + one.title + " | " +
                    one.summary + (one.assumed ? " (assumed)" : ""));
    return all;
  }

  std::string feed() const { return changes_feed(loaded.site, contexts, std::nullopt); }

  Loaded loaded;
  Diagnostics diagnostics;
  std::vector<Page> pages;
  Reconciliations reconciliations;
  PlanContexts contexts;
};

// A site that is served at BASE_URL.
Files addressed(const std::string& base_url) {
  return {{"site.yaml", "title: 计划\nbase_url: " + base_url + "\n"}};
}

TEST(FreshnessOfAPage, IsThatOfTheReportsOfItsTables) {
  const Planned site;
  const std::string reported = "- 2018-05-31 - 2018-06-10 -";
  EXPECT_EQ(site.freshness("union/2018/tables/t.html"), reported);
  EXPECT_EQ(site.freshness("union/2018/units/east.html"), reported);
  EXPECT_EQ(site.freshness("union/2018/units/index.html"), reported);
  EXPECT_EQ(site.freshness("union/2018/targets/rate.html"), "- 2018-05-31 - - -");
}

TEST(FreshnessOfAPage, IsThatOfTheFiguresWhereNoReportReachesIt) {
  const Planned site;
  EXPECT_EQ(site.freshness("union/2018/tables/base.html"), "- 2017-12-31 - - -");
  EXPECT_EQ(site.freshness("union/2018/units/west.html"), "- 2017-12-31 - - -");
}

TEST(FreshnessOfAPage, IsTheIssueOfAPlanWithoutReports) {
  Files none;
  for (const char* name : {"2018-04-30", "2018-05-31", "fix"})
    none[std::string("union/2018/reports/") + name + ".yaml"] = "";
  Files files = Planned::with({});
  for (const auto& [name, text] : none) files.erase(name);
  const Loaded loaded(small_site(files));
  const Reconciliations reconciliations(1, std::vector<Reconciliation>(1));
  const PlanContexts contexts = plan_contexts(loaded.site, reconciliations, std::nullopt);
  const Freshness table = freshness_of({PageKind::table, "", 0, 0, 1}, contexts);
  EXPECT_EQ(table.issued->iso(), "2018-02-05") << "that of its source document";
  EXPECT_FALSE(table.as_of);
  EXPECT_EQ(freshness_of({PageKind::targets, "", 0, 0, 0}, contexts).issued->iso(), "2018-02-10");
}

TEST(FreshnessOfAPage, OfADocumentIsItsIssueAndWhatItEmbeds) {
  const Planned site;
  EXPECT_EQ(site.freshness("union/2018/documents/notice.html"), "2018-03-01 - - - -");
  EXPECT_EQ(site.freshness("union/2018/documents/progress.html"),
            "2018-02-05 2018-05-31 - 2018-06-10 -");
}

TEST(FreshnessOfAPage, OfAReportIsItsOwn) {
  const Planned site;
  EXPECT_EQ(site.freshness("union/2018/reports/2018-04-30.html"), "- 2018-04-30 2018-05-05 - -");
  EXPECT_EQ(site.freshness("union/2018/reports/fix.html"), "- 2018-04-30 - 2018-06-10 -");
  EXPECT_EQ(site.freshness("union/2018/files/reports/2018-04-30.yaml.html"),
            "- 2018-04-30 2018-05-05 - -");
}

TEST(FreshnessOfAPage, OfTheLedgerIsItsNewestEntry) {
  const Planned site;
  EXPECT_EQ(site.freshness("union/2018/ledger.html"), "- - - - 2018-07-01");
  EXPECT_EQ(Planned({}, Date::parse("2018-05-31")).freshness("union/2018/ledger.html"),
            "- - - - 2018-05-20");
}

TEST(FreshnessOfAPage, OfTheWholeIsTheNewestOfAll) {
  const Planned site;
  EXPECT_EQ(site.freshness("union/2018/index.html"),
            "2018-02-10 2018-05-31 - 2018-06-10 2018-07-01");
  for (const char* path : {"index.html", "changes.html", "union/index.html"})
    EXPECT_EQ(site.freshness(path), "- 2018-05-31 - 2018-06-10 2018-07-01") << path;
  EXPECT_EQ(site.freshness("404.html"), "- - - - -");
}

TEST(FreshnessOfAPage, OfAPlanIsThatOfItsResultsWhereNothingElseIsReported) {
  const Loaded loaded(small_site({{"union/2018/reports/2017-12-31.yaml",
                                   "as_of: 2017-12-31\nreceived: 2018-01-20\nfigures: [{id: homes, "
                                   "title: 建家, value: 5家}]\n"}}));
  const Reconciliations reconciliations(1, std::vector<Reconciliation>(1));
  const PlanContexts contexts = plan_contexts(loaded.site, reconciliations, std::nullopt);
  const Freshness plan = freshness_of({PageKind::plan, ""}, contexts);
  EXPECT_EQ(plan.as_of->iso(), "2017-12-31");
  EXPECT_EQ(plan.received->iso(), "2018-01-20");
}

TEST(Changes, AreWhatCameInWithTheNewestFirst) {
  EXPECT_THAT(
      Planned().changes(),
      ElementsAre(
          "2018-07-01 ledger 重新打开1项 | 重新打开：走访（第2季度），缺一户",
          "2018-06-10 correction 2018年4月30日月报的更正 | 重复统计",
          "2018-05-31 report 截至2018年5月31日的月报 | 任务表1个单位，全局指标1项 (assumed)",
          "2018-05-20 ledger 销账2项 | 销账：编写手册，手册；销账：走访（第2季度），记录",
          "2018-05-05 report 截至2018年4月30日的月报 | 任务表1个单位",
          "2018-03-01 document 通知 | ",
          "2018-02-10 plan 2018年计划 | 文件2份，任务表2张，单位2个，目标1项"));
}

const Files kEnglish = {{"site.yaml", "title: Plans\nlanguage: en\n"}};

TEST(Changes, AreToldInTheLanguageOfTheSite) {
  EXPECT_THAT(
      Planned(kEnglish).changes(),
      ElementsAre(
          "2018-07-01 ledger Reopened: 1 | Reopened: 走访 (Quarter 2), 缺一户",
          "2018-06-10 correction Correction of the report of 30 April 2018 | 重复统计",
          "2018-05-31 report Report as of 31 May 2018 | 任务表 (units: 1), Overall measures: 1 "
          "(assumed)",
          "2018-05-20 ledger Written off: 2 | Written off: 编写手册, 手册; Written off: 走访 "
          "(Quarter 2), 记录",
          "2018-05-05 report Report as of 30 April 2018 | 任务表 (units: 1)",
          "2018-03-01 document 通知 | ",
          "2018-02-10 plan 2018年计划 | Documents: 2, Task tables: 2, Units: 2, Targets: 1"));
}

TEST(Changes, EndWithTheDayThatTheSiteIsJudgedAt) {
  EXPECT_THAT(Planned({}, Date::parse("2018-04-30")).changes(),
              ElementsAre(HasSubstr("更正"), HasSubstr("截至2018年4月30日"), HasSubstr("document"),
                          HasSubstr("plan")));
}

TEST(Changes, HaveNoPageWhereNothingIsDated) {
  const Loaded loaded(small_site());
  EXPECT_FALSE(has_changes(loaded.site));
  EXPECT_TRUE(has_changes(Planned().loaded.site));
}

TEST(Feed, LinksFromItselfWhereTheSiteHasNoAddress) {
  const std::string feed = Planned().feed();
  EXPECT_THAT(feed, HasSubstr("<link rel=\"alternate\" type=\"text/html\" "
                              "href=\"union/2018/reports/2018-04-30.html\"/>"));
  EXPECT_THAT(feed, Not(HasSubstr("rel=\"self\"")));
  EXPECT_THAT(feed, HasSubstr("<updated>2018-07-01T00:00:00+08:00</updated>\n<author>"));
}

TEST(Feed, IsInTheLanguageOfTheSite) {
  EXPECT_THAT(Planned().feed(), HasSubstr(" xml:lang=\"zh-CN\">\n"));
  EXPECT_THAT(Planned().feed(), HasSubstr("<title>计划：更新记录</title>"));
  const std::string feed = Planned(kEnglish).feed();
  EXPECT_THAT(feed, HasSubstr(" xml:lang=\"en\">\n"));
  EXPECT_THAT(feed, HasSubstr("<title>Plans: updates</title>"));
  EXPECT_THAT(feed, HasSubstr("<title>总工会 2018, Document – 通知</title>"));
  EXPECT_THAT(feed, HasSubstr("label=\"Report\"/>"));
}

TEST(Feed, HasAbsoluteLinksAndNamesWhereTheSiteHasAnAddress) {
  const std::string feed = Planned(addressed("https://plans.example/union")).feed();
  EXPECT_THAT(feed, HasSubstr("<id>https://plans.example/union/feed.xml</id>"));
  EXPECT_THAT(feed, HasSubstr("<link rel=\"self\" type=\"application/atom+xml\" "
                              "href=\"https://plans.example/union/feed.xml\"/>"));
  EXPECT_THAT(feed,
              HasSubstr("<id>https://plans.example/union/union/2018/ledger.html#2018-05-20</id>"));
  EXPECT_THAT(feed, Not(HasSubstr("href=\"union/")));
}

TEST(Feed, NamesAnEntryTheSameWhateverElseChanges) {
  const auto ids = [](const std::string& feed) {
    std::vector<std::string> all;
    for (size_t at = 0; (at = feed.find("<entry>\n<id>", at)) != feed.npos; ++at)
      all.push_back(feed.substr(at + 12, feed.find("</id>", at) - at - 12));
    return all;
  };
  std::vector<std::string> before = ids(Planned().feed());
  const std::vector<std::string> now =
      ids(Planned({{"union/2018/reports/2018-06-30.yaml",
                    "as_of: 2018-06-30\nreceived: 2018-08-01\ntargets: {rate: 81%}\n"},
                   {"site.yaml", "title: 新的题名\n"}})
              .feed());
  ASSERT_EQ(before.size(), 7u);
  ASSERT_EQ(now.size(), 8u);
  EXPECT_EQ(std::vector(now.begin() + 1, now.end()), before);
}

TEST(Feed, EscapesWhatTheContentSays) {
  EXPECT_THAT(Planned(Files{{"union/publisher.yaml", "name: 甲<乙>&丙\n"}}).feed(),
              HasSubstr("<name>甲&lt;乙&gt;&amp;丙</name>"));
}

TEST(NameUrn, IsAUuidOfTheText) {
  EXPECT_THAT(name_urn("union/2018"),
              MatchesRegex("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                           "[0-9a-f]{12}"));
  EXPECT_NE(name_urn("union/2018"), name_urn("union/2019"));
}

TEST(WebAddress, EncodesWhatAnAddressMayNotHold) {
  EXPECT_EQ(web_address("https://a.example", "x/y.html"), "https://a.example/x/y.html");
  EXPECT_EQ(web_address("https://a.example/p/", "甲 #1.csv"),
            "https://a.example/p/%E7%94%B2%20%231.csv");
  EXPECT_EQ(web_address("", "x.html"), "x.html");
}

TEST(Sitemap, ListsEachPageWithTheDayOfItsData) {
  const Planned site(addressed("https://plans.example"));
  const std::string text = sitemap(site.loaded.site, site.pages, site.contexts, 0);
  EXPECT_THAT(text, HasSubstr("<url><loc>https://plans.example/union/2018/tables/t.html</loc>"
                              "<lastmod>2018-06-10</lastmod></url>\n"));
  EXPECT_THAT(text, HasSubstr("<loc>https://plans.example/union/2018/files/tables/t.yaml.html<"));
  EXPECT_THAT(text, Not(HasSubstr("404.html")));
  EXPECT_THAT(text, Not(HasSubstr(".ics")));
}

TEST(Sitemap, IsThereOnlyWhereTheSiteHasAnAddress) {
  const auto has = [](const Planned& site) {
    return std::ranges::any_of(site.pages,
                               [](const Page& one) { return one.path == "sitemap.xml"; });
  };
  EXPECT_FALSE(has(Planned()));
  EXPECT_TRUE(has(Planned(addressed("https://plans.example"))));
}

TEST(Sitemap, OfALargeSiteIsAnIndexOfParts) {
  const Planned site(addressed("https://plans.example"));
  const std::vector<Page> pages(kSitemapPages + 1, {PageKind::plan, "union/2018/index.html"});
  const std::string index = sitemap(site.loaded.site, pages, site.contexts, 0);
  EXPECT_THAT(index,
              HasSubstr("<sitemap><loc>https://plans.example/sitemap-2.xml</loc></sitemap>"));
  const std::string last = sitemap(site.loaded.site, pages, site.contexts, 2);
  EXPECT_EQ(last.find("<url>"), last.rfind("<url>"));
}

}  // namespace
}  // namespace yaodian
