#include "render/deadlines.h"

#include <set>
#include <sstream>

#include <gmock/gmock.h>

#include "../support.h"
#include "render/plan_context.h"
#include "render/views.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// A plan with a quota, a target and a ledger.
Files plan_files(const std::string& ledger) {
  return small_site(
      {{"union/2018/targets.yaml",
        "- {id: coverage, title: 覆盖面, goal: '>= 88%', due: 2018-11-30}\n"
        "- {id: always, title: 长期, goal: '>= 1 次'}\n"},
       {"union/2018/tables/t.yaml",
        "title: 任务表\nsource: s\ndocument: notice\n"
        "columns:\n"
        "  - {id: members, title: 会员数, count: 人, quota: at-least, due: 2018-12-31}\n"
        "  - {id: staff, title: 职工数, count: 人}\n"
        "rows:\n  - [东街街道, 1600, 5]\n  - [西镇, 0, 5]\n"},
       {"union/2018/ledger.yaml", ledger}});
}

const char* const kLedger =
    "tasks:\n"
    "  - {id: guide, title: 编写手册}\n"
    "  - {id: report, title: 报送季报, due: 每季度, from: 2018-07-01, units: 西镇,\n"
    "     log: [{on: 2018-09-29, for: 2018-Q3, evidence: 签收单, by: 总工会}]}\n"
    "  - {id: prize, title: 表彰, due: 2019-02-28}\n";

struct Planned {
  explicit Planned(const std::string& ledger, std::optional<Date> as_of = {})
      : loaded(plan_files(ledger)),
        context(loaded.site, loaded.publisher(), loaded.plan(), checks, as_of) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  }

  std::vector<std::string> deadlines() const {
    std::vector<std::string> all;
    for (const PlanDeadline& one : context.deadlines)
      all.push_back(one.day.iso() + " " + one.title + " " + one.key);
    return all;
  }
  std::vector<std::string> deadlines(UnitIndex unit) const {
    std::vector<std::string> all;
    each_deadline(context, unit, [&](const PlanDeadline& one, std::string_view title) {
      all.push_back(one.day.iso() + " " + std::string(title) + " " + one.key);
    });
    return all;
  }

  Loaded loaded;
  const Reconciliation checks;
  PlanContext context;
};

TEST(Deadlines, SayTheFigureOfTheWholeWhereThereIsOne) {
  const Loaded loaded(
      small_site({{"union/2018/tables/t.yaml",
                   "title: 表\ncolumns:\n"
                   "  - {id: a, title: 建会率, count: '%', quota: at-least, due: 2018-12-30}\n"
                   "  - {id: b, title: 缴款率, count: '%', quota: at-least, due: 2018-12-31}\n"
                   "  - {id: c, title: 建会, count: 家, quota: at-least, due: 2018-12-31}\n"
                   "  - {id: d, title: 经费, count: 元, quota: at-least, due: 2018-12-31}\n"
                   "rows:\n  - [东街街道, 90%, 80%, 3, 待定]\n  - [西镇, 95%, 待定, 4, '']\n"}}));
  const Reconciliation checks;
  const PlanContext context(loaded.site, loaded.publisher(), loaded.plan(), checks, {});
  EXPECT_EQ(context.deadlines.at(0).title, "建会率");
  EXPECT_EQ(context.deadlines.at(1).title, "缴款率");
  EXPECT_EQ(context.deadlines.at(2).title, "建会 7家 期限");
  EXPECT_EQ(context.deadlines.at(3).title, "经费 待定 期限");
}

TEST(Deadlines, AreThoseOfQuotasTargetsAndTheLedgerByDay) {
  EXPECT_THAT(Planned(kLedger).deadlines(),
              ElementsAre("2018-09-30 报送季报（第3季度） task.report.2018-Q3",
                          "2018-11-30 覆盖面 ≥ 88% 期限 target.coverage",
                          "2018-12-31 会员数 1,600人 期限 quota.t.members",
                          "2018-12-31 报送季报（第4季度） task.report.2018-Q4",
                          "2018-12-31 编写手册 task.guide", "2019-02-28 表彰 task.prize"));
}

