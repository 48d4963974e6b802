// What is odd about the figures of a report beside those of the others. It is most often the report
// that is wrong, so that it is told once, with how many figures it is true of.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/diagnostic.h"
#include "check/observed.h"

namespace yaodian {

class ReportRemarks {
 public:
  // ONE is reported a second time for its day; OTHER is the first.
  void add_repeated(Observed one, Observed other, const Subject& subject);
  // ONE, of a correction, is what OTHER had said.
  void add_unchanged(const Observed& one, const Observed& other, const Subject& subject);
  // ONE, of a correction, was not reported before.
  void add_unreported(const Observed& one, const Subject& subject);
  // Nothing will be said of figures of REPORT, a correction, that were not reported before.
  void excuse(const Report& report) { excused_.insert(&report); }
  // Takes over those of OTHERS, after the ones that are here.
  void take(ReportRemarks&& others);

  void report(Diagnostics& diagnostics) const;

 private:
  enum class Kind : uint8_t { repeated, unchanged, unreported };
  // The figures of one kind in a report: how many, and the first of them.
  struct Remark {
    Observed one;
    Observed other;
    std::string name;
    size_t figures = 0;
  };
  // The report, and of repeated figures the other one.
  using Key = std::tuple<Kind, const Report*, const Report*>;

  void add(const Key& key, const Observed& one, const Observed& other, const Subject& subject);
  static void report_repeated(const Remark& remark, Diagnostics& diagnostics);

  std::map<Key, Remark> remarks_;
  std::set<const Report*> excused_;
};

}  // namespace yaodian
