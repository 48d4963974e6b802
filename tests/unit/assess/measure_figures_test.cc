#include "assess/measure_figures.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kMeasures[] =
    "topics: [甲]\nmeasures:\n"
    "  - {id: m, title: 会员, topic: 甲}\n";

// The figures of a plan of FILES, judged AS_OF.
class Figures {
 public:
  explicit Figures(Files files, std::optional<Date> as_of = {})
      : loaded_(with_measures(std::move(files))),
        progress_(assess(loaded_.plan(), as_of)),
        all(measure_figures(loaded_.plan(), progress_, as_of)) {
    EXPECT_THAT(messages(loaded_.diagnostics), IsEmpty());
  }

 private:
  static Files with_measures(Files files) {
    files["measures.yaml"] = kMeasures;
    return small_site(files);
  }
  Loaded loaded_;
  PlanProgress progress_;

 public:
  const std::vector<MeasureFigure> all;

  // Each figure as "目标 2018 ≥ 12次", "完成 2018-06-30 71%".
  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const MeasureFigure& one : all) {
      const std::string when = one.day ? one.day->iso() : std::to_string(one.year);
      const std::string kind = one.kind == FigureKind::aim ? "目标 " : "完成 ";
      texts.push_back(kind + when + " " + one.text());
    }
    return texts;
  }
};

std::string table_of(const std::string& column, const std::string& rows) {
  return "title: 表\nas_of: 2017-12-31\ncolumns: [{id: c, title: 数, " + column +
         ", measure: m}]\nrows: [" + rows + "]\n";
}

TEST(MeasureFigures, TakeTheGoalOfATargetAndItsLastObservation) {
  const Figures figures(
      {{"union/2018/targets.yaml",
        "- {id: t, title: 会, goal: '>= 12 次', per: 年, due: 2018-11-30, who: 街道, measure: "
        "m}\n"},
       {"union/2018/reports/2018-03-31.yaml", "as_of: 2018-03-31\ntargets: {t: 3次}\n"},
       {"union/2018/reports/2018-06-30.yaml",
        "as_of: 2018-06-30\nsample: true\ntargets: {t: 7次}\n"}});
  EXPECT_THAT(figures.texts(), ElementsAre("目标 2018 ≥ 12次/年", "完成 2018-06-30 7次"));
  EXPECT_EQ(figures.all[0].who, "街道");
  EXPECT_EQ(figures.all[0].due, Date::from(2018, 11, 30));
  EXPECT_TRUE(figures.all[1].sample);
}

TEST(MeasureFigures, AddUpTheQuotasOfAColumnAndWhatWasReported) {
  const Figures figures(
      {{"union/2018/tables/t.yaml",
        table_of("count: 户, quota: at-least", "[东街街道, 6], [西镇, 待定]")},
       {"union/2018/reports/2018-06-30.yaml",
        "as_of: 2018-06-30\ntables: {t: {columns: [c], rows: [[东街街道, 4]]}}\n"}});
  EXPECT_THAT(figures.texts(), ElementsAre("目标 2018 6户", "完成 2018-06-30 4户"));
  EXPECT_EQ(figures.all[0].units, 1u);
  EXPECT_EQ(figures.all[0].undecided, 1u);
}

TEST(MeasureFigures, TakeTheTotalOfAColumnWhereNoUnitsAreKnown) {
  const Figures figures(
      {{"union/2018/tables/t.yaml", table_of("count: 户, quota: at-least", "[东街街道, 6]")},
       {"union/2018/reports/2018-03-31.yaml", "as_of: 2018-03-31\ntotals: {t.c: 4}\n"}});
  EXPECT_THAT(figures.texts(), ElementsAre("目标 2018 6户", "完成 2018-03-31 4户"));
}

TEST(MeasureFigures, TakeAColumnThatIsNoTaskAsAResultOfItsDay) {
  const Figures figures(
      {{"union/2018/tables/t.yaml", table_of("count: 人", "[东街街道, 0], [西镇, 1200]")}});
  EXPECT_THAT(figures.texts(), ElementsAre("完成 2017-12-31 1,200人"));
  EXPECT_EQ(figures.all[0].year, 2017);
  EXPECT_EQ(figures.all[0].units, 2u);
}

TEST(MeasureFigures, DoNotAddUpRates) {
  const Figures figures({{"union/2018/tables/t.yaml",
                          table_of("count: '%', goal: '>= 95%'", "[东街街道, 96%], [西镇, 97%]")}});
  EXPECT_THAT(figures.texts(), ElementsAre("目标 2018 ≥ 95%"));
}

TEST(MeasureFigures, GiveAFigureOfAReportTheYearOfItsDay) {
  const Figures figures(
      {{"union/2018/plan.yaml", "title: x\nperiod: {start: 2018-01-01, end: 2019-12-31}\n"},
       {"union/2018/reports/2019-03-31.yaml",
        "as_of: 2019-03-31\nfigures: [{id: f, title: 会员, value: 8.6万人, measure: m}]\n"}});
  EXPECT_THAT(figures.texts(), ElementsAre("完成 2019-03-31 8.6万人"));
  EXPECT_EQ(figures.all[0].year, 2019);
  EXPECT_EQ(figures.all[0].goal.low, Decimal(86000));
}

TEST(MeasureFigures, LeaveOutReportsAfterTheDayJudgedAt) {
  const Files files = {
      {"union/2018/reports/2018-06-30.yaml",
       "as_of: 2018-06-30\nfigures: [{id: f, title: 会员, value: 5人, measure: m}]\n"}};
  EXPECT_THAT(Figures(files, Date::from(2018, 5, 1)).texts(), IsEmpty());
}

TEST(MeasureFigures, AreNoneWithoutUses) {
  const Files files = {{"union/2018/targets.yaml", "- {id: t, title: 会, goal: '5次'}\n"}};
  EXPECT_THAT(Figures(files).texts(), IsEmpty());
}

}  // namespace
}  // namespace yaodian
