#include <algorithm>

#include "export/contents.h"

namespace yaodian {
namespace {

// Calls VISIT(table, row) with each table that has a row of UNIT, by place.
template <class Visit>
void for_each_row(const Plan& plan, UnitIndex unit, const Visit& visit) {
  for (size_t t = 0; t < plan.tables.size(); ++t) {
    if (const auto row = plan.tables[t].place_of(unit)) visit(t, *row);
  }
}

// The places of the columns that reports of TABLE have: those that were reported before, or all
// that can be.
std::vector<size_t> asked_columns(const PlanData& data, size_t table) {
  std::vector<size_t> tracked, observed;
  const std::vector<Measure>& measures = data.plan.tables[table].measures;
  for (size_t m = 0; m < measures.size(); ++m) {
    if (measures[m].role == Role::context) continue;
    tracked.push_back(m);
    if (data.progress.tables[table].columns[m].observed()) observed.push_back(m);
  }
  return observed.empty() ? tracked : observed;
}

std::string with_count(const Decimal& number, const std::string& count) {
  return number.grouped() + count;
}

// What is shown beside the cell of FIGURE.
std::string prompt_of(const Words& words, const TableFigure& figure) {
  const Measure& measure = figure.measure;
  std::string prompt = column_title(words, measure.label, measure.count);
  if (measure.role == Role::result && measure.goal)
    words.append(prompt, "note-goal", {{"goal", measure.goal->text()}});
  else if (figure.cell.is_number())
    words.append(prompt, "form-quota", {{"quota", with_count(figure.cell.value, measure.count)}});
  if (figure.done && figure.observed)
    words.append(prompt, "form-reported",
                 {{"figure", with_count(*figure.done, measure.count)},
                  {"date", words.date(*figure.observed)}});
  return prompt + words["form-fill-in"];
}

// The form of one table. Its first line and its row are what a report's CSV file has.
Sheet form_of(const PlanData& data, size_t table, size_t row) {
  const Words& words = data.words();
  const TaskTable& of = data.plan.tables[table];
  const std::vector<size_t> columns = asked_columns(data, table);
  std::vector<const Measure*> measures;
  for (const size_t m : columns) measures.push_back(&of.measures[m]);
  Sheet form;
  form.name = words.text("sheet-form", {{"table", of.short_title}});
  form.is_form = true;
  form.refusal = words["form-refusal"];
  form.refusal_text = words["form-refusal-text"];
  form.columns.push_back({of.unit_title, "", "", ""});
  for (const size_t m : columns)
    form.columns.push_back({csv_header(of.measures[m], measures), "", "",
                            prompt_of(words, table_figure(data, table, m, row))});
  SheetRow& cells = form.rows.emplace_back(columns.size() + 1);
  cells.front() = SheetCell(std::string(of.rows[row].label));
  return form;
}

// True if any observation of ROW in COLUMN, all of which its history has, is sample data.
bool has_sample(const ColumnProgress& column, size_t row) {
  return std::ranges::any_of(column.row(row),
                             [](const Observed& one) { return one && one.report->sample; });
}

void add_history(Json& json, const PlanData& data, const TableFigure& figure, size_t table,
                 size_t measure, size_t row) {
  const TableProgress& progress = data.progress.tables[table];
  std::vector<Month> months;
  if (progress.columns[measure].observed())
    months = history(data.plan, figure.table, progress, row, measure);
  json.key("history").open('[');
  for (const Month& month : months) {
    if (!month.observed) continue;
    json.open('{').member("date", month.date).key("value").decimal(month.observed.cell->value);
    json.member("status", data.words()[status_word(month.status)]);
    json.member("report", month.observed.report->id);
    json.key("corrected").flag(month.corrected);
    json.member("source", place_text(position_of(month.observed, figure.table, row))).close();
  }
  json.close();
}

}  // namespace

Sheet unit_sheet(const PlanData& data, UnitIndex unit) {
  Sheet sheet;
  sheet.name = data.words()["sheet-tasks"];
  add_figure_columns(sheet, data.words());
  for_each_row(data.plan, unit, [&](size_t t, size_t row) {
    for (size_t m = 0; m < data.plan.tables[t].measures.size(); ++m)
      add_figure(sheet.rows.emplace_back(), data.words(), table_figure(data, t, m, row));
  });
  return sheet;
}

Workbook unit_book(const PlanData& data, UnitIndex index) {
  const Words& words = data.words();
  const Unit& unit = data.publisher.units.units[index];
  const std::string year = words.year(data.plan.year);
  Workbook book{
      words.text("form-title", {{"unit", unit.name}, {"year", year}}), data.publisher.name, {}};
  for_each_row(data.plan, index, [&](size_t t, size_t row) {
    if (!asked_columns(data, t).empty()) book.sheets.push_back(form_of(data, t, row));
  });
  Sheet notes = notes_sheet(words);
  add_note(notes, words["head-unit"], unit.name);
  add_plan_notes(notes, data);
  if (!book.sheets.empty()) add_note(notes, words["form-how"], words["form-how-text"]);
  for_each_row(data.plan, index, [&](size_t t, size_t row) {
    const TaskTable& table = data.plan.tables[t];
    for (const Measure& measure : table.measures) {
      if (measure.role != Role::context) add_measure_note(notes, words, table, measure);
    }
    add_source_note(notes, data, table.source, table.rows[row].position);
  });
  book.sheets.push_back(unit_sheet(data, index));
  book.sheets.push_back(std::move(notes));
  return book;
}

std::string unit_json(const PlanData& data, UnitIndex index) {
  static constexpr std::string_view kRoles[] = {"context", "quota", "result"};
  const Unit& unit = data.publisher.units.units[index];
  Json json;
  begin_json(json, data, "yaodian-unit/1", unit.id, unit.name);
  json.member("short", unit.short_name).member("kind", unit.kind);
  json.member("source", place_text(unit.position)).key("figures").open('[');
  for_each_row(data.plan, index, [&](size_t t, size_t row) {
    for (size_t m = 0; m < data.plan.tables[t].measures.size(); ++m) {
      const TableFigure figure = table_figure(data, t, m, row);
      const Measure& measure = figure.measure;
      json.open('{').member("table", figure.table.id).member("column", measure.id);
      json.member("title", measure.label).member("count", measure.count);
      json.member("role", kRoles[static_cast<size_t>(measure.role)]).key("value");
      add_cell(json, figure.cell);
      json.member("goal", measure.goal ? measure.goal->text() : "").member("due", measure.due);
      json.member("standard", measure.standard).key("done").decimal(figure.done);
      json.member("as_of", figure.observed).key("completion").decimal(figure.completion);
      const bool sample = figure.sample || has_sample(data.progress.tables[t].columns[m], row);
      json.member("status", figure.status).key("sample").flag(sample);
      json.member("source", place_text(figure.row.position));
      add_history(json, data, figure, t, m, row);
      json.close();
    }
  });
  json.close().close();
  return json.take();
}

}  // namespace yaodian
