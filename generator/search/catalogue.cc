#include "search/catalogue.h"

#include "base/words.h"
#include "pages/site_map.h"
#include "search/entry.h"
#include "search/script.h"

namespace yaodian::search {
namespace {

std::vector<uint32_t> rows_by_unit(const TableReport& part, size_t units) {
  std::vector<uint32_t> rows(units, kNoRow);
  for (size_t at = 0; at < part.rows.size(); ++at) {
    if (part.rows[at].unit < units) rows[part.rows[at].unit] = static_cast<uint32_t>(at);
  }
  return rows;
}

void add_plan(List& list, const Words& words, const Catalogue::PlanItem& one) {
  List item(list.item());
  item.text(one.publisher->name + " " + words.year(one.plan->year));
  item.text(folder_of(*one.publisher, *one.plan));
}

void add_table(List& list, const TaskTable& table) {
  List item(list.item());
  item.text(table.id).text(table.short_title);
  for (const Measure& measure : table.measures) item.text(measure.label).text(measure.count);
}

void add_part(List& list, const Words& words, const Catalogue::Part& one) {
  List item(list.item());
  item.number(one.table)
      .text("reports/" + one.report->id + ".html")
      .text(title_of(words, *one.report));
  for (const size_t measure : one.part->measures) item.number(measure);
}

}  // namespace

Catalogue::Catalogue(const Site& site) : words(*site.words) {
  for (const Publisher& publisher : site.publishers) {
    for (auto plan = publisher.plans.rbegin(); plan != publisher.plans.rend(); ++plan) {
      PlanItem item{&publisher,
                    &*plan,
                    units_of(publisher, *plan),
                    plan->tables.size(),
                    tables.size(),
                    0,
                    parts.size(),
                    0,
                    tasks.size()};
      for (const TaskTable& table : plan->tables) tables.push_back(&table);
      for (const Report& report : plan->reports) {
        for (const TableReport& part : report.tables) {
          const TaskTable* table = find(plan->tables, part.table.id);
          if (!table) continue;
          parts.push_back({&report, &part,
                           item.first_table + static_cast<size_t>(table - plan->tables.data()),
                           rows_by_unit(part, publisher.units.units.size())});
        }
      }
      for (const LedgerTask& task : plan->ledger.tasks) {
        if (!task.units.empty()) tasks.push_back(&task);
      }
      item.parts = parts.size() - item.first_part;
      item.tasks = tasks.size() - item.first_task;
      plans.push_back(std::move(item));
    }
  }
}

std::string Catalogue::script() const {
  std::string out;
  {
    List all(out);
    {
      List list(all.item());
      for (const std::string_view name : kind_names(words)) list.text(name);
    }
    {
      List list(all.item());
      for (const PlanItem& one : plans) add_plan(list, words, one);
    }
    {
      List list(all.item());
      for (const TaskTable* one : tables) add_table(list, *one);
    }
    {
      List list(all.item());
      for (const Part& one : parts) add_part(list, words, one);
    }
    List list(all.item());
    for (const LedgerTask* one : tasks) List(list.item()).text(one->id).text(one->title);
  }
  return out;
}

}  // namespace yaodian::search
