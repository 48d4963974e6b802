// What is odd about the figures of a report beside those of the others. It is most often the report
// that is wrong, so that it is told once, with how many figures it is true of.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/diagnostic.h"
#include "check/observed.h"

namespace yaodian {

class ReportRemarks {
 public:
  // ONE is reported a second time for its day; OTHER is the first.
  void add_repeated(Observed one, Observed other, const Subject& subject);
  // Takes over those of OTHERS, after the ones that are here.
  void take(ReportRemarks&& others);

  void report(Diagnostics& diagnostics) const;

 private:
  // The figures that two reports share: how many, and the first of them.
  struct Remark {
    Observed one;
    Observed other;
    std::string name;
    size_t figures = 0;
  };

  std::map<std::pair<const Report*, const Report*>, Remark> repeated_;
};

}  // namespace yaodian
