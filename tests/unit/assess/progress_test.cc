#include "assess/progress.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(std::string_view text) { return Date::parse(text).value(); }

constexpr char kUnits[] =
    "units:\n"
    "  - {id: a, name: 甲}\n"
    "  - {id: b, name: 乙}\n"
    "  - {id: c, name: 丙}\n"
    "  - {id: d, name: 丁}\n"
    "  - {id: e, name: 戊}\n"
    "  - {id: f, name: 己}\n";

// A table of one column of the kind that KEYS say, with ROWS.
std::string table_of(const std::string& keys, const std::string& rows) {
  return "title: 任务\ncolumns: [{id: c, title: 数, " + keys + "}]\nrows: [" + rows + "]\n";
}
const std::string kQuota = "count: 人, quota: at-least";

// A report, or a correction, of the day that its NAME begins with: ROWS of TABLE and MORE keys.
std::pair<std::string, std::string> report_of(const std::string& name, const std::string& rows,
                                              const std::string& more = "",
                                              const std::string& table = "t") {
  const std::string date = name.substr(0, 10);
  const std::string what = name.size() == 10
                               ? "as_of: " + date + "\n"
                               : "corrects: " + date + "\nreason: 漏报\nreceived: 2018-12-01\n";
  const std::string part =
      rows.empty() ? "" : "tables:\n  " + table + ": {columns: [c], rows: [" + rows + "]}\n";
  return {"union/2018/reports/" + name + ".yaml", what + part + more};
}

// A plan with the table t and more files, judged.
class Judged {
 public:
  Judged(const std::string& table, const Files& files, std::optional<Date> as_of = {})
      : loaded_(with(table, files)), progress_(assess(loaded_.plan(), as_of)) {
    EXPECT_THAT(messages(loaded_.diagnostics), IsEmpty());
  }

  const PlanProgress& whole() const { return progress_; }
  const Plan& plan() const { return loaded_.plan(); }
  const TaskTable& task_table() const { return *find(plan().tables, "t"); }
  const TableProgress& table(std::string_view id = "t") const {
    for (size_t at = 0; at < plan().tables.size(); ++at) {
      if (plan().tables[at].id == id) return progress_.tables[at];
    }
    throw std::runtime_error("no such table");
  }
  const ColumnProgress& column(std::string_view id = "t") const { return table(id).columns.at(0); }
  const Standpoint& now(size_t row, std::string_view id = "t") const {
    return column(id).now.at(row);
  }
  std::vector<Month> months(size_t row) const {
    return history(plan(), task_table(), table(), row, 0);
  }

 private:
  static Files with(const std::string& table, const Files& files) {
    Files all = files;
    all["union/units.yaml"] = kUnits;
    all["union/2018/tables/t.yaml"] = table;
    return small_site(all);
  }

  Loaded loaded_;
  PlanProgress progress_;
};

// Each total as "sum", with "+N" where N rows of it are older; "-" for none.
std::vector<std::string> totals(const ColumnProgress& column) {
  std::vector<std::string> all;
  for (const Total& total : column.totals) {
    all.push_back(total.done ? total.done->plain() : "-");
    if (total.carried > 0) all.back() += "+" + std::to_string(total.carried);
  }
  return all;
}

// Each correction as "row period: before to after".
std::vector<std::string> corrections(const TableProgress& progress) {
  std::vector<std::string> all;
  for (const Correction& one : progress.corrections) {
    all.push_back(std::to_string(one.row) + " " + std::to_string(one.period) + ": " +
                  one.before.cell->value.plain() + " to " + one.after.cell->value.plain());
  }
  return all;
}

TEST(Progress, RanksExactlyWhatNoDoubleTellsApart) {
  // 丙 has done a part in 10^17 more than 甲 and 乙, whose shares are the same.
  const Judged judged(
      table_of(kQuota, "[甲, 999999999.999998], [乙, 499999999.999999], [丙, 999999999.999999]"),
      {report_of("2018-06-30",
                 "[甲, 333333333.333332], [乙, 166666666.666666], [丙, 333333333.333333]")});
  EXPECT_THAT(judged.column().ranks, ElementsAre(2, 2, 1));
  EXPECT_THAT(judged.column().order, ElementsAre(2, 0, 1));
}

