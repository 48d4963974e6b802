// What a unit's page says of its deadlines.
#include "render/unit_tasks.h"

#include <gmock/gmock.h>

#include "../support.h"
#include "filled_in.h"
#include "render/next_deadlines.h"

namespace yaodian {
namespace {

using ::testing::IsEmpty;

constexpr UnitIndex kEast = 0, kWest = 1;

const Files kPlan = {
    {"union/2018/tables/t.yaml",
     "title: 任务表\nsource: s\ndocument: notice\ncolumns:\n"
     "  - {id: members, title: 会员数, count: 人, quota: at-least, due: 2018-07-31}\n"
     "  - {id: homes, title: 建家数, count: 家, quota: at-least, due: 2018-05-31}\n"
     "rows:\n  - [东街街道, 100, 2]\n  - [西镇, 100, 2]\n"},
    {"union/2018/reports/2018-06-30.yaml",
     "as_of: 2018-06-30\ntables:\n"
     "  t: {columns: [members, homes], rows: [[东街街道, 100, 1], [西镇, 10, 2]]}\n"},
    {"union/2018/ledger.yaml",
     "tasks:\n"
     "  - {id: none, title: 无期限, units: 全部}\n"
     "  - {id: done, title: 已办, units: 全部, due: 2018-03-31, log: [{on: 2018-03-01, evidence: "
     "表}]}\n"
     "  - {id: later, title: 后办, units: 全部, due: 2018-11-30}\n"
     "  - {id: sooner, title: 先办, units: 全部, due: 2018-08-31}\n"
     "  - {id: often, title: 常办, units: 东街街道, due: 每季度, from: 2018-04-01}\n"
     "  - {id: late, title: 早该办, units: 全部, due: 2018-02-28}\n"
     "  - {id: half, title: 半年办, units: 东街街道, due: 每半年,\n"
     "     log: [{on: 2018-06-01, for: 2018-H1, evidence: 表}, {on: 2018-06-02, for: 2018-H2, "
     "evidence: "
     "表}]}\n"}};

struct Planned {
  Planned() : loaded(small_site(kPlan)) {
    EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
    context = std::make_unique<const PlanContext>(loaded.site, loaded.publisher(), loaded.plan(),
                                                  checks, Date::parse("2018-07-10"));
  }
  std::string tasks(UnitIndex unit, const std::string& text) const {
    View view;
    view.list("tasks", task_views(*context, unit, kPath));
    return filled_in("{{#tasks}}" + text + "{{/tasks}}", view);
  }
  std::string next(UnitIndex unit) const {
    View view;
    add_next_deadlines(view, *context, unit, kPath);
    return filled_in("{{#next_deadlines}}{{due}} {{title}}\n{{/next_deadlines}}", view);
  }

  static constexpr std::string_view kPath = "union/2018/units/east.html";
  const Loaded loaded;
  const Reconciliation checks;
  std::unique_ptr<const PlanContext> context;
};

TEST(UnitTasks, BeginWithWhatIsOverdueAndEndWithWhatIsWrittenOff) {
  EXPECT_EQ(Planned().tasks(kEast, "{{title}} "), "早该办 常办 先办 后办 无期限 已办 半年办 ");
}

TEST(UnitTasks, SayWhenATaskThatIsBehindIsDueNext) {
  EXPECT_EQ(Planned().tasks(kEast, "{{#next_due}}{{title}} {{due}} {{next_due}}{{/next_due}}"),
            "常办 2018年6月30日 2018年9月30日");
}

TEST(UnitTasks, SayNoDeadlineOfARecurringTaskThatIsDone) {
  EXPECT_EQ(Planned().tasks(kEast, "{{#is_done}}{{title}} {{every}} {{times}}{{/is_done}}"),
            "半年办 每半年 2 / 2");
}

TEST(UnitDeadlines, AreThoseOfItsOwnQuotasAndTasksThatAreNotDone) {
  EXPECT_EQ(Planned().next(kWest),
            "2018年2月28日 早该办\n2018年7月31日 会员数 100人 期限\n"
            "2018年8月31日 先办\n2018年11月30日 后办\n");
}

TEST(UnitDeadlines, AreFiveAtMostWithWhatIsOverdueFirst) {
  EXPECT_EQ(Planned().next(kEast),
            "2018年2月28日 早该办\n2018年5月31日 建家数 2家 期限\n2018年6月30日 常办（第2季度）\n"
            "2018年8月31日 先办\n2018年9月30日 常办（第3季度）\n");
}

}  // namespace
}  // namespace yaodian
