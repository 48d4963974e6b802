#include "model/read_rows.h"

#include <algorithm>

#include "base/rules.h"
#include "base/text.h"

namespace yaodian {
namespace {

constexpr size_t kMostSuggestions =
    20;  // searching the register for each of many unknown names would take long

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

}  // namespace

std::optional<Decimal> parse_counted(std::string_view text, std::string_view count) {
  text = trim(text);
  const bool rate = count == "%" || count == "‰";
  return Decimal::parse(rate ? without_rate_sign(text, count) : text);
}

bool RowReader::read(Fields& fields, const Content& content, std::string_view folder) {
  const yaml::Value* value = fields.required("rows");
  if (value && value->is_map())
    read_csv(*value, content, folder);
  else if (value)
    read_rows(fields.items("rows"));
  return value != nullptr;
}

std::vector<Cell> RowReader::read_total(Fields& fields) {
  std::vector<Cell> total;
  const yaml::Value* value = fields.optional("total");
  if (!value) return total;
  const std::vector<yaml::Value>& items = fields.optional_items("total");
  for (size_t at = 0; at < items.size(); ++at) total.push_back(read_cell(items[at], at));
  if (total.size() == format_.measures.size()) return total;
  report_length(total.size(), value->position, "");
  return {};
}

void RowReader::read_rows(const std::vector<yaml::Value>& values) {
  rows.reserve(values.size());
  for (const yaml::Value& value : values) read_row(value);
}

void RowReader::read_row(const yaml::Value& value) {
  if (value.text.starts_with("【") || value.text.starts_with("［")) {
    return diagnostics_.report(
        rule::full_width_syntax, value.position, "【",
        {value.text.substr(0, std::string_view("【").size()), std::string("[")});
  }
  if (!value.is_list() || value.items.empty() || !value.items.front().is_text()) {
    return diagnostics_.report(rule::wrong_type, value.position, value.text,
                               {std::string("rows"), Text{"“- [单位, 数, 数]”这样的一行",
                                                          "a row like \"- [unit, 1, 2]\""}});
  }
  std::vector<Cell> cells;
  cells.reserve(value.items.size() - 1);
  for (size_t at = 1; at < value.items.size(); ++at)
    cells.push_back(read_cell(value.items[at], at - 1));
  add_row(value.items.front().text, value.items.front().position, std::move(cells));
}

Cell RowReader::read_cell(const yaml::Value& value, size_t measure) {
  if (value.is_list() || value.is_map()) {
    diagnostics_.report(rule::wrong_type, value.position, "",
                        {std::string("rows"), Text{"一个数", "a number"}});
    return {Cell::State::blank, {}, value.position};
  }
  return cell_of(value.text, value.position, measure);
}

Cell RowReader::cell_of(std::string_view text, const Position& position, size_t measure) {
  text = trim(text);
  if (text.empty()) return {Cell::State::blank, {}, position};
  const bool undecided = text == "待定";
  if (undecided && format_.may_be_undecided) return {Cell::State::undecided, {}, position};
  const std::string_view count =
      measure < format_.measures.size() ? format_.measures[measure]->count : std::string_view();
  if (const auto number = parse_counted(text, count))
    return {Cell::State::number, *number, position};
  if (undecided) {
    diagnostics_.report(rule::wrong_type, position, text,
                        {std::string(text), Text{"已经完成的数；没有上报就写 ''",
                                                 "what has been done; '' if it was not reported"}});
  } else {
    diagnostics_.report(rule::not_a_number, position, text, {std::string(text)});
  }
  return {Cell::State::blank, {}, position};
}

void RowReader::add_row(const std::string& label, const Position& position,
                        std::vector<Cell> cells) {
  if (label.find("，") != label.npos) {
    Position comma = position;
    comma.column += static_cast<uint32_t>(
        count_characters(std::string_view(label).substr(0, label.find("，"))));
    diagnostics_.report(rule::full_width_syntax, comma, "，",
                        {std::string("，"), std::string(", ")});
    return;
  }
  if (cells.size() != format_.measures.size()) {
    report_length(cells.size(), position, label);
    cells.resize(format_.measures.size());
  }
  const auto unit = units_.find(label);
  if (!unit && units_.complete) report_unknown(label, position);
  if (unit && !claim(*unit, label, position)) return;
  rows.push_back({unit.value_or(kUnknownUnit), label, position, std::move(cells)});
}

bool RowReader::claim(UnitIndex unit, const std::string& label, const Position& position) {
  const auto [known, fresh] = places.emplace(unit, rows.size());
  if (fresh) return true;
  const Row& other = rows[known->second];
  diagnostics_.report(rule::duplicate_unit, position, label,
                      {label, std::to_string(other.position.line)});
  return false;
}

void RowReader::report_length(size_t cells, const Position& position, std::string_view underlined) {
  std::vector<std::string> titles;
  for (const Measure* measure : format_.measures) titles.push_back(measure->title);
  diagnostics_.report(rule::row_length, position, underlined,
                      {std::to_string(cells), std::to_string(titles.size()), join(titles)});
}

void RowReader::report_unknown(const std::string& label, const Position& position) {
  std::vector<std::string> similar;
  if (unknown_++ < kMostSuggestions) {
    std::vector<std::string> names;
    for (const auto& [name, unit] : units_.by_name) names.push_back(name);
    std::sort(names.begin(), names.end());
    similar = nearest(label, names);
  }
  diagnostics_.report(rule::unknown_unit, position, label, {label}, std::move(similar));
}

void RowReader::read_csv(const yaml::Value& value, const Content& content,
                         std::string_view folder) {
  Fields fields(value, "rows", diagnostics_);
  const std::string name = fields.text("file");
  if (name.empty()) return;
  file = std::string(folder) + "/" + name;
  const ContentFile* found = name.ends_with(".csv") ? content.find(file) : nullptr;
  if (!found) {
    diagnostics_.report(rule::missing_file, fields.position_of("file"), name,
                        {content.root + "/" + file, format_.csv_place},
                        nearest(name, csv_files(content, folder)));
  } else if (found->readable) {
    if (const auto csv = csv::parse(*found->source, diagnostics_))
      read_csv_rows(*csv, {found->source.get(), 1, 1});
  }
}

void RowReader::read_csv_rows(const std::vector<csv::Row>& csv, const Position& start) {
  if (csv.empty()) return diagnostics_.report(rule::empty_table, start, "", {Text{"行", "rows"}});
  const std::vector<size_t> columns = read_csv_header(csv.front());
  if (columns.empty()) return;
  for (size_t at = 1; at < csv.size(); ++at) {
    const csv::Row& row = csv[at];
    const bool whole = row.size() == columns.size();
    std::vector<Cell> cells(whole ? format_.measures.size() : row.size() - 1);
    for (size_t place = 1; place < row.size(); ++place) {
      const size_t measure = whole ? columns[place] : place - 1;
      cells[measure] = cell_of(row[place].text, row[place].position, measure);
    }
    add_row(row.front().text, row.front().position, std::move(cells));
  }
}

std::vector<size_t> RowReader::read_csv_header(const csv::Row& header) {
  const std::vector<const Measure*>& measures = format_.measures;
  std::vector<size_t> columns(header.size());
  std::vector<bool> found(measures.size());
  bool complete = true;
  for (size_t at = 1; at < header.size(); ++at) {
    const csv::Cell& name = header[at];
    const auto measure = std::find_if(measures.begin(), measures.end(), [&](const Measure* one) {
      return one->id == name.text || normal_form(one->title) == normal_form(name.text);
    });
    if (measure == measures.end()) {
      diagnostics_.report(rule::unknown_key, name.position, name.text,
                          {name.text, join(measure_ids())}, nearest(name.text, measure_ids()));
      complete = false;
      continue;
    }
    columns[at] = static_cast<size_t>(measure - measures.begin());
    if (found[columns[at]])
      diagnostics_.report(rule::duplicate_key, name.position, name.text,
                          {name.text, std::string("1")});
    found[columns[at]] = true;
  }
  return complete && need_all(found, header.front()) ? columns : std::vector<size_t>();
}

bool RowReader::need_all(const std::vector<bool>& found, const csv::Cell& corner) {
  const auto missing = std::find(found.begin(), found.end(), false);
  if (missing == found.end()) return true;
  const Measure& measure = *format_.measures[static_cast<size_t>(missing - found.begin())];
  diagnostics_.report(rule::missing_column, corner.position, corner.text,
                      {measure.id, join(measure_ids())});
  return false;
}

std::vector<std::string> RowReader::measure_ids() const {
  std::vector<std::string> ids;
  for (const Measure* measure : format_.measures) ids.push_back(measure->id);
  return ids;
}

}  // namespace yaodian
