// Calendar dates without a time of day. The program never asks the clock: a date is always data.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yaodian {

// A day of the Gregorian calendar.
struct Date {
  int32_t days = 0;  // since 1970-01-01

  // Returns the date for YEAR, MONTH (1–12) and DAY (1–31), or nothing if there is no such day or
  // the year is not within 1900–2999.
  static std::optional<Date> from(int year, int month, int day);

  // Reads "2018-04-30"; nothing else is a date.
  static std::optional<Date> parse(std::string_view text);

  int year() const;
  int month() const;
  int day() const;
  int weekday() const;            // 1 for Monday to 7 for Sunday
  Date last_of_month() const;     // the last day of its month
  std::string iso_week() const;   // 2018-W07; of the year that most days of the week are in
  std::string iso() const;        // 2018-04-30
  std::string chinese() const;    // 2018年4月30日
  std::string month_day() const;  // 4月30日

  auto operator<=>(const Date&) const = default;
};

}  // namespace yaodian
