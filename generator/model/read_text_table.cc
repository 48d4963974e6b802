#include <algorithm>
#include <map>

#include "base/rules.h"
#include "base/text.h"
#include "model/assemble.h"
#include "model/read_rows.h"
#include "read/fields.h"

namespace yaodian {
namespace {

class TextTableReader {
 public:
  TextTableReader(TextTable& table, Diagnostics& diagnostics)
      : table_(table), diagnostics_(diagnostics) {}

  void read(const yaml::Value& file) {
    const size_t errors = diagnostics_.errors();
    Fields fields(file, table_.id, diagnostics_);
    table_.position = file.position;
    fields.choice("rows_of", {"units", "text"}, 1);
    table_.title = fields.text("title");
    table_.short_title = fields.optional_text("short");
    if (table_.short_title.empty()) table_.short_title = table_.title;
    table_.order = fields.optional_integer("order", 0);
    table_.source = {fields.optional_text("source"), fields.position_of("source")};
    table_.document = {fields.optional_text("document"), fields.position_of("document")};
    table_.as_of = fields.optional_date("as_of");
    table_.label_title = fields.optional_text("unit_title");
    table_.numbered = fields.flag("numbered");
    table_.notes = fields.optional_texts("notes");
    for (const yaml::Value& value : fields.items("columns")) read_column(value);
    for (const yaml::Value& value : fields.items("rows")) read_row(value);
    if (diagnostics_.errors() > errors) return;
    if (table_.columns.empty()) report_empty(file, {"列", "columns"});
    if (table_.rows.empty()) report_empty(file, {"行", "rows"});
  }

 private:
  void report_empty(const yaml::Value& file, Text what) {
    diagnostics_.report(rule::empty_table, file.position, "", {what});
  }

  void read_column(const yaml::Value& value) {
    if (table_.columns.size() == kMostColumns) return report_too_many(value);
    Fields fields(value, "columns", diagnostics_);
    TextColumn column;
    column.position = value.position;
    column.id = fields.id("id");
    column.title = fields.text("title");
    column.group = fields.optional_text("group");
    column.is_text = fields.flag("text");
    if (!column.is_text) column.count = fields.text("count");
    if (column.count == "％") column.count = "%";
    for (const TextColumn& other : table_.columns) {
      if (other.id != column.id || other.id.empty()) continue;
      diagnostics_.report(rule::duplicate_id, fields.position_of("id"), column.id,
                          {column.id, file_and_line(other.position)});
    }
    table_.columns.push_back(std::move(column));
  }

  void report_too_many(const yaml::Value& value) {
    if (std::exchange(too_many_, true)) return;
    diagnostics_.report(rule::too_many, value.position, "",
                        {std::string("columns"), "> " + std::to_string(kMostColumns),
                         std::to_string(kMostColumns)});
  }

  void read_row(const yaml::Value& value) {
    if (!value.is_list() || value.items.empty() || !value.items.front().is_text()) {
      return diagnostics_.report(rule::wrong_type, value.position, value.text,
                                 {std::string("rows"), Text{"“- [名称, 文字, 数]”这样的一行",
                                                            "a row like \"- [name, text, 1]\""}});
    }
    TextRow row;
    row.position = value.position;
    row.label = trim(value.items.front().text);
    report_repeated(row, value.items.front().position);
    const size_t cells = value.items.size() - 1;
    if (cells != table_.columns.size()) report_length(cells, value);
    for (size_t at = 0; at < std::min(cells, table_.columns.size()); ++at)
      row.cells.push_back(read_cell(value.items[at + 1], table_.columns[at]));
    row.cells.resize(table_.columns.size());
    table_.rows.push_back(std::move(row));
  }

  void report_repeated(const TextRow& row, const Position& position) {
    const auto [first, fresh] = lines_.emplace(normal_form(row.label), position.line);
    if (fresh) return;
    diagnostics_.report(rule::duplicate_row, position, row.label,
                        {row.label, std::to_string(first->second)});
  }

  void report_length(size_t cells, const yaml::Value& value) {
    std::vector<std::string> titles;
    for (const TextColumn& column : table_.columns) titles.push_back(column.title);
    diagnostics_.report(rule::row_length, value.items.front().position, value.items.front().text,
                        {std::to_string(cells), std::to_string(titles.size()), join(titles),
                         kUndecidedOrBlankCell});
  }

  TextCell read_cell(const yaml::Value& value, const TextColumn& column) {
    TextCell cell;
    const std::string text(trim(value.text));
    if (value.is_list() || value.is_map()) {
      diagnostics_.report(
          rule::wrong_type, value.position, "",
          {Text{"这一格", "this cell"}, Text{"文字或一个数，里面不再写 [ ] 或 { }",
                                             "text or a number without brackets of its own"}});
    } else if (column.is_text) {
      cell.text = text;
    } else if (text == "待定") {
      cell.figure.state = Cell::State::undecided;
    } else if (const auto number = parse_counted(text, column.count); number && !text.empty()) {
      cell.figure = {*number, Cell::State::number, value.offset};
    } else if (!text.empty()) {
      diagnostics_.report(rule::not_a_number, value.position, text, {text, kUndecidedOrBlankCell});
    }
    return cell;
  }

  TextTable& table_;
  Diagnostics& diagnostics_;
  std::map<std::string, uint32_t> lines_;  // of the rows, by label
  bool too_many_ = false;
};

}  // namespace

bool is_text_table(const yaml::Value& file) {
  const yaml::Value* rows_of = file.is_map() ? file.find("rows_of") : nullptr;
  return rows_of && trim(rows_of->text) == "text";
}

TextTable read_text_table(const yaml::Value& file, std::string id, Diagnostics& diagnostics) {
  TextTable table;
  table.id = std::move(id);
  TextTableReader(table, diagnostics).read(file);
  return table;
}

}  // namespace yaodian
