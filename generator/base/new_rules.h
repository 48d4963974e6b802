// The messages about new content, and about reports that are not filled in yet: a part of the
// catalogue in base/rules.h, which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule blank_report{
    "blank-report",
    Severity::warning,
    {"这份月报还没有填一个数，这一次不计入",
     "no figure has been filled in: this report does not count yet"},
    {"填上数；填了一个就计入，空着的按未报。", "fill it in; from the first figure on it counts"}};
inline constexpr Rule blank_column{
    "blank-column",
    Severity::warning,
    {"月报里“{0}”一个数也没有，各单位都显示“未报”",
     "the report has no figure of {0}: every unit is shown as not reported"},
    {"补上数；这一期没有收这些数，就{1}。",
     "fill it in, or {1} if it was not asked for this time"}};
inline constexpr Rule already_there{"already-there",
                                    Severity::error,
                                    {"{0} 已经有了", "{0} is already there"},
                                    {"已有的文件不会改写。换一个编号，或直接编辑它。",
                                     "no file is overwritten: choose another id, or edit it"}};
inline constexpr Rule missing_parent{
    "missing-parent",
    Severity::error,
    {"还没有{0}“{1}”", "there is no {0} \"{1}\" yet"},
    {"核对编号；确实没有，就先运行 {2}", "check the id; if it is new, first run {2}"}};
inline constexpr Rule no_units{"no-units",
                               Severity::error,
                               {"单位登记表里还没有单位", "the register has no units yet"},
                               {"任务表一行一个单位。先在 {0} 里登记。",
                                "a table has a row for each unit: first add them to {0}"}};
inline constexpr Rule nothing_to_report{
    "nothing-to-report",
    Severity::error,
    {"没有可以上报的列或目标：{0}", "no column or target that can be reported: {0}"},
    {"可以上报的是任务表里写了 quota、goal 或 target 的列，和 targets.yaml 里的目标。",
     "columns with quota, goal or target, and the targets of targets.yaml, can be reported"}};
inline constexpr Rule cannot_write{
    "cannot-write",
    Severity::error,
    {"{0} 没有写成：{1}", "{0} was not written: {1}"},
    {"检查磁盘空间和写入权限，移开挡路的文件，然后再试。",
     "check disk space and permissions, move what is in the way, and try again"}};

}  // namespace yaodian::rule
