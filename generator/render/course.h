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

// What the reports say of one row of a column, as the section "progress" of a template shows it:
// badge, figures, bar, rank, months, line chart and the rule with its inputs. docs/templates.md,
// course.html, lists the names.
class Course {
 public:
  // NAME is the unit's and PATH the page's; they and CONTEXT must outlive it.
  Course(const PlanContext& of_context, const Column& of_column, size_t at_row,
         std::string_view of_name, std::string_view on_path)
      : context(of_context), column(of_column), row(at_row), name(of_name), path(on_path) {}

  // A view of this, which must outlive it.
  View view() const;
  const Standpoint& now() const { return column.progress.now[row]; }
  Task task() const { return task_of(context.plan, column.table, row, column.place); }
  // Both are worked out once, when asked for.
  const std::vector<Month>& months() const;
  const Html& bar() const;

  const PlanContext& context;
  const Column column;
  const size_t row;
  const std::string_view name, path;

 private:
  mutable std::vector<Month> months_;
  mutable std::optional<Html> bar_;
};

// The bar of a row, with the pace marked, for a place where its figures stand beside it in words.
// Empty where there is no quota to measure against.
Html course_bar(const PlanContext& context, const Column& column, size_t row);

// True if there is anything new of a row from the second last period of its table to the last one:
// a figure, a status or a correction.
bool has_changed(const Course& course);
// What changed, as an item of a list; of rows that have changed.
View change_view(const Course& course);

}  // namespace yaodian
