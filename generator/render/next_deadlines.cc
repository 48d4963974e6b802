#include "render/next_deadlines.h"

#include <algorithm>
#include <iterator>

#include "base/words.h"
#include "render/frame.h"
#include "render/status.h"
#include "render/targets.h"

namespace yaodian {
namespace {

constexpr size_t kOverdue = 3;  // of those that are overdue
constexpr size_t kOfPlan = 8;   // of all, on a page of the plan
constexpr size_t kOfUnit = 5;   // the same of a unit

// Takes deadlines by day, and keeps those that need somebody.
class Gathering {
 public:
  Gathering(const PlanContext& context, std::string_view path) : context_(context), path_(path) {}

  // ONE is shown as TITLE; STATUS is that of its quota or target.
  void take(const PlanDeadline& one, std::string_view title, Status status) {
    if (one.item ? one.item->status == ItemStatus::overdue : status == Status::overdue)
      add(overdue_, one, title, status);
    else if (!is_done(one, status) && !is_past(one) && !one.is_undated())
      add(next_, one, title, status);
  }

  // At most MOST of them.
  void add_to(View& view, size_t most) {
    std::vector<View> all = std::move(overdue_);
    all.resize(std::min(all.size(), kOverdue));
    next_.resize(std::min(next_.size(), most - all.size()));
    std::move(next_.begin(), next_.end(), std::back_inserter(all));
    view.flag("has_next", !all.empty()).list("next_deadlines", std::move(all));
  }

 private:
  static bool is_done(const PlanDeadline& one, Status status) {
    return one.item ? one.item->status == ItemStatus::written_off
                    : status == Status::done || status == Status::met;
  }
  bool is_past(const PlanDeadline& one) const {
    return context_.progress.day && one.day < *context_.progress.day;
  }

  void add(std::vector<View>& list, const PlanDeadline& one, std::string_view title,
           Status status) const {
    const Words& words = context_.words;
    View& view = list.emplace_back(link_view(path_, {std::string(title), one.path}));
    view.text("due", words.date(one.day));
    view.html_if("badge", one.item                    ? status_badge(words, one.item->status)
                          : status == Status::overdue ? status_badge(words, status)
                                                      : Html());
  }

  const PlanContext& context_;
  const std::string_view path_;
  std::vector<View> overdue_, next_;
};

// How the quota's whole column, or the target, that sets ONE stands.
Status status_of(const PlanContext& context, const PlanDeadline& one) {
  if (one.quota) return context.column(one.quota->first, one.quota->second).progress.status;
  return one.target ? progress_of(context, *one.target).status : Status::not_reported;
}

// How UNIT's own quota stands, if that is what sets ONE.
Status status_of(const PlanContext& context, const PlanDeadline& one, UnitIndex unit) {
  if (!one.quota || !context.has_reports()) return Status::not_reported;
  const Column column = context.column(one.quota->first, one.quota->second);
  const Row* row = column.table.row_of(unit);
  return column.progress.now[static_cast<size_t>(row - column.table.rows.data())].status;
}

}  // namespace

void add_next_deadlines(View& view, const PlanContext& context, std::string_view path) {
  Gathering all(context, path);
  for (const PlanDeadline& one : context.deadlines)
    all.take(one, one.title, status_of(context, one));
  all.add_to(view, kOfPlan);
}

void add_next_deadlines(View& view, const PlanContext& context, UnitIndex unit,
                        std::string_view path) {
  Gathering all(context, path);
  each_deadline(context, unit, [&](const PlanDeadline& one, std::string_view title) {
    all.take(one, title, status_of(context, one, unit));
  });
  all.add_to(view, kOfUnit);
}

}  // namespace yaodian
