// Text tables: what is said in rows and columns, such as who is responsible for enterprises of
// which size. Nothing in them is a quota, and their rows are no units.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "model/table.h"

namespace yaodian {

struct TextColumn {
  std::string id;
  std::string title;
  std::string group;  // the header that spans this column and its neighbours; "" for none
  std::string count;  // unit of count of its figures
  bool is_text = false;
  Position position;
};

// TEXT in a column of text, FIGURE in another one.
struct TextCell {
  std::string text;
  Cell figure;
};

struct TextRow {
  std::string label;            // the first cell
  std::vector<TextCell> cells;  // one for each column
  Position position;
};

struct TextTable {
  std::string id;
  std::string title;
  std::string short_title;  // for navigation; the title where none is given
  int order = 0;
  Reference source;
  Reference document;
  std::optional<Date> as_of;
  std::string label_title;  // header of the first column; may be empty
  bool numbered = false;    // whether it prints a serial number (序号)
  std::vector<std::string> notes;
  std::vector<TextColumn> columns;
  std::vector<TextRow> rows;
  Position position;
};

}  // namespace yaodian
