// Reports (月报): dated observations of what has been done.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "base/quantity.h"
#include "model/measures.h"
#include "model/table.h"
#include "model/whereabouts.h"
#include "read/address.h"

namespace yaodian {

// The part of a report about one table. Its figures are cumulative since the start of the plan.
struct TableReport {
  Reference table;
  std::vector<size_t> measures;           // of each column, its place in the table
  std::vector<Row> rows;                  // a blank cell was not reported; 待定 does not occur
  std::shared_ptr<const RowStore> store;  // of the rows; copies share it
  std::string rows_file;                  // the CSV file that holds the rows; "" for none
  size_t units = 0;                       // how many rows have a figure
};

// An observation of the whole plan.
struct PlanObservation {
  Address of;  // target:ID, or table:ID.COLUMN where no figures of units are known
  Decimal value;
  std::string count;  // the unit of count of VALUE: that of the target or column, if it fits
  std::string text;   // as a reader sees it: "71%", "1.06亿元", "4家"
  Position position;
  Position name_position;  // where OF is written
};

// A figure that belongs to no target and no table.
struct ReportFigure {
  std::string id;
  std::string title;
  std::string text;  // as written, with its unit of count
  std::string note;  // what it means, what it includes
  Whereabouts stated;
  MeasureUse shared;  // the measure of several plans that it is of
  Position position;
};

struct Report {
  std::string id;  // name of its file: 2018-04-30
  Date as_of;      // the day that its figures are of; of a correction, of those it corrects
  std::optional<Date> received;  // when it came in
  Position received_position;
  bool sample = false;    // demonstration data: every page that it reaches says so
  bool corrects = false;  // it takes the place of observations that were reported before (更正)
  bool blank = false;     // not one of its figures is filled in
  std::string reason;     // of a correction
  std::string note;
  Reference source;  // the source document that states its figures
  std::vector<TableReport> tables;
  std::vector<PlanObservation> observations;
  std::vector<ReportFigure> figures;
  Position position;

  // True if it speaks of nothing that the plan wants to reach: its figures are results (成效) and
  // background.
  bool is_background() const { return tables.empty() && observations.empty(); }
};

}  // namespace yaodian
