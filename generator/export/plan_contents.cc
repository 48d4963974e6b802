#include "export/contents.h"

namespace yaodian {
namespace {

// Calls VISIT(unit, figure) with each figure of the plan's tables, row by row.
template <class Visit>
void for_each_figure(const PlanData& data, const Visit& visit) {
  for (size_t t = 0; t < data.plan.tables.size(); ++t) {
    const TaskTable& table = data.plan.tables[t];
    for (size_t row = 0; row < table.rows.size(); ++row) {
      const Unit& unit = data.publisher.units.units[table.rows[row].unit];
      for (size_t m = 0; m < table.measures.size(); ++m) visit(unit, table_figure(data, t, m, row));
    }
  }
}

Sheet targets_sheet(const PlanData& data) {
  static constexpr Word kNames[] = {"head-target",  "head-goal",      "head-deadline",
                                    "label-who",    "label-standard", "column-latest",
                                    "column-as-of", "head-status",    "origin"};
  const Words& words = data.words();
  Sheet sheet;
  sheet.name = words["page-targets"];
  add_columns(sheet, words, kNames);
  for (size_t at = 0; at < data.plan.targets.size(); ++at) {
    const Target& target = data.plan.targets[at];
    const TargetProgress& progress = data.progress.targets[at];
    const PlanObserved* last =
        progress.observations.empty() ? nullptr : &progress.observations.back();
    SheetRow row = {target.title, target.goal_text(), target.due ? target.due->iso() : "",
                    target.who, target.standard};
    row.emplace_back(last ? last->observation->text : std::string());
    row.emplace_back(last ? last->report->as_of.iso() : std::string());
    row.emplace_back(words[status_word(progress.status)]);
    row.emplace_back(place_text(target.position));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

void add_targets(Json& json, const PlanData& data) {
  json.key("targets").open('[');
  for (size_t at = 0; at < data.plan.targets.size(); ++at) {
    const Target& target = data.plan.targets[at];
    const TargetProgress& progress = data.progress.targets[at];
    json.open('{').member("id", target.id).member("title", target.title);
    json.member("goal", target.goal_text()).member("due", target.due).member("who", target.who);
    json.member("standard", target.standard).member("measure", target.shared.measure.id);
    json.member("status", data.words()[status_word(progress.status)]);
    json.member("source", place_text(target.position)).key("observations").open('[');
    for (const PlanObserved& one : progress.observations) {
      json.open('{').member("as_of", one.report->as_of);
      json.key("value").decimal(one.observation->value).member("text", one.observation->text);
      json.key("sample").flag(one.report->sample);
      json.member("source", place_text(one.observation->position)).close();
    }
    json.close().close();
  }
  json.close();
}

void add_lists(Json& json, const Plan& plan) {
  json.key("tables").open('[');
  for (const AnyTable& one : tables_in_order(plan)) {
    json.open('{').member("id", one.task ? one.task->id : one.text->id);
    json.member("title", one.task ? one.task->title : one.text->title).close();
  }
  json.close().key("reports").open('[');
  for (const Report& report : plan.reports) {
    json.open('{').member("id", report.id).member("as_of", report.as_of);
    json.member("received", report.received).key("corrects").flag(report.corrects);
    json.key("sample").flag(report.sample).close();
  }
  json.close();
}

}  // namespace

Sheet plan_sheet(const PlanData& data) {
  static constexpr Word kUnit[] = {"head-unit", "column-unit-id"};
  const Words& words = data.words();
  Sheet sheet;
  sheet.name = words["sheet-progress"];
  add_columns(sheet, words, kUnit);
  add_figure_columns(sheet, words);
  for_each_figure(data, [&](const Unit& unit, const TableFigure& figure) {
    SheetRow& row = sheet.rows.emplace_back();
    row.emplace_back(unit.name);
    row.emplace_back(unit.id);
    add_figure(row, words, figure);
  });
  return sheet;
}

Workbook plan_book(const PlanData& data) {
  const Words& words = data.words();
  Workbook book{data.plan.title, data.publisher.name, {}};
  Sheet figures = plan_sheet(data);
  if (!figures.rows.empty()) book.sheets.push_back(std::move(figures));
  if (!data.plan.targets.empty()) book.sheets.push_back(targets_sheet(data));
  Sheet notes = notes_sheet(words);
  add_plan_notes(notes, data);
  if (data.plan.issued) add_note(notes, words["note-issued"], words.date(*data.plan.issued));
  if (data.progress.sample) add_note(notes, words["note-attention"], words["note-some-sample"]);
  for (const SourceDocument& source : data.plan.sources)
    add_source_note(notes, data, {source.id, {}}, {});
  for (const std::string& note : data.plan.notes) add_note(notes, words["note-remark"], note);
  add_source_note(notes, data, {}, data.plan.position);
  for (const TaskTable& table : data.plan.tables) {
    for (const Measure& measure : table.measures) add_measure_note(notes, words, table, measure);
  }
  book.sheets.push_back(std::move(notes));
  return book;
}

std::string plan_json(const PlanData& data) {
  static constexpr std::string_view kRoles[] = {"context", "quota", "result"};
  Json json;
  begin_json(json, data, "yaodian-plan/1", data.publisher.id + "/" + data.plan.year,
             data.plan.title);
  json.key("sample").flag(data.progress.sample);
  add_lists(json, data.plan);
  add_targets(json, data);
  json.key("figures").open('[');
  for_each_figure(data, [&](const Unit& unit, const TableFigure& figure) {
    const Measure& measure = figure.measure;
    json.open('{').member("unit", unit.id).member("table", figure.table.id);
    json.member("column", measure.id).member("count", measure.count);
    json.member("role", kRoles[static_cast<size_t>(measure.role)]).key("value");
    add_cell(json, figure.cell);
    json.key("done").decimal(figure.done).member("as_of", figure.observed);
    json.key("completion").decimal(figure.completion).member("status", figure.status);
    json.key("sample").flag(figure.sample);
    json.member("source", place_text(figure.row.position)).close();
  });
  json.close().close();
  return json.take();
}

}  // namespace yaodian
