#include "render/deadlines.h"

#include <algorithm>

#include "pages/site_map.h"
#include "render/figures.h"
#include "render/icalendar.h"
#include "render/views.h"

namespace yaodian {
namespace {

// Adds "LABEL：TEXT" as a line, if there is any text.
void add_line(std::string& lines, std::string_view label, std::string_view text) {
  if (text.empty()) return;
  if (!lines.empty()) lines += '\n';
  lines.append(label).append("：").append(text);
}

// Collects the deadlines of a plan or of one unit.
class Gathering {
 public:
  Gathering(const PlanContext& context, std::optional<UnitIndex> unit)
      : context_(context), unit_(unit) {}

  std::vector<PlanDeadline> all() {
    for (size_t t = 0; t < context_.plan.tables.size(); ++t) {
      const size_t measures = context_.plan.tables[t].measures.size();
      for (size_t m = 0; m < measures; ++m) add(context_.column(t, m));
    }
    if (!unit_) {
      for (const Target& target : context_.plan.targets) add(target);
    }
    for (const AgendaItem& item : context_.agenda.items) add(item);
    std::stable_sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) {
      const auto undated = [](const PlanDeadline& one) { return one.item && one.item->undated; };
      return a.day != b.day ? a.day < b.day : undated(a) < undated(b);
    });
    return std::move(all_);
  }

 private:
  void add(const Column& column) {
    const Measure& measure = column.measure;
    if (measure.role != Role::quota || !measure.due) return;
    const std::optional<std::string> figure = figure_of(column);
    if (!figure) return;
    std::string description;
    add_line(description, "完成标准", measure.standard);
    add_line(description, "任务表", column.table.title);
    all_.push_back({*measure.due, measure.label + " " + *figure + " 期限", description,
                    table_path(context_.publisher, context_.plan, column.table),
                    "quota-" + column.table.id + "-" + measure.id});
  }

  // What is due of a quota, in all or by the unit; nothing where it has none.
  std::optional<std::string> figure_of(const Column& column) const {
    if (!unit_) {
      const auto sum = column.standing.sum;
      return sum ? figure_text(*sum, column.measure.count) : std::string("待定");
    }
    const Row* row = column.table.row_of(*unit_);
    if (!row) return {};
    const Cell& cell = row->cells[column.place];
    if (cell.state == Cell::State::undecided) return cell_text(cell);
    if (!cell.is_number() || cell.value.is_zero()) return {};
    return figure_text(cell.value, column.measure.count);
  }

  void add(const Target& target) {
    if (!target.due) return;
    std::string description;
    add_line(description, "责任单位", target.who);
    add_line(description, "完成标准", target.standard);
    all_.push_back({*target.due, target.title + " " + target.goal_text() + " 期限", description,
                    target_path(context_.publisher, context_.plan, target), "target-" + target.id});
  }

  void add(const AgendaItem& item) {
    const LedgerTask& task = *item.task;
    if (unit_ && !std::binary_search(task.units.begin(), task.units.end(), *unit_)) return;
    const std::string period = period_text(item.period, context_.plan.start.year());
    std::string description;
    add_line(description, "责任单位", task.who);
    add_line(description, "完成标准", task.standard);
    const Document* document = document_of(context_, task);
    add_line(description, "文件", document ? document->title : "");
    all_.push_back({item.due, task.title + (period.empty() ? "" : "（" + period + "）"),
                    description,
                    ledger_path(context_.publisher, context_.plan) + "#task-" + task.id,
                    "task-" + task.id + (item.period.empty() ? "" : "-" + item.period), &item});
  }

  const PlanContext& context_;
  const std::optional<UnitIndex> unit_;
  std::vector<PlanDeadline> all_;
};

std::string absolute(const std::string& base_url, const std::string& path) {
  if (base_url.empty()) return {};
  return base_url + (base_url.ends_with('/') ? "" : "/") + path;
}

// The deadlines as a file called NAME; SUFFIX tells its events from those of the plan's other
// files.
std::string file_of(const PlanContext& context, std::optional<UnitIndex> unit, std::string name,
                    std::string_view suffix) {
  const std::string& publisher = context.publisher.id;
  const std::string prefix = publisher + "-" + context.plan.year + "-";
  CalendarFile file{std::move(name), context.plan.issued.value_or(context.plan.start), {}};
  for (const PlanDeadline& one : deadlines_of(context, unit)) {
    CalendarEvent event;
    event.uid = prefix + one.key + std::string(suffix) + "@" + publisher + ".yaodian";
    event.day = one.day;
    event.summary = one.title + (one.item && one.item->undated ? "（未定期限，计划期末）" : "");
    event.description = one.description;
    event.url = absolute(context.site.base_url, one.path);
    file.events.push_back(std::move(event));
  }
  return icalendar(file);
}

}  // namespace

std::vector<PlanDeadline> deadlines_of(const PlanContext& context, std::optional<UnitIndex> unit) {
  return Gathering(context, unit).all();
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
  return file_of(context, {}, context.plan.title + " 期限", "");
}

std::string unit_deadlines(const PlanContext& context, UnitIndex index) {
  const Unit& unit = context.publisher.units.units[index];
  return file_of(context, index, unit.name + " " + context.plan.year + "年任务期限",
                 "-unit-" + unit.id);
}

}  // namespace yaodian
