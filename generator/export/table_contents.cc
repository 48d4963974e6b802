#include "export/contents.h"

namespace yaodian {
namespace {

std::vector<const Measure*> all_measures(const TaskTable& table) {
  std::vector<const Measure*> measures;
  for (const Measure& measure : table.measures) measures.push_back(&measure);
  return measures;
}

void add_notes(Sheet& notes, const Words& words, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) add_note(notes, words["note-remark"], text);
}

// The file that holds the rows, where that is not the table's.
std::string rows_file(const TaskTable& table) {
  const Source* rows = table.rows.empty() ? nullptr : table.rows.front().position.source;
  return rows && rows != table.position.source ? rows->name : "";
}

SheetRow total_row(const Words& words, const TaskTable& table) {
  SheetRow total = {SheetCell(words["total"])};
  for (size_t at = 0; at < table.measures.size(); ++at)
    total.push_back(sheet_cell(table.shown_total(at)));
  return total;
}

void add_columns(Json& json, const TaskTable& table) {
  static constexpr std::string_view kRoles[] = {"context", "quota", "result"};
  json.key("columns").open('[');
  for (const Measure& measure : table.measures) {
    json.open('{').member("id", measure.id).member("title", measure.title);
    json.member("label", measure.label).member("group", measure.group);
    json.member("count", measure.count);
    json.member("role", kRoles[static_cast<size_t>(measure.role)]);
    json.member("sense", measure.role != Role::quota        ? ""
                         : measure.sense == Sense::at_least ? "at-least"
                                                            : "at-most");
    json.member("goal", measure.goal ? measure.goal->text() : "").member("due", measure.due);
    json.member("standard", measure.standard).member("measure", measure.shared.measure.id);
    json.member("differs", measure.shared.differs);
    json.member("source", place_text(measure.position)).close();
  }
  json.close();
}

void add_done(Json& json, const TableFigure& figure) {
  json.key(figure.measure.id).open('{').key("done").decimal(figure.done);
  json.member("as_of", figure.observed).key("completion").decimal(figure.completion);
  json.member("status", figure.status).close();
}

void add_row(Json& json, const PlanData& data, size_t table, size_t at) {
  const TaskTable& of = data.plan.tables[table];
  const Row& row = of.rows[at];
  const Unit& unit = data.publisher.units.units[row.unit];
  json.open('{').member("unit", unit.id).member("name", unit.name).member("label", row.label);
  json.member("source", place_text(row.position)).key("cells").open('{');
  for (size_t m = 0; m < of.measures.size(); ++m) {
    json.key(of.measures[m].id);
    add_cell(json, row.cells[m]);
  }
  json.close().key("progress").open('{');
  for (size_t m = 0; m < of.measures.size(); ++m) {
    const TableFigure figure = table_figure(data, table, m, at);
    if (!figure.status.empty()) add_done(json, figure);
  }
  json.close().close();
}

void add_total(Json& json, const TaskTable& table) {
  json.key("total").open('{');
  for (size_t at = 0; at < table.measures.size(); ++at)
    json.key(table.measures[at].id).decimal(table.sum(at));
  json.close().key("published_total").open('{');
  for (size_t at = 0; at < table.total.size(); ++at) {
    json.key(table.measures[at].id);
    add_cell(json, table.total[at]);
  }
  json.close();
}

}  // namespace

Sheet table_sheet(const Words& words, const TaskTable& table) {
  Sheet sheet;
  sheet.name = table.short_title;
  sheet.columns.push_back({table.unit_title, "", "", ""});
  const std::vector<const Measure*> measures = all_measures(table);
  for (const Measure* measure : measures)
    sheet.columns.push_back({csv_header(*measure, measures),
                             column_title(words, measure->title, measure->count), measure->group,
                             ""});
  for (const Row& row : table.rows) {
    SheetRow& cells = sheet.rows.emplace_back();
    cells.emplace_back(std::string(row.label));
    for (const Cell& cell : row.cells) cells.push_back(sheet_cell(cell));
  }
  return sheet;
}

