#include "export/files.h"

#include <algorithm>
#include <regex>

#include <gmock/gmock.h>

#include "base/files.h"
#include "offered.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char kMembers[] =
    "title: 会员任务表\n"
    "columns:\n"
    "  - {id: firms, title: 企业, count: 户}\n"
    "  - {id: members, title: 发展会员数, count: 人, quota: at-least, due: 2018-12-31, standard: "
    "入库}\n"
    "  - {id: rate, title: 覆盖率, count: '%', goal: '>= 90%'}\n"
    "rows:\n"
    "  - [东街街道, 28, 600, 91.50]\n"
    "  - [西镇, 14, 待定, '']\n"
    "total: [42, 600, '']\n";

constexpr char kReport[] =
    "as_of: 2018-04-30\n"
    "tables:\n"
    "  members:\n"
    "    columns: [members, rate]\n"
    "    rows:\n"
    "      - [东街街道, 168, 90.10]\n";

Files members_site(const Files& more = {}) {
  Files files = small_site({{"union/2018/tables/members.yaml", kMembers},
                            {"union/2018/reports/2018-04-30.yaml", kReport}});
  for (const auto& [path, text] : more) files[path] = text;
  return files;
}

TEST(Downloads, StandBesideThePages) {
  EXPECT_THAT(
      Offered(members_site({{"site.yaml", "title: 计划\ndownloads: {formats: [csv]}\n"}})).paths(),
      ElementsAre("union/2018/plan.csv", "union/2018/tables/members.csv",
                  "union/2018/units/east.csv", "union/2018/units/west.csv",
                  "union/2018/reports/2018-04-30.csv"));
}

TEST(Downloads, AreLeftOutWhereTheSiteSaysSo) {
  EXPECT_THAT(Offered(members_site({{"site.yaml", "title: 计划\ndownloads: false\n"}})).paths(),
              IsEmpty());
}

TEST(Downloads, OfUnitsAreLeftOutOfALargePlan) {
  const Files more = {{"site.yaml", "title: 计划\ndownloads: {units: 1, formats: [json]}\n"}};
  EXPECT_THAT(Offered(members_site(more)).paths(),
              ElementsAre("union/2018/plan.json", "union/2018/tables/members.json",
                          "union/2018/reports/2018-04-30.json"));
}

TEST(Downloads, OfATableOfManyFiguresAreItsCsvAlone) {
  const Files more = {{"site.yaml", "title: 计划\ndownloads: {units: 0, figures: 5}\n"}};
  EXPECT_THAT(
      Offered(members_site(more)).paths(),
      ElementsAre("union/2018/tables/members.csv", "union/2018/reports/2018-04-30.xlsx",
                  "union/2018/reports/2018-04-30.csv", "union/2018/reports/2018-04-30.json"));
}

TEST(Downloads, OfATableAreRowsThatATableReadsBack) {
  const Offered before(members_site());
  const std::string csv = before.bytes("union/2018/tables/members.csv");
  EXPECT_EQ(csv.substr(3),
            "单位,企业,发展会员数,覆盖率\r\n东街街道,28,600,91.50\r\n西镇,14,待定,\r\n");
  std::string table = kMembers;
  table.replace(table.find("rows:"), table.find("total:") - table.find("rows:"),
                "rows: {file: members.csv}\n");
  const Loaded after(members_site({{"union/2018/tables/members.yaml", table},
                                   {"union/2018/tables/members.csv", csv.substr(3)}}));
  EXPECT_THAT(messages(after.diagnostics), IsEmpty());
  for (size_t row = 0; row < 2; ++row) {
    for (size_t at = 0; at < 3; ++at) {
      const Cell& a = before.loaded.plan().tables[0].rows[row].cells[at];
      const Cell& b = after.plan().tables[0].rows[row].cells[at];
      EXPECT_EQ(a.state, b.state);
      EXPECT_EQ(a.value.plain(), b.value.plain());
    }
  }
}

TEST(Downloads, SayWhereEachFigureStands) {
  const std::string csv = Offered(members_site()).bytes("union/2018/units/east.csv");
  EXPECT_THAT(csv, HasSubstr("会员任务表,members,发展会员数,members,任务数,600,人,,2018-12-31,168,"
                             "2018-04-30,28.0,滞后,,union/2018/tables/members.yaml:7\r\n"));
}

