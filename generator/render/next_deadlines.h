// The deadlines that need somebody first (近期期限): what is overdue, the earliest first, and then
// what comes next. What is 已完成, 达标 or written off needs nobody.
#pragma once

#include <string_view>

#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

// Adds "has_next" and the list "next_deadlines" for the page at PATH: those of the whole plan. A
// quota is done or overdue there as its column is. docs/templates.md, overview.html, lists the
// names.
void add_next_deadlines(View& view, const PlanContext& context, std::string_view path);
// The same of UNIT: those of its own quotas, and of the tasks that name it.
void add_next_deadlines(View& view, const PlanContext& context, UnitIndex unit,
                        std::string_view path);

}  // namespace yaodian
