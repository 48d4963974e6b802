// Numbers, dates, goals and deadlines: what is read is printed and read again as the same, and
// arithmetic stays within its bounds.
#include <algorithm>
#include <optional>

#include "base/date.h"
#include "base/quantity.h"
#include "fuzz/fuzz.h"
#include "model/goal.h"
#include "model/ledger.h"

namespace yaodian {
namespace {

using fuzz::require;

void require_printed(Decimal number) {
  const std::string plain = number.plain(), grouped = number.grouped();
  const auto from_plain = Decimal::parse(plain), from_grouped = Decimal::parse(grouped);
  require(from_plain && *from_plain == number && from_plain->decimals() == number.decimals(),
          "a number survives being printed", plain);
  require(from_grouped && *from_grouped == number, "a number survives being grouped", grouped);
  std::string ungrouped = grouped;
  std::erase(ungrouped, ',');
  require(ungrouped == plain, "grouping adds nothing but commas", grouped);
}

void require_rounded(Decimal number, int decimals) {
  const Decimal up = number.rounded(decimals, Rounding::up),
                down = number.rounded(decimals, Rounding::down),
                near = number.rounded(decimals, Rounding::half_up);
  require(up.decimals() == decimals && down.decimals() == decimals && near.decimals() == decimals,
          "a rounded number has the decimals that were asked for");
  require(near == up || near == down, "a half goes up or down");
  const bool outwards =
      number.is_negative() ? up <= number && number <= down : down <= number && number <= up;
  require(outwards, "up leads away from zero and down towards it", number.plain());
}

void require_arithmetic(Decimal a, Decimal b, int decimals) {
  require((a <=> b) == (0 <=> (b <=> a)), "order has two sides");
  require(a + b == b + a && (a + b) - b == a, "sums can be taken back");
  require(compare_products({a, b, 1}, {b, a, 1}) == 0, "products do not depend on order");
  Sum sum;
  sum.add(a);
  sum.add(b);
  const auto total = sum.value();
  require(!total || *total == a + b, "a sum is the sum");
  if (const auto product = multiply(a, b, decimals, Rounding::half_up)) {
    const auto least = multiply(a, b, decimals, Rounding::down),
               most = multiply(a, b, decimals, Rounding::up);
    require(product->decimals() == decimals, "a product has its decimals");
    require(!most || *product == *least || *product == *most, "a product is rounded");
    const auto exact = compare_products({a, b, 1}, {*least, 1, 1});
    require(least->is_negative() || a.is_negative() != b.is_negative() ? exact <= 0 : exact >= 0,
            "a product is cut towards zero");
  }
  if (b.is_zero()) return;
  if (const auto quotient = divide(a, b, decimals, Rounding::half_up)) {
    const auto least = divide(a, b, decimals, Rounding::down);
    require(least.has_value(), "what rounds up can be cut off");
    require(quotient->decimals() == decimals, "a quotient has its decimals");
    const bool negative = a.is_negative() != b.is_negative();
    const auto against = compare_products({*least, b, 1}, {a, 1, 1});
    // least × b lies between 0 and a.
    require(a.is_negative() ? against >= 0 : against <= 0, "a quotient is cut towards zero");
    require(negative || !least->is_negative(), "a quotient has the sign of its numbers");
  }
  if (const auto percent = percentage(a, b, decimals); percent && b > Decimal(0))
    require((a < b) == (*percent < Decimal(100)), "100 % is the whole and no less");
}

void require_date(Date date) {
  require(Date::parse(date.iso()) == date, "a date survives being printed", date.iso());
  require(Date::from(date.year(), date.month(), date.day()) == date, "a date is its parts");
  const Date last = date.last_of_month();
  require(last >= date && last.month() == date.month() && Date{last.days + 1}.day() == 1,
          "a month ends on its last day");
  require(date.weekday() >= 1 && date.weekday() <= 7, "a week has seven days");
  const Date monday{date.days - date.weekday() + 1};
  require(monday.iso_week() == date.iso_week(), "a week has one name", date.iso_week());
}

// As an editor would write what GOAL shows.
std::string rewritten(const Goal& goal) {
  std::string text = goal.sense == Goal::Sense::at_least  ? ">= "
                     : goal.sense == Goal::Sense::at_most ? "<= "
                                                          : "";
  // "92 亿元" is 92 of a unit of count, "92亿元" is more.
  return text + goal.figure + " " + goal.count;
}

void require_goal(const Goal& goal) {
  require(goal.low <= goal.high, "a goal's figures are in order");
  require(goal.met_by(goal.low) && goal.met_by(goal.high), "a goal is met by its own figures");
  require(goal.names(goal.low), "a goal names its own figure");
  require(!goal.least() || !goal.greatest() || *goal.least() <= *goal.greatest(), "bounds");
  fuzz::require_utf8(goal.text(), "a goal is UTF-8");
  const auto again = parse_goal(rewritten(goal));
  require(again && again->low == goal.low && again->high == goal.high &&
              again->sense == goal.sense && again->count == goal.count,
          "a goal survives being printed", rewritten(goal));
}

void require_periods(const Deadline& due, Date start, Date end) {
  LedgerTask task;
  task.due = due;
  const std::vector<Period> periods = periods_of(task, {}, start, end);
  require(due.every != Deadline::Every::once || periods.empty(), "one day has no periods");
  for (size_t at = 0; at < periods.size(); ++at) {
    require(periods[at].due >= start && periods[at].due <= end, "a period is due in the plan");
    require(at == 0 || periods[at - 1].due < periods[at].due, "periods are in order");
    require(at == 0 || periods[at - 1].name != periods[at].name, "periods have names of their own");
  }
}

void try_text(std::string_view text) {
  const auto number = Decimal::parse(text);
  if (number) {
    require_printed(*number);
    for (int decimals = 0; decimals <= Decimal::kMostDecimals; ++decimals)
      require_rounded(*number, decimals);
  }
  for (const Figure& figure : find_figures(text)) {
    require(figure.length > 0 && figure.offset + figure.length <= text.size(),
            "a figure stands in its text");
    require(Decimal::parse(text.substr(figure.offset, figure.length)) == figure.value,
            "a figure is a number");
  }
  if (const auto date = Date::parse(text)) require_date(*date);
  if (const auto goal = parse_goal(text)) require_goal(*goal);
  if (const auto figure = parse_figure(text)) require_goal(*figure);
}

}  // namespace
}  // namespace yaodian

// Lines: the first two are also reckoned with, the third with dates.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!fuzz::is_readable(text)) return 0;
  std::vector<std::string_view> lines = split(text, '\n');
  for (const std::string_view line : lines) try_text(line);
  lines.resize(4);
  const auto a = Decimal::parse(lines[0]), b = Decimal::parse(lines[1]);
  for (int decimals = 0; a && b && decimals <= 4; ++decimals) require_arithmetic(*a, *b, decimals);
  const auto due = parse_deadline(lines[2]);
  const auto start = Date::parse(lines[3]);
  if (due && start) {
    const Date end = std::min(Date{start->days + 800}, Date::from(2999, 12, 31).value());
    require_periods(*due, *start, end);
    if (due->every == Deadline::Every::once) fuzz::require(due->day.has_value(), "a day is a day");
  }
  return 0;
}
