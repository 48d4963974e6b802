#include "publish/place.h"

#include <cerrno>
#include <cstdio>
#include <mutex>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/folder_walk.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kModeBits = 07777;

int open_folder(const fs::path& folder) {
  return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

// The process that holds a lock on the folder FILE, from the system's list of locks.
pid_t lock_holder(int file) {
  struct stat status;
  std::FILE* locks = ::fstat(file, &status) == 0 ? std::fopen("/proc/locks", "re") : nullptr;
  if (!locks) return 0;
  pid_t holder = 0;
  for (char line[256]; holder == 0 && std::fgets(line, sizeof line, locks);) {
    int process = 0;
    unsigned long long inode = 0;
    // "1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF"; a waiting one begins with "1: ->".
    const int read = std::sscanf(line, "%*d: FLOCK %*s %*s %d %*x:%*x:%llu", &process, &inode);
    if (read == 2 && inode == status.st_ino) holder = process;
  }
  std::fclose(locks);
  return holder;
}

std::error_code write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return last_error();
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return {};
}

}  // namespace

fs::path without_links(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);  // of a path that does not exist yet, too
  fs::path resolved = fs::weakly_canonical(whole, error);
  if (error) resolved = whole;
  return resolved.filename().empty() ? resolved.parent_path() : resolved;
}

SitePlace::SitePlace(const fs::path& output)
    : output_(without_links(output)), staging_(beside("new")), aside_(beside("old")) {}

SitePlace::~SitePlace() {
  std::error_code ignored;
  if (is_claimed_) fs::remove_all(staging_, ignored);
}

fs::path SitePlace::beside(std::string_view suffix) const {
  return output_.parent_path() / ("." + output_.filename().string() + "." + std::string(suffix));
}

fs::path SitePlace::earlier(size_t number) const { return beside(std::to_string(number)); }

bool SitePlace::fail(const fs::path& path, const Argument& reason) {
  const std::unique_lock guard(mutex_);
  if (!failure_) failure_ = Failure{path.generic_string(), reason};
  failed_ = true;
  return false;
}

bool SitePlace::fail(const fs::path& path, const std::error_code& error) {
  return fail(path, reason_of(error));
}

void SitePlace::claim(const OnWait& on_wait) {
  if (!ok() || !lock(on_wait)) return;
  is_claimed_ = clean_up();
  if (is_claimed_) make_staging();
}

