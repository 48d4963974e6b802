#include "model/claim.h"

#include <gmock/gmock.h>

namespace yaodian {
namespace {

// "number × value of one unit, suffix, as shown".
std::string parsed(std::string_view text) {
  const auto figure = parse_stated(text);
  if (!figure) return "nothing";
  return figure->number.plain() + " = " + figure->value().decimal(6)->plain() + " " +
         figure->suffix + " (" + figure->text + ")";
}

TEST(StatedFigures, AreExactInTheirOwnUnit) {
  EXPECT_EQ(parsed("1.18%"), "1.18 = 0.011800 % (1.18%)");
  EXPECT_EQ(parsed("4.59亿元"), "4.59 = 459000000.000000 亿元 (4.59亿元)");
  EXPECT_EQ(parsed("6.7万"), "6.7 = 67000.000000 万 (6.7万)");
  EXPECT_EQ(parsed("65600人"), "65600 = 65600.000000 人 (65,600人)");
  EXPECT_EQ(parsed("3.5‰"), "3.5 = 0.003500 ‰ (3.5‰)");
}

TEST(StatedFigures, MayBeFullWidthGroupedOrNegative) {
  EXPECT_EQ(parsed("８８％"), "88 = 0.880000 % (88%)");
  EXPECT_EQ(parsed("65,600"), "65600 = 65600.000000  (65,600)");
  EXPECT_EQ(parsed("-0.5%"), "-0.5 = -0.005000 % (−0.5%)");
  EXPECT_EQ(parsed("−3户"), "-3 = -3.000000 户 (−3户)");
}

TEST(StatedFigures, AreOneNumberWithItsUnit) {
  for (const char* text : {"", "户", "2-4次", "88%以上", ">= 88%", "1户2户", "1.18%%", "9999亿亿1",
                           "999999999999.999999亿"})
    EXPECT_EQ(parsed(text), "nothing") << text;
}

std::string reference(std::string_view text) {
  const auto read = parse_reference(text);
  return read ? to_string(*read) : "nothing";
}

TEST(References, AreReadAsTheyAreWritten) {
  for (const char* text :
       {"total:t.a", "average:t.a", "count:t", "count:t.a", "cell:t.a.东街街道", "target:x",
        "report:2018-03-31.new", "report:2018-03-31.t.a", "report:2018-03-31.t.a.east"})
    EXPECT_EQ(reference(text), text);
}

TEST(References, HaveTheirNumberOfParts) {
  for (const char* text : {"total:t", "total:t.a.b", "cell:t.a", "target:a.b", "report:2018",
                           "report:a.b.c.d.e", "total:.a", "total:t.", "sum:t.a", "4", "", ":"})
    EXPECT_EQ(reference(text), "nothing") << text;
}

}  // namespace
}  // namespace yaodian
