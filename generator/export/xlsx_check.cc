#include "export/xlsx_check.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <string>

#include "export/xml_walk.h"

namespace yaodian {
namespace {

bool walk(const ZipParts& parts, std::string_view name,
          const std::function<void(const XmlElement&)>& visit) {
  const auto part = parts.find(name);
  return part != parts.end() && walk_xml(part->second, visit);
}

// How many bytes of text TEXT stands for, in which some characters are written as &amp; and so on.
size_t plain_size(std::string_view text) {
  size_t size = text.size();
  for (size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1))
    size -= std::min(text.find(';', at), text.size() - 1) - at;
  return size;
}

class WorkbookCheck {
 public:
  explicit WorkbookCheck(const ZipParts& parts) : parts_(parts) {}

  bool finds(const std::vector<WrittenSheet>& sheets) {
    if (!has_listed_parts() || !has_texts() || !lists(sheets)) return false;
    for (size_t at = 0; at < sheets.size(); ++at) {
      if (!has(at + 1, sheets[at])) return false;
    }
    return true;
  }

 private:
  bool has_listed_parts() const {
    bool whole = true;
    const auto look = [&](const XmlElement& element) {
      const std::string_view name = element.attribute("PartName");
      whole &= name.empty() || parts_.contains(name.substr(1));
    };
    const bool listed = walk(parts_, "[Content_Types].xml", look);
    const auto is_complete = [](const auto& part) {
      return walk_xml(part.second, [](const XmlElement&) {});
    };
    return listed && whole && std::ranges::all_of(parts_, is_complete);
  }

  bool has_texts() {
    const auto look = [this](const XmlElement& element) {
      if (element.name == "t") texts_.push_back(plain_size(element.text));
    };
    return !parts_.contains(kTexts) || walk(parts_, kTexts, look);
  }

  // Whether there are as many sheets, and names in them, as were written, and links to each.
  bool lists(const std::vector<WrittenSheet>& sheets) const {
    size_t missing = sheets.size(), names = 0, found = 0, links = 0;
    for (const WrittenSheet& sheet : sheets) names += sheet.names;
    const auto look = [&](const XmlElement& element) {
      missing -= element.name == "sheet";
      found += element.name == "definedName";
    };
    const auto count = [&](const XmlElement& element) { links += element.name == "Relationship"; };
    const size_t others = parts_.contains(kTexts) ? 3 : 2;  // theme, styles, and texts
    return parts_.contains("_rels/.rels") && walk(parts_, "xl/workbook.xml", look) &&
           missing == 0 && found == names && walk(parts_, "xl/_rels/workbook.xml.rels", count) &&
           links == sheets.size() + others;
  }

  bool has(size_t number, const WrittenSheet& written) const {
    WrittenSheet found;
    bool is_text = false;
    const auto look = [&](const XmlElement& element) {
      if (element.name == "c") {
        ++found.cells;
        is_text = element.attribute("t") == "s";
      } else if (element.name == "col") {
        ++found.columns;
      } else if (is_text && element.name == "v") {
        found.text += text_size(element.text);
      }
    };
    const std::string name = "xl/worksheets/sheet" + std::to_string(number) + ".xml";
    // A text may be longer in the file: some characters are written as _x000D_ and so on.
    return walk(parts_, name, look) && found.columns == written.columns &&
           found.cells == written.cells && found.text >= written.text;
  }

  // The size of the text of a cell that holds NUMBER.
  size_t text_size(std::string_view number) const {
    size_t text = texts_.size();
    std::from_chars(number.data(), number.data() + number.size(), text);
    return text < texts_.size() ? texts_[text] : 0;
  }

  static constexpr std::string_view kTexts = "xl/sharedStrings.xml";
  const ZipParts& parts_;
  std::vector<size_t> texts_;  // their sizes, by number
};

}  // namespace

bool is_whole_workbook(const ZipParts& parts, const std::vector<WrittenSheet>& sheets) {
  return WorkbookCheck(parts).finds(sheets);
}

}  // namespace yaodian
