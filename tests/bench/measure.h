// What a program and a plain write of the same files cost.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace yaodian::bench {

// How long something took. On a machine that others use too the processor time is the steadier one.
struct Cost {
  double seconds = 0;    // from its start to its end
  double processor = 0;  // user and system time of all its threads, in seconds
};

// A program that has ended.
struct Run {
  int status = -1;  // exit status; -1 where it did not end by itself
  Cost cost;
  size_t peak_bytes = 0;  // most memory it held at one time
  std::string output;     // what it said on standard output
};

// Runs COMMAND (program and arguments) to its end. Its standard error is the caller's.
Run run_program(const std::vector<std::string>& command);

// Returns the lines "step 12.3 ms" of OUTPUT as pairs of step and seconds, in their order.
std::vector<std::pair<std::string, double>> steps_of(const std::string& output);

// Returns what WORK returns, run in a process of its own; nothing if that failed. The caller stays
// small: a program counts in its peak what the process that started it held.
std::optional<Cost> in_own_process(const std::function<Cost()>& work);

// Writes the files of the folder FROM as new files into the folder TO, on JOBS threads, and
// returns what this cost. Reading them before is not counted. Throws std::system_error.
Cost plain_write(const std::filesystem::path& from, const std::filesystem::path& to, unsigned jobs);

}  // namespace yaodian::bench
