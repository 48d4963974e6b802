#include "chart/chart.h"

#include <algorithm>

#include <gmock/gmock.h>

namespace yaodian::chart {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

size_t count(std::string_view text, std::string_view part) {
  size_t times = 0;
  for (size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++times;
  return times;
}

TEST(Share, IsCutToTheChart) {
  EXPECT_DOUBLE_EQ(share(1, 4), 0.25);
  EXPECT_DOUBLE_EQ(share(5, 4), 1);
  EXPECT_DOUBLE_EQ(share(-1, 4), 0);
}

TEST(Share, OfNothingIsNothing) {
  EXPECT_DOUBLE_EQ(share(5, 0), 0);
  EXPECT_DOUBLE_EQ(share(5, -2), 0);
}

TEST(Bar, HasAFillOfItsLength) {
  EXPECT_THAT(bar(0.25).str(), HasSubstr("class=\"fill\" width=\"25%\""));
  EXPECT_THAT(bar(1.0 / 3).str(), HasSubstr("class=\"fill\" width=\"33.3%\""));
  EXPECT_THAT(bar(2).str(), HasSubstr("class=\"fill\" width=\"100%\""));
  EXPECT_THAT(bar(-1).str(), HasSubstr("class=\"fill\" width=\"0%\""));
}

TEST(Bar, IsHiddenFromScreenReadersAndHasNoStyle) {
  EXPECT_THAT(bar(0.5).str(), HasSubstr("aria-hidden=\"true\""));
  EXPECT_THAT(bar(0.5).str(), Not(HasSubstr("style=")));
}

TEST(Profile, HasAColumnForEachFigure) {
  const Profile made = profile({4, 2, 1});
  EXPECT_EQ(made.columns, 3u);
  EXPECT_EQ(made.count, 3u);
  EXPECT_THAT(made.sizes, ElementsAre(1, 0.5, 0.25));
  EXPECT_EQ(made.outline, "M0 40V0h1V20h1V30h1V40z");
}

TEST(Profile, StandsForMoreFiguresInAHundredAndTwentyColumns) {
  std::vector<Decimal> figures;
  for (int at = 0; at < 1000; ++at) figures.emplace_back(1000 - at);
  const Profile made = profile(figures);
  EXPECT_EQ(made.columns, 120u);
  EXPECT_EQ(made.count, 1000u);
  EXPECT_EQ(made.sizes.size(), 120u);
  EXPECT_TRUE(std::is_sorted(made.sizes.rbegin(), made.sizes.rend()));
}

TEST(Profile, ShowsASmallFigureAndNoNegativeOne) {
  EXPECT_EQ(profile({1000, 1, 0, -5}).outline, "M0 40V0h1V39h1V40h1h1V40z");
  EXPECT_THAT(profile({1000, 1, 0, -5}).sizes, ElementsAre(1, 0.001, 0, 0));
}

TEST(Profile, OfNothingIsEmpty) {
  EXPECT_EQ(profile({}).columns, 0u);
  EXPECT_THAT(distribution(profile({}), std::nullopt, "无").str(), HasSubstr("</svg>"));
  EXPECT_THAT(distribution(profile({}), 0, "无").str(), Not(HasSubstr("marked")));
}

TEST(Distribution, MarksTheFigureAtItsPlace) {
  const std::string svg = distribution(profile({4, 2, 1}), 1, "第2名").str();
  EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 3 40\""));
  EXPECT_THAT(svg, HasSubstr("class=\"marked\" x=\"1\" y=\"20\" width=\"1\" height=\"20\""));
  EXPECT_THAT(svg, HasSubstr("aria-label=\"第2名\""));
}

TEST(Distribution, MarksNothingWhereNoPlaceIsGiven) {
  EXPECT_THAT(distribution(profile({4, 2}), std::nullopt, "分布").str(), Not(HasSubstr("marked")));
}

TEST(Distribution, MarksTheLastOfManyInTheLastColumn) {
  const std::vector<Decimal> figures(1000, Decimal(5));
  EXPECT_THAT(distribution(profile(figures), 999, "x").str(),
              HasSubstr("class=\"marked\" x=\"119\""));
}

