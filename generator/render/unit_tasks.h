// What the ledger asks of one unit.
#pragma once

#include <string_view>
#include <vector>

#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

// Returns the ledger's tasks that name UNIT, each once, as unit.html lists them on the page at PATH:
// those that are overdue, the earliest first, then by the next deadline, then those without one and
// those that are written off. Write-offs are those of the whole ledger: it has none of single units.
std::vector<View> task_views(const PlanContext& context, UnitIndex unit, std::string_view path);

}  // namespace yaodian
