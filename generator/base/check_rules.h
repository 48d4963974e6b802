// The messages about checks.yaml and what is reconciled: a part of the catalogue in base/rules.h,
// which includes it.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule bad_formula{
    "bad-formula",
    Severity::error,
    {"看不懂的算式：{0}", "cannot understand the formula: {0}"},
    {"数写成 total:表.列、average:表.列、count:表、cell:表.列.单位、target:编号、report:月报.名称，"
     "或 {{number: 4家, means: 这是什么数}}；运算写成 {{sum: [数, 数]}}，另有 "
     "difference、product、ratio、average、round。",
     "a figure is total:TABLE.COLUMN, average:TABLE.COLUMN, count:TABLE, cell:TABLE.COLUMN.UNIT, "
     "target:ID, report:REPORT.NAME, or {{number: 4家, means: what it is}}; an operation is "
     "{{sum: [figure, figure]}}, or difference, product, ratio, average, round"}};
inline constexpr Rule cannot_compute{
    "cannot-compute",
    Severity::error,
    {"算不出来：{0}", "cannot be computed: {0}"},
    {"核对算式和它引用的数。", "check the formula and the figures that it refers to"}};
inline constexpr Rule unstated_figure{
    "unstated-figure",
    Severity::error,
    {"{0} 里没有写“{1}”", "{0} does not say \"{1}\""},
    {"核对数和 document；数按文中的写法写（万、亿、% 都写上）。",
     "check the figure and its document; write it as the document does, with 万, 亿 or %"}};
inline constexpr Rule claim_differs{
    "claim-differs",
    Severity::error,
    {"文中写的是 {0}，算出来是 {1}：{2}", "the text says {0}, computed it is {1}: {2}"},
    {"改正写错的数或算式；原文就是这样，写 accepted: 原因。",
     "mend the figure or the formula; if the source says so itself, give accepted: with the "
     "reason"}};
inline constexpr Rule needless_acceptance{
    "needless-acceptance",
    Severity::error,
    {"“{0}”没有不一致，用不着说明", "\"{0}\" has nothing that would have to be accepted"},
    {"删去 accepted；accepts 的删去整条。它原来指的不一致已经不在了。",
     "remove accepted, or the whole entry of accepts: what it was about is gone"}};
inline constexpr Rule doubtful_figure{
    "doubtful-figure",
    Severity::warning,
    {"“{0}”是 {1}，{2}", "\"{0}\" is {1}: {2}"},
    {"核对这个数；确实如此，就在 checks.yaml 写 accepts: {3} 和 reason: 原因。",
     "check it; if it is right, give accepts: {3} and reason: in checks.yaml"}};

}  // namespace yaodian::rule
