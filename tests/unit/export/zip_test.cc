#include "export/zip.h"

#include <gmock/gmock.h>

#include "export/xlsx.h"

namespace yaodian {
namespace {

using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Key;

// A ZIP file as the library writes it.
std::string zip() {
  Sheet sheet;
  sheet.name = "任务";
  sheet.columns = {{"单位", "", "", ""}};
  for (int row = 0; row < 300; ++row) sheet.rows.push_back({"第" + std::to_string(row) + "工会"});
  std::error_code error;
  return xlsx_of({"书", "总工会", {sheet}}, error).value();
}

TEST(Zip, HoldsItsFiles) {
  const ZipParts parts = zip_parts(zip()).value();
  EXPECT_THAT(parts, IsSupersetOf({Key("[Content_Types].xml"), Key("xl/worksheets/sheet1.xml")}));
  EXPECT_THAT(parts.at("xl/sharedStrings.xml"), HasSubstr("<t>第299工会</t>"));
}

TEST(Zip, IsNoneWhereverItIsCut) {
  const std::string whole = zip();
  for (size_t size = 0; size < whole.size(); ++size)
    ASSERT_FALSE(zip_parts(std::string_view(whole).substr(0, size))) << size;
}

TEST(Zip, IsNoneWithMoreBehindIt) { EXPECT_FALSE(zip_parts(zip() + '\0')); }

TEST(Zip, IsNoneWithAHoleInTheDataOfAFile) {
  const std::string whole = zip();
  for (const size_t hole : {1, 64, 512}) {
    for (size_t at = 0; at + hole < whole.size(); at += 97) {
      std::string holed = whole;
      holed.replace(at, hole, hole, '\0');
      // Times and rights of a file are what the program does not read.
      const std::optional<ZipParts> parts = zip_parts(holed);
      if (parts) {
        ASSERT_EQ(*parts, zip_parts(whole)) << hole << " bytes at " << at;
      }
    }
  }
}

TEST(Zip, IsNoneWithABlockMissing) {
  const std::string whole = zip();
  for (size_t at = 0; at + 512 < whole.size(); at += 61)
    ASSERT_FALSE(zip_parts(std::string(whole).erase(at, 512))) << at;
}

TEST(Zip, IsReadWithoutHarmWhateverItsNumbersAre) {
  const std::string whole = zip();
  for (size_t at = whole.size() - 22; at < whole.size(); ++at) {
    for (const char byte : {'\0', '\x7f', '\xff'}) {
      std::string odd = whole;
      if (odd[at] == byte) continue;
      odd[at] = byte;
      const std::optional<ZipParts> parts = zip_parts(odd);
      if (parts) {
        EXPECT_EQ(parts, zip_parts(whole)) << at;
      }
    }
  }
}

}  // namespace
}  // namespace yaodian
