#include <algorithm>
#include <map>

#include "base/words.h"
#include "chart/progress.h"
#include "render/deadlines.h"
#include "render/frame.h"
#include "render/periods.h"
#include "render/provenance.h"
#include "render/status.h"
#include "render/views.h"

namespace yaodian {
namespace {

using Items = std::vector<const AgendaItem*>;

Html stack_of(const ItemCounts& counts) {
  std::vector<chart::Part> parts;
  for (const ItemStatus status : kItemStatusOrder)
    parts.push_back({status_tone(status), counts[static_cast<size_t>(status)]});
  return chart::stack(parts, "");
}

// Makes the parts of the page.
class LedgerPage {
 public:
  LedgerPage(const PlanContext& context, std::string_view path)
      : context_(context),
        words_(context.words),
        path_(path),
        items_(context.plan.ledger.tasks.size()) {
    for (const AgendaItem& item : context.agenda.items)
      items_[static_cast<size_t>(item.task - context.plan.ledger.tasks.data())].push_back(&item);
  }

  // The items that are overdue or due soon.
  std::vector<View> urgent() const {
    std::vector<View> rows;
    for (const AgendaItem& item : context_.agenda.items) {
      if (item.status == ItemStatus::overdue || item.status == ItemStatus::soon)
        rows.push_back(row(item));
    }
    return rows;
  }

  // All items by the month of their deadline; those without one last.
  std::vector<View> months() const {
    std::map<std::pair<int, int>, std::vector<View>> dated;
    std::vector<View> undated;
    for (const AgendaItem& item : context_.agenda.items)
      (item.undated ? undated : dated[{item.due.year(), item.due.month()}]).push_back(row(item));
    std::vector<View> groups;
    for (auto& [month, rows] : dated) {
      const Date first = *Date::from(month.first, month.second, 1);
      groups.push_back(group(words_.month_of_year(first), rows));
    }
    if (!undated.empty()) groups.push_back(group(words_["ledger-undated"], undated));
    return groups;
  }

  // The tasks by department, in the ledger's order; those of no department last.
  std::vector<View> departments() const {
    std::vector<std::string> names;
    std::map<std::string, std::vector<size_t>> tasks;
    for (size_t at = 0; at < items_.size(); ++at) {
      std::vector<size_t>& places = tasks[department_of(context_.plan.ledger.tasks[at])];
      if (places.empty()) names.push_back(department_of(context_.plan.ledger.tasks[at]));
      places.push_back(at);
    }
    std::stable_partition(names.begin(), names.end(), [](const auto& one) { return !one.empty(); });
    std::vector<View> views;
    for (const std::string& name : names) views.push_back(department(name, tasks[name]));
    return views;
  }

 private:
  static View group(const std::string& title, std::vector<View>& rows) {
    View view;
    view.text("month", title).number("month_count", rows.size()).list("items", std::move(rows));
    return view;
  }

  std::string department_of(const LedgerTask& task) const {
    if (!task.department.empty()) return task.department;
    const Document* document = document_of(context_, task);
    return document ? document->department : "";
  }

  // An item in a table of items.
  View row(const AgendaItem& item) const {
    const LedgerTask& task = *item.task;
    View view;
    view.text("due", item.undated ? words_["deadline-none"]
                                  : day_text(words_, item.due, context_.plan.start.year()));
    view.number("due_order", static_cast<size_t>(item.due.year()) * 10000 +
                                 static_cast<size_t>(item.due.month()) * 100 +
                                 static_cast<size_t>(item.due.day()));
    view.text("task", task.title).text("id", task.id);
    view.text("period", period_text(words_, item.period, context_.plan.start.year()));
    view.text_if("department", department_of(task)).text_if("who", task.who);
    view.html("badge", status_badge(words_, item.status)).text_if("remark", remark(item));
    return view;
  }

  std::string remark(const AgendaItem& item) const {
    std::string text = item.late ? words_["ledger-late"] : "";
    if (item.reopened > 0) {
      if (!text.empty()) text += words_["clause-separator"];
      words_.append(text, "ledger-reopened-times", {{"times", std::to_string(item.reopened)}});
    }
    return text;
  }

