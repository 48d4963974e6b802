#include "render/unit_tasks.h"

#include <algorithm>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/status.h"

namespace yaodian {
namespace {

// Where a task of the ledger stands, over all its deadlines.
struct TaskStand {
  const AgendaItem* next = nullptr;  // the first one that is open; the first one if none is
  size_t all = 0, done = 0;
};

}  // namespace

std::vector<View> task_views(const PlanContext& context, UnitIndex unit, std::string_view path) {
  const std::vector<LedgerTask>& tasks = context.plan.ledger.tasks;
  std::vector<TaskStand> stands(tasks.size());
  for (const AgendaItem& item : context.agenda.items) {
    TaskStand& stand = stands[static_cast<size_t>(item.task - tasks.data())];
    const bool done = item.status == ItemStatus::written_off;
    ++stand.all;
    stand.done += done;
    if (!stand.next || (stand.next->status == ItemStatus::written_off && !done)) stand.next = &item;
  }
  std::vector<View> items;
  for (size_t at = 0; at < tasks.size(); ++at) {
    const auto& [next, all, done] = stands[at];
    const LedgerTask& task = tasks[at];
    if (!next || !std::binary_search(task.units.begin(), task.units.end(), unit)) continue;
    View view;
    view.text("title", task.title)
        .text_if("due", next->undated ? "" : context.words.date(next->due));
    const bool past = context.agenda.day && next->due < *context.agenda.day;
    view.text_if("every", all > 1 ? task.due.text : "")
        .flag("is_past", past)
        .html("badge", status_badge(context.words, next->status));
    view.text_if("times", all > 1 ? std::to_string(done) + " / " + std::to_string(all) : "");
    view.text("url", relative_link(path, ledger_path(context.publisher, context.plan)) + "#task-" +
                         task.id);
    items.push_back(std::move(view));
  }
  return items;
}

}  // namespace yaodian
