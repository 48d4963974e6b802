#include "base/date.h"

#include <charconv>
#include <chrono>

namespace yaodian {
namespace {

std::chrono::year_month_day calendar(const Date& date) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(date.days)));
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::optional<int> digits(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.starts_with('-'))
    return std::nullopt;
  return number;
}

}  // namespace

std::optional<Date> Date::from(int year, int month, int day) {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return Date{static_cast<int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)),
             day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from(*year, *month, *day);
}

int Date::year() const { return static_cast<int>(calendar(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(calendar(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(calendar(*this).day())); }

int Date::weekday() const {
  return static_cast<int>(
      std::chrono::weekday(std::chrono::sys_days(std::chrono::days(days))).iso_encoding());
}

Date Date::last_of_month() const {
  const std::chrono::year_month_day date = calendar(*this);
  const std::chrono::sys_days last = date.year() / date.month() / std::chrono::last;
  return {static_cast<int32_t>(last.time_since_epoch().count())};
}

// A week belongs to the year of its Thursday.
std::string Date::iso_week() const {
  const Date thursday{days - weekday() + 4};
  const int day_of_year = thursday.days - from(thursday.year(), 1, 1).value_or(thursday).days;
  return std::to_string(thursday.year()) + "-W" + two_digits(day_of_year / 7 + 1);
}

std::string Date::iso() const {
  const std::chrono::year_month_day date = calendar(*this);
  const auto year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month()), day = static_cast<unsigned>(date.day());
  std::string text = "0000-00-00";
  const auto put = [&text](size_t at, unsigned number) {
    text[at] = static_cast<char>('0' + number / 10 % 10);
    text[at + 1] = static_cast<char>('0' + number % 10);
  };
  put(0, static_cast<unsigned>(year) / 100);
  put(2, static_cast<unsigned>(year));
  put(5, month);
  put(8, day);
  return text;
}

std::string Date::chinese() const { return std::to_string(year()) + "年" + month_day(); }

std::string Date::month_day() const {
  const std::chrono::year_month_day date = calendar(*this);
  std::string text = std::to_string(static_cast<unsigned>(date.month()));
  return text.append("月").append(std::to_string(static_cast<unsigned>(date.day()))).append("日");
}

}  // namespace yaodian
