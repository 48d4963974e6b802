// What is wrong with broken YAML, in the words of an editor: the slips that people make, which a
// parser notices late or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/position.h"

namespace yaodian::yaml {

// True if the quoted text that TEXT begins with ends on its own line.
bool quote_closes_on_line(std::string_view text);

// Reports what has broken TEXT, a part of SOURCE that begins at FIRST_LINE and that the parser gave
// up at AT with MESSAGE: the lines that explain it, or else MESSAGE in an editor's words.
void report_broken(const Source& source, std::string_view text, uint32_t first_line,
                   const Position& at, const std::string& message, Diagnostics& diagnostics);

}  // namespace yaodian::yaml