TEST(Progress, IsTheSameOnAnyNumberOfThreads) {
  const std::string table = table_of(kQuota, "[甲, 3], [乙, 10000], [丙, 6]");
  const Judged judged(table, {{"union/2018/tables/u.yaml", table},
                              report_of("2018-06-30", "[丙, 4], [乙, 6667], [甲, 2]"),
                              report_of("2018-07-31", "[乙, 6668]", "", "u")});
  const PlanProgress other = assess(judged.plan(), {}, 8);
  ASSERT_EQ(other.tables.size(), 2u);
  for (size_t at = 0; at < other.tables.size(); ++at) {
    const ColumnProgress& column = judged.whole().tables[at].columns[0];
    EXPECT_EQ(other.tables[at].columns[0].ranks, column.ranks);
    EXPECT_EQ(totals(other.tables[at].columns[0]), totals(column));
  }
}

TEST(Progress, RanksByExactCompletion) {
  // 2 / 3 and 4 / 6 are the same; 6667 / 10000 is more, though all are shown as 66.7 %.
  const Judged judged(table_of(kQuota, "[甲, 3], [乙, 10000], [丙, 6], [丁, 4], [戊, 0], [己, 5]"),
                      {report_of("2018-06-30", "[丁, 1], [丙, 4], [乙, 6667], [甲, 2], [戊, 9]")});
  EXPECT_THAT(judged.column().ranks, ElementsAre(2, 1, 2, 4, 0, 0));
  EXPECT_THAT(judged.column().order, ElementsAre(1, 0, 2, 3));
  EXPECT_THAT(judged.column().previous_ranks, Each(0));
  EXPECT_EQ(completion(6667, 10000), completion(2, 3));
  EXPECT_EQ(judged.now(4).status, Status::no_quota);
  EXPECT_EQ(judged.now(5).status, Status::not_reported);
}

TEST(Progress, DoesNotRankUndecidedAndBlankQuotas) {
  const Judged judged(table_of(kQuota, "[甲, 待定], [乙, 10], [丙, '']"),
                      {report_of("2018-06-30", "[甲, 9], [乙, 1], [丙, 9]")});
  EXPECT_THAT(judged.column().ranks, ElementsAre(0, 1, 0));
  EXPECT_THAT(judged.column().order, ElementsAre(1));
  EXPECT_EQ(judged.column().counts[Status::undecided], 1u);
  EXPECT_EQ(judged.column().counts[Status::no_quota], 1u);
  EXPECT_EQ(judged.column().counts[Status::far_behind], 1u);
}

TEST(Progress, KnowsTheRanksOfThePeriodBefore) {
  const Judged judged(table_of(kQuota, "[甲, 100], [乙, 100], [丙, 100]"),
                      {report_of("2018-03-31", "[甲, 10], [乙, 20]"),
                       report_of("2018-06-30", "[甲, 40], [乙, 30], [丙, 30]")});
  EXPECT_THAT(judged.column().ranks, ElementsAre(1, 2, 2));
  EXPECT_THAT(judged.column().previous_ranks, ElementsAre(2, 1, 0));
}

TEST(Progress, RanksNoAtMostQuota) {
  const Judged judged(table_of("count: 件, quota: at-most", "[甲, 5], [乙, 5]"),
                      {report_of("2018-06-30", "[甲, 5], [乙, 6]")});
  EXPECT_EQ(judged.now(0).status, Status::met);
  EXPECT_EQ(judged.now(1).status, Status::unmet);
  EXPECT_THAT(judged.column().ranks, ElementsAre(0, 0));
  EXPECT_THAT(judged.column().order, IsEmpty());
}

TEST(Progress, ReplacesWhatIsCorrectedAndListsIt) {
  const Judged judged(
      table_of(kQuota, "[甲, 100], [乙, 100]"),
      {report_of("2018-06-30", "[甲, 10], [乙, 20]"), report_of("2018-06-30-1", "[甲, 60]"),
       report_of("2018-06-30-2", "[甲, 55]")});
  EXPECT_EQ(judged.now(0).done, Decimal(55));
  EXPECT_EQ(judged.now(0).status, Status::on_pace);  // 181 / 365 is below 55 %
  EXPECT_EQ(judged.now(1).done, Decimal(20));
  EXPECT_THAT(corrections(judged.table()), ElementsAre("0 0: 10 to 60", "0 0: 60 to 55"));
  EXPECT_EQ(judged.table().dates.size(), 1u);
  EXPECT_THAT(totals(judged.column()), ElementsAre("75"));
}

TEST(Progress, CorrectsAnEarlierPeriodOnly) {
  const Judged judged(table_of(kQuota, "[甲, 100]"),
                      {report_of("2018-03-31", "[甲, 10]"), report_of("2018-06-30", "[甲, 50]"),
                       report_of("2018-03-31-1", "[甲, 30]")});
  EXPECT_EQ(judged.now(0).done, Decimal(50));
  EXPECT_THAT(corrections(judged.table()), ElementsAre("0 0: 10 to 30"));
  EXPECT_THAT(totals(judged.column()), ElementsAre("30", "50"));
}

