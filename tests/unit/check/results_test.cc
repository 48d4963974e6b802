#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kReport[] =
    "as_of: 2018-06-30\nfigures:\n"
    "  - {id: unions, title: 建会, value: 22家, document: review#甲}\n"
    "  - {id: members, title: 会员, value: 8.6万人, document: review#乙}\n"
    "  - {id: rate, title: 申报率, value: 99.5%, document: review#丙}\n"
    "  - {id: loose, title: 别的, value: 5}\n";

// A plan with the report "r" and a document with BODY, which begins on line 4.
struct Checked {
  explicit Checked(const std::string& body, const std::string& plan = "")
      : loaded(small_site(
            {{"union/2018/plan.yaml",
              "title: 计划\nperiod: {start: 2018-01-01, end: 2018-12-31}\n" + plan},
             {"union/2018/reports/r.yaml", kReport},
             {"union/2018/documents/review.md",
              "---\ntitle: 总结\n---\n" + body + "\n\n## 甲\n\n### 乙\n\n### 丙\n\n## 丁\n"}})) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
    check(loaded.site, 2, diagnostics);
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  Loaded loaded;
  Diagnostics diagnostics;
};

// The ids of the figures that the section with ANCHOR shows.
std::vector<std::string> shown_in(const std::string& anchor) {
  const Checked checked("");
  const Plan& plan = checked.loaded.plan();
  std::vector<std::string> ids;
  for (const ReportFigure* figure : figures_in(plan.reports[0], plan.documents[0], anchor))
    ids.push_back(figure->id);
  return ids;
}

TEST(Results, AreThoseOfTheirSection) {
  EXPECT_THAT(shown_in("甲"), ElementsAre("unions"));
  EXPECT_THAT(shown_in("乙"), ElementsAre("members"));
  EXPECT_THAT(shown_in("丁"), IsEmpty());
}

TEST(Results, BeforeTheFirstHeadingAreThoseOfTheDocument) {
  EXPECT_THAT(shown_in(""), ElementsAre("unions", "members", "rate"));
}

TEST(Results, OfASectionWithNoneAreThoseBelowIt) {
  const Loaded loaded(small_site(
      {{"union/2018/reports/r.yaml",
        "as_of: 2018-06-30\nfigures:\n  - {id: a, title: 建会, value: 22家, document: d#乙}\n"
        "  - {id: b, title: 建会, value: 22家, document: d#丙}\n"},
       {"union/2018/documents/d.md", "---\ntitle: 总结\n---\n## 甲\n\n### 乙\n\n## 丙\n"}}));
  const Plan& plan = loaded.plan();
  const auto figures = figures_in(plan.reports.at(0), plan.documents.at(0), "甲");
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures[0]->id, "a");
}

TEST(Results, MayBeLinkedEmbeddedAndLead) {
  EXPECT_THAT(Checked("[22家](report:r.unions)，[报告](report:r)，[2018年6月](report:r)。\n\n"
                      "![成效](report:r)\n\n![](report:r.loose)",
                      "headline: [report:r.unions]\n")
                  .reported(),
              IsEmpty());
}

TEST(Results, ThatAreNotThereAreNamed) {
  const std::pair<const char*, const char*> cases[] = {
      {"[x](report:q)", "没有编号为“q”的月报"},
      {"[x](report:r.union)", "没有编号为“r.union”的月报里的数"},
      {"![x](report:r.union)", "没有编号为“r.union”的月报里的数"}};
  for (const auto& [body, message] : cases) {
    const Checked checked(body);
    ASSERT_EQ(checked.reported().size(), 1u) << body;
    EXPECT_EQ(message_text(checked.diagnostics), message);
  }
  EXPECT_THAT(Checked("", "headline: [report:r.union]\n").diagnostics.all().at(0).suggestions,
              ElementsAre("r.unions"));
}

TEST(Results, WithoutAFigureAreNotEmbedded) {
  EXPECT_THAT(Checked("## 戊\n\n![x](report:r)").reported(), ElementsAre("no-results 6:3"));
}

TEST(Statements, OfAReportedFigureAreHeldAgainstIt) {
  EXPECT_THAT(
      Checked("[22](report:r.unions)，[8.6万](report:r.members)，[86,000人](report:r.members)，"
              "[99.5%](report:r.rate)，[建会](report:r.unions)")
          .reported(),
      IsEmpty());
  EXPECT_THAT(Checked("[23家](report:r.unions)").reported(), ElementsAre("figure-differs 4:2"));
  EXPECT_THAT(Checked("[99.5](report:r.rate)").reported(), ElementsAre("figure-differs 4:2"));
}

}  // namespace
}  // namespace yaodian
