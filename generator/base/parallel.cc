#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace yaodian {

unsigned default_jobs() { return std::max(1u, std::thread::hardware_concurrency()); }

void parallel_for(size_t count, unsigned jobs, const std::function<void(unsigned, size_t)>& work) {
  std::atomic<size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto loop = [&](unsigned worker) {
    try {
      for (size_t index; (index = next.fetch_add(1)) < count;) work(worker, index);
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> threads;
    const auto wanted = static_cast<unsigned>(std::min<size_t>(jobs, count));
    try {
      for (unsigned worker = 1; worker < wanted; ++worker) threads.emplace_back(loop, worker);
    } catch (const std::system_error&) {
      // The system gives no more threads: those that there are do the same work.
    }
    loop(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace yaodian
