// Judgement: where a quota stands on a day. The definitions are those of docs/content.md,
// "Progress".
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "assess/pace.h"
#include "base/date.h"
#include "base/quantity.h"
#include "model/table.h"

namespace yaodian {

class Word;

enum class Status : uint8_t {
  done,          // 已完成: done ≥ quota
  on_pace,       // 正常: done ≥ pace
  behind,        // 滞后: done ≥ 0.8 × pace; the share is a setting of the plan
  far_behind,    // 严重滞后: below that
  overdue,       // 逾期: the deadline has passed and it is not done
  met,           // 达标, of at-most quotas and of goals
  unmet,         // 未达标
  not_reported,  // 未报: no observation, or none in the newest report that asks for it
  undecided,     // 待定
  no_quota,      // 无任务
};
constexpr size_t kStatuses = 10;

// "滞后" among the words of the interface.
Word status_word(Status status);

// How many rows stand in each status.
class StatusCounts {
 public:
  void add(Status status) { ++counts_[static_cast<size_t>(status)]; }
  size_t operator[](Status status) const { return counts_[static_cast<size_t>(status)]; }

 private:
  std::array<size_t, kStatuses> counts_{};
};

// What is asked of a row, and by when: the same for all days.
struct Task {
  enum class Kind : uint8_t { at_least, at_most, goal };

  Kind kind = Kind::at_least;
  Cell quota;                  // of a quota, as the table gives it
  const Goal* goal = nullptr;  // of a goal
  Date start;                  // of the plan
  Date deadline;               // of the measure, or the plan's end
  Decimal behind_share;        // in percent: below this share of the pace it is 严重滞后
};

// What is known of it on a day.
struct Knowledge {
  std::optional<Decimal> done;  // the last observation up to the day
  bool stale = false;           // a later report that asks for it, up to the day, does not have it
};

// Judges TASK on DAY. In this order: 待定; 无任务 (a quota of 0 or below, or a blank cell); no
// observation (未报); of at-most quotas and goals a stale observation (未报), 达标 or 未达标;
// 已完成; 逾期; a stale observation (未报); 正常, 滞后, 严重滞后. All comparisons are exact: none
// is made on a rounded figure.
Status judge(const Task& task, const Knowledge& knowledge, Date day);

// True if TASK is judged by its pace: a quota of at least so much that is a number above 0.
bool has_pace(const Task& task);
// What should be done of TASK by the end of DAY, with DECIMALS decimals; nothing without a pace.
// For showing, as pace().
std::optional<Decimal> pace_of(const Task& task, Date day, int decimals = 1);

// True for 滞后, 严重滞后 and 逾期.
bool is_behind(Status status);

// True for statuses by which a quota of at least so much is ranked: 已完成, 正常, 滞后, 严重滞后,
// 逾期.
bool is_ranked(Status status);

// DONE ÷ QUOTA in percent with one decimal, rounded half up but below 100 until it is done. QUOTA
// must not be zero. It is the only way in which a completion becomes a figure. Nothing if it is
// 10^12 % or more.
std::optional<Decimal> completion(Decimal done, Decimal quota);

}  // namespace yaodian
