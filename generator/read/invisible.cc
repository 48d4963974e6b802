#include "read/invisible.h"

#include <cstdio>

#include "base/rules.h"
#include "base/text.h"

namespace yaodian {

bool refuse_invisible(std::string_view text, const Position& position, Diagnostics& diagnostics) {
  const auto invalid = find_invalid_utf8(text);
  const auto found = invalid ? invalid : find_invisible(text);
  if (!found) return true;
  text.remove_prefix(*found);
  // yaml-cpp writes "\N" and "\_", U+0085 and U+00A0, as one byte.
  const auto byte = static_cast<unsigned char>(text.front());
  char code_point[12];
  std::snprintf(code_point, sizeof code_point, "%04X",
                invalid ? byte : static_cast<unsigned>(take_character(text)));
  diagnostics.report(rule::control_character, position, "", {std::string(code_point)});
  return false;
}

}  // namespace yaodian
