#include "render/changes.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/deadlines.h"
#include "render/frame.h"
#include "render/periods.h"
#include "render/report_words.h"

namespace yaodian {
namespace {

constexpr struct {
  Word word;
  std::string_view id;
} kKinds[] = {{"change-plan", "plan"},
              {"change-document", "document"},
              {"change-report", "report"},
              {"change-results", "results"},
              {"change-correction", "correction"},
              {"change-ledger", "ledger"}};

// A list in words: "文件5份，任务表3张".
class Parts {
 public:
  explicit Parts(const Words& words) : words_(words) {}

  // Adds an AMOUNT as PART says it, if there is any.
  void add(Sentence part, size_t amount) {
    if (next(amount)) words_.append(text_, part, {{"count", std::to_string(amount)}});
  }
  void add_tables(size_t amount, std::string_view called) {
    if (next(amount))
      words_.append(text_, "changed-tables",
                    {{"tables", called}, {"count", std::to_string(amount)}});
  }
  void add_table(const std::string& title, size_t units) {
    if (next(units))
      words_.append(text_, "changed-table", {{"table", title}, {"count", std::to_string(units)}});
  }

  std::string text() && { return std::move(text_); }

 private:
  bool next(size_t amount) {
    if (amount > 0 && !text_.empty()) text_ += words_["clause-separator"];
    return amount > 0;
  }

  const Words& words_;
  std::string text_;
};

std::string summary_of(const PlanContext& context) {
  const Plan& plan = context.plan;
  Parts parts(context.words);
  parts.add("changed-documents", plan.documents.size());
  parts.add_tables(plan.tables.size() + plan.text_tables.size(), context.words[tables_title(plan)]);
  parts.add("changed-units", context.units.size());
  parts.add("changed-targets", plan.targets.size());
  return std::move(parts).text();
}

std::string summary_of(const Words& words, const Plan& plan, const Report& report) {
  if (report.corrects) return report.reason;
  Parts parts(words);
  for (const TaskTable& table : plan.tables) {  // in the plan's order, not the report's
    for (const TableReport& part : report.tables) {
      if (part.table.id == table.id) parts.add_table(table.short_title, part.units);
    }
  }
  parts.add("changed-overall", report.observations.size());
  parts.add(report.is_background() ? Sentence("changed-figures") : "changed-other-figures",
            report.figures.size());
  return std::move(parts).text();
}

std::string title_of(const Words& words, const Report& report) {
  const std::string day = words.date(report.as_of);
  if (report.corrects) return words.text("correction-of", {{"date", day}});
  return words.text(report.is_background() ? Sentence("results-as-of") : "report-as-of",
                    {{"date", day}});
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
        add(report.received.value_or(report.as_of), kind, title_of(context_.words, report),
            report_path(context_.publisher, context_.plan, report), "report/" + report.id);
    change.summary = summary_of(context_.words, context_.plan, report);
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
    change.entries.push_back(
        {title_in_period(context_.words, task.title, entry.period, context_.plan.start.year()),
         entry.text, change.path + "#task-" + task.id, entry.reopened});
    change.sample |= entry.sample;
  }

  void describe(Change& change) const {
    const Words& words = context_.words;
    const auto reopened = static_cast<size_t>(std::ranges::count_if(
        change.entries, [](const LedgerChange& one) { return one.reopened; }));
    Parts parts(words);
    parts.add("changed-written-off", change.entries.size() - reopened);
    parts.add("changed-reopened", reopened);
    change.title = std::move(parts).text();
    for (const LedgerChange& one : change.entries) {
      const std::string& what =
          words[one.reopened ? Word("ledger-reopened") : "ledger-written-off"];
      if (!change.summary.empty()) change.summary += words["entry-separator"];
      if (one.text.empty())
        words.append(change.summary, "changed-task", {{"what", what}, {"task", one.task}});
      else
        words.append(change.summary, "changed-task-text",
                     {{"what", what}, {"task", one.task}, {"text", one.text}});
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

Word kind_word(ChangeKind kind) { return kKinds[static_cast<size_t>(kind)].word; }

std::string_view kind_id(ChangeKind kind) { return kKinds[static_cast<size_t>(kind)].id; }

}  // namespace yaodian
