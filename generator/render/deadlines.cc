#include "render/deadlines.h"

#include <algorithm>

#include "pages/site_map.h"
#include "render/figures.h"
#include "render/plan_context.h"
#include "render/views.h"

namespace yaodian {
namespace {

// Adds "LABEL：TEXT" as a line, if there is any text.
void add_line(std::string& lines, std::string_view label, std::string_view text) {
  if (text.empty()) return;
  if (!lines.empty()) lines += '\n';
  lines.append(label).append("：").append(text);
}

std::string absolute(const std::string& base_url, const std::string& path) {
  if (base_url.empty()) return {};
  return base_url + (base_url.ends_with('/') ? "" : "/") + path;
}

std::string quota_title(const Measure& measure, std::string_view figure) {
  std::string title;
  title.reserve(measure.label.size() + figure.size() + 16);
  return title.append(measure.label).append(" ").append(figure).append(" 期限");
}

// Collects the deadlines of a plan.
class Gathering {
 public:
  explicit Gathering(const PlanContext& context) : context_(context) {}

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
    const auto sum = column.standing.sum;
    const std::string figure = sum ? figure_text(*sum, measure.count) : "待定";
    std::string description;
    add_line(description, "完成标准", measure.standard);
    add_line(description, "任务表", column.table.title);
    const std::string path = table_path(context_.publisher, context_.plan, column.table);
    all_.push_back({*measure.due, quota_title(measure, figure), path,
                    "quota-" + column.table.id + "-" + measure.id,
                    details(*measure.due, description, path)});
    all_.back().quota = {table, place};
  }

  void add(const Target& target) {
    if (!target.due) return;
    std::string description;
    add_line(description, "责任单位", target.who);
    add_line(description, "完成标准", target.standard);
    const std::string path = target_path(context_.publisher, context_.plan, target);
    all_.push_back({*target.due, target.title + " " + target.goal_text() + " 期限", path,
                    "target-" + target.id, details(*target.due, description, path)});
  }

  void add(const AgendaItem& item) {
    const LedgerTask& task = *item.task;
    const std::string period = period_text(item.period, context_.plan.start.year());
    std::string description;
    add_line(description, "责任单位", task.who);
    add_line(description, "完成标准", task.standard);
    const Document* document = document_of(context_, task);
    add_line(description, "文件", document ? document->title : "");
    const std::string path = ledger_path(context_.publisher, context_.plan) + "#task-" + task.id;
    all_.push_back({item.due, task.title + (period.empty() ? "" : "（" + period + "）"), path,
                    "task-" + task.id + (item.period.empty() ? "" : "-" + item.period),
                    details(item.due, description, path), &item});
  }

  const PlanContext& context_;
  std::vector<PlanDeadline> all_;
};

// The title of a quota with the figure of the unit that ROW is of; nothing where it has none.
std::optional<std::string> title_of(const Measure& measure, size_t place, const Row* row) {
  if (!row) return {};
  const Cell& cell = row->cells[place];
  if (cell.state == Cell::State::undecided) return quota_title(measure, cell_text(cell));
  if (!cell.is_number() || cell.value.is_zero()) return {};
  return quota_title(measure, figure_text(cell.value, measure.count));
}

// The names of events: SUFFIX tells those of a file from those of the plan's other files.
class EventNames {
 public:
  EventNames(const PlanContext& context, std::string_view suffix)
      : name_(context.publisher.id + "-" + context.plan.year + "-"), prefix_(name_.size()) {
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

std::string_view note_of(const PlanDeadline& deadline) {
  return deadline.is_undated() ? "（未定期限，计划期末）" : "";
}

}  // namespace

std::vector<PlanDeadline> deadlines_of(const PlanContext& context) {
  return Gathering(context).all();
}

std::vector<UnitDeadline> deadlines_of(const PlanContext& context, UnitIndex unit) {
  const std::vector<TaskTable>& tables = context.plan.tables;
  std::vector<const Row*> rows;
  for (const TaskTable& table : tables) rows.push_back(table.row_of(unit));
  std::vector<UnitDeadline> all;
  all.reserve(context.deadlines.size());
  for (const PlanDeadline& one : context.deadlines) {
    if (one.quota) {
      const auto& [table, place] = *one.quota;
      if (auto title = title_of(tables[table].measures[place], place, rows[table]))
        all.push_back({&one, std::move(*title)});
    } else if (one.item) {
      const std::vector<UnitIndex>& units = one.item->task->units;
      if (std::binary_search(units.begin(), units.end(), unit)) all.push_back({&one, one.title});
    }
  }
  return all;
}

std::string period_text(std::string_view period, int year) {
  const std::string of(period.substr(0, 4));
  if (period.size() < 6) return of.empty() ? "" : of + "年";
  const std::string_view rest = period.substr(5);
  const std::string digits(rest.substr(rest.find_first_of("123456789")));
  std::string text = of == std::to_string(year) ? "" : of + "年";
  if (rest.starts_with('Q')) return text + "第" + digits + "季度";
  if (rest.starts_with('H')) return text + (digits == "1" ? "上半年" : "下半年");
  if (rest.starts_with('W')) return text + "第" + digits + "周";
  return text + digits + "月";
}

std::string deadline_text(const Deadline& due) {
  if (due.every != Deadline::Every::once) return due.text;
  if (!due.day) return "未定期限";
  const bool whole_month = due.text.size() == std::string_view("2018-11").size();
  if (!whole_month) return due.day->chinese() + "前";
  return std::to_string(due.day->year()) + "年" + std::to_string(due.day->month()) + "月底前";
}

const Document* document_of(const PlanContext& context, const LedgerTask& task) {
  return task.has_document ? find(context.plan.documents, task.document.id) : nullptr;
}

std::string plan_deadlines(const PlanContext& context) {
  Calendar calendar(context.plan.title + " 期限", context.deadlines.size());
  EventNames names(context, "");
  for (const PlanDeadline& one : context.deadlines)
    calendar.add(names.of(one), one.title + std::string(note_of(one)), one.details);
  return calendar.finish();
}

std::string unit_deadlines(const PlanContext& context, UnitIndex index) {
  const Unit& unit = context.publisher.units.units[index];
  const std::vector<UnitDeadline> deadlines = deadlines_of(context, index);
  Calendar calendar(unit.name + " " + context.plan.year + "年任务期限", deadlines.size());
  EventNames names(context, "-unit-" + unit.id);
  for (const auto& [one, title] : deadlines)
    calendar.add(names.of(*one), title + std::string(note_of(*one)), one->details);
  return calendar.finish();
}

}  // namespace yaodian
