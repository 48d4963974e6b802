#include "publish/publication.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"
#include "base/text.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = ".yaodian-manifest";

// The files that an earlier publication made in FOLDER.
std::set<std::string> read_manifest(const fs::path& folder) {
  std::set<std::string> files;
  std::error_code error;
  const auto text = read_file(folder / kManifest, error);
  if (!text) return files;
  for (const std::string_view line : split(*text, '\n')) {
    if (!line.empty()) files.emplace(line);
  }
  return files;
}

// All files in FOLDER, hidden ones too, and its empty folders with a closing '/'; none if it does
// not exist.
std::vector<std::string> all_files(const fs::path& folder, std::error_code& error) {
  std::vector<std::string> files;
  if (!fs::exists(folder, error)) return files;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const bool is_folder = entry->is_directory(error) && !entry->is_symlink(error);
    if (is_folder && !fs::is_empty(entry->path(), error)) continue;
    files.push_back(entry->path().lexically_relative(folder).generic_string() +
                    (is_folder ? "/" : ""));
  }
  return files;
}

// Gives the file FROM a second name TO; a copy where the file system has no links.
std::error_code link_or_copy(const fs::path& from, const fs::path& to) {
  if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return {};
  std::error_code error;
  if (fs::is_symlink(fs::symlink_status(from, error)))
    fs::copy_symlink(from, to, error);
  else
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
  return error;
}

fs::path without_links(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);  // of a path that does not exist yet, too
  fs::path resolved = fs::weakly_canonical(whole, error);
  if (error) resolved = whole;
  return resolved.filename().empty() ? resolved.parent_path() : resolved;
}

// True if INNER is FOLDER or lies in it.
bool holds(const fs::path& folder, const fs::path& inner) {
  return std::mismatch(folder.begin(), folder.end(), inner.begin(), inner.end()).first ==
         folder.end();
}

// Opens the folder that holds OUTPUT, which is made if need be; a negative number with errno set if
// that fails.
int open_folder_of(const fs::path& output) {
  std::error_code ignored;
  fs::create_directories(output.parent_path(), ignored);
  return ::open(output.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

}  // namespace

Publication::Publication(const fs::path& output, const std::vector<fs::path>& inputs)
    : output_(without_links(output)),
      staging_(output_.parent_path() / ("." + output_.filename().string() + ".new")),
      aside_(output_.parent_path() / ("." + output_.filename().string() + ".old")),
      lock_(open_folder_of(output_)) {
  for (const fs::path& input : inputs) {
    const fs::path other = without_links(input);
    if (!holds(output_, other) && !holds(other, output_)) continue;
    fail(output_, Text{"网站会盖住内容、模板或资源的文件夹",
                       "the site would cover the folder of the content, templates or assets"});
    return;
  }
  const bool locked = lock_.number() >= 0 && ::flock(lock_.number(), LOCK_EX) == 0;
  locked ? prepare() : fail(output_.parent_path(), last_error());
}

void Publication::prepare() {
  std::error_code error;
  if (!fs::exists(output_, error) && fs::exists(aside_, error)) fs::rename(aside_, output_, error);
  const auto status = fs::status(output_, error);
  if (fs::exists(status) && !fs::is_directory(status))
    return fail(output_, make_error_code(std::errc::not_a_directory));
  error.clear();
  fs::remove_all(staging_, error);
  if (!error) fs::create_directory(staging_, error);
  if (!error && fs::exists(status)) fs::permissions(staging_, status.permissions(), error);
  if (error) fail(staging_, error);
}

Publication::~Publication() {
  std::error_code ignored;
  if (lock_.number() >= 0) fs::remove_all(staging_, ignored);
}

void Publication::fail(const fs::path& path, const Argument& reason) {
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = Failure{path.generic_string(), reason};
}

void Publication::fail(const fs::path& path, const std::error_code& error) {
  fail(path, reason_of(error));
}

// A folder that the old site has keeps its mode.
void Publication::make_folder_of(const std::string& path) {
  const size_t end = path.rfind('/');
  if (end == path.npos) return;
  std::error_code error;
  {
    const std::lock_guard lock(mutex_);
    for (size_t at = path.find('/'); at != path.npos && !error; at = path.find('/', at + 1)) {
      const std::string folder = path.substr(0, at);
      if (!folders_.insert(folder).second) continue;
      fs::create_directory(staging_ / folder, error);
      std::error_code missing;
      const auto old = fs::status(output_ / folder, missing);
      if (!error && fs::is_directory(old))
        fs::permissions(staging_ / folder, old.permissions(), error);
    }
  }
  if (error) fail(staging_ / path.substr(0, end), error);
}

bool Publication::take_over_if_equal(const std::string& path, std::string_view bytes) {
  const fs::path old = output_ / path;
  struct stat status;
  if (::lstat(old.c_str(), &status) != 0) {
    ++added_;
    return false;
  }
  if (!S_ISREG(status.st_mode) || static_cast<size_t>(status.st_size) != bytes.size()) return false;
  std::error_code error;
  const auto before = read_file(old, error);
  return before && *before == bytes && ::link(old.c_str(), (staging_ / path).c_str()) == 0;
}

void Publication::write(const std::string& path, std::string_view bytes) {
  {
    const std::lock_guard lock(mutex_);
    if (failure_) return;
    files_.insert(path);
  }
  make_folder_of(path);
  if (take_over_if_equal(path, bytes)) {
    ++unchanged_;
  } else if (const std::error_code error = write_file(staging_ / path, bytes)) {
    fail(output_ / path, error);
  }
}

void Publication::keep_foreign_files(const std::set<std::string>& ours) {
  std::error_code error;
  for (const std::string& path : all_files(output_, error)) {
    if (ours.contains(path) || path == kManifest) continue;
    if (files_.contains(path)) return fail(output_ / path, make_error_code(std::errc::file_exists));
    make_folder_of(path);
    if (failure_) return;
    if (path.ends_with('/')) continue;
    if (const std::error_code failed = link_or_copy(output_ / path, staging_ / path))
      return fail(output_ / path, failed);
  }
  if (error) fail(output_, error);
}

void Publication::write_manifest() {
  std::string text;
  for (const std::string& path : files_) text += path + "\n";
  if (const std::error_code error = write_file(staging_ / kManifest, text))
    fail(staging_ / kManifest, error);
}

void Publication::exchange() {
  if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0)
    return;
  if (errno == ENOENT) {
    if (::rename(staging_.c_str(), output_.c_str()) != 0) fail(output_, last_error());
    return;
  }
  if (errno != EINVAL && errno != ENOSYS) return fail(output_, last_error());
  // A file system that cannot exchange: for a moment there is no site, but never half of one.
  std::error_code error;
  fs::remove_all(aside_, error);
  if (::rename(output_.c_str(), aside_.c_str()) != 0) return fail(output_, last_error());
  if (::rename(staging_.c_str(), output_.c_str()) != 0) {
    fail(output_, last_error());
    ::rename(aside_.c_str(), output_.c_str());
    return;
  }
  fs::remove_all(aside_, error);
}

std::optional<Changes> Publication::publish() {
  const std::set<std::string> ours = read_manifest(output_);
  if (!failure_) keep_foreign_files(ours);
  if (!failure_) write_manifest();
  if (!failure_) exchange();
  if (failure_) return std::nullopt;
  Changes changes{added_, 0, unchanged_, 0};
  changes.changed = files_.size() - changes.added - changes.unchanged;
  for (const std::string& path : ours) changes.removed += !files_.contains(path);
  return changes;
}

}  // namespace yaodian
