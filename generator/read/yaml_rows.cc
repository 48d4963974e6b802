#include "read/yaml_rows.h"

#include <algorithm>
#include <cstring>

namespace yaodian::yaml {
namespace {

constexpr uint32_t kFewestLines = 2;  // of a run

// Where the line at BEGIN of TEXT ends, with its line break.
size_t line_end(std::string_view text, size_t begin) {
  const void* found = std::memchr(text.data() + begin, '\n', text.size() - begin);
  return found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) + 1
               : text.size();
}

}  // namespace

bool take_common_row(std::string_view text, CommonRow& row) {
  LineReader line(text);
  line.skip_spaces();
  row.dash = line.place();
  if (!line.take('-') || !line.take(' ') || !line.take_brackets(row) || !line.take_line_break())
    return false;
  row.length = line.place();
  return true;
}

std::vector<Run> find_runs(std::string_view text) {
  std::vector<Run> runs;
  CommonRow row;
  Run run;
  size_t dash = 0;
  bool in_run = false;
  const auto close = [&] {
    if (in_run && run.lines >= kFewestLines) runs.push_back(run);
    in_run = false;
  };
  uint32_t line = 0;
  for (size_t at = 0; at < text.size(); ++line) {
    if (!take_common_row(text.substr(at), row)) {
      close();
      at = line_end(text, at);
      continue;
    }
    if (in_run && dash == row.dash && run.is_map == row.is_map) {
      run.end = at + row.length;
      ++run.lines;
    } else {
      close();
      run = {at + row.open, at + row.length, at + row.length, line + 1, 0, row.is_map};
      dash = row.dash;
      in_run = true;
    }
    at += row.length;
  }
  close();
  return runs;
}

}  // namespace yaodian::yaml
