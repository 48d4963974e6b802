// Content of a size, a depth or a number that nobody needs: it is read or refused within the bounds
// of HostileFolder::run, and every message stands somewhere.
#include "folder.h"

namespace yaodian {
namespace {

using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kDocument[] = "union/2018/documents/d.md";
constexpr char kTable[] = "union/2018/tables/a.yaml";
constexpr char kHead[] = "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人}\nrows:\n";

std::string repeat(std::string_view text, size_t times) {
  std::string all;
  for (size_t at = 0; at < times; ++at) all += text;
  return all;
}

std::string document(const std::string& body) { return "---\ntitle: 文\n---\n" + body; }

// Runs over a site with FILES and returns what was said. The program must have come to an end of
// its own.
Outcome outcome_of(const Files& files) {
  const HostileFolder folder(files);
  Outcome outcome = folder.run();
  EXPECT_TRUE(outcome.status == 0 || outcome.status == 1)
      << "status " << outcome.status << outcome.err.substr(0, 2000);
  EXPECT_EQ(outcome.status == 0, !folder.made().empty());
  return outcome;
}

TEST(Depth, OfYamlIsLimited) {
  for (const std::string& text : {"title: " + repeat("[", 10000), "title: " + repeat("{a: ", 10000),
                                  repeat("- ", 10000) + "x", repeat("? ", 10000) + "x",
                                  "title: " + repeat("[", 10000) + repeat("]", 10000),
                                  repeat("{", 10000) + repeat("}", 10000)}) {
    const Outcome outcome = outcome_of({{"site.yaml", text}});
    EXPECT_THAT(outcome.err, HasSubstr("site.yaml:1:"));
    EXPECT_THAT(ids_in(outcome), ElementsAre(AnyOf("too-deep", "broken-yaml")))
        << text.substr(0, 12) << outcome.err;
  }
  std::string block;
  for (size_t level = 0; level < 1000; ++level) block += repeat(" ", level) + "a:\n";
  EXPECT_THAT(ids_in(outcome_of({{"site.yaml", block}})), Contains("too-deep"));
}

TEST(Depth, OfADocumentIsLimited) {
  for (const std::string& text :
       {repeat("> ", 10000) + "x", repeat("- ", 10000) + "x", repeat("1. ", 10000) + "x",
        repeat("*a _b ", 10000) + repeat("c_ d* ", 10000), repeat("> - ", 5000) + "x"}) {
    const Outcome outcome = outcome_of({{kDocument, document(text)}});
    EXPECT_THAT(ids_in(outcome), ElementsAre("too-deep")) << text.substr(0, 12) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("d.md:4:"));
  }
}

TEST(Depth, OfBracketsIsNoNesting) {
  for (const std::string& text :
       {repeat("[", 100000), repeat("![", 50000), repeat("[a](", 50000), repeat("`", 100001),
        repeat("![[]()", 25000), repeat("![[]()", 150000), repeat("<", 100000), repeat("&", 100000),
        repeat("*_", 100000), repeat("[a][b]", 50000), repeat("_a_ ", 50000),
        repeat("`a``", 50000)})
    outcome_of({{kDocument, document(text)}});
}

TEST(Anchors, AliasesTagsAndMergeKeysAreRefused) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name <= 'j'; ++name) {
    const std::string before = "*" + std::string(1, static_cast<char>(name - 1));
    bomb += std::string(1, name) + ": &" + name + " [" + before + repeat(", " + before, 9) + "]\n";
  }
  for (const std::string& text :
       {bomb, std::string("title: &a [*a]\n"), std::string("title: &a x\nbase_url: *a\n"),
        std::string("<<: *a\ntitle: x\n"), std::string("<<: {title: y}\ntitle: x\n"),
        std::string("title: !!binary aGFybQ==\n"),
        std::string("title: !<tag:yaml.org,2002:str> x\n"),
        std::string("%TAG ! tag:evil,2018:\n---\ntitle: !x y\n")}) {
    const Outcome outcome = outcome_of({{"site.yaml", text}});
    EXPECT_EQ(outcome.status, 1) << text;
    EXPECT_THAT(outcome.err, HasSubstr("site.yaml:")) << text;
  }
}

TEST(Lines, OfAMegabyteAreShownInPart) {
  const std::string megabyte(1 << 20, 'x');
  const std::string chinese = repeat("工", 300000);
  for (const std::string& line : {megabyte, chinese}) {
    for (const Files& files :
         {Files{{"site.yaml", "title: 站\n" + line + ": 1\n"}},
          Files{{"site.yaml", "title: 站\nopens: " + line + "\n"}},
          Files{{"site.yaml", "title: 站\npublishers: [" + line + "]\n"}},
          Files{{"site.yaml", "title: \"" + line + "\n"}},
          Files{{kTable, std::string(kHead) + "  - [" + line + ", 1]\n"}},
          Files{{kTable, std::string(kHead) + "  - [东街街道, " + line + "]\n"}},
          Files{{kDocument, document("[x](target:" + line.substr(0, 900000) + ")")}}}) {
      const Outcome outcome = outcome_of(files);
      EXPECT_EQ(outcome.status, 1);
      EXPECT_THAT(outcome.err, SizeIs(::testing::Lt(20000u)));
      EXPECT_THAT(outcome.err, HasSubstr("content/"));
    }
  }
}

TEST(Lines, WithManyMistakesAreAllReported) {
  const Outcome cells =
      outcome_of({{kTable, std::string(kHead) + "  - [东街街道" + repeat(", 坏", 50000) + "]\n"}});
  EXPECT_EQ(ids_in(cells).size(), 50001u);  // and one for the length of the row
  const Outcome links = outcome_of({{kDocument, document(repeat("[坏](x:1)", 50000))}});
  EXPECT_EQ(ids_in(links).size(), 50000u);
}

