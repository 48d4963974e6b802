#include "read/yaml.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian::yaml {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Parsed {
  explicit Parsed(std::string text) : source(source_of(std::move(text))) {
    value = parse(source, diagnostics);
  }
  Source source;
  Diagnostics diagnostics;
  std::optional<Value> value;
};

// What is reported about TEXT, which must not be accepted.
std::vector<std::string> refusal(std::string text) {
  const Parsed parsed(std::move(text));
  EXPECT_FALSE(parsed.value) << parsed.source.text;
  return messages(parsed.diagnostics);
}

std::string place(const Value& value) {
  return std::to_string(value.position.line) + ":" + std::to_string(value.position.column);
}

TEST(Yaml, ReadsEveryScalarAsItIsWritten) {
  const Parsed parsed("{a: 010, b: 0x1F, c: no, d: 1.10, e: .inf, f: \"28\", g: 2018-04-30}");
  ASSERT_TRUE(parsed.value);
  const std::pair<const char*, const char*> expected[] = {
      {"a", "010"},  {"b", "0x1F"}, {"c", "no"},        {"d", "1.10"},
      {"e", ".inf"}, {"f", "28"},   {"g", "2018-04-30"}};
  for (const auto& [key, text] : expected) {
    ASSERT_TRUE(parsed.value->find(key)) << key;
    EXPECT_TRUE(parsed.value->find(key)->is_text()) << key;
    EXPECT_EQ(parsed.value->find(key)->text, text);
  }
  EXPECT_THAT(messages(parsed.diagnostics), IsEmpty());
}

TEST(Yaml, KeepsKeysAndValuesInTheOrderOfTheFile) {
  const Parsed parsed("b: [1, 2]\na:\n  c: 工会\n");
  ASSERT_TRUE(parsed.value);
  ASSERT_EQ(parsed.value->items.size(), 4u);
  EXPECT_EQ(parsed.value->items[0].text, "b");
  EXPECT_TRUE(parsed.value->items[1].is_list());
  EXPECT_EQ(parsed.value->items[1].items[1].text, "2");
  EXPECT_EQ(parsed.value->items[2].text, "a");
  EXPECT_TRUE(parsed.value->items[3].is_map());
  EXPECT_EQ(parsed.value->find("a")->find("c")->text, "工会");
  EXPECT_EQ(parsed.value->find("missing"), nullptr);
  EXPECT_EQ(parsed.value->find("b")->find("c"), nullptr);
}

TEST(Yaml, CountsColumnsInCharacters) {
  const Parsed parsed("单位: {名称: 万寿路, 简称: 万}\n列:\n  - 甲\n  -   乙\n");
  ASSERT_TRUE(parsed.value);
  const Value& unit = *parsed.value->find("单位");
  EXPECT_EQ(place(*parsed.value), "1:1");
  EXPECT_EQ(place(unit), "1:5");
  EXPECT_EQ(place(*unit.find("名称")), "1:10");
  EXPECT_EQ(place(*unit.find("简称")), "1:19");
  EXPECT_EQ(place(parsed.value->find("列")->items[0]), "3:5");
  EXPECT_EQ(place(parsed.value->find("列")->items[1]), "4:7");
}

TEST(Yaml, UnderstandsWindowsLineBreaks) {
  const Parsed parsed("a: 1\r\nb: 工会\r\n");
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(parsed.value->find("a")->text, "1");
  EXPECT_EQ(parsed.value->find("b")->text, "工会");
  EXPECT_EQ(place(*parsed.value->find("b")), "2:4");
}

TEST(Yaml, TakesAnEmptyFileForNothing) {
  for (const char* text : {"", "\n", "# 说明\n"}) {
    const Parsed parsed(text);
    ASSERT_TRUE(parsed.value);
    EXPECT_EQ(parsed.value->kind, Kind::nothing);
    EXPECT_THAT(messages(parsed.diagnostics), IsEmpty());
  }
}

TEST(Yaml, TakesAKeyWithoutValueForNothing) {
  const Parsed parsed("a:\nb: ''\n");
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(parsed.value->find("a")->kind, Kind::nothing);
  EXPECT_TRUE(parsed.value->find("b")->is_text());
}

TEST(Yaml, ReportsADuplicateKeyAndKeepsTheFirst) {
  const Parsed parsed("a: 1\nb: 2\na: 3\na: 4\n");
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(parsed.value->find("a")->text, "1");
  EXPECT_EQ(parsed.value->items.size(), 4u);
  EXPECT_THAT(messages(parsed.diagnostics), ElementsAre("duplicate-key 3:1", "duplicate-key 4:1"));
  EXPECT_EQ(message_text(parsed.diagnostics), "“a”写了两次（第一次在第 1 行）");
}

TEST(Yaml, RefusesAQuoteThatDoesNotCloseOnItsLine) {
  EXPECT_THAT(refusal("title: \"abc\norder: 1\n"), ElementsAre("unclosed-quote 1:8"));
  EXPECT_THAT(refusal("title: 'abc\norder: 1\n"), ElementsAre("unclosed-quote 1:8"));
  EXPECT_THAT(refusal("title: \"abc\nnext: \"def\"\n"), ElementsAre("unclosed-quote 1:8"));
  EXPECT_THAT(refusal("title: \"甲\n  乙\"\n"), ElementsAre("unclosed-quote 1:8"));
  EXPECT_THAT(refusal("title: \"abc"), ElementsAre("unclosed-quote 1:8"));
  EXPECT_THAT(refusal("a: 1\nb:\n  - 'abc\n"), ElementsAre("unclosed-quote 3:5"));
}