bool SitePlace::lock(const OnWait& on_wait) {
  std::error_code ignored;
  fs::create_directories(output_.parent_path(), ignored);
  lock_.reset(open_folder(output_.parent_path()));
  if (lock_.number() < 0) return fail(output_.parent_path(), last_error());
  if (::flock(lock_.number(), LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == EWOULDBLOCK && on_wait) on_wait(lock_holder(lock_.number()));
  int locked = -1;
  do locked = ::flock(lock_.number(), LOCK_EX);
  while (locked != 0 && errno == EINTR);
  return locked == 0 || fail(output_.parent_path(), last_error());
}

// Puts right what a publication that was killed has left.
bool SitePlace::clean_up() {
  std::error_code error;
  const auto status = fs::status(output_, error);
  if (status.type() == fs::file_type::not_found && fs::exists(aside_, error))
    fs::rename(aside_, output_, error);
  else if (fs::exists(status) && !fs::is_directory(status))
    return fail(output_, make_error_code(std::errc::not_a_directory));
  error.clear();
  fs::remove_all(staging_, error);
  if (error) return fail(staging_, error);
  fs::remove_all(aside_, error);
  return !error || fail(aside_, error);
}

bool SitePlace::make_staging() {
  old_.reset(open_folder(output_));
  if (old_.number() < 0 && errno != ENOENT) return fail(output_, last_error());
  if (::mkdir(staging_.c_str(), 0777) != 0) return fail(staging_, last_error());
  staged_.reset(open_folder(staging_));
  struct stat status;
  const bool has_mode =
      old_.number() < 0 || (::fstat(old_.number(), &status) == 0 &&
                            ::fchmod(staged_.number(), status.st_mode & kModeBits) == 0);
  return (staged_.number() >= 0 && has_mode) || fail(staging_, last_error());
}

bool SitePlace::make_folder_of(std::string_view path) {
  const size_t end = path.rfind('/');
  if (end == path.npos) return ok();
  const std::string folder(path.substr(0, end));
  {
    const std::shared_lock guard(mutex_);
    if (folders_.contains(folder)) return ok();
  }
  std::error_code error;
  {
    const std::unique_lock guard(mutex_);
    for (size_t at = folder.find('/'); !error; at = folder.find('/', at + 1)) {
      if (!make_folder(folder.substr(0, at))) error = last_error();
      if (at == folder.npos) break;
    }
  }
  return error ? fail(output_ / folder, error) : ok();
}

// Returns false with errno set if FOLDER cannot be made.
bool SitePlace::make_folder(const std::string& folder) {
  if (folders_.contains(folder)) return true;
  if (::mkdirat(staged_.number(), folder.c_str(), 0777) != 0) return false;
  folders_.insert(folder);
  struct stat status;
  if (old_.number() < 0 || ::fstatat(old_.number(), folder.c_str(), &status, 0) != 0) return true;
  return !S_ISDIR(status.st_mode) ||
         ::fchmodat(staged_.number(), folder.c_str(), status.st_mode & kModeBits, 0) == 0;
}

bool SitePlace::write(const std::string& path, std::string_view bytes) {
  if (!ok()) return false;
  Descriptor file(
      ::openat(staged_.number(), path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  std::error_code error;
  if (file.number() < 0) error = last_error();
  if (!error) error = write_all(file.number(), bytes);
  if (!error && ::close(file.release()) != 0) error = last_error();
  return !error || fail(output_ / path, error);
}

bool SitePlace::link(int from, const std::string& path) {
  if (!ok()) return false;
  if (::linkat(from, path.c_str(), staged_.number(), path.c_str(), 0) == 0) return true;
  const std::error_code error =
      errno == EEXIST ? last_error() : copy_entry(from, staged_.number(), path);
  return !error || fail(output_ / path, error);
}

bool SitePlace::keep_foreign_files(const Manifest& ours, const Manifest& next) {
  if (!ok()) return false;
  // Somebody may have removed the site, or made one, in the meantime.
  const Descriptor output(open_folder(output_));
  if (output.number() < 0) return errno == ENOENT || fail(output_, last_error());
  const auto error = walk_folder(output.number(), [&](const std::string& path) {
    if (ours.contains(path) || path == kManifest) return true;
    if (next.contains(path)) return fail(output_ / path, make_error_code(std::errc::file_exists));
    return make_folder_of(path) && (path.ends_with('/') || link(output.number(), path));
  });
  return !error ? ok() : fail(output_, error);
}

bool SitePlace::exchange() {
  if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0)
    return true;
  if (errno == ENOENT)
    return ::rename(staging_.c_str(), output_.c_str()) == 0 || fail(output_, last_error());
  if (errno != EINVAL && errno != ENOSYS) return fail(output_, last_error());
  // A file system that cannot exchange: for a moment there is no site, but never half of one.
  if (::rename(output_.c_str(), aside_.c_str()) != 0) return fail(output_, last_error());
  if (::rename(staging_.c_str(), output_.c_str()) != 0) {
    const std::error_code error = last_error();
    ::rename(aside_.c_str(), output_.c_str());
    return fail(output_, error);
  }
  ::rename(aside_.c_str(), staging_.c_str());  // the next publication removes it otherwise
  return true;
}

bool SitePlace::put_in_place(size_t number) {
  if (!ok()) return false;
  if (::syncfs(staged_.number()) != 0) return fail(staging_, last_error());
  if (!exchange()) return false;
  ::fsync(lock_.number());  // the exchange itself; the site is whole either way
  if (number == 0) return true;
  // The site is in place: that the one before could not be kept must not be told as a failure.
  std::error_code ignored;
  fs::remove_all(earlier(number), ignored);
  ::rename(staging_.c_str(), earlier(number).c_str());
  return true;
}

bool SitePlace::make_room(size_t keep) {
  if (!ok()) return false;
  size_t last = 0;
  while (last + 1 < keep && fs::exists(earlier(last + 1))) ++last;
  std::error_code error;
  fs::remove_all(earlier(last + 1), error);
  for (; !error && last > 0; --last) fs::rename(earlier(last), earlier(last + 1), error);
  return !error || fail(earlier(last), error);
}

void SitePlace::remove_earlier(size_t from) {
  std::error_code error;
  for (; fs::exists(earlier(from), error) && !error; ++from) fs::remove_all(earlier(from), error);
}

}  // namespace yaodian
