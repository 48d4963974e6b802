#include "assess/pace.h"

#include <algorithm>

namespace yaodian {

Elapsed elapsed(Date day, Date start, Date deadline) {
  const int total = std::max(1, deadline.days - start.days + 1);
  return {std::clamp(day.days - start.days + 1, 0, total), total};
}

Decimal pace(Decimal quota, const Elapsed& elapsed, int decimals) {
  return portion(quota, elapsed.days, elapsed.total, decimals);
}

}  // namespace yaodian