TEST(Progress, CountsACorrectionThatFillsAGapAsAReport) {
  const Judged judged(table_of(kQuota, "[甲, 100], [乙, 100]"),
                      {report_of("2018-06-30", "[甲, 50]"), report_of("2018-06-30-1", "[乙, 60]")});
  EXPECT_EQ(judged.now(1).status, Status::on_pace);
  EXPECT_THAT(corrections(judged.table()), IsEmpty());
}

TEST(Progress, SaysNotReportedWithTheLastFigure) {
  const Judged judged(table_of(kQuota, "[甲, 100], [乙, 100], [丙, 100]"),
                      {report_of("2018-03-31", "[甲, 10], [乙, 100], [丙, 1]"),
                       report_of("2018-06-30", "[甲, ''], [丙, 50]")});
  EXPECT_EQ(judged.now(0).status, Status::not_reported);
  EXPECT_EQ(judged.now(0).done, Decimal(10));
  EXPECT_EQ(judged.now(0).period, 0u);
  EXPECT_EQ(judged.now(1).status, Status::done);
  EXPECT_EQ(judged.now(1).period, 0u);
  EXPECT_EQ(judged.now(2).period, 1u);
}

TEST(Progress, JudgesATableByItsOwnNewestReport) {
  const Judged judged(table_of(kQuota, "[甲, 100]"),
                      {{"union/2018/tables/s.yaml", table_of(kQuota, "[甲, 100], [乙, 100]")},
                       report_of("2018-03-31", "[甲, 40]"),
                       report_of("2018-06-30", "[甲, 50], [乙, 5]", "", "s")});
  EXPECT_THAT(judged.table().dates, ElementsAre(day("2018-03-31")));
  EXPECT_EQ(judged.now(0).status, Status::behind);  // 40 of 49.6 on 30 June
  EXPECT_EQ(judged.now(0, "s").status, Status::on_pace);
  EXPECT_EQ(judged.now(1, "s").status, Status::far_behind);
}

// A month in which one column was not collected makes nobody 未报 there.
TEST(Progress, JudgesAColumnByTheNewestReportThatAsksForIt) {
  const auto report = [](const std::string& date, const std::string& table) {
    return std::pair("union/2018/reports/" + date + ".yaml",
                     "as_of: " + date + "\ntables:\n  t: " + table + "\n");
  };
  const Judged judged(
      "title: 任务\ncolumns:\n  - {id: c, title: 数, count: 人, quota: at-least}\n"
      "  - {id: r, title: 率, count: '%', goal: '>= 90%'}\nrows: [[甲, 100, ''], [乙, 100, '']]\n",
      {report("2018-03-31", "{columns: [c, r], rows: [[甲, 40, 80%], [乙, 40, 95%]]}"),
       report("2018-04-30", "{columns: [c], rows: [[甲, 50], [乙, 60]]}"),
       report("2018-05-31", "{columns: [r], rows: [[甲, 92%]]}"),
       report("2018-06-30", "{columns: [c], rows: [[甲, 60], [乙, 70]]}")});
  const ColumnProgress& quotas = judged.table().columns[0];
  EXPECT_THAT(quotas.dates, ElementsAre(day("2018-03-31"), day("2018-04-30"), day("2018-06-30")));
  EXPECT_EQ(quotas.now[0].status, Status::on_pace);
  EXPECT_THAT(totals(quotas), ElementsAre("80", "110", "130"));
  const ColumnProgress& rates = judged.table().columns[1];
  EXPECT_THAT(rates.dates, ElementsAre(day("2018-03-31"), day("2018-05-31")));
  EXPECT_EQ(rates.now[0].status, Status::met);
  EXPECT_EQ(rates.now[1].status, Status::not_reported);  // asked in May, and silent
  EXPECT_EQ(rates.now[1].done, Decimal(95));
  const std::vector<Month> months =
      history(judged.plan(), judged.task_table(), judged.table(), 0, 1);
  ASSERT_EQ(months.size(), 2u);
  EXPECT_EQ(months[1].date, day("2018-05-31"));
  EXPECT_TRUE(months[0].made_up);
}

