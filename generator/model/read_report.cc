#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "model/assemble.h"
#include "model/read_measures.h"
#include "model/read_rows.h"
#include "model/read_whereabouts.h"
#include "read/fields.h"

namespace yaodian {
namespace {

constexpr Text kBesideReport{"CSV 文件放在月报的旁边。", "put the CSV file beside the report"};
constexpr Text kTable{"任务表", "table"};
constexpr Text kColumn{"列", "column"};
constexpr Text kLeaveOutColumns{"从 columns 和各行里删去", "take it out of columns and rows"};
constexpr Text kLeaveOutTable{"把这张表从 tables 里整段删去", "take the whole table out of tables"};
constexpr Text kFigure{"带计量单位的数，如 71%、1.06亿元", "a figure like 71% or 1.06亿元"};

// A table that could not be read is not judged: the cause has been reported.
class ReportReader {
 public:
  ReportReader(Report& report, const std::vector<TaskTable>& tables, const Register& units,
               const Content& content, std::string_view folder, Diagnostics& diagnostics)
      : report_(report),
        tables_(tables),
        units_(units),
        content_(content),
        folder_(folder),
        diagnostics_(diagnostics) {}

  void read(const yaml::Value& file) {
    const size_t errors = diagnostics_.errors();
    Fields fields(file, report_.id, diagnostics_);
    read_day(fields);
    report_.sample = fields.flag("sample");
    report_.note = fields.optional_text("note");
    report_.source = {fields.optional_text("source"), fields.position_of("source")};
    const std::vector<yaml::Value>& tables = fields.optional_entries("tables");
    for (size_t at = 0; at + 1 < tables.size(); at += 2) read_table(tables[at], tables[at + 1]);
    sort_tables();
    read_observations(fields, "targets", Scheme::target);
    read_observations(fields, "totals", Scheme::table);
    for (const yaml::Value& value : fields.optional_items("figures")) read_figure(value);
    if (diagnostics_.errors() == errors) report_blanks(file);
  }

 private:
  // A report is often made with all rows and filled in later.
  void report_blanks(const yaml::Value& file) {
    if (!has_entries_) return diagnostics_.report(rule::empty_report, file.position, "");
    report_.blank = !has_figure_ && std::ranges::all_of(report_.tables, [](const auto& part) {
      return blank_columns(part).size() == part.measures.size();
    });
    if (report_.blank) return diagnostics_.report(rule::blank_report, file.position, "");
    if (!report_.corrects) std::ranges::for_each(report_.tables, [&](auto& p) { report_blank(p); });
  }

  // Where only some units are listed, another report of the day may have the others.
  void report_blank(const TableReport& part) {
    const TaskTable& table = *find(tables_, part.table.id);
    if (part.rows.size() < table.rows.size()) return;
    const std::vector<size_t> blank = blank_columns(part);
    if (blank.empty()) return;
    std::vector<std::string> titles;
    for (const size_t column : blank) titles.push_back(table.measures[part.measures[column]].label);
    const bool all = blank.size() == part.measures.size();
    diagnostics_.report(rule::blank_column, part.table.position, part.table.id,
                        {join(titles), all ? kLeaveOutTable : kLeaveOutColumns});
  }

  // The places of the columns of PART that no row has a figure in.
  static std::vector<size_t> blank_columns(const TableReport& part) {
    std::vector<size_t> blank;
    for (size_t column = 0; column < part.measures.size(); ++column) {
      const bool none = std::ranges::none_of(
          part.rows, [&](const Row& row) { return row.cells[column].is_number(); });
      if (none) blank.push_back(column);
    }
    return blank;
  }

  // Brings tables and rows into the plan's order, so that no page depends on that of the report.
  void sort_tables() {
    const auto place = [&](const TableReport& part) { return find(tables_, part.table.id); };
    std::stable_sort(
        report_.tables.begin(), report_.tables.end(),
        [&](const TableReport& a, const TableReport& b) { return place(a) < place(b); });
    for (TableReport& part : report_.tables) {
      const TaskTable& table = *place(part);
      const auto row_place = [&](const Row& row) {
        return table.place_of(row.unit).value_or(table.rows.size());
      };
      const auto earlier = [&](const Row& a, const Row& b) { return row_place(a) < row_place(b); };
      if (!std::is_sorted(part.rows.begin(), part.rows.end(), earlier))
        std::stable_sort(part.rows.begin(), part.rows.end(), earlier);
    }
  }

