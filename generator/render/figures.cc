#include "render/figures.h"

#include <algorithm>

#include "base/words.h"

namespace yaodian {
namespace {

// The end of the scale on which the rates of a column are drawn.
Decimal end_of(const Column& column) {
  Decimal largest = column.measure.goal->high;
  if (column.standing.largest) largest = std::max(largest, *column.standing.largest);
  return chart::scale_end(largest, column.measure.is_rate());
}

// A percentage out of Decimal's range is one of a figure that is wrong by many digits.
std::string percent_text(const Words& words, const std::optional<Decimal>& percentage) {
  return percentage ? percentage->plain() + "%" : words["percent-too-large"];
}

}  // namespace

std::string figure_text(Decimal value, std::string_view count, bool with_count) {
  return with_count ? value.grouped().append(count) : value.grouped();
}

std::string figure_text(const Column& column, Decimal value) {
  return figure_text(value, column.measure.count);
}

std::string difference_text(Decimal before, Decimal after) {
  if (after < before) return "−" + (before - after).grouped();
  return (after == before ? "" : "+") + (after - before).grouped();
}

std::string cell_text(const Words& words, const Cell& cell) {
  switch (cell.state) {
    case Cell::State::number:
      return cell.value.grouped();
    case Cell::State::undecided:
      return words["status-undecided"];
    case Cell::State::blank:
      return "—";
  }
  return {};
}

std::string sum_text(const Column& column) {
  return cell_text(column.words, column.table.whole(column.place));
}

std::string cell_value(const Cell& cell) {
  switch (cell.state) {
    case Cell::State::number:
      return cell.value.plain();
    case Cell::State::undecided:
      return "undecided";
    case Cell::State::blank:
      return "blank";
  }
  return {};
}

std::string share_text(const Words& words, Decimal part, Decimal whole) {
  if (whole.is_zero()) return {};
  const auto rounded = percentage(part, whole, 1);
  const bool tiny = rounded && rounded->is_zero() && !part.is_zero();
  return percent_text(words, tiny ? percentage(part, whole, 2) : rounded);
}

std::string completion_text(const Words& words, Decimal done, Decimal quota) {
  return percent_text(words, completion(done, quota));
}

std::string rank_text(const Words& words, uint32_t rank, bool shared) {
  if (rank == 0) return {};
  return words.text(shared ? Sentence("rank-shared") : "rank", {{"rank", std::to_string(rank)}});
}

std::string rank_text(const Column& column, size_t row) {
  const uint32_t rank = column.standing.ranks[row];
  return rank_text(column.words, rank, rank > 0 && column.standing.shares_rank(row));
}

bool meets_goal(const Column& column, const Cell& cell) {
  return column.measure.goal && cell.is_number() && column.measure.goal->met_by(cell.value);
}

Html distribution_of(const Column& column, size_t row, std::string_view unit) {
  const Standing& standing = column.standing;
  const uint32_t rank = standing.ranks[row];
  const auto place = rank > 0 ? std::optional<size_t>(standing.places[row]) : std::nullopt;
  const std::string units = std::to_string(standing.order.size());
  const std::string label =
      rank > 0
          ? column.words.text("chart-place-ranked",
                              {{"unit", unit}, {"units", units}, {"rank", rank_text(column, row)}})
          : column.words.text("chart-place", {{"unit", unit}, {"units", units}});
  return chart::distribution(column.profile, place, label);
}

Html bullet_of(const Column& column, size_t row, std::string_view unit) {
  const Goal& goal = *column.measure.goal;
  const Decimal value = column.figure(row).value;
  const bool met = goal.met_by(value);
  const std::string label = column.words.text(
      "chart-bullet", {{"unit", unit},
                       {"measure", column.measure.label},
                       {"figure", figure_text(value, column.measure.count)},
                       {"goal", goal.text()},
                       {"status", column.words[met ? Word("status-met") : "status-unmet"]}});
  return chart::bullet(value, {goal.least(), goal.greatest()}, end_of(column), met, label);
}

Html strip_of(const Column& column) {
  const Goal& goal = *column.measure.goal;
  std::vector<Decimal> values;
  for (const uint32_t row : column.standing.order) values.push_back(column.figure(row).value);
  const Decimal smallest =
      values.empty() ? goal.low : std::min(goal.low, *column.standing.smallest);
  const Decimal begin = goal.least() ? smallest.rounded(0, Rounding::down) : Decimal(0);
  const std::string label =
      column.words.text("chart-strip", {{"units", std::to_string(values.size())},
                                        {"measure", column.measure.label},
                                        {"met", std::to_string(column.standing.met)},
                                        {"goal", goal.text()}});
  return chart::strip(values, {goal.least(), goal.greatest()}, begin, end_of(column), label);
}

}  // namespace yaodian
