// The rows of task tables and of reports: one for each unit, in YAML or in a CSV file.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/csv_columns.h"
#include "model/table.h"
#include "read/content.h"
#include "read/csv.h"
#include "read/fields.h"

namespace yaodian {

using CsvCells = std::span<const csv::Cell>;  // of a line

constexpr size_t kMostColumns = 200;  // of a table

// Returns the number that TEXT says in the unit of count COUNT; a rate may end in its sign.
std::optional<Decimal> parse_counted(std::string_view text, std::string_view count);

// What a cell says that has no number, for the hints of messages: in a report, and elsewhere.
constexpr Text kBlankCell{"没有上报的格空着，写 ''", "'' where nothing was reported"};
constexpr Text kUndecidedOrBlankCell{"尚未确定写“待定”，没有就写 ''",
                                     "待定 for undecided, '' for none"};

// What the rows of one table have to be.
struct RowFormat {
  std::vector<const Measure*> measures;  // of the cells
  bool may_be_undecided = false;         // whether a cell may say 待定
  Text csv_place;                        // where the CSV file is expected
};

// Reads the rows of one table, whose units each have one row at most.
class RowReader {
 public:
  RowReader(RowFormat format, const Register& units, Diagnostics& diagnostics)
      : format_(std::move(format)), units_(units), diagnostics_(diagnostics) {}

  // Reads the key "rows": a list, or {file: NAME.csv} in FOLDER of CONTENT. False if it is missing
  // or its file could not be read, which has been reported.
  bool read(Fields& fields, const Content& content, std::string_view folder);
  // Returns the cells of the key "total", one for each measure; none where it is missing or wrong.
  std::vector<Cell> read_total(Fields& fields);
  // Returns what the rows point to. Nothing can be read after it.
  std::shared_ptr<const RowStore> take_store();

  std::vector<Row> rows;
  RowPlaces places;
  std::string file;  // the CSV file, within the content folder; "" for none

 private:
  // A text and where it stands: what a row is made of, whatever it was written in.
  struct Written {
    std::string_view text;
    const Source* source;
    uint32_t line;
    uint32_t offset;
  };

  Position position_of(const Written& written) {
    return positions_.at(*written.source, written.line, written.offset);
  }
  void read_list(const std::vector<yaml::Value>& values);
  void read_common_rows(const yaml::Value& value);
  void read_row(const yaml::Value& value);
  Cell read_cell(const yaml::Value& value, size_t measure);
  Cell cell_of(const Written& written, size_t measure);
  Cell other_cell_of(const Written& written, size_t measure);
  // Notes a full-width comma in WRITTEN, which BREAKS it or has been taken for a separator of
  // thousands. It is what is wrong with a row that is broken or of another length.
  void note_wide_comma(const Written& written, bool breaks);
  // Reports the one noted in the cells of a row, where it is what is wrong; RIGHT is whether their
  // number is. False if it is not.
  bool report_wide_comma(bool right);
  // Adds the row LABEL with the cells that were put at the end of the store after the FIRST ones.
  void add_row(const Written& label, size_t first);
  // Notes that UNIT has the next row. False if it has one already.
  bool claim(UnitIndex unit, const Written& label);
  std::string_view keep(const Written& label);
  Text blank_cell() const { return format_.may_be_undecided ? kUndecidedOrBlankCell : kBlankCell; }
  void report_length(size_t cells, const Position& position, std::string_view underlined);
  void report_unknown(const Written& label);
  void read_csv(const yaml::Value& value, const Content& content, std::string_view folder);
  void read_csv_rows(const std::vector<csv::Row>& csv, const Position& start);
  void read_csv_row(CsvCells row, const std::vector<size_t>& columns);
  // Returns the measure of each column of the CSV, by id or title (the first column is the unit);
  // empty after an error.
  std::vector<size_t> read_csv_header(CsvCells header);
  void report_unknown_columns(const std::vector<const csv::Cell*>& unknown, const CsvColumns& known,
                              const csv::Cell& corner);
  bool need_all(const std::vector<bool>& found, const csv::Cell& corner);

  RowFormat format_;
  const Register& units_;
  Diagnostics& diagnostics_;
  std::shared_ptr<RowStore> store_ = std::make_shared<RowStore>();
  PositionCounter positions_;
  std::optional<Written> wide_comma_;  // the cell of the last one noted in the row
  bool breaks_ = false;                // whether one breaks a cell of the row
  bool unread_ = false;                // whether the CSV file could not be read
  size_t unknown_ = 0;                 // names that are not in the register
};

}  // namespace yaodian
