// A task table in HTML: as it was published, with links, bars and what was computed.
#pragma once

#include <string_view>

#include "base/html.h"
#include "render/plan_context.h"

namespace yaodian {

// Returns the table TABLE of the plan for the page at PATH. It has its own frame to scroll in.
// Cells carry data-unit, data-measure and data-value. CAPTION stands above it.
Html task_table(const PlanContext& context, const TaskTable& table, std::string_view caption,
                std::string_view path);

// True if PLACE of a ranking of COUNT units is left out because it is very long; the first of them
// is said in LIST.
bool leave_out(Html& list, const Words& words, size_t place, size_t count);

// Returns the ranking of a column: rank, unit, bar and figure, largest first; 待定, 无任务 and
// blanks at the end in words.
Html ranking(const PlanContext& context, const Column& column, std::string_view path);

}  // namespace yaodian
