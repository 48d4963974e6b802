// A project with two versions of its content, so that each build changes, adds and removes files,
// and ways to run the program in it while something goes wrong.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

#include "../program.h"

namespace yaodian {

// What a run finds other than usual.
struct Circumstances {
  std::map<std::string, std::string> environment;
  bool as_nobody = false;        // without root's rights, to whom nothing is forbidden
  std::filesystem::path folder;  // the current one, if not the project's
  bool with_faults = false;      // with fault.cc loaded before the C library
};

// A run of the program that may still be under way.
class Child {
 public:
  Child(std::vector<std::string> arguments, const Circumstances& circumstances);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Waits for the end. The status is -1 if a signal ended the program.
  Outcome wait();
  // What the program has said on its standard error so far.
  std::string said() const { return file_text(output_ / "err"); }
  pid_t process() const { return process_; }

 private:
  TemporaryFolder output_;
  pid_t process_ = -1;
};

class FaultProject {
 public:
  FaultProject();

  // Writes the content of version 1 or 2.
  void write_version(int version) const;
  // Builds "www/site", or runs COMMAND.
  Outcome run(const Circumstances& circumstances = {},
              std::vector<std::string> command = {"build"}) const;
  std::vector<std::string> arguments(std::vector<std::string> command = {"build"}) const;
  // How many calls a build of VERSION makes with the site of the other version in place, which is
  // put back.
  long count_calls(int version, const std::map<std::string, std::string>& environment = {}) const;

  std::filesystem::path path(std::string_view name) const { return folder_ / name; }
  const std::filesystem::path& folder() const { return folder_.path(); }
  Files site() const { return tree_of(folder_ / "www/site"); }
  // The names beside the site.
  std::vector<std::string> beside() const;
  // The version whose site stands in FOLDER, each byte of it; 0 for any other tree.
  int version_in(std::string_view folder = "www/site") const;
  int version_of(const Files& site) const;
  // The site that a version makes.
  const Files& site_of(int version) const { return sites_.at(version); }
  // Makes the project belong to nobody.
  void hand_over() const;

 private:
  TemporaryFolder folder_;
  std::map<int, Files> sites_;
};

}  // namespace yaodian
