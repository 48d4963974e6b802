#include "render/deadlines.h"

#include <algorithm>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/figures.h"
#include "render/periods.h"
#include "render/plan_context.h"
#include "render/views.h"

namespace yaodian {
namespace {

// Adds "LABEL：TEXT" as a line, if there is any text.
void add_line(const Words& words, std::string& lines, Word label, std::string_view text) {
  if (text.empty()) return;
  if (!lines.empty()) lines += '\n';
  words.append(lines, "label-text", {{"label", words[label]}, {"text", text}});
}

std::string absolute(const std::string& base_url, const std::string& path) {
  if (base_url.empty()) return {};
  return base_url + (base_url.ends_with('/') ? "" : "/") + path;
}

std::string title_with(const Words& words, std::string_view title, std::string_view figure) {
  std::string text;
  text.reserve(title.size() + figure.size() + 16);
  words.append(text, "deadline-of", {{"title", title}, {"figure", figure}});
  return text;
}

// Collects the deadlines of a plan.
class Gathering {
 public:
  explicit Gathering(const PlanContext& context) : context_(context), words_(context.words) {}

  std::vector<PlanDeadline> all() {
    for (size_t t = 0; t < context_.plan.tables.size(); ++t) {
      const size_t measures = context_.plan.tables[t].measures.size();
      for (size_t m = 0; m < measures; ++m) add_quota(t, m);
    }
    for (const Target& target : context_.plan.targets) add(target);
    for (const AgendaItem& item : context_.agenda.items) add(item);
    std::stable_sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) {
      return a.day != b.day ? a.day < b.day : a.is_undated() < b.is_undated();
    });
    return std::move(all_);
  }

 private:
  EventDetails details(Date day, const std::string& description, const std::string& path) const {
    const Date stamp = context_.plan.issued.value_or(context_.plan.start);
    return {day, stamp, description, absolute(context_.site.base_url, path)};
  }

  void add_quota(size_t table, size_t place) {
    const Column column = context_.column(table, place);
    const Measure& measure = column.measure;
    if (measure.role != Role::quota || !measure.due) return;
    const Cell sum = column.table.whole(place);
    const std::string figure =
        sum.is_number() ? figure_text(sum.value, measure.count) : cell_text(words_, sum);
    const std::string title =
        sum.state == Cell::State::blank ? measure.label : title_with(words_, measure.label, figure);
    std::string description;
    add_line(words_, description, "label-standard", measure.standard);
    add_line(words_, description, "label-table", column.table.title);
    const std::string path = table_path(context_.publisher, context_.plan, column.table);
    all_.push_back({*measure.due, title, path, "quota." + column.table.id + "." + measure.id,
                    details(*measure.due, description, path)});
    all_.back().quota = {table, place};
  }

  void add(const Target& target) {
    if (!target.due) return;
    std::string description;
    add_line(words_, description, "label-who", target.who);
    add_line(words_, description, "label-standard", target.standard);
    const std::string path = target_path(context_.publisher, context_.plan, target);
    all_.push_back({*target.due, title_with(words_, target.title, target.goal_text()), path,
                    "target." + target.id, details(*target.due, description, path)});
    all_.back().target = &target;
  }

  void add(const AgendaItem& item) {
    const LedgerTask& task = *item.task;
    const int year = context_.plan.start.year();
    std::string description;
    add_line(words_, description, "label-who", task.who);
    add_line(words_, description, "label-standard", task.standard);
    const Document* document = document_of(context_, task);
    add_line(words_, description, "label-document", document ? document->title : "");
    const std::string path = ledger_path(context_.publisher, context_.plan) + "#task-" + task.id;
    all_.push_back({item.due, title_in_period(words_, task.title, item.period, year), path,
                    "task." + task.id + (item.period.empty() ? "" : "." + item.period),
                    details(item.due, description, path), &item});
  }

  const PlanContext& context_;
  const Words& words_;
  std::vector<PlanDeadline> all_;
};

