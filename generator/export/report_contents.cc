#include "export/contents.h"

namespace yaodian {
namespace {

std::vector<const Measure*> measures_of(const TaskTable& table, const TableReport& part) {
  std::vector<const Measure*> measures;
  for (const size_t measure : part.measures) measures.push_back(&table.measures[measure]);
  return measures;
}

// What an observation of the whole plan is of: a target's title, or that of a column.
std::string title_of(const PlanData& data, const Address& of) {
  const Plan& plan = data.plan;
  if (of.scheme == Scheme::target) {
    const Target* target = find(plan.targets, of.id);
    return target ? target->title : of.id;
  }
  const TaskTable* table = find(plan.tables, of.id);
  const auto measure = table ? table->find_measure(of.part) : std::nullopt;
  if (!measure) return of.id + "." + of.part;
  return data.words().text("column-total", {{"measure", table->measures[*measure].label}});
}

// "bargaining-coverage", "allocation.members".
std::string id_of(const Address& of) { return of.part.empty() ? of.id : of.id + "." + of.part; }

// A line of the CSV file; figures of units have a unit and a table.
struct Line {
  std::string kind, unit, unit_id, table, title, id;
  SheetCell value;
  std::string count, note, source;
};

std::string both(const Words& words, const std::string& remark, const std::string& more) {
  return words.text("remark-and", {{"remark", remark}, {"more", more}});
}

void add_line(Sheet& sheet, const Words& words, Line line, bool sample) {
  SheetRow& row = sheet.rows.emplace_back();
  for (std::string* text :
       {&line.kind, &line.unit, &line.unit_id, &line.table, &line.title, &line.id})
    row.emplace_back(std::move(*text));
  row.push_back(std::move(line.value));
  row.emplace_back(std::move(line.count));
  if (sample)
    line.note =
        line.note.empty() ? words["sample-data"] : both(words, line.note, words["sample-data"]);
  row.emplace_back(std::move(line.note));
  row.emplace_back(std::move(line.source));
}

void add_part(Sheet& sheet, const PlanData& data, const Report& report, const TableReport& part) {
  const Words& words = data.words();
  const TaskTable& table = *find(data.plan.tables, part.table.id);
  for (const Row& row : part.rows) {
    const Unit& unit = data.publisher.units.units[row.unit];
    for (size_t at = 0; at < part.measures.size(); ++at) {
      const Measure& measure = table.measures[part.measures[at]];
      add_line(sheet, words,
               {words["head-unit"], unit.name, unit.id, table.title, measure.label,
                table.id + "." + measure.id, sheet_cell(row.cells[at]), measure.count, "",
                place_text(row.position)},
               report.sample);
    }
  }
}

// The figures of units of one table: the sheet that a report's own CSV file is.
Sheet part_sheet(const PlanData& data, const TableReport& part) {
  const TaskTable& table = *find(data.plan.tables, part.table.id);
  const std::vector<const Measure*> measures = measures_of(table, part);
  Sheet sheet;
  sheet.name = table.short_title;
  sheet.columns.push_back({table.unit_title, "", "", ""});
  for (const Measure* measure : measures)
    sheet.columns.push_back({csv_header(*measure, measures),
                             column_title(data.words(), measure->title, measure->count),
                             measure->group, ""});
  for (const Row& row : part.rows) {
    SheetRow& cells = sheet.rows.emplace_back();
    cells.emplace_back(std::string(row.label));
    for (const Cell& cell : row.cells) cells.push_back(sheet_cell(cell));
  }
  return sheet;
}

// Figures of the whole plan and results.
Sheet whole_sheet(const PlanData& data, const Report& report) {
  static constexpr Word kNames[] = {"head-measure", "column-figure", "column-remark", "origin"};
  Sheet sheet;
  sheet.name = data.words()["sheet-whole"];
  add_columns(sheet, data.words(), kNames);
  for (const PlanObservation& one : report.observations)
    sheet.rows.push_back(
        {title_of(data, one.of), one.text, std::string(), place_text(one.position)});
  for (const ReportFigure& one : report.figures)
    sheet.rows.push_back({one.title, one.text, one.note, place_text(one.position)});
  return sheet;
}

void add_part(Json& json, const PlanData& data, const TableReport& part) {
  const TaskTable& table = *find(data.plan.tables, part.table.id);
  json.open('{').member("table", table.id).member("title", table.title).key("columns").open('[');
  for (const Measure* measure : measures_of(table, part)) json.text(measure->id);
  json.close().key("rows").open('[');
  for (const Row& row : part.rows) {
    json.open('{').member("unit", data.publisher.units.units[row.unit].id);
    json.member("source", place_text(row.position)).key("cells").open('[');
    for (const Cell& cell : row.cells) add_cell(json, cell);
    json.close().close();
  }
  json.close().close();
}

}  // namespace

Sheet report_sheet(const PlanData& data, const Report& report) {
  static constexpr Word kNames[] = {
      "column-scope",      "head-unit",     "column-unit-id", "column-table",  "head-measure",
      "column-measure-id", "column-figure", "column-count",   "column-remark", "origin"};
  const Words& words = data.words();
  Sheet sheet;
  sheet.name = report_name(words, report);
  add_columns(sheet, words, kNames);
  for (const TableReport& part : report.tables) add_part(sheet, data, report, part);
  for (const PlanObservation& one : report.observations) {
    const std::string count = parse_figure(one.text).value_or(Goal()).count;
    add_line(sheet, words,
             {words["scope-plan"], "", "", "", title_of(data, one.of), id_of(one.of),
              std::optional(one.value), count, one.text, place_text(one.position)},
             report.sample);
  }
  for (const ReportFigure& one : report.figures) {
    const Goal figure = parse_figure(one.text).value_or(Goal());
    const std::string note = one.note.empty() ? one.text : both(words, one.text, one.note);
    add_line(sheet, words,
             {words["scope-plan"], "", "", "", one.title, one.id, std::optional(figure.low),
              figure.count, note, place_text(one.position)},
             report.sample);
  }
  return sheet;
}

Workbook report_book(const PlanData& data, const Report& report) {
  const Words& words = data.words();
  Workbook book{report_name(words, report), data.publisher.name, {}};
  Sheet notes = notes_sheet(words);
  add_note(notes, words["head-report"], report_name(words, report));
  add_plan_notes(notes, data);
  if (report.sample) add_note(notes, words["note-attention"], words["note-sample"]);
  if (report.received) add_note(notes, words["note-received"], words.date(*report.received));
  add_note(notes, words["note-reason"], report.reason);
  add_note(notes, words["note-remark"], report.note);
  add_source_note(notes, data, report.source, report.position);
  for (const TableReport& part : report.tables) {
    book.sheets.push_back(part_sheet(data, part));
    const TaskTable& table = *find(data.plan.tables, part.table.id);
    for (const Measure* measure : measures_of(table, part))
      add_measure_note(notes, words, table, *measure);
  }
  if (!report.observations.empty() || !report.figures.empty())
    book.sheets.push_back(whole_sheet(data, report));
  book.sheets.push_back(std::move(notes));
  return book;
}

std::string report_json(const PlanData& data, const Report& report) {
  Json json;
  begin_json(json, data, "yaodian-report/1", report.id, report_name(data.words(), report));
  json.key("sample").flag(report.sample).member("as_of", report.as_of);
  json.member("received", report.received).key("corrects").flag(report.corrects);
  json.member("reason", report.reason).member("note", report.note);
  add_source_json(json, data, report.source, report.position);
  json.key("tables").open('[');
  for (const TableReport& part : report.tables) add_part(json, data, part);
  json.close().key("observations").open('[');
  for (const PlanObservation& one : report.observations) {
    json.open('{').member("of", id_of(one.of)).member("title", title_of(data, one.of));
    json.key("value").decimal(one.value).member("text", one.text);
    json.member("source", place_text(one.position)).close();
  }
  json.close().key("figures").open('[');
  for (const ReportFigure& one : report.figures) {
    json.open('{').member("id", one.id).member("title", one.title).member("text", one.text);
    json.member("note", one.note).member("source", place_text(one.position)).close();
  }
  json.close().close();
  return json.take();
}

}  // namespace yaodian
