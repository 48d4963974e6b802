#include "export/xlsx_check.h"

#include <gmock/gmock.h>

#include "export/xlsx.h"

namespace yaodian {
namespace {

// What a stream writes at once: where it cannot, so much is missing, or zeros stand there.
constexpr size_t kBlock = 4096;

constexpr size_t kRows = 400;

// A large sheet, in which some texts are longer than a block, and a form with many prompts.
std::vector<Sheet> sheets() {
  Sheet sheet;
  sheet.name = "任务";
  for (int column = 0; column < 160; ++column)
    sheet.columns.push_back(
        {"第" + std::to_string(column) + "列 <&>", "", column < 8 ? "组" : "", ""});
  for (size_t row = 0; row < kRows; ++row) {
    sheet.rows.push_back({"第" + std::to_string(row) + "工会 <&>", Decimal::parse("16.50")});
    if (row % 50 == 0) sheet.rows.back().emplace_back(std::string(5 * kBlock, 'x') + "&");
  }
  Sheet form = sheet;
  form.name = "回执";
  form.is_form = true;
  for (SheetColumn& column : form.columns) column.prompt = std::string(200, 'p');
  return {sheet, form};
}

// Of SHEETS, by hand: a group of eight columns, and a title over two rows for each of the others.
std::vector<WrittenSheet> written(const std::vector<Sheet>& sheets) {
  std::vector<WrittenSheet> all;
  for (const Sheet& sheet : sheets) {
    WrittenSheet& one = all.emplace_back();
    one.columns = sheet.columns.size();
    one.cells = 2 * sheet.columns.size();
    one.text = std::string("组").size();
    one.names = sheet.is_form ? 1 : 2;
    for (const SheetColumn& column : sheet.columns) one.text += column.name.size();
    for (const SheetRow& row : sheet.rows) {
      one.cells += row.size();
      for (const SheetCell& cell : row) one.text += cell.text.size();
    }
  }
  return all;
}

class XlsxCheck : public ::testing::Test {
 protected:
  bool is_whole(const ZipParts& parts) const { return is_whole_workbook(parts, written_); }

  // PARTS with another text for the part NAME.
  ZipParts with(const std::string& name, std::string text) const {
    ZipParts parts = parts_;
    parts[name] = std::move(text);
    return parts;
  }

  static ZipParts made(const std::vector<Sheet>& sheets) {
    std::error_code error;
    return zip_parts(xlsx_of({"书", "总工会", sheets}, error).value()).value();
  }

  const ZipParts parts_ = made(sheets());
  const std::vector<WrittenSheet> written_ = written(sheets());
};

TEST_F(XlsxCheck, TakesAWholeWorkbook) { EXPECT_TRUE(is_whole(parts_)); }

TEST_F(XlsxCheck, TakesCharactersThatAreWrittenInAnotherWay) {
  Sheet sheet;
  sheet.name = "a";
  sheet.columns = {{"<>&\"'", "", "", ""}};
  sheet.rows = {
      {std::string(" 前后有空格 ")}, {std::string("两\n行_x0041_\x1b")}, {std::string("😀")}};
  EXPECT_TRUE(is_whole_workbook(made({sheet}), {{1, 4, 5 + 17 + 16 + 4, 2}}));
}

TEST_F(XlsxCheck, FindsEachPartThatIsCutAnywhere) {
  for (const auto& [name, text] : parts_) {
    const size_t step = std::max<size_t>(1, text.size() / 200);
    for (size_t size = 0; size < text.size() - 1; size += step)  // a line break may end it
      ASSERT_FALSE(is_whole(with(name, text.substr(0, size)))) << name << " cut to " << size;
  }
}

TEST_F(XlsxCheck, FindsEachPartThatHasAHole) {
  for (const auto& [name, text] : parts_) {
    for (size_t at = 0; at < text.size(); at += kBlock) {
      const size_t size = std::min(kBlock, text.size() - at);
      const std::string holed = std::string(text).replace(at, size, size, '\0');
      ASSERT_FALSE(is_whole(with(name, holed))) << name << " at " << at;
    }
  }
}

TEST_F(XlsxCheck, FindsEachPartThatLacksABlock) {
  for (const auto& [name, text] : parts_) {
    for (size_t at = 0; at < text.size(); at += kBlock)
      ASSERT_FALSE(is_whole(with(name, std::string(text).erase(at, kBlock))))
          << name << " at " << at;
  }
}

TEST_F(XlsxCheck, FindsEachPartThatLacksABlockNotAtABlocksBorder) {
  for (const auto& [name, text] : parts_) {
    for (size_t at = 1; at + kBlock < text.size(); at += 509)
      ASSERT_FALSE(is_whole(with(name, std::string(text).erase(at, kBlock))))
          << name << " at " << at;
  }
}

TEST_F(XlsxCheck, FindsAPartThatIsNotThere) {
  for (const auto& [name, text] : parts_) {
    ZipParts parts = parts_;
    parts.erase(name);
    EXPECT_FALSE(is_whole(parts)) << name;
  }
}

TEST_F(XlsxCheck, FindsARowThatIsNotThere) {
  const std::string name = "xl/worksheets/sheet1.xml";
  const std::string& sheet = parts_.at(name);
  const size_t begin = sheet.find("<row r=\"7\""), end = sheet.find("<row r=\"8\"");
  EXPECT_FALSE(is_whole(with(name, std::string(sheet).erase(begin, end - begin))));
}

}  // namespace
}  // namespace yaodian
