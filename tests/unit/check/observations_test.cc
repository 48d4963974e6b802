#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kTable[] =
    "title: 任务分配表\ncolumns:\n"
    "  - {id: members, title: 会员, count: 人, quota: at-least}\n"
    "  - {id: unions, title: 工会, count: 家, quota: at-least}\n"
    "  - {id: rate, title: 缴款率, count: '%', goal: '>= 95%'}\n"
    "rows:\n  - [东街街道, 1600, 6, '']\n  - [西镇, 900, 4, '']\n";

// The checks of a plan with REPORTS by name.
struct Checked {
  explicit Checked(const Files& reports) : loaded(files_of(reports)) {
    EXPECT_FALSE(loaded.diagnostics.has_errors());
    Findings findings(*chinese_words(), loaded.publisher(), loaded.plan(), diagnostics);
    check_observations(findings, 2);
  }
  static Files files_of(const Files& reports) {
    Files files = small_site(
        {{"union/2018/tables/t.yaml", kTable},
         {"union/2018/targets.yaml", "- {id: coverage, title: 覆盖面, goal: '>= 88%'}\n"}});
    for (const auto& [name, text] : reports) files["union/2018/reports/" + name + ".yaml"] = text;
    return files;
  }
  // "id file line:column" of each.
  std::vector<std::string> reported() const {
    std::vector<std::string> all;
    for (const Diagnostic& one : diagnostics.all()) {
      const std::string& name = one.position.source->name;
      all.push_back(std::string(one.rule->id) + " " + name.substr(name.rfind('/') + 1) + " " +
                    std::to_string(one.position.line) + ":" + std::to_string(one.position.column));
    }
    return all;
  }
  Loaded loaded;
  Diagnostics diagnostics;
};

std::string of(const std::string& day, const std::string& rows,
               const std::string& columns = "members, unions") {
  return "as_of: " + day + "\ntables: {t: {columns: [" + columns + "], rows: [" + rows + "]}}\n";
}

std::string correcting(const std::string& day, const std::string& what,
                       const std::string& received = "2018-12-01") {
  return "corrects: " + day + "\nreceived: " + received + "\nreason: 重复\n" + what;
}

std::string members(const std::string& number) {
  return "tables: {t: {columns: [members], rows: [[东街街道, " + number + "]]}}\n";
}

TEST(Observations, ThatGrowAreSilent) {
  EXPECT_THAT(Checked({{"a", of("2018-03-31", "[东街街道, 400, 2], [西镇, 0, 0]")},
                       {"b", of("2018-04-30", "[东街街道, 400, 3], [西镇, '', 1]") +
                                 "targets: {coverage: 70%}\ntotals: {t.unions: 4}\n"},
                       {"c", of("2018-05-31", "[西镇, 5, 1]") + "targets: {coverage: 69%}\n"}})
                  .reported(),
              IsEmpty());
}

TEST(Observations, AreMadeOnceForADay) {
  const Checked checked({{"a", of("2018-04-30", "[东街街道, 400, '']")},
                         {"b", of("2018-04-30", "[东街街道, 400, 2], [西镇, 1, 1]")},
                         {"c", of("2018-04-30", "[西镇, 1, 1]")}});
  EXPECT_THAT(checked.reported(),
              ElementsAre("duplicate-observation b.yaml 2:56", "duplicate-report c.yaml 1:8"));
  EXPECT_EQ(
      message_text(checked.diagnostics),
      "2018-04-30“东街街道 会员”的数报了两次（另一处在 content/union/2018/reports/a.yaml:2）");
}

TEST(Observations, OfTheWholePlanAreMadeOnceForADay) {
  const std::string figures = "totals: {t.unions: 4}\ntargets: {coverage: 70%}\n";
  EXPECT_THAT(Checked({{"a", "as_of: 2018-04-30\n" + figures},
                       {"b", "as_of: 2018-04-30\n" + figures},
                       {"c", "as_of: 2018-05-31\n" + figures}})
                  .reported(),
              ElementsAre("duplicate-report b.yaml 1:8"));
}

TEST(Observations, ThatTwoReportsShareAreToldOnce) {
  const std::string wide = "totals: {t.unions: 4}\ntargets: {coverage: 70%}\n";
  const std::string rows = "[东街街道, 400, 2], [西镇, 1, 1]";
  const Checked checked({{"2018-04-30", of("2018-04-30", rows) + wide},
                         {"2018-05-31", of("2018-04-30", rows) + wide},
                         {"2018-06-30", of("2018-06-30", rows) + wide}});
  EXPECT_THAT(checked.reported(), ElementsAre("duplicate-report 2018-05-31.yaml 1:8"));
  EXPECT_EQ(message_text(checked.diagnostics),
            "这份月报里 2018-04-30 的数，有 6 个在 content/union/2018/reports/2018-04-30.yaml:1 "
            "里也报了，第一个是“东街街道 会员”");
}

