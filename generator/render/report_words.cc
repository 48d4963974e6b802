#include "render/report_words.h"

#include <algorithm>

namespace yaodian {

std::string report_title(const Report& report) {
  if (!report.corrects) return "截至" + report.as_of.chinese();
  return report.as_of.chinese() + "月报的更正（" + report.id + "）";
}

size_t units_in(const TableReport& part) {
  const auto has_figure = [](const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return cell.is_number(); });
  };
  return static_cast<size_t>(std::count_if(part.rows.begin(), part.rows.end(), has_figure));
}

}  // namespace yaodian
