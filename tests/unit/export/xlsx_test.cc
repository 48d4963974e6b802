#include "export/xlsx.h"

#include <thread>

#include <gmock/gmock.h>

#include "base/text.h"
#include "workbook.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::optional<Decimal> number(std::string_view text) { return Decimal::parse(text); }

Workbook small_book() {
  Sheet sheet;
  sheet.name = "任务";
  sheet.columns = {
      {"单位", "", "", ""}, {"会员", "发展会员（人）", "", ""}, {"率", "覆盖率（%）", "", ""}};
  sheet.rows = {{std::string("万寿路街道总工会"), number("1600"), number("94.30")},
                {std::string("=HYPERLINK(1)"), std::string("待定"), SheetCell()}};
  sheet.total = {std::string("合计"), number("1600"), SheetCell()};
  return {"书", "总工会", {sheet}};
}

std::string made(const Workbook& book) {
  std::error_code error;
  return xlsx_of(book, error).value();
}

TEST(Xlsx, HoldsNumbersAsNumbersAndTextsAsTexts) {
  const OpenWorkbook book(made(small_book()));
  const auto cells = book.cells(1);
  EXPECT_EQ(cells.at("A1"), "单位");
  EXPECT_EQ(cells.at("B1"), "发展会员（人）");
  EXPECT_EQ(cells.at("B2"), "1600");
  EXPECT_EQ(cells.at("C2"), "94.3");
  EXPECT_EQ(cells.at("B3"), "待定");
  EXPECT_FALSE(cells.contains("C3"));
  EXPECT_EQ(cells.at("A4"), "合计");
  const std::string sheet = book.part("xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
}

TEST(Xlsx, KeepsDecimalsInTheFormatOfANumber) {
  const OpenWorkbook book(made(small_book()));
  EXPECT_THAT(book.part("xl/styles.xml"), HasSubstr("formatCode=\"#,##0.00\""));
  EXPECT_THAT(book.part("xl/styles.xml"), HasSubstr("formatCode=\"#,##0\""));
}

TEST(Xlsx, KeepsHeaderAndNamesInPlace) {
  const OpenWorkbook book(made(small_book()));
  EXPECT_THAT(book.values_of("xl/worksheets/sheet1.xml", "//*[local-name()='pane']/@topLeftCell"),
              ElementsAre("B2"));
  EXPECT_THAT(book.part("xl/workbook.xml"), HasSubstr("_xlnm.Print_Titles"));
}

TEST(Xlsx, MakesColumnsAsWideAsChineseIs) {
  const OpenWorkbook book(made(small_book()));
  const auto widths = book.values_of("xl/worksheets/sheet1.xml", "//*[local-name()='col']/@width");
  ASSERT_FALSE(widths.empty());
  EXPECT_GE(std::stod(widths.front()), 18.0);  // eight characters of two cells, and room
}

// An office may word what a form says at greater length than a spreadsheet takes.
TEST(Xlsx, CutsWhatAFormSaysWhereItIsTooLong) {
  Workbook book = small_book();
  Sheet& form = book.sheets[0];
  form.is_form = true;
  for (int times = 0; times < 100; ++times) {
    form.refusal += "只填数。";
    form.refusal_text += "请填数。";
    form.columns[1].prompt += "填完成数。";
  }
  const OpenWorkbook open(made(book));
  const auto length_of = [&](const std::string& attribute) {
    const std::vector<std::string> values = open.values_of(
        "xl/worksheets/sheet1.xml", "//*[local-name()='dataValidation'][1]/@" + attribute);
    return values.empty() ? 0 : count_characters(values.front());
  };
  EXPECT_EQ(length_of("errorTitle"), 32u);
  EXPECT_EQ(length_of("error"), 250u);
  EXPECT_EQ(length_of("prompt"), 250u);
}

TEST(Xlsx, MergesTheHeaderOfAGroup) {
  Workbook book = small_book();
  book.sheets[0].columns[1].group = book.sheets[0].columns[2].group = "建会";
  const OpenWorkbook open(made(book));
  EXPECT_THAT(open.values_of("xl/worksheets/sheet1.xml", "//*[local-name()='mergeCell']/@ref"),
              ::testing::UnorderedElementsAre("A1:A2", "B1:C1"));
  EXPECT_EQ(open.cells(1).at("B1"), "建会");
  EXPECT_EQ(open.cells(1).at("B3"), "1600");
}

TEST(Xlsx, WritesANumberThatASpreadsheetWouldRoundAsText) {
  Workbook book = small_book();
  book.sheets[0].rows[0][1] = number("123456789012.123456");
  EXPECT_EQ(OpenWorkbook(made(book)).cells(1).at("B2"), "123456789012.123456");
}

TEST(Xlsx, NamesSheetsAsSpreadsheetsAllow) {
  Workbook book = small_book();
  book.sheets.push_back(book.sheets[0]);
  book.sheets.push_back(book.sheets[0]);
  book.sheets[0].name = book.sheets[1].name = "任务/分配[表]:" + std::string(40, 'x');
  book.sheets[2].name = "?";
  const std::vector<std::string> names = OpenWorkbook(made(book)).sheet_names();
  ASSERT_EQ(names.size(), 3u);
  EXPECT_NE(names[0], names[1]);
  EXPECT_THAT(names[0], HasSubstr("任务 分配 表"));
}

TEST(Xlsx, IsTheSameBytesForTheSameBook) {
  const std::string first = made(small_book());
  std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // the clock has moved on
  EXPECT_EQ(made(small_book()), first);
}

TEST(Xlsx, IsTheSameFromSeveralThreads) {
  const std::string first = made(small_book());
  std::vector<std::string> all(4);
  std::vector<std::jthread> threads;
  for (std::string& one : all) threads.emplace_back([&one] { one = made(small_book()); });
  threads.clear();
  for (const std::string& one : all) EXPECT_EQ(one, first);
}

}  // namespace
}  // namespace yaodian