TEST(Progress, CarriesOlderObservationsIntoTheTotal) {
  const Judged judged(table_of(kQuota, "[甲, 100], [乙, 100], [丙, 100]"),
                      {report_of("2018-03-31", "[甲, 10.5], [乙, 20]"),
                       report_of("2018-04-30", "[乙, 30]"), report_of("2018-06-30", "[丙, 140]")});
  EXPECT_THAT(totals(judged.column()), ElementsAre("30.5", "40.5+1", "180.5+2"));
  EXPECT_EQ(judged.column().total_task.quota.value, Decimal(300));
  EXPECT_EQ(judged.column().status, Status::on_pace);  // 300 × 181 / 365 = 148.8
}

TEST(Progress, SumsNoRates) {
  const Judged judged(table_of("count: '%', quota: at-least", "[甲, 90], [乙, 80]"),
                      {report_of("2018-06-30", "[甲, 91], [乙, 40]")});
  EXPECT_EQ(judged.now(0).status, Status::done);
  EXPECT_EQ(judged.now(1).status, Status::on_pace);  // 80 × 181 / 365 = 39.7
  EXPECT_THAT(totals(judged.column()), ElementsAre("-"));
  EXPECT_EQ(judged.column().status, Status::not_reported);
}

TEST(Progress, HoldsResultsAgainstTheGoal) {
  const Judged judged(table_of("count: '%', goal: '>= 95%'", "[甲, 90], [乙, ''], [丙, 1]"),
                      {report_of("2018-06-30", "[甲, 95], [乙, 94.9]")});
  EXPECT_EQ(judged.now(0).status, Status::met);
  EXPECT_EQ(judged.now(1).status, Status::unmet);
  EXPECT_EQ(judged.now(2).status, Status::not_reported);
}

TEST(Progress, LeavesOutReportsAfterTheDay) {
  const Files reports = {
      report_of("2018-03-31", "[甲, 25]"),
      report_of("2018-06-30", "[甲, 10]", "sample: true\ntargets: {rate: 60%}\n"),
      {"union/2018/targets.yaml", "- {id: rate, title: 率, goal: '>= 50%'}\n"}};
  const std::string table = table_of(kQuota, "[甲, 100]");
  const Judged before(table, reports, day("2018-06-29")), after(table, reports, day("2018-06-30"));
  EXPECT_EQ(before.whole().reports.size(), 1u);
  EXPECT_EQ(before.now(0).done, Decimal(25));
  EXPECT_FALSE(before.whole().sample || before.column().sample);
  EXPECT_EQ(before.whole().targets[0].status, Status::not_reported);
  EXPECT_EQ(after.whole().reports.size(), 2u);
  EXPECT_EQ(after.now(0).done, Decimal(10));
  EXPECT_TRUE(after.whole().sample && after.column().sample && after.whole().targets[0].sample);
  EXPECT_EQ(after.whole().targets[0].status, Status::met);
}

TEST(Progress, JudgesOnTheDayAskedFor) {
  const Files reports = {report_of("2018-03-31", "[甲, 25]")};
  const std::string table = table_of(kQuota, "[甲, 100]");
  EXPECT_EQ(Judged(table, reports).now(0).status, Status::on_pace);  // 90 / 365 = 24.7 %
  EXPECT_EQ(Judged(table, reports, day("2018-12-31")).now(0).status, Status::far_behind);
  EXPECT_EQ(Judged(table, reports, day("2019-01-01")).now(0).status, Status::overdue);
}

TEST(Progress, KnowsNothingBeforeTheFirstReport) {
  const Judged judged(table_of(kQuota, "[甲, 100], [乙, 0]"), {report_of("2018-03-31", "[甲, 25]")},
                      day("2018-03-30"));
  EXPECT_EQ(judged.whole().day, day("2018-03-30"));
  EXPECT_THAT(judged.whole().reports, IsEmpty());
  EXPECT_FALSE(judged.table().observed());
  EXPECT_FALSE(judged.column().observed());
  EXPECT_EQ(judged.now(0).status, Status::not_reported);
  EXPECT_FALSE(judged.now(0).done);
  EXPECT_EQ(judged.now(1).status, Status::no_quota);
  EXPECT_THAT(judged.months(0), IsEmpty());
}

TEST(Progress, HasNoDayWithoutReports) {
  const Judged judged(table_of(kQuota, "[甲, 100]"), {});
  EXPECT_FALSE(judged.whole().day);
  EXPECT_THAT(judged.column().now, IsEmpty());
}

TEST(Progress, HasNoDayByReportsThatOnlyHaveFiguresOfNoTask) {
  const Files results = {{"union/2018/reports/2018-06-30.yaml",
                          "as_of: 2018-06-30\nfigures:\n  - {id: a, title: 建会, value: 22家}\n"}};
  const std::string table = table_of(kQuota, "[甲, 100]");
  EXPECT_FALSE(Judged(table, results).whole().day);
  Files both = results;
  both.merge(Files{report_of("2018-03-31", "[甲, 25]")});
  EXPECT_EQ(Judged(table, both).whole().day, day("2018-03-31"));
  EXPECT_THAT(Judged(table, both, day("2018-12-31")).whole().reports, ::testing::SizeIs(1));
}

