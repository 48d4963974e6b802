#include "scaffold/yaml_text.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "read/csv.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What YAML of TEXT, as a value of a block and within brackets, is read as.
std::vector<std::string> read_back(const std::string& text) {
  const std::string yaml = yaml_text(text);
  const Source source = source_of("block: " + yaml + "\nflow: {a: " + yaml + ", b: [" + yaml +
                                  ", 1]}\nrows:\n  - [" + yaml + ", 2]\n");
  Diagnostics diagnostics;
  const auto value = yaml::parse(source, diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty()) << source.text;
  if (!value || value->items.size() != 6) return {};
  const yaml::Value& flow = value->items[3];
  return {value->items[1].text, flow.items.at(1).text, flow.items.at(3).items.at(0).text,
          value->items[5].items.at(0).items.at(0).text};
}

TEST(YamlText, IsReadBackAsItWas) {
  for (const std::string text : {"发展会员数",
                                 "%",
                                 "1,600",
                                 "a: b",
                                 "a:b",
                                 "a #b",
                                 "#a",
                                 "'",
                                 "it's",
                                 "\"quoted\"",
                                 "[a]",
                                 "{a}",
                                 "- a",
                                 "-",
                                 "?",
                                 "!tag",
                                 "&a",
                                 "*a",
                                 "|",
                                 ">",
                                 ">= 88%",
                                 "@a",
                                 "`a`",
                                 "~",
                                 "null",
                                 "NULL",
                                 "true",
                                 "",
                                 "，",
                                 "：",
                                 "通知：关于[2018]#1",
                                 "“要点”",
                                 "【重要】",
                                 "a\\b",
                                 "a:",
                                 "==",
                                 "<a>",
                                 "...",
                                 "---",
                                 "2018-04-30",
                                 "010",
                                 "，a",
                                 "a, b",
                                 "㎡",
                                 "𠀀"})
    EXPECT_THAT(read_back(text), ElementsAre(text, text, text, text)) << text;
}

TEST(YamlText, HasNoQuotesWhereNoneAreNeeded) {
  for (const std::string text :
       {"2018年房山区总工会工作计划", "人", "new-unions", "“十三五”规划", "a（b）"})
    EXPECT_EQ(yaml_text(text), text);
}

TEST(YamlText, StandsInColumnsOfATerminal) {
  EXPECT_EQ(yaml_rows({"东山街道", "西镇", "a"}, {"待定", "''"}, 2),
            "  - [东山街道, 待定, '']\n"
            "  - [西镇,     待定, '']\n"
            "  - [a,        待定, '']\n");
  EXPECT_THAT(
      yaml_maps({{"id: a", "title: 会员", "due: 1"}, {"id: bcd", "title: 工", "due: 2"}}, 0),
      ElementsAre("- {id: a,   title: 会员, due: 1}", "- {id: bcd, title: 工,   due: 2}"));
}

TEST(YamlText, StopsAligningWhereKeysDiffer) {
  EXPECT_THAT(yaml_maps({{"id: a", "label: x", "z: 1"}, {"id: bcd", "count: 人人"}, {"id: e"}}, 0),
              ElementsAre("- {id: a, label: x, z: 1}", "- {id: bcd, count: 人人}", "- {id: e}"));
}

TEST(YamlText, CopiesAValueInOneLine) {
  const Source source =
      source_of("derived:\n  share: 20%\n  of: cards\nnotes:\n  - 'a, b'\n  - c\n");
  Diagnostics diagnostics;
  EXPECT_EQ(yaml_in_line(*yaml::parse(source, diagnostics)),
            "{derived: {share: 20%, of: cards}, notes: ['a, b', c]}");
}

TEST(CsvRows, AreReadBackAsTheyWere) {
  const std::string csv = csv_rows({"会员, \"人\"", "率"}, {"东,街", "西\"镇"}, {"", "待定"});
  EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBF单位,"));
  const Source source = source_of(csv.substr(3));
  Diagnostics diagnostics;
  std::vector<std::vector<std::string>> cells;
  const auto rows = csv::parse(source, diagnostics);
  ASSERT_TRUE(rows.has_value());
  for (const csv::Row& row : *rows) {
    cells.emplace_back();
    for (const csv::Cell& cell : row) cells.back().push_back(cell.text);
  }
  EXPECT_THAT(cells,
              ElementsAre(ElementsAre("单位", "会员, \"人\"", "率"),
                          ElementsAre("东,街", "", "待定"), ElementsAre("西\"镇", "", "待定")));
}

}  // namespace
}  // namespace yaodian
