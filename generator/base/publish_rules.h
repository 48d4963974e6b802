// The messages about pages as they were made, and about what must not get into them: a part of the
// catalogue in base/rules.h, which includes it. Templates are the users' own, so what comes out of
// them is verified.
#pragma once

#include "base/diagnostic.h"

namespace yaodian::rule {

inline constexpr Rule outside_content{
    "outside-content",
    Severity::error,
    {"这个符号链接指到内容文件夹外面：{0}",
     "this symbolic link leads out of the content folder: {0}"},
    {"把文件复制进来；网站只发布内容文件夹里的东西。",
     "copy the file; only what is in the content folder is published"}};
inline constexpr Rule dead_link{
    "dead-link",
    Severity::error,
    {"页面里的链接“{0}”{1}", "the link \"{0}\" of the page {1}"},
    {"看 {2}。链接从本页写起，写到文件（目录也写 index.html）。这样的页面共 {3} 个。",
     "see {2}; write links from the page on, down to a file (index.html of a folder); pages like "
     "this: {3}"}};
inline constexpr Rule inline_code{
    "inline-code",
    Severity::error,
    {"页面里有{1}：{0}", "the page has {1}: {0}"},
    {"看 {2}。脚本和样式放进 assets 里的文件，用 {{{{asset/名}}}} 引用。这样的页面共 {3} 个。",
     "see {2}; put scripts and styles into a file of assets and name it as {{{{asset/NAME}}}}; "
     "pages like this: {3}"}};
inline constexpr Rule outside_load{
    "outside-load",
    Severity::error,
    {"页面会从站外载入“{0}”", "the page would load \"{0}\" from outside the site"},
    {"看 {2}。把它放进 assets；站外网址只能写成 <a href>。这样的页面共 {3} 个。",
     "see {2}; put it into assets; only <a href> may lead outside; pages like this: {3}"}};
inline constexpr Rule broken_html{
    "broken-html",
    Severity::error,
    {"页面的 HTML 不通：{1}：{0}", "broken HTML: {1}: {0}"},
    {"看 {2}。这样的页面共 {3} 个。", "see {2}; pages like this: {3}"}};
inline constexpr Rule further_faults{
    "further-faults",
    Severity::error,
    {"{0} 还有 {1} 处同样的问题（{2}），没有一一列出", "{0}: {1} more of [{2}] are not listed"},
    {"先改好列出的，再检查一次。", "correct the ones that are listed and check again"}};

inline constexpr Rule cannot_roll_back{"cannot-roll-back",
                                       Severity::error,
                                       {"没有换回网站：{0}：{1}", "no site was put back: {0}: {1}"},
                                       {"现在的网站没有改动。", "the site is as it was"}};

}  // namespace yaodian::rule
