// A whole column: what is done of it, and how its units stand.
#pragma once

#include <string>

#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

// The whole of a column, as far as it has a meaning: badge, figures, bar, counts of statuses.
View total_view(const PlanContext& context, const Column& column);

// The bar of a whole column with its pace; empty where there is no total to measure against. And
// the same in words, as the rest of a sentence: "完成28,411人，任务65,600人 …".
Html total_bar(const PlanContext& context, const Column& column);
std::string total_text(const PlanContext& context, const Column& column);
// What is done of a whole column, with its unit of count; "" where that is not known.
std::string done_text(const Column& column);

// The counts of statuses as the names "counts" (a list of "badge", "word" and "number") and
// "stack", a bar.
void add_counts(View& view, const Words& words, const StatusCounts& counts);

}  // namespace yaodian
