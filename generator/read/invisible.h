// Characters that nobody sees have no place in the content, however they are written.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/position.h"

namespace yaodian {

// Reports the first invisible character of TEXT, which stands at POSITION or is written there by an
// escape: "\u202E" in YAML, "&#x202E;" in Markdown. Returns whether there is none. TEXT that is not
// UTF-8, which an escape can make of it, counts as invisible.
bool refuse_invisible(std::string_view text, const Position& position, Diagnostics& diagnostics);

}  // namespace yaodian