Sheet text_table_sheet(const Words& words, const TextTable& table) {
  Sheet sheet;
  sheet.name = table.short_title;
  sheet.columns.push_back({table.label_title, "", "", ""});
  for (const TextColumn& column : table.columns)
    sheet.columns.push_back(
        {column.title, column_title(words, column.title, column.count), column.group, ""});
  for (const TextRow& row : table.rows) {
    SheetRow& cells = sheet.rows.emplace_back();
    cells.emplace_back(row.label);
    for (size_t at = 0; at < row.cells.size(); ++at)
      cells.push_back(table.columns[at].is_text ? SheetCell(row.cells[at].text)
                                                : sheet_cell(row.cells[at].figure));
  }
  return sheet;
}

Workbook table_book(const PlanData& data, const TaskTable& table) {
  const Words& words = data.words();
  Workbook book{table.title, data.publisher.name, {table_sheet(words, table)}};
  book.sheets.front().total = total_row(words, table);
  Sheet notes = notes_sheet(words);
  add_note(notes, words["column-table"], table.title);
  add_plan_notes(notes, data);
  if (table.as_of) add_note(notes, words["column-as-of"], words.date(*table.as_of));
  add_source_note(notes, data, table.source, table.position);
  add_note(notes, words["note-rows"], rows_file(table));
  add_notes(notes, words, table.notes);
  for (const Measure& measure : table.measures)
    add_measure_note(notes, words, measure, measure.title);
  book.sheets.push_back(std::move(notes));
  return book;
}

Workbook text_table_book(const PlanData& data, const TextTable& table) {
  const Words& words = data.words();
  Workbook book{table.title, data.publisher.name, {text_table_sheet(words, table)}};
  Sheet notes = notes_sheet(words);
  add_note(notes, words["column-table"], table.title);
  add_plan_notes(notes, data);
  if (table.as_of) add_note(notes, words["column-as-of"], words.date(*table.as_of));
  add_source_note(notes, data, table.source, table.position);
  add_notes(notes, words, table.notes);
  book.sheets.push_back(std::move(notes));
  return book;
}

std::string table_json(const PlanData& data, const TaskTable& table) {
  Json json;
  begin_json(json, data, "yaodian-table/1", table.id, table.title);
  const auto place = static_cast<size_t>(&table - data.plan.tables.data());
  bool sample = false;
  for (const ColumnProgress& column : data.progress.tables[place].columns) sample |= column.sample;
  json.key("sample").flag(sample).member("as_of", table.as_of);
  add_source_json(json, data, table.source, table.position);
  json.key("notes").open('[');
  for (const std::string& note : table.notes) json.text(note);
  json.close();
  add_columns(json, table);
  json.key("rows").open('[');
  for (size_t at = 0; at < table.rows.size(); ++at) add_row(json, data, place, at);
  json.close();
  add_total(json, table);
  json.close();
  return json.take();
}

std::string text_table_json(const PlanData& data, const TextTable& table) {
  Json json;
  begin_json(json, data, "yaodian-text-table/1", table.id, table.title);
  json.member("as_of", table.as_of);
  add_source_json(json, data, table.source, table.position);
  json.key("notes").open('[');
  for (const std::string& note : table.notes) json.text(note);
  json.close().key("columns").open('[');
  for (const TextColumn& column : table.columns) {
    json.open('{').member("id", column.id).member("title", column.title);
    json.member("group", column.group).member("count", column.count);
    json.member("source", place_text(column.position)).close();
  }
  json.close().key("rows").open('[');
  for (const TextRow& row : table.rows) {
    json.open('{').member("label", row.label).member("source", place_text(row.position));
    json.key("cells").open('{');
    for (size_t at = 0; at < row.cells.size(); ++at) {
      if (table.columns[at].is_text)
        json.member(table.columns[at].id, row.cells[at].text);
      else
        add_cell(json.key(table.columns[at].id), row.cells[at].figure);
    }
    json.close().close();
  }
  json.close().close();
  return json.take();
}

}  // namespace yaodian
