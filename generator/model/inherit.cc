#include "model/assemble.h"
#include "model/claim.h"

namespace yaodian {
namespace {

std::string count_of(const Plan& plan, const Address& of) {
  if (of.scheme == Scheme::target) {
    const Target* target = find(plan.targets, of.id);
    return target ? target->goal.count : "";
  }
  const TaskTable* table = find(plan.tables, of.id);
  const auto measure = table ? table->find_measure(of.part) : std::nullopt;
  return measure ? table->measures[*measure].count : "";
}

// Brings OBSERVATION to the unit of count of what it is of: a number without one has it, and what
// is written in 元 becomes one of 万元. Any other unit stays.
void bring_to(PlanObservation& observation, const std::string& count) {
  if (observation.count.empty()) {
    observation.count = count;
    observation.text += count;
    return;
  }
  if (observation.count == count ||
      without_magnitude(observation.count) != without_magnitude(count))
    return;
  const auto number = in_count(observation.value, observation.count, count);
  const auto value = number ? number->exactly(0) : std::nullopt;
  if (!value) return;
  observation.value = *value;
  observation.count = count;
}

}  // namespace

void give_goals(Plan& plan) {
  for (TaskTable& table : plan.tables) {
    for (Measure& measure : table.measures) {
      const Target* target = find(plan.targets, measure.target.id);
      if (target && measure.role == Role::result && !measure.goal) measure.goal = target->goal;
    }
  }
}

void give_counts(Plan& plan) {
  for (Report& report : plan.reports) {
    for (PlanObservation& observation : report.observations)
      bring_to(observation, count_of(plan, observation.of));
  }
}

}  // namespace yaodian
