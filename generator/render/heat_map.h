// The progress of a table: a heat map of completions, and rankings by completion.
#pragma once

#include <string_view>
#include <vector>

#include "base/html.h"
#include "render/plan_context.h"

namespace yaodian {

// The columns of a table whose progress can be shown: its quotas, and results that were reported.
std::vector<Column> tracked_columns(const PlanContext& context, const TaskTable& table);

// Units × measures as a real table in a frame of its own: completion (or the reported rate) and the
// shape of the status in each cell, the whole of each column in its foot. Cells carry data-unit,
// data-measure and data-value, the completion in percent. For the page at PATH.
Html heat_map(const PlanContext& context, const TaskTable& table, std::string_view path);

// The ranking of a column by completion; 未报, 待定 and 无任务 stand last, in words. Ties say so.
Html completion_ranking(const PlanContext& context, const Column& column, std::string_view path);

}  // namespace yaodian