TEST(Deadlines, OfAUnitAreItsOwnQuotasAndTasks) {
  const Planned planned(kLedger);
  EXPECT_THAT(planned.deadlines(0), ElementsAre("2018-12-31 会员数 1,600人 期限 quota.t.members"));
  EXPECT_THAT(planned.deadlines(1),
              ElementsAre("2018-09-30 报送季报（第3季度） task.report.2018-Q3",
                          "2018-12-31 报送季报（第4季度） task.report.2018-Q4"));
}

TEST(Deadlines, AreTheSameFileWhateverWasWrittenOff) {
  const Planned before(kLedger, Date::parse("2018-03-01")),
      after(kLedger, Date::parse("2018-12-01"));
  EXPECT_EQ(plan_deadlines(before.context), plan_deadlines(after.context));
}

TEST(Deadlines, OfAUnitHaveTheirOwnNamesInACalendar) {
  const Planned planned(kLedger);
  EXPECT_THAT(plan_deadlines(planned.context),
              HasSubstr("UID:union.2018.quota.t.members@union.yaodian\r\n"));
  EXPECT_THAT(unit_deadlines(planned.context, 0),
              HasSubstr("UID:union.2018.quota.t.members.unit.east@union.yaodian\r\n"));
  EXPECT_THAT(plan_deadlines(planned.context), Not(HasSubstr("URL"))) << "without base_url";
}

TEST(Deadlines, HaveEachItsOwnNameWhateverTheIdsAre) {
  const std::string columns =
      "  - {id: c, title: 甲, count: 人, quota: at-least, due: 2018-12-31}\n"
      "  - {id: b-c, title: 乙, count: 人, quota: at-least, due: 2018-12-31}\n";
  const std::string table =
      "source: s\ndocument: notice\ncolumns:\n" + columns + "rows:\n  - [东街街道, 1, 2]\n";
  const Loaded loaded(
      small_site({{"union/2018/tables/a.yaml", "title: 表\n" + table},
                  {"union/2018/tables/a-b.yaml", "title: 又一表\n" + table},
                  {"union/2018/ledger.yaml",
                   "tasks:\n  - {id: survey, title: 调查, due: 每月, units: 东街街道}\n"
                   "  - {id: survey-2018-05, title: 五月调查, due: 2018-05-31, units: 东街街道}\n"
                   "  - {id: survey-unit-east, title: 调查东街, due: 2018-05-31}\n"
                   "  - {id: survey-2018-05-unit-east, title: 五月调查东街, due: 2018-05-31}\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const Reconciliation checks;
  const PlanContext context(loaded.site, loaded.publisher(), loaded.plan(), checks, {});
  std::istringstream lines(plan_deadlines(context) + unit_deadlines(context, 0));
  std::set<std::string> names;
  size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("UID:")) continue;
    names.insert(line);
    ++count;
  }
  EXPECT_EQ(count, 4 + 12 + 3 + 4 + 12 + 1U);
  EXPECT_EQ(names.size(), count);
}

TEST(Deadlines, SayWhichTasksHaveNone) {
  EXPECT_THAT(plan_deadlines(Planned(kLedger).context),
              HasSubstr("SUMMARY:编写手册（未定期限，计划期末）\r\n"));
}

TEST(Deadline, IsWrittenInWords) {
  const auto words = [](std::string_view text) {
    return deadline_text(*chinese_words(), parse_deadline(text).value());
  };
  EXPECT_EQ(words("2018-12-31"), "2018年12月31日前");
  EXPECT_EQ(words("2018-11"), "2018年11月底前");
  EXPECT_EQ(words("每月20日"), "每月20日");
  EXPECT_EQ(deadline_text(*chinese_words(), Deadline()), "未定期限");
}

TEST(Deadline, IsWrittenInTheLanguageOfTheSite) {
  const auto english = words_in(Language::en);
  const auto words = [&](std::string_view text) {
    return deadline_text(*english, parse_deadline(text).value());
  };
  EXPECT_EQ(words("2018-12-31"), "by 31 December 2018");
  EXPECT_EQ(words("2018-11"), "by the end of November 2018");
  EXPECT_EQ(deadline_text(*english, Deadline()), "No deadline set");
}

}  // namespace
}  // namespace yaodian
