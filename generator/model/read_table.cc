#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "model/assemble.h"
#include "read/csv.h"
#include "read/fields.h"

namespace yaodian {
namespace {

constexpr size_t kMostSuggestions =
    20;  // searching the register for each of many unknown names would take long

// Returns TEXT without the sign of a rate that it may end in.
// TEXT without the sign of a rate counted in COUNT, "%" or "‰".
std::string_view without_rate_sign(std::string_view text, std::string_view count) {
  for (const std::string_view sign : {count, std::string_view(count == "%" ? "％" : "")}) {
    if (!sign.empty() && text.ends_with(sign))
      return trim(text.substr(0, text.size() - sign.size()));
  }
  return text;
}

// The names of the CSV files in FOLDER.
std::vector<std::string> csv_files(const Content& content, std::string_view folder) {
  std::vector<std::string> names;
  for (const ContentFile& file : content.files) {
    if (file.path.starts_with(folder) && file.path.ends_with(".csv"))
      names.push_back(file.path.substr(folder.size() + 1));
  }
  return names;
}

class TableReader {
 public:
  TableReader(TaskTable& table, const Register& units, Diagnostics& diagnostics)
      : table_(table), units_(units), diagnostics_(diagnostics) {}

  void read(const yaml::Value& file, const Content& content, std::string_view folder) {
    Fields fields(file, table_.id, diagnostics_);
    table_.position = file.position;
    table_.title = fields.text("title");
    table_.short_title = fields.optional_text("short");
    if (table_.short_title.empty()) table_.short_title = table_.title;
    table_.order = fields.optional_integer("order", 0);
    table_.source = {fields.optional_text("source"), fields.position_of("source")};
    table_.document = {fields.optional_text("document"), fields.position_of("document")};
    table_.as_of = fields.optional_date("as_of");
    table_.unit_title = fields.optional_text("unit_title");
    if (table_.unit_title.empty()) table_.unit_title = "单位";
    table_.numbered = fields.flag("numbered");
    table_.notes = fields.optional_texts("notes");
    for (const yaml::Value& value : fields.items("columns")) read_measure(value);
    const yaml::Value* rows = fields.required("rows");
    if (rows && rows->is_map())
      read_csv(*rows, content, folder);
    else if (rows)
      read_rows(fields.items("rows"));
    if (const yaml::Value* total = fields.optional("total"))
      read_total(*total, fields.optional_items("total"));
    if (table_.measures.empty())
      report_empty(file, {"列", "columns"});
    else if (rows && table_.rows.empty() && !diagnostics_.has_errors())
      report_empty(file, {"行", "rows"});
  }

 private:
  void report_empty(const yaml::Value& file, Text what) {
    diagnostics_.report(rule::empty_table, file.position, "", {what});
  }

  void read_measure(const yaml::Value& value) {
    Fields fields(value, "columns", diagnostics_);
    Measure measure;
    measure.position = value.position;
    measure.id = fields.id("id");
    measure.title = fields.text("title");
    measure.label = fields.optional_text("label");
    if (measure.label.empty()) measure.label = measure.title;
    measure.group = fields.optional_text("group");
    measure.count = fields.text("count");
    if (measure.count == "％") measure.count = "%";
    measure.due = fields.optional_date("due");
    measure.standard = fields.optional_text("standard");
    measure.target = {fields.optional_text("target"), fields.position_of("target")};
    if (fields.optional("quota")) {
      measure.role = Role::quota;
      measure.sense = static_cast<Sense>(fields.choice("quota", {"at-least", "at-most"}, 0));
    }
    const std::string goal = fields.optional_text("goal");
    if (!goal.empty()) {
      measure.goal = parse_goal(goal);
      if (!measure.goal)
        diagnostics_.report(rule::bad_goal, fields.position_of("goal"), goal, {goal});
    }
    report_double_goal(fields.position_of("goal"), goal, measure);
    if (measure.role == Role::context && (measure.goal || !measure.target.id.empty()))
      measure.role = Role::result;
    if (const yaml::Value* derived = fields.optional("derived")) read_derived(*derived, measure);
    if (const auto other = table_.find_measure(measure.id); other && !measure.id.empty()) {
      diagnostics_.report(rule::duplicate_id, fields.position_of("id"), measure.id,
                          {measure.id, file_and_line(table_.measures[*other].position)});
    }
    table_.measures.push_back(std::move(measure));
  }

  // What a column's cells are held against is decided in one place.
  void report_double_goal(const Position& position, const std::string& goal,
                          const Measure& measure) {
    if (!measure.goal) return;
    const bool quota = measure.role == Role::quota;
    if (!quota && measure.target.id.empty()) return;
    diagnostics_.report(rule::double_goal, position, goal,
                        {std::string(quota ? "quota" : "target")});
  }

