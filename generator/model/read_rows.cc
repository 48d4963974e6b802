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

constexpr Text kNoWorkbook{
    "CSV 文件。工作簿不能直接读入：打开“回执”工作表，另存为“CSV UTF-8”",
    "a CSV file. A workbook cannot be read: open its return form and save it as \"CSV UTF-8\""};

constexpr Text kNoComma{"表头里没有逗号，各列之间要用半角逗号“,”隔开",
                        "the header has no comma, which columns are separated by"};

bool has_other_separator(std::string_view header) {
  return header.find(';') != header.npos || header.find("；") != header.npos ||
         header.find("，") != header.npos;
}

bool is_blank(CsvCells cells) {
  return std::ranges::all_of(cells, [](const csv::Cell& cell) { return trim(cell.text).empty(); });
}

bool is_same(CsvCells row, CsvCells header) {
  return std::ranges::equal(row, header, {}, &csv::Cell::text, &csv::Cell::text);
}

// CELLS without the blank ones at the end, but at least LEAST of them.
CsvCells without_blank_end(CsvCells cells, size_t least) {
  while (cells.size() > least && trim(cells.back().text).empty())
    cells = cells.first(cells.size() - 1);
  return cells;
}

constexpr Text kInTotal{"任务表的 total: […]，不写成一行（月报里不写）",
                        "the total: […] of a table and no row; a report has none"};

bool is_total(std::string_view label) {
  return label == "合计" || label == "总计" || label == "小计";
}

bool is_workbook(std::string_view name) {
  return name.ends_with(".xlsx") || name.ends_with(".xls") || name.ends_with(".et");
}

}  // namespace

std::optional<Decimal> parse_counted(std::string_view text, std::string_view count) {
  text = trim(text);
  return Decimal::parse(is_rate(count) ? without_rate_sign(text, count) : text);
}

bool RowReader::read(Fields& fields, const Content& content, std::string_view folder) {
  const yaml::Value* value = fields.required("rows");
  if (value && value->is_map())
    read_csv(*value, content, folder);
  else if (value)
    read_list(fields.items("rows"));
  return value && !unread_;
}

