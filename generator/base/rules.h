// The catalogue of messages. An id never changes its meaning. tests/bad holds a folder for each.
#pragma once

#include <span>

#include "base/diagnostic.h"

namespace yaodian {

// Returns every rule below, in their order.
std::span<const Rule* const> all_rules();

namespace rule {

// Files
inline constexpr Rule unreadable{
    "unreadable",
    Severity::error,
    {"“{0}”无法读取：{1}", "\"{0}\" cannot be read: {1}"},
    {"检查路径是否写对、是否有读取权限。", "check its path and that you may read it"}};
inline constexpr Rule missing_file{
    "missing-file", Severity::error, {"缺少文件 {0}", "{0} is missing"}, {"{1}", "{1}"}};
inline constexpr Rule stray_file{"stray-file",
                                 Severity::warning,
                                 {"这个文件不属于内容格式，没有被读取",
                                  "this file has no place in the content format and was not read"},
                                 {"检查文件名和所在文件夹；不需要就移出 content。",
                                  "check its name and folder, or move it out of the content"}};
inline constexpr Rule bad_file_name{
    "bad-file-name",
    Severity::error,
    {"“{0}”不能作为网址", "\"{0}\" cannot be part of an address"},
    {"文件名和编号只用小写英文字母、数字和连字符（不以连字符开头或结尾），例如 work-points。",
     "use lower-case ASCII letters, digits and inner hyphens, e.g. work-points"}};
inline constexpr Rule too_large{"too-large",
                                Severity::error,
                                {"文件超过 {0}", "the file is larger than {0}"},
                                {"拆成几个文件；大表的数据行可以放进 CSV。",
                                 "split it; the rows of a large table can live in a CSV file"}};
inline constexpr Rule not_utf8{
    "not-utf8",
    Severity::error,
    {"不是 UTF-8 编码", "not UTF-8"},
    {"用编辑器的“另存为”选择 UTF-8 编码再保存（常见原因是 GBK 或 Unicode/UTF-16）。",
     "save the file as UTF-8 (it may be GBK or UTF-16)"}};
inline constexpr Rule control_character{
    "control-character",
    Severity::error,
    {"有看不见的控制字符 U+{0}", "invisible control character U+{0}"},
    {"删除它；它常随复制粘贴带入。", "delete it; such characters come along when text is pasted"}};

// YAML
inline constexpr Rule broken_yaml{
    "broken-yaml",
    Severity::error,
    {"YAML 语法不通：{0}", "broken YAML: {0}"},
    {"检查这一行和上一行的引号、括号、逗号、冒号和缩进是否成对、对齐。",
     "check quotes, brackets, commas, colons and indentation on this line and the one before"}};
inline constexpr Rule full_width_syntax{
    "full-width-syntax",
    Severity::error,
    {"这里的全角“{0}”不是 YAML 的符号", "full-width \"{0}\" is not YAML syntax"},
    {"改成半角“{1}”；如果它是文字的一部分，给整段文字加英文引号。",
     "write \"{1}\", or put quotes around the text if it belongs to it"}};
inline constexpr Rule bad_indent{"bad-indent",
                                 Severity::error,
                                 {"缩进里有{0}", "{0} in the indentation"},
                                 {"缩进只用半角空格。", "indent with plain spaces only"}};
inline constexpr Rule missing_space{
    "missing-space",
    Severity::error,
    {"冒号后面缺少空格：“{0}”", "a space is missing after the colon: \"{0}\""},
    {"写成“键: 值”。", "write \"key: value\""}};
inline constexpr Rule unclosed_quote{"unclosed-quote",
                                     Severity::error,
                                     {"引号没有结束", "the quote is never closed"},
                                     {"在文字末尾补上 {0}。", "close it with {0}"}};
inline constexpr Rule yaml_alias{
    "yaml-alias",
    Severity::error,
    {"不支持 YAML 的锚点、别名和标签（& * !）",
     "YAML anchors, aliases and tags (& * !) are not supported"},
    {"把内容直接写出来；如果它是文字，加引号。", "write the value out, or quote it if it is text"}};
inline constexpr Rule too_deep{
    "too-deep",
    Severity::error,
    {"嵌套超过 {0} 层", "nested more than {0} levels deep"},
    {"检查括号是否漏了右半边，缩进、“>”和列表是否一层套一层。",
     "check for a bracket that is not closed, and for quotes and lists within each other"}};
inline constexpr Rule second_document{
    "second-document",
    Severity::error,
    {"文件里有第二个 YAML 文档", "the file holds a second YAML document"},
    {"删除多余的“---”或“...”，一个文件只写一份数据。", "remove the extra \"---\" or \"...\""}};

// Shape of the data
inline constexpr Rule duplicate_key{
    "duplicate-key",
    Severity::error,
    {"“{0}”写了两次（第一次在第 {1} 行）", "\"{0}\" is given twice (first on line {1})"},
    {"只留一个。", "keep one of them"}};
inline constexpr Rule unknown_key{"unknown-key",
                                  Severity::error,
                                  {"这里没有“{0}”这一项", "there is no key \"{0}\" here"},
                                  {"可以写的有：{1}。", "known keys: {1}"}};
inline constexpr Rule missing_key{"missing-key",
                                  Severity::error,
                                  {"缺少“{0}”", "\"{0}\" is missing"},
                                  {"补上“{0}: …”。", "add \"{0}: …\""}};
inline constexpr Rule wrong_type{
    "wrong-type", Severity::error, {"“{0}”应当是{1}", "\"{0}\" should be {1}"}, {"", ""}};
inline constexpr Rule not_a_date{
    "not-a-date",
    Severity::error,
    {"“{0}”不是日期", "\"{0}\" is not a date"},
    {"写成 2018-04-30 这样，并确认有这一天。", "write it like 2018-04-30"}};
inline constexpr Rule not_a_number{
    "not-a-number",
    Severity::error,
    {"“{0}”不是数", "\"{0}\" is not a number"},
    {"只写数，不带计量单位：1600、94.30 或 \"1,600\"；{1}。整数部分最多 12 位，小数最多 6 位。",
     "write the number without its unit of count: 1600, 94.30 or \"1,600\"; {1}; 12 digits and 6 "
     "decimals at most"}};
inline constexpr Rule not_a_choice{"not-a-choice",
                                   Severity::error,
                                   {"“{0}”不能是“{1}”", "\"{0}\" cannot be \"{1}\""},
                                   {"可以写的有：{2}。", "choose from: {2}"}};
inline constexpr Rule bad_goal{
    "bad-goal",
    Severity::error,
    {"看不懂的目标“{0}”", "cannot understand the goal \"{0}\""},
    {"写成 '>= 88%'、'<= 4%'、'= 100%'、'>= 12 次'、'2-4 次' 这样。",
     "write it like '>= 88%', '<= 4%', '= 100%', '>= 12 次' or '2-4 次'"}};
inline constexpr Rule bad_period{
    "bad-period",
    Severity::error,
    {"计划的起止日期颠倒了：{0} 到 {1}", "the period ends before it starts: {0} to {1}"},
    {"把 start 和 end 调换。", "swap start and end"}};
inline constexpr Rule duplicate_id{
    "duplicate-id",
    Severity::error,
    {"编号“{0}”用了两次（另一处在 {1}）", "the id \"{0}\" is used twice (also at {1})"},
    {"给其中一个换编号。", "give one of them another id"}};

// Units and tables
inline constexpr Rule duplicate_name{"duplicate-name",
                                     Severity::error,
                                     {"“{0}”同时是两个单位的名称（另一个是“{1}”，在 {2}）",
                                      "\"{0}\" names two units (also \"{1}\" at {2})"},
                                     {"名称、简称和别名在登记表中必须唯一。",
                                      "names, shorts and aliases must be unique in the register"}};
inline constexpr Rule unknown_unit{
    "unknown-unit",
    Severity::error,
    {"单位登记表里没有“{0}”", "\"{0}\" is not in the register of units"},
    {"写登记表中的名称、简称或别名；新的叫法加到 units.yaml 的 aliases。",
     "use a name, short or alias of the register; add a new name to the aliases in units.yaml"}};
inline constexpr Rule duplicate_unit{
    "duplicate-unit",
    Severity::error,
    {"“{0}”在这张表里出现了两次（第一次在第 {1} 行）",
     "\"{0}\" occurs twice in this table (first on line {1})"},
    {"一个单位只占一行；检查是否登记表把两个名称认作同一单位。",
     "a unit has one row; check whether the register takes two names for one unit"}};
inline constexpr Rule row_length{
    "row-length",
    Severity::error,
    {"这一行有 {0} 个数，应当有 {1} 个：{2}", "the row has {0} figures, it should have {1}: {2}"},
    {"补上缺的或删去多的；{3}；带逗号的数加引号，例如 \"1,600\"。",
     "add what is missing or remove what is too much; {3}; quote a number with a comma: "
     "\"1,600\""}};
inline constexpr Rule missing_column{
    "missing-column",
    Severity::error,
    {"表头缺少列“{0}”", "the header has no column \"{0}\""},
    {"第一行写“单位”，然后是每一列的编号或标题：{1}。",
     "the first line names the unit and then each column by its id or title: {1}"}};
inline constexpr Rule wrong_header{
    "wrong-header",
    Severity::error,
    {"表头不对：{0}", "wrong header: {0}"},
    {"第一行写“单位”，然后是每一列的编号或标题：{1}。",
     "the first line names the unit and then each column by its id or title: {1}"}};
inline constexpr Rule wrong_total{
    "wrong-total",
    Severity::error,
    {"“{0}”合计写的是 {1}，各行相加是 {2}，相差 {3}",
     "the total of \"{0}\" is given as {1}, the rows add up to {2}: {3} off"},
    {"核对这一列的每个数和合计；原件就是这样，就在 checks.yaml 写 accepts: {4} 和 reason: 原因。",
     "check each figure of the column, and the total; if the source says so itself, give accepts: "
     "{4} and reason: in checks.yaml"}};
inline constexpr Rule wrong_derived{
    "wrong-derived",
    Severity::error,
    {"“{0}”写的是 {1}，按 {2} × {3} 应为 {4}", "\"{0}\" is given as {1}, but {2} × {3} makes {4}"},
    {"核对这一格和它所依据的那一格，或修正 derived；原件就是这样，就在 checks.yaml 写 accepts: {5} "
     "和 reason: 原因。",
     "check this cell and the one it comes from, or the derived rule; if the source says so "
     "itself, "
     "give accepts: {5} and reason: in checks.yaml"}};
inline constexpr Rule double_goal{
    "double-goal",
    Severity::error,
    {"一列不能既有 goal 又有 {0}", "a column cannot have both goal and {0}"},
    {"任务列写 quota；实绩列写 goal，或用 target 取计划目标，只写一个。",
     "a quota has quota; a result has goal, or takes the plan's by target: give one of them"}};
inline constexpr Rule count_differs{
    "count-differs",
    Severity::error,
    {"“{0}”的计量单位是“{1}”，{4}“{2}”的是“{3}”",
     "\"{0}\" is counted in {1}, the {4} \"{2}\" in {3}"},
    {"换成同一个计量单位，否则无法比较。", "use one unit of count, or they cannot be compared"}};
inline constexpr Rule number_too_large{
    "number-too-large",
    Severity::error,
    {"“{0}”各行相加超过一万亿", "the rows of \"{0}\" add up to more than 10^12"},
    {"换用更大的计量单位，例如万元。", "use a larger unit of count"}};
inline constexpr Rule empty_table{"empty-table",
                                  Severity::error,
                                  {"表里没有{0}", "the table has no {0}"},
                                  {"至少写一列、一行。", "give at least one column and one row"}};
inline constexpr Rule broken_csv{
    "broken-csv",
    Severity::error,
    {"CSV 语法不通：{0}", "broken CSV: {0}"},
    {"各列之间用半角逗号“,”隔开；含逗号、引号或换行的格子用英文双引号括起，里面的引号写两遍。",
     "separate columns by commas; put double quotes around a cell with a comma, quote or line "
     "break, and double the quotes inside"}};

// Documents, links and targets
inline constexpr Rule missing_front_matter{
    "missing-front-matter",
    Severity::error,
    {"文件开头缺少说明项（两行“---”之间的 title 等）",
     "no front matter (title and others between two \"---\" lines)"},
    {"第一行写“---”，然后是 title: …，再以一行“---”结束。",
     "begin with a line \"---\", then title: …, then a line \"---\""}};
inline constexpr Rule unknown_scheme{
    "unknown-scheme",
    Severity::error,
    {"看不懂的链接“{0}”", "cannot understand the link \"{0}\""},
    {"站内链接写 target:、table:、unit: 或 document:，加编号；同页标题写 #标题；站外写 https://。",
     "write target:, table:, unit: or document: and an id, #heading on the page, or https:// "
     "outside"}};
inline constexpr Rule dangling_link{
    "dangling-link",
    Severity::error,
    {"没有编号为“{0}”的{1}", "there is no {1} with the id \"{0}\""},
    {"核对编号，或先把它加进内容。", "check the id, or add it to the content first"}};
inline constexpr Rule dangling_anchor{
    "dangling-anchor",
    Severity::error,
    {"“{0}”里没有标题“{1}”", "\"{0}\" has no heading \"{1}\""},
    {"锚点是标题去掉序号后的文字。", "an anchor is the heading's text without its number"}};
inline constexpr Rule wrong_embed{
    "wrong-embed",
    Severity::error,
    {"不能嵌入“{0}”", "\"{0}\" cannot be embedded"},
    {"嵌入写 ![标题](table:表)、![标题](progress:表.列) 或 "
     "![标题](report:月报)，单独成段；进度只能嵌入任务列。",
     "write ![caption](table:ID), ![caption](progress:TABLE.COLUMN) or ![caption](report:ID) as a "
     "paragraph of its own; progress needs a quota column"}};
inline constexpr Rule figure_differs{
    "figure-differs",
    Severity::error,
    {"文中写“{0}”，{1}是“{2}”", "the text says \"{0}\", {1} is \"{2}\""},
    {"改成一致；数只在一处写定。", "make them agree; a figure is decided in one place"}};
inline constexpr Rule unstated_target{
    "unstated-target",
    Severity::warning,
    {"没有一份文件提到目标“{0}”", "no document states the target \"{0}\""},
    {"在陈述它的句子里写 [数字](target:{0})。",
     "link it from the sentence that states it: [figure](target:{0})"}};
inline constexpr Rule raw_html{
    "raw-html",
    Severity::error,
    {"正文里不能写 HTML：{0}", "HTML is not allowed in a document: {0}"},
    {"改用 Markdown；如果是尖括号，写成 \\< 。", "use Markdown; write \\< for an angle bracket"}};
inline constexpr Rule doubtful_markdown{"doubtful-markdown",
                                        Severity::warning,
                                        {"“{0}”不会成为{1}", "\"{0}\" does not become {1}"},
                                        {"{2}", "{2}"}};
inline constexpr Rule heading_order{
    "heading-order",
    Severity::error,
    {"标题“{1}”不能接在“{0}”后面", "a heading \"{1}\" cannot follow \"{0}\""},
    {"正文标题从“##”开始，一级一级往下；“#”留给文件题名（title）。",
     "begin with \"##\" and go down one level at a time; \"#\" is the title"}};

// Templates, pages and output
inline constexpr Rule missing_template{"missing-template",
                                       Severity::error,
                                       {"缺少模板 {0}", "the template {0} is missing"},
                                       {"从程序自带的 templates 文件夹复制一份，或用 --templates "
                                        "写出它在哪里。",
                                        "copy it from the templates that come with the program, or "
                                        "say where it is with --templates"}};
inline constexpr Rule broken_template{"broken-template",
                                      Severity::error,
                                      {"模板语法不通：{0}", "broken template: {0}"},
                                      {"检查 {{{{#名}}}} 与 {{{{/名}}}} 是否成对。",
                                       "check that {{{{#name}}}} and {{{{/name}}}} pair up"}};
inline constexpr Rule unknown_name{
    "unknown-name",
    Severity::error,
    {"模板用了没有的名字“{0}”", "the template uses an unknown name \"{0}\""},
    {"各页可用的名字见 docs/templates.md。", "docs/templates.md lists the names of each page"}};
inline constexpr Rule missing_asset{
    "missing-asset",
    Severity::error,
    {"缺少资源文件 {0}", "the asset {0} is missing"},
    {"从程序自带的 assets 文件夹复制一份。", "copy it from the assets that come with the program"}};
inline constexpr Rule duplicate_page{"duplicate-page",
                                     Severity::error,
                                     {"两个页面要写到同一个地址 {0}（另一个来自 {1}）",
                                      "two pages share the address {0} (also from {1})"},
                                     {"换一个编号；index 是留给目录页的。",
                                      "give it another id; \"index\" is the page of the list"}};
inline constexpr Rule cannot_publish{
    "cannot-publish",
    Severity::error,
    {"网站没有发布：{0}：{1}", "the site was not published: {0}: {1}"},
    {"原来的网站没有改动。移开挡路的文件，或检查磁盘空间和写入权限，然后再试。",
     "the site is as it was; move what is in the way, or check disk space and permissions, and try "
     "again"}};

}  // namespace rule
}  // namespace yaodian

#include "base/check_rules.h"       // those of checks.yaml
#include "base/ledger_rules.h"      // those of ledger.yaml
#include "base/limit_rules.h"       // those of sizes and periods
#include "base/measure_rules.h"     // those of measures.yaml
#include "base/new_rules.h"         // those of new content
#include "base/publish_rules.h"     // those of the pages as they were made
#include "base/report_rules.h"      // those of reports
#include "base/result_rules.h"      // those of results
#include "base/text_table_rules.h"  // those of tables of text
#include "base/word_rules.h"        // those of the words of the interface
