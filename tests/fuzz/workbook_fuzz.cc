// Reading workbooks back: whatever the bytes of a ZIP file or of XML are, they are taken apart or
// refused, and what is told of them stands in them.
#include "export/xlsx.h"
#include "export/xlsx_check.h"
#include "export/xml_walk.h"
#include "fuzz/fuzz.h"

namespace yaodian {
namespace {

// Of that workbook: the titles of its columns and two cells.
const WrittenSheet kWritten{2, 4, 18, 2};

bool stands_in(std::string_view whole, std::string_view part) {
  return part.empty() ||
         (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

// Returns whether XML is whole.
bool walk(std::string_view xml) {
  size_t elements = 0;
  const bool whole = walk_xml(xml, [&](const XmlElement& element) {
    ++elements;
    for (const std::string_view part : {element.name, element.attributes, element.text,
                                        element.attribute("count"), element.attribute("r")})
      fuzz::require(stands_in(xml, part), "an element stands in its text", part);
  });
  fuzz::require(!whole || elements > 0, "whole XML has a root", xml);
  return whole;
}

// The parts of a small workbook.
const ZipParts& parts() {
  static const ZipParts kParts = [] {
    Sheet sheet;
    sheet.name = "任务";
    sheet.columns = {{"单位", "", "", ""}};
    sheet.columns.push_back({"数", "", "", ""});
    sheet.rows.push_back({std::string("东 & 西"), Decimal::parse("3")});
    std::error_code error;
    const auto bytes = xlsx_of({"书", "总工会", {sheet}}, error);
    fuzz::require(bytes.has_value(), "a workbook can be written");
    auto read = zip_parts(*bytes);
    fuzz::require(read && is_whole_workbook(*read, {kWritten}), "a workbook is whole");
    return *std::move(read);
  }();
  return kParts;
}

}  // namespace
}  // namespace yaodian

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto found = zip_parts(bytes)) {
    for (const auto& [name, text] : *found) walk(text);
    is_whole_workbook(*found, {kWritten});
  }
  const bool is_xml = walk(bytes);
  for (const auto& [name, text] : parts()) {
    ZipParts others = parts();
    others[name] = bytes;
    const bool whole = is_whole_workbook(others, {kWritten});
    fuzz::require(is_xml || !whole, "a workbook of broken XML is not whole", name);
    fuzz::require(whole || text != bytes, "a workbook is whole with its own part", name);
  }
  return 0;
}
