#include "read/yaml_rows.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "../../fuzz/rows_agreement.h"
#include "../support.h"

namespace yaodian::yaml {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The texts of the common row LINE; none if it is no common row.
std::vector<std::string> texts(std::string_view line) {
  std::vector<std::string> all;
  CommonRow row;
  if (!take_common_row(line, row)) return all;
  for (const Scalar& scalar : row.texts) all.emplace_back(scalar.text);
  return all;
}

TEST(CommonRow, IsAListOfPlainAndSimplyQuotedTexts) {
  EXPECT_THAT(texts("  - [万寿路街道, 1600, 94.30, -3, '', \"西镇\"]\n"),
              ElementsAre("万寿路街道", "1600", "94.30", "-3", "", "西镇"));
  EXPECT_THAT(texts("- [a,b,  c]\r\n"), ElementsAre("a", "b", "c"));
}

TEST(CommonRow, IsAMapOfThem) {
  EXPECT_THAT(texts("  - {id: wanshoulu, name: '万寿路街道'}\n"),
              ElementsAre("id", "wanshoulu", "name", "万寿路街道"));
}

TEST(CommonRow, IsNothingThatAParserMightReadInAnotherWay) {
  for (const char* line :
       {"- [a, b]",      "- [a, b] # c\n", "- [a, [b]]\n",    "- [a, b: c]\n",
        "- [a, null]\n", "- [a, ~]\n",     "- [a, 'b''c']\n", "- [a, \"b\\n\"]\n",
        "- [a, &b c]\n", "- [a, *b]\n",    "- [a, b, ]\n",    "- [, b]\n",
        "- []\n",        "- [a b]\n",      "- [a, - b]\n",    "-  [a]\n",
        "- - [a]\n",     "- [a] \n",       "\t- [a]\n",       "[a]\n",
        "- {a: b, c}\n", "- {null: b}\n",  "- {a:b}\n",       "- [a, !b c]\n",
        "- [a, %b]\n",   "- [a, 'b]\n",    "- {a: b]\n"})
    EXPECT_THAT(texts(line), IsEmpty()) << line;
}

TEST(CommonRows, MakeARunOnLinesThatFollowEachOther) {
  EXPECT_THAT(find_runs("rows:\n  - [a, 1]\n  - [b, 2]\n  - [c, 3]\ntotal: [6]\n"), SizeIs(1));
  EXPECT_THAT(find_runs("rows:\n  - [a, 1]\n  - [b, 2]\n\n  - [c, 3]\n"), IsEmpty());
  EXPECT_THAT(find_runs("- [a]\n- [b]\n- [c]\n - [d]\n - [e]\n - [f]\n"), SizeIs(2));
}

TEST(CommonRows, StayInTheSourceUnderTheKeyRows) {
  const Source source = source_of("rows:\n  - [甲, 1]\n  - [乙, 2]\n  - [丙, 3]\nmore:\n  - 4\n");
  Diagnostics diagnostics;
  const auto value = parse(source, diagnostics, Lists::in_rows);
  ASSERT_TRUE(value && value->find("rows"));
  const std::vector<Value>& items = value->find("rows")->items;
  ASSERT_THAT(items, SizeIs(2));
  EXPECT_TRUE(items[0].is_list());
  EXPECT_EQ(items[1].kind, Kind::rows);
  EXPECT_EQ(items[1].position.line, 3u);
  EXPECT_EQ(source.text.substr(items[1].offset, items[1].length), "  - [乙, 2]\n  - [丙, 3]\n");
  EXPECT_EQ(value->find("more")->items[0].position.line, 6u);
}

TEST(CommonRows, AreWhatTheParserMakesOfThem) {
  const std::string rows = "  - [甲, 1]\n  - [乙, 2]\n  - [丙, 3]\n";
  for (const std::string& text : std::vector<std::string>{
           "rows:\n" + rows,
           "rows:\n" + rows + "total: [6]\n",
           "- a\n" + rows,
           "text: |\n" + rows + "more: 1\n",
           "text: 'a\n" + rows + "'\n",
           "text: [a,\n" + rows + "]\n",
           "rows:\n" + rows + "    more\n",
           "rows:\n" + rows + " - b\n",
           "rows: &a\n" + rows,
           "rows: !a\n" + rows,
           "a\n---\n" + rows,
           rows + "...\n" + rows,
           "? \n" + rows + ": b\n",
           "rows:\n" + rows + "  - [丁, 4]: 5\n",
           "rows:\n" + rows + "  - [丁\n",
           "rows:\n" + rows + "  - {a: 1, a: 2}\n  - {b: 1, b: 2}\n  - {c: 1, c: 2}\n",
           "rows:\n" + rows + "rows:\n" + rows,
           "a:\n  rows:\n  - b\n" + rows,
           "#\n" + rows,
           "rows:\r\n  - [甲]\r\n  - [乙]\r\n  - [丙]\r\nb: [\r\n"})
    EXPECT_EQ(disagreement(text), "") << text;
}

TEST(CommonRows, AreWhatTheParserMakesOfThemInEveryInputThatWasFound) {
  const std::filesystem::path corpus = std::filesystem::path(PROJECT_FOLDER) / "tests/fuzz/corpus";
  size_t inputs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(corpus / "rows")) {
    std::ifstream file(entry.path(), std::ios::binary);
    EXPECT_EQ(disagreement({std::istreambuf_iterator<char>(file), {}}), "") << entry.path();
    ++inputs;
  }
  EXPECT_GT(inputs, 0u);
}

}  // namespace
}  // namespace yaodian::yaml
