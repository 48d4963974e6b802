// How fresh the data of a plan are: the day that they are of, and the day on which they came in.
#pragma once

#include <optional>
#include <vector>

#include "assess/agenda.h"
#include "assess/progress.h"
#include "model/plan.h"

namespace yaodian {

// The dates of what reaches a page. None of them comes from a clock: each is written in the
// content, or it is not there.
struct Freshness {
  std::optional<Date> issued;     // of the document or the plan
  std::optional<Date> as_of;      // that the newest report is of
  std::optional<Date> received;   // when the last of the reports of that day came in
  std::optional<Date> corrected;  // when the last correction came in
  std::optional<Date> recorded;   // the newest entry of the ledger

  // Takes REPORT into account. A correction changes no as_of: it is of a day that was reported.
  void add(const Report& report);
  // Takes what OTHER says into account: the newest of both.
  void add(const Freshness& other);

  // The last day on which anything changed, as far as the content says; nothing where it gives no
  // date at all.
  std::optional<Date> newest() const;
};

// The freshness of a plan as a whole, and of each of its tables and targets by the reports that
// speak of them.
struct PlanFreshness {
  Freshness plan;  // its issue, every report that counts or has results, the ledger
  std::vector<Freshness> tables;
  std::vector<Freshness> targets;
};

// Returns the freshness of PLAN by the reports that count in PROGRESS. Results and entries of the
// ledger after AS_OF are left out.
PlanFreshness freshness_of(const Plan& plan, const PlanProgress& progress,
                           std::optional<Date> as_of);

}  // namespace yaodian
