#include "read/yaml_rows.h"

#include <fstream>
#include <iterator>
#include <random>

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
  EXPECT_THAT(texts("- [East Town, '1,600', \"a, b\"]\n"),
              ElementsAre("East Town", "1,600", "a, b"));
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
        "- []\n",        "- [a  b]\n",     "- [a ]\n",        "- ['a'b]\n",
        "- [a #b]\n",    "- [a, - b]\n",   "-  [a]\n",        "- - [a]\n",
        "- [a] \n",      "\t- [a]\n",      "[a]\n",           "- {a: b, c}\n",
        "- {null: b}\n", "- {a:b}\n",      "- [a, !b c]\n",   "- [a, %b]\n",
        "- [a, 'b]\n",   "- {a: b]\n"})
    EXPECT_THAT(texts(line), IsEmpty()) << line;
}

TEST(CommonRows, MakeARunOnLinesThatFollowEachOther) {
  EXPECT_THAT(find_runs("rows:\n  - [a, 1]\n  - [b, 2]\n  - [c, 3]\ntotal: [6]\n"), SizeIs(1));
  EXPECT_THAT(find_runs("rows:\n  - [a, 1]\n  - [b, 2]\n\n  - [c, 3]\n"), IsEmpty());
  EXPECT_THAT(find_runs("- [a]\n- [b]\n- [c]\n - [d]\n - [e]\n - [f]\n"), SizeIs(2));
}

// A text in two lines is for the parser.
constexpr std::string_view kForTheParser = "note: >\n  a\n  b\n";

TEST(CommonRows, StayInTheSourceUnderTheKeyRows) {
  const std::string rows = "rows:\n  - [甲, 1]\n  - [乙, 2]\n  - [丙, 3]\nmore:\n  - 4\n";
  Diagnostics diagnostics;
  const Source common = source_of(rows);
  const auto value = parse(common, diagnostics, Lists::in_rows);
  ASSERT_TRUE(value && value->find("rows"));
  ASSERT_THAT(value->find("rows")->items, SizeIs(1));
  const Value& all = value->find("rows")->items[0];
  EXPECT_EQ(all.kind, Kind::rows);
  EXPECT_EQ(all.position.line, 2u);
  EXPECT_EQ(common.text.substr(all.offset, all.length), "  - [甲, 1]\n  - [乙, 2]\n  - [丙, 3]\n");
  EXPECT_EQ(value->find("more")->items[0].position.line, 6u);

  const Source other = source_of(rows + std::string(kForTheParser));
  const auto parsed = parse(other, diagnostics, Lists::in_rows);
  ASSERT_TRUE(parsed && parsed->find("rows"));
  ASSERT_THAT(parsed->find("rows")->items, SizeIs(2));
  EXPECT_TRUE(parsed->find("rows")->items[0].is_list());
  const Value& rest = parsed->find("rows")->items[1];
  EXPECT_EQ(rest.kind, Kind::rows);
  EXPECT_EQ(rest.position.line, 3u);
  EXPECT_EQ(other.text.substr(rest.offset, rest.length), "  - [乙, 2]\n  - [丙, 3]\n");
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

// Texts of rows, common and odd ones, among other lines; the same for the same seed.
class MadeUp {
 public:
  explicit MadeUp(uint64_t seed) : engine_(seed) {}

  std::string text() {
    std::string all;
    for (size_t blocks = 1 + below(4); blocks > 0; --blocks) {
      if (below(3) != 0)
        all += one_of({"rows:\n", "a: 1\n", "\n", "# c\n", "- b\n", "t: |\n", "t: >\n", "q: 'a\n",
                       "'\n", "---\n", "? \n", ": b\n", "- - [a]\n", "l: [\n", "]\n", "    more\n",
                       "rows: &x\n"});
      const std::string indent = one_of({"", " ", "  ", "    "});
      for (size_t rows = below(6); rows > 0; --rows) all += row(indent);
    }
    return all;
  }

 private:
  size_t below(size_t limit) { return static_cast<size_t>(engine_() % limit); }
  std::string one_of(const std::vector<std::string>& all) { return all[below(all.size())]; }

  std::string row(const std::string& indent) {
    const bool map = below(4) == 0;
    std::string row = indent + (map ? "- {" : "- [");
    for (size_t cells = 1 + below(3); cells > 0; --cells) {
      if (map) row += one_of({"a: ", "b: ", "c: "});
      row += below(15) != 0 ? one_of({"万", "西镇", "1600", "94.30", "-3", "''", "'1,600'", "a b"})
                            : one_of({"null", "~", "a  b", "'a '", "%a", "*a", "-", "a: b", "a #b",
                                      "'a''b'", "\"\\n\"", "&x a", "!t a", "[b]", "", "a,"});
      if (cells > 1) row += below(15) != 0 ? ", " : one_of({",", ",  ", " ,", ",\n  "});
    }
    if (below(15) == 0) return row + one_of({"] \n", "]: x\n", "] # c\n", "]\r\n", "]]\n", "\n"});
    return row + (map ? "}\n" : "]\n");
  }

  std::mt19937_64 engine_;
};

TEST(CommonRows, AreWhatTheParserMakesOfThemAmongAllElse) {
  constexpr uint64_t kTexts = 3000;
  size_t with_runs = 0;
  for (uint64_t seed = 0; seed < kTexts; ++seed) {
    const std::string text = MadeUp(seed).text();
    with_runs += !find_runs(text).empty();
    ASSERT_EQ(disagreement(text), "") << text;
  }
  EXPECT_GT(with_runs, kTexts / 5);
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
