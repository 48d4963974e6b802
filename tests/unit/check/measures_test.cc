#include <gmock/gmock.h>

#include "../support.h"
#include "check/check.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kMeasures[] =
    "topics: [甲]\nmeasures:\n"
    "  - {id: coverage, title: 覆盖面, topic: 甲}\n"
    "  - {id: members, title: 会员, topic: 甲}\n";

std::string target(const std::string& measure) {
  return "- {id: t, title: 目标, goal: '88%', measure: " + measure + "}\n";
}

struct Checked {
  explicit Checked(const Files& files) : loaded(small_site(files)) {
    check_measures(loaded.site, loaded.diagnostics);
  }
  std::vector<std::string> reported() const { return messages(loaded.diagnostics); }
  Loaded loaded;
};

TEST(CheckMeasures, ReportsAnUnknownOneWithTheNearest) {
  const Checked checked(
      {{"measures.yaml", kMeasures}, {"union/2018/targets.yaml", target("coverge")}});
  EXPECT_THAT(checked.reported(), ElementsAre("unknown-measure 1:44"));
  EXPECT_THAT(checked.loaded.diagnostics.all()[0].suggestions.front(), "coverage");
}

TEST(CheckMeasures, ReportsAnyWhereNoneAreRegistered) {
  EXPECT_THAT(Checked({{"union/2018/targets.yaml", target("coverage")}}).reported(),
              ElementsAre("unknown-measure 1:44"));
}

TEST(CheckMeasures, WarnsOfThoseThatNothingNames) {
  const Checked checked(
      {{"measures.yaml", kMeasures}, {"union/2018/targets.yaml", target("coverage")}});
  EXPECT_THAT(checked.reported(), ElementsAre("unused-measure 4:5"));
  EXPECT_FALSE(checked.loaded.diagnostics.has_errors());
}

TEST(CheckMeasures, SaysNothingOfUsesWhereTheRegisterCouldNotBeRead) {
  const Checked checked(
      {{"measures.yaml", "topics: [甲\n"}, {"union/2018/targets.yaml", target("x")}});
  EXPECT_THAT(checked.reported(), ::testing::Not(::testing::Contains("unknown-measure 1:44")));
  EXPECT_TRUE(checked.loaded.diagnostics.has_errors());
}

TEST(CheckMeasures, DoesNotWarnWhereAFileThatMayNameThemIsBroken) {
  const Checked checked({{"measures.yaml", kMeasures}, {"union/2018/targets.yaml", "- {id: t\n"}});
  for (const std::string& message : checked.reported())
    EXPECT_FALSE(message.starts_with("unused-measure")) << message;
}

}  // namespace
}  // namespace yaodian