TEST(History, ShowsWhatWasMadeUpMissingAndCorrected) {
  // Of 365 the pace is the number of the day: 31, 59, 90, 120.
  const Judged judged(
      table_of(kQuota, "[甲, 365], [乙, 365]"),
      {report_of("2018-01-31", "[甲, 25], [乙, 31]"), report_of("2018-02-28", "[乙, 40]"),
       report_of("2018-03-31", "[甲, 80], [乙, 90]"), report_of("2018-03-31-1", "[甲, 90]"),
       report_of("2018-04-30", "[甲, 95], [乙, 130]")});
  const std::vector<Month> months = judged.months(0);
  const std::vector<std::tuple<const char*, Status, bool, bool>> expected = {
      {"2018-01-31", Status::behind, true, false},
      {"2018-02-28", Status::not_reported, false, false},
      {"2018-03-31", Status::on_pace, false, true},
      {"2018-04-30", Status::far_behind, false, false}};
  ASSERT_EQ(months.size(), expected.size());
  for (size_t at = 0; at < months.size(); ++at) {
    const auto& [date, status, made_up, corrected] = expected[at];
    EXPECT_EQ(months[at].date, day(date));
    EXPECT_EQ(months[at].status, status) << date;
    EXPECT_EQ(months[at].made_up, made_up) << date;
    EXPECT_EQ(months[at].corrected, corrected) << date;
  }
  EXPECT_FALSE(months[1].observed);
  EXPECT_EQ(months[2].observed.cell->value, Decimal(90));
  EXPECT_TRUE(judged.months(1)[1].made_up);
  EXPECT_EQ(judged.months(1)[1].status, Status::far_behind);  // 40 of 59
}

TEST(History, MakesUpAnUnmetGoal) {
  const Judged judged(table_of("count: '%', goal: '>= 95%'", "[甲, '']"),
                      {report_of("2018-01-31", "[甲, 90]"), report_of("2018-02-28", "[甲, 95]"),
                       report_of("2018-03-31", "[甲, 94]")});
  const std::vector<Month> months = judged.months(0);
  EXPECT_EQ(months.at(0).status, Status::unmet);
  EXPECT_TRUE(months[0].made_up);
  EXPECT_EQ(months[2].status, Status::unmet);
  EXPECT_FALSE(months[2].made_up);
}

TEST(TargetProgress, HaveTheLastFigureOfEachDay) {
  const Judged judged(
      table_of(kQuota, "[甲, 100]"),
      {{"union/2018/targets.yaml",
        "- {id: rate, title: 率, goal: '>= 70%'}\n- {id: other, title: 另, goal: '>= 70%'}\n"},
       report_of("2018-03-31", "", "targets: {rate: 65%}\n"),
       report_of("2018-06-30", "", "targets: {rate: 71%}\n"),
       report_of("2018-06-30-1", "", "targets: {rate: 69.9%}\n")});
  const TargetProgress& rate = judged.whole().targets.at(0);
  ASSERT_EQ(rate.observations.size(), 2u);
  EXPECT_EQ(rate.observations[0].observation->text, "65%");
  EXPECT_EQ(rate.observations[0].before, nullptr);
  EXPECT_EQ(rate.observations[1].observation->text, "69.9%");
  EXPECT_EQ(rate.observations[1].before->text, "71%");
  EXPECT_EQ(rate.status, Status::unmet);
  EXPECT_EQ(judged.whole().targets.at(1).status, Status::not_reported);
}

TEST(ColumnTotals, OfAColumnMayBeReportedWithoutUnits) {
  const Judged judged(table_of(kQuota, "[甲, 100]"),
                      {report_of("2018-03-31", "", "totals: {t.c: 20人}\n"),
                       report_of("2018-06-30", "", "totals: {t.c: 30人}\n"),
                       report_of("2018-06-30-1", "", "totals: {t.c: 35人}\n")});
  const Measure& measure = judged.task_table().measures[0];
  const auto all = totals_of(judged.whole(), judged.task_table(), measure);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].observation->value, Decimal(20));
  EXPECT_EQ(all[1].observation->value, Decimal(35));
  EXPECT_EQ(all[1].before->value, Decimal(30));
  EXPECT_EQ(judged.now(0).status, Status::not_reported);
}

}  // namespace
}  // namespace yaodian
