#include "read/yaml_common.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>

#include "../../fuzz/rows_agreement.h"
#include "../support.h"
#include "base/files.h"

namespace yaodian::yaml {
namespace {

bool is_common(const std::string& text) {
  const Source source = source_of(text);
  return parse_common(source, source.text, 1, Lists::whole).has_value();
}

TEST(CommonFile, IsMapsAndListsOfWhatStandsOnOneLine) {
  for (const char* text : {
           "title: 2018年工作要点（1）\n",
           "# 说明\n\ntitle: a, b; c\r\ngoal: '>= 10%'\nurl: https://example.org/a#b\n",
           "period: {start: 2018-01-01, end: 2018-12-31}\nheadline: [a.b, target:c]\n",
           "- {id: a, aliases: [b, 'c d']}\n- {id: e}\n",
           "tables:\n  table-01:\n    columns: [a, b]\n    rows:\n      - [甲, 1, '']\n",
           "rows:\n- [甲, 1]\n- [乙, 2]\nmore: 3",
           "- says: a\n  equals:\n    sum:\n      - {number: 3户}\n      - b\n- says: c\n",
           "sample-clause: '{{n}} of {{all}}: \"half\"'\n",
       }) {
    EXPECT_TRUE(is_common(text)) << text;
    EXPECT_EQ(disagreement(text), "") << text;
  }
}

TEST(CommonFile, LeavesEverythingElseToTheParser) {
  for (const char* text : {
           "",
           "# c\n",
           "a\n",
           "a:\n",
           "a: b: c\n",
           "a: b #c\n",
           "a: b\n  c\n",
           "a: 'b\n  c'\n",
           "a: 'it''s'\n",
           "a: \"\\u4e2d\"\n",
           "a: |\n  b\n",
           "a: &b c\n",
           "a: *b\n",
           "a: !b c\n",
           "a: null\n",
           "a: ~\n",
           "a: [b\n",
           "a: [b,]\n",
           "a: {b}\n",
           "a: b\na: c\n",
           "a: {b: 1, b: 2}\n",
           "a: b\n c: d\n",
           "a:\n    b: c\n  d: e\n",
           "a:\n- b\n  - c\n",
           "a: b \n",
           "a:\tb\n",
           "- a\nb: c\n",
           "- - a\n",
           "---\na: b\n",
           "a: b\n---\nc: d\n",
           "? a\n: b\n",
           "a: `b`\n",
           "a: @b\n",
           "a: %b\n",
       }) {
    EXPECT_FALSE(is_common(text)) << text;
    EXPECT_EQ(disagreement(text), "") << text;
  }
}

TEST(CommonFile, IsNotNestedMoreDeeplyThanContentMayBe) {
  std::string text;
  for (int depth = 0; depth <= kDeepest; ++depth)
    text += std::string(static_cast<size_t>(depth), ' ') + "a:\n";
  text += std::string(kDeepest + 1, ' ') + "a: b\n";
  EXPECT_FALSE(is_common(text));
  EXPECT_EQ(disagreement(text), "");
  const std::string brackets = "a: " + std::string(100'000, '[') + "b\n";
  EXPECT_FALSE(is_common(brackets));
}

// Texts of lines that are common, nearly common and odd; the same for the same seed.
class MadeUp {
 public:
  explicit MadeUp(uint64_t seed) : engine_(seed) {}

  std::string text() {
    std::string all;
    size_t indent = 0;
    for (size_t lines = 1 + below(6); lines > 0; --lines) {
      if (below(8) == 0) all += one_of({"\n", "# c\n", "  # c\n", "  \n"});
      const std::string dash = below(8) == 0 ? "- " : "";
      const bool opens = below(4) == 0;
      all += std::string(indent, ' ') + dash + key() + (opens ? ":" : ": " + value()) +
             (below(20) == 0 ? one_of({" \n", "", "\r\n"}) : "\n");
      if (!opens) {
        if (below(6) == 0) indent -= std::min<size_t>(indent, 1 + below(2));
      } else if (below(2) == 0) {
        for (size_t rows = 1 + below(3); rows > 0; --rows)
          all += std::string(indent, ' ') + "- " + value() + "\n";
      } else {
        indent += below(8) == 0 ? 0 : 1 + below(3) + dash.size();
      }
    }
    return all;
  }

 private:
  size_t below(size_t limit) { return static_cast<size_t>(engine_() % limit); }
  std::string one_of(const std::vector<std::string>& all) { return all[below(all.size())]; }

  std::string key() {
    if (below(10) == 0) return "rows";
    return below(40) != 0 ? one_of({"a", "b", "title", "table-01", "a.b", "1", "c_d"}) + number()
                          : one_of({"null", "", "-a", "'a'", "甲", "a b", "&a b", "?"});
  }
  std::string number() { return std::to_string(below(100)); }

  std::string value() {
    if (below(30) == 0)
      return one_of({"null", "~", "",   "a: b", "a #b", "'a''b'", "\"\\n\"", "&x a",  "!t a",
                     "|",    ">", "[",  "{a}",  "[a,]", "[[a]",   "'a",      "a\tb",  "- a",
                     "a  b", "-", "*a", "%a",   "@a",   "[a?b]",  "[a, b]x", "'a' b", "[a, b]: c"});
    return one_of({"甲乙", "a b, c", "1600", "-3", "'>= 3'", "\"a: b\"", "''", "a:b#c",
                   "[a, 'b c', 3]", "{a: 1, b: [2, {c: d}]}", "[a:b, 甲,乙]", "{a: 甲,  b: '乙'}",
                   "a{b}[c]", "2018-01-01", "[a, b]", "a-b", "50%"});
  }

  std::mt19937_64 engine_;
};

TEST(CommonFile, IsWhatTheParserMakesOfItAmongAllElse) {
  constexpr uint64_t kTexts = 20'000;
  size_t common = 0;
  for (uint64_t seed = 0; seed < kTexts; ++seed) {
    const std::string text = MadeUp(seed).text();
    common += is_common(text);
    ASSERT_EQ(disagreement(text), "") << text;
  }
  EXPECT_GT(common, kTexts / 5);
}

// So that content of this size does not become slow unseen.
TEST(CommonFile, IsWhatTheWordsOfTheInterfaceAre) {
  for (const char* name : {"zh.yaml", "en.yaml"}) {
    std::error_code error;
    const auto text = read_file(std::string(PROJECT_FOLDER "/templates/words/") + name, error);
    ASSERT_TRUE(text) << name;
    EXPECT_TRUE(is_common(*text)) << name;
  }
}

}  // namespace
}  // namespace yaodian::yaml
