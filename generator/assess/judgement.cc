#include "assess/judgement.h"

#include "base/words.h"

namespace yaodian {
namespace {

// True if DONE is at least SHARE percent of the pace: done ≥ share/100 × quota × days/total.
bool reaches(Decimal done, Decimal share, Decimal quota, const Elapsed& time) {
  return compare_products({done, 100, time.total}, {share, quota, time.days}) >= 0;
}

Status judge_result(const Task& task, Decimal done) {
  const bool met =
      task.kind == Task::Kind::goal ? task.goal->met_by(done) : done <= task.quota.value;
  return met ? Status::met : Status::unmet;
}

Status judge_pace(const Task& task, Decimal done, const Elapsed& time) {
  if (reaches(done, 100, task.quota.value, time)) return Status::on_pace;
  const bool near = reaches(done, task.behind_share, task.quota.value, time);
  return near ? Status::behind : Status::far_behind;
}

}  // namespace

Word status_word(Status status) {
  static constexpr Word kWords[] = {"status-done",       "status-on-pace",      "status-behind",
                                    "status-far-behind", "status-overdue",      "status-met",
                                    "status-unmet",      "status-not-reported", "status-undecided",
                                    "status-no-quota"};
  return kWords[static_cast<size_t>(status)];
}

Status judge(const Task& task, const Knowledge& known, Date day) {
  if (task.kind != Task::Kind::goal) {
    if (task.quota.state == Cell::State::undecided) return Status::undecided;
    if (!task.quota.is_task()) return Status::no_quota;
  }
  if (!known.done) return Status::not_reported;
  if (task.kind != Task::Kind::at_least) {
    return known.stale ? Status::not_reported : judge_result(task, *known.done);
  }
  if (*known.done >= task.quota.value) return Status::done;
  if (day > task.deadline) return Status::overdue;
  if (known.stale) return Status::not_reported;
  return judge_pace(task, *known.done, elapsed(day, task.start, task.deadline));
}

bool has_pace(const Task& task) {
  return task.kind == Task::Kind::at_least && task.quota.is_task();
}

std::optional<Decimal> pace_of(const Task& task, Date day, int decimals) {
  if (!has_pace(task)) return std::nullopt;
  return pace(task.quota.value, elapsed(day, task.start, task.deadline), decimals);
}

bool is_behind(Status status) {
  return status == Status::behind || status == Status::far_behind || status == Status::overdue;
}

bool is_ranked(Status status) {
  return status == Status::done || status == Status::on_pace || is_behind(status);
}

std::optional<Decimal> completion(Decimal done, Decimal quota) {
  return percentage(done, quota, 1);
}

}  // namespace yaodian
