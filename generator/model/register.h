// The register of units (单位登记表): one union, many names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/position.h"

namespace yaodian {

// The place of a unit in its publisher's register.
using UnitIndex = uint32_t;
constexpr UnitIndex kUnknownUnit =
    UINT32_MAX;  // of a row whose name is not in the register, which is an error

// An id that is written in the content, and where. Empty where it was not given.
struct Reference {
  std::string id;
  Position position;
};

// A union below (基层工会).
struct Unit {
  std::string id;
  std::string name;        // 万寿路街道总工会
  std::string short_name;  // 万寿路街道; the name where the register gives none
  std::string kind;        // 街道, 镇 …
  std::vector<std::string> aliases;
  Position position;
};

// The register of units (单位登记表) of a publisher.
struct Register {
  std::vector<std::string> kinds;  // in the order in which units are grouped
  std::vector<Unit> units;
  bool complete = true;  // false where units.yaml could not be read, which has been reported
  std::unordered_map<std::string, UnitIndex>
      by_name;  // the normal form of every name, short name and alias

  // Returns the unit that NAME (in any of its forms) means.
  std::optional<UnitIndex> find(std::string_view name) const;
};

}  // namespace yaodian
