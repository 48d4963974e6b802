#include "chart/progress.h"

#include <gmock/gmock.h>

namespace yaodian::chart {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

std::string drawn(const Progress& progress) {
  return progress_bar(progress, "behind", "进度").str();
}

// What stands in quotation marks after each NAME= of SVG, in order.
std::vector<std::string> attributes(std::string_view svg, std::string_view name) {
  std::vector<std::string> values;
  const std::string opening = " " + std::string(name) + "=\"";
  for (size_t at = 0; (at = svg.find(opening, at)) != svg.npos;) {
    at += opening.size();
    values.emplace_back(svg.substr(at, svg.find('"', at) - at));
  }
  return values;
}

std::vector<std::string> classes(std::string_view svg) { return attributes(svg, "class"); }

// Where a part of a stack begins and ends, in percent.
struct Extent {
  double begin, end;

  double width() const { return end - begin; }
};

std::vector<Extent> extents(const std::vector<Part>& parts) {
  const std::string svg = stack(parts, "").str();
  const std::vector<std::string> x = attributes(svg, "x"), width = attributes(svg, "width");
  std::vector<Extent> extents;
  for (size_t at = 0; at < x.size(); ++at)
    extents.push_back({std::stod(x[at]), std::stod(x[at]) + std::stod(width[at])});
  return extents;
}

TEST(ProgressBar, IsFilledByWhatIsDoneOfTheQuota) {
  EXPECT_THAT(drawn({40, 160, {}}), HasSubstr("class=\"fill\" width=\"25%\""));
  EXPECT_THAT(drawn({number("94.3"), 100, {}}),
              HasSubstr("class=\"fill\" width=\"94.3%\""));
  EXPECT_THAT(drawn({0, 160, {}}), HasSubstr("class=\"fill\" width=\"0%\""));
}

TEST(ProgressBar, HasTheTrackUnderTheFillAndThePaceOverIt) {
  EXPECT_THAT(classes(drawn({40, 160, 80})),
              ElementsAre("progress-bar behind", "track", "fill", "pace-mark"));
}

TEST(ProgressBar, MarksThePaceBeyondTheBar) {
  EXPECT_THAT(drawn({40, 160, 80}),
              HasSubstr("class=\"pace-mark\" x1=\"50%\" x2=\"50%\" y2=\"100%\""));
}

TEST(ProgressBar, HasNoPaceWhereNoneIsGiven) {
  EXPECT_THAT(drawn({40, 160, {}}), Not(HasSubstr("pace-mark")));
}

TEST(ProgressBar, MarksAPaceOfZeroAndOneOfTheWholeQuota) {
  EXPECT_THAT(drawn({0, 160, 0}), HasSubstr("class=\"pace-mark\" x1=\"0%\""));
  EXPECT_THAT(drawn({0, 160, 160}), HasSubstr("class=\"pace-mark\" x1=\"100%\""));
}

TEST(ProgressBar, EndsAtWhatIsDoneWhereThatIsMoreThanTheQuota) {
  const std::string svg = drawn({200, 160, 80});
  EXPECT_THAT(svg, HasSubstr("class=\"fill\" width=\"100%\""));
  EXPECT_THAT(svg, HasSubstr("class=\"quota-mark\" x1=\"80%\" x2=\"80%\" y2=\"100%\""));
  EXPECT_THAT(svg, HasSubstr("class=\"pace-mark\" x1=\"40%\""));
}

TEST(ProgressBar, HasNoQuotaMarkWhereTheQuotaIsTheEnd) {
  EXPECT_THAT(drawn({160, 160, {}}), Not(HasSubstr("quota-mark")));
  EXPECT_THAT(drawn({159, 160, {}}), Not(HasSubstr("quota-mark")));
}

TEST(ProgressBar, OfAQuotaOfZero) {
  EXPECT_THAT(drawn({0, 0, {}}), HasSubstr("class=\"fill\" width=\"0%\""));
  EXPECT_THAT(drawn({3, 0, {}}), HasSubstr("class=\"quota-mark\" x1=\"0%\""));
}

TEST(ProgressBar, StretchesAndHasNoTextAndNoStyle) {
  const std::string svg = drawn({200, 160, 80});
  EXPECT_THAT(svg, Not(HasSubstr("viewBox")));
  EXPECT_THAT(svg, Not(HasSubstr("<text")));
  EXPECT_THAT(svg, Not(HasSubstr("style=")));
  EXPECT_THAT(svg, MatchesRegex("<svg .*</svg>"));
}

TEST(ProgressBar, IsAnImageWithItsLabel) {
  const std::string svg = progress_bar({1, 2, {}}, "done", "完成\"一半\"").str();
  EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-label=\"完成&quot;一半&quot;\""));
  EXPECT_THAT(svg, Not(HasSubstr("aria-hidden")));
}

