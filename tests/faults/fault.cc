// A library that is loaded before the C library (LD_PRELOAD) and makes a chosen call to the file
// system go wrong: the moments of a run, one after the other, without any hook in the program.
//
//   FAULT_AT      the number of the call, from 1; calls that only read are not counted
//   FAULT         "kill" (SIGKILL), an error number for the call to fail with, or "move": before
//                 the call the folder FAULT_PATH is renamed to FAULT_PATH.gone
//   FAULT_LASTS   if set, every call from FAULT_AT on fails
//   FAULT_COUNT   a file that the number of calls is written to at the end
//   NO_EXCHANGE   if set, folders cannot be exchanged
//
// The temporary files that the library for workbooks opens count too: that they cannot be opened
// must do no harm either. What it writes into them goes through streams, whose calls are not met
// here; a test with a full file system does that.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

std::atomic<long> calls = 0;

long number(const char* name) {
  const char* text = std::getenv(name);
  return text ? std::atol(text) : 0;
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

// Counts a call. Returns false with errno set if it is to fail.
bool passes() {
  static const long at = number("FAULT_AT");
  static const char* const fault = std::getenv("FAULT");
  static const bool lasts = std::getenv("FAULT_LASTS") != nullptr;
  const long call = ++calls;
  if (!fault || !(call == at || (lasts && at > 0 && call > at))) return true;
  if (std::strcmp(fault, "kill") == 0) {
    ::kill(::getpid(), SIGKILL);
    ::pause();
  }
  if (std::strcmp(fault, "move") == 0) {
    char gone[4096];
    const char* path = std::getenv("FAULT_PATH");
    std::snprintf(gone, sizeof gone, "%s.gone", path);
    next<int(const char*, const char*)>("rename")(path, gone);
    return true;
  }
  errno = std::atoi(fault);
  return false;
}

bool writes(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0; }

struct AtEnd {
  ~AtEnd() {
    const char* path = std::getenv("FAULT_COUNT");
    std::FILE* file = path ? std::fopen(path, "w") : nullptr;
    if (!file) return;
    std::fprintf(file, "%ld", calls.load());
    std::fclose(file);
  }
} at_end;

}  // namespace

// The declarations of the C library may differ in "noexcept" and attributes; what counts are the
// names.
extern "C" {

int openat(int folder, const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = static_cast<mode_t>(va_arg(more, unsigned));
  va_end(more);
  static const auto real = next<int(int, const char*, int, ...)>("openat");
  return writes(flags) && !passes() ? -1 : real(folder, path, flags, mode);
}

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const auto mode = static_cast<mode_t>(va_arg(more, unsigned));
  va_end(more);
  if (writes(flags) && !passes()) return -1;
  return next<int(const char*, int, ...)>("open")(path, flags, mode);
}

int fsync(int file) {
  if (!passes()) return -1;
  return next<int(int)>("fsync")(file);
}

ssize_t write(int file, const void* bytes, size_t size) {
  static const auto real = next<ssize_t(int, const void*, size_t)>("write");
  return file > STDERR_FILENO && !passes() ? -1 : real(file, bytes, size);
}

int linkat(int from, const char* old, int to, const char* path, int flags) noexcept {
  static const auto real = next<int(int, const char*, int, const char*, int)>("linkat");
  return passes() ? real(from, old, to, path, flags) : -1;
}

int mkdir(const char* path, mode_t mode) noexcept {
  static const auto real = next<int(const char*, mode_t)>("mkdir");
  return passes() ? real(path, mode) : -1;
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  static const auto real = next<int(int, const char*, mode_t)>("mkdirat");
  return passes() ? real(folder, path, mode) : -1;
}

int fchmod(int file, mode_t mode) noexcept {
  static const auto real = next<int(int, mode_t)>("fchmod");
  return passes() ? real(file, mode) : -1;
}

int fchmodat(int folder, const char* path, mode_t mode, int flags) noexcept {
  static const auto real = next<int(int, const char*, mode_t, int)>("fchmodat");
  return passes() ? real(folder, path, mode, flags) : -1;
}

int symlinkat(const char* end, int folder, const char* path) noexcept {
  static const auto real = next<int(const char*, int, const char*)>("symlinkat");
  return passes() ? real(end, folder, path) : -1;
}

int rename(const char* from, const char* to) noexcept {
  static const auto real = next<int(const char*, const char*)>("rename");
  return passes() ? real(from, to) : -1;
}

int renameat2(int from, const char* old, int to, const char* path, unsigned flags) noexcept {
  static const auto real = next<int(int, const char*, int, const char*, unsigned)>("renameat2");
  if (!passes()) return -1;
  if (std::getenv("NO_EXCHANGE")) return errno = EINVAL, -1;
  return real(from, old, to, path, flags);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  static const auto real = next<int(int, const char*, int)>("unlinkat");
  return passes() ? real(folder, path, flags) : -1;
}

int syncfs(int file) noexcept {
  static const auto real = next<int(int)>("syncfs");
  return passes() ? real(file) : -1;
}

}  // extern "C"