TEST(Observations, ThatAreRepeatedAreToldOfTheReportThatCameLaterByItsName) {
  const auto repeated = [](const std::string& original, const std::string& later) {
    const std::string rows = of("2018-04-30", "[东街街道, 400, 2]");
    return Checked({{original, rows + "received: 2018-05-05\n"}, {later, rows}}).reported();
  };
  const auto told_of = [](const std::string& name) {
    return ElementsAre("duplicate-report " + name + ".yaml 1:8");
  };
  EXPECT_THAT(repeated("2018-04-30", "2018-04-30-correction"), told_of("2018-04-30-correction"));
  EXPECT_THAT(repeated("2018-04-30", "april"), told_of("april"));
  EXPECT_THAT(repeated("march", "april-corrected"), told_of("april-corrected"));
}

TEST(Observations, MayBeCorrectedMoreThanOnce) {
  EXPECT_THAT(Checked({{"a", of("2018-04-30", "[东街街道, 420, 2]")},
                       {"b", correcting("2018-04-30", members("400"), "2018-05-10")},
                       {"c", correcting("2018-04-30", members("380"), "2018-05-11")},
                       {"d", of("2018-05-31", "[东街街道, 390, 2]")}})
                  .reported(),
              IsEmpty());
}

TEST(Observations, ThatFallAreAskedAbout) {
  const Checked checked({{"a", of("2018-03-31", "[东街街道, 1420, 2]")},
                         {"b", of("2018-04-30", "[东街街道, '', 2]")},
                         {"c", of("2018-05-31", "[东街街道, 1402, 3]")}});
  EXPECT_THAT(checked.reported(), ElementsAre("falling-figure c.yaml 2:56"));
  EXPECT_EQ(message_text(checked.diagnostics),
            "“东街街道 会员”累计数从 1,420 降到 1,402（前一个数在 "
            "content/union/2018/reports/a.yaml:2）");
  EXPECT_FALSE(checked.diagnostics.has_errors());
}

TEST(Observations, AreComparedAsCorrected) {
  EXPECT_THAT(Checked({{"a", of("2018-04-30", "[东街街道, 400, 2]")},
                       {"b", of("2018-05-31", "[东街街道, 380, 2]")},
                       {"c", correcting("2018-05-31", members("480"))}})
                  .reported(),
              IsEmpty());
  EXPECT_THAT(Checked({{"a", of("2018-04-30", "[东街街道, 400, 2]")},
                       {"b", of("2018-05-31", "[东街街道, 480, 2]")},
                       {"c", correcting("2018-05-31", members("380"))}})
                  .reported(),
              ElementsAre("falling-figure c.yaml 4:48"));
}

TEST(Observations, OfTheWholePlanMayFallOnlyWhereNothingIsCounted) {
  EXPECT_THAT(Checked({{"a", "as_of: 2018-04-30\ntotals: {t.unions: 4, t.rate: 96%}\n"},
                       {"b", "as_of: 2018-05-31\ntotals: {t.unions: 3, t.rate: 95%}\n"}})
                  .reported(),
              ElementsAre("falling-figure b.yaml 2:20"));
}

TEST(Corrections, NeedAReportOfTheirDay) {
  EXPECT_THAT(Checked({{"a", of("2018-03-31", "[东街街道, 400, 2]")},
                       {"b", correcting("2018-04-30", members("480"))},
                       {"c", correcting("2018-03-31", "targets: {coverage: 70%}\n")}})
                  .reported(),
              ElementsAre("nothing-to-correct c.yaml 4:11", "nothing-to-correct b.yaml 4:10"));
  EXPECT_THAT(Checked({{"a", "as_of: 2018-04-30\ntotals: {t.unions: 4}\n"},
                       {"b", correcting("2018-04-30", members("480"))},
                       {"c", correcting("2018-04-30", "totals: {t.unions: 5}\n")}})
                  .reported(),
              ElementsAre("unreported-figure b.yaml 4:48"));
}

