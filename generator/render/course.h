// The course of a quota: what the reports say of it, where it stands, and why.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

// "75.3%": done ÷ quota; "" where it has no meaning: where it is 未报, without a quota above 0, and
// for at-most quotas and rates.
std::string completion_text(const Column& column, size_t row);

// The unit of ROW as the names of a section "progress": badge, figures, bar, rank, months, line
// chart and the rule with its inputs. docs/templates.md, course.html, lists them. NAME, the unit's,
// PATH, the page's, and CONTEXT must outlive the view.
View course_view(const PlanContext& context, const Column& column, size_t row,
                 std::string_view name, std::string_view path);

// The whole of a column in the same way, as far as it has a meaning: badge, figures, bar, counts of
// statuses.
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

// The bar of a row, with the pace marked, for a place where its figures stand beside it in words.
// Empty where there is no quota to measure against.
Html course_bar(const PlanContext& context, const Column& column, size_t row);

// True if there is anything new of a row from the second last period of its table to the last one:
// a figure, a status or a correction.
bool has_changed(const PlanContext& context, const Column& column, size_t row);
// What changed, as an item of a list; of rows that have changed.
View change_view(const PlanContext& context, const Column& column, size_t row);

}  // namespace yaodian
