#include "render/plan_context.h"

#include "base/words.h"
#include "pages/site_map.h"

namespace yaodian {
namespace {

std::vector<std::vector<chart::Profile>> profiles_of(const Plan& plan, const PlanProgress& progress,
                                                     const Standings& standings) {
  std::vector<std::vector<chart::Profile>> profiles;
  for (size_t t = 0; t < plan.tables.size(); ++t) {
    const TaskTable& table = plan.tables[t];
    std::vector<chart::Profile>& measures = profiles.emplace_back();
    for (size_t m = 0; m < table.measures.size(); ++m) {
      std::vector<Decimal> figures;
      for (const uint32_t row : standings[t][m].order)
        figures.push_back(figure_of(table, m, progress.tables[t].columns[m], row).value);
      measures.push_back(chart::profile(figures));
    }
  }
  return profiles;
}

}  // namespace

PlanContext::PlanContext(const Site& of_site, const Publisher& of_publisher, const Plan& of_plan,
                         const Reconciliation& of_checks, std::optional<Date> day, unsigned jobs)
    : site(of_site),
      words(*of_site.words),
      publisher(of_publisher),
      plan(of_plan),
      checks(of_checks),
      as_of(day),
      progress(assess(of_plan, day, jobs)),
      agenda(agenda_of(of_plan, progress.day, !day.has_value())),
      fresh(freshness_of(of_plan, progress, day)),
      units(units_of(of_publisher, of_plan)),
      standings(stand(of_plan, progress, jobs)),
      statements(of_plan),
      figures(measure_figures(of_plan, progress, day)),
      profiles(profiles_of(of_plan, progress, standings)),
      deadlines(deadlines_of(*this)) {}

Column PlanContext::column(size_t table, size_t measure) const {
  return {words,
          plan.tables[table],
          plan.tables[table].measures[measure],
          standings[table][measure],
          profiles[table][measure],
          progress.tables[table],
          progress.tables[table].columns[measure],
          measure};
}

Column PlanContext::column(const Address& address) const {
  const TaskTable* table = find(plan.tables, address.id);
  return column(static_cast<size_t>(table - plan.tables.data()),
                *table->find_measure(address.part));
}

std::vector<std::vector<std::unique_ptr<const PlanContext>>> plan_contexts(
    const Site& site, const Reconciliations& reconciliations, std::optional<Date> as_of,
    unsigned jobs) {
  std::vector<std::vector<std::unique_ptr<const PlanContext>>> contexts;
  for (size_t p = 0; p < site.publishers.size(); ++p) {
    const Publisher& publisher = site.publishers[p];
    auto& plans = contexts.emplace_back();
    for (size_t y = 0; y < publisher.plans.size(); ++y) {
      plans.push_back(std::make_unique<PlanContext>(site, publisher, publisher.plans[y],
                                                    reconciliations[p][y], as_of, jobs));
    }
  }
  return contexts;
}

}  // namespace yaodian
