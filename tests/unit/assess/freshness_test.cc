#include "assess/freshness.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

Date day(std::string_view text) { return Date::parse(text).value(); }

Report report(std::string_view as_of, std::string_view received, bool corrects = false) {
  Report one;
  one.as_of = day(as_of);
  if (!received.empty()) one.received = day(received);
  one.corrects = corrects;
  return one;
}

TEST(Freshness, IsThatOfTheNewestDayAndTheLastReportOfIt) {
  Freshness fresh;
  fresh.add(report("2018-09-30", "2018-12-01"));  // late, and of an earlier day
  fresh.add(report("2018-10-31", "2018-11-05"));
  fresh.add(report("2018-10-31", "2018-11-07"));  // the rest of the units
  fresh.add(report("2018-08-31", ""));
  EXPECT_EQ(fresh.as_of, day("2018-10-31"));
  EXPECT_EQ(fresh.received, day("2018-11-07"));
  EXPECT_EQ(fresh.newest(), day("2018-11-07"));
}

TEST(Freshness, DoesNotTakeTheReceiptOfAnotherDay) {
  Freshness fresh;
  fresh.add(report("2018-09-30", "2018-10-04"));
  fresh.add(report("2018-10-31", ""));
  EXPECT_EQ(fresh.as_of, day("2018-10-31"));
  EXPECT_FALSE(fresh.received);
}

TEST(Freshness, NamesTheLastCorrectionOfWhateverDay) {
  Freshness fresh;
  fresh.add(report("2018-10-31", "2018-11-05"));
  fresh.add(report("2018-04-30", "2018-11-20", true));
  EXPECT_EQ(fresh.as_of, day("2018-10-31"));
  EXPECT_EQ(fresh.received, day("2018-11-05"));
  EXPECT_EQ(fresh.corrected, day("2018-11-20"));
  EXPECT_EQ(fresh.newest(), day("2018-11-20"));
}

TEST(Freshness, OfNothingIsNotKnown) { EXPECT_FALSE(Freshness().newest()); }

}  // namespace
}  // namespace yaodian
