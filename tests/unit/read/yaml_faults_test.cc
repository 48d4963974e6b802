#include "read/yaml_faults.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "read/yaml.h"

namespace yaodian::yaml {
namespace {

using ::testing::ElementsAre;

struct Refused {
  explicit Refused(std::string text) : source(source_of(std::move(text))) {
    EXPECT_FALSE(parse(source, diagnostics)) << source.text;
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  Source source;
  Diagnostics diagnostics;
};

TEST(Quotes, CloseOnTheirLine) {
  for (const char* text : {"\"a\"", "'a' b", "''", "'it''s'", "\"a\\\"b\"", "\"\\\\\""})
    EXPECT_TRUE(quote_closes_on_line(text)) << text;
}

TEST(Quotes, MayStayOpen) {
  for (const char* text : {"\"a", "'a\n'", "'it''", "\"a\\\"", "\"", "'a\""})
    EXPECT_FALSE(quote_closes_on_line(text)) << text;
}

TEST(YamlFaults, NameTheLineOfAnOpenQuote) {
  EXPECT_THAT(Refused("- [甲, '乙]\n- [丙, 1]\n").reported(), ElementsAre("unclosed-quote 1:7"));
  EXPECT_THAT(Refused("# it's\na: it's\nb: \"open\n").reported(),
              ElementsAre("unclosed-quote 3:4"));
}

TEST(YamlFaults, NameTheFullWidthSignInABracket) {
  EXPECT_THAT(Refused("a: 1\nb: [甲, 5】\nc: 2\n").reported().size(), 1u);
  EXPECT_THAT(Refused("- {id: a，name: 甲}\n").reported(), ElementsAre("full-width-syntax 1:9"));
}

TEST(YamlFaults, NameEverySlipOfAFile) {
  EXPECT_THAT(Refused("title：计划\n\tnote: x\norder:1\na: [\n").reported(),
              ElementsAre("full-width-syntax 1:6", "bad-indent 2:1", "missing-space 3:1"));
}

TEST(YamlFaults, CountInCharactersAndInTheWholeFile) {
  const Source source = source_of("---\n题名: '通知\n---\n");
  Diagnostics diagnostics;
  const std::string_view text = std::string_view(source.text).substr(4);
  report_broken(source, text, 2, {&source, 3, 1}, "end of file", diagnostics);
  EXPECT_THAT(messages(diagnostics), ElementsAre("unclosed-quote 2:5"));
}

TEST(YamlFaults, AreToldInChinese) {
  const Refused refused("a: ]\n");
  EXPECT_THAT(refused.reported(), ElementsAre("broken-yaml 1:4"));
  EXPECT_EQ(message_text(refused.diagnostics), "YAML 语法不通：多了一个右括号");
}

TEST(YamlFaults, IncludeAnAliasOfNothing) {
  EXPECT_THAT(Refused("a: *x\n").reported(), ElementsAre("yaml-alias 1:4"));
}

}  // namespace
}  // namespace yaodian::yaml
