// The checks of one plan at work: what they find is reported, or accepted, and becomes a result.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/diagnostic.h"
#include "check/reconciliation.h"
#include "model/plan.h"

namespace yaodian {

// What is odd about a figure.
enum class Doubt : uint8_t { above_all, below_zero, fraction /* 0.61 for 61% */ };

class Findings {
 public:
  // All arguments must outlive this.
  Findings(const Words& words, const Publisher& publisher, const Plan& plan,
           Diagnostics& diagnostics);

  // Returns the acceptance of what was found at ADDRESS ("total:t.c", "cell:t.c.UNIT",
  // "report:r.t.c.UNIT", with the id of the unit), which is needed then; nullptr without one.
  const Acceptance* accept(const std::string& address);
  // Turns CHECK, what was found, into one that is accepted, and adds it.
  void add_accepted(Check check, const Acceptance& acceptance);
  // The same for ONE figure, which is no more among those of COLUMN, the result about all beside
  // it.
  void add_accepted(Check one, const Acceptance& acceptance, Check& column);
  // ONE, a figure, is in doubt for the reason DOUBT: that is accepted, or a warning, and then a
  // part of COLUMN.
  void doubt(Check one, Doubt doubt, const std::string& address, Check& column);
  // Notes in COLUMN that ONE is in doubt; the caller has warned of it.
  static void note(const Check& one, Check& column);
  // Calls WORK(findings, at) once for each number below COUNT, on JOBS threads, each time with
  // findings of its own, and takes these over in the order of the numbers.
  void apart(size_t count, unsigned jobs, const std::function<void(Findings&, size_t)>& work);
  // True if ACCEPTANCE was needed by anything found so far.
  bool needed(const Acceptance& acceptance) const { return needed_.contains(&acceptance); }

  const Words& words;  // what results are worded in
  const Publisher& publisher;
  const Plan& plan;
  Diagnostics& diagnostics;
  Reconciliation results;

 private:
  std::unordered_map<std::string, const Acceptance*> acceptances_;  // by address
  std::set<const Acceptance*> needed_;
};

// Returns what is odd about VALUE, counted in COUNT: a rate below 0 or above 100 %, or, where there
// can be NONE_BELOW_ZERO (reported figures, quotas), a figure below 0. Nothing for others.
std::optional<Doubt> doubt_about(Decimal value, std::string_view count, bool none_below_zero);

// Returns REFERENCE as an address, in which the name of a unit has become its id.
std::string address_of(const FigureReference& reference, const Register& units);

// Returns the unit that NAME, an id or any of its names, means.
std::optional<UnitIndex> find_unit(const Register& units, std::string_view name);

}  // namespace yaodian
