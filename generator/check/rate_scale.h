// Rates that were written as fractions: 0.61 for 61%.
#pragma once

#include <optional>
#include <vector>

#include "model/table.h"

namespace yaodian {

// How large the figures of a column of rates are.
class RateScale {
 public:
  // GOAL is what they are held against, null for nothing; they stand in column AT of ROWS.
  RateScale(const Goal* goal, const std::vector<Row>& rows, size_t at);

  // True if a rate of VALUE may be a fraction, and a scale is worth making: above 0, at most 1.
  static bool is_small(Decimal value) { return value > 0 && value <= 1; }
  // True if VALUE, one of the figures, is small where the goal asks for more than 10. Where it asks
  // for no least figure, the median of the other figures has to be above 10.
  bool makes_fraction(Decimal value) const;

 private:
  // Returns the lower median of the figures without one that is VALUE.
  std::optional<Decimal> median_beside(Decimal value) const;

  std::optional<Decimal> least_;
  std::vector<Decimal> figures_;  // from the least on
};

}  // namespace yaodian
