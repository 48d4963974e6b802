#include "publish/publication.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/files.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

// True if INNER is FOLDER or lies in it.
bool holds(const fs::path& folder, const fs::path& inner) {
  return std::mismatch(folder.begin(), folder.end(), inner.begin(), inner.end()).first ==
         folder.end();
}

// Returns true if the rest of FILE is BYTES.
bool reads_as(int file, std::string_view bytes) {
  static thread_local std::vector<char> buffer(1 << 17);
  for (;;) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    const auto length = static_cast<size_t>(std::max<ssize_t>(got, 0));
    if (got < 0 || length > bytes.size() || std::memcmp(buffer.data(), bytes.data(), length) != 0)
      return false;
    if (got == 0) return bytes.empty();
    bytes.remove_prefix(length);
    if (bytes.empty()) return true;  // its size was asked before
  }
}

}  // namespace

Publication::Publication(const fs::path& output, const std::vector<fs::path>& inputs,
                         const OnWait& on_wait)
    : place_(output) {
  for (const fs::path& input : inputs) {
    const fs::path other = without_links(input);
    if (!holds(place_.output(), other) && !holds(other, place_.output())) continue;
    place_.fail(place_.output(),
                Text{"网站会盖住内容、模板或资源的文件夹",
                     "the site would cover the folder of the content, templates or assets"});
  }
  place_.claim(on_wait);
  if (place_.ok() && place_.old_folder() >= 0) ours_ = read_manifest(place_.output());
  our_paths_.insert(ours_.paths().begin(), ours_.paths().end());
}

Publication::Old Publication::compare(const std::string& path, std::string_view bytes) const {
  if (!our_paths_.contains(path)) return Old::missing;
  const Descriptor file(
      ::openat(place_.old_folder(), path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (file.number() < 0) return errno == ENOENT ? Old::missing : Old::different;
  struct stat status;
  const bool same = ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
                    static_cast<size_t>(status.st_size) == bytes.size() &&
                    reads_as(file.number(), bytes);
  return same ? Old::same : Old::different;
}

void Publication::write(const std::string& path, std::string_view bytes) {
  if (!place_.make_folder_of(path)) return;
  {
    const std::lock_guard guard(mutex_);
    files_.push_back(path);
  }
  const Old old = compare(path, bytes);
  if (old == Old::same && place_.link(place_.old_folder(), path)) {
    ++unchanged_;
    return;
  }
  place_.write(path, bytes);
  changed_ += old == Old::different;
}

std::optional<Changes> Publication::publish(Keep keep) {
  Changes changes{0, changed_, unchanged_, 0};
  const Manifest next(std::move(files_));
  changes.added = next.paths().size() - changes.changed - changes.unchanged;
  for (const std::string& path : ours_.paths()) changes.removed += !next.contains(path);
  if (place_.ok() && (changes.any() || place_.old_folder() < 0)) {
    place_.keep_foreign_files(ours_, next);
    place_.write(std::string(kManifest), next.text());
    const bool is_kept = keep.value_or(0) > 0 && !ours_.paths().empty();
    if (is_kept) place_.make_room(*keep);
    place_.put_in_place(is_kept ? 1 : 0);
  }
  if (!place_.ok()) return std::nullopt;
  if (keep) place_.remove_earlier(*keep + 1);
  return changes;
}

}  // namespace yaodian
