#include <unordered_set>

#include "base/rules.h"
#include "check/check.h"

namespace yaodian {
namespace {

class MeasureChecker {
 public:
  MeasureChecker(const MeasureRegister& all, Diagnostics& diagnostics)
      : all_(all), ids_(ids(all.measures)), diagnostics_(diagnostics) {
    for (const std::string& id : ids_) known_.insert(id);
  }

  void check(const Plan& plan) {
    for (const Target& target : plan.targets) check(target.shared);
    for (const TaskTable& table : plan.tables) {
      for (const Measure& measure : table.measures) check(measure.shared);
    }
    for (const Report& report : plan.reports) {
      for (const ReportFigure& figure : report.figures) check(figure.shared);
    }
  }

  // A plan that could not be read whole may be the one that names them.
  void report_unused() {
    if (diagnostics_.has_errors()) return;
    for (const SharedMeasure& measure : all_.measures) {
      if (!used_.contains(measure.id))
        diagnostics_.report(rule::unused_measure, measure.position, "", {measure.id});
    }
  }

 private:
  void check(const MeasureUse& use) {
    const std::string& id = use.measure.id;
    if (id.empty() || !all_.complete) return;
    used_.insert(id);
    if (known_.contains(id)) return;
    diagnostics_.report(rule::unknown_measure, use.measure.position, id, {id},
                        diagnostics_.suggest(id, ids_));
  }

  const MeasureRegister& all_;
  const std::vector<std::string> ids_;
  Diagnostics& diagnostics_;
  std::unordered_set<std::string_view> known_, used_;
};

}  // namespace

void check_measures(const Site& site, Diagnostics& diagnostics) {
  MeasureChecker checker(site.measures, diagnostics);
  for (const Publisher& publisher : site.publishers) {
    for (const Plan& plan : publisher.plans) checker.check(plan);
  }
  checker.report_unused();
}

}  // namespace yaodian