  // A report says of which day it is, or which day's figures it corrects.
  void read_day(Fields& fields) {
    const bool observed = fields.optional("as_of");
    report_.corrects = fields.optional("corrects");
    report_.position = fields.position_of(report_.corrects ? "corrects" : "as_of");
    if (observed && report_.corrects) {
      report_day({"as_of 和 corrects 只能写一个", "there is both as_of and corrects"});
    } else if (!observed && !report_.corrects) {
      report_day({"缺少日期：as_of 或 corrects", "there is neither as_of nor corrects"});
    }
    const auto day = fields.optional_date(report_.corrects ? "corrects" : "as_of");
    if (day) report_.as_of = *day;
    if (report_.corrects) report_.reason = fields.text("reason");
    report_.received =
        report_.corrects ? fields.date("received") : fields.optional_date("received");
    report_.received_position = fields.position_of("received");
    if (day && observed != report_.corrects) check_name();
  }

  // A report is most often named by its day, a correction also by the day that it came in: another
  // day in the name was left over from the report that it was copied from, or as_of was.
  void check_name() {
    const size_t length = Date().iso().size();
    const std::string_view id = report_.id;
    const auto named = Date::parse(id.substr(0, length));
    const bool whole = id.size() <= length || id[length] == '-';
    if (!named || !whole || named == report_.as_of) return;
    if (report_.corrects && named == report_.received) return;
    const std::string day = report_.as_of.iso();
    diagnostics_.report(rule::misdated_report, report_.position, day,
                        {named->iso(), std::string(report_.corrects ? "corrects" : "as_of"), day});
  }

  void report_day(Text what) {
    diagnostics_.report(rule::report_day, report_.position, "", {what});
  }

  void read_table(const yaml::Value& key, const yaml::Value& value) {
    has_entries_ = true;
    const TaskTable* table = find_table(key.text, key.position);
    Fields fields(value, key.text, diagnostics_);
    const std::vector<yaml::Value>& columns = fields.items("columns");
    TableReport part;
    part.table = {key.text, key.position};
    bool known = table != nullptr;
    for (const yaml::Value& column : columns) known = read_column(table, column, part) && known;
    if (columns.empty() && value.is_map()) report_empty(value, {"列", "columns"});
    if (known && !columns.empty())
      read_rows(fields, *table, part, value);
    else if (fields.optional("rows"))
      has_figure_ = true;  // nobody knows
  }

  const TaskTable* find_table(const std::string& id, const Position& position) {
    const TaskTable* table = find(tables_, id);
    if (!table) {
      diagnostics_.report(rule::dangling_link, position, id, {id, kTable},
                          diagnostics_.suggest(id, ids(tables_)));
    }
    return table;
  }

  // Adds the column that VALUE names to PART. False if TABLE has none.
  bool read_column(const TaskTable* table, const yaml::Value& value, TableReport& part) {
    if (!table) return false;
    const auto measure = find_column(*table, value.text, value.position, value.text);
    if (!measure) return false;
    const auto end = part.measures.end();
    if (std::find(part.measures.begin(), end, *measure) != end) {
      diagnostics_.report(rule::duplicate_key, value.position, value.text,
                          {value.text, std::to_string(part.table.position.line)});
      return false;
    }
    part.measures.push_back(*measure);
    return true;
  }

  // Returns the place of the column ID, which is to be one that has something to reach.
  std::optional<size_t> find_column(const TaskTable& table, const std::string& id,
                                    const Position& position, std::string_view underlined) {
    const auto measure = table.find_measure(id);
    if (!measure) {
      if (table.complete)
        diagnostics_.report(rule::dangling_link, position, underlined, {id, kColumn},
                            diagnostics_.suggest(id, ids(table.measures)));
    } else if (table.measures[*measure].role == Role::context) {
      diagnostics_.report(rule::not_tracked, position, underlined,
                          {table.measures[*measure].title});
    }
    return measure;
  }

  void read_rows(Fields& fields, const TaskTable& table, TableReport& part,
                 const yaml::Value& value) {
    RowFormat format{{}, false, kBesideReport};
    for (const size_t measure : part.measures) format.measures.push_back(&table.measures[measure]);
    const size_t errors = diagnostics_.errors();
    RowReader reader(std::move(format), units_, diagnostics_);
    const bool has_rows = reader.read(fields, content_, folder_);
    has_figure_ = has_figure_ || !has_rows;  // nobody knows
    for (const Row& row : reader.rows) need_row(table, row);
    part.store = reader.take_store();
    part.rows = std::move(reader.rows);
    part.rows_file = std::move(reader.file);
    part.units = static_cast<size_t>(std::ranges::count_if(part.rows, [](const Row& row) {
      return std::ranges::any_of(row.cells, [](const Cell& cell) { return cell.is_number(); });
    }));
    if (has_rows && part.rows.empty() && diagnostics_.errors() == errors)
      report_empty(value, {"行", "rows"});
    report_.tables.push_back(std::move(part));
  }

