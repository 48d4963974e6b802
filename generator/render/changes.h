// What came in when, newest first: the page of changes and the feed are made of it.
//
// The program knows neither when a site was published nor what it said before: it keeps no state
// and asks no clock. What is new is told by the dates that the content gives, so that everybody who
// builds it gets the same list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/plan_context.h"
#include "render/views.h"

namespace yaodian {

class Word;

enum class ChangeKind : uint8_t { plan, document, report, results, correction, ledger };

// An entry of the ledger.
struct LedgerChange {
  std::string task;  // with its period: 报送月报（4月）
  std::string text;  // the evidence, or why it was reopened; may be empty
  std::string path;  // of the task, with a fragment
  bool reopened = false;
};

// The issue of a plan or a document, a report or a correction that came in, or what was written off
// in the ledger on one day.
struct Change {
  Date day;
  ChangeKind kind = ChangeKind::plan;
  const PlanContext* context = nullptr;
  std::string title;
  std::string summary;  // what is in it; may be empty
  std::string path;     // of its page
  std::string key;      // names it within the plan: "report/2018-04-30"
  bool sample = false;
  bool assumed = false;  // a report that does not say when it came in: DAY is the one that it is of
  std::vector<LedgerChange> entries;  // of the ledger
};

// Returns all changes of CONTEXTS, the newest first; on one day by publisher, year and kind. With
// --as-of, reports and entries of the ledger after that day are left out, as on every page.
std::vector<Change> changes_of(const PlanContexts& contexts);

// "计划", "文件", "月报", "成效", "更正", "台账" among the words of the interface; and the same for
// programs: "plan", "document" …
Word kind_word(ChangeKind kind);
std::string_view kind_id(ChangeKind kind);

// The newest changes as an Atom feed. AS_OF is the day given with --as-of.
std::string changes_feed(const Site& site, const PlanContexts& contexts, std::optional<Date> as_of);

}  // namespace yaodian
