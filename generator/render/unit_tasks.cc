#include "render/unit_tasks.h"

#include <algorithm>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/status.h"

namespace yaodian {
namespace {

// Where a task of the ledger stands, over all its deadlines.
struct TaskStand {
  bool is_done() const { return done == all; }
  bool is_overdue() const { return open && open->status == ItemStatus::overdue; }
  // In the order in which they are listed.
  std::pair<int, int64_t> place() const {
    if (is_done()) return {3, 0};
    if (is_overdue()) return {0, open->due.days};
    return open->undated ? std::pair<int, int64_t>{2, 0}
                         : std::pair<int, int64_t>{1, open->due.days};
  }

  const LedgerTask* task = nullptr;
  const AgendaItem* first = nullptr;
  const AgendaItem* open = nullptr;   // the first one that is not written off, if any is not
  const AgendaItem* ahead = nullptr;  // of these the first one that is not overdue
  size_t all = 0, done = 0;
};

// Those of the tasks that name UNIT, in the ledger's order.
std::vector<TaskStand> stands_of(const PlanContext& context, UnitIndex unit) {
  const std::vector<LedgerTask>& tasks = context.plan.ledger.tasks;
  std::vector<TaskStand> stands(tasks.size());
  for (const AgendaItem& item : context.agenda.items) {
    TaskStand& stand = stands[static_cast<size_t>(item.task - tasks.data())];
    const bool done = item.status == ItemStatus::written_off;
    ++stand.all;
    stand.done += done;
    stand.task = item.task;
    if (!stand.first) stand.first = &item;
    if (!done && !stand.open) stand.open = &item;
    if (!done && !stand.ahead && item.status != ItemStatus::overdue) stand.ahead = &item;
  }
  std::erase_if(stands, [unit](const TaskStand& one) {
    return !one.task || !std::ranges::binary_search(one.task->units, unit);
  });
  return stands;
}

View task_view(const PlanContext& context, const TaskStand& stand, std::string_view path) {
  const Words& words = context.words;
  const AgendaItem& next = stand.open ? *stand.open : *stand.first;
  const bool recurs = stand.all > 1;
  View view;
  view.text("title", stand.task->title).text_if("due", next.undated ? "" : words.date(next.due));
  view.text_if("every", recurs ? stand.task->due.text : "");
  view.flag("is_past", stand.is_overdue()).flag("is_done", recurs && stand.is_done());
  view.text_if("next_due", stand.is_overdue() && stand.ahead ? words.date(stand.ahead->due) : "");
  view.html("badge", status_badge(words, next.status));
  view.text_if("times",
               recurs ? std::to_string(stand.done) + " / " + std::to_string(stand.all) : "");
  view.text("url", relative_link(path, ledger_path(context.publisher, context.plan)) + "#task-" +
                       stand.task->id);
  return view;
}

}  // namespace

std::vector<View> task_views(const PlanContext& context, UnitIndex unit, std::string_view path) {
  std::vector<TaskStand> stands = stands_of(context, unit);
  std::ranges::stable_sort(stands, {}, &TaskStand::place);
  std::vector<View> items;
  for (const TaskStand& stand : stands) items.push_back(task_view(context, stand, path));
  return items;
}

}  // namespace yaodian
