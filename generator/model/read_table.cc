#include <algorithm>
#include <span>

#include "base/rules.h"
#include "base/text.h"
#include "model/assemble.h"
#include "model/read_measures.h"
#include "model/read_rows.h"
#include "read/fields.h"

namespace yaodian {
namespace {

class TableReader {
 public:
  TableReader(TaskTable& table, const Register& units, Diagnostics& diagnostics)
      : table_(table), units_(units), diagnostics_(diagnostics) {}

  void read(const yaml::Value& file, const Content& content, std::string_view folder) {
    Fields fields(file, table_.id, diagnostics_);
    table_.position = file.position;
    fields.choice("rows_of", {"units", "text"}, 0);
    table_.title = fields.text("title");
    table_.short_title = fields.optional_text("short");
    if (table_.short_title.empty()) table_.short_title = table_.title;
    table_.order = fields.optional_integer("order", 0);
    table_.source = {fields.optional_text("source"), fields.position_of("source")};
    table_.document = {fields.optional_text("document"), fields.position_of("document")};
    table_.as_of = fields.optional_date("as_of");
    table_.unit_title = fields.optional_text("unit_title");
    table_.numbered = fields.flag("numbered");
    table_.notes = fields.optional_texts("notes");
    read_measures(fields);
    const bool has_rows = read_rows(fields, content, folder);
    table_.complete = has_rows;
    if (table_.measures.empty())
      report_empty(file, {"列", "columns"});
    else if (has_rows && table_.rows.empty() && !diagnostics_.has_errors())
      report_empty(file, {"行", "rows"});
  }

 private:
  void report_empty(const yaml::Value& file, Text what) {
    diagnostics_.report(rule::empty_table, file.position, "", {what});
  }

  // Every column is looked up by name in many places, and stands on every unit's page.
  void read_measures(Fields& fields) {
    const std::vector<yaml::Value>& values = fields.items("columns");
    if (values.size() > kMostColumns) {
      diagnostics_.report(
          rule::too_many, fields.position_of("columns"), "",
          {std::string("columns"), std::to_string(values.size()), std::to_string(kMostColumns)});
    }
    for (const yaml::Value& value : std::span(values).first(std::min(values.size(), kMostColumns)))
      read_measure(value);
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
    if (fields.flag("text")) {
      diagnostics_.report(rule::text_column, fields.position_of("text"), "true", {measure.title});
      measure.count = fields.optional_text("count");
    } else {
      measure.count = fields.text("count");
    }
    if (measure.count == "％") measure.count = "%";
    measure.due = fields.optional_date("due");
    measure.standard = fields.optional_text("standard");
    measure.target = {fields.optional_text("target"), fields.position_of("target")};
    measure.shared = read_measure_use(fields);
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
    const auto percent = parse_counted(share, "%");
    if (!percent)
      diagnostics_.report(rule::not_a_number, fields.position_of("share"), share,
                          {share, Text{"百分数可以写 20%", "a percentage may be 20%"}});
    const std::string of = fields.text("of");
    const auto other = table_.find_measure(of);
    if (!other) {
      diagnostics_.report(rule::dangling_link, fields.position_of("of"), of,
                          {of, Text{"列（须排在这一列之前）", "column before this one"}},
                          diagnostics_.suggest(of, ids(table_.measures)));
    }
    const size_t round = fields.choice("round", {"half-up", "up", "down"}, 0);
    if (percent && other) measure.derived = Derived{*percent, *other, static_cast<Rounding>(round)};
  }

  // False if there is no key "rows".
  bool read_rows(Fields& fields, const Content& content, std::string_view folder) {
    RowFormat format{{}, true, {"CSV 文件放在表的旁边。", "put the CSV file beside the table"}};
    for (const Measure& measure : table_.measures) format.measures.push_back(&measure);
    RowReader reader(std::move(format), units_, diagnostics_);
    const bool has_rows = reader.read(fields, content, folder);
    table_.total = reader.read_total(fields);
    table_.store = reader.take_store();
    table_.rows = std::move(reader.rows);
    table_.row_places = std::move(reader.places);
    table_.rows_file = std::move(reader.file);
    return has_rows;
  }

  TaskTable& table_;
  const Register& units_;
  Diagnostics& diagnostics_;
};

}  // namespace

TaskTable read_table(const yaml::Value& file, std::string id, const Register& units,
                     const Content& content, std::string_view folder, Diagnostics& diagnostics) {
  TaskTable table;
  table.id = std::move(id);
  TableReader(table, units, diagnostics).read(file, content, folder);
  table.complete = table.complete && diagnostics.all().empty();
  return table;
}

}  // namespace yaodian
