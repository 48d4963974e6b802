#include "check/rate_scale.h"

#include <algorithm>

namespace yaodian {

RateScale::RateScale(const Goal* goal, const std::vector<Row>& rows, size_t at) {
  if (goal) least_ = goal->least();
  if (least_) return;
  for (const Row& row : rows)
    if (row.cells[at].is_number()) figures_.push_back(row.cells[at].value);
  std::sort(figures_.begin(), figures_.end());
}

bool RateScale::makes_fraction(Decimal value) const {
  constexpr int kFar = 10;
  if (!is_small(value)) return false;
  const auto usual = least_ ? least_ : median_beside(value);
  return usual && *usual > kFar;
}

std::optional<Decimal> RateScale::median_beside(Decimal value) const {
  if (figures_.size() < 2) return std::nullopt;
  const size_t middle = (figures_.size() - 2) / 2;
  return figures_[middle] < value ? figures_[middle] : figures_[middle + 1];
}

}  // namespace yaodian
