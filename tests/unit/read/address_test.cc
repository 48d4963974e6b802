#include "read/address.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

std::string read(std::string_view text) {
  const auto address = parse_address(text);
  if (!address) return "nothing";
  const char* const schemes[] = {"target", "table",    "progress", "report",
                                 "unit",   "document", "heading",  "outside"};
  return std::string(schemes[static_cast<size_t>(address->scheme)]) + "|" + address->id + "|" +
         address->part;
}

TEST(Address, ReadsEachOfItsForms) {
  EXPECT_EQ(read("target:bargaining-coverage"), "target|bargaining-coverage|");
  EXPECT_EQ(read("table:allocation"), "table|allocation|");
  EXPECT_EQ(read("table:allocation.members"), "table|allocation|members");
  EXPECT_EQ(read("progress:allocation.members"), "progress|allocation|members");
  EXPECT_EQ(read("report:2014-06-30"), "report|2014-06-30|");
  EXPECT_EQ(read("report:2014-06-30.new-unions"), "report|2014-06-30|new-unions");
  EXPECT_EQ(read("unit:wanshoulu"), "unit|wanshoulu|");
  EXPECT_EQ(read("document:rights"), "document|rights|");
  EXPECT_EQ(read("document:rights#民主管理"), "document|rights|民主管理");
  EXPECT_EQ(read("#民主管理"), "heading||民主管理");
  EXPECT_EQ(read("https://example.org/a#b"), "outside|https://example.org/a#b|");
  EXPECT_EQ(read("http://example.org/"), "outside|http://example.org/|");
}

TEST(Address, DecodesHeadings) {
  EXPECT_EQ(read("document:rights#%E6%B0%91%E4%B8%BB"), "document|rights|民主");
  EXPECT_EQ(read("#%E6%B0%91"), "heading||民");
}

TEST(Address, KeepsAnOutsideAddressAsItIs) {
  EXPECT_EQ(read("https://example.org/%E6?a=%20b"), "outside|https://example.org/%E6?a=%20b|");
}

TEST(Address, IsNothingForOtherSchemes) {
  for (const char* text : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x",
                           "mailto:a@b.c", "file:///etc/passwd", "//example.org/a:b",
                           "https:example.org", "ftp://example.org", "vbscript:x", "Table:a"})
    EXPECT_EQ(read(text), "nothing") << text;
}

TEST(Address, IsNothingForAPathOrAnEmptyId) {
  for (const char* text : {"", "rights.md", "../a.html", "/a", ":",
                           "target:", "table:", "table:.members", "document:#a", "unit:"})
    EXPECT_EQ(read(text), "nothing") << text;
}

TEST(Address, HasAPartOnlyWhereThereIsOne) {
  EXPECT_EQ(read("target:a#b"), "target|a#b|");
  EXPECT_EQ(read("unit:a.b"), "unit|a.b|");
}

TEST(Address, IsWrittenAsAnEditorWritesIt) {
  for (const char* text :
       {"target:a", "table:a", "table:a.b", "progress:a.b", "report:a.b", "unit:a", "document:a",
        "document:a#标题", "#标题", "https://example.org/?a=%20b"})
    EXPECT_EQ(to_string(parse_address(text).value()), text);
}

TEST(PercentDecoding, LeavesAloneWhatIsNoCode) {
  EXPECT_EQ(percent_decoded("100%"), "100%");
  EXPECT_EQ(percent_decoded("%4"), "%4");
  EXPECT_EQ(percent_decoded("%zz"), "%zz");
  EXPECT_EQ(percent_decoded("%41%6a%6A"), "Ajj");
}

TEST(Address, IsNothingWithCharactersThatNobodySees) {
  for (const char* text : {"https://a.example/\u202Egnp.exe", "target:a\u200B", "#一\u2060"})
    EXPECT_FALSE(parse_address(text)) << text;
}

TEST(PercentDecoding, MakesNothingThatIsNoTextOrThatNobodySees) {
  EXPECT_EQ(percent_decoded("a%C3b"), "a%C3b");
  EXPECT_EQ(percent_decoded("a%00b"), "a%00b");
  EXPECT_EQ(percent_decoded("a%E2%80%AEb"), "a%E2%80%AEb");
}

}  // namespace
}  // namespace yaodian
