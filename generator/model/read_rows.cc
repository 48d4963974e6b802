#include "model/read_rows.h"

#include <algorithm>
#include <utility>

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

constexpr Text kWideComma{"格子里有全角逗号“，”", "a cell has a full-width comma"};
constexpr Text kThisCell{"这一格", "this cell"};
constexpr Text kNumberAlone{"一个数，里面不再写 [ ] 或 { }，例如 - [东山街道, 240]",
                            "a number without brackets of its own: - [unit, 240]"};

constexpr Text kInTotal{"任务表的 total: […]，不写成一行（月报里不写）",
                        "the total: […] of a table and no row; a report has none"};

bool is_total(std::string_view label) {
  return label == "合计" || label == "总计" || label == "小计";
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
  const bool right = total.size() == format_.measures.size();
  if (report_wide_comma(right)) return {};
  if (right) return total;
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
    diagnostics_.report(rule::wrong_type, value.position, "", {kThisCell, kNumberAlone});
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
  const auto number = parse_counted(text, count);
  const bool wide_comma = text.find("，") != text.npos;
  if (wide_comma) note_wide_comma(written, !number);
  if (number) return {*number, Cell::State::number, written.offset};
  if (undecided) {
    diagnostics_.report(rule::wrong_type, position_of(written), text,
                        {std::string(text), Text{"已经完成的数；没有上报就写 ''",
                                                 "what has been done; '' if it was not reported"}});
  } else if (!wide_comma) {
    diagnostics_.report(rule::not_a_number, position_of(written), text,
                        {std::string(text), blank_cell()});
  }
  return {{}, Cell::State::blank, written.offset};
}

void RowReader::note_wide_comma(const Written& written, bool breaks) {
  if (breaks_ && !breaks) return;
  wide_comma_ = written;
  breaks_ = breaks;
}

bool RowReader::report_wide_comma(bool right) {
  const auto cell = std::exchange(wide_comma_, std::nullopt);
  const bool breaks = std::exchange(breaks_, false);
  if (!cell || (right && !breaks)) return false;
  Position comma = position_of(*cell);
  const std::string_view before = cell->text.substr(0, cell->text.find("，"));
  comma.column += static_cast<uint32_t>(count_characters(before));
  if (file.empty())
    diagnostics_.report(rule::full_width_syntax, comma, "，",
                        {std::string("，"), std::string(", ")});
  else
    diagnostics_.report(rule::broken_csv, comma, "，", {kWideComma});
  return true;
}

void RowReader::add_row(const Written& label, size_t first) {
  const size_t cells = store_->cells.size() - first;
  const bool right = cells == format_.measures.size();
  if (label.text.find("，") != label.text.npos) note_wide_comma(label, true);
  if (report_wide_comma(right)) return store_->cells.resize(first);
  if (!right) {
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
  diagnostics_.report(
      rule::row_length, position, underlined,
      {std::to_string(cells), std::to_string(titles.size()), join(titles), blank_cell()});
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

}  // namespace yaodian
