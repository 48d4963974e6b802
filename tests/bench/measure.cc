#include "measure.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <set>
#include <system_error>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.h"
#include "base/parallel.h"

namespace yaodian::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double processor_time(const rusage& usage) {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// The processor time of this process so far.
double processor_time() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return processor_time(usage);
}

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

[[noreturn]] void become(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.data()));
  arguments.push_back(nullptr);
  ::execv(arguments.front(), arguments.data());
  std::perror(arguments.front());
  std::_Exit(127);
}

// A process of our own and what it writes into a pipe.
class Child {
 public:
  // BODY gets the pipe's end and must not return.
  explicit Child(const std::function<void(int)>& body) {
    int ends[2];
    if (::pipe(ends) != 0) fail("pipe");
    std::fflush(nullptr);
    process_ = ::fork();
    if (process_ < 0) fail("fork");
    if (process_ == 0) {
      ::close(ends[0]);
      body(ends[1]);
    }
    ::close(ends[1]);
    end_ = ends[0];
  }
  ~Child() { ::close(end_); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  std::string read_all() const {
    std::string all;
    char buffer[4096];
    for (ssize_t got; (got = ::read(end_, buffer, sizeof buffer)) != 0;) {
      if (got > 0) all.append(buffer, static_cast<size_t>(got));
      if (got < 0 && errno != EINTR) fail("read");
    }
    return all;
  }

  // Returns the exit status, or -1.
  int wait(rusage& usage) const {
    int status = 0;
    if (::wait4(process_, &status, 0, &usage) < 0) fail("wait4");
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t process_ = -1;
  int end_ = -1;
};

}  // namespace

Run run_program(const std::vector<std::string>& command) {
  const Clock::time_point begin = Clock::now();
  const Child child([&](int pipe) {
    ::dup2(pipe, STDOUT_FILENO);
    become(command);
  });
  Run run;
  rusage usage{};
  run.output = child.read_all();
  run.status = child.wait(usage);
  run.cost = {since(begin), processor_time(usage)};
  run.peak_bytes = static_cast<size_t>(usage.ru_maxrss) * 1024;
  return run;
}

std::vector<std::pair<std::string, double>> steps_of(const std::string& output) {
  std::vector<std::pair<std::string, double>> steps;
  for (size_t begin = 0; begin < output.size();) {
    const size_t end = std::min(output.find('\n', begin), output.size());
    const std::string line = output.substr(begin, end - begin);
    char step[32];
    double milliseconds = 0;
    int length = 0;
    if (std::sscanf(line.c_str(), " %31s %lf ms%n", step, &milliseconds, &length) == 2 &&
        length > 0)
      steps.emplace_back(step, milliseconds / 1e3);
    begin = end + 1;
  }
  return steps;
}

std::optional<Cost> in_own_process(const std::function<Cost()>& work) {
  const Child child([&](int pipe) {
    try {
      const Cost result = work();
      std::_Exit(::write(pipe, &result, sizeof result) == sizeof result ? 0 : 1);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
    }
    std::_Exit(1);
  });
  rusage usage{};
  const std::string bytes = child.read_all();
  Cost result;
  if (child.wait(usage) != 0 || bytes.size() != sizeof result) return std::nullopt;
  bytes.copy(reinterpret_cast<char*>(&result), sizeof result);
  return result;
}

Cost plain_write(const fs::path& from, const fs::path& to, unsigned jobs) {
  std::vector<std::pair<fs::path, std::string>> files;
  std::set<fs::path> folders;
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    const fs::path target = to / fs::relative(entry.path(), from);
    if (entry.is_directory()) {
      folders.insert(target);
      continue;
    }
    std::error_code error;
    auto bytes = read_file(entry.path(), error);
    if (!bytes) throw std::system_error(error, entry.path().string());
    files.emplace_back(target, std::move(*bytes));
  }
  const double processor = processor_time();
  const Clock::time_point begin = Clock::now();
  fs::create_directories(to);
  for (const fs::path& folder : folders) fs::create_directory(folder);
  parallel_for(files.size(), jobs, [&](unsigned, size_t at) {
    const auto& [path, bytes] = files[at];
    if (const std::error_code error = write_file(path, bytes))
      throw std::system_error(error, path.string());
  });
  return {since(begin), processor_time() - processor};
}

}  // namespace yaodian::bench
