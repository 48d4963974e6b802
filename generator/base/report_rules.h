// The messages about reports (月报): a part of the catalogue in base/rules.h, which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule report_day{
    "report-day",
    Severity::error,
    {"{0}", "{0}"},
    {"写 as_of: 2018-04-30（这些数截至哪一天），更正则写 corrects: 2018-04-30（更正哪一天的数）。",
     "give as_of: 2018-04-30 (the day that the figures are of), or corrects: 2018-04-30 (the day "
     "whose figures it corrects)"}};
inline constexpr Rule empty_report{
    "empty-report",
    Severity::error,
    {"月报里没有一个数", "the report has no figure"},
    {"至少写 tables、targets、totals、figures 中的一项；还没有数就先不放这个文件。",
     "give one of tables, targets, totals and figures; leave the file out until there is one"}};
inline constexpr Rule not_tracked{
    "not-tracked",
    Severity::error,
    {"“{0}”既不是任务列，也没有目标，不能上报",
     "\"{0}\" is neither a quota nor has it a goal: it cannot be reported"},
    {"核对列的编号；要跟踪它，在任务表的这一列写 quota 或 goal。",
     "check the column's id, or give it a quota or a goal in its table"}};
inline constexpr Rule unit_not_in_table{
    "unit-not-in-table",
    Severity::error,
    {"“{0}”在任务表“{1}”里没有任务", "\"{0}\" has no row in the table \"{1}\""},
    {"核对单位；确有任务就先在任务表里加上这一行。",
     "check the unit, or add its row to the table first"}};
inline constexpr Rule duplicate_observation{
    "duplicate-observation",
    Severity::error,
    {"{0}“{1}”的数报了两次（另一处在 {2}）",
     "the figure of \"{1}\" for {0} is reported twice (also at {2})"},
    {"先核对两份月报的 as_of；确实是同一天，只留一个。后一个是更正的，把那份月报的 as_of 改成 "
     "corrects，"
     "写明 received 和 reason。",
     "first check as_of of both reports; if it is right, keep one. If one corrects the other, give "
     "its report corrects, received and reason instead of as_of"}};
inline constexpr Rule duplicate_report{
    "duplicate-report",
    Severity::error,
    {"这份月报里 {0} 的数，有 {1} 个在 {2} 里也报了，第一个是“{3}”",
     "figures of this report for {0} that {2} reports too: {1}, the first is \"{3}\""},
    {"先核对 "
     "as_of：从上个月的月报抄来的，要改成这个月。日期没有错，同一个数只留一份；这一份确实是更正，"
     "才把 as_of 改成 corrects，写明 received 和 reason，只留要改的数。",
     "first check as_of: a report that was copied from last month's needs this month's day. If it "
     "is right, keep each figure once; only if this report corrects the other, give it corrects, "
     "received and reason instead of as_of, and leave only what changes"}};
inline constexpr Rule nothing_to_correct{
    "nothing-to-correct",
    Severity::error,
    {"没有一份 {0} 的月报报过“{1}”，无从更正", "no report of {0} speaks of \"{1}\""},
    {"核对 corrects 的日期；第一次上报写 as_of。",
     "check the day that it corrects; figures that are new have as_of"}};
inline constexpr Rule unreported_figure{
    "unreported-figure",
    Severity::warning,
    {"更正里有 {0} 个数，{2} 的月报没有报过，第一个是“{1}”",
     "figures of the correction that no report of {2} has: {0}, the first is \"{1}\""},
    {"核对 corrects 的日期、单位和列；第一次上报的数，另写一份 as_of 是那一天的月报。",
     "check the day that it corrects, units and columns; figures that are new belong into a report "
     "of that day, with as_of"}};
inline constexpr Rule unchanged_figure{
    "unchanged-figure",
    Severity::warning,
    {"更正里有 {0} 个数和原来报的一样，第一个是“{1}”（原来的在 {2}）",
     "figures of the correction that are what was reported: {0}, the first is \"{1}\" ({2})"},
    {"核对这些数；没有变的从更正里删去，或者空着（''），网页上就不标“更正”。",
     "check them; what does not change is left out of a correction, or blank ('')"}};
inline constexpr Rule before_plan{
    "before-plan",
    Severity::error,
    {"{0} 早于计划开始的 {1}", "{0} is before the plan begins on {1}"},
    {"核对日期，或把月报放进它那一年的文件夹；只有 figures 的月报可以早于计划。",
     "check the day, or move the report to the folder of its year; only a report that has nothing "
     "but figures may be of a day before"}};
inline constexpr Rule falling_figure{
    "falling-figure",
    Severity::warning,
    {"“{0}”累计数从 {1} 降到 {2}（前一个数在 {3}）",
     "the cumulative figure of \"{0}\" falls from {1} to {2} (the one before is at {3})"},
    {"核对两个数；前一个错了就写一份更正（corrects），确实减少就在 checks.yaml 写 accepts: {4} 和 "
     "reason: 原因。",
     "check both; correct the one before (corrects) if it was wrong; if it did fall, give accepts: "
     "{4} and reason: in checks.yaml"}};

}  // namespace yaodian::rule
