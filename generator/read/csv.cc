#include "read/csv.h"

#include <string_view>

#include "base/rules.h"
#include "base/text.h"

namespace yaodian::csv {
namespace {

class Reader {
 public:
  Reader(const Source& source, Diagnostics& diagnostics)
      : source_(source), rest_(source.text), diagnostics_(diagnostics) {
    const std::string_view first = line_of(source.text, 1);
    if (first.find('\t') != first.npos && first.find(',') == first.npos) separator_ = '\t';
  }

  std::optional<std::vector<Row>> read() {
    std::vector<Row> rows;
    while (!rest_.empty()) {
      Row row;
      do {
        const size_t offset = source_.text.size() - rest_.size();
        row.push_back({{}, {&source_, line_, column_}, static_cast<uint32_t>(offset)});
        if (!(rest_.starts_with('"') ? read_quoted(row.back()) : read_plain(row.back())))
          return std::nullopt;
      } while (take(separator_));
      take('\r');
      take('\n');
      if (row.size() > 1 || !trim(row.front().text).empty()) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  bool take(char wanted) {
    if (!rest_.starts_with(wanted)) return false;
    skip(1);
    return true;
  }

  void skip(size_t bytes) {
    for (const char c : rest_.substr(0, bytes)) {
      if (c == '\n')
        ++line_, column_ = 1;
      else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
        ++column_;
    }
    rest_.remove_prefix(bytes);
  }

  bool read_plain(Cell& cell) {
    const char ends[] = {separator_, '\r', '\n', '\0'};
    const size_t length = std::min(rest_.find_first_of(ends), rest_.size());
    cell.text = trim(rest_.substr(0, length));
    skip(length);
    return true;
  }

  bool read_quoted(Cell& cell) {
    skip(1);
    for (;;) {
      const size_t quote = rest_.find('"');
      if (quote == rest_.npos) return refuse(cell, {"引号没有结束", "a quote is never closed"});
      cell.text += rest_.substr(0, quote);
      skip(quote + 1);
      if (!take('"')) break;
      cell.text += '"';
    }
    if (rest_.empty() || rest_.front() == separator_ || rest_.front() == '\r' ||
        rest_.front() == '\n')
      return true;
    return refuse(cell, {"引号结束后还有文字", "text after a closed quote"});
  }

  bool refuse(const Cell& cell, Text why) {
    diagnostics_.report(rule::broken_csv, cell.position, "", {why});
    return false;
  }

  const Source& source_;
  std::string_view rest_;
  Diagnostics& diagnostics_;
  char separator_ = ',';
  uint32_t line_ = 1;
  uint32_t column_ = 1;
};

}  // namespace

std::optional<std::vector<Row>> parse(const Source& source, Diagnostics& diagnostics) {
  return Reader(source, diagnostics).read();
}

}  // namespace yaodian::csv