// Makes TITLE that of a quota with the figure of the unit that CELL is of. False where it has none.
bool set_title(std::string& title, const Words& words, const Measure& measure, const Cell& cell) {
  const bool undecided = cell.state == Cell::State::undecided;
  if (!undecided && !cell.is_task()) return false;
  const std::string figure =
      undecided ? cell_text(words, cell) : figure_text(cell.value, measure.count);
  title.clear();
  words.append(title, "deadline-of", {{"title", measure.label}, {"figure", figure}});
  return true;
}

// The names of events: SUFFIX tells those of a file from those of the plan's other files. Ids,
// which have hyphens, are joined by dots, which they cannot have.
class EventNames {
 public:
  EventNames(const PlanContext& context, std::string_view suffix)
      : name_(context.publisher.id + "." + context.plan.year + "."), prefix_(name_.size()) {
    rest_.append(suffix).append("@").append(context.publisher.id).append(".yaodian");
  }

  const std::string& of(const PlanDeadline& deadline) {
    name_.resize(prefix_);
    return name_.append(deadline.key).append(rest_);
  }

 private:
  std::string name_, rest_;
  size_t prefix_;
};

// Adds ONE to CALENDAR as TITLE, which says no deadline; where none is set, that is said too.
void add(Calendar& calendar, EventNames& names, const Words& words, const PlanDeadline& one,
         std::string_view title) {
  if (one.is_undated())
    calendar.add(names.of(one), std::string(title) + words["deadline-undated-mark"], one.details);
  else
    calendar.add(names.of(one), title, one.details);
}

}  // namespace

std::vector<PlanDeadline> deadlines_of(const PlanContext& context) {
  return Gathering(context).all();
}

void each_deadline(const PlanContext& context, UnitIndex unit,
                   const std::function<void(const PlanDeadline&, std::string_view)>& use) {
  const std::vector<TaskTable>& tables = context.plan.tables;
  std::vector<const Row*> rows;
  for (const TaskTable& table : tables) rows.push_back(table.row_of(unit));
  std::string title;
  for (const PlanDeadline& one : context.deadlines) {
    if (one.quota) {
      const auto& [table, place] = *one.quota;
      const Row* row = rows[table];
      if (row && set_title(title, context.words, tables[table].measures[place], row->cells[place]))
        use(one, title);
    } else if (one.item) {
      const std::vector<UnitIndex>& units = one.item->task->units;
      if (std::binary_search(units.begin(), units.end(), unit)) use(one, one.title);
    }
  }
}

std::string deadline_text(const Words& words, const Deadline& due) {
  if (due.every != Deadline::Every::once) return due.text;
  if (!due.day) return words["deadline-none"];
  const bool whole_month = due.text.size() == std::string_view("2018-11").size();
  return whole_month ? words.text("deadline-month-end", {{"month", words.month_of_year(*due.day)}})
                     : words.text("deadline-before", {{"date", words.date(*due.day)}});
}

const Document* document_of(const PlanContext& context, const LedgerTask& task) {
  return task.stated.given ? find(context.plan.documents, task.stated.document.id) : nullptr;
}

std::string plan_deadlines(const PlanContext& context, std::string room) {
  Calendar calendar(context.words.text("deadlines-of-plan", {{"plan", context.plan.title}}),
                    std::move(room));
  EventNames names(context, "");
  for (const PlanDeadline& one : context.deadlines)
    add(calendar, names, context.words, one, one.title);
  return calendar.finish();
}

std::string unit_deadlines(const PlanContext& context, UnitIndex index, std::string room) {
  const Unit& unit = context.publisher.units.units[index];
  Calendar calendar(
      context.words.text("deadlines-of-unit", {{"unit", unit.name}, {"year", context.plan.year}}),
      std::move(room));
  EventNames names(context, ".unit." + unit.id);
  each_deadline(context, index, [&](const PlanDeadline& one, std::string_view title) {
    add(calendar, names, context.words, one, title);
  });
  return calendar.finish();
}

}  // namespace yaodian
