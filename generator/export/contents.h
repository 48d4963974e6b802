// What each kind of page has to download, in the three forms.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/words.h"
#include "export/files.h"
#include "export/json.h"
#include "export/sheet.h"

namespace yaodian {

// A figure of a table with what is known of it on the day judged at.
struct TableFigure {
  const TaskTable& table;
  const Measure& measure;
  const Row& row;
  const Cell& cell;
  std::optional<Decimal> done;        // last observed
  std::optional<Date> observed;       // of which day
  std::string_view status;            // 正常; "" where nothing is judged
  std::optional<Decimal> completion;  // in percent
  bool sample = false;                // whether sample data went into it
};

// Returns that of place TABLE, MEASURE and ROW; they must exist.
TableFigure table_figure(const PlanData& data, size_t table, size_t measure, size_t row);

// Sheets, as CSV files have them and workbooks show them first.
Sheet table_sheet(const Words& words, const TaskTable& table);
Sheet text_table_sheet(const Words& words, const TextTable& table);
Sheet unit_sheet(const PlanData& data, UnitIndex unit);
Sheet report_sheet(const PlanData& data, const Report& report);
Sheet plan_sheet(const PlanData& data);

Workbook table_book(const PlanData& data, const TaskTable& table);
Workbook text_table_book(const PlanData& data, const TextTable& table);
// It begins with a form for each table that asks the unit for figures: its columns are those that
// `rows: {file: …}` of a report reads.
Workbook unit_book(const PlanData& data, UnitIndex unit);
Workbook report_book(const PlanData& data, const Report& report);
Workbook plan_book(const PlanData& data);

std::string table_json(const PlanData& data, const TaskTable& table);
std::string text_table_json(const PlanData& data, const TextTable& table);
std::string unit_json(const PlanData& data, UnitIndex unit);
std::string report_json(const PlanData& data, const Report& report);
std::string plan_json(const PlanData& data);

// Parts of them.

// The columns of figures of unit_sheet() and plan_sheet(), and the cells that FIGURE has in them.
void add_figure_columns(Sheet& sheet, const Words& words);
void add_figure(SheetRow& row, const Words& words, const TableFigure& figure);
// Columns with NAMES behind those that SHEET has.
void add_columns(Sheet& sheet, const Words& words, std::span<const Word> names);
// A title with what its figures are counted in, if anything: 发展会员数（人）.
std::string column_title(const Words& words, const std::string& title, const std::string& count);

// "haidian/2018/tables/allocation.yaml:23"; "" for nowhere.
std::string place_text(const Position& position);
// 任务数, 实绩, 背景数据.
Word role_word(const Measure& measure);
// A cell: a number, 待定 or blank.
SheetCell sheet_cell(const Cell& cell);
// The same in JSON: a decimal, "待定" or null.
void add_cell(Json& json, const Cell& cell);
// How a report is called: 截至2018年4月30日的月报.
std::string report_name(const Words& words, const Report& report);

// The sheet of notes, 说明, of two columns; and its lines about the plan and a source.
Sheet notes_sheet(const Words& words);
void add_note(Sheet& notes, std::string name, std::string text);
void add_plan_notes(Sheet& notes, const PlanData& data);
void add_source_note(Sheet& notes, const PlanData& data, const Reference& source,
                     const Position& file);
// A line that says what MEASURE counts, by when, and where that is written.
void add_measure_note(Sheet& notes, const Words& words, const Measure& measure, std::string name);
// The same for a MEASURE of one of several TABLES, which is named too.
void add_measure_note(Sheet& notes, const Words& words, const TaskTable& table,
                      const Measure& measure);

// Begins the object of a file: format, publisher, plan, what the file is of, its day.
void begin_json(Json& json, const PlanData& data, std::string_view format, std::string_view id,
                std::string_view title);
void add_source_json(Json& json, const PlanData& data, const Reference& source,
                     const Position& file);

}  // namespace yaodian
