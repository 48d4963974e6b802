// A goal: what a measure has to reach, as the work points state it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.h"

namespace yaodian {

struct Goal {
  enum class Sense : uint8_t { at_least, at_most, exactly, between };

  Sense sense = Sense::at_least;
  Decimal low;         // the figure; the lower one for between
  Decimal high;        // the same figure; the higher one for between
  std::string figure;  // as it is shown, without the unit of count: "4.91亿", "67,000", "2–4"
  std::string count;   // unit of count: "%", "元", "次" …; may be empty

  // False of one that could not be read, which has been reported.
  bool is_known() const { return !figure.empty(); }
  // True if VALUE, in the goal's unit of count, meets the goal (达标).
  bool met_by(Decimal value) const;
  // The least and the greatest value that meet the goal; nothing where there is no such bound.
  std::optional<Decimal> least() const;
  std::optional<Decimal> greatest() const;
  // By how much VALUE fails the goal; 0 if it meets it.
  Decimal shortfall(Decimal value) const;
  // True if VALUE is one of the goal's figures.
  bool names(Decimal value) const;
  // "≥", "≤", or "" where the figure itself is asked for.
  std::string_view sign() const;
  // The goal as a reader sees it: "≥ 88%", "≤ 24小时", "2–4次", "100%". A goal of at most N 日 is a
  // day of the month: "5日前".
  std::string text() const;
};

// True if COUNT, a unit of count, makes a figure a rate: % or ‰.
bool is_rate(std::string_view count);

// Returns the numbers of TEXT as find_figures() does; the 万 or 亿 of a range counts for both of
// its numbers, "1-2万人", unless the first one would no longer be the smaller one.
std::vector<Figure> find_stated_figures(std::string_view text);

// Reads ">= 88%", "<= 4%", "= 100%", ">= 12 次", ">= 4.91亿元", "2-4 次"; ≥ and ≤ are understood,
// and a number alone means "=". Returns nothing for anything else.
std::optional<Goal> parse_goal(std::string_view text);

// Reads a figure with its unit of count, "71%", "1.06亿元", or a number alone, as a goal of exactly
// that. Returns nothing for anything else.
std::optional<Goal> parse_figure(std::string_view text);

}  // namespace yaodian
