#include "render/report_words.h"

#include <algorithm>

#include "base/words.h"

namespace yaodian {

std::string report_title(const Words& words, const Report& report) {
  const std::string day = words.date(report.as_of);
  if (!report.corrects) return words.text("as-of", {{"date", day}});
  return words.text("correction-with-id", {{"date", day}, {"id", report.id}});
}

size_t units_in(const TableReport& part) {
  const auto has_figure = [](const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return cell.is_number(); });
  };
  return static_cast<size_t>(std::count_if(part.rows.begin(), part.rows.end(), has_figure));
}

}  // namespace yaodian
