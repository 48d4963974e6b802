#include "assess/agenda.h"

#include <algorithm>
#include <unordered_map>

namespace yaodian {
namespace {

class AgendaMaker {
 public:
  AgendaMaker(const Plan& plan, std::optional<Date> day, bool all_entries)
      : plan_(plan), all_entries_(all_entries) {
    agenda_.day = day;
  }

  Agenda make() {
    for (const LedgerTask& task : plan_.ledger.tasks) add_task(task);
    std::stable_sort(agenda_.items.begin(), agenda_.items.end(),
                     [](const AgendaItem& a, const AgendaItem& b) { return a.due < b.due; });
    for (const AgendaItem& item : agenda_.items) ++agenda_.counts[static_cast<size_t>(item.status)];
    return std::move(agenda_);
  }

 private:
  void add_task(const LedgerTask& task) {
    const size_t first = agenda_.items.size();
    if (task.due.every == Deadline::Every::once)
      add_item(task, {"", task.due.day.value_or(plan_.end)});
    for (Period& period : periods_of(task, plan_.ledger, plan_.start, plan_.end))
      add_item(task, std::move(period));
    apply_log(task, first);
    for (size_t at = first; at < agenda_.items.size(); ++at) judge(agenda_.items[at]);
  }

  void add_item(const LedgerTask& task, Period period) {
    AgendaItem& item = agenda_.items.emplace_back();
    item.task = &task;
    item.period = std::move(period.name);
    item.due = period.due;
    item.undated = task.due.every == Deadline::Every::once && !task.due.day;
  }

  // Gives the items from FIRST on, which are TASK's, the entries that are theirs.
  void apply_log(const LedgerTask& task, size_t first) {
    std::unordered_map<std::string, size_t> places;
    for (size_t at = first; at < agenda_.items.size(); ++at)
      places.emplace(agenda_.items[at].period, at);
    for (const LogEntry& entry : task.log) {
      const auto place = places.find(entry.period);
      if (place == places.end() || !counts(entry)) continue;
      AgendaItem& item = agenda_.items[place->second];
      item.last = &entry;
      item.reopened += entry.reopened;
      agenda_.sample |= entry.sample;
    }
  }

  bool counts(const LogEntry& entry) const {
    return all_entries_ || !agenda_.day || entry.on <= *agenda_.day;
  }

  void judge(AgendaItem& item) const {
    item.status = status_of(item);
    item.late = item.status == ItemStatus::written_off && item.last->on > item.due;
  }

  ItemStatus status_of(const AgendaItem& item) const {
    if (item.last && !item.last->reopened) return ItemStatus::written_off;
    if (!agenda_.day) return ItemStatus::open;
    const int left = item.due.days - agenda_.day->days;
    if (left < 0) return ItemStatus::overdue;
    return left <= plan_.soon ? ItemStatus::soon : ItemStatus::open;
  }

  const Plan& plan_;
  bool all_entries_;
  Agenda agenda_;
};

}  // namespace

Agenda agenda_of(const Plan& plan, std::optional<Date> day, bool all_entries) {
  return AgendaMaker(plan, day, all_entries).make();
}

}  // namespace yaodian
