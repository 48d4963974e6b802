#include "scaffold/yaml_text.h"

#include <algorithm>

#include "base/text.h"

namespace yaodian {
namespace {

// What no plain text may begin with, and what none may hold: within brackets "," and "]" end it.
constexpr std::string_view kIndicators = "-?%@`=<.~ ";
constexpr std::string_view kNever = ",[]{}#:'\"\\\t&*!|>";
const std::vector<std::string_view> kSlips = {"【", "［",
                                              "\u3000"};  // of who means a bracket or space

bool is_plain(std::string_view text) {
  const auto begins = [&](std::string_view slip) { return text.starts_with(slip); };
  return !text.empty() && kIndicators.find(text.front()) == text.npos && text.back() != ' ' &&
         text.find_first_of(kNever) == text.npos && std::ranges::none_of(kSlips, begins) &&
         text != "null" && text != "Null" && text != "NULL";
}

std::string doubled(std::string_view text, char quote) {
  std::string all;
  for (const char c : text) all.append(c == quote ? 2 : 1, c);
  return all;
}

std::string_view key_of(std::string_view part) { return part.substr(0, part.find(':')); }

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\t\n") == text.npos && trim(text) == text) return text;
  return '"' + doubled(text, '"') + '"';
}

void add_csv_line(std::string& csv, const std::string& first,
                  const std::vector<std::string>& cells) {
  csv += csv_cell(first);
  for (const std::string& cell : cells) csv += "," + csv_cell(cell);
  csv += "\n";
}

}  // namespace

std::string yaml_text(std::string_view text) {
  return is_plain(text) ? std::string(text) : "'" + doubled(text, '\'') + "'";
}

std::string yaml_in_line(const yaml::Value& value) {
  if (value.is_text()) return yaml_text(value.text);
  std::string inner;
  for (size_t at = 0; at < value.items.size(); ++at) {
    const bool of_key = value.is_map() && at % 2 == 1;
    if (at > 0) inner += of_key ? ": " : ", ";
    inner += yaml_in_line(value.items[at]);
  }
  if (value.is_list()) return "[" + inner + "]";
  return value.is_map() ? "{" + inner + "}" : "~";
}

std::vector<std::string> padded(std::vector<std::string> texts) {
  size_t width = 0;
  for (const std::string& text : texts) width = std::max(width, display_width(text));
  for (std::string& text : texts) text.append(width - display_width(text), ' ');
  return texts;
}

std::vector<std::string> yaml_maps(const std::vector<Parts>& maps, size_t indent) {
  std::vector<std::string> lines(maps.size(), std::string(indent, ' ') + "- {");
  bool alike = true;
  size_t most = 0;
  for (const Parts& map : maps) most = std::max(most, map.size());
  for (size_t place = 0; place < most; ++place) {
    std::vector<std::string> parts;
    for (const Parts& map : maps) {
      const bool more = place + 1 < map.size();
      parts.push_back(place < map.size() ? map[place] + (more ? ", " : "}") : "");
    }
    alike = alike && std::ranges::all_of(maps, [&](const Parts& map) {
              return place + 1 < map.size() && key_of(map[place]) == key_of(maps[0][place]);
            });
    if (alike) parts = padded(std::move(parts));
    for (size_t at = 0; at < lines.size(); ++at) lines[at] += parts[at];
  }
  return lines;
}

std::string yaml_rows(const std::vector<std::string>& labels, const std::vector<std::string>& cells,
                      size_t indent) {
  std::vector<std::string> names;
  for (const std::string& label : labels) names.push_back(yaml_text(label) + ",");
  std::string after;
  for (const std::string& cell : cells) after += (after.empty() ? " " : ", ") + cell;
  std::string rows;
  for (const std::string& name : padded(std::move(names)))
    rows.append(indent, ' ').append("- [").append(name).append(after).append("]\n");
  return rows;
}

std::string csv_rows(const std::vector<std::string>& header, const std::vector<std::string>& labels,
                     const std::vector<std::string>& cells) {
  std::string csv = "\xEF\xBB\xBF";
  add_csv_line(csv, "单位", header);
  for (const std::string& label : labels) add_csv_line(csv, label, cells);
  return csv;
}

}  // namespace yaodian
