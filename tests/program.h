// Runs the program as a user does.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/support.h"

namespace yaodian {

// What a run of the program has said and done.
struct Outcome {
  int status = -1;  // exit status; -1 if a signal ended the program
  std::string out;
  std::string err;
};

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What a run may use at most; 0 is no limit.
struct Limits {
  size_t megabytes = 0;  // of address space; no limit under a sanitizer, which reserves terabytes
  size_t seconds = 0;    // of processor time
};

inline void set_limits(const Limits& limits) {
  const auto set = [](auto resource, size_t most) {
    const rlimit both{most, most};
    if (most > 0) ::setrlimit(resource, &both);
  };
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  set(RLIMIT_CPU, limits.seconds * 10);
#else
  set(RLIMIT_AS, limits.megabytes << 20);
  set(RLIMIT_CPU, limits.seconds);
#endif
}

// Runs the program with ARGUMENTS and FOLDER as its current folder, and waits for its end.
inline Outcome run_program(std::vector<std::string> arguments, const std::filesystem::path& folder,
                           const Limits& limits = {}) {
  const TemporaryFolder said;
  const std::string out = said / "out", err = said / "err";
  arguments.insert(arguments.begin(), YAODIAN_PROGRAM);
  std::vector<char*> words;
  for (std::string& word : arguments) words.push_back(word.data());
  words.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot start the program");
  if (child == 0) {
    const int write = O_WRONLY | O_CREAT | O_TRUNC;
    const bool ready = ::chdir(folder.c_str()) == 0 &&
                       ::dup2(::open(out.c_str(), write, 0600), STDOUT_FILENO) >= 0 &&
                       ::dup2(::open(err.c_str(), write, 0600), STDERR_FILENO) >= 0;
    set_limits(limits);
    if (ready) ::execv(words[0], words.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(out), file_text(err)};
}

// The words of TEXT between spaces and line breaks.
inline std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

// Every file under FOLDER, its bytes by its path; "-> end" for a symbolic link.
inline Files tree_of(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  Files files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).generic_string();
    if (entry.is_symlink())
      files[path] = "-> " + fs::read_symlink(entry.path()).string();
    else if (entry.is_regular_file())
      files[path] = file_text(entry.path());
  }
  return files;
}

}  // namespace yaodian
