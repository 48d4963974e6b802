// What the plan's page tells the leadership first.
#include "render/overview.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "filled_in.h"

namespace yaodian {
namespace {

using ::testing::IsEmpty;

// Two quotas of 100, by the end of the year.
const Files kQuotas = {{"union/2018/tables/t.yaml",
                        "title: 任务表\nsource: s\ndocument: notice\n"
                        "columns:\n"
                        "  - {id: members, title: 会员数, count: 人, quota: at-least}\n"
                        "rows:\n  - [东街街道, 100]\n  - [西镇, 100]\n"}};

// The report of the middle of the year with ROWS.
Files report_of(const std::string& rows) {
  return {{"union/2018/reports/2018-06-30.yaml",
           "as_of: 2018-06-30\ntables:\n  t: {columns: [members], rows: " + rows + "}\n"}};
}

// What the overview of a plan of FILES says where TEXT is its template.
std::string overview_of(const std::vector<Files>& files, const std::string& text,
                        std::optional<Date> as_of = {}) {
  Files all;
  for (const Files& some : files) all.insert(some.begin(), some.end());
  const Loaded loaded(small_site(all));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const Reconciliation checks;
  const PlanContext context(loaded.site, loaded.publisher(), loaded.plan(), checks, as_of);
  View view;
  add_overview(view, context, "union/2018/index.html");
  return filled_in(text, view);
}

const std::string kEnds =
    "{{#courses}}best {{#best}}{{title}} {{/best}}worst {{#worst}}{{title}} {{/worst}}{{/courses}}";

TEST(Overview, PraisesOnlyUnitsThatAreOnCourse) {
  EXPECT_EQ(overview_of({kQuotas, report_of("[[东街街道, 10], [西镇, 60]]")}, kEnds),
            "best 西镇 worst 东街街道 ");
}

TEST(Overview, PraisesNobodyWhereAllAreBehind) {
  EXPECT_EQ(overview_of({kQuotas, report_of("[[东街街道, 10], [西镇, 30]]")}, kEnds),
            "best worst 东街街道 西镇 ");
  EXPECT_EQ(overview_of({kQuotas, report_of("[[东街街道, 10], [西镇, 30]]")},
                        "{{#courses}}{{#has_best}}best{{/has_best}}{{/courses}}"),
            "");
}

TEST(Overview, BlamesNobodyWhereAllAreOnCourse) {
  EXPECT_EQ(overview_of({kQuotas, report_of("[[东街街道, 100], [西镇, 60]]")}, kEnds),
            "best 东街街道 西镇 worst ");
}

TEST(Overview, NamesNoDeadlineOfWhatIsDone) {
  const Files aims = {{"union/2018/tables/t.yaml",
                       "title: 任务表\nsource: s\ndocument: notice\n"
                       "columns:\n"
                       "  - {id: members, title: 会员数, count: 人, quota: at-least, due: "
                       "2018-11-30}\n"
                       "  - {id: homes, title: 建家数, count: 家, quota: at-least, due: "
                       "2018-12-31}\n"
                       "rows:\n  - [东街街道, 100, 5]\n"},
                      {"union/2018/targets.yaml",
                       "- {id: coverage, title: 覆盖面, goal: '>= 88%', due: 2018-12-31}\n"
                       "- {id: studios, title: 工作室, goal: '>= 5 个', due: 2018-12-31}\n"},
                      {"union/2018/reports/2018-06-30.yaml",
                       "as_of: 2018-06-30\n"
                       "tables:\n  t: {columns: [members, homes], rows: [[东街街道, 100, 4]]}\n"
                       "targets: {coverage: 90%, studios: 3 个}\n"}};
  EXPECT_EQ(overview_of({aims}, "{{#next_deadlines}}{{due}} {{title}}\n{{/next_deadlines}}"),
            "2018年12月31日 建家数 5家 期限\n2018年12月31日 工作室 ≥ 5个 期限\n");
}

TEST(Overview, NamesWhatIsOverdueBeforeWhatIsNext) {
  const Files ledger = {{"union/2018/ledger.yaml",
                         "tasks:\n"
                         "  - {id: a, title: 甲, due: 每月, from: 2018-01-01}\n"
                         "  - {id: b, title: 乙, due: 2018-05-20}\n"
                         "  - {id: c, title: 丙}\n"}};
  EXPECT_EQ(overview_of({ledger},
                        "{{#next_deadlines}}{{title}} {{/next_deadlines}}"
                        "{{#ledger_overdue}}{{ledger_overdue}}{{/ledger_overdue}}",
                        Date::parse("2018-06-15")),
            "甲（1月） 甲（2月） 甲（3月） 甲（6月） 甲（7月） 甲（8月） 甲（9月） 甲（10月） 6");
  EXPECT_EQ(overview_of({ledger}, "{{#ledger_overdue}}overdue{{/ledger_overdue}}",
                        Date::parse("2018-01-15")),
            "");
}

TEST(Overview, NamesTheUnitsThatAreBehindInMostQuotas) {
  const Files quotas = {{"union/2018/tables/t.yaml",
                         "title: 任务表\nsource: s\ndocument: notice\ncolumns:\n"
                         "  - {id: a, title: 甲, count: 人, quota: at-least}\n"
                         "  - {id: b, title: 乙, count: 人, quota: at-least}\n"
                         "rows:\n  - [东街街道, 100, 100]\n  - [西镇, 100, 100]\n"}};
  const auto behind = [&](const std::string& rows) {
    return overview_of(
        {quotas,
         {{"union/2018/reports/2018-06-30.yaml",
           "as_of: 2018-06-30\ntables:\n  t: {columns: [a, b], rows: " + rows + "}\n"}}},
        "{{#has_behind}}behind {{/has_behind}}{{#most_behind}}{{title}} {{number}}"
        "{{#far}} far {{far}}{{/far}} {{/most_behind}}");
  };
  EXPECT_EQ(behind("[[东街街道, 10, 60], [西镇, 45, 10]]"),
            "behind 西镇 2 far 1 东街街道 1 far 1 ");
  EXPECT_EQ(behind("[[东街街道, 45, 60], [西镇, 60, 10]]"), "behind 西镇 1 far 1 东街街道 1 ");
  EXPECT_EQ(behind("[[东街街道, 60, 60], [西镇, 60, 100]]"), "");
}

}  // namespace
}  // namespace yaodian
