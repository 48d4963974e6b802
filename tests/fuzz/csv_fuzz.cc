// CSV: rows that can be written and read again are the same.
#include <algorithm>

#include "base/position.h"
#include "fuzz/fuzz.h"
#include "read/csv.h"

namespace yaodian {
namespace {

std::string written(const std::vector<csv::Row>& rows) {
  std::string text;
  for (const csv::Row& row : rows) {
    for (size_t at = 0; at < row.size(); ++at) {
      text += at > 0 ? ",\"" : "\"";
      for (const char c : row[at].text) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += '\n';
  }
  return text;
}

std::vector<std::vector<std::string>> texts(const std::vector<csv::Row>& rows) {
  std::vector<std::vector<std::string>> all;
  for (const csv::Row& row : rows) {
    all.emplace_back();
    for (const csv::Cell& cell : row) all.back().push_back(cell.text);
  }
  return all;
}

}  // namespace
}  // namespace yaodian

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const Source source{"content/test.csv", "test.csv",
                      std::string(reinterpret_cast<const char*>(data), size)};
  if (!fuzz::is_readable(source.text)) return 0;
  Diagnostics diagnostics;
  const auto rows = csv::parse(source, diagnostics);
  fuzz::require(rows.has_value() == !diagnostics.has_errors(), "rows or a message");
  fuzz::require_messages(diagnostics);
  if (!rows) return 0;
  for (const csv::Row& row : *rows) {
    fuzz::require(!row.empty(), "a row has a cell");
    for (const csv::Cell& cell : row) {
      const Position& at = cell.position;
      fuzz::require(
          at.column >= 1 && at.column <= count_characters(line_of(source.text, at.line)) + 1,
          "a cell stands in its line");
      fuzz::require_utf8(cell.text, "a cell is UTF-8");
    }
  }
  // A tab in quotes on the first line, with no comma beside it, is taken for the separator.
  const Source again{"content/again.csv", "again.csv", written(*rows)};
  const std::string_view first = line_of(again.text, 1);
  if (first.find('\t') != first.npos && first.find(',') == first.npos) return 0;
  const auto reread = csv::parse(again, diagnostics);
  fuzz::require(reread && texts(*reread) == texts(*rows), "rows survive being written");
  return 0;
}
