// YAML as editors like to read it: quotes only where they are needed, columns that stand below each
// other on a terminal and in an editor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/yaml.h"

namespace yaodian {

// Returns TEXT, one line, as a scalar that is read back as it is wherever it stands, in quotes if
// need be.
std::string yaml_text(std::string_view text);

// Returns VALUE, whose texts are lines, in one line: {id: members, title: 发展会员数}, [1, 2].
std::string yaml_in_line(const yaml::Value& value);

// Returns TEXTS with spaces after them up to the width of the widest in cells of a terminal.
std::vector<std::string> padded(std::vector<std::string> texts);

// A map in one line as its parts "key: value".
using Parts = std::vector<std::string>;

// Returns each of MAPS with INDENT spaces before it and no line break: "- {id: a, title: 列}".
// Their parts stand below each other up to the first that not all have the same key of.
std::vector<std::string> yaml_maps(const std::vector<Parts>& maps, size_t indent);

// Returns a line for each of LABELS with INDENT spaces before it and the same CELLS, which are
// YAML, after it: "- [东山街道, '', '']".
std::string yaml_rows(const std::vector<std::string>& labels, const std::vector<std::string>& cells,
                      size_t indent);

// Returns the same rows as CSV, with HEADER as first line and a byte order mark, by which
// spreadsheets know that it is UTF-8. CELLS are texts.
std::string csv_rows(const std::vector<std::string>& header, const std::vector<std::string>& labels,
                     const std::vector<std::string>& cells);

}  // namespace yaodian
