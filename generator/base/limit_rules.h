// The messages about more than the program takes, and about days that lead out of a plan: a part of
// the catalogue in base/rules.h, which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule too_many{"too-many",
                               Severity::error,
                               {"“{0}”有 {1} 个，最多 {2} 个", "\"{0}\" has {1}, {2} at most"},
                               {"拆成几个文件。", "split it into several files"}};
inline constexpr Rule long_period{"long-period",
                                  Severity::error,
                                  {"计划的起止日期相隔超过 {2} 年：{0} 到 {1}",
                                   "the period is longer than {2} years: {0} to {1}"},
                                  {"核对年份。", "check the years"}};
inline constexpr Rule outside_period{
    "outside-period",
    Severity::warning,
    {"期限 {0} 不在计划的起止日期内：{1} 到 {2}",
     "the deadline {0} is not within the plan's period, {1} to {2}"},
    {"核对年份；计划结束后三个月以内的期限不提醒。",
     "check the year; up to three months after the end nothing is said"}};

}  // namespace yaodian::rule
