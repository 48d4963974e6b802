#include "model/assemble.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> reported(const Files& files) {
  return messages(Loaded(files).diagnostics);
}

std::string table(const std::string& title, int order = 0) {
  return "title: " + title + "\norder: " + std::to_string(order) +
         "\ncolumns:\n  - {id: a, title: 甲, count: 户}\nrows:\n  - [东街街道, 5]\n";
}

TEST(Assemble, ReadsASiteFromAFolder) {
  const TemporaryFolder folder;
  for (const auto& [path, text] :
       small_site({{"union/2018/tables/allocation.yaml", table("分配表")},
                   {"union/2018/documents/notice.md", "---\ntitle: 通知\n---\n正文。\n"},
                   {"union/2018/targets.yaml", "- {id: t, title: 目标, goal: '5'}\n"}}))
    folder.write(path, text);
  Diagnostics diagnostics;
  const Content content = read_content(folder.path(), 2, diagnostics);
  const Site site = assemble(content, 2, diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
  EXPECT_EQ(site.title, "计划");
  ASSERT_EQ(site.publishers.size(), 1u);
  EXPECT_EQ(site.publishers[0].id, "union");
  EXPECT_EQ(site.publishers[0].name, "总工会");
  EXPECT_EQ(site.publishers[0].units.units.size(), 2u);
  ASSERT_EQ(site.publishers[0].plans.size(), 1u);
  const Plan& plan = site.publishers[0].plans[0];
  EXPECT_EQ(plan.year, "2018");
  EXPECT_EQ(plan.tables.at(0).id, "allocation");
  EXPECT_EQ(plan.tables.at(0).rows.at(0).unit, 0u);
  EXPECT_EQ(plan.documents.at(0).title, "通知");
  EXPECT_EQ(plan.targets.at(0).id, "t");
}

TEST(Assemble, IsTheSameOnAnyNumberOfThreads) {
  Files files = small_site();
  for (int number = 0; number < 30; ++number) {
    files["union/2018/tables/t" + std::to_string(number) + ".yaml"] =
        table("表") + "wrong-" + std::to_string(number) + ": 1\n";
  }
  const Content content = content_of(files);
  Diagnostics one, many;
  assemble(content, 1, one);
  assemble(content, 8, many);
  ASSERT_EQ(one.errors(), 30u);
  for (size_t at = 0; at < 30; ++at) EXPECT_EQ(message_text(one, at), message_text(many, at));
}

TEST(Assemble, OrdersTablesAndDocumentsByOrderAndId) {
  const Loaded loaded(
      small_site({{"union/2018/tables/c.yaml", table("丙", 1)},
                  {"union/2018/tables/a.yaml", table("甲", 2)},
                  {"union/2018/tables/b.yaml", table("乙", 2)},
                  {"union/2018/documents/x.md", "---\ntitle: x\norder: 2\n---\n"},
                  {"union/2018/documents/y.md", "---\ntitle: y\norder: 1\n---\n"}}));
  EXPECT_THAT(ids(loaded.plan().tables), ElementsAre("c", "a", "b"));
  EXPECT_THAT(ids(loaded.plan().documents), ElementsAre("y", "x"));
}

TEST(Assemble, OrdersPublishersAsTheSiteNamesThem) {
  const Files b = {{"b/publisher.yaml", "name: 乙\n"}, {"b/units.yaml", "units: []\n"}};
  Files files = small_site(b);
  EXPECT_THAT(ids(Loaded(files).site.publishers), ElementsAre("b", "union"));
  files["site.yaml"] = "title: 计划\npublishers: [union]\n";
  EXPECT_THAT(ids(Loaded(files).site.publishers), ElementsAre("union", "b"));
}

TEST(Assemble, ReportsAPublisherThatIsNotThereOrNamedTwice) {
  EXPECT_THAT(reported(small_site({{"site.yaml", "title: 计划\npublishers: [union, onion]\n"}})),
              ElementsAre("dangling-link 2:21"));
  const Loaded twice(small_site({{"site.yaml", "title: 计划\npublishers: [union, union]\n"}}));
  EXPECT_THAT(messages(twice.diagnostics), ElementsAre("duplicate-id 2:21"));
  EXPECT_EQ(twice.site.publishers.size(), 1u);
}

TEST(Assemble, ReadsPlansByYear) {
  const Loaded loaded(small_site(
      {{"union/2017/plan.yaml", "title: 去年\nperiod: {start: 2017-01-01, end: 2017-12-31}\n"}}));
  ASSERT_EQ(loaded.publisher().plans.size(), 2u);
  EXPECT_EQ(loaded.publisher().plans[0].year, "2017");
  EXPECT_EQ(loaded.publisher().plans[1].year, "2018");
}

TEST(Assemble, WarnsOfFilesThatHaveNoPlace) {
  EXPECT_THAT(
      reported(small_site({{"readme.txt", ""},
                           {"union/2018/tables/a.yml", ""},
                           {"union/2018/tables/old/a.yaml", ""},
                           {"union/2018/tables/a.csv", ""}})),
      ElementsAre("stray-file readme.txt", "stray-file union/2018/tables/a.csv",
                  "stray-file union/2018/tables/a.yml", "stray-file union/2018/tables/old/a.yaml"));
}

TEST(Assemble, NeedsTheFileThatMakesAFolderAPlanOrAPublisher) {
  EXPECT_THAT(reported(small_site({{"union/2019/plan.yml", ""}})),
              ElementsAre("missing-file", "stray-file union/2019/plan.yml"));
  EXPECT_THAT(reported(small_site({{"other/units.yaml", ""}})),
              ElementsAre("missing-file", "stray-file other/units.yaml"));
}

TEST(Assemble, RefusesFileNamesThatCannotBeAddresses) {
  EXPECT_THAT(reported(small_site({{"union/2018/tables/Allocation.yaml", table("表")},
                                   {"union/2018/documents/通知.md", "---\ntitle: x\n---\n"}})),
              ElementsAre("bad-file-name union/2018/tables/Allocation.yaml",
                          "bad-file-name union/2018/documents/通知.md"));
}

TEST(Assemble, ReportsWhatIsMissing) {
  Files files = small_site();
  files.erase("site.yaml");
  files.erase("union/units.yaml");
  const Loaded loaded(files);
  EXPECT_THAT(messages(loaded.diagnostics), ElementsAre("missing-file", "missing-file"));
  EXPECT_EQ(message_text(loaded.diagnostics, 0), "缺少文件 content/site.yaml");
  EXPECT_EQ(message_text(loaded.diagnostics, 1), "缺少文件 content/union/units.yaml");
}

TEST(Assemble, ReportsAnEmptyFolder) { EXPECT_THAT(reported({}), ElementsAre("missing-file")); }

TEST(Assemble, ReportsIdsUsedTwiceInAPlan) {
  EXPECT_THAT(
      reported(small_site({{"union/2018/targets.yaml",
                            "- {id: a, title: 甲, goal: '1'}\n- {id: a, title: 乙, goal: '2'}\n"},
                           {"union/2018/plan.yaml",
                            "title: 计划\nperiod: {start: 2018-01-01, end: 2018-12-31}\n"
                            "sources:\n  - {id: s, title: 甲}\n  - {id: s, title: 乙}\n"}})),
      ElementsAre("duplicate-id 2:3", "duplicate-id 5:5"));
}

TEST(Assemble, GivesAResultTheGoalOfItsTarget) {
  const Loaded loaded(
      small_site({{"union/2018/targets.yaml", "- {id: rate, title: 率, goal: '>= 95%'}\n"},
                  {"union/2018/tables/t.yaml",
                   "title: 表\ncolumns:\n  - {id: a, title: 甲, count: '%', target: rate}\n"
                   "  - {id: b, title: 乙, count: '%', target: rate, goal: '>= 50%'}\n"
                   "  - {id: c, title: 丙, count: 人, quota: at-least, target: rate}\n"
                   "rows:\n  - [东街街道, 90%, 90%, 5]\n"}}));
  const std::vector<Measure>& measures = loaded.plan().tables.at(0).measures;
  EXPECT_EQ(measures[0].goal->text(), "≥ 95%");
  EXPECT_EQ(measures[1].goal->text(), "≥ 50%");
  EXPECT_FALSE(measures[2].goal);
}

TEST(Assemble, KeepsWhatCouldBeRead) {
  const Loaded loaded(small_site({{"union/2018/tables/bad.yaml", "title: [\n"},
                                  {"union/2018/tables/good.yaml", table("好")}}));
  EXPECT_TRUE(loaded.diagnostics.has_errors());
  ASSERT_TRUE(find(loaded.plan().tables, "good"));
  EXPECT_EQ(find(loaded.plan().tables, "good")->title, "好");
}

TEST(Assemble, ReadsTheOtherKeysOfTheSite) {
  const Loaded loaded(small_site(
      {{"site.yaml", "title: 计划\nbase_url: https://plans.example/union/\nopens: union/2018\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  EXPECT_EQ(loaded.site.base_url, "https://plans.example/union/");
  EXPECT_EQ(loaded.site.opens.id, "union/2018");
  EXPECT_EQ(loaded.site.opens.position.line, 3u);
  EXPECT_TRUE(loaded.site.shows_files);
}

TEST(Assemble, HidesTheFilesOfTheContentIfTheSiteSaysSo) {
  EXPECT_FALSE(Loaded(small_site({{"site.yaml", "title: 计划\nfiles: false\n"}})).site.shows_files);
  EXPECT_THAT(reported(small_site({{"site.yaml", "title: 计划\nfiles: no\n"}})),
              ElementsAre("not-a-choice 2:8"));
}

TEST(Assemble, NamesTheFirstColumnOfATableInTheLanguageOfTheSiteWhereTheContentDoesNot) {
  const Files files = {{"site.yaml", "title: 计划\nlanguage: en\n"},
                       {"union/2018/tables/a.yaml", table("甲")},
                       {"union/2018/tables/b.yaml", table("乙") + "unit_title: 街道\n"},
                       {"union/2018/tables/c.yaml",
                        "title: 丙\nrows_of: text\ncolumns:\n  - {id: who, title: 谁, text: true}\n"
                        "rows:\n  - [甲, 乙]\n"}};
  const Loaded loaded(small_site(files));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  EXPECT_EQ(loaded.plan().tables.at(0).unit_title, "Unit");
  EXPECT_EQ(loaded.plan().tables.at(1).unit_title, "街道");
  EXPECT_EQ(loaded.plan().text_tables.at(0).label_title, "Item");
}

TEST(Assemble, ListsTheFilesThatWereRead) {
  const Loaded loaded(small_site({{"union/2018/tables/notes.txt", "不读"},
                                  {"union/2018/documents/a.md", "---\ntitle: x\n---\n"},
                                  {"union/2018/targets.yaml", "[]\n"}}));
  const auto names = [](const std::vector<const Source*>& files) {
    std::vector<std::string> all;
    for (const Source* file : files) all.push_back(file->name);
    return all;
  };
  EXPECT_THAT(
      names(loaded.plan().files),
      ElementsAre("union/2018/documents/a.md", "union/2018/plan.yaml", "union/2018/targets.yaml"));
  EXPECT_THAT(names(loaded.publisher().files),
              ElementsAre("union/publisher.yaml", "union/units.yaml"));
}

}  // namespace
}  // namespace yaodian
