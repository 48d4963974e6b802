#include <gmock/gmock.h>

#include "../support.h"
#include "pages/site_map.h"
#include "render/views.h"

namespace yaodian {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string text_in(const View& view, Name name) { return std::string(view.find(name)->text()); }

std::vector<std::string> links_in(const View& view) {
  std::vector<std::string> links;
  const auto made = view.find("made");
  for (const View& one : *made->items())
    links.push_back(text_in(one, "url") + " " + text_in(one, "title"));
  return links;
}

const char* const kTable =
    "title: 表\nsource: s\ncolumns:\n  - {id: a, title: 甲, count: 户, quota: at-least}\n"
    "rows: {file: t.csv}\n";
const char* const kPlan =
    "title: 2018年计划\nperiod: {start: 2018-01-01, end: 2018-12-31}\n"
    "sources: [{id: s, title: 通知, issuer: 总工会}]\n";

// A plan of files, and the view of each of them.
struct Shown {
  explicit Shown(const Files& more)
      : loaded(files(more)), context(loaded.site, loaded.publisher(), loaded.plan(), checks, {}) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  }

  static Files files(const Files& more) {
    Files all = small_site({{"union/2018/plan.yaml", kPlan},
                            {"union/2018/tables/t.yaml", kTable},
                            {"union/2018/tables/t.csv", "单位,a\n西镇,5\n"},
                            {"union/2018/documents/d.md", "---\ntitle: 要点\n---\n"}});
    for (const auto& [path, text] : more) all[path] = text;
    return all;
  }

  View view(const std::string& name) const {
    const std::string path = file_path(name);
    for (const Source* file : loaded.plan().files)
      if (file->name == name) return file_view(context, *file, path);
    for (const Source* file : loaded.publisher().files)
      if (file->name == name)
        return publisher_file_view(loaded.site, loaded.publisher(), *file, path);
    ADD_FAILURE() << name << " is not shown";
    return {};
  }

  Loaded loaded;
  Reconciliation checks;
  PlanContext context;
};

TEST(FileView, ShowsTheFileLineByLine) {
  const Shown shown(
      Files{{"union/2018/reports/r.yaml",
             "as_of: 2018-04-30\r\n\ntables: {t: {columns: [a], rows: [[西镇, 1]]}}"}});
  const View view = shown.view("union/2018/reports/r.yaml");
  EXPECT_EQ(text_in(view, "content"),
            "<ol class=\"lines\">\n<li id=\"L1\">as_of: 2018-04-30</li>\n<li id=\"L2\"></li>\n"
            "<li id=\"L3\">tables: {t: {columns: [a], rows: [[西镇, 1]]}}</li>\n</ol>");
  EXPECT_EQ(text_in(view, "lines"), "3");
}

TEST(FileView, EscapesWhatAFileHolds) {
  EXPECT_THAT(
      text_in(Shown(Files{{"union/2018/documents/d.md", "---\ntitle: 要点 # <b>\n---\n甲 & 乙\n"}})
                  .view("union/2018/documents/d.md"),
              "content"),
      AllOf(HasSubstr("# &lt;b&gt;"), HasSubstr("甲 &amp; 乙"), Not(HasSubstr("<b>"))));
}

TEST(FileView, SaysWhatAFileIsAndWhichPageItMakes) {
  const Shown shown{Files()};
  const View table = shown.view("union/2018/tables/t.yaml");
  EXPECT_EQ(text_in(table, "kind"), "任务表");
  EXPECT_EQ(text_in(table, "source"), "总工会《通知》");
  EXPECT_THAT(links_in(table), ElementsAre("../../tables/t.html 表"));
  const View rows = shown.view("union/2018/tables/t.csv");
  EXPECT_EQ(text_in(rows, "kind"), "任务表的行");
  EXPECT_EQ(text_in(rows, "source"), "总工会《通知》");
  EXPECT_THAT(links_in(rows), ElementsAre("../../tables/t.html 表"));
  EXPECT_THAT(links_in(shown.view("union/2018/plan.yaml")),
              ElementsAre("../index.html 2018年计划"));
  EXPECT_THAT(links_in(shown.view("union/units.yaml")),
              ElementsAre("../2018/units/index.html 2018年计划：单位任务"));
  EXPECT_THAT(links_in(shown.view("union/publisher.yaml")),
              ElementsAre("../2018/index.html 2018年计划"));
}

TEST(FileView, OfTheClaimsNamesThePageOfChecks) {
  const std::string claims = "- {says: 共5户, figure: 5户, equals: 'total:t.a'}\n";
  const Shown shown(Files{{"union/2018/checks.yaml", claims}});
  const View view = shown.view("union/2018/checks.yaml");
  EXPECT_EQ(text_in(view, "kind"), "勾稽");
  EXPECT_THAT(links_in(view), ElementsAre("../checks.html 勾稽"));
}

TEST(FileView, OfRowsThatTwoReportsReadNamesBoth) {
  const std::string rows = "tables: {t: {columns: [a], rows: {file: r.csv}}}\n";
  const Shown shown({{"union/2018/reports/april.yaml", "as_of: 2018-04-30\nsource: s\n" + rows},
                     {"union/2018/reports/may.yaml", "as_of: 2018-05-31\n" + rows},
                     {"union/2018/reports/r.csv", "单位,a\n西镇,3\n"}});
  const View view = shown.view("union/2018/reports/r.csv");
  EXPECT_EQ(text_in(view, "kind"), "月报的行");
  EXPECT_THAT(links_in(view), ElementsAre("../../reports/april.html 截至2018年4月30日",
                                          "../../reports/may.html 截至2018年5月31日"));
}

}  // namespace
}  // namespace yaodian