TEST(Distribution, EscapesItsLabel) {
  EXPECT_THAT(distribution(profile({1}), 0, "\"<a>").str(),
              HasSubstr("aria-label=\"&quot;&lt;a&gt;\""));
}

TEST(Bullet, HasABarAndAMark) {
  const std::string svg = bullet(number("94.3"), {95, {}}, 100, false, "94.3%").str();
  EXPECT_THAT(svg, HasSubstr("class=\"bullet unmet\""));
  EXPECT_THAT(svg, HasSubstr("width=\"94.3%\" height=\"40%\""));
  EXPECT_THAT(svg, HasSubstr("x1=\"95%\" x2=\"95%\""));
  EXPECT_THAT(bullet(96, {95, {}}, 100, true, "").str(), HasSubstr("class=\"bullet met\""));
}

TEST(Strip, HasOneTickForEachPlace) {
  const std::string svg = strip({80, 90, 90, 100}, {95, {}}, 80, 100, "四个单位").str();
  EXPECT_THAT(svg, HasSubstr("d=\"M0 5v14M500 5v14M1000 5v14\""));
  EXPECT_THAT(svg, HasSubstr("d=\"M750 0v24\""));
}

TEST(Strip, ShadesTheSideThatIsNotMet) {
  EXPECT_THAT(strip({90}, {95, {}}, 80, 100, "").str(),
              HasSubstr("class=\"unmet-side\" x=\"0\" width=\"750\""));
  EXPECT_THAT(strip({3}, {{}, 4}, 0, 20, "").str(),
              HasSubstr("class=\"unmet-side\" x=\"200\" width=\"800\""));
}

TEST(Strip, ShadesBothSidesOfARange) {
  const std::string svg = strip({9}, {2, 4}, 0, 10, "").str();
  EXPECT_THAT(svg, HasSubstr("class=\"unmet-side\" x=\"0\" width=\"200\""));
  EXPECT_THAT(svg, HasSubstr("class=\"unmet-side\" x=\"400\" width=\"600\""));
  EXPECT_EQ(count(svg, "class=\"goal\""), 2u);
}

TEST(Charts, HaveNoTextInThem) {
  for (const std::string& svg :
       {bar(0.5).str(), distribution(profile({2, 1}), 0, "a").str(),
        bullet(1, {2, {}}, 3, true, "a").str(), strip({1}, {2, {}}, 0, 3, "a").str()}) {
    EXPECT_THAT(svg, Not(HasSubstr("<text")));
    EXPECT_EQ(count(svg, "<svg"), 1u);
    EXPECT_EQ(count(svg, "</svg>"), 1u);
  }
}

TEST(ScaleEnd, IsTheNextRoundNumber) {
  const std::pair<const char*, const char*> cases[] = {
      {"0", "1"},     {"1", "1"},     {"1.1", "2"},        {"2.2", "2.5"},    {"2.6", "5"},
      {"7", "10"},    {"11", "20"},   {"21", "25"},        {"26", "50"},      {"51", "100"},
      {"120", "200"}, {"201", "250"}, {"65600", "100000"}, {"15000", "20000"}};
  for (const auto& [largest, end] : cases)
    EXPECT_EQ(scale_end(number(largest), false).plain(), end) << largest;
}

TEST(ScaleEnd, IsAHundredForRatesFromFifty) {
  EXPECT_EQ(scale_end(50, true), Decimal(100));
  EXPECT_EQ(scale_end(number("94.30"), true), Decimal(100));
  EXPECT_EQ(scale_end(100, true), Decimal(100));
  EXPECT_EQ(scale_end(number("14.47"), true), Decimal(20));
  EXPECT_EQ(scale_end(120, true), Decimal(200));
}

TEST(ScaleEnd, HoldsForTheLargestNumbers) {
  EXPECT_EQ(scale_end(number("999999999999"), false).plain(), "1000000000000");
}

}  // namespace
}  // namespace yaodian::chart
