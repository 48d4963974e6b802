// What a report says of one task table.
#pragma once

#include <string_view>
#include <vector>

#include "render/limits.h"
#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

class ReportTable {
 public:
  // PART of a report of DAY is about TABLE. DAY must be among those of PROGRESS. All arguments must
  // outlive this.
  ReportTable(const PlanContext& context, const PlanProgress& progress, const TaskTable& table,
              const TableReport& part, Date day, std::string_view path);

  // The table unit by unit, with what was not reported and what has changed; a long table only as a
  // whole. Call it once.
  View view();
  // Whether sample data is in it.
  bool sample() const;

 private:
  // One cell: what the day says, and the day before.
  struct Entry {
    const Cell* now = nullptr;
    Position position;           // of what the day says; nowhere in a long table
    const Cell* last = nullptr;  // of an earlier day
    bool asked = false;          // whether there is a quota above 0, or a goal
    bool corrected = false;
    Status status = Status::not_reported;
    Status before = Status::not_reported;  // on the period before
    Status known = Status::not_reported;   // on the last period before that was reported
  };
  // Of a long table the lists have their first items only.
  struct Change {
    std::string_view title;
    std::vector<View> items;
    size_t amount = 0;
  };
  struct Units {
    std::vector<View> items;
    size_t amount = 0;
  };

  // The place of the day among the periods of a column.
  size_t period_of(size_t measure) const { return progress_.columns[measure].period_of(day_); }
  bool is_long() const { return table_.rows.size() > kLongTable; }

  Entry entry(size_t row, size_t measure);
  // Notes what ROW says, and adds it to ROWS if the table is shown unit by unit.
  void read_row(size_t row, std::vector<View>& rows);
  // The lines that the figures of a row stand in, each once: mostly one.
  Html lines_of(const std::vector<Position>& figures) const;
  View cell_view(size_t measure, const Unit& unit, const Entry& entry) const;
  void note_change(size_t measure, const Unit& unit, const Entry& entry);
  void note_missing(const Unit& unit, size_t asked, const std::vector<std::string>& missing);
  static void add_units(View& view, Name name, Name has, Name count, Name rest, Units& units);
  View unit_link(const Unit& unit) const;
  std::vector<View> heads() const;
  std::vector<View> totals() const;
  std::vector<View> changes();

  const PlanContext& context_;
  const bool may_be_sample_;
  const TableProgress& progress_;
  const TaskTable& table_;
  const Date day_;
  const std::string_view path_;
  const Source* const file_;         // that the rows of the report are in
  std::vector<size_t> columns_;      // of the report: quotas and results
  size_t asked_ = 0, reported_ = 0;  // units
  Units missing_, partial_;
  Change done_, behind_, made_up_;
};

}  // namespace yaodian
