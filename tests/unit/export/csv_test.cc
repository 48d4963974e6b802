#include "export/csv.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "read/csv.h"

namespace yaodian {
namespace {

Decimal number(std::string_view text) { return *Decimal::parse(text); }

TEST(Csv, QuotesWhatWouldEndACell) {
  EXPECT_EQ(csv_cell("东街街道"), "东街街道");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("他说\"好\""), "\"他说\"\"好\"\"\"");
  EXPECT_EQ(csv_cell("两\n行"), "\"两\n行\"");
}

TEST(Csv, LetsNoTextBecomeAFormula) {
  EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
  EXPECT_EQ(csv_cell("+86"), "'+86");
  EXPECT_EQ(csv_cell("-"), "'-");
  EXPECT_EQ(csv_cell("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_cell("\t=1"), "\"'\t=1\"");
  EXPECT_EQ(csv_cell("=HYPERLINK(\"http://x\",\"y\")"),
            "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  EXPECT_EQ(csv_cell("a=1"), "a=1");
}

TEST(Csv, IsWhatASpreadsheetOpens) {
  Sheet sheet;
  sheet.columns = {{"单位", "", "", ""}, {"会员", "发展会员（人）", "", ""}};
  sheet.rows = {{SheetCell(std::string("东街")), SheetCell(std::optional(number("-3.50")))},
                {SheetCell(std::string("西镇")), SheetCell()},
                {SheetCell(std::string("北")), SheetCell(std::string("待定"))}};
  sheet.total = {SheetCell(std::string("合计"))};
  EXPECT_EQ(csv_of(sheet), "\xEF\xBB\xBF单位,会员\r\n东街,-3.50\r\n西镇,\r\n北,待定\r\n");
}

TEST(Csv, IsReadBackAsItWas) {
  const std::vector<std::string> texts = {"a,b", "他说\"好\"", "两\n行", "平常"};
  Sheet sheet;
  sheet.columns = {{"单位", "", "", ""}, {"甲", "", "", ""}};
  for (const std::string& text : texts)
    sheet.rows.push_back({text, std::optional(number("94.30"))});
  const Source source = source_of(csv_of(sheet).substr(3));
  Diagnostics diagnostics;
  const auto rows = csv::parse(source, diagnostics);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), texts.size() + 1);
  for (size_t at = 0; at < texts.size(); ++at) {
    EXPECT_EQ(rows->at(at + 1).at(0).text, texts[at]);
    EXPECT_EQ(rows->at(at + 1).at(1).text, "94.30");
  }
}

}  // namespace
}  // namespace yaodian
