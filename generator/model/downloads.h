// What readers may download: the setting `downloads` of site.yaml.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace yaodian {

enum class FileKind : uint8_t { xlsx, csv, json };

struct DownloadSettings {
  static constexpr int kMostFigures = 1'000'000;  // a worksheet has no more rows than about this

  // In the order in which pages offer them; empty for no downloads at all.
  std::vector<FileKind> kinds = {FileKind::xlsx, FileKind::csv, FileKind::json};
  // A plan with more units than this has no files for each of them: a workbook costs several times
  // as much as the unit's page.
  size_t units = 100;
  // A table with more figures than this has its CSV only, a report or a plan no files.
  size_t figures = 20'000;
};

}  // namespace yaodian
