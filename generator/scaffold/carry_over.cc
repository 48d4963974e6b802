#include <algorithm>
#include <string>

#include "base/text.h"
#include "scaffold/make.h"
#include "scaffold/yaml_text.h"

namespace yaodian {
namespace {

constexpr size_t kLongestLine = 120;  // in cells of a terminal

bool is_one_of(std::string_view key, const std::vector<std::string_view>& keys) {
  return std::ranges::find(keys, key) != keys.end();
}

// The same day YEARS later; the day before where there is none.
std::string later(const std::string& written, int years) {
  const auto day = Date::parse(written);
  if (!day) return written;
  auto moved = Date::from(day->year() + years, day->month(), day->day());
  if (!moved) moved = Date::from(day->year() + years, day->month(), day->day() - 1);
  return moved ? moved->iso() : written;
}

// TEXT with the year FROM, and the one before it, YEARS later.
std::string years_later(std::string text, int from, int years) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool year = end - at == 4;
    const int written = year ? std::stoi(text.substr(at, 4)) : 0;
    if (year && (written == from || written == from - 1))
      text.replace(at, 4, std::to_string(written + years));
    at = std::max(end, at + 1);
  }
  return text;
}

// A column without what belongs to the old year, which is there in words.
struct Carried {
  Parts parts;
  std::string left_out;
};

Carried carried(const yaml::Value& column, int years) {
  Carried carried;
  for (size_t at = 0; at + 1 < column.items.size(); at += 2) {
    const std::string& key = column.items[at].text;
    yaml::Value value = column.items[at + 1];
    if (key == "due") value.text = later(value.text, years);
    std::string part = key + ": " + yaml_in_line(value);
    if (is_one_of(key, {"goal", "target"}))
      carried.left_out += "  # 上年 " + part;
    else
      carried.parts.push_back(std::move(part));
  }
  return carried;
}

std::string in_block(const Carried& column) {
  std::string lines;
  for (const std::string& part : column.parts) {
    const bool first = &part == &column.parts.front();
    lines += (first ? "  - " + part + column.left_out : "    " + part) + "\n";
  }
  return lines;
}

// In one line each, or in a block each where one is too long for that.
std::string column_lines(const yaml::Value& columns, int years) {
  std::vector<Carried> all;
  std::vector<Parts> maps;
  for (const yaml::Value& column : columns.items) {
    all.push_back(carried(column, years));
    maps.push_back(all.back().parts);
  }
  const std::vector<std::string> lines = yaml_maps(maps, 2);
  const bool fits = std::ranges::all_of(
      lines, [](const std::string& line) { return display_width(line) <= kLongestLine; });
  std::string text;
  for (size_t at = 0; at < all.size(); ++at)
    text += fits ? lines[at] + all[at].left_out + "\n" : in_block(all[at]);
  return text;
}

std::string head_text(const yaml::Value& file, int from, int years) {
  std::string text;
  for (size_t at = 0; at + 1 < file.items.size(); at += 2) {
    const std::string& key = file.items[at].text;
    if (!is_one_of(key, {"title", "short", "order", "unit_title", "numbered"})) continue;
    yaml::Value value = file.items[at + 1];
    if (key != "order") value.text = years_later(value.text, from, years);
    text += key + ": " + yaml_in_line(value) + "\n";
  }
  return text;
}

}  // namespace

void carry_over(const TaskTable& table, const yaml::Value& file, const Request& request, int years,
                Scaffold& made) {
  const yaml::Value* columns = file.find("columns");
  if (!columns || file.find("rows_of")) return;
  std::string text = head_text(file, std::stoi(request.from), years) + "columns:\n" +
                     column_lines(*columns, years);
  std::vector<std::string> labels, header, cells, csv_cells;
  for (const Row& row : table.rows) labels.emplace_back(row.label);
  for (const Measure& measure : table.measures) {
    const bool quota = measure.role == Role::quota;
    header.push_back(measure.id);
    cells.emplace_back(quota ? "待定" : "''");
    csv_cells.emplace_back(quota ? "待定" : "");
  }
  const std::string stem = request.publisher + "/" + request.year + "/tables/" + table.id;
  if (table.rows_file.empty()) {
    text += "rows:\n" + yaml_rows(labels, cells, 2);
  } else {
    text += "rows: {file: " + table.id + ".csv}\n";
    made.files.push_back({stem + ".csv", csv_rows(header, labels, csv_cells)});
  }
  made.files.push_back({stem + ".yaml", std::move(text)});
}

}  // namespace yaodian