TEST(Corrections, OfFiguresThatNoReportOfTheDayHasAreAskedAbout) {
  const std::string rows =
      "tables: {t: {columns: [members, unions], rows: [[东街街道, 390, 3], [西镇, 5, 1]]}}\n";
  const Checked checked({{"a", of("2018-03-31", "[西镇, 4, 1]")},
                         {"b", of("2018-04-30", "[东街街道, 400, '']")},
                         {"c", correcting("2018-04-30", rows)}});
  EXPECT_THAT(checked.reported(), ElementsAre("unreported-figure c.yaml 4:61"));
  EXPECT_EQ(message_text(checked.diagnostics),
            "更正里有 3 个数，2018-04-30 的月报没有报过，第一个是“东街街道 工会”");
  EXPECT_FALSE(checked.diagnostics.has_errors());
}

TEST(Corrections, ThatChangeNothingAreAskedAbout) {
  const Checked checked(
      {{"a", of("2018-04-30", "[东街街道, 400, 2]") + "targets: {coverage: 70%}\n"},
       {"b", correcting("2018-04-30", members("400") + "targets: {coverage: 70.0%}\n")}});
  EXPECT_THAT(checked.reported(), ElementsAre("unchanged-figure b.yaml 4:48"));
  EXPECT_EQ(message_text(checked.diagnostics),
            "更正里有 2 个数和原来报的一样，第一个是“东街街道 会员”（原来的在 "
            "content/union/2018/reports/a.yaml:2）");
}

TEST(Corrections, AreHeldAgainstTheLastOneOfTheSameFigure) {
  const auto reported = [](const std::string& first, const std::string& second) {
    return Checked({{"a", of("2018-04-30", "[东街街道, 420, 2]")},
                    {"b", correcting("2018-04-30", members(first), "2018-05-10")},
                    {"c", correcting("2018-04-30", members(second), "2018-05-11")}})
        .reported();
  };
  EXPECT_THAT(reported("400", "420"), IsEmpty());
  EXPECT_THAT(reported("400", "400"), ElementsAre("unchanged-figure c.yaml 4:48"));
}

TEST(Corrections, AreNotJudgedWhereAReportCouldNotBeRead) {
  const Loaded loaded(
      Checked::files_of({{"a", "as_of: [\n"}, {"b", correcting("2018-04-30", members("480"))}}));
  Diagnostics diagnostics;
  Findings findings(*chinese_words(), loaded.publisher(), loaded.plan(), diagnostics);
  check_observations(findings, 2);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
}

TEST(Reports, AreNotBeforeThePlan) {
  EXPECT_THAT(Checked({{"a", of("2017-12-31", "[东街街道, 400, 2]")},
                       {"b", of("2018-01-01", "[东街街道, 400, 2]")},
                       {"c", of("2019-01-31", "[东街街道, 400, 2]")}})
                  .reported(),
              ElementsAre("before-plan a.yaml 1:8"));
}

TEST(Reports, OfResultsMayBeOfTheYearBefore) {
  const std::string results = "as_of: 2017-12-31\nfigures: [{id: a, title: 建会, value: 22家}]\n";
  EXPECT_THAT(Checked({{"a", results}}).reported(), IsEmpty());
  EXPECT_THAT(Checked({{"a", results + "targets: {coverage: 88%}\n"}}).reported(),
              ElementsAre("before-plan a.yaml 1:8"));
}

TEST(Observations, AreInTheUnitOfCountOfWhatTheyAreOf) {
  const Checked checked(
      {{"a", "as_of: 2018-04-30\ntargets: {coverage: 70‰}\ntotals: {t.unions: 4人}\n"},
       {"b", "as_of: 2018-05-31\ntargets: {coverage: 70}\ntotals: {t.unions: 4家}\n"}});
  EXPECT_THAT(checked.reported(),
              ElementsAre("count-differs a.yaml 2:21", "count-differs a.yaml 3:20"));
  EXPECT_EQ(message_text(checked.diagnostics), "“覆盖面”的计量单位是“%”，上报数“70‰”的是“‰”");
}

TEST(Reports, NameTargetsAndDocumentsThatAreThere) {
  const std::string text =
      "as_of: 2018-04-30\ntargets: {coverages: 70%}\nfigures:\n"
      "  - {id: a, title: 甲, value: 5户, document: notice}\n"
      "  - {id: b, title: 乙, value: 5户, document: notice#甲}\n"
      "  - {id: c, title: 丙, value: 5户, document: notices}\n";
  Files files = Checked::files_of({{"a", text}});
  files["union/2018/documents/notice.md"] =
      "---\ntitle: 通知\n---\n## 一、乙\n\n[88%](target:coverage)\n";
  const Loaded loaded(files);
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  Diagnostics diagnostics;
  check_references(loaded.site, diagnostics);
  EXPECT_THAT(messages(diagnostics),
              ElementsAre("dangling-link 2:11", "dangling-anchor 5:44", "dangling-link 6:44"));
}

}  // namespace
}  // namespace yaodian