  // A column can only be derived from one that stands before it.
  void read_derived(const yaml::Value& value, Measure& measure) {
    Fields fields(value, "derived", diagnostics_);
    const std::string share = fields.text("share");
    const auto percent = Decimal::parse(without_rate_sign(share, "%"));
    if (!percent)
      diagnostics_.report(rule::not_a_number, fields.position_of("share"), share, {share});
    const std::string of = fields.text("of");
    const auto other = table_.find_measure(of);
    if (!other) {
      diagnostics_.report(rule::dangling_link, fields.position_of("of"), of,
                          {of, Text{"列（须排在这一列之前）", "column before this one"}},
                          nearest(of, ids(table_.measures)));
    }
    const size_t round = fields.choice("round", {"half-up", "up", "down"}, 0);
    if (percent && other) measure.derived = Derived{*percent, *other, static_cast<Rounding>(round)};
  }

  void read_rows(const std::vector<yaml::Value>& rows) {
    table_.rows.reserve(rows.size());
    for (const yaml::Value& value : rows) {
      if (value.text.starts_with("【") || value.text.starts_with("［")) {
        diagnostics_.report(
            rule::full_width_syntax, value.position, "【",
            {value.text.substr(0, std::string_view("【").size()), std::string("[")});
        continue;
      }
      if (!value.is_list() || value.items.empty() || !value.items.front().is_text()) {
        diagnostics_.report(rule::wrong_type, value.position, value.text,
                            {std::string("rows"), Text{"“- [单位, 数, 数]”这样的一行",
                                                       "a row like \"- [unit, 1, 2]\""}});
        continue;
      }
      std::vector<Cell> cells;
      cells.reserve(value.items.size() - 1);
      for (size_t at = 1; at < value.items.size(); ++at)
        cells.push_back(read_cell(value.items[at], at - 1));
      add_row(value.items.front().text, value.items.front().position, std::move(cells));
    }
  }

  Cell read_cell(const yaml::Value& value, size_t measure) {
    if (value.is_list() || value.is_map()) {
      diagnostics_.report(rule::wrong_type, value.position, "",
                          {std::string("rows"), Text{"一个数", "a number"}});
      return {Cell::State::blank, {}, value.position};
    }
    return cell_of(value.text, value.position, measure);
  }

  Cell cell_of(std::string_view text, const Position& position, size_t measure) {
    text = trim(text);
    if (text.empty()) return {Cell::State::blank, {}, position};
    if (text == "待定") return {Cell::State::undecided, {}, position};
    const bool rate = measure < table_.measures.size() && table_.measures[measure].is_rate();
    const std::string_view digits =
        rate ? without_rate_sign(text, table_.measures[measure].count) : text;
    if (const auto number = Decimal::parse(digits)) return {Cell::State::number, *number, position};
    diagnostics_.report(rule::not_a_number, position, text, {std::string(text)});
    return {Cell::State::blank, {}, position};
  }

  void add_row(const std::string& label, const Position& position, std::vector<Cell> cells) {
    if (label.find("，") != label.npos) {
      Position comma = position;
      comma.column += static_cast<uint32_t>(
          count_characters(std::string_view(label).substr(0, label.find("，"))));
      diagnostics_.report(rule::full_width_syntax, comma, "，",
                          {std::string("，"), std::string(", ")});
      return;
    }
    if (cells.size() != table_.measures.size()) {
      report_length(cells.size(), position, label);
      cells.resize(table_.measures.size());
    }
    const auto unit = units_.find(label);
    if (!unit && units_.complete) report_unknown(label, position);
    if (unit && !claim(*unit, label, position)) return;
    table_.rows.push_back({unit.value_or(kUnknownUnit), label, position, std::move(cells)});
  }

  // Notes that UNIT has the next row. False if it has one already.
  bool claim(UnitIndex unit, const std::string& label, const Position& position) {
    const auto [known, fresh] = table_.row_places.emplace(unit, table_.rows.size());
    if (fresh) return true;
    const Row& other = table_.rows[known->second];
    diagnostics_.report(rule::duplicate_unit, position, label,
                        {label, std::to_string(other.position.line)});
    return false;
  }

  void report_length(size_t cells, const Position& position, std::string_view underlined) {
    std::vector<std::string> titles;
    for (const Measure& measure : table_.measures) titles.push_back(measure.title);
    diagnostics_.report(rule::row_length, position, underlined,
                        {std::to_string(cells), std::to_string(titles.size()), join(titles)});
  }