TEST(Downloads, SayInJsonWhatIsKnownOfEachRow) {
  const std::string json = Offered(members_site()).bytes("union/2018/tables/members.json");
  EXPECT_THAT(json, HasSubstr("\"format\": \"yaodian-table/1\""));
  EXPECT_THAT(json, HasSubstr("\"source\": \"union/2018/tables/members.yaml:7\", \"cells\": "
                              "{\"firms\": \"28\", \"members\": \"600\", \"rate\": \"91.50\"}"));
  EXPECT_THAT(json, HasSubstr("\"members\": {\"done\": \"168\", \"as_of\": \"2018-04-30\", "
                              "\"completion\": \"28.0\", \"status\": \"滞后\"}"));
  EXPECT_THAT(json, HasSubstr("\"cells\": {\"firms\": \"14\", \"members\": \"待定\", "
                              "\"rate\": null}"));
}

TEST(Downloads, SayInJsonWhatCameInMonthByMonth) {
  const std::string json = Offered(members_site()).bytes("union/2018/units/east.json");
  EXPECT_THAT(json, HasSubstr("\"history\": [{\"date\": \"2018-04-30\", \"value\": \"168\", "
                              "\"status\": \"滞后\", \"report\": \"2018-04-30\", \"corrected\": "
                              "false, \"source\": \"union/2018/reports/2018-04-30.yaml:6\"}]"));
}

TEST(Downloads, MarkSampleData) {
  const Offered offered(members_site(
      {{"union/2018/reports/2018-04-30.yaml", std::string(kReport) + "sample: true\n"}}));
  for (const char* path :
       {"union/2018/units/east.csv", "union/2018/plan.csv", "union/2018/reports/2018-04-30.csv"})
    EXPECT_THAT(offered.bytes(path), HasSubstr("示例数据")) << path;
  EXPECT_THAT(offered.bytes("union/2018/tables/members.json"), HasSubstr("\"sample\": true"));
}

TEST(Downloads, MarkALineBySampleDataOfItsOwn) {
  const std::string later =
      "as_of: 2018-05-31\nsample: true\ntables:\n  members:\n    columns: [members]\n    rows:\n";
  const auto csv_after = [&](const std::string& rows) {
    return Offered(members_site({{"union/2018/reports/2018-05-31.yaml", later + rows}}))
        .bytes("union/2018/plan.csv");
  };
  const std::string both = csv_after("      - [东街街道, 170]\n      - [西镇, 9]\n");
  EXPECT_THAT(both, HasSubstr("170,2018-05-31,28.3,严重滞后,示例数据,"));
  EXPECT_THAT(both, HasSubstr("90.10,2018-04-30,,达标,,")) << "another column of the same row";
  const std::string one = csv_after("      - [西镇, 9]\n");
  EXPECT_THAT(one, HasSubstr("168,2018-04-30,,未报,示例数据,")) << "未报 in a made-up report";
}

TEST(Downloads, HaveNotesAndSourceOnTheLastSheet) {
  const OpenWorkbook book(Offered(members_site()).bytes("union/2018/tables/members.xlsx"));
  EXPECT_THAT(book.sheet_names(), ElementsAre("会员任务表", "说明"));
  EXPECT_EQ(book.cells(1).at("B4"), "42");  // the total
  std::string notes;
  for (const auto& [address, text] : book.cells(2)) notes += text + "\n";
  EXPECT_THAT(notes, HasSubstr("union/2018/tables/members.yaml"));
  EXPECT_THAT(notes, HasSubstr("任务数，计量单位人，2018年12月31日前；完成标准：入库。"
                               "出处：union/2018/tables/members.yaml:4"));
}

