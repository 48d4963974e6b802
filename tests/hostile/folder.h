// A content folder that means harm, and a run of the program over it.
#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "../program.h"

namespace yaodian {

// A working folder with the project's own templates and assets.
class HostileFolder {
 public:
  explicit HostileFolder(const Files& more = {}) {
    for (const auto& [path, text] : small_site(more)) write("content/" + path, text);
    for (const char* name : {"templates", "assets"})
      std::filesystem::create_directory_symlink(std::filesystem::path(PROJECT_FOLDER) / name,
                                                path(name));
  }

  std::filesystem::path path(std::string_view name) const { return folder_ / name; }
  void write(std::string_view name, std::string_view text) const { folder_.write(name, text); }

  // Runs COMMAND within bounds that no content may need more than.
  Outcome run(const std::string& command = "build") const {
    std::vector<std::string> arguments = {command, "--jobs", "2"};
    return run_program(arguments, folder_.path(), {1500, 60});
  }

  // What is in the working folder beside content, templates and assets.
  Files made() const {
    Files files = tree_of(folder_.path());
    std::erase_if(files, [](const auto& file) {
      return file.first.starts_with("content/") || file.first == "templates" ||
             file.first == "assets";
    });
    return files;
  }

 private:
  TemporaryFolder folder_;
};

// The ids of the messages in OUTCOME, each once for each time it is there, in order.
inline std::vector<std::string> ids_in(const Outcome& outcome) {
  std::vector<std::string> ids;
  for (size_t at = 0; (at = outcome.err.find(" [", at)) != std::string::npos; ++at) {
    const size_t end = outcome.err.find("] ", at);
    const std::string id = outcome.err.substr(at + 2, end - at - 2);
    if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos)
      ids.push_back(id);
  }
  return ids;
}

}  // namespace yaodian
