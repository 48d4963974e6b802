#include "assess/comparison.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A result of DAY ("2014-12-31"), or, where TEXT has a sign, an aim of that year.
class Example {
 public:
  Example(const std::string& text, const std::string& day, const std::string& differs = "") {
    use_.measure.id = "m";
    use_.differs = differs;
    figure.use = &use_;
    figure.goal = parse_goal(text).value();
    figure.day = Date::parse(day);
    figure.year = figure.day->year();
    figure.kind = text.front() == '>' || text.front() == '<' || text.front() == '='
                      ? FigureKind::aim
                      : FigureKind::result;
    if (figure.kind == FigureKind::aim) figure.day.reset();
  }
  Example(const Example&) = delete;
  Example& operator=(const Example&) = delete;

 private:
  MeasureUse use_;

 public:
  MeasureFigure figure;
};

Change between(const std::string& before, const std::string& after) {
  return change_between(Example(before, "2014-12-31").figure, Example(after, "2017-12-31").figure);
}

// A change as "-166 -14.9%", or the number of its obstacle.
std::string text_of(const Change& change) {
  if (!change.difference)
    return "obstacle " + std::to_string(static_cast<int>(change.obstacle)) + " " +
           change.definition;
  return change.difference->plain() + (change.percent ? " " + change.percent->plain() + "%" : "");
}

TEST(Comparison, SaysTheDifferenceAndItsShare) {
  EXPECT_EQ(text_of(between("1114家", "948家")), "-166 -14.9%");
  EXPECT_EQ(text_of(between("17442人", "24159人")), "6717 38.5%");
  EXPECT_EQ(text_of(between("5次", "5次")), "0 0.0%");
  EXPECT_EQ(text_of(between("0家", "4家")), "4");
}

TEST(Comparison, SaysPointsOfRatesAndNoShareOfThem) {
  EXPECT_EQ(text_of(between("92.82%", "95%")), "2.18");
  EXPECT_EQ(text_of(between("4.57%", "4%")), "-0.57");
}

TEST(Comparison, ShowsASmallShareWithOneDecimalMore) {
  EXPECT_EQ(text_of(between("10000人", "10003人")), "3 0.03%");
}

TEST(Comparison, IsExactBetweenMagnitudes) {
  EXPECT_EQ(text_of(between("4.59亿元", "4.91亿元")), "32000000 7.0%");
  EXPECT_EQ(text_of(between("39万元", "420000元")), "30000 7.7%");
}

// A column may be counted in 万元, which is no part of its figures.
TEST(Comparison, ConvertsUnitsOfCountExactly) {
  Example before("5751.91元", "2014-12-31"), after("60000000元", "2017-12-31");
  before.figure.goal.count = "万元";
  EXPECT_EQ(text_of(change_between(before.figure, after.figure)), "2480900.00 4.3%");
  EXPECT_EQ(text_of(change_between(after.figure, before.figure)), "-248.09 -4.1%");
}

TEST(Comparison, TakesWordsForTheSameThingsAsOneUnitOfCount) {
  EXPECT_TRUE(alike_counts("家", "户"));
  EXPECT_TRUE(alike_counts("人", "名"));
  EXPECT_TRUE(alike_counts("万元", "元"));
  EXPECT_TRUE(alike_counts("场", "次"));
  EXPECT_FALSE(alike_counts("家", "人"));
  EXPECT_FALSE(alike_counts("%", "‰"));
  EXPECT_EQ(text_of(between("1114家", "948户")), "-166 -14.9%");
  EXPECT_EQ(between("28件", "70%").obstacle, Obstacle::count);
}

TEST(Comparison, IsNotMadeWhereOneIsCountedInAnotherWay) {
  const Example whole("88%", "2014-12-31"), large("98%", "2017-12-31", "只计百人以上"),
      same("99%", "2018-12-31", "只计百人以上"), other("97%", "2019-12-31", "只计国有企业");
  const Change change = change_between(whole.figure, large.figure);
  EXPECT_EQ(change.obstacle, Obstacle::definition);
  EXPECT_EQ(change.definition, "只计百人以上");
  EXPECT_EQ(text_of(change_between(large.figure, same.figure)), "1");
  EXPECT_EQ(change_between(same.figure, other.figure).definition, "只计百人以上；只计国有企业");
}

