#include "model/plan.h"

#include "base/text.h"

namespace yaodian {

std::optional<UnitIndex> Register::find(std::string_view name) const {
  const auto found = by_name.find(normal_form(name));
  return found == by_name.end() ? std::nullopt : std::optional(found->second);
}

std::optional<size_t> TaskTable::find_measure(std::string_view wanted) const {
  for (size_t at = 0; at < measures.size(); ++at) {
    if (measures[at].id == wanted) return at;
  }
  return std::nullopt;
}

const Row* TaskTable::row_of(UnitIndex unit) const {
  const auto found = row_places.find(unit);
  return found == row_places.end() ? nullptr : &rows[found->second];
}

std::optional<Decimal> TaskTable::sum(size_t measure) const {
  if (measures[measure].is_rate()) return std::nullopt;
  Sum sum;
  for (const Row& row : rows) {
    if (row.cells[measure].is_number()) sum.add(row.cells[measure].value);
  }
  return sum.value();
}

std::string Target::goal_text() const {
  if (per.empty()) return goal.text();
  if (goal.count == "日") return "每" + per + goal.text();
  return goal.text() + "/" + per;
}

const markdown::Heading* Document::find_heading(std::string_view anchor) const {
  for (const markdown::Heading& heading : body.headings) {
    if (heading.anchor == anchor) return &heading;
  }
  return nullptr;
}

}  // namespace yaodian
