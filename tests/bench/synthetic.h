// Content of any size, made up: the same numbers make the same bytes everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>

namespace yaodian::bench {

// What the content is to hold. One publisher, one plan.
struct Size {
  size_t units = 1000;
  size_t tables = 4;   // each with a row for nearly every unit; the first one for all. At least 1
  size_t columns = 5;  // quotas in a table, at least 1
  size_t documents = 20;  // of about 6 KB, each with a target of its own
  size_t reports = 10;    // monthly ones of all rows of all tables, from 2027-01-31 on
  bool csv = false;       // rows in CSV files, not in the YAML of tables and reports
  bool gaps =
      true;  // whether rows are missing from tables, quotas are 待定 or 0, and figures blank
  bool extras = true;  // whether the site has a search and pages of the data files
  uint64_t seed = 2027;
};

// Returns the files of a content folder, text by path. They build without an error or a warning.
std::map<std::string, std::string> synthetic_content(const Size& size);

// The id and the short name of the AT-th unit. No two units are called the same.
std::string unit_id(size_t at);
std::string short_name(size_t at);

// Returns the path of the newest report in the content folder; there must be one.
std::string newest_report(const Size& size);

// Returns the YAML of a report with one figure of its last row larger by one.
std::string with_one_change(std::string report);

// Returns how many pages a site of this size has, counted from the content format alone.
size_t expected_pages(const Size& size);

// Writes FILES under FOLDER, which is made where it is missing.
std::error_code write_content(const std::map<std::string, std::string>& files,
                              const std::filesystem::path& folder);

}  // namespace yaodian::bench
