#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> reported(const std::string& due) {
  const Loaded loaded(small_site(
      {{"union/2018/targets.yaml", "- {id: t, title: 目标, goal: '>= 88%', due: " + due + "}\n"},
       {"union/2018/ledger.yaml", "tasks:\n  - {id: k, title: 事, due: " + due + "}\n"},
       {"union/2018/tables/a.yaml",
        "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人, quota: at-least, due: " + due +
            "}\nrows:\n  - [西镇, 1]\n"}}));
  Diagnostics diagnostics;
  check_deadlines(loaded.plan(), diagnostics);
  return messages(diagnostics);
}

TEST(Deadlines, WithinThePlanAndAQuarterAfterItAreFine) {
  for (const char* due : {"2018-01-01", "2018-12-31", "2019-03-31"})
    EXPECT_THAT(reported(due), IsEmpty()) << due;
}

TEST(Deadlines, OfAnotherYearAreDoubted) {
  for (const char* due : {"2017-12-31", "2019-06-30", "2081-06-30"})
    EXPECT_THAT(reported(due),
                ElementsAre("outside-period 3:5", "outside-period 1:3", "outside-period 2:5"))
        << due;
}

}  // namespace
}  // namespace yaodian
