#include "model/ledger.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace yaodian {
namespace {

using Every = Deadline::Every;

// The day of "每月20日".
std::optional<int> day_of_month(std::string_view text) {
  constexpr std::string_view kBefore = "每月", kAfter = "日";
  if (!text.starts_with(kBefore) || !text.ends_with(kAfter)) return std::nullopt;
  text.remove_prefix(kBefore.size());
  text.remove_suffix(kAfter.size());
  int day = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
  if (error != std::errc() || end != text.data() + text.size() || text.size() > 2 || day < 1 ||
      day > 31)
    return std::nullopt;
  return day;
}

std::optional<Every> every(std::string_view text) {
  constexpr std::pair<std::string_view, Every> kAll[] = {{"每周", Every::week},
                                                         {"每月", Every::month},
                                                         {"每季度", Every::quarter},
                                                         {"每半年", Every::half_year},
                                                         {"每年", Every::year}};
  for (const auto& [name, value] : kAll) {
    if (text == name) return value;
  }
  return std::nullopt;
}

// "2018-12-31", or "2018-11" for its last day.
std::optional<Date> single_day(std::string_view text) {
  if (const auto day = Date::parse(text)) return day;
  const auto first = Date::parse(std::string(text) + "-01");
  return first ? std::optional(first->last_of_month()) : std::nullopt;
}

int months(Every every) {
  switch (every) {
    case Every::quarter:
      return 3;
    case Every::half_year:
      return 6;
    case Every::year:
      return 12;
    default:
      return 1;
  }
}

// The last day of the period that DAY is in.
Date last_day(Every every, Date day) {
  if (every == Every::week) return {day.days + 7 - day.weekday()};
  const int length = months(every), month = (day.month() - 1) / length * length + length;
  return Date::from(day.year(), month, 1).value_or(day).last_of_month();
}

// The name of the period that DAY is in.
std::string name_of(Every every, Date day) {
  const std::string year = std::to_string(day.year()), iso = day.iso();
  switch (every) {
    case Every::week:
      return day.iso_week();
    case Every::quarter:
      return year + "-Q" + std::to_string((day.month() + 2) / 3);
    case Every::half_year:
      return year + "-H" + std::to_string((day.month() + 5) / 6);
    case Every::year:
      return year;
    default:
      return iso.substr(0, iso.rfind('-'));
  }
}

}  // namespace

std::optional<Deadline> parse_deadline(std::string_view text) {
  const std::string written(trim(text)), normal = normal_form(text);
  if (const auto period = every(normal)) return Deadline{*period, std::nullopt, 0, written};
  if (const auto day = day_of_month(normal))
    return Deadline{Every::month, std::nullopt, *day, written};
  if (const auto day = single_day(normal)) return Deadline{Every::once, day, 0, written};
  return std::nullopt;
}

std::vector<Period> periods_of(const LedgerTask& task, const Ledger& ledger, Date start, Date end) {
  std::vector<Period> periods;
  const Every every = task.due.every;
  if (every == Every::once) return periods;
  const Date from = std::max(start, task.from.value_or(ledger.from.value_or(start)));
  for (Date day = from; day <= end;) {
    const Date last = last_day(every, day);
    Date due = last;
    if (task.due.day_of_month > 0) due.days -= std::max(0, last.day() - task.due.day_of_month);
    if (due >= from && due <= end) periods.push_back({name_of(every, due), due});
    day = {last.days + 1};
  }
  return periods;
}

}  // namespace yaodian
