#include "search/index.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "search/entry.h"

namespace yaodian::search {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Files a_site() {
  return small_site(
      {{"union/2018/tables/t.yaml",
        "title: 任务分配表\nnotes: [按\"会员\"计]\ncolumns:\n"
        "  - {id: members, title: 新增会员, count: 人, quota: at-least}\n"
        "  - {id: homes, title: 建家, count: 家, quota: at-least}\n"
        "rows:\n  - [西镇, 1600, 待定]\n"},
       {"union/2018/documents/d.md",
        "---\ntitle: 工作要点\n---\n## 一、集体协商\n达到[88%](target:x)。\n"},
       {"union/2018/targets.yaml", "- {id: x, title: 覆盖面, goal: '>= 88%', who: 各单位}\n"},
       {"union/2018/reports/2018-03-31.yaml",
        "as_of: 2018-03-31\ntables:\n  t:\n    columns: [members]\n    rows:\n      - [西镇, "
        "320]\n"},
       {"union/2018/ledger.yaml",
        "tasks:\n  - {id: law, title: 普法宣传, due: 2018-11-30, units: [西镇]}\n"}});
}

std::string text_of(const std::vector<File>& files, std::string_view name) {
  std::string all;
  for (const File& file : files)
    if (file.name.starts_with(name)) all += file.bytes;
  return all;
}

TEST(SearchIndex, HasWhatTheContentSaysWithTheWayThere) {
  const Loaded loaded(a_site());
  ASSERT_THAT(messages(loaded.diagnostics), ElementsAre());
  const std::string text = text_of(index_files(loaded.site, 1), "search/text");
  EXPECT_THAT(
      text,
      HasSubstr(
          R"([1,0,"documents/d.html","工作要点","",["","","工作要点","集体协商","一、集体协商","达到88%。"]])"));
  EXPECT_THAT(text, HasSubstr(R"("column-members","新增会员","合计1,600人")"));
  EXPECT_THAT(
      text,
      HasSubstr(
          R"("targets/x.html","覆盖面","",["","","≥ 88%；责任单位：各单位；文件：工作要点"])"));
  EXPECT_THAT(text, HasSubstr(R"("ledger.html#task-law","普法宣传")"));
  EXPECT_THAT(text, HasSubstr(R"(按\"会员\"计)"));
}

TEST(SearchIndex, HasAUnitWithItsNamesFiguresAndTasks) {
  const Loaded loaded(a_site());
  const std::vector<File> files = index_files(loaded.site, 1);
  EXPECT_THAT(
      text_of(files, "search/text"),
      HasSubstr(
          R"([0,0,"west","西镇总工会","西镇；镇；西镇工会",[0,"1,600|待定"],[0,"320"],[0]])"));
  EXPECT_THAT(text_of(files, "search/index"),
              AllOf(HasSubstr(R"(["t","任务分配表","新增会员","人","建家","家"])"),
                    HasSubstr(R"([0,"reports/2018-03-31.html","截至2018年3月31日的月报",0])"),
                    HasSubstr(R"(["law","普法宣传"])")));
}

TEST(SearchIndex, SaysWhatIsSampleData) {
  Files files = a_site();
  files["union/2018/reports/2018-03-31.yaml"] += "sample: true\n";
  const Loaded loaded(files);
  EXPECT_THAT(text_of(index_files(loaded.site, 1), "search/"),
              AllOf(HasSubstr(R"("reports/2018-03-31.html","截至2018年3月31日的月报（示例数据）")"),
                    Not(HasSubstr(R"(日的月报")"))));
}

TEST(SearchIndex, LeavesOutUnitsWithoutAPage) {
  const Loaded loaded(a_site());
  EXPECT_THAT(text_of(index_files(loaded.site, 1), "search/text"), Not(HasSubstr("东街")));
}

TEST(SearchIndex, IsNamedByItsContent) {
  Files files = a_site();
  const Loaded before(files);
  files["union/2018/targets.yaml"] = "- {id: x, title: 覆盖率, goal: '>= 88%', who: 各单位}\n";
  const Loaded after(files);
  const std::vector<File> old = index_files(before.site, 1), made = index_files(after.site, 1);
  EXPECT_EQ(old[0].name, kIndexName);
  EXPECT_NE(old[0].path, made[0].path);
  EXPECT_NE(old[1].path, made[1].path);
  EXPECT_THAT(made[0].bytes, HasSubstr(made[1].path));
}

// A site of several blocks: units that all have a name of their own.
Files large_site() {
  Files files = a_site();
  std::string units = "units:\n", rows;
  for (int at = 1000; at < 3000; ++at) {
    const std::string number = std::to_string(at);
    units += "  - {id: u" + number + ", name: 第" + number + "号工会}\n";
    rows += "  - [第" + number + "号工会, 1, 1]\n";
  }
  files["union/units.yaml"] = units + "  - {id: west, name: 西镇}\n";
  files["union/2018/tables/t.yaml"] += rows;
  return files;
}

TEST(SearchIndex, LeadsFromPairsOfCharactersToBlocksWhereItIsLarge) {
  const Loaded loaded(large_site());
  ASSERT_THAT(messages(loaded.diagnostics), ElementsAre());
  const std::vector<File> files = index_files(loaded.site, 1, 1);
  const std::string grams = text_of(files, "search/grams");
  EXPECT_THAT(grams, AllOf(HasSubstr(R"("西镇":"1|1")"), HasSubstr(R"("集体":"0")"),
                           HasSubstr(R"("号工":"*|)"), HasSubstr(R"("员1":)")));
  EXPECT_EQ(text_of(index_files(loaded.site, 1), "search/grams"), "");
}

TEST(SearchIndex, IsTheSameOnAnyNumberOfThreads) {
  const Loaded loaded(large_site());
  const std::vector<File> one = index_files(loaded.site, 1, 1),
                          four = index_files(loaded.site, 4, 1);
  ASSERT_EQ(one.size(), four.size());
  for (size_t at = 0; at < one.size(); ++at) {
    EXPECT_EQ(one[at].path, four[at].path);
    EXPECT_EQ(one[at].bytes, four[at].bytes);
  }
}

}  // namespace
}  // namespace yaodian::search
