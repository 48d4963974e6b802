#include "publish/folder_walk.h"

#include <cerrno>
#include <climits>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"

namespace yaodian {
namespace {

using Visit = std::function<bool(const std::string&)>;

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

bool is_folder(int parent, const dirent& entry) {
  if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  struct stat status;
  return ::fstatat(parent, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISDIR(status.st_mode);
}

// Walks the folder NAME of PARENT, whose path is PATH: empty, or with a closing '/'.
std::error_code walk(int parent, const char* name, std::string& path, const Visit& visit,
                     bool& go_on) {
  Descriptor file(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  const std::unique_ptr<DIR, CloseFolder> folder(file.number() < 0 ? nullptr
                                                                   : ::fdopendir(file.number()));
  if (!folder) return last_error();
  const int here = file.release();
  const size_t length = path.size();
  bool is_empty = true;
  while (go_on) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (!entry && errno != 0) return last_error();
    if (!entry) break;
    if (std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0) continue;
    is_empty = false;
    path += entry->d_name;
    if (is_folder(here, *entry)) {
      path += '/';
      if (const auto error = walk(here, entry->d_name, path, visit, go_on)) return error;
    } else {
      go_on = visit(path);
    }
    path.resize(length);
  }
  if (is_empty && length > 0) go_on = visit(path);
  return {};
}

std::error_code copy_bytes(int in, int out) {
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const ssize_t got = ::read(in, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return last_error();
    if (got == 0) return {};
    for (ssize_t done = 0; done < got;) {
      const ssize_t written = ::write(out, buffer.data() + done, static_cast<size_t>(got - done));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return last_error();
      done += written;
    }
  }
}

}  // namespace

std::error_code walk_folder(int folder, const Visit& visit) {
  std::string path;
  bool go_on = true;
  return walk(folder, ".", path, visit, go_on);
}

std::error_code copy_entry(int from, int to, const std::string& path) {
  struct stat status;
  if (::fstatat(from, path.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return last_error();
  if (S_ISLNK(status.st_mode)) {
    char end[PATH_MAX];
    const ssize_t length = ::readlinkat(from, path.c_str(), end, sizeof end - 1);
    if (length < 0) return last_error();
    end[length] = '\0';
    return ::symlinkat(end, to, path.c_str()) == 0 ? std::error_code() : last_error();
  }
  if (!S_ISREG(status.st_mode)) return make_error_code(std::errc::not_supported);
  const Descriptor in(::openat(from, path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  if (in.number() < 0) return last_error();
  Descriptor out(
      ::openat(to, path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 07777));
  if (out.number() < 0) return last_error();
  if (const auto error = copy_bytes(in.number(), out.number())) return error;
  const timespec times[] = {status.st_atim, status.st_mtim};
  ::futimens(out.number(), times);
  return ::close(out.release()) == 0 ? std::error_code() : last_error();
}

}  // namespace yaodian
