// A text table in HTML: as it was published.
#pragma once

#include <string_view>

#include "base/html.h"
#include "render/plan_context.h"

namespace yaodian {

// Returns TABLE for the page at PATH, with CAPTION above it. On its own page each row has the
// number of its line.
Html text_table(const PlanContext& context, const TextTable& table, std::string_view caption,
                std::string_view path);

}  // namespace yaodian
