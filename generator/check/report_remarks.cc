#include "check/report_remarks.h"

#include "base/rules.h"

namespace yaodian {
namespace {

// True if ONE is by its name the report that came after OTHER, which is of the same day: a
// correction, or one that is not named by that day as OTHER is.
bool is_later_by_name(const Report& one, const Report& other) {
  const std::string day = one.as_of.iso();
  if ((one.id == day) != (other.id == day)) return other.id == day;
  const auto corrects = [](const Report& report) {
    return report.id.find("correct") != std::string::npos;
  };
  return corrects(one) && !corrects(other);
}

}  // namespace

void ReportRemarks::add_repeated(Observed one, Observed other, const Subject& subject) {
  if (is_later_by_name(*other.report, *one.report)) std::swap(one, other);
  Remark& remark = repeated_[{one.report, other.report}];
  if (remark.figures++ == 0) remark = {one, other, one.name(subject), 1};
}

void ReportRemarks::take(ReportRemarks&& others) {
  for (auto& [reports, remark] : others.repeated_) {
    const auto [here, added] = repeated_.try_emplace(reports, std::move(remark));
    if (!added) here->second.figures += remark.figures;
  }
}

void ReportRemarks::report(Diagnostics& diagnostics) const {
  for (const auto& [reports, remark] : repeated_) {
    const auto& [one, other, name, figures] = remark;
    const std::string day = one.report->as_of.iso();
    if (figures == 1)
      diagnostics.report(rule::duplicate_observation, one.position(), one.underlined(),
                         {day, name, file_and_line(other.position())});
    else
      diagnostics.report(
          rule::duplicate_report, one.report->position, day,
          {day, std::to_string(figures), file_and_line(other.report->position), name});
  }
}

}  // namespace yaodian
