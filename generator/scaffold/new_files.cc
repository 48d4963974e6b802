#include "scaffold/new_files.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/files.h"
#include "base/rules.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

// A folder or file that is missing, and the hidden name beside it that it is made under.
struct Part {
  fs::path place;
  fs::path staged;
};

// The highest folder or file on the way from ROOT to PATH that is missing; PATH itself if none is.
fs::path first_missing(const fs::path& root, const fs::path& path) {
  std::error_code error;
  fs::path way = root;
  if (fs::symlink_status(way, error).type() == fs::file_type::not_found) return way;
  for (const fs::path& name : path) {
    way /= name;
    if (fs::symlink_status(way, error).type() == fs::file_type::not_found) return way;
  }
  return way;
}

std::error_code flush(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file.number() < 0 || ::fsync(file.number()) != 0 ? last_error() : std::error_code();
}

std::error_code write_flushed(const fs::path& path, const std::string& text) {
  std::error_code error = write_file(path, text);
  return error ? error : flush(path);
}

// Moves FROM to TO, unless something is there.
std::error_code move_new(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) return last_error();
  // A file system that cannot ask and move at once.
  std::error_code error;
  if (fs::exists(fs::symlink_status(to, error))) return make_error_code(std::errc::file_exists);
  fs::rename(from, to, error);
  return error;
}

class Writer {
 public:
  Writer(const fs::path& root, Diagnostics& diagnostics) : root_(root), diagnostics_(diagnostics) {}

  // What has not taken its place, or is not to keep it, goes.
  ~Writer() {
    std::error_code ignored;
    for (const Part& part : parts_) fs::remove_all(part.staged, ignored);
    for (const fs::path& place : placed_) fs::remove_all(place, ignored);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  bool stage(const NewFile& file) {
    const fs::path place = root_ / file.path;
    const fs::path missing = first_missing(root_, file.path);
    const Part& part = part_of(missing);
    const fs::path below = place.lexically_relative(missing);
    const fs::path staged = below == "." ? part.staged : part.staged / below;
    std::error_code error;
    if (below != ".") fs::create_directories(staged.parent_path(), error);
    if (!error) error = write_flushed(staged, file.text);
    return !error || fail(place, error);
  }

  bool put_in_place() {
    for (const Part& part : parts_) {
      if (const std::error_code error = move_new(part.staged, part.place))
        return fail(part.place, error);
      placed_.push_back(part.place);
    }
    for (const fs::path& place : placed_) {
      if (const std::error_code error = flush(fs::absolute(place).parent_path()))
        return fail(place, error);
    }
    placed_.clear();
    return true;
  }

 private:
  const Part& part_of(const fs::path& place) {
    const auto known = std::find_if(parts_.begin(), parts_.end(),
                                    [&](const Part& part) { return part.place == place; });
    if (known != parts_.end()) return *known;
    const fs::path whole = place.has_filename() ? place : place.parent_path();
    const fs::path staged = whole.parent_path() / ("." + whole.filename().string() + ".new");
    std::error_code ignored;
    fs::remove_all(staged, ignored);  // left behind by a program that was killed
    parts_.push_back({place, staged});
    return parts_.back();
  }

  bool fail(const fs::path& path, const std::error_code& error) {
    if (error == std::errc::file_exists)
      diagnostics_.report(rule::already_there, {}, "", {path.generic_string()});
    else
      diagnostics_.report(rule::cannot_write, {}, "", {path.generic_string(), reason_of(error)});
    return false;
  }

  const fs::path root_;
  Diagnostics& diagnostics_;
  std::vector<Part> parts_;
  std::vector<fs::path> placed_;
};

}  // namespace

bool write_new_files(const fs::path& root, const std::vector<NewFile>& files,
                     Diagnostics& diagnostics) {
  Writer writer(root, diagnostics);
  return std::all_of(files.begin(), files.end(),
                     [&](const NewFile& file) { return writer.stage(file); }) &&
         writer.put_in_place();
}

}  // namespace yaodian
