// Takes XLSX files apart with other programs than the one that made them: unzip and xmllint.
#pragma once

#include <cstdio>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "../support.h"
#include "base/files.h"

namespace yaodian {

inline std::string output_of(const std::string& command) {
  std::string out;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  char buffer[4096];
  for (size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) out.append(buffer, got);
  if (::pclose(pipe) != 0) throw std::runtime_error(command + " failed");
  return out;
}

// An XLSX file on the disk.
class OpenWorkbook {
 public:
  explicit OpenWorkbook(const std::string& bytes) {
    folder_.write("book.xlsx", bytes);
    output_of("unzip -tqq " + (folder_ / "book.xlsx").string());
    output_of("cd " + folder_.path().string() + " && unzip -qq book.xlsx");
  }

  // The text of a part, "xl/workbook.xml"; xmllint must find nothing wrong with it.
  std::string part(const std::string& name) const {
    return output_of("xmllint --noent '" + (folder_ / name).string() + "'");
  }

  // The names of all parts.
  std::vector<std::string> parts() const {
    std::error_code error;
    std::vector<std::string> names = list_files(folder_.path(), error);
    std::erase(names, "book.xlsx");
    return names;
  }

  std::vector<std::string> sheet_names() const {
    return values_of("xl/workbook.xml", "//*[local-name()='sheet']/@name");
  }

  // The values at XPATH of a part, one a line.
  std::vector<std::string> values_of(const std::string& name, const std::string& xpath) const {
    const std::string out =
        output_of("xmllint --xpath \"" + xpath + "\" '" + (folder_ / name).string() + "'");
    std::vector<std::string> values;
    static const std::regex kValue("\"([^\"]*)\"");
    for (std::sregex_iterator at(out.begin(), out.end(), kValue), end; at != end; ++at)
      values.push_back((*at)[1]);
    return values;
  }

  // The cells of the sheet NUMBER as they are seen, by address: "B2".
  std::map<std::string, std::string> cells(int number) const {
    const std::vector<std::string> texts = shared_texts();
    const std::string sheet = part("xl/worksheets/sheet" + std::to_string(number) + ".xml");
    static const std::regex kCell("<c r=\"([A-Z]+[0-9]+)\"([^>/]*)(/>|>\\s*<v>([^<]*)</v>)");
    std::map<std::string, std::string> cells;
    for (std::sregex_iterator at(sheet.begin(), sheet.end(), kCell), end; at != end; ++at) {
      const std::smatch& cell = *at;
      const bool shared = cell[2].str().find("t=\"s\"") != std::string::npos;
      cells[cell[1]] = shared ? texts.at(std::stoul(cell[4])) : cell[4].str();
    }
    return cells;
  }

 private:
  std::vector<std::string> shared_texts() const {
    const std::string all = part("xl/sharedStrings.xml");
    static const std::regex kText("<t[^>]*>([^<]*)</t>");
    std::vector<std::string> texts;
    for (std::sregex_iterator at(all.begin(), all.end(), kText), end; at != end; ++at)
      texts.push_back((*at)[1]);
    return texts;
  }

  TemporaryFolder folder_;
};

}  // namespace yaodian
