// Work on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace yaodian {

// Returns the number of threads to use where the user named none: the cores of the machine.
unsigned default_jobs();

// Calls WORK(worker, index) once for each index below COUNT, on JOBS threads at most; worker is
// below JOBS and tells the threads apart. Returns when all are done. The order is not defined: what
// WORK does must not depend on it. An exception stops the hand-out of further indices and is thrown
// here.
void parallel_for(size_t count, unsigned jobs,
                  const std::function<void(unsigned worker, size_t index)>& work);

}  // namespace yaodian
