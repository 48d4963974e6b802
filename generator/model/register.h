// The register of units (单位登记表): one union, many names.
#pragma once

#include <cstdint>
#include <functional>
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

// Lets a name be looked up without a copy of it.
struct NameHash {
  using is_transparent = void;
  size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

// The register of units (单位登记表) of a publisher.
struct Register {
  std::vector<std::string> kinds;  // in the order in which units are grouped
  std::vector<Unit> units;
  bool complete = true;  // false where units.yaml could not be read, which has been reported
  bool distinct = true;  // false where two units have one name, which has been reported
  // The normal form of every name, short name and alias.
  std::unordered_map<std::string, UnitIndex, NameHash, std::equal_to<>> by_name;

  // Returns the unit that NAME (in any of its forms) means.
  std::optional<UnitIndex> find(std::string_view name) const;
  // The same for a name that is likely to be that of the unit GUESS or the one after it, as in a
  // list of units in the register's order.
  std::optional<UnitIndex> find(std::string_view name, UnitIndex guess) const;
};

}  // namespace yaodian
