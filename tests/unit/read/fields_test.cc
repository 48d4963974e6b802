#include "read/fields.h"

#include <functional>

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A map that is asked by QUESTIONS, and what is reported then.
struct Asked {
  Asked(std::string text, const std::function<void(Fields&)>& questions)
      : source(source_of(std::move(text))) {
    value = yaml::parse(source, diagnostics).value();
    Fields fields(value, "test.yaml", diagnostics);
    questions(fields);
  }
  Source source;
  Diagnostics diagnostics;
  yaml::Value value;
};

std::vector<std::string> reported(std::string text, const std::function<void(Fields&)>& questions) {
  return messages(Asked(std::move(text), questions).diagnostics);
}

void ask_nothing(Fields&) {}

TEST(Fields, ReturnTextsThatAreThere) {
  EXPECT_THAT(reported("title: ' 计划　'\nnote: 说明\n",
                       [](Fields& fields) {
                         EXPECT_EQ(fields.text("title"), "计划");
                         EXPECT_EQ(fields.optional_text("note"), "说明");
                         EXPECT_EQ(fields.optional_text("missing"), "");
                       }),
              IsEmpty());
}

TEST(Fields, ReportWhatIsMissing) {
  EXPECT_THAT(
      reported("{other: 1}",
               [](Fields& fields) {
                 fields.optional("other");
                 EXPECT_EQ(fields.text("title"), "");
                 EXPECT_FALSE(fields.date("due"));
                 EXPECT_EQ(fields.id("id"), "");
                 EXPECT_THAT(fields.items("rows"), IsEmpty());
               }),
      ElementsAre("missing-key 1:1", "missing-key 1:1", "missing-key 1:1", "missing-key 1:1"));
}

TEST(Fields, TakeABlankTextForMissing) {
  EXPECT_THAT(
      reported("title: '　 '\n", [](Fields& fields) { EXPECT_EQ(fields.text("title"), ""); }),
      ElementsAre("missing-key 1:8"));
  EXPECT_THAT(reported("title:\n", [](Fields& fields) { EXPECT_EQ(fields.text("title"), ""); }),
              ElementsAre("missing-key 1:1"));
}

TEST(Fields, ReportWhatIsNoText) {
  EXPECT_THAT(reported("title: [a]\n", [](Fields& fields) { EXPECT_EQ(fields.text("title"), ""); }),
              ElementsAre("wrong-type 1:8"));
}

TEST(Fields, ReportAKeyThatNobodyAskedForWithTheNearest) {
  const Asked asked("title: a\ntilte: b\n", [](Fields& fields) {
    fields.text("title");
    fields.optional("order");
  });
  EXPECT_THAT(messages(asked.diagnostics), ElementsAre("unknown-key 2:1"));
  EXPECT_THAT(asked.diagnostics.all()[0].suggestions, ElementsAre("title"));
  EXPECT_EQ(message_text(asked.diagnostics), "这里没有“tilte”这一项");
}

TEST(Fields, ExplainAMissingSpaceAfterAColon) {
  EXPECT_THAT(reported("{a:1}", ask_nothing), ElementsAre("missing-space 1:2"));
  EXPECT_THAT(reported("name:总工会\n", ask_nothing), ElementsAre("missing-space 1:1"));
}

TEST(Fields, ExplainAFullWidthColon) {
  EXPECT_THAT(reported("name：总工会\n", ask_nothing), ElementsAre("full-width-syntax 1:1"));
  EXPECT_THAT(
      reported("{id: a, name：乙}", [](Fields& fields) { EXPECT_EQ(fields.id("id"), "a"); }),
      ElementsAre("full-width-syntax 1:9"));
  EXPECT_THAT(
      reported("id: a\nrows：\n  - x\n", [](Fields& fields) { EXPECT_EQ(fields.id("id"), "a"); }),
      ElementsAre("full-width-syntax 2:1"));
}

TEST(Fields, ExplainAWideSpaceInTheIndentation) {
  EXPECT_THAT(reported("a: 1\n　b: 2\n", [](Fields& fields) { fields.optional("a"); }),
              ElementsAre("bad-indent 2:1"));
  EXPECT_THAT(reported("rows:\n　- [a, 1]\n",
                       [](Fields& fields) { EXPECT_THAT(fields.items("rows"), IsEmpty()); }),
              ElementsAre("missing-key 1:1", "bad-indent 2:1"));
}

TEST(Fields, ReportAValueThatIsNoMapAndAnswerNothing) {
  EXPECT_THAT(reported("- a\n",
                       [](Fields& fields) {
                         EXPECT_EQ(fields.text("title"), "");
                         EXPECT_THAT(fields.items("rows"), IsEmpty());
                       }),
              ElementsAre("wrong-type 1:1"));
}

