#include "render/icalendar.h"

#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "base/text.h"

namespace yaodian {
namespace {

using namespace std::string_literals;

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;

Date day(std::string_view text) { return Date::parse(text).value(); }

struct CalendarEvent {
  std::string uid;
  Date day;
  std::string summary, description, url;
};

struct CalendarFile {
  std::string name;
  Date stamp;
  std::vector<CalendarEvent> events;
};

std::string icalendar(const CalendarFile& file) {
  Calendar calendar(file.name);
  for (const CalendarEvent& one : file.events)
    calendar.add(one.uid, one.summary, {one.day, file.stamp, one.description, one.url});
  return calendar.finish();
}

CalendarEvent event() { return {"a@union.yaodian", day("2018-04-30"), "报送", "", ""}; }

CalendarFile file_of(std::vector<CalendarEvent> events) {
  return {"2018年计划", day("2018-03-01"), std::move(events)};
}

// The lines of TEXT as they are in the file, without their CRLF.
std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> all;
  for (size_t end; (end = text.find("\r\n")) != text.npos; text.remove_prefix(end + 2))
    all.emplace_back(text.substr(0, end));
  EXPECT_EQ(text, "") << "after the last CRLF";
  return all;
}

std::string unfolded(std::string text) {
  for (size_t at; (at = text.find("\r\n ")) != text.npos;) text.erase(at, 3);
  return text;
}

// What the file says of PROPERTY ("SUMMARY:") in its first event, unfolded.
std::string value_of(std::string_view property, const CalendarEvent& event) {
  for (const std::string& line : lines(unfolded(icalendar(file_of({event})))))
    if (line.starts_with(property)) return line.substr(property.size());
  return "none";
}

std::string summary_of(std::string text) {
  CalendarEvent one = event();
  one.summary = std::move(text);
  return value_of("SUMMARY:", one);
}

std::string url_of(std::string url) {
  CalendarEvent one = event();
  one.url = std::move(url);
  return value_of("URL;VALUE=URI:", one);
}

// The lines of the file that TEXT as a summary takes.
std::vector<std::string> folded(const std::string& text) {
  CalendarEvent one = event();
  one.summary = text;
  const std::string all = icalendar(file_of({one}));
  const size_t begin = all.find("SUMMARY:");
  return lines(std::string_view(all).substr(begin, all.find("TRANSP:") - begin));
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

TEST(ICalendar, IsTheWholeTextOfACalendar) {
  const CalendarFile file = {
      "2018年要点",
      day("2018-03-01"),
      {{"union-2018-task-guides-2018-04@union.yaodian", day("2018-04-30"),
        "发放维权手册，覆盖全部街道、镇",
        "责任单位：权益部\n标准：每个街道不少于1,000册；未完成的说明原因",
        "https://union.example/2018/tasks/guides/"},
       {"union-2018-task-report@union.yaodian", day("2018-12-31"), "年度总结", "", ""}}};
  EXPECT_EQ(icalendar(file),
            "BEGIN:VCALENDAR\r\n"
            "VERSION:2.0\r\n"
            "PRODID:-//Yaodian//Yaodian//ZH\r\n"
            "CALSCALE:GREGORIAN\r\n"
            "NAME:2018年要点\r\n"
            "X-WR-CALNAME:2018年要点\r\n"
            "BEGIN:VEVENT\r\n"
            "UID:union-2018-task-guides-2018-04@union.yaodian\r\n"
            "DTSTAMP:20180301T000000Z\r\n"
            "DTSTART;VALUE=DATE:20180430\r\n"
            "DTEND;VALUE=DATE:20180501\r\n"
            "SUMMARY:发放维权手册，覆盖全部街道、镇\r\n"
            "DESCRIPTION:责任单位：权益部\\n标准：每个街道不少于1\\,000\r\n"
            " 册；未完成的说明原因\r\n"
            "URL;VALUE=URI:https://union.example/2018/tasks/guides/\r\n"
            "TRANSP:TRANSPARENT\r\n"
            "END:VEVENT\r\n"
            "BEGIN:VEVENT\r\n"
            "UID:union-2018-task-report@union.yaodian\r\n"
            "DTSTAMP:20180301T000000Z\r\n"
            "DTSTART;VALUE=DATE:20181231\r\n"
            "DTEND;VALUE=DATE:20190101\r\n"
            "SUMMARY:年度总结\r\n"
            "TRANSP:TRANSPARENT\r\n"
            "END:VEVENT\r\n"
            "END:VCALENDAR\r\n");
}

TEST(ICalendar, IsTheSameForTheSameData) {
  const CalendarFile file = file_of({event(), event()});
  EXPECT_EQ(icalendar(file), icalendar(CalendarFile(file)));
}

TEST(ICalendar, IsStillValidWithoutEvents) {
  EXPECT_EQ(icalendar(file_of({})),
            "BEGIN:VCALENDAR\r\n"
            "VERSION:2.0\r\n"
            "PRODID:-//Yaodian//Yaodian//ZH\r\n"
            "CALSCALE:GREGORIAN\r\n"
            "NAME:2018年计划\r\n"
            "X-WR-CALNAME:2018年计划\r\n"
            "BEGIN:VTIMEZONE\r\n"
            "TZID:UTC\r\n"
            "BEGIN:STANDARD\r\n"
            "DTSTART:19700101T000000\r\n"
            "TZOFFSETFROM:+0000\r\n"
            "TZOFFSETTO:+0000\r\n"
            "END:STANDARD\r\n"
            "END:VTIMEZONE\r\n"
            "END:VCALENDAR\r\n");
}

TEST(ICalendar, EndsAnEventOnTheDayAfter) {
  CalendarEvent one = event();
  one.day = day("2020-02-28");
  EXPECT_EQ(value_of("DTEND;VALUE=DATE:", one), "20200229");
  one.day = day("2019-02-28");
  EXPECT_EQ(value_of("DTEND;VALUE=DATE:", one), "20190301");
}

TEST(ICalendar, LeavesOutWhatAnEventDoesNotHave) {
  EXPECT_THAT(icalendar(file_of({event()})),
              AllOf(Not(HasSubstr("DESCRIPTION")), Not(HasSubstr("URL")), Not(HasSubstr("METHOD")),
                    Not(HasSubstr("VALARM")), Not(HasSubstr("VTIMEZONE"))));
}

TEST(ICalendarText, IsEscaped) {
  EXPECT_EQ(summary_of("甲;乙,丙\\丁"), "甲\\;乙\\,丙\\\\丁");
  EXPECT_EQ(summary_of("\\n"), "\\\\n");
  EXPECT_EQ(summary_of("比例：\"90%\"；a:b，c"), "比例：\"90%\"；a:b，c");
}

TEST(ICalendarText, IsEscapedInTheNameAndTheIdentifierToo) {
  CalendarFile file = file_of({event()});
  file.name = "甲,乙\nMETHOD:PUBLISH";
  file.events[0].uid = "a,b@union";
  EXPECT_THAT(lines(icalendar(file)),
              IsSupersetOf({"NAME:甲\\,乙\\nMETHOD:PUBLISH",
                            "X-WR-CALNAME:甲\\,乙\\nMETHOD:PUBLISH", "UID:a\\,b@union"}));
}

TEST(ICalendarText, WritesEachKindOfLineBreakTheSame) {
  EXPECT_EQ(summary_of("a\nb\r\nc\rd\n\ne"), "a\\nb\\nc\\nd\\n\\ne");
  EXPECT_EQ(summary_of("a\u2028b\u2029c\u0085"
                       "d"),
            "a\\nb\\nc\\nd");
}

TEST(ICalendarText, DropsControlCharactersButTheTab) {
  EXPECT_EQ(summary_of("a\0b"s), "ab");
  EXPECT_EQ(summary_of("a\x01\x08\x0B\x0C\x1F\x7F\u009F工"), "a工");
  EXPECT_EQ(summary_of("a\tb"), "a\tb");
}

TEST(ICalendarText, HoldsNoBytesThatAreNotUtf8) { EXPECT_EQ(summary_of("a\xE4\xB8z"), "a��z"); }

TEST(ICalendarLine, MayHave75Octets) {
  const std::string text(67, 'x');  // after the eight of "SUMMARY:"
  EXPECT_THAT(folded(text), ElementsAre("SUMMARY:" + text));
  EXPECT_THAT(folded(text + "y"), ElementsAre("SUMMARY:" + text, " y"));
}

TEST(ICalendarLine, CountsTheSpaceThatItGoesOnWith) {
  const std::string first(67, 'x'), second(74, 'y');
  EXPECT_THAT(folded(first + second), ElementsAre("SUMMARY:" + first, " " + second));
  EXPECT_THAT(folded(first + second + "z"), ElementsAre("SUMMARY:" + first, " " + second, " z"));
}

TEST(ICalendarLine, MayEndWithAChineseCharacterAtThe75thOctet) {
  const std::string text = "x" + repeated("工", 22);  // 8 + 1 + 22 × 3 = 75
  EXPECT_THAT(folded(text), ElementsAre("SUMMARY:" + text));
  EXPECT_THAT(folded(text + "会"), ElementsAre(AllOf(SizeIs(75), EndsWith("工")), " 会"));
}

TEST(ICalendarLine, IsNotFoldedWithinACharacter) {
  for (const std::string_view character : {"工", "𠮷", "é"}) {
    for (int shift = 0; shift < 4; ++shift) {
      const std::string text = repeated("x", shift) + repeated(character, 100);
      const std::vector<std::string> parts = folded(text);
      std::string whole;
      for (const std::string& part : parts) {
        EXPECT_EQ(find_invalid_utf8(part), std::nullopt) << part;
        EXPECT_LE(part.size(), 75u);
        EXPECT_TRUE(&part == &parts.back() || part.size() + character.size() > 75) << part;
        whole += whole.empty() ? part : part.substr(1);
      }
      EXPECT_EQ(whole, "SUMMARY:" + text);
    }
  }
}

TEST(ICalendarLine, IsFoldedWhateverItsProperty) {
  CalendarFile file = file_of({event()});
  file.name = file.events[0].uid = file.events[0].description = repeated("总工会", 40);
  file.events[0].url = "https://union.example/" + repeated("guides/", 40);
  for (const std::string& line : lines(icalendar(file))) EXPECT_LE(line.size(), 75u) << line;
}

TEST(ICalendarUrl, IsNotEscapedAsText) {
  EXPECT_EQ(url_of("https://union.example/a;b,c?d=1&e=2#f"),
            "https://union.example/a;b,c?d=1&e=2#f");
}

TEST(ICalendarUrl, IsPercentEncodedOnce) {
  EXPECT_EQ(url_of("https://union.example/a b#工会"),
            "https://union.example/a%20b#%E5%B7%A5%E4%BC%9A");
  EXPECT_EQ(url_of("https://union.example/#%E5%B7%A5"), "https://union.example/#%E5%B7%A5");
}

TEST(ICalendarUrl, CannotBeginALine) {
  EXPECT_EQ(url_of("https://union.example/\r\nMETHOD:PUBLISH"),
            "https://union.example/%0D%0AMETHOD:PUBLISH");
}

}  // namespace
}  // namespace yaodian
