// The messages about more than the program takes, about days that lead out of a plan and about days
// of reports that do not fit together: a part of the catalogue in base/rules.h, which includes it.
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
    {"{0} {1} 不在计划的起止日期内：{2} 到 {3}",
     "{0} {1} is not within the plan's period, {2} to {3}"},
    {"核对年份；计划结束后三个月以内的日期不提醒。",
     "check the year; up to three months after the end nothing is said"}};
inline constexpr Rule received_early{
    "received-early",
    Severity::warning,
    {"收到日期 {0} 早于这些数的日期 {1}", "received {0} is before {1}, the day of the figures"},
    {"核对 received 和 {2} 的年、月、日。", "check the days of received and {2}"}};
inline constexpr Rule misdated_report{
    "misdated-report",
    Severity::warning,
    {"文件名写的是 {0}，{1} 写的是 {2}", "the file is named {0}, its {1} is {2}"},
    {"改正写错的那一个：进度按最新一份月报的日期判断。不是这一天的月报，文件名就不要以日期开头。",
     "mend the one that is wrong: progress is judged on the day of the newest report; the name of "
     "a "
     "report of another day should not begin with a date"}};

}  // namespace yaodian::rule
