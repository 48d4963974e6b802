#include <gmock/gmock.h>

#include "../support.h"
#include "filled_in.h"
#include "render/plan_context.h"
#include "render/views.h"

namespace yaodian {
namespace {

using ::testing::IsEmpty;

TEST(TableView, GivesItsRowsAsDataForATableOfAnotherKind) {
  const Loaded loaded(small_site({{"union/2018/tables/t.yaml",
                                   "title: 任务表\nsource: s\ndocument: notice\n"
                                   "columns:\n"
                                   "  - {id: members, title: 会员数, count: 人, quota: at-least}\n"
                                   "  - {id: staff, title: 职工数, count: 人}\n"
                                   "rows:\n  - [东街街道, 1600, 5]\n  - [西镇, 待定, 0]\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const Reconciliation checks;
  std::vector<std::unique_ptr<const PlanContext>> plans;
  plans.push_back(std::make_unique<PlanContext>(loaded.site, loaded.publisher(), loaded.plan(),
                                                checks, std::nullopt));
  const Page page{PageKind::table, "union/2018/tables/t.html"};
  const View view = table_view(*plans.front(), loaded.plan().tables.front(), plans, page.path);
  EXPECT_EQ(
      filled_in("{{#measures}}{{title}} {{/measures}}\n"
                "{{#units}}{{name}} {{id}} {{url}}:{{#cells}} {{figure}}{{/cells}}\n{{/units}}",
                view),
      "会员数 职工数 \n"
      "东街街道 east ../units/east.html: 1,600 5\n"
      "西镇 west ../units/west.html: 待定 0\n");
}

}  // namespace
}  // namespace yaodian
