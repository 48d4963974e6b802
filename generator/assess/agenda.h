// The agenda: every deadline of a plan as a day, and where the tasks of the ledger stand.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.h"

namespace yaodian {

enum class ItemStatus : uint8_t {
  written_off,  // 已销账
  overdue,      // 逾期: its deadline has passed
  soon,         // 临期: within the plan's days before its deadline
  open,         // 未到期
};
constexpr size_t kItemStatuses = 4;
using ItemCounts = std::array<size_t, kItemStatuses>;  // by status

// A task of the ledger on one of its deadlines.
struct AgendaItem {
  const LedgerTask* task = nullptr;
  std::string
      period;  // of a recurring task: 2018-04, 2018-Q2, 2018-H1, 2018-W07, 2018; "" otherwise
  Date due;
  bool undated = false;  // the text sets no deadline: it counts to the plan's end
  ItemStatus status = ItemStatus::open;
  const LogEntry* last = nullptr;  // the newest entry that counts; nullptr without any
  size_t reopened = 0;             // how often
  bool late = false;               // written off after its deadline
};

struct Agenda {
  std::optional<Date> day;        // judged at; without one nothing is overdue or due soon
  std::vector<AgendaItem> items;  // by deadline, then as in the ledger
  ItemCounts counts{};
  bool sample = false;  // whether sample data is in it

  size_t count(ItemStatus status) const { return counts[static_cast<size_t>(status)]; }
};

// Returns the agenda of PLAN, judged on DAY; it points into PLAN. A task that is due once has one
// item, a recurring one an item for each of its periods (see periods_of). Entries of the log after
// DAY count only if ALL_ENTRIES: a write-off made after the newest report is known, one made after
// --as-of is not. Without a DAY all of them count.
Agenda agenda_of(const Plan& plan, std::optional<Date> day, bool all_entries);

}  // namespace yaodian