TEST(Yaml, AcceptsQuotesInsideQuotes) {
  const Parsed parsed("a: \"x\\\"y\"\nb: 'it''s'\nc: 'say \"x'\n");
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(parsed.value->find("a")->text, "x\"y");
  EXPECT_EQ(parsed.value->find("b")->text, "it's");
  EXPECT_EQ(parsed.value->find("c")->text, "say \"x");
}

TEST(Yaml, RefusesAnchorsAliasesAndTags) {
  EXPECT_THAT(refusal("a: &x 1\nb: *x\n"), ElementsAre("yaml-alias 1:4"));
  EXPECT_THAT(refusal("&x [*x]\n"), ElementsAre("yaml-alias 1:1"));
  EXPECT_THAT(refusal("a: !!str 5\n"), ElementsAre("yaml-alias 1:4"));
  EXPECT_THAT(refusal("a: !own {b: c}\n"), ElementsAre("yaml-alias 1:4"));
}

TEST(Yaml, LimitsTheDepth) {
  EXPECT_TRUE(Parsed(std::string(kDeepest, '[') + std::string(kDeepest, ']')).value);
  EXPECT_THAT(refusal(std::string(kDeepest + 1, '[') + std::string(kDeepest + 1, ']')),
              ElementsAre("too-deep 1:33"));
  const std::vector<std::string> found = refusal(std::string(100000, '['));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found.front().starts_with("too-deep")) << found.front();
}

TEST(Yaml, ExplainsAFullWidthColon) {
  EXPECT_THAT(refusal("title：计划\norder: 1\n"), ElementsAre("full-width-syntax 1:6"));
  EXPECT_THAT(refusal("a: 1\n- b：2\n"), ElementsAre("full-width-syntax 2:4"));
}

TEST(Yaml, ExplainsATabInTheIndentation) {
  EXPECT_THAT(refusal("a:\n\tb: 1\n"), ElementsAre("bad-indent 2:1"));
  EXPECT_THAT(refusal("a:\n  b: 1\n  \tc: 2\n"), ElementsAre("bad-indent 3:3"));
}

TEST(Yaml, ExplainsAWideSpaceInTheIndentation) {
  EXPECT_THAT(refusal("rows: [\n　1\n"), ElementsAre("bad-indent 2:1"));
}

TEST(Yaml, ExplainsAMissingSpace) {
  EXPECT_THAT(refusal("title:计划\norder: 1\n"), ElementsAre("missing-space 1:1"));
}

TEST(Yaml, RefusesASecondDocument) {
  EXPECT_THAT(refusal("a: 1\n---\nb: 2\n"), ElementsAre("second-document 2:1"));
  EXPECT_THAT(refusal("a: 1\n...\n--- {b: 2}\n"), ElementsAre("second-document 3:1"));
}

TEST(Yaml, ReportsASecondDocumentThatWouldBeRefusedItself) {
  EXPECT_THAT(refusal("a: 1\n---\nb: &x 2\n"), ElementsAre("second-document 2:1"));
  EXPECT_THAT(refusal("a: 1\n---\nb: \"open\nc: 1\n"), ElementsAre("second-document 2:1"));
}

TEST(Yaml, AcceptsTheMarksAroundOneDocument) {
  const Parsed parsed("---\na: 1\n...\n");
  ASSERT_TRUE(parsed.value);
  EXPECT_EQ(parsed.value->find("a")->text, "1");
}

TEST(Yaml, ReportsBrokenSyntaxOnce) {
  for (const char* text : {"a: [1, 2\nb: 3\n", "{a: 1 b: 2}\n", "a: 1\n b: 2\n", "a: ]\n"}) {
    const std::vector<std::string> found = refusal(text);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_TRUE(found.front().starts_with("broken-yaml")) << found.front();
  }
}

TEST(Yaml, GivesPositionsInTheWholeFileForAPart) {
  const Source source = source_of("---\n题名: 计划\n题名: 又\n---\n");
  Diagnostics diagnostics;
  const std::string_view part = std::string_view(source.text).substr(4, source.text.size() - 8);
  const auto value = parse_part(source, part, 2, diagnostics);
  ASSERT_TRUE(value);
  EXPECT_EQ(place(*value->find("题名")), "2:5");
  EXPECT_THAT(messages(diagnostics), ElementsAre("duplicate-key 3:1"));
}

TEST(Yaml, RefusesWithEscapesWhatAFileMustNotHold) {
  for (const char* text : {"a: \"x\\u202Ey\"\n", "a: \"\\0\"\n", "a: \"\\e[2J\"\n",
                           "a: \"\\u200B\"\n", "a: \"\\N\"\n", "a: \"\\_\"\n", "a: \"\\L\"\n"})
    EXPECT_THAT(messages(Parsed(text).diagnostics), ElementsAre("control-character 1:4")) << text;
  EXPECT_THAT(messages(Parsed("a: \"\\x41\\t\\u5DE5\"\n").diagnostics), IsEmpty());
}

TEST(Yaml, KeepsTheOtherKeysOfAMapWithManyThatRepeat) {
  const Parsed parsed("a: 1\nb: 2\na: 3\nc: 4\nb: 5\n");
  EXPECT_THAT(messages(parsed.diagnostics), ElementsAre("duplicate-key 3:1", "duplicate-key 5:1"));
  ASSERT_EQ(parsed.value->items.size(), 6u);
  EXPECT_EQ(parsed.value->find("a")->text, "1");
  EXPECT_EQ(parsed.value->find("b")->text, "2");
  EXPECT_EQ(parsed.value->find("c")->text, "4");
}

}  // namespace
}  // namespace yaodian::yaml
