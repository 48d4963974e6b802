#include "render/periods.h"

#include "base/words.h"

namespace yaodian {
namespace {

// A quarter, a half, a week or a month by its number: "Q", "H", "W" or a digit is its LETTER.
std::string part_of_year(const Words& words, char letter, std::string_view digits) {
  if (letter == 'Q') return words.text("period-quarter", {{"number", digits}});
  if (letter == 'H') return words[digits == "1" ? Word("period-first-half") : "period-second-half"];
  if (letter == 'W') return words.text("period-week", {{"number", digits}});
  return words.month(std::stoi(std::string(digits)));
}

// PERIOD, which is of the year OF, with that year where it is not YEAR.
std::string in_year(const Words& words, const std::string& period, std::string_view of, int year) {
  if (of == std::to_string(year)) return period;
  return words.text("period-of-year", {{"year", of}, {"period", period}});
}

bool same_month(Date a, Date b) { return a.year() == b.year() && a.month() == b.month(); }

}  // namespace

std::string period_text(const Words& words, std::string_view period, int year) {
  const std::string_view of = period.substr(0, 4);
  if (period.size() < 6) return of.empty() ? "" : words.year(of);
  const std::string_view rest = period.substr(5);
  const std::string_view digits = rest.substr(rest.find_first_of("123456789"));
  return in_year(words, part_of_year(words, rest.front(), digits), of, year);
}

std::string title_in_period(const Words& words, const std::string& task, std::string_view period,
                            int year) {
  if (period.empty()) return task;
  return words.text("task-in-period",
                    {{"task", task}, {"period", period_text(words, period, year)}});
}

std::string day_text(const Words& words, Date day, int year) {
  return day.year() == year ? words.month_day(day) : words.date(day);
}

std::vector<std::string> names_of_days(const Words& words, const std::vector<Date>& days,
                                       int year) {
  std::vector<std::string> names;
  names.reserve(days.size());
  for (size_t at = 0; at < days.size(); ++at) {
    const Date day = days[at];
    const bool shared = (at > 0 && same_month(days[at - 1], day)) ||
                        (at + 1 < days.size() && same_month(days[at + 1], day));
    const int before = at > 0 ? days[at - 1].year() : year;
    names.push_back(
        shared ? day_text(words, day, before)
               : in_year(words, words.month(day.month()), std::to_string(day.year()), before));
  }
  return names;
}

}  // namespace yaodian
