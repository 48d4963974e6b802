// The register of measures (指标登记): what several plans, of several years and publishers, count
// in the same way. content/measures.yaml lists them.
#pragma once

#include <string>
#include <vector>

#include "base/position.h"
#include "model/register.h"

namespace yaodian {

// What several plans count (职工沟通会, 集体协商覆盖面). A column, a target or a figure of a plan
// that is of it names it.
struct SharedMeasure {
  std::string id;
  std::string title;
  std::string topic;       // 主题: one of the register's
  std::string definition;  // how it is counted; may be empty
  Position position;
};

struct MeasureRegister {
  std::vector<std::string> topics;  // in the order in which pages show them
  std::vector<SharedMeasure> measures;
  bool complete = true;  // false where measures.yaml could not be read, which has been reported
};

// That a column, a target or a figure is of a shared measure. Empty where it is of none.
struct MeasureUse {
  Reference measure;
  std::string differs;  // 口径: how it is counted here, where that is another way; "" for the same
};

}  // namespace yaodian