TEST(Fields, ReadDates) {
  EXPECT_THAT(reported("{a: 2018-04-30, b: 2018-4-30, c: 2018-02-29}",
                       [](Fields& fields) {
                         EXPECT_EQ(fields.date("a"), Date::from(2018, 4, 30));
                         EXPECT_FALSE(fields.date("b"));
                         EXPECT_FALSE(fields.optional_date("c"));
                         EXPECT_FALSE(fields.optional_date("d"));
                       }),
              ElementsAre("not-a-date 1:20", "not-a-date 1:34"));
}

TEST(Fields, ReadWholeNumbers) {
  EXPECT_THAT(reported("{a: 12, b: x, c: 1.5}",
                       [](Fields& fields) {
                         EXPECT_EQ(fields.optional_integer("a", 7), 12);
                         EXPECT_EQ(fields.optional_integer("b", 7), 7);
                         EXPECT_EQ(fields.optional_integer("c", 7), 7);
                         EXPECT_EQ(fields.optional_integer("d", 7), 7);
                       }),
              ElementsAre("wrong-type 1:12", "wrong-type 1:18"));
}

TEST(Fields, ReadFlags) {
  EXPECT_THAT(reported("{a: true, b: false, c: yes}",
                       [](Fields& fields) {
                         EXPECT_TRUE(fields.flag("a"));
                         EXPECT_FALSE(fields.flag("b"));
                         EXPECT_FALSE(fields.flag("c"));
                         EXPECT_FALSE(fields.flag("d"));
                       }),
              ElementsAre("not-a-choice 1:24"));
}

TEST(Fields, ReadOneTextOrAList) {
  EXPECT_THAT(reported("{a: 甲, b: [甲, 乙], c: [[丙], 丁], d: {e: f}}",
                       [](Fields& fields) {
                         EXPECT_THAT(fields.optional_texts("a"), ElementsAre("甲"));
                         EXPECT_THAT(fields.optional_texts("b"), ElementsAre("甲", "乙"));
                         EXPECT_THAT(fields.optional_texts("c"), ElementsAre("丁"));
                         EXPECT_THAT(fields.optional_texts("d"), IsEmpty());
                         EXPECT_THAT(fields.optional_texts("e"), IsEmpty());
                       }),
              ElementsAre("wrong-type 1:23", "wrong-type 1:35"));
}

TEST(Fields, ReadAChoice) {
  const Asked asked("{a: up, b: donw}", [](Fields& fields) {
    EXPECT_EQ(fields.choice("a", {"up", "down"}, 5), 0u);
    EXPECT_EQ(fields.choice("b", {"up", "down"}, 5), 5u);
    EXPECT_EQ(fields.choice("c", {"up", "down"}, 5), 5u);
  });
  EXPECT_THAT(messages(asked.diagnostics), ElementsAre("not-a-choice 1:12"));
  EXPECT_EQ(message_text(asked.diagnostics), "“b”不能是“donw”");
}

TEST(Fields, ReportWhatIsNoId) {
  for (const char* text : {"A", "a_b", "-a", "a-", "单位", "a.b", "a/b"}) {
    EXPECT_THAT(reported("id: \"" + std::string(text) + "\"", [](Fields& f) { f.id("id"); }),
                ElementsAre("bad-file-name 1:5"))
        << text;
  }
}

TEST(Fields, KnowWhereAKeyStands) {
  reported("a: 1\nb: 2\n", [](Fields& fields) {
    fields.optional("a");
    fields.optional("b");
    EXPECT_EQ(fields.position_of("b").line, 2u);
    EXPECT_EQ(fields.position_of("b").column, 4u);
    EXPECT_EQ(fields.position_of("c").line, 1u);
    EXPECT_EQ(fields.position().line, 1u);
  });
}

TEST(Ids, AreLowerCaseAsciiWithInnerHyphens) {
  for (const char* text : {"a", "work-points", "2018", "12351-app"}) EXPECT_TRUE(is_id(text));
  for (const char* text : {"", "-", "a-", "-a", "A", "a b", "a_b", "..", "万"})
    EXPECT_FALSE(is_id(text)) << text;
  EXPECT_TRUE(is_id(std::string(64, 'a')));
  EXPECT_FALSE(is_id(std::string(65, 'a')));
}

TEST(Names, AreJoinedInChinese) {
  EXPECT_EQ(join({"甲", "乙"}), "甲、乙");
  EXPECT_EQ(join({}), "");
}

}  // namespace
}  // namespace yaodian
