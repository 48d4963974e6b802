#include "model/assemble.h"

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
    for (PlanObservation& observation : report.observations) {
      const auto written = parse_figure(observation.text);
      if (written && written->count.empty()) observation.text += count_of(plan, observation.of);
    }
  }
}

}  // namespace yaodian
