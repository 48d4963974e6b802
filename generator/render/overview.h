// Where a plan stands: what the plan's page and the front page tell the leadership first.
#pragma once

#include <string_view>

#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

// Adds to VIEW, for the page at PATH: "has_reports"; the list "courses" with each quota's total
// against its pace, its best units that are on course, the worst that are not and those that have
// not reported; the units that are behind in most columns; the counts of the ledger; the next
// deadlines. docs/templates.md, plan.html, lists the names.
void add_overview(View& view, const PlanContext& context, std::string_view path);

}  // namespace yaodian