  void report_unknown(const std::string& label, const Position& position) {
    std::vector<std::string> similar;
    if (unknown_++ < kMostSuggestions) {
      std::vector<std::string> names;
      for (const auto& [name, unit] : units_.by_name) names.push_back(name);
      std::sort(names.begin(), names.end());
      similar = nearest(label, names);
    }
    diagnostics_.report(rule::unknown_unit, position, label, {label}, std::move(similar));
  }

  void read_csv(const yaml::Value& value, const Content& content, std::string_view folder) {
    Fields fields(value, "rows", diagnostics_);
    const std::string name = fields.text("file");
    if (name.empty()) return;
    table_.rows_file = std::string(folder) + "/" + name;
    const ContentFile* file = name.ends_with(".csv") ? content.find(table_.rows_file) : nullptr;
    if (!file) {
      diagnostics_.report(rule::missing_file, fields.position_of("file"), name,
                          {content.root + "/" + table_.rows_file,
                           Text{"CSV 文件放在表的旁边。", "put the CSV file beside the table"}},
                          nearest(name, csv_files(content, folder)));
    } else if (file->readable) {
      if (const auto rows = csv::parse(*file->source, diagnostics_))
        read_csv_rows(*rows, {file->source.get(), 1, 1});
    }
  }

  void read_csv_rows(const std::vector<csv::Row>& rows, const Position& start) {
    if (rows.empty())
      return diagnostics_.report(rule::empty_table, start, "", {Text{"行", "rows"}});
    const std::vector<size_t> places = read_csv_header(rows.front());
    if (places.empty()) return;
    for (size_t at = 1; at < rows.size(); ++at) {
      const csv::Row& row = rows[at];
      std::vector<Cell> cells(row.size() == places.size() ? table_.measures.size()
                                                          : row.size() - 1);
      for (size_t place = 1; place < row.size(); ++place) {
        const size_t measure = row.size() == places.size() ? places[place] : place - 1;
        cells[measure] = cell_of(row[place].text, row[place].position, measure);
      }
      add_row(row.front().text, row.front().position, std::move(cells));
    }
  }

  // Returns the measure of each column of the CSV, by id or title (the first column is the unit);
  // empty after an error.
  std::vector<size_t> read_csv_header(const csv::Row& header) {
    std::vector<size_t> places(header.size());
    std::vector<bool> found(table_.measures.size());
    bool complete = true;
    for (size_t at = 1; at < header.size(); ++at) {
      const auto measure =
          std::find_if(table_.measures.begin(), table_.measures.end(), [&](const Measure& one) {
            return one.id == header[at].text ||
                   normal_form(one.title) == normal_form(header[at].text);
          });
      if (measure == table_.measures.end()) {
        diagnostics_.report(rule::unknown_key, header[at].position, header[at].text,
                            {header[at].text, join(ids(table_.measures))},
                            nearest(header[at].text, ids(table_.measures)));
        complete = false;
        continue;
      }
      places[at] = static_cast<size_t>(measure - table_.measures.begin());
      if (found[places[at]])
        diagnostics_.report(rule::duplicate_key, header[at].position, header[at].text,
                            {header[at].text, std::string("1")});
      found[places[at]] = true;
    }
    for (size_t at = 0; at < found.size(); ++at) {
      if (found[at] || !complete) continue;
      diagnostics_.report(rule::missing_column, header.front().position, header.front().text,
                          {table_.measures[at].id, join(ids(table_.measures))});
      complete = false;
    }
    return complete ? places : std::vector<size_t>();
  }

  void read_total(const yaml::Value& value, const std::vector<yaml::Value>& items) {
    for (size_t at = 0; at < items.size(); ++at) table_.total.push_back(read_cell(items[at], at));
    if (table_.total.size() == table_.measures.size()) return;
    report_length(table_.total.size(), value.position, "");
    table_.total.clear();
  }

  TaskTable& table_;
  const Register& units_;
  Diagnostics& diagnostics_;
  size_t unknown_ = 0;
};

}  // namespace

TaskTable read_table(const yaml::Value& file, std::string id, const Register& units,
                     const Content& content, std::string_view folder, Diagnostics& diagnostics) {
  TaskTable table;
  table.id = std::move(id);
  TableReader(table, units, diagnostics).read(file, content, folder);
  // A row of an unknown unit has its figures all the same; other errors leave the table with gaps.
  const std::vector<Diagnostic>& all = diagnostics.all();
  table.complete = std::all_of(all.begin(), all.end(), [](const Diagnostic& one) {
    return one.rule == &rule::unknown_unit;
  });
  return table;
}

}  // namespace yaodian
