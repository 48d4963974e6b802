#include "base/parallel.h"

#include <atomic>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace yaodian {
namespace {

TEST(ParallelFor, DoesEachIndexOnce) {
  for (const unsigned jobs : {1u, 3u, 16u}) {
    std::vector<std::atomic<int>> done(1000);
    parallel_for(done.size(), jobs, [&](unsigned, size_t index) { ++done[index]; });
    for (const auto& times : done) ASSERT_EQ(times, 1);
  }
}

TEST(ParallelFor, NumbersItsWorkersBelowTheJobs) {
  std::atomic<unsigned> highest{0};
  parallel_for(500, 4, [&](unsigned worker, size_t) {
    unsigned seen = highest;
    while (worker > seen && !highest.compare_exchange_weak(seen, worker)) {
    }
  });
  EXPECT_LT(highest, 4u);
}

TEST(ParallelFor, DoesNothingForNothing) {
  bool called = false;
  parallel_for(0, 4, [&](unsigned, size_t) { called = true; });
  EXPECT_FALSE(called);
}

TEST(ParallelFor, PassesAnExceptionOnAndStops) {
  std::atomic<int> started{0};
  const auto fail_at_once = [&](unsigned, size_t) {
    ++started;
    throw std::runtime_error("broken");
  };
  EXPECT_THROW(parallel_for(100000, 2, fail_at_once), std::runtime_error);
  EXPECT_LE(started, 2);
}

TEST(DefaultJobs, IsAtLeastOne) { EXPECT_GE(default_jobs(), 1u); }

}  // namespace
}  // namespace yaodian
