// How the targets of a plan stand: what their own pages, the list of them and the plan's page say.
#pragma once

#include <string_view>
#include <vector>

#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

// What the reports say of TARGET of CONTEXT's plan.
const TargetProgress& progress_of(const PlanContext& context, const Target& target);

// True if TARGET is 未达标 before its deadline (期限未到).
bool is_early(const PlanContext& context, const Target& target);

// The columns of tables that pursue TARGET; and of these the ones of which it is known what is
// done.
std::vector<Column> columns_of(const PlanContext& context, const Target& target);
std::vector<Column> reported_columns_of(const PlanContext& context, const Target& target);

// Adds, for the page at PATH, the list "target_summary" of one, or none where the plan has no
// targets: how many are 达标, 未达标 and 尚无上报, and those farthest from their goal.
// docs/templates.md, plan.html, lists the names.
void add_target_summary(View& view, const PlanContext& context, std::string_view path);

}  // namespace yaodian
