// The messages about the words of the interface: a part of the catalogue in base/rules.h, which
// includes it. Those files are the users' own, as templates are.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule missing_words{
    "missing-words",
    Severity::error,
    {"缺少界面用语文件 {0}", "the words of the interface are missing: {0}"},
    {"从程序自带的 templates/words 文件夹复制一份。",
     "copy the file from the templates/words that come with the program"}};
inline constexpr Rule missing_word{
    "missing-word",
    Severity::error,
    {"界面用语文件 {1} 里没有“{0}”", "{1} has no word \"{0}\""},
    {"在这个文件里加上一行“{0}: 用语”。", "add a line \"{0}: TEXT\" to it"}};
inline constexpr Rule wrong_place{
    "wrong-place",
    Severity::error,
    {"用语“{0}”的空“{{{{{1}}}}}”{2}", "the place \"{{{{{1}}}}}\" of the word \"{0}\" {2}"},
    {"这条用语的空：{3}。", "the places of this word: {3}"}};

}  // namespace yaodian::rule
