// Where a site stands, and what stands beside it under hidden names: for the output "site" the new
// site ".site.new" while it is made, earlier ones ".site.1" (the newest), ".site.2" …, and
// ".site.old" for a moment where folders cannot be exchanged.
//
// What is put in place was written to the disk before, by one syncfs(2) of the file system: after a
// power cut there is the old site or the new one, and no empty files. For 2,000 files of 90 MB on a
// busy disk that took 0.15 s, where an fsync(2) took 6 ms for each file; in memory it is free. It
// also waits for what others have just written to the same file system.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <vector>

#include <sys/types.h>

#include "base/diagnostic.h"
#include "base/files.h"
#include "publish/manifest.h"

namespace yaodian {

// Why a site was not published. The old one is as it was.
struct Failure {
  std::string path;
  Argument reason;
};

// Called if another publication holds the folder, before it is waited for. HOLDER is its process, 0
// if that is not known.
using OnWait = std::function<void(pid_t holder)>;

class SitePlace {
 public:
  // Of the site OUTPUT, which need not exist. Nothing is touched.
  explicit SitePlace(const std::filesystem::path& output);
  // Removes what was staged and not put in place.
  ~SitePlace();
  SitePlace(const SitePlace&) = delete;
  SitePlace& operator=(const SitePlace&) = delete;

  // Makes the folder of the output if need be and locks it against other publications; waits for
  // one that is under way. The system ends the claim of one that is killed. Then removes what such
  // a one left behind, and makes an empty staging folder with the mode of the old site's.
  void claim(const OnWait& on_wait);

  // The following do nothing after a failure, and return false then. Paths are relative to the
  // site. Those marked with * may be called from several threads at once.

  // * Makes the folders that PATH lies in. A folder that the old site has keeps its mode.
  bool make_folder_of(std::string_view path);
  // * Writes BYTES to the new file PATH, whose folder is there.
  bool write(const std::string& path, std::string_view bytes);
  // * Gives the file PATH of the folder FROM to the new site too; a copy where the file system has
  // no links.
  bool link(int from, const std::string& path);
  // Links what is in the old site and not in its manifest OURS: the files and empty folders of
  // others. It is a failure if one of them is in the way of a file in NEXT.
  bool keep_foreign_files(const Manifest& ours, const Manifest& next);
  // Puts the staged site in place of the old one. That one becomes the NUMBERth of the earlier
  // sites, from 1, in place of the one that has this number; 0: it is removed.
  bool put_in_place(size_t number);

  // Moves the earlier sites on by one, so that there is no first, and removes all but KEEP - 1.
  bool make_room(size_t keep);
  void remove_earlier(size_t from);

  const std::filesystem::path& output() const { return output_; }
  std::filesystem::path earlier(size_t number) const;
  // The descriptor of the old site's folder as it was claimed; negative if there was none.
  int old_folder() const { return old_.number(); }
  bool ok() const { return !failed_.load(std::memory_order_relaxed); }
  const std::optional<Failure>& failure() const { return failure_; }

  bool fail(const std::filesystem::path& path, const Argument& reason);
  bool fail(const std::filesystem::path& path, const std::error_code& error);

 private:
  bool lock(const OnWait& on_wait);
  bool clean_up();
  bool make_staging();
  bool make_folder(const std::string& folder);
  bool exchange();
  std::filesystem::path beside(std::string_view suffix) const;

  std::filesystem::path output_;  // without symbolic links
  std::filesystem::path staging_;
  std::filesystem::path aside_;
  Descriptor lock_;    // of the folder that holds them
  Descriptor old_;     // the old site
  Descriptor staged_;  // the new one
  bool is_claimed_ = false;
  std::shared_mutex mutex_;  // guards what follows
  std::unordered_set<std::string> folders_;
  std::optional<Failure> failure_;
  std::atomic<bool> failed_ = false;
};

// Returns PATH as an absolute path without symbolic links, as far as it exists.
std::filesystem::path without_links(const std::filesystem::path& path);

}  // namespace yaodian
