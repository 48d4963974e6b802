#include "export/xml_walk.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

namespace yaodian {
namespace {

using ::testing::ElementsAre;

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

bool is_whole(std::string_view xml) {
  return walk_xml(std::string(kHead).append(xml), [](const XmlElement&) {});
}

TEST(XmlWalk, ShowsEachElementWithItsAttributesAndText) {
  std::vector<std::string> seen;
  EXPECT_TRUE(
      walk_xml(kHead + "<a><b r=\"A1\" t=\"s\">1<c/></b></a>\n", [&](const XmlElement& one) {
        seen.push_back(std::string(one.name) + "|" + std::string(one.attribute("t")) + "|" +
                       std::string(one.text));
      }));
  EXPECT_THAT(seen, ElementsAre("a||", "b|s|1", "c||"));
}

TEST(XmlWalk, TakesTheAttributeOfThatNameOnly) {
  walk_xml(kHead + "<a ht=\"1\" t=\"2\" x:t=\"3\"/>", [](const XmlElement& one) {
    EXPECT_EQ(one.attribute("t"), "2");
    EXPECT_EQ(one.attribute("h"), "");
  });
}

TEST(XmlWalk, AsksForOneRootThatIsClosed) {
  EXPECT_TRUE(is_whole("<a><b></b></a>"));
  for (const char* xml : {"", "<a>", "<a><b></a>", "<a></b>", "<a/><b/>", "</a>", "<a></a", "<a/>x",
                          "<a><b </a>", "<a>x"})
    EXPECT_FALSE(is_whole(xml)) << xml;
  EXPECT_FALSE(walk_xml("<a/>", [](const XmlElement&) {})) << "its first line is gone";
}

TEST(XmlWalk, FindsBytesOfAHole) {
  EXPECT_FALSE(is_whole(std::string("<a>x") + '\0' + "</a>"));
  EXPECT_TRUE(is_whole("<a>x\n\ty</a>"));
}

TEST(XmlWalk, CountsTheMembersOfAList) {
  EXPECT_TRUE(is_whole("<fonts count=\"2\"><font/><font><sz/></font></fonts>"));
  EXPECT_TRUE(is_whole("<sst count=\"9\" uniqueCount=\"1\"><si/></sst>"));
  EXPECT_FALSE(is_whole("<fonts count=\"2\"><font/></fonts>"));
  EXPECT_FALSE(is_whole("<sst count=\"1\" uniqueCount=\"2\"><si/></sst>"));
  EXPECT_FALSE(is_whole("<v:vector size=\"1\"/>"));
}

}  // namespace
}  // namespace yaodian
