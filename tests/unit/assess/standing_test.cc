#include "assess/standing.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A table of one measure with VALUES; "" is blank.
TaskTable table_of(const std::vector<std::string>& values, Role role = Role::quota,
                   const std::string& count = "人", std::optional<Goal> goal = {}) {
  TaskTable table;
  Measure measure;
  measure.role = role;
  measure.count = count;
  measure.goal = std::move(goal);
  table.measures.push_back(measure);
  const auto store = std::make_shared<RowStore>();
  store->cells.reserve(values.size());
  table.store = store;
  for (const std::string& value : values) {
    Cell& cell = store->cells.emplace_back();
    if (value == "待定")
      cell.state = Cell::State::undecided;
    else if (!value.empty())
      cell = {Decimal::parse(value).value(), Cell::State::number};
    table.rows.push_back({static_cast<UnitIndex>(table.rows.size()), 0, {}, "", {&cell, 1}});
  }
  return table;
}

std::string median(const std::vector<std::string>& values) {
  return stand(table_of(values), 0).median.value().plain();
}

TEST(Standing, SharesTheBetterRankInATie) {
  EXPECT_THAT(stand(table_of({"5", "9", "7", "7"}), 0).ranks, ElementsAre(4, 1, 2, 2));
  EXPECT_THAT(stand(table_of({"7", "7.0", "7.00"}), 0).ranks, ElementsAre(1, 1, 1));
}

TEST(Standing, KeepsTheTablesOrderInATie) {
  EXPECT_THAT(stand(table_of({"5", "7", "9", "7"}), 0).order, ElementsAre(2, 1, 3, 0));
}

TEST(Standing, DoesNotRankWhatIsOpenOrNoTask) {
  const Standing standing = stand(table_of({"0", "待定", "", "5"}), 0);
  EXPECT_THAT(standing.ranks, ElementsAre(0, 0, 0, 1));
  EXPECT_THAT(standing.order, ElementsAre(3));
  EXPECT_EQ(standing.undecided, 1u);
  EXPECT_EQ(standing.smallest, Decimal(5));
}

TEST(Standing, RanksAZeroThatIsNoQuota) {
  const Standing standing = stand(table_of({"0", "5"}, Role::context), 0);
  EXPECT_THAT(standing.ranks, ElementsAre(2, 1));
  EXPECT_EQ(standing.smallest, Decimal(0));
}

TEST(Standing, HasTheMiddleOfTheRankedRows) {
  EXPECT_EQ(median({"9", "1", "5"}), "5");
  EXPECT_EQ(median({"1", "2"}), "1.5");
  EXPECT_EQ(median({"2", "4", "100", "1"}), "3");
  EXPECT_EQ(median({"0", "待定", "8"}), "8");
  EXPECT_EQ(median({"94.30", "94.31"}), "94.31");
}

TEST(Standing, HasTheExtremesAndTheSum) {
  const Standing standing = stand(table_of({"9", "1.5", "待定"}), 0);
  EXPECT_EQ(standing.largest, Decimal(9));
  EXPECT_EQ(standing.smallest->plain(), "1.5");
  EXPECT_EQ(standing.sum->plain(), "10.5");
}

TEST(Standing, OfRatesHasNoSumAndCountsWhoMeetsTheGoal) {
  const Standing standing = stand(
      table_of({"95", "94.99", "100", "待定", ""}, Role::result, "%", parse_goal(">= 95%")), 0);
  EXPECT_FALSE(standing.sum);
  EXPECT_EQ(standing.met, 2u);
  EXPECT_THAT(standing.ranks, ElementsAre(2, 3, 1, 0, 0));
}

TEST(Standing, MeetsNothingWithoutAGoal) {
  EXPECT_EQ(stand(table_of({"95"}, Role::context, "%"), 0).met, 0u);
}

TEST(Standing, OfNothingIsEmpty) {
  const Standing standing = stand(table_of({"待定", ""}), 0);
  EXPECT_THAT(standing.order, IsEmpty());
  EXPECT_FALSE(standing.median);
  EXPECT_FALSE(standing.largest);
  EXPECT_FALSE(standing.smallest);
  EXPECT_FALSE(standing.sum);
}

TEST(Standing, OfAResultIsThatOfItsNewestFigures) {
  const Loaded loaded(small_site(
      {{"union/2018/tables/t.yaml",
        "title: 表\nas_of: 2017-12-31\ncolumns:\n  - {id: r, title: 率, count: '%', goal: '>= "
        "90%'}\n"
        "  - {id: q, title: 数, count: 家, quota: at-least}\n"
        "rows:\n  - [东街街道, 95%, 10]\n  - [西镇, 80%, 20]\n"},
       {"union/2018/reports/march.yaml",
        "as_of: 2018-03-31\ntables:\n  t: {columns: [r, q], rows: [[西镇, 92%, 5]]}\n"}}));
  ASSERT_THAT(messages(loaded.diagnostics), IsEmpty());
  const PlanProgress progress = assess(loaded.plan(), std::nullopt);
  const Standings standings = stand(loaded.plan(), progress);
  const Standing& rates = standings[0][0];
  EXPECT_THAT(rates.ranks, ElementsAre(0, 1));  // 东街 is 未报
  EXPECT_EQ(rates.met, 1u);
  EXPECT_EQ(rates.median, Decimal::parse("92"));
  EXPECT_THAT(standings[0][1].ranks, ElementsAre(2, 1));  // quotas are those of the table
}

TEST(Standings, FollowThePlansOrder) {
  Plan plan;
  plan.tables = {table_of({"1"}), table_of({"2", "3"})};
  const Standings standings = stand(plan, assess(plan, std::nullopt));
  ASSERT_EQ(standings.size(), 2u);
  ASSERT_EQ(standings[1].size(), 1u);
  EXPECT_EQ(standings[0][0].largest, Decimal(1));
  EXPECT_EQ(standings[1][0].largest, Decimal(3));
}

}  // namespace
}  // namespace yaodian
