#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string table_with(const std::string& rows, const std::string& more = "") {
  return "title: 责任分工\nrows_of: text\n" + more +
         "columns:\n  - {id: who, title: 责任单位, text: true}\n"
         "  - {id: units, title: 未建会, count: 户}\nrows:\n" +
         rows;
}

Loaded load(const std::string& table, const Files& more = {}) {
  Files files = small_site({{"union/2018/tables/tiers.yaml", table}});
  for (const auto& [path, text] : more) files[path] = text;
  return Loaded(files);
}

std::vector<std::string> reported(const std::string& table) {
  return messages(load(table).diagnostics);
}

TEST(TextTable, ReadsTextAndFiguresOfAnyRow) {
  const Loaded loaded =
      load(table_with("  - ['5,000人以上', 三级工会, '1,028']\n"
                      "  - [500人以下, '', 待定]\n  - [其他, 街道, ~]\n"));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  ASSERT_EQ(loaded.plan().text_tables.size(), 1u);
  EXPECT_THAT(loaded.plan().tables, IsEmpty());
  const TextTable& table = loaded.plan().text_tables[0];
  EXPECT_EQ(table.id, "tiers");
  EXPECT_EQ(table.label_title, "项目");
  ASSERT_EQ(table.rows.size(), 3u);
  EXPECT_EQ(table.rows[0].label, "5,000人以上");
  EXPECT_EQ(table.rows[0].cells[0].text, "三级工会");
  EXPECT_EQ(table.rows[0].cells[1].figure.value, Decimal(1028));
  EXPECT_EQ(table.rows[1].cells[1].figure.state, Cell::State::undecided);
  EXPECT_EQ(table.rows[2].cells[1].figure.state, Cell::State::blank);
  EXPECT_EQ(table.rows[2].position.line, 9u);
}

TEST(TextTable, ReadsManyAlikeRows) {
  std::string rows;
  for (int row = 0; row < 200; ++row) rows += "  - [甲" + std::to_string(row) + ", 乙, 1]\n";
  const Loaded loaded = load(table_with(rows));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  ASSERT_EQ(loaded.plan().text_tables.at(0).rows.size(), 200u);
  EXPECT_EQ(loaded.plan().text_tables[0].rows[199].label, "甲199");
}

TEST(TextTable, HasWholeRowsOfDifferentNames) {
  EXPECT_THAT(reported(table_with("  - [甲, 乙]\n")), ElementsAre("row-length 7:6"));
  EXPECT_THAT(reported(table_with("  - [甲, 乙, 1]\n  - [' 甲', 丙, 2]\n")),
              ElementsAre("duplicate-row 8:6"));
  EXPECT_THAT(reported(table_with("  - [甲, 乙, 约十户]\n")), ElementsAre("not-a-number 7:12"));
  EXPECT_THAT(reported(table_with("  - 甲\n")), ElementsAre("wrong-type 7:5"));
  EXPECT_THAT(reported(table_with("  - [甲, [乙], 1]\n")), ElementsAre("wrong-type 7:9"));
}

TEST(TextTable, IsNotEmpty) {
  EXPECT_THAT(reported(table_with("  []\n")), ElementsAre("empty-table 1:1"));
}

TEST(TextTable, HasNoQuotas) {
  EXPECT_THAT(reported("title: 表\nrows_of: text\ncolumns:\n"
                       "  - {id: a, title: 甲, count: 户, quota: at-least}\nrows:\n  - [乙, 1]\n"),
              ElementsAre("unknown-key 4:33"));
}

TEST(TaskTable, HasNoColumnOfText) {
  EXPECT_THAT(reported("title: 表\ncolumns:\n  - {id: a, title: 甲, text: true}\n"
                       "rows:\n  - [东街街道, 1]\n"),
              ElementsAre("text-column 3:29"));
}

TEST(Tables, OfBothKindsStandInOneOrder) {
  const std::string task =
      "title: 表\ncolumns:\n  - {id: a, title: 甲, count: 户}\nrows:\n  - [东街街道, 1]\norder: ";
  const Loaded loaded =
      load(table_with("  - [甲, 乙, 1]\n", "order: 2\n"),
           {{"union/2018/tables/first.yaml", task + "1\n"},
            {"union/2018/tables/last.yaml", task + "2\n"},
            {"union/2018/tables/x.yaml", table_with("  - [甲, 乙, 1]\n", "order: 3\n")}});
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  std::vector<std::string> ids;
  for (const auto& [task_table, text] : tables_in_order(loaded.plan()))
    ids.push_back(task_table ? task_table->id : text->id);
  EXPECT_THAT(ids, ElementsAre("first", "last", "tiers", "x"));
}

TEST(TextTable, IsLinkedAndEmbeddedButHasNoProgress) {
  const auto checked = [](const std::string& body) {
    const Loaded loaded =
        load(table_with("  - [甲, 乙, 1]\n"),
             {{"union/2018/documents/d.md", "---\ntitle: 通知\n---\n" + body + "\n"}});
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
    Diagnostics diagnostics;
    check(loaded.site, 2, diagnostics);
    return messages(diagnostics);
  };
  EXPECT_THAT(checked("[表](table:tiers)，[1户](table:tiers.units)。\n\n![](table:tiers)"),
              IsEmpty());
  EXPECT_THAT(checked("[表](table:tiers.unit)"), ElementsAre("dangling-link 4:2"));
  EXPECT_THAT(checked("![表](progress:tiers.units)"), ElementsAre("dangling-link 4:3"));
}

}  // namespace
}  // namespace yaodian
