#include "export/csv.h"

namespace yaodian {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
}

void add_cell(std::string& csv, const SheetCell& cell) {
  if (cell.kind == SheetCell::Kind::number)
    csv += cell.number.plain();
  else
    csv += csv_cell(cell.text);
}

}  // namespace

std::string csv_cell(std::string_view text) {
  const std::string_view guard = is_formula(text) ? "'" : "";
  if (text.find_first_of(",\"\r\n\t") == text.npos) return std::string(guard).append(text);
  std::string cell = "\"";
  cell += guard;
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell += '"';
}

std::string csv_of(const Sheet& sheet) {
  std::string csv(kByteOrderMark);
  for (const SheetColumn& column : sheet.columns)
    csv.append(&column == sheet.columns.data() ? "" : ",").append(csv_cell(column.name));
  csv += "\r\n";
  for (const SheetRow& row : sheet.rows) {
    for (const SheetCell& cell : row) {
      if (&cell != row.data()) csv += ',';
      add_cell(csv, cell);
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace yaodian
