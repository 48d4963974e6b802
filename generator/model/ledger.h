// The ledger (台账): tasks that are no number, and their write-off (销账).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/position.h"
#include "model/register.h"
#include "model/whereabouts.h"

namespace yaodian {

// A deadline as an editor writes it: one day, or one in each period of the plan.
struct Deadline {
  enum class Every : uint8_t { once, week, month, quarter, half_year, year };

  Every every = Every::once;
  std::optional<Date> day;  // of a task that is due once; nothing where the text sets no deadline
  int day_of_month = 0;  // 每月20日: 20, the last day of the month where it is shorter; 0: the last
                         // day of the period
  std::string text;      // as written: "2018-12-31", "2018-11", "每月20日"; "" for none
};

// Returns what TEXT says, or nothing: "2018-12-31"; "2018-11", the last day of that month; 每周 (by
// Sunday), 每月, 每季度, 每半年, 每年 (by their last day); 每月20日 (by that day of each month).
std::optional<Deadline> parse_deadline(std::string_view text);

// An entry of a task's history.
struct LogEntry {
  Date on;
  // Of a recurring task, the one meant: 2018-04, 2018-Q2, 2018-H1, 2018-W07, 2018.
  std::string period;
  Position period_position;
  bool reopened = false;  // false: written off
  std::string text;       // the evidence, or why it was reopened
  std::string by;         // who wrote it off or reopened it
  bool sample = false;    // demonstration data
  Position position;
};

// A task of the ledger.
struct LedgerTask {
  std::string id;
  std::string title;
  Whereabouts stated;            // where it is set
  std::string department;        // that keeps it; "" means that of its document
  std::string who;               // who does it
  std::vector<UnitIndex> units;  // whose pages it stands on, in the register's order
  Deadline due;
  std::optional<Date> from;  // of a recurring task: the first day that a deadline may fall on
  std::string standard;      // standard of completion (完成标准)
  std::string note;
  std::vector<LogEntry> log;  // in order of time
  Position position;
};

struct Ledger {
  std::optional<Date> from;  // for tasks that give none
  std::vector<LedgerTask> tasks;
  bool complete = true;  // false where the file could not be read, which has been reported
};

// A period of a recurring task, and the deadline in it.
struct Period {
  std::string name;  // 2018-04, 2018-Q2, 2018-H1, 2018-W07 (an ISO week), 2018
  Date due;
};

// Returns the periods of the recurring TASK of LEDGER in a plan from START to END, in order: those
// whose deadline falls from the task's `from` (or the ledger's; never before START) to END. None
// for a task that is due once.
std::vector<Period> periods_of(const LedgerTask& task, const Ledger& ledger, Date start, Date end);

}  // namespace yaodian
