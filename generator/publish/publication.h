// Putting a site in place: all of it or nothing. The new site is built in a folder beside the old
// one and takes its place in one step.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"

namespace yaodian {

// What a publication changed, in files.
struct Changes {
  size_t added = 0;
  size_t changed = 0;
  size_t unchanged = 0;
  size_t removed = 0;
};

// Why a site was not published. The old one is as it was.
struct Failure {
  std::string path;
  Argument reason;
};

// A site on its way. Files may be written from several threads. Until publish() succeeds the output
// folder is not touched; a publication that is given up removes what it has written.
class Publication {
 public:
  // Prepares to publish to OUTPUT, which need not exist. It is a failure if OUTPUT is, holds or
  // lies in one of INPUTS. Waits while another publication beside OUTPUT is under way; the system
  // ends its claim if that one is killed.
  explicit Publication(const std::filesystem::path& output,
                       const std::vector<std::filesystem::path>& inputs = {});
  ~Publication();
  Publication(const Publication&) = delete;
  Publication& operator=(const Publication&) = delete;

  // Writes BYTES to PATH, relative to the output. A file that the old site has with the same bytes
  // is taken over as it is, with its time of change.
  void write(const std::string& path, std::string_view bytes);

  // Puts the new site in place. Files and empty folders in the output that an earlier publication
  // did not make stay; a file of theirs that is in the way is a failure. Returns what changed, or
  // nothing; then failure() tells why.
  std::optional<Changes> publish();

  const std::optional<Failure>& failure() const { return failure_; }

 private:
  void prepare();
  void fail(const std::filesystem::path& path, const Argument& reason);
  void fail(const std::filesystem::path& path, const std::error_code& error);
  bool take_over_if_equal(const std::string& path, std::string_view bytes);
  void make_folder_of(const std::string& path);
  void keep_foreign_files(const std::set<std::string>& ours);
  void write_manifest();
  void exchange();

  std::filesystem::path output_;   // without symbolic links
  std::filesystem::path staging_;  // beside it
  std::filesystem::path
      aside_;         // where the old site stands for a moment if folders cannot be exchanged
  Descriptor lock_;   // of the folder that holds them
  std::mutex mutex_;  // guards what follows, while files are written
  std::set<std::string> files_;
  std::set<std::string> folders_;
  std::optional<Failure> failure_;
  std::atomic<size_t> unchanged_ = 0;
  std::atomic<size_t> added_ = 0;
};

}  // namespace yaodian
