#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "model/assemble.h"
#include "read/fields.h"

namespace yaodian {
namespace {

void add_name(Register& units, UnitIndex unit, const std::string& name, const Position& position,
              Diagnostics& diagnostics) {
  const auto [known, fresh] = units.by_name.emplace(normal_form(name), unit);
  if (fresh || known->second == unit) return;
  units.distinct = false;
  const Unit& other = units.units[known->second];
  diagnostics.report(rule::duplicate_name, position, name,
                     {name, other.name, file_and_line(other.position)});
}

void read_unit(const yaml::Value& value, Register& units,
               std::unordered_map<std::string, Position>& ids, Diagnostics& diagnostics) {
  Fields fields(value, "units", diagnostics);
  Unit unit;
  unit.position = value.position;
  unit.id = fields.id("id");
  unit.name = fields.text("name");
  unit.short_name = fields.optional_text("short");
  const bool has_short = !unit.short_name.empty();
  if (!has_short) unit.short_name = unit.name;
  const size_t kind = fields.choice("kind", units.kinds, units.kinds.size());
  unit.kind = kind < units.kinds.size() ? units.kinds[kind] : "";
  unit.aliases = fields.optional_texts("aliases");
  if (unit.name.empty()) {
    units.complete = false;
    return;
  }

  const auto [known, fresh] = ids.emplace(unit.id, fields.position_of("id"));
  if (!fresh && !unit.id.empty()) {
    diagnostics.report(rule::duplicate_id, fields.position_of("id"), unit.id,
                       {unit.id, file_and_line(known->second)});
  }
  const auto index = static_cast<UnitIndex>(units.units.size());
  units.units.push_back(unit);
  add_name(units, index, unit.name, fields.position_of("name"), diagnostics);
  if (has_short && unit.short_name != unit.name) {
    add_name(units, index, unit.short_name, fields.position_of("short"), diagnostics);
  }
  for (const std::string& alias : unit.aliases)
    add_name(units, index, alias, fields.position_of("aliases"), diagnostics);
}

}  // namespace

Register read_register(const yaml::Value& file, Diagnostics& diagnostics) {
  Register units;
  Fields fields(file, "units.yaml", diagnostics);
  for (const yaml::Value& kind : fields.optional_items("kinds")) {
    const auto known = std::find(units.kinds.begin(), units.kinds.end(), kind.text);
    if (known == units.kinds.end())
      units.kinds.push_back(kind.text);
    else
      diagnostics.report(rule::duplicate_key, kind.position, kind.text,
                         {kind.text, std::to_string(fields.position_of("kinds").line)});
  }
  std::unordered_map<std::string, Position> ids;
  // A list whose lines are still to come is an empty one.
  const yaml::Value* list = file.find("units");
  const bool begun = list && list->kind == yaml::Kind::nothing;
  const std::vector<yaml::Value>& values =
      begun ? fields.optional_items("units") : fields.items("units");
  units.complete = begun || fields.optional("units") != nullptr;
  constexpr size_t kNames = 3;  // of a unit: its name, its short name, an alias
  units.units.reserve(values.size());
  units.by_name.reserve(values.size() * kNames);
  ids.reserve(values.size());
  for (const yaml::Value& value : values) read_unit(value, units, ids, diagnostics);
  return units;
}

}  // namespace yaodian
