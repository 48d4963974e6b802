#include "chart/line.h"

#include <gmock/gmock.h>

namespace yaodian::chart {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

// A scale of a hundred days with POINTS, and a quota of 100 where the largest figure stands at 19
// of 400 from above.
Line hundred_days(std::vector<Point> points) {
  Line line;
  line.begin = 1000;
  line.end = 1100;
  line.points = std::move(points);
  line.goal.low = 100;
  return line;
}

std::string drawn(const Line& figures) { return line(figures, "", "折线").str(); }

// The data of the path of CSS_CLASS in LINE, empty if it is not drawn.
std::string path(const Line& figures, const std::string& css_class) {
  const std::string svg = drawn(figures), opening = "<path class=\"" + css_class + "\" d=\"";
  const size_t at = svg.find(opening);
  if (at == svg.npos) return {};
  const size_t begin = at + opening.size();
  return svg.substr(begin, svg.find('"', begin) - begin);
}

TEST(Line, JoinsTheFiguresOfPeriodsInSuccession) {
  const Line line = hundred_days({{1000, 0}, {1050, 50}, {1100, 100}});
  EXPECT_EQ(path(line, "observed"), "M0 400L500 209L1000 19");
  EXPECT_EQ(path(line, "gap"), "");
}

TEST(Line, HasADotForEachFigure) {
  EXPECT_EQ(path(hundred_days({{1000, 0}, {1050, 50}, {1075, {}}}), "dots"), "M0 400h0M500 209h0");
}

TEST(Line, BridgesPeriodsThatWereNotReported) {
  const Line line = hundred_days(
      {{1000, 0}, {1010, 20}, {1020, {}}, {1030, {}}, {1050, 50}, {1060, 60}, {1070, 80}});
  EXPECT_EQ(path(line, "observed"), "M0 400L100 324M500 209L600 171L700 95");
  EXPECT_EQ(path(line, "gap"), "M100 324L500 209");
}

TEST(Line, BridgesTwiceAroundASingleFigure) {
  const Line line = hundred_days({{1000, 0}, {1010, {}}, {1050, 50}, {1060, {}}, {1100, 100}});
  EXPECT_EQ(path(line, "observed"), "");
  EXPECT_EQ(path(line, "gap"), "M0 400L500 209M500 209L1000 19");
}

TEST(Line, DrawsNothingBeforeTheFirstAndAfterTheLastFigure) {
  const Line line = hundred_days({{1000, {}}, {1010, {}}, {1050, 50}, {1060, 50}, {1100, {}}});
  EXPECT_EQ(path(line, "observed"), "M500 209L600 209");
  EXPECT_EQ(path(line, "gap"), "");
}

TEST(Line, DrawsCorrectedFiguresOnceMoreOverTheirDots) {
  const Line line = hundred_days({{1000, 0}, {1050, 50, true}, {1060, {}, true}});
  EXPECT_EQ(path(line, "dots"), "M0 400h0M500 209h0");
  EXPECT_EQ(path(line, "corrected"), "M500 209h0");
}

TEST(Line, HasAMarkForEachBoundOfTheGoal) {
  Line line = hundred_days({});
  EXPECT_EQ(path(line, "goal"), "M0 19H1000");
  line.goal = {50, 100};
  EXPECT_EQ(path(line, "goal"), "M0 209H1000M0 19H1000");
  line.goal = {100, 100};
  EXPECT_EQ(path(line, "goal"), "M0 19H1000");
  line.goal = {};
  EXPECT_EQ(path(line, "goal"), "");
}

TEST(Line, LeavesRoomAboveTheLargestFigureOrBound) {
  EXPECT_EQ(path(hundred_days({{1000, 200}}), "dots"), "M0 19h0");
  EXPECT_EQ(path(hundred_days({{1000, 200}}), "goal"), "M0 209H1000");
  EXPECT_EQ(path(hundred_days({{1000, 10}}), "goal"), "M0 19H1000");
}

TEST(Line, KeepsPointsOutsideTheScaleAtTheEdge) {
  EXPECT_EQ(path(hundred_days({{900, 50}, {1200, -50}}), "dots"), "M0 209h0M1000 400h0");
}

TEST(Line, RisesWithThePaceUntilTheDeadlineAndStaysThere) {
  Line line = hundred_days({});
  line.pace = true;
  line.deadline = 1080;
  EXPECT_EQ(path(line, "pace"), "M0 400L800 19H1000");
  line.deadline = 1100;
  EXPECT_EQ(path(line, "pace"), "M0 400L1000 19");
}

TEST(Line, CutsThePaceOffWhereTheDeadlineIsAfterTheEnd) {
  Line line = hundred_days({});
  line.pace = true;
  line.deadline = 1200;
  EXPECT_EQ(path(line, "pace"), "M0 400L1000 209");
}

TEST(Line, ExpectsAllAtOnceWhereTheDeadlineIsTheBegin) {
  Line line = hundred_days({});
  line.pace = true;
  line.deadline = 1000;
  EXPECT_EQ(path(line, "pace"), "M0 400L0 19H1000");
}

TEST(Line, HasNoPaceWithoutAQuotaOrADeadline) {
  Line line = hundred_days({});
  line.pace = true;
  EXPECT_EQ(path(line, "pace"), "");
  line.deadline = 1080;
  line.goal = {{}, 100};
  EXPECT_EQ(path(line, "pace"), "");
}

TEST(Line, MarksTheDeadlineAndTheDateJudgedAt) {
  Line line = hundred_days({});
  line.deadline = 1100;
  line.judged = 1025;
  EXPECT_EQ(path(line, "deadline"), "M1000 0V400");
  EXPECT_EQ(path(line, "judged"), "M250 0V400");
}

TEST(Line, MarksNoDayOutsideTheScale) {
  Line line = hundred_days({});
  line.deadline = 1101;
  line.judged = 999;
  EXPECT_EQ(path(line, "deadline"), "");
  EXPECT_EQ(path(line, "judged"), "");
}

TEST(Line, OfNothingIsEmpty) {
  EXPECT_EQ(drawn({}),
            "<svg class=\"line\" role=\"img\" aria-label=\"折线\" viewBox=\"0 0 1000 400\" "
            "preserveAspectRatio=\"none\"></svg>");
}

TEST(Line, OfZerosLiesOnTheGround) {
  Line line = hundred_days({{1000, 0}, {1100, 0}});
  line.goal = {{}, 0};
  EXPECT_EQ(path(line, "observed"), "M0 400L1000 400");
  EXPECT_EQ(path(line, "goal"), "M0 400H1000");
}

TEST(Line, OfASingleDayStandsAtTheLeft) {
  Line line = hundred_days({{1000, 100}});
  line.end = line.begin;
  EXPECT_EQ(path(line, "dots"), "M0 19h0");
}

TEST(Line, HoldsTheLargestFigures) {
  Line line = hundred_days({{1000, number("999999999999.999999")}, {1100, number("500000000000")}});
  EXPECT_EQ(path(line, "observed"), "M0 19L1000 209");
}

TEST(Line, DrawsTheFiguresOverTheMarks) {
  Line figures = hundred_days({{1000, 0}, {1010, 10, true}, {1020, {}}, {1030, 30}});
  figures.pace = true;
  figures.deadline = 1080;
  figures.judged = 1035;
  const std::string svg = drawn(figures);
  std::vector<std::string> classes;
  const std::string_view opening = "<path class=\"";
  for (size_t at = 0; (at = svg.find(opening, at)) != svg.npos;) {
    at += opening.size();
    classes.push_back(svg.substr(at, svg.find('"', at) - at));
  }
  EXPECT_THAT(classes, ElementsAre("goal", "pace", "deadline", "judged", "gap", "observed", "dots",
                                   "corrected"));
}

TEST(Line, HasItsClassAndLabelAndNoTextOrStyle) {
  const std::string svg = line(hundred_days({{1000, 1}}), "small behind", "\"进度\"").str();
  EXPECT_THAT(svg, HasSubstr("class=\"line small behind\" role=\"img\""));
  EXPECT_THAT(svg, HasSubstr("aria-label=\"&quot;进度&quot;\""));
  EXPECT_THAT(svg, Not(HasSubstr("<text")));
  EXPECT_THAT(svg, Not(HasSubstr("style=")));
}

TEST(ScaleBegin, IsZeroUnlessTheLineMayBeginElsewhere) {
  Line line = hundred_days({{1000, 95}});
  EXPECT_EQ(scale_begin(line), Decimal(0));
  line.zero = false;
  EXPECT_EQ(scale_begin(line), Decimal(90));
}

TEST(ScaleBegin, IsARoundFigureBelowTheSmallest) {
  Line line = hundred_days({{1000, number("94.3")}, {1050, 96}});
  line.zero = false;
  line.goal = {95, {}};
  EXPECT_EQ(scale_begin(line).plain(), "94");
  line.points[0].value = 94;
  EXPECT_EQ(scale_begin(line).plain(), "92");
  line.points[0].value = number("93.6");
  EXPECT_EQ(scale_begin(line).plain(), "92.5");
}

TEST(ScaleBegin, IsZeroWhereAFigureIsHalfOfTheLargestOrLess) {
  Line line = hundred_days({{1000, 50}});
  line.zero = false;
  EXPECT_EQ(scale_begin(line), Decimal(0));
  line.points[0].value = -95;
  EXPECT_EQ(scale_begin(line), Decimal(0));
}

TEST(ScaleBegin, IsZeroUnderThePace) {
  Line line = hundred_days({{1000, 95}});
  line.zero = false;
  line.pace = true;
  EXPECT_EQ(scale_begin(line), Decimal(0));
}

TEST(ScaleBegin, HoldsForEqualFiguresAndForNone) {
  Line line = hundred_days({{1000, 100}, {1050, 100}});
  line.zero = false;
  EXPECT_EQ(scale_begin(line), Decimal(99));
  EXPECT_EQ(path(line, "observed"), "M0 19L500 19");
  line = {};
  line.zero = false;
  EXPECT_EQ(scale_begin(line), Decimal(0));
}

TEST(ScaleBegin, StandsAtTheLowerEdge) {
  Line line = hundred_days({{1000, 95}, {1100, 100}});
  line.zero = false;
  EXPECT_EQ(scale_begin(line), Decimal(90));
  EXPECT_EQ(path(line, "observed"), "M0 209L1000 19");
}

}  // namespace
}  // namespace yaodian::chart