TEST(ProgressBar, IsHiddenFromScreenReadersWithoutALabel) {
  const std::string svg = progress_bar({1, 2, {}}, "done", "").str();
  EXPECT_THAT(svg, HasSubstr("class=\"progress-bar done\" aria-hidden=\"true\""));
  EXPECT_THAT(svg, Not(HasSubstr("role=")));
  EXPECT_THAT(svg, Not(HasSubstr("aria-label")));
}

TEST(Stack, HasThePartsInTheirOrderWithoutEmptyOnes) {
  const std::string svg =
      stack({{"done", 3}, {"on-pace", 0}, {"behind", 5}, {"not-reported", 1}}, "九项").str();
  EXPECT_THAT(classes(svg), ElementsAre("stack", "done", "behind", "not-reported"));
}

TEST(Stack, FillsTheWidthWithGapsBetweenTheParts) {
  const std::vector<Extent> parts = extents({{"a", 3}, {"b", 7}, {"c", 1}, {"d", 1}, {"e", 0}});
  ASSERT_EQ(parts.size(), 4u);
  EXPECT_DOUBLE_EQ(parts.front().begin, 0);
  for (size_t at = 1; at < parts.size(); ++at)
    EXPECT_NEAR(parts[at].begin - parts[at - 1].end, 0.4, 1e-6);
  EXPECT_NEAR(parts.back().end, 100, 1e-6);
}

TEST(Stack, GivesAPartItsShareWithinAPercent) {
  const std::vector<Extent> parts = extents({{"a", 75}, {"b", 25}});
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_NEAR(parts[0].width(), 75, 1);
  EXPECT_NEAR(parts[1].width(), 25, 1);
}

TEST(Stack, GivesEqualCountsEqualWidths) {
  const std::vector<Extent> parts = extents({{"a", 4}, {"b", 4}});
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_NEAR(parts[0].width(), parts[1].width(), 1e-6);
}

TEST(Stack, ShowsOneAmongTenThousand) {
  const std::vector<Extent> parts = extents({{"a", 9999}, {"overdue", 1}});
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_GE(parts[1].width(), 0.8 - 1e-6);
}

TEST(Stack, OfOnePartIsWhole) {
  EXPECT_THAT(stack({{"done", 7}, {"behind", 0}}, "").str(),
              HasSubstr("class=\"done\" x=\"0%\" width=\"100%\""));
}

TEST(Stack, OfNothingIsAnEmptyTrack) {
  EXPECT_THAT(classes(stack({}, "无").str()), ElementsAre("stack", "track"));
  EXPECT_THAT(classes(stack({{"done", 0}}, "无").str()), ElementsAre("stack", "track"));
}

TEST(Stack, CutsOffVeryManyPartsInsteadOfWideningThem) {
  const std::vector<Extent> parts = extents(std::vector<Part>(200, Part{"a", 3}));
  ASSERT_EQ(parts.size(), 200u);
  for (const Extent& part : parts) EXPECT_NEAR(part.width(), 0.8, 1e-6);
}

TEST(Stack, IsAnImageWithItsLabelOrDecoration) {
  EXPECT_THAT(stack({{"a", 1}}, "一<项").str(),
              HasSubstr("class=\"stack\" role=\"img\" aria-label=\"一&lt;项\""));
  EXPECT_THAT(stack({{"a", 1}}, "").str(), HasSubstr("class=\"stack\" aria-hidden=\"true\""));
}

}  // namespace
}  // namespace yaodian::chart
