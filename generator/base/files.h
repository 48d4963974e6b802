// The file system, as far as the generator uses it. Errors are values; nothing here throws.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/diagnostic.h"

namespace yaodian {

// A file descriptor that closes itself. A negative number is none.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  // Hands the descriptor over to the caller.
  int release();
  // Closes the descriptor and takes NUMBER.
  void reset(int number);

 private:
  int number_;
};

// The error of the last system call, from errno.
std::error_code last_error();

// Returns the bytes of the regular file PATH, or nothing with ERROR set. A file over LIMIT bytes is
// file_too_large.
std::optional<std::string> read_file(const std::filesystem::path& path, std::error_code& error,
                                     size_t limit = size_t{1} << 30);

// Writes BYTES to PATH as a new file; the folder must exist. What stood there is overwritten.
std::error_code write_file(const std::filesystem::path& path, std::string_view bytes);

// Returns the paths of all files under FOLDER, relative to it, with '/' between names and in the
// order of their bytes. Hidden files, editors' backups ("x~", "#x#", "x.swp", "x.bak") and what is
// in hidden folders are left out. A symbolic link is listed but not entered. Nothing with ERROR set
// if the folder cannot be read.
std::vector<std::string> list_files(const std::filesystem::path& folder, std::error_code& error);

// Returns what ERROR means to an editor; in the system's words where it is a rare one.
Argument reason_of(const std::error_code& error);

}  // namespace yaodian