  // A table with a row of a unit that is not in the register may mean this one.
  void need_row(const TaskTable& table, const Row& row) {
    if (!table.complete || row.unit == kUnknownUnit || table.row_of(row.unit)) return;
    const bool whole = std::none_of(table.rows.begin(), table.rows.end(),
                                    [](const Row& one) { return one.unit == kUnknownUnit; });
    if (whole)
      diagnostics_.report(rule::unit_not_in_table, row.position, row.label,
                          {std::string(row.label), table.short_title});
  }

  void report_empty(const yaml::Value& value, Text what) {
    diagnostics_.report(rule::empty_table, value.position, "", {what});
  }

  // Reads the map KEY of figures of the whole plan; a blank one was not reported.
  void read_observations(Fields& fields, std::string_view key, Scheme scheme) {
    const std::vector<yaml::Value>& entries = fields.optional_entries(key);
    for (size_t at = 0; at + 1 < entries.size(); at += 2) {
      const yaml::Value& name = entries[at];
      const auto of =
          scheme == Scheme::target ? Address{Scheme::target, name.text, ""} : column_of(name);
      const auto figure = read_value(entries[at + 1], name.text);
      if (of && figure)
        report_.observations.push_back({*of, figure->low, figure->count,
                                        figure->figure + figure->count, entries[at + 1].position,
                                        name.position});
    }
  }

  // Returns the address that NAME, "TABLE.COLUMN", means.
  std::optional<Address> column_of(const yaml::Value& name) {
    const size_t dot = name.text.find('.');
    if (dot == name.text.npos || dot == 0 || dot + 1 == name.text.size()) {
      diagnostics_.report(rule::wrong_type, name.position, name.text,
                          {name.text, Text{"“表.列”", "TABLE.COLUMN"}});
      return std::nullopt;
    }
    const Address of{Scheme::table, name.text.substr(0, dot), name.text.substr(dot + 1)};
    const TaskTable* table = find_table(of.id, name.position);
    if (!table || !find_column(*table, of.part, name.position, name.text)) return std::nullopt;
    return of;
  }

  // Returns the figure and unit of count that VALUE, of KEY, says; nothing for a blank one.
  std::optional<Goal> read_value(const yaml::Value& value, const std::string& key) {
    has_entries_ = true;
    const bool blank = value.kind == yaml::Kind::nothing || (value.is_text() && value.text.empty());
    if (blank) return std::nullopt;
    has_figure_ = true;
    auto figure = value.is_text() ? parse_figure(value.text) : std::nullopt;
    if (!figure) diagnostics_.report(rule::wrong_type, value.position, value.text, {key, kFigure});
    return figure;
  }

  void read_figure(const yaml::Value& value) {
    has_entries_ = has_figure_ = true;
    Fields fields(value, "figures", diagnostics_);
    ReportFigure figure;
    figure.position = value.position;
    figure.id = fields.id("id");
    figure.title = fields.text("title");
    figure.text = fields.text("value");
    figure.note = fields.optional_text("note");
    figure.stated = read_whereabouts(fields, diagnostics_);
    figure.shared = read_measure_use(fields);
    if (!figure.text.empty() && !parse_figure(figure.text))
      diagnostics_.report(rule::wrong_type, fields.position_of("value"), figure.text,
                          {std::string("value"), kFigure});
    if (const ReportFigure* other = find(report_.figures, figure.id); other && !figure.id.empty())
      diagnostics_.report(rule::duplicate_id, fields.position_of("id"), figure.id,
                          {figure.id, file_and_line(other->position)});
    report_.figures.push_back(std::move(figure));
  }

  Report& report_;
  const std::vector<TaskTable>& tables_;
  const Register& units_;
  const Content& content_;
  std::string_view folder_;
  Diagnostics& diagnostics_;
  bool has_entries_ = false;  // whether it names anything that is reported, blank or not
  bool has_figure_ = false;   // whether it has a figure of the whole plan, right or wrong
};

}  // namespace

Report read_report(const yaml::Value& file, std::string id, const std::vector<TaskTable>& tables,
                   const Register& units, const Content& content, std::string_view folder,
                   Diagnostics& diagnostics) {
  Report report;
  report.id = std::move(id);
  ReportReader(report, tables, units, content, folder, diagnostics).read(file);
  return report;
}

}  // namespace yaodian