TEST(Lines, OfThousandsOfLinksAreRead) {
  const Outcome outcome =
      outcome_of({{"union/2018/targets.yaml", "- {id: t, title: 目标, goal: '>= 88%'}\n"},
                  {kDocument, document(repeat("到[88%](target:t)", 20000) + "\n")}});
  EXPECT_EQ(outcome.status, 0) << outcome.err.substr(0, 1000);
}

TEST(Rows, OfGarbageAreAllReported) {
  std::string rows, csv = "单位,列\n";
  for (int at = 0; at < 100000; ++at) {
    rows += "  - [无此单位" + std::to_string(at) + ", 1]\n";
    csv += "无此单位" + std::to_string(at) + ",坏\n";
  }
  const Outcome yaml = outcome_of({{kTable, kHead + rows}});
  EXPECT_EQ(ids_in(yaml).size(), 100000u);
  EXPECT_THAT(yaml.err, HasSubstr("a.yaml:100004:"));
  const Outcome from_csv = outcome_of(
      {{kTable, "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人}\nrows: {file: a.csv}\n"},
       {"union/2018/tables/a.csv", csv}});
  EXPECT_EQ(ids_in(from_csv).size(), 200000u);
}

TEST(Keys, ByTheThousandAreAllReported) {
  std::string unknown = "title: 站\n", repeated = "title: 站\n";
  for (int at = 0; at < 100000; ++at) {
    unknown += "key" + std::to_string(at) + ": 1\n";
    repeated += "title: 站\n";
  }
  EXPECT_EQ(ids_in(outcome_of({{"site.yaml", unknown}})).size(), 100000u);
  EXPECT_EQ(ids_in(outcome_of({{"site.yaml", repeated}})).size(), 100000u);
}

TEST(Columns, ByTheThousandAreRefused) {
  std::string columns = "title: 表\ncolumns:\n", header = "单位";
  for (int at = 0; at < 100000; ++at) {
    columns += "  - {id: c" + std::to_string(at) + ", title: 列, count: 人}\n";
    header += ",列" + std::to_string(at);
  }
  const std::string row = "rows:\n  - [东街街道" + repeat(", 1", 100000) + "]\n";
  const Outcome outcome = outcome_of({{kTable, columns + row}});
  EXPECT_THAT(ids_in(outcome), Contains("too-many"));
  EXPECT_LT(ids_in(outcome).size(), 10u);
  const Outcome csv = outcome_of(
      {{kTable, "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人}\nrows: {file: a.csv}\n"},
       {"union/2018/tables/a.csv", header + "\n东街街道" + repeat(",1", 100000) + "\n"}});
  EXPECT_EQ(ids_in(csv).size(), 100000u);
}

TEST(Ids, RepeatedByTheThousandAreAllReported) {
  std::string targets, tasks = "tasks:\n";
  for (int at = 0; at < 30000; ++at) {
    targets += "- {id: t, title: 目标, goal: '>= 88%'}\n";
    tasks += "  - {id: k" + std::to_string(at % 15000) + ", title: 事}\n";
  }
  const Outcome outcome =
      outcome_of({{"union/2018/targets.yaml", targets}, {"union/2018/ledger.yaml", tasks}});
  EXPECT_EQ(outcome.status, 1);
  std::vector<std::string> ids = ids_in(outcome);
  std::erase(ids, "unstated-target");
  EXPECT_EQ(ids.size(), 29999u + 15000u);
}

TEST(Numbers, AtTheirLimitsAreExactOnEveryPage) {
  const HostileFolder folder(
      {{kTable,
        "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人, quota: at-least}\n"
        "  - {id: d, title: 导出, count: 人, derived: {of: c, share: 12.5%, round: down}}\n"
        "rows:\n  - [东街街道, 999999999998.999999, 124999999999.874999]\n"
        "  - [西镇, 0.000001, 0.000000]\n"},
       {"union/2018/reports/r.yaml",
        "as_of: 2018-03-31\ntables:\n  a: {columns: [c], rows: [[东街街道, 0.000001], [西镇, "
        "999999999999]]}\n"}});
  const Outcome outcome = folder.run();
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const Files made = folder.made();
  EXPECT_THAT(made.at("site/union/2018/tables/a.html"), HasSubstr("999,999,999,999.000000"));
  // 999999999999 ÷ 0.000001 is beyond what the program counts with, and said to be so.
  EXPECT_THAT(made.at("site/union/2018/units/west.html"), HasSubstr("超出一万亿%"));
}

TEST(Numbers, ThatADerivedCellCannotHoldAreRefused) {
  const Outcome outcome = outcome_of(
      {{kTable,
        "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人}\n"
        "  - {id: d, title: 导出, count: 人, derived: {of: c, share: 999999999999.999999%}}\n"
        "rows:\n  - [东街街道, 999999999999.999999, 1]\n"}});
  EXPECT_THAT(ids_in(outcome), ElementsAre("wrong-derived"));
  EXPECT_THAT(outcome.err, HasSubstr("一万亿以上的数"));
}

TEST(Numbers, OfALongPlanAreRefusedBeforeTheyAreCounted) {
  const Outcome outcome = outcome_of(
      {{"union/2018/plan.yaml", "title: 计\nperiod: {start: 1900-01-01, end: 2999-12-31}\n"},
       {"union/2018/ledger.yaml", "tasks:\n  - {id: k, title: 事, due: 每周}\n"}});
  EXPECT_THAT(ids_in(outcome), ElementsAre("long-period"));
}

}  // namespace
}  // namespace yaodian
