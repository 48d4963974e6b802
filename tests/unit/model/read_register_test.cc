#include <gmock/gmock.h>

#include "../support.h"
#include "read/yaml.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Read {
  explicit Read(std::string text) : source(source_of(std::move(text), "units.yaml")) {
    units = read_register(yaml::parse(source, diagnostics).value(), diagnostics);
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }
  Source source;
  Diagnostics diagnostics;
  Register units;
};

TEST(Register, FindsAUnitByEachOfItsNames) {
  const Read read(
      "kinds: [园区]\nunits:\n"
      "  - {id: park, name: 海淀园工会工作委员会, short: 海淀园, kind: 园区, aliases: "
      "[海淀园工会工委]}\n"
      "  - {id: other, name: ＡＰＰ（试点）}\n");
  for (const char* name : {"海淀园工会工作委员会", "海淀园", "海淀园工会工委", " 海淀园　"})
    EXPECT_EQ(read.units.find(name), 0u) << name;
  EXPECT_EQ(read.units.find("APP(试点)"), 1u);
  EXPECT_FALSE(read.units.find("园"));
  EXPECT_FALSE(read.units.find("park"));
  EXPECT_THAT(read.reported(), IsEmpty());
}

TEST(Register, GivesTheNameWhereThereIsNoShortOne) {
  const Read read("units:\n  - {id: a, name: 甲工会, short: 甲}\n  - {id: b, name: 乙工会}\n");
  EXPECT_EQ(read.units.units.at(0).short_name, "甲");
  EXPECT_EQ(read.units.units.at(1).short_name, "乙工会");
  EXPECT_EQ(read.units.units.at(1).position.line, 3u);
}

TEST(Register, RefusesANameOfTwoUnits) {
  const Read read(
      "units:\n  - {id: a, name: 甲工会, short: 甲}\n  - {id: b, name: 乙工会, aliases: [甲]}\n"
      "  - {id: c, name: 甲　}\n");
  EXPECT_THAT(read.reported(), ElementsAre("duplicate-name 3:33", "duplicate-name 4:19"));
  EXPECT_EQ(message_text(read.diagnostics),
            "“甲”同时是两个单位的名称（另一个是“甲工会”，在 content/units.yaml:2）");
}

TEST(Register, RefusesAnIdOfTwoUnits) {
  EXPECT_THAT(Read("units:\n  - {id: a, name: 甲}\n  - {id: a, name: 乙}\n").reported(),
              ElementsAre("duplicate-id 3:10"));
}

TEST(Register, DoesNotTakeMissingIdsForEqual) {
  EXPECT_THAT(Read("units:\n  - {name: 甲}\n  - {name: 乙}\n").reported(),
              ElementsAre("missing-key 2:5", "missing-key 3:5"));
}

TEST(Register, RefusesAKindThatIsNotListed) {
  const Read read("kinds: [街道, 镇]\nunits:\n  - {id: a, name: 甲, kind: 街}\n");
  EXPECT_THAT(read.reported(), ElementsAre("not-a-choice 3:28"));
  EXPECT_EQ(read.units.units.at(0).kind, "");
}

TEST(Register, NeedsUnits) {
  EXPECT_THAT(Read("kinds: [镇]\n").reported(), ElementsAre("missing-key 1:1"));
}

}  // namespace
}  // namespace yaodian
