// The messages about measures.yaml: a part of the catalogue in base/rules.h, which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule unknown_measure{
    "unknown-measure",
    Severity::error,
    {"measures.yaml 里没有指标“{0}”", "measures.yaml has no measure \"{0}\""},
    {"改成登记过的编号；是新的共用指标，就在 content/measures.yaml 里登记。",
     "give the id of a registered measure, or register it in content/measures.yaml"}};
inline constexpr Rule unused_measure{
    "unused-measure",
    Severity::warning,
    {"没有一个目标、列或数字是指标“{0}”的",
     "no target, column or figure is of the measure \"{0}\""},
    {"在属于它的目标、任务表的列或月报的 figures 里写 measure: {0}；用不着就删去。",
     "give measure: {0} with the targets, columns and figures that are of it, or remove it"}};

}  // namespace yaodian::rule
