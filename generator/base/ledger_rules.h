// The messages about ledger.yaml: a part of the catalogue in base/rules.h, which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule bad_deadline{
    "bad-deadline",
    Severity::error,
    {"看不懂的期限“{0}”", "cannot understand the deadline \"{0}\""},
    {"写成 2018-12-31、2018-11，或每周、每月、每月20日、每季度、每半年、每年；没有期限就不写 due。",
     "write it like 2018-12-31, 2018-11, 每周, 每月, 每月20日, 每季度, 每半年 or 每年; leave due "
     "out "
     "where there is none"}};
inline constexpr Rule no_period{
    "no-period",
    Severity::error,
    {"“{0}”的任务在计划内一期也没有：计划从 {1} 到 {2}",
     "a task due {0} has no deadline in the plan, which is from {1} to {2}"},
    {"核对任务的 from、整本台账的 from 和计划的 period。",
     "check the task's from, that of the ledger, and the plan's period"}};
inline constexpr Rule unknown_period{
    "unknown-period",
    Severity::error,
    {"“{0}”不是“{1}”的一期", "\"{0}\" is no period of a task due {1}"},
    {"各期从 {2} 到 {3}；for 写期限所在的那一期，不是所报数据的那一期。",
     "its periods are {2} to {3}; a period is named by its deadline, not by the time that is "
     "reported on"}};
inline constexpr Rule needless_period{
    "needless-period",
    Severity::error,
    {"只办一次的任务没有“{0}”这一期", "a task that is due once has no period \"{0}\""},
    {"删去 for；如果任务每期都要办，把 due 写成每月、每季度这样。",
     "remove for, or make the task recur: due: 每月, 每季度 …"}};
inline constexpr Rule bad_log_entry{
    "bad-log-entry",
    Severity::error,
    {"一条记录要么是销账，要么是重开，不能两样都写或都不写",
     "an entry is either a write-off or a reopening, not both or neither"},
    {"销账写 evidence（凭什么），重开写 reopened（为什么），只写一个。",
     "give evidence for a write-off, or reopened with the reason"}};
inline constexpr Rule log_order{
    "log-order",
    Severity::error,
    {"{0} 的记录排在 {1} 的后面", "the entry of {0} stands after that of {1}"},
    {"按时间先后排列，并核对日期。", "put the entries in order of time, and check the dates"}};
inline constexpr Rule not_written_off{
    "not-written-off",
    Severity::error,
    {"{0} 重开时，这项任务还没有销账", "on {0} there was nothing written off to reopen"},
    {"先写销账的那一条；多期的任务核对 for。",
     "give the write-off first; check for where the task recurs"}};
inline constexpr Rule written_off_twice{
    "written-off-twice",
    Severity::error,
    {"这项任务已经在 {0} 销账（第 {1} 行）", "it was already written off on {0} (line {1})"},
    {"只留一条；中间重开过就补上 reopened 的那一条，多期的任务核对 for。",
     "keep one; add the reopening if there was one between; check for where the task recurs"}};

}  // namespace yaodian::rule
