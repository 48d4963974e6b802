#include "base/words.h"

#include <gtest/gtest.h>

#include "../support.h"

namespace yaodian {
namespace {

const Date kDay = *Date::parse("2018-04-03");

TEST(WordTexts, AreThoseOfTheLanguage) {
  EXPECT_EQ((*chinese_words())["status-behind"], "滞后");
  EXPECT_EQ((*words_in(Language::en))["status-behind"], "Behind");
}

TEST(WordTexts, HaveTheirPlacesFilledInByNameInAnyOrder) {
  EXPECT_EQ(chinese_words()->text("month-day", {{"day", "3"}, {"month", "4月"}}), "4月3日");
  EXPECT_EQ(words_in(Language::en)->text("month-day", {{"day", "3"}, {"month", "April"}}),
            "3 April");
}

TEST(WordTexts, LeaveOutAPlaceThatNobodyFillsIn) {
  EXPECT_EQ(chinese_words()->text("month-day", {{"day", "3"}}), "3日");
}

TEST(WordTexts, AreEscapedInHtmlAndWhatIsFilledInIsNot) {
  Words words;
  words.set(word_keys::index_of("year"), "<{{year}}>&");
  const Html year = std::move(Html().element("b", {}, "1<2"));
  EXPECT_EQ(words.html("year", {{"year", year}}).str(), "&lt;<b>1&lt;2</b>&gt;&amp;");
}

TEST(WordTexts, StayWhatTheyAreWhenTheyAreCopied) {
  Words words = *chinese_words();
  const Words copy = words;
  words.set(word_keys::index_of("year"), "{{year}}");
  EXPECT_EQ(copy.year("2018"), "2018年");
}

TEST(WordTexts, SayDates) {
  EXPECT_EQ(chinese_words()->date(kDay), kDay.chinese());
  EXPECT_EQ(chinese_words()->month_day(kDay), kDay.month_day());
  EXPECT_EQ(chinese_words()->month_of_year(kDay), "2018年4月");
  const auto english = words_in(Language::en);
  EXPECT_EQ(english->date(kDay), "3 April 2018");
  EXPECT_EQ(english->month_day(kDay), "3 April");
  EXPECT_EQ(english->month_of_year(kDay), "April 2018");
  EXPECT_EQ(english->month(12), "December");
}

}  // namespace
}  // namespace yaodian
