#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yaodian {
namespace {

namespace fs = std::filesystem;

bool is_backup(const std::string& name) {
  return name.starts_with('.') || name.ends_with('~') ||
         (name.starts_with('#') && name.ends_with('#')) || name.ends_with(".swp") ||
         name.ends_with(".bak") || name.starts_with("~$") || name == "Thumbs.db" ||
         name == "desktop.ini";
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

int Descriptor::release() { return std::exchange(number_, -1); }

void Descriptor::reset(int number) { const Descriptor before(std::exchange(number_, number)); }

std::error_code last_error() { return {errno, std::generic_category()}; }

std::optional<std::string> read_file(const fs::path& path, std::error_code& error, size_t limit) {
  // A named pipe would wait for its writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status;
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
    return error = last_error(), std::nullopt;
  if (S_ISDIR(status.st_mode))
    return error = make_error_code(std::errc::is_a_directory), std::nullopt;
  if (!S_ISREG(status.st_mode))
    return error = make_error_code(std::errc::not_supported), std::nullopt;
  const auto size = static_cast<size_t>(status.st_size);
  if (size > limit) return error = make_error_code(std::errc::file_too_large), std::nullopt;
  std::string bytes(size, '\0');
  size_t done = 0;
  while (done < size) {
    const ssize_t got = ::read(file.number(), bytes.data() + done, size - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error = last_error(), std::nullopt;
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  bytes.resize(done);
  error.clear();
  return bytes;
}

std::error_code write_file(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.number() < 0) return last_error();
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return last_error();
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return ::close(file.release()) == 0 ? std::error_code() : last_error();
}

std::vector<std::string> list_files(const fs::path& folder, std::error_code& error) {
  std::vector<std::string> files;
  fs::recursive_directory_iterator entry(folder, error), end;
  while (!error && entry != end) {
    // An editor's lock is a symbolic link that leads nowhere: ask for the link, not for its end.
    const bool folder_entry = entry->symlink_status(error).type() == fs::file_type::directory;
    if (error) break;
    if (is_backup(entry->path().filename().string())) {
      if (folder_entry) entry.disable_recursion_pending();
    } else if (!folder_entry) {
      files.push_back(entry->path().lexically_relative(folder).generic_string());
    }
    entry.increment(error);
  }
  if (error) return {};
  std::sort(files.begin(), files.end());
  return files;
}

Argument reason_of(const std::error_code& error) {
  static const std::pair<std::errc, Text> kReasons[] = {
      {std::errc::no_such_file_or_directory, {"没有这个文件或文件夹", "no such file or folder"}},
      {std::errc::permission_denied, {"没有权限", "permission denied"}},
      {std::errc::operation_not_permitted, {"没有权限", "permission denied"}},
      {std::errc::is_a_directory, {"这是文件夹，不是文件", "it is a folder, not a file"}},
      {std::errc::not_a_directory, {"这是文件，不是文件夹", "it is a file, not a folder"}},
      {std::errc::not_supported, {"这不是普通文件", "it is no regular file"}},
      {std::errc::file_exists,
       {"那里有一个不是本程序发布的同名文件",
        "a file of the same name that this program did not make is there"}},
      {std::errc::no_space_on_device, {"磁盘已满", "the disk is full"}},
      {std::errc::read_only_file_system, {"磁盘是只读的", "the disk is read-only"}},
      {std::errc::too_many_symbolic_link_levels,
       {"符号链接绕成了圈", "symbolic links go round in a circle"}},
  };
  for (const auto& [reason, words] : kReasons) {
    if (error == reason) return words;
  }
  return error.message();
}

}  // namespace yaodian