std::shared_ptr<const RowStore> RowReader::take_store() {
  const size_t width = format_.measures.size();
  store_->cells.shrink_to_fit();
  for (size_t at = 0; at < rows.size(); ++at)
    rows[at].cells = {store_->cells.data() + at * width, width};
  return store_;
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

void RowReader::read_list(const std::vector<yaml::Value>& values) {
  for (const yaml::Value& value : values) {
    if (value.kind == yaml::Kind::rows)
      read_common_rows(value);
    else
      read_row(value);
  }
}

void RowReader::read_common_rows(const yaml::Value& value) {
  const Source& source = *value.position.source;
  const std::string_view all = std::string_view(source.text).substr(value.offset, value.length);
  const auto lines = static_cast<size_t>(std::count(all.begin(), all.end(), '\n'));
  rows.reserve(rows.size() + lines);
  store_->cells.reserve(store_->cells.size() + lines * format_.measures.size());
  yaml::CommonRow row;
  uint32_t line = value.position.line;
  for (size_t at = 0; at < all.size(); at += row.length, ++line) {
    take_common_row(all.substr(at), row);
    const auto written = [&](const yaml::Scalar& scalar) {
      return Written{scalar.text, &source, line,
                     static_cast<uint32_t>(value.offset + at + scalar.begin)};
    };
    const size_t first = store_->cells.size();
    for (size_t place = 1; place < row.texts.size(); ++place)
      store_->cells.push_back(cell_of(written(row.texts[place]), place - 1));
    add_row(written(row.texts.front()), first);
  }
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
  const size_t first = store_->cells.size();
  for (size_t at = 1; at < value.items.size(); ++at)
    store_->cells.push_back(read_cell(value.items[at], at - 1));
  const yaml::Value& label = value.items.front();
  add_row({label.text, label.position.source, label.position.line, label.offset}, first);
}

Cell RowReader::read_cell(const yaml::Value& value, size_t measure) {
  if (value.is_list() || value.is_map()) {
    diagnostics_.report(rule::wrong_type, value.position, "",
                        {std::string("rows"), Text{"一个数", "a number"}});
    return {{}, Cell::State::blank, value.offset};
  }
  return cell_of({value.text, value.position.source, value.position.line, value.offset}, measure);
}

Cell RowReader::cell_of(const Written& written, size_t measure) {
  constexpr size_t kShort = 12;  // digits, which no decimal is too small for
  const std::string_view text = written.text;
  int64_t number = 0;
  bool digits = !text.empty() && text.size() <= kShort;
  for (const char c : text) {
    digits = digits && c >= '0' && c <= '9';
    if (!digits) break;
    number = number * 10 + (c - '0');
  }
  return digits ? Cell{number, Cell::State::number, written.offset}
                : other_cell_of(written, measure);
}

Cell RowReader::other_cell_of(const Written& written, size_t measure) {
  const std::string_view text = trim(written.text);
  if (text.empty() || (text == "''" && !file.empty()))
    return {{}, Cell::State::blank, written.offset};
  const bool undecided = text == "待定";
  if (undecided && format_.may_be_undecided) return {{}, Cell::State::undecided, written.offset};
  const std::string_view count =
      measure < format_.measures.size() ? format_.measures[measure]->count : std::string_view();
  if (const auto number = parse_counted(text, count))
    return {*number, Cell::State::number, written.offset};
  if (undecided) {
    diagnostics_.report(rule::wrong_type, position_of(written), text,
                        {std::string(text), Text{"已经完成的数；没有上报就写 ''",
                                                 "what has been done; '' if it was not reported"}});
  } else {
    diagnostics_.report(rule::not_a_number, position_of(written), text, {std::string(text)});
  }
  return {{}, Cell::State::blank, written.offset};
}

void RowReader::add_row(const Written& label, size_t first) {
  const size_t comma = label.text.find("，");
  if (comma != label.text.npos) {
    Position position = position_of(label);
    position.column += static_cast<uint32_t>(count_characters(label.text.substr(0, comma)));
    diagnostics_.report(rule::full_width_syntax, position, "，",
                        {std::string("，"), std::string(", ")});
    return store_->cells.resize(first);
  }
  const size_t cells = store_->cells.size() - first;
  if (cells != format_.measures.size()) {
    report_length(cells, position_of(label), label.text);
    store_->cells.resize(first + format_.measures.size());
  }
  const bool follows = !rows.empty() && rows.back().unit != kUnknownUnit;
  const auto unit = units_.find(label.text, follows ? rows.back().unit + 1 : 0);
  if (!unit && is_total(label.text)) {
    diagnostics_.report(rule::wrong_type, position_of(label), label.text,
                        {std::string(label.text), kInTotal});
    return store_->cells.resize(first);
  }
  if (!unit && units_.complete) report_unknown(label);
  if (unit && !claim(*unit, label)) return store_->cells.resize(first);
  rows.push_back({unit.value_or(kUnknownUnit), label.offset, position_of(label), keep(label), {}});
}

bool RowReader::claim(UnitIndex unit, const Written& label) {
  if (unit >= places.size()) places.resize(units_.units.size(), kNoRow);
  if (places[unit] == kNoRow) {
    places[unit] = static_cast<uint32_t>(rows.size());
    return true;
  }
  const Row& other = rows[places[unit]];
  diagnostics_.report(rule::duplicate_unit, position_of(label), label.text,
                      {std::string(label.text), std::to_string(other.position.line)});
  return false;
}

// Returns the text of LABEL from where it stays.
std::string_view RowReader::keep(const Written& label) {
  const std::string_view source = label.source->text;
  for (const size_t quote : {size_t{0}, size_t{1}}) {
    const std::string_view there =
        source.substr(std::min<size_t>(label.offset + quote, source.size()), label.text.size());
    if (there == label.text) return there;
  }
  return store_->labels.emplace_back(label.text);
}

void RowReader::report_length(size_t cells, const Position& position, std::string_view underlined) {
  std::vector<std::string> titles;
  for (const Measure* measure : format_.measures) titles.push_back(measure->title);
  diagnostics_.report(rule::row_length, position, underlined,
                      {std::to_string(cells), std::to_string(titles.size()), join(titles)});
}

void RowReader::report_unknown(const Written& label) {
  std::vector<std::string> similar;
  if (unknown_++ < kMostSuggestions) {
    std::vector<std::string> names;
    for (const auto& [name, unit] : units_.by_name) names.push_back(name);
    std::sort(names.begin(), names.end());
    similar = diagnostics_.suggest(label.text, names);
  }
  diagnostics_.report(rule::unknown_unit, position_of(label), label.text, {std::string(label.text)},
                      std::move(similar));
}

void RowReader::read_csv(const yaml::Value& value, const Content& content,
                         std::string_view folder) {
  Fields fields(value, "rows", diagnostics_);
  const std::string name = fields.text("file");
  if (name.empty()) return;
  file = std::string(folder) + "/" + name;
  const ContentFile* found = name.ends_with(".csv") ? content.find(file) : nullptr;
  if (is_workbook(name)) {
    diagnostics_.report(rule::wrong_type, fields.position_of("file"), name,
                        {std::string("file"), kNoWorkbook});
  } else if (!found) {
    diagnostics_.report(rule::missing_file, fields.position_of("file"), name,
                        {content.root + "/" + file, format_.csv_place},
                        diagnostics_.suggest(name, csv_files(content, folder)));
  } else if (!found->readable) {
    unread_ = true;
  } else {
    if (const auto csv = csv::parse(*found->source, diagnostics_))
      read_csv_rows(*csv, {found->source.get(), 1, 1});
  }
}

void RowReader::read_csv_rows(const std::vector<csv::Row>& csv, const Position& start) {
  if (csv.empty()) return diagnostics_.report(rule::empty_table, start, "", {Text{"行", "rows"}});
  const CsvCells header = without_blank_end(csv.front(), 1);
  const csv::Cell& corner = header.front();
  if (header.size() == 1 && has_other_separator(corner.text))
    return diagnostics_.report(rule::broken_csv, corner.position, corner.text, {kNoComma});
  const std::vector<size_t> columns = read_csv_header(header);
  if (columns.empty()) return;
  rows.reserve(csv.size() - 1);
  store_->cells.reserve((csv.size() - 1) * format_.measures.size());
  for (size_t at = 1; at < csv.size(); ++at) {
    const CsvCells row = without_blank_end(csv[at], columns.size());
    if (is_blank(row)) continue;
    if (is_same(row, header))
      diagnostics_.report(rule::duplicate_key, row.front().position, row.front().text,
                          {Text{"表头", "the header"}, std::to_string(corner.position.line)});
    else
      read_csv_row(row, columns);
  }
}

void RowReader::read_csv_row(CsvCells row, const std::vector<size_t>& columns) {
  const auto written = [](const csv::Cell& cell) {
    return Written{cell.text, cell.position.source, cell.position.line, cell.offset};
  };
  const bool whole = row.size() == columns.size();
  const size_t first = store_->cells.size();
  store_->cells.resize(first + (whole ? format_.measures.size() : row.size() - 1));
  for (size_t place = 1; place < row.size(); ++place) {
    const size_t measure = whole ? columns[place] : place - 1;
    store_->cells[first + measure] = cell_of(written(row[place]), measure);
  }
  add_row(written(row.front()), first);
}

std::vector<size_t> RowReader::read_csv_header(CsvCells header) {
  const std::vector<const Measure*>& measures = format_.measures;
  const std::vector<std::string> known = measure_ids();
  std::unordered_map<std::string, size_t> by_name;  // id or title
  for (size_t at = 0; at < measures.size(); ++at) {
    by_name.emplace(measures[at]->id, at);
    by_name.emplace(normal_form(measures[at]->title), at);
  }
  std::vector<size_t> columns(header.size());
  std::vector<bool> found(measures.size());
  bool complete = true;
  for (size_t at = 1; at < header.size(); ++at) {
    const csv::Cell& name = header[at];
    auto measure = by_name.find(name.text);
    if (measure == by_name.end()) measure = by_name.find(normal_form(name.text));
    if (measure == by_name.end()) {
      diagnostics_.report(rule::unknown_key, name.position, name.text, {name.text, join(known)},
                          diagnostics_.suggest(name.text, known));
      complete = false;
      continue;
    }
    columns[at] = measure->second;
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