TEST(Comparison, IsNotMadeOfAHalfYearWithAWholeOne) {
  const Example whole("1114家", "2014-12-31"), half("22家", "2015-06-30"),
      next("30家", "2016-06-30");
  EXPECT_EQ(change_between(whole.figure, half.figure).obstacle, Obstacle::day);
  EXPECT_EQ(text_of(change_between(half.figure, next.figure)), "8 36.4%");
}

TEST(Comparison, TakesTheLastOfFebruaryAsOneDay) {
  const Example leap("5家", "2016-02-29"), usual("6家", "2017-02-28");
  EXPECT_EQ(text_of(change_between(leap.figure, usual.figure)), "1 20.0%");
}

TEST(Comparison, IsNotMadeOfAimsOfDifferentKinds) {
  EXPECT_EQ(between(">= 12次", "= 12次").obstacle, Obstacle::goal);
  EXPECT_EQ(between("= 2-4次", "= 2-4次").obstacle, Obstacle::goal);
  Example monthly(">= 1次", "2017-12-31"), yearly(">= 12次", "2018-12-31");
  monthly.figure.per = "月";
  EXPECT_EQ(change_between(monthly.figure, yearly.figure).obstacle, Obstacle::goal);
  EXPECT_EQ(text_of(between(">= 88%", ">= 90%")), "2");
}

TEST(Comparison, SaysThatADifferenceIsOutOfRange) {
  Example small("1元", "2014-12-31"), large("999999999999元", "2017-12-31");
  large.figure.goal.count = "万元";
  EXPECT_EQ(change_between(large.figure, small.figure).obstacle, Obstacle::range);
}

MeasureRegister measures() {
  return {{"甲"}, {{"m", "会员", "甲", "", {}}, {"n", "会", "甲", "", {}}}, true};
}

// The figures that were taken of each comparison, as "会员 1114家 948家".
std::vector<std::string> taken(const std::vector<const MeasureFigure*>& figures, FigureKind kind) {
  const MeasureRegister all = measures();
  std::vector<std::string> texts;
  for (const Comparison& one : compare_years(all, figures, kind)) {
    std::string text = one.measure->title;
    for (const YearFigure& year : one.years) text += " " + year.figure->text();
    texts.push_back(text);
  }
  return texts;
}

TEST(CompareYears, TakesMeasuresOfMoreThanOneYearInOrder) {
  const Example late("948家", "2017-12-31"), early("1114家", "2014-12-31");
  EXPECT_THAT(taken({&late.figure, &early.figure}, FigureKind::result),
              ElementsAre("会员 1,114家 948家"));
  EXPECT_THAT(taken({&late.figure}, FigureKind::result), IsEmpty());
  EXPECT_THAT(taken({&late.figure, &early.figure}, FigureKind::aim), IsEmpty());
}

TEST(CompareYears, DoesNotMixAimsWithResults) {
  const Example result("948家", "2017-12-31"), aim(">= 500家", "2018-12-31");
  EXPECT_THAT(taken({&result.figure, &aim.figure}, FigureKind::result), IsEmpty());
  EXPECT_THAT(taken({&result.figure, &aim.figure}, FigureKind::aim), IsEmpty());
}

TEST(CompareYears, TakesTheLatestFigureThatIsCountedAlikeAndIsNoSample) {
  const Example before("5家", "2016-12-31"), half("6家", "2017-06-30"), whole("7家", "2017-12-31"),
      other("8家", "2017-12-31", "只计独立建会");
  Example sample("9家", "2017-12-31");
  sample.figure.sample = true;
  EXPECT_THAT(taken({&before.figure, &other.figure, &half.figure, &sample.figure, &whole.figure},
                    FigureKind::result),
              ElementsAre("会员 5家 7家"));
}

TEST(CompareYears, ComparesEachYearWithTheOneBeforeThatHasAFigure) {
  const Example a("5家", "2014-12-31"), b("7家", "2017-12-31"), c("4家", "2018-12-31");
  const std::vector<const MeasureFigure*> figures = {&a.figure, &b.figure, &c.figure};
  const MeasureRegister all = measures();
  const std::vector<Comparison> comparisons = compare_years(all, figures, FigureKind::result);
  ASSERT_EQ(comparisons.size(), 1u);
  EXPECT_FALSE(comparisons[0].years[0].change);
  EXPECT_EQ(text_of(*comparisons[0].years[1].change), "2 40.0%");
  EXPECT_EQ(text_of(*comparisons[0].years[2].change), "-3 -42.9%");
}

}  // namespace
}  // namespace yaodian
