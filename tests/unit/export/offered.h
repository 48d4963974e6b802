// The files that a site made for a test offers to readers.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "export/files.h"
#include "workbook.h"

namespace yaodian {

// The downloads of the pages of a site.
struct Offered {
  explicit Offered(const Files& files) : loaded(files), progress(assess(loaded.plan(), {})) {
    EXPECT_THAT(messages(loaded.diagnostics), ::testing::IsEmpty());
    pages = list_pages(loaded.site, loaded.diagnostics);
  }
  PlanData data() const { return {loaded.site, loaded.publisher(), loaded.plan(), progress}; }

  // The file at PATH.
  Download file(const std::string& path) const {
    for (const Page& page : pages) {
      for (Download& file : make_downloads(data(), page))
        if (file.path == path) return std::move(file);
    }
    ADD_FAILURE() << "no " << path;
    return {};
  }
  std::string bytes(const std::string& path) const { return file(path).bytes; }
  std::vector<std::string> paths() const {
    std::vector<std::string> paths;
    for (const Page& page : pages)
      for (const FileKind kind : page.files) paths.push_back(download_path(page, kind));
    return paths;
  }

  Loaded loaded;
  PlanProgress progress;
  std::vector<Page> pages;
};

// The first sheet of WORKBOOK as a spreadsheet saves it as CSV, after somebody has filled FIGURES
// in.
inline std::string filled_in(const std::string& workbook,
                             const std::map<std::string, std::string>& figures) {
  std::map<std::string, std::string> cells = OpenWorkbook(workbook).cells(1);
  for (const auto& [address, figure] : figures) {
    EXPECT_THAT(cells[address], ::testing::IsEmpty()) << address;  // a blank of the form
    cells[address] = figure;
  }
  std::string csv;
  for (const char row : {'1', '2'}) {
    for (char column = 'A'; cells.contains({column, row}); ++column)
      csv += (column == 'A' ? "" : ",") + cells[{column, row}];
    csv += "\r\n";
  }
  return csv;
}

}  // namespace yaodian
