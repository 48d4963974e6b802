// Task tables (任务分配表): measures, and what each unit has of them.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "base/quantity.h"
#include "model/goal.h"
#include "model/measures.h"
#include "model/register.h"

namespace yaodian {

// What a column of a task table is to its units.
enum class Role : uint8_t {
  context,  // a figure to understand the others by
  quota,    // each cell is a unit's quota (任务数)
  result,   // each cell is a unit's result, held against one goal for all
};

enum class Sense : uint8_t { at_least, at_most };

// How the cells of a measure were computed from another one.
struct Derived {
  Decimal share;  // in percent
  size_t of = 0;  // place of the other measure in the table
  Rounding rounding = Rounding::half_up;
};

// What is counted (指标), with its unit of count: a column of a task table.
struct Measure {
  std::string id;
  std::string title;  // as its table prints it
  std::string label;  // its name outside the table; the title where none is given
  std::string group;  // the header that spans this column and its neighbours; "" for none
  std::string count;  // unit of count: 户, 人, 元, % …
  Role role = Role::context;
  Sense sense = Sense::at_least;  // of a quota
  std::optional<Date> due;        // deadline
  std::string standard;           // standard of completion (完成标准)
  std::optional<Goal> goal;       // of a result; from its target if it names one
  Reference target;               // the plan-wide target of this measure
  std::optional<Derived> derived;
  MeasureUse shared;  // the measure of several plans that it is of
  Position position;

  // Rates are neither summed nor averaged.
  bool is_rate() const { return yaodian::is_rate(count); }
};

// A figure of a table as published. A plan has millions of them: 16 bytes each.
struct Cell {
  enum class State : uint8_t { number, undecided /* 待定 */, blank };

  [[no_unique_address]] Decimal value;
  State state = State::blank;
  uint32_t offset = 0;  // where it stands in the source's text, in bytes

  bool is_number() const { return state == State::number; }
  // True of a quota that asks for something: a number above 0. Any other number is 无任务.
  bool is_task() const { return is_number() && value > 0; }
  bool is_no_task() const { return is_number() && !is_task(); }
};

// What the header of a CSV file with COLUMNS calls COLUMN, so that it is read back: its title,
// unless that means two columns; then its id.
std::string csv_header(const Measure& column, const std::vector<const Measure*>& columns);

// The cells and the labels that rows point to.
struct RowStore {
  std::vector<Cell> cells;
  std::deque<std::string> labels;  // those that do not stand in the source letter by letter
};

// A row of a task table or of a report about one. It points into its source and its table's store.
struct Row {
  UnitIndex unit = 0;
  uint32_t offset = 0;          // where it stands in the source's text, in bytes
  Position position;            // the same, of a reader
  std::string_view label;       // the unit's name as this table prints it
  std::span<const Cell> cells;  // one for each measure

  // Returns where CELL, one of its cells, stands.
  Position position_of(const Cell& cell) const;
};

// The place in a table's rows of each unit of the register, kNoRow where it has none. Units beyond
// its end have none.
using RowPlaces = std::vector<uint32_t>;
constexpr uint32_t kNoRow = UINT32_MAX;

// A task table (任务分配表).
struct TaskTable {
  std::string id;
  std::string title;
  std::string short_title;  // for navigation; the title where none is given
  int order = 0;
  Reference source;
  Reference document;
  std::optional<Date> as_of;  // the date its context figures and results are from
  std::string unit_title;     // header of the column of names; may be empty
  bool numbered = false;      // whether it prints a serial number (序号)
  std::vector<std::string> notes;
  std::vector<Measure> measures;
  std::vector<Row> rows;
  std::shared_ptr<const RowStore> store;  // of the rows; copies of a table share it
  std::string
      rows_file;  // the CSV file that holds the rows, within the content folder; "" for none
  std::vector<Cell> total;  // as published, one for each measure; empty where none was
  bool complete = true;     // false where a part could not be read, which has been reported
  Position position;

  // Returns the place of the measure ID.
  std::optional<size_t> find_measure(std::string_view id) const;
  // Returns the place in rows of UNIT.
  std::optional<size_t> place_of(UnitIndex unit) const;
  // Returns the row of UNIT, or nullptr.
  const Row* row_of(UnitIndex unit) const;
  // Returns where the published total of a measure stands.
  Position position_of_total(size_t measure) const;
  // True if any row has a number of the measure, and neither 待定 nor a blank.
  bool has_numbers(size_t measure) const;
  // Returns the sum of a measure over all rows that have a number; nothing where none has, for
  // rates and for sums out of range.
  std::optional<Decimal> sum(size_t measure) const;
  // Returns the sum as a cell: 待定 where no row has a number and one is 待定, blank without any.
  Cell whole(size_t measure) const;
  // Returns the total that readers see: as published, or the computed one; blank for rates.
  Cell shown_total(size_t measure) const;

  RowPlaces row_places;
};

}  // namespace yaodian
