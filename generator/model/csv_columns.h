// What the header of a CSV file may call the columns of a table.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/table.h"

namespace yaodian {

class CsvColumns {
 public:
  explicit CsvColumns(const std::vector<const Measure*>& measures);

  // Returns the place of the column that NAME, its id or its title, is right for.
  std::optional<size_t> find(const std::string& name) const;
  // Returns also that of one whose title stands before its unit of count, "发展会员数（人）", or
  // whose name outside the table NAME is.
  std::optional<size_t> meant(const std::string& name) const;
  // "new-members / 发展会员数" of each column.
  std::vector<std::string> forms() const;
  // Each id and each title.
  std::vector<std::string> names() const;

 private:
  const std::vector<const Measure*>& measures_;
  std::unordered_map<std::string, size_t> by_name_;
};

}  // namespace yaodian