  View department(const std::string& name, const std::vector<size_t>& places) const {
    ItemCounts counts{};
    std::vector<View> tasks;
    for (const size_t at : places) {
      for (const AgendaItem* item : items_[at]) ++counts[static_cast<size_t>(item->status)];
      tasks.push_back(task_view(context_.plan.ledger.tasks[at], items_[at]));
    }
    View view;
    view.text("department", name.empty() ? words_["ledger-no-department"] : name)
        .number("task_count", places.size());
    view.list("counts", count_views(words_, counts)).list("tasks", std::move(tasks));
    return view;
  }

  View task_view(const LedgerTask& task, const Items& items) const {
    View view;
    view.text("title", task.title).text("id", task.id).text("due", deadline_text(words_, task.due));
    view.text_if("who", task.who).text_if("standard", task.standard).text_if("note", task.note);
    add_document(view, task);
    view.html("line", line_link(context_.site, task.position, path_, Naming::line));
    const bool recurs = task.due.every != Deadline::Every::once;
    const bool one = !recurs && !items.empty();
    view.html_if("badge", one ? status_badge(words_, items.front()->status) : Html());
    view.text_if("remark", one ? remark(*items.front()) : "");
    view.flag("recurs", recurs);
    view.list("periods", recurs ? period_views(items) : std::vector<View>());
    std::vector<View> log = log_views(task, items);
    view.number("log_count", log.size()).flag("has_log", !log.empty());
    view.list("log", std::move(log));
    return view;
  }

  void add_document(View& view, const LedgerTask& task) const {
    const Document* document = document_of(context_, task);
    const auto [section, url] =
        document ? passage_of(context_, *document, task.stated.document.part, path_) : Passage();
    view.text_if("document", document ? document->short_title : "").text("document_url", url);
    view.text_if("section", section ? section->text : "");
  }

  std::vector<View> period_views(const Items& items) const {
    std::vector<View> views;
    for (const AgendaItem* item : items) {
      View view;
      view.text("period", period_text(words_, item->period, context_.plan.start.year()));
      view.text("tone", status_tone(item->status)).text("word", words_[status_word(item->status)]);
      view.text_if("remark", remark(*item));
      views.push_back(std::move(view));
    }
    return views;
  }

  // The entries of the log that count: those up to the one that decides their item's status.
  std::vector<View> log_views(const LedgerTask& task, const Items& items) const {
    std::vector<View> views;
    for (const LogEntry& entry : task.log) {
      const bool counts = std::any_of(items.begin(), items.end(), [&](const AgendaItem* item) {
        return item->period == entry.period && item->last && &entry <= item->last;
      });
      if (!counts) continue;
      View view;
      view.text("on", words_.date(entry.on));
      view.text("what", words_[entry.reopened ? Word("ledger-reopened") : "ledger-written-off"]);
      view.text_if("period", period_text(words_, entry.period, context_.plan.start.year()));
      view.text_if("text", entry.text).text_if("by", entry.by).flag("is_sample", entry.sample);
      view.html("line", line_link(context_.site, entry.position, path_, Naming::line));
      views.push_back(std::move(view));
    }
    return views;
  }

  const PlanContext& context_;
  const Words& words_;
  const std::string_view path_;
  std::vector<Items> items_;  // of each task, by deadline
};

}  // namespace

View ledger_view(const PlanContext& context, std::string_view path) {
  const Agenda& agenda = context.agenda;
  View view;
  add_frame(view, context, path, context.words.text("title-ledger", {{"year", context.plan.year}}),
            {{context.words["page-ledger"], ""}});
  add_sample(view, agenda.sample);
  const size_t tasks = context.plan.ledger.tasks.size();
  view.text("plan_title", context.plan.title).flag("has_tasks", tasks > 0);
  view.number("all_tasks", tasks).number("all_items", agenda.items.size());
  view.text("calendar_url", relative_link(path, calendar_path(context.publisher, context.plan)));
  view.list("statuses", count_views(context.words, agenda.counts))
      .html("stack", stack_of(agenda.counts));

  const LedgerPage page(context, path);
  std::vector<View> urgent = page.urgent();
  view.flag("has_urgent", !urgent.empty()).number("urgent_count", urgent.size());
  view.list("urgent", std::move(urgent))
      .number("soon_days", static_cast<size_t>(context.plan.soon));
  view.list("departments", page.departments()).list("months", page.months());
  return view;
}

}  // namespace yaodian
