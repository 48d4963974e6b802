// The deadlines of a plan, whatever sets them: quotas, targets and tasks of the ledger. The
// calendar and the files for readers' own calendars show the same ones.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assess/agenda.h"
#include "base/date.h"
#include "model/plan.h"
#include "render/icalendar.h"

namespace yaodian {

class Words;
struct PlanContext;

// Something that is due on a day.
struct PlanDeadline {
  Date day;
  std::string title;  // "发展会员 65,600人 期限", "报送月报（4月）"
  std::string path;   // of its page from the site's root, with a fragment for a task
  std::string key;    // names it within the plan: "quota.TABLE.MEASURE", "task.ID.2018-04"
  // In a calendar, without any status.
  EventDetails details;
  const AgendaItem* item = nullptr;  // of a task of the ledger; nullptr for quotas and targets
  // Of a quota: the places of its table and of its column; nothing for targets and tasks.
  std::optional<std::pair<size_t, size_t>> quota = {};
  const Target* target = nullptr;  // that sets it; nullptr for quotas and tasks

  // It counts to the plan's end, for want of a deadline.
  bool is_undated() const { return item && item->undated; }
};

// Returns the deadlines of a plan by day; on one day quotas come first, then targets, tasks, and
// tasks that have no deadline and count to the plan's end. CONTEXT.deadlines has them.
std::vector<PlanDeadline> deadlines_of(const PlanContext& context);

// Calls USE for those of UNIT in that order: its quotas above 0 and those 待定, and the tasks that
// name it. TITLE has the unit's own figure; it is gone after the call.
void each_deadline(const PlanContext& context, UnitIndex unit,
                   const std::function<void(const PlanDeadline&, std::string_view title)>& use);

// The deadline of a task in words: "2018年12月31日前", "2018年11月底前", "每月20日", "未定期限".
std::string deadline_text(const Words& words, const Deadline& due);

// The document that sets a task, or nullptr.
const Document* document_of(const PlanContext& context, const LedgerTask& task);

}  // namespace yaodian
