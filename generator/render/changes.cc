#include "render/changes.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "pages/site_map.h"
#include "render/deadlines.h"
#include "render/frame.h"
#include "render/report_words.h"

namespace yaodian {
namespace {

constexpr struct {
  std::string_view word, id;
} kKinds[] = {{"计划", "plan"},    {"文件", "document"},   {"月报", "report"},
              {"成效", "results"}, {"更正", "correction"}, {"台账", "ledger"}};

// Adds "TITLE AMOUNT COUNT" to a list in words, if there is any.
void add_part(std::string& text, std::string_view title, size_t amount, std::string_view count) {
  if (amount == 0) return;
  if (!text.empty()) text += "，";
  text.append(title).append(std::to_string(amount)).append(count);
}

std::string summary_of(const PlanContext& context) {
  std::string text;
  const Plan& plan = context.plan;
  add_part(text, "文件", plan.documents.size(), "份");
  add_part(text, tables_title(plan), plan.tables.size() + plan.text_tables.size(), "张");
  add_part(text, "单位", context.units.size(), "个");
  add_part(text, "目标", plan.targets.size(), "项");
  return text;
}

std::string summary_of(const Plan& plan, const Report& report) {
  if (report.corrects) return report.reason;
  std::string text;
  for (const TaskTable& table : plan.tables) {  // in the plan's order, not the report's
    for (const TableReport& part : report.tables) {
      if (part.table.id == table.id) add_part(text, table.short_title, units_in(part), "个单位");
    }
  }
  add_part(text, "全局指标", report.observations.size(), "项");
  add_part(text, report.is_background() ? "" : "其他数字", report.figures.size(), "项");
  return text;
}

std::string title_of(const Report& report) {
  const std::string day = report.as_of.chinese();
  if (report.corrects) return day + "月报的更正";
  return "截至" + day + (report.is_background() ? "的成效" : "的月报");
}

// Gathers the changes of one plan.
class Gathering {
 public:
  Gathering(const PlanContext& context, std::vector<Change>& all) : context_(context), all_(all) {}

  void gather() {
    const auto& [site, publisher, plan] =
        std::tie(context_.site, context_.publisher, context_.plan);
    if (plan.issued)
      add(*plan.issued, ChangeKind::plan, plan.title, plan_path(publisher, plan), "plan").summary =
          summary_of(context_);
    for (const Document& one : plan.documents) {
      if (one.issued)
        add(*one.issued, ChangeKind::document, one.title, document_path(publisher, plan, one),
            "document/" + one.id)
            .summary = one.summary;
    }
    for (const Report& one : plan.reports) {
      if (!context_.as_of || one.as_of <= *context_.as_of) add(one);
    }
    add_ledger();
  }

 private:
  Change& add(Date day, ChangeKind kind, std::string title, std::string path, std::string key) {
    Change& change = all_.emplace_back();
    change.day = day;
    change.kind = kind;
    change.context = &context_;
    change.title = std::move(title);
    change.path = std::move(path);
    change.key = std::move(key);
    return change;
  }

  void add(const Report& report) {
    const ChangeKind kind = report.corrects          ? ChangeKind::correction
                            : report.is_background() ? ChangeKind::results
                                                     : ChangeKind::report;
    Change& change =
        add(report.received.value_or(report.as_of), kind, title_of(report),
            report_path(context_.publisher, context_.plan, report), "report/" + report.id);
    change.summary = summary_of(context_.plan, report);
    change.sample = report.sample;
    change.assumed = !report.received;
  }

  // One change for each day of the ledger, with its entries in the order of the tasks.
  void add_ledger() {
    std::map<Date, size_t> days;  // places in all_
    const std::string path = ledger_path(context_.publisher, context_.plan);
    for (const LedgerTask& task : context_.plan.ledger.tasks) {
      for (const LogEntry& entry : task.log) {
        if (context_.as_of && entry.on > *context_.as_of) continue;
        const auto [day, is_new] = days.emplace(entry.on, all_.size());
        if (is_new) add(entry.on, ChangeKind::ledger, "", path, "ledger/" + entry.on.iso());
        add(all_[day->second], task, entry);
      }
    }
    for (const auto& [day, at] : days) describe(all_[at]);
  }

  void add(Change& change, const LedgerTask& task, const LogEntry& entry) const {
    const std::string period = period_text(entry.period, context_.plan.start.year());
    change.entries.push_back({task.title + (period.empty() ? "" : "（" + period + "）"), entry.text,
                              change.path + "#task-" + task.id, entry.reopened});
    change.sample |= entry.sample;
  }

  static void describe(Change& change) {
    const auto reopened = static_cast<size_t>(std::ranges::count_if(
        change.entries, [](const LedgerChange& one) { return one.reopened; }));
    add_part(change.title, "销账", change.entries.size() - reopened, "项");
    add_part(change.title, "重新打开", reopened, "项");
    for (const LedgerChange& one : change.entries) {
      if (!change.summary.empty()) change.summary += "；";
      change.summary += (one.reopened ? "重新打开" : "销账") + std::string("：") + one.task;
      if (!one.text.empty()) change.summary += "，" + one.text;
    }
  }

  const PlanContext& context_;
  std::vector<Change>& all_;
};

}  // namespace

std::vector<Change> changes_of(const PlanContexts& contexts) {
  std::vector<Change> all;
  for (const PublisherContexts& plans : contexts) {
    for (const auto& plan : plans) Gathering(*plan, all).gather();
  }
  std::ranges::stable_sort(all, [](const Change& a, const Change& b) { return a.day > b.day; });
  return all;
}

std::string_view kind_word(ChangeKind kind) { return kKinds[static_cast<size_t>(kind)].word; }

std::string_view kind_id(ChangeKind kind) { return kKinds[static_cast<size_t>(kind)].id; }

}  // namespace yaodian