// Every key of a JSON file is in the manual.
TEST(Downloads, AreDescribedInTheManual) {
  std::error_code error;
  const std::string manual = *read_file(PROJECT_FOLDER "/docs/data.md", error);
  const Offered offered(members_site(
      {{"union/2018/targets.yaml", "- {id: dues, title: 目标, goal: '>= 5人', due: 2018-12-31}\n"},
       {"union/2018/tables/text.yaml",
        "title: 分工\nrows_of: text\ncolumns:\n"
        "  - {id: who, title: 谁, text: true}\nrows:\n  - [甲, 乙]\n"},
       {"union/2018/reports/2018-05-31.yaml",
        "as_of: 2018-05-31\ntargets: {dues: 4人}\n"
        "figures:\n  - {id: new, title: 新建, value: 3家}\n"}}));
  static const std::regex kKey("\"([a-z_]+)\": ");
  for (const std::string& path : offered.paths()) {
    if (!path.ends_with(".json")) continue;
    const std::string json = offered.bytes(path);
    for (std::sregex_iterator at(json.begin(), json.end(), kKey), end; at != end; ++at) {
      const std::string key = (*at)[1];
      const bool column = key == "firms" || key == "members" || key == "rate" || key == "who";
      if (!column) {
        EXPECT_THAT(manual, HasSubstr("`" + key + "`")) << path;
      }
    }
  }
}

TEST(ReturnForm, IsReadBackAsARowOfAReport) {
  const std::string form = Offered(members_site()).bytes("union/2018/units/east.xlsx");
  const std::string csv = filled_in(form, {{"B2", "215"}, {"C2", "93.25"}});
  EXPECT_EQ(csv, "单位,发展会员数,覆盖率\r\n东街街道,215,93.25\r\n");
  const Loaded next(members_site({{"union/2018/reports/2018-05-31.yaml",
                                   "as_of: 2018-05-31\ntables:\n  members:\n"
                                   "    columns: [members, rate]\n    rows: {file: east.csv}\n"},
                                  {"union/2018/reports/east.csv", csv}}));
  EXPECT_THAT(messages(next.diagnostics), IsEmpty());
  const Report& report = next.plan().reports.back();
  ASSERT_EQ(report.tables.size(), 1u);
  ASSERT_EQ(report.tables[0].rows.size(), 1u);
  EXPECT_EQ(report.tables[0].rows[0].cells[0].value.plain(), "215");
  EXPECT_EQ(report.tables[0].rows[0].cells[1].value.plain(), "93.25");
}

TEST(ReturnForm, HasASheetForEachTableAndTheFiguresAndNotesAfterThem) {
  const Offered offered(members_site(
      {{"union/2018/tables/homes.yaml",
        "title: 建家任务表\ncolumns:\n  - {id: homes, title: 建家数, count: 家, quota: at-least}\n"
        "rows:\n  - [东街街道总工会, 3]\n"}}));
  const OpenWorkbook east(offered.bytes("union/2018/units/east.xlsx"));
  EXPECT_THAT(east.sheet_names(),
              ElementsAre("回执 建家任务表", "回执 会员任务表", "任务", "说明"));
  EXPECT_EQ(east.cells(1).at("B1"), "建家数");
  const OpenWorkbook west(offered.bytes("union/2018/units/west.xlsx"));
  EXPECT_THAT(west.sheet_names(), ElementsAre("回执 会员任务表", "任务", "说明"));
}

TEST(ReturnForm, TellsBesideEachCellWhatItAsksFor) {
  const OpenWorkbook book(Offered(members_site()).bytes("union/2018/units/east.xlsx"));
  EXPECT_THAT(
      book.values_of("xl/worksheets/sheet1.xml", "//*[local-name()='dataValidation']/@prompt"),
      ElementsAre(HasSubstr("任务数600人，上次上报168人（截至2018年4月30日）"),
                  HasSubstr("目标≥ 90%，上次上报90.10%（截至2018年4月30日）")));
}

TEST(ReturnForm, IsNoneWhereNothingIsAskedForOfAUnit) {
  const Offered offered(small_site(
      {{"union/2018/tables/a.yaml",
        "title: 表\ncolumns:\n  - {id: a, title: 甲, count: 户}\nrows:\n  - [西镇, 5]\n"}}));
  const OpenWorkbook book(offered.bytes("union/2018/units/west.xlsx"));
  EXPECT_THAT(book.sheet_names(), ElementsAre("任务", "说明"));
  for (const auto& [address, text] : book.cells(2)) EXPECT_THAT(text, Not(HasSubstr("回执")));
}

}  // namespace
}  // namespace yaodian
