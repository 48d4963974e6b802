#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "model/csv_columns.h"
#include "model/read_rows.h"

namespace yaodian {
namespace {

// The names of the CSV files in FOLDER.
std::vector<std::string> csv_files(const Content& content, std::string_view folder) {
  std::vector<std::string> names;
  for (const ContentFile& file : content.files) {
    if (file.path.starts_with(folder) && file.path.ends_with(".csv"))
      names.push_back(file.path.substr(folder.size() + 1));
  }
  return names;
}

constexpr Text kNoWorkbook{
    "CSV 文件。工作簿不能直接读入：打开“回执”工作表，另存为“CSV UTF-8”",
    "a CSV file. A workbook cannot be read: open its return form and save it as \"CSV UTF-8\""};

constexpr Text kNoComma{"表头里没有半角逗号", "the header has no comma"};

bool has_other_separator(std::string_view header) {
  return header.find(';') != header.npos || header.find("；") != header.npos ||
         header.find("，") != header.npos;
}

bool is_blank(CsvCells cells) {
  return std::ranges::all_of(cells, [](const csv::Cell& cell) { return trim(cell.text).empty(); });
}

bool is_same(CsvCells row, CsvCells header) {
  return std::ranges::equal(row, header, {}, &csv::Cell::text, &csv::Cell::text);
}

// CELLS without the blank ones at the end, but at least LEAST of them.
CsvCells without_blank_end(CsvCells cells, size_t least) {
  while (cells.size() > least && trim(cells.back().text).empty())
    cells = cells.first(cells.size() - 1);
  return cells;
}

constexpr Text kSerial{"第一列是序号，应当是单位；删去这一列",
                       "the first column is a serial number, it should be the unit: delete it"};
constexpr Text kTitleAbove{"这一行像是表的标题，表头在下面；删去表头上面的各行",
                           "this looks like the title of the table; the header is below it: delete "
                           "the lines above the header"};

// True if one of the lines below the first one of CSV names columns.
bool is_above_header(const std::vector<csv::Row>& csv, const CsvColumns& known) {
  constexpr size_t kMostAbove = 5;
  return std::any_of(csv.begin() + 1, csv.begin() + std::min(csv.size(), kMostAbove + 1),
                     [&](const csv::Row& row) {
                       return std::any_of(row.begin() + 1, row.end(), [&](const csv::Cell& cell) {
                         return known.meant(cell.text).has_value();
                       });
                     });
}

bool is_workbook(std::string_view name) {
  return name.ends_with(".xlsx") || name.ends_with(".xls") || name.ends_with(".et");
}

}  // namespace

void RowReader::read_csv(const yaml::Value& value, const Content& content,
                         std::string_view folder) {
  Fields fields(value, "rows", diagnostics_);
  const std::string name = fields.text("file");
  if (name.empty()) return;
  file = std::string(folder) + "/" + name;
  const ContentFile* found = name.ends_with(".csv") ? content.find(file) : nullptr;
  if (is_workbook(name)) {
    diagnostics_.report(rule::wrong_type, fields.position_of("file"), name,
                        {std::string("file"), kNoWorkbook});
  } else if (!found) {
    diagnostics_.report(rule::missing_file, fields.position_of("file"), name,
                        {content.root + "/" + file, format_.csv_place},
                        diagnostics_.suggest(name, csv_files(content, folder)));
  } else if (!found->readable) {
    unread_ = true;
  } else {
    if (const auto csv = csv::parse(*found->source, diagnostics_))
      read_csv_rows(*csv, {found->source.get(), 1, 1});
  }
}

void RowReader::read_csv_rows(const std::vector<csv::Row>& csv, const Position& start) {
  if (csv.empty()) return diagnostics_.report(rule::empty_table, start, "", {Text{"行", "rows"}});
  const CsvCells header = without_blank_end(csv.front(), 1);
  const csv::Cell& corner = header.front();
  if (const CsvColumns known(format_.measures); header.size() == 1 && is_above_header(csv, known))
    return diagnostics_.report(rule::wrong_header, corner.position, corner.text,
                               {kTitleAbove, join(known.forms())});
  if (header.size() == 1 && has_other_separator(corner.text))
    return diagnostics_.report(rule::broken_csv, corner.position, corner.text, {kNoComma});
  const std::vector<size_t> columns = read_csv_header(header);
  if (columns.empty()) return;
  rows.reserve(csv.size() - 1);
  store_->cells.reserve((csv.size() - 1) * format_.measures.size());
  for (size_t at = 1; at < csv.size(); ++at) {
    const CsvCells row = without_blank_end(csv[at], columns.size());
    if (is_blank(row)) continue;
    if (is_same(row, header))
      diagnostics_.report(rule::duplicate_key, row.front().position, row.front().text,
                          {Text{"表头", "the header"}, std::to_string(corner.position.line)});
    else
      read_csv_row(row, columns);
  }
}

void RowReader::read_csv_row(CsvCells row, const std::vector<size_t>& columns) {
  const auto written = [](const csv::Cell& cell) {
    return Written{cell.text, cell.position.source, cell.position.line, cell.offset};
  };
  const bool whole = row.size() == columns.size();
  const size_t first = store_->cells.size();
  store_->cells.resize(first + (whole ? format_.measures.size() : row.size() - 1));
  for (size_t place = 1; place < row.size(); ++place) {
    const size_t measure = whole ? columns[place] : place - 1;
    store_->cells[first + measure] = cell_of(written(row[place]), measure);
  }
  add_row(written(row.front()), first);
}

std::vector<size_t> RowReader::read_csv_header(CsvCells header) {
  const CsvColumns known(format_.measures);
  std::vector<size_t> columns(header.size());
  std::vector<bool> found(format_.measures.size());
  std::vector<const csv::Cell*> unknown;
  for (size_t at = 1; at < header.size(); ++at) {
    const csv::Cell& name = header[at];
    const auto measure = known.find(name.text);
    if (!measure) {
      unknown.push_back(&name);
      continue;
    }
    columns[at] = *measure;
    if (found[*measure])
      diagnostics_.report(rule::duplicate_key, name.position, name.text,
                          {name.text, std::string("1")});
    found[*measure] = true;
  }
  if (!unknown.empty()) report_unknown_columns(unknown, known, header.front());
  return unknown.empty() && need_all(found, header.front()) ? columns : std::vector<size_t>();
}

void RowReader::report_unknown_columns(const std::vector<const csv::Cell*>& unknown,
                                       const CsvColumns& known, const csv::Cell& corner) {
  if (trim(corner.text) == "序号")
    return diagnostics_.report(rule::wrong_header, corner.position, corner.text,
                               {kSerial, join(known.forms())});
  for (const csv::Cell* name : unknown) {
    const auto meant = known.meant(name->text);
    diagnostics_.report(rule::unknown_key, name->position, name->text,
                        {name->text, join(known.forms())},
                        meant ? std::vector{csv_header(*format_.measures[*meant], format_.measures)}
                              : diagnostics_.suggest(name->text, known.names()));
  }
}

bool RowReader::need_all(const std::vector<bool>& found, const csv::Cell& corner) {
  const auto missing = std::find(found.begin(), found.end(), false);
  if (missing == found.end()) return true;
  const Measure& measure = *format_.measures[static_cast<size_t>(missing - found.begin())];
  diagnostics_.report(rule::missing_column, corner.position, corner.text,
                      {measure.id, join(CsvColumns(format_.measures).forms())});
  return false;
}

}  // namespace yaodian
