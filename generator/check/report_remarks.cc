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
  add({Kind::repeated, one.report, other.report}, one, other, subject);
}

void ReportRemarks::add_unchanged(const Observed& one, const Observed& other,
                                  const Subject& subject) {
  add({Kind::unchanged, one.report, nullptr}, one, other, subject);
}

void ReportRemarks::add_unreported(const Observed& one, const Subject& subject) {
  add({Kind::unreported, one.report, nullptr}, one, {}, subject);
}

void ReportRemarks::add(const Key& key, const Observed& one, const Observed& other,
                        const Subject& subject) {
  Remark& remark = remarks_[key];
  if (remark.figures++ == 0) remark = {one, other, one.name(subject), 1};
}

void ReportRemarks::take(ReportRemarks&& others) {
  for (auto& [key, remark] : others.remarks_) {
    const auto [here, added] = remarks_.try_emplace(key, std::move(remark));
    if (!added) here->second.figures += remark.figures;
  }
}

void ReportRemarks::report_repeated(const Remark& remark, Diagnostics& diagnostics) {
  const auto& [one, other, name, figures] = remark;
  const std::string day = one.report->as_of.iso();
  if (figures == 1)
    return diagnostics.report(rule::duplicate_observation, one.position(), one.underlined(),
                              {day, name, file_and_line(other.position())});
  diagnostics.report(rule::duplicate_report, one.report->position, day,
                     {day, std::to_string(figures), file_and_line(other.report->position), name});
}

void ReportRemarks::report(Diagnostics& diagnostics) const {
  for (const auto& [key, remark] : remarks_) {
    const auto& [one, other, name, figures] = remark;
    if (std::get<Kind>(key) == Kind::repeated)
      report_repeated(remark, diagnostics);
    else if (std::get<Kind>(key) == Kind::unchanged)
      diagnostics.report(rule::unchanged_figure, one.position(), one.underlined(),
                         {std::to_string(figures), name, file_and_line(other.position())});
    else if (!excused_.contains(one.report))
      diagnostics.report(rule::unreported_figure, one.position(), one.underlined(),
                         {std::to_string(figures), name, one.report->as_of.iso()});
  }
}

}  // namespace yaodian
