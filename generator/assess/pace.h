// Pace (序时进度): how much of a quota should be done by a date.
#pragma once

#include "base/date.h"
#include "base/quantity.h"

namespace yaodian {

// The share of the time from a plan's START to a quota's DEADLINE that has elapsed on a day, in
// whole days, the day itself included: clamp((day − start + 1) / (deadline − start + 1), 0, 1).
struct Elapsed {
  int days = 0;   // elapsed, from 0 to total
  int total = 1;  // at least 1

  bool over() const { return days >= total; }
  // In percent with DECIMALS decimals; 100 only when all of the time has elapsed.
  Decimal percent(int decimals) const { return percentage(days, total, decimals).value_or(0); }
};

// A deadline before the start counts as the start.
Elapsed elapsed(Date day, Date start, Date deadline);

// Returns QUOTA × elapsed with DECIMALS decimals, rounded half up. For showing; judgement compares
// exactly.
Decimal pace(Decimal quota, const Elapsed& elapsed, int decimals = 1);

}  // namespace yaodian
