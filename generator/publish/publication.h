// Putting a site in place: all of it or nothing. The new site is built in a folder beside the old
// one and takes its place in one step.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "publish/manifest.h"
#include "publish/place.h"

namespace yaodian {

// What a publication changed, in files.
struct Changes {
  size_t added = 0;
  size_t changed = 0;
  size_t unchanged = 0;
  size_t removed = 0;

  bool any() const { return added + changed + removed > 0; }
};

// How many earlier sites stay beside the output. Without a number nothing is kept of the site that
// is replaced, and what was kept before stays as it is; 0 removes it.
using Keep = std::optional<size_t>;

// A site on its way. Files may be written from several threads. Until publish() succeeds the output
// folder is not touched; a publication that is given up removes what it has written.
class Publication {
 public:
  // Prepares to publish to OUTPUT, which need not exist. It is a failure if OUTPUT is, holds or
  // lies in one of INPUTS. Waits while another publication beside OUTPUT is under way, and tells
  // ON_WAIT; the system ends its claim if that one is killed.
  explicit Publication(const std::filesystem::path& output,
                       const std::vector<std::filesystem::path>& inputs = {},
                       const OnWait& on_wait = {});

  // Writes BYTES to PATH, relative to the output. A file that the old site has with the same bytes
  // is taken over as it is, with its time of change: it is read for that, so that one that somebody
  // edited is noticed whatever its time says.
  void write(const std::string& path, std::string_view bytes);

  // Puts the new site in place; nothing is touched if it is the same as the old one. Files and
  // empty folders in the output that an earlier publication did not make stay; a file of theirs
  // that is in the way is a failure. Returns what changed, or nothing; then failure() tells why.
  std::optional<Changes> publish(Keep keep = std::nullopt);

  const std::optional<Failure>& failure() const { return place_.failure(); }

 private:
  enum class Old : uint8_t { missing, different, same };
  Old compare(const std::string& path, std::string_view bytes) const;

  SitePlace place_;
  Manifest ours_;                                   // of the old site
  std::unordered_set<std::string_view> our_paths_;  // of ours_: every file asks
  std::mutex mutex_;                                // guards files_
  std::vector<std::string> files_;
  std::atomic<size_t> unchanged_ = 0;
  std::atomic<size_t> changed_ = 0;
};

}  // namespace yaodian
