#include "export/contents.h"

namespace yaodian {
namespace {

// As the content writes it in any language, and reads it back.
constexpr const char* kUndecided = "待定";

// What is known of a column's row, where anything is judged.
const Standpoint* standpoint(const PlanData& data, const ColumnProgress& column,
                             const Measure& measure, size_t row) {
  const bool judged = measure.role == Role::quota || column.observed();
  const bool known = !data.progress.reports.empty() && row < column.now.size();
  return judged && known ? &column.now[row] : nullptr;
}

// True if sample data went into NOW, where ROW stands in COLUMN: its last observation or, of one
// that is 未报 since, any report of the column.
bool is_sample(const ColumnProgress& column, size_t row, const Standpoint& now) {
  if (!now.period) return false;
  if (now.status == Status::not_reported) return column.sample;
  return column.row(row)[*now.period].report->sample;
}

const SourceDocument* source_of(const Plan& plan, const Reference& source) {
  return source.id.empty() ? nullptr : find(plan.sources, source.id);
}

std::string source_text(const Words& words, const SourceDocument& source) {
  if (!source.issued)
    return words.text("source", {{"issuer", source.issuer}, {"title", source.title}});
  return words.text(
      "source-issued",
      {{"issuer", source.issuer}, {"title", source.title}, {"date", words.date(*source.issued)}});
}

}  // namespace

TableFigure table_figure(const PlanData& data, size_t table, size_t measure, size_t row) {
  const TaskTable& of = data.plan.tables[table];
  const ColumnProgress& column = data.progress.tables[table].columns[measure];
  const Measure& counted = of.measures[measure];
  TableFigure figure{of, counted, of.rows[row], of.rows[row].cells[measure], {}, {}, {}, {}};
  const Standpoint* now = standpoint(data, column, counted, row);
  if (!now) return figure;
  figure.status = data.words()[status_word(now->status)];
  figure.done = now->done;
  if (now->period) figure.observed = column.dates[*now->period];
  if (is_ranked(now->status)) figure.completion = completion(*now->done, figure.cell.value);
  figure.sample = is_sample(column, row, *now);
  return figure;
}

void add_columns(Sheet& sheet, const Words& words, std::span<const Word> names) {
  for (const Word name : names) sheet.columns.push_back({words[name], "", "", ""});
}

std::string column_title(const Words& words, const std::string& title, const std::string& count) {
  if (count.empty()) return title;
  return words.text("column-with-count", {{"title", title}, {"count", count}});
}

void add_figure_columns(Sheet& sheet, const Words& words) {
  static constexpr Word kNames[] = {
      "column-table",      "column-table-id",   "head-measure", "column-measure-id", "column-role",
      "column-figure",     "column-count",      "head-target",  "head-deadline",     "column-done",
      "column-done-as-of", "column-completion", "head-status",  "column-remark",     "origin"};
  add_columns(sheet, words, kNames);
}

void add_figure(SheetRow& row, const Words& words, const TableFigure& figure) {
  const Measure& measure = figure.measure;
  row.emplace_back(figure.table.title);
  row.emplace_back(figure.table.id);
  row.emplace_back(measure.label);
  row.emplace_back(measure.id);
  row.emplace_back(words[role_word(measure)]);
  row.push_back(sheet_cell(figure.cell));
  row.emplace_back(measure.count);
  row.emplace_back(measure.goal ? measure.goal->text() : std::string());
  row.emplace_back(measure.due ? measure.due->iso() : std::string());
  row.emplace_back(figure.done);
  row.emplace_back(figure.observed ? figure.observed->iso() : std::string());
  row.emplace_back(figure.completion);
  row.emplace_back(std::string(figure.status));
  row.emplace_back(figure.sample ? words["sample-data"] : std::string());
  row.emplace_back(place_text(figure.row.position));
}

std::string place_text(const Position& position) {
  if (!position.known()) return {};
  return position.source->name + (position.line > 0 ? ":" + std::to_string(position.line) : "");
}

Word role_word(const Measure& measure) {
  if (measure.role == Role::context) return "role-context";
  if (measure.role == Role::result) return "role-result";
  return measure.sense == Sense::at_most ? Word("role-limit") : Word("role-quota");
}

SheetCell sheet_cell(const Cell& cell) {
  if (cell.is_number()) return std::optional<Decimal>(cell.value);
  return std::string(cell.state == Cell::State::undecided ? kUndecided : "");
}

void add_cell(Json& json, const Cell& cell) {
  if (cell.state == Cell::State::undecided)
    json.text(kUndecided);
  else
    json.decimal(cell.is_number() ? std::optional(cell.value) : std::nullopt);
}

std::string report_name(const Words& words, const Report& report) {
  const std::string date = words.date(report.as_of);
  return report.corrects ? words.text("note-correction", {{"date", date}})
                         : words.text("report-as-of", {{"date", date}});
}

Sheet notes_sheet(const Words& words) {
  static constexpr Word kNames[] = {"head-item", "head-content"};
  Sheet notes;
  notes.name = words["sheet-notes"];
  add_columns(notes, words, kNames);
  notes.is_notes = true;
  return notes;
}

void add_note(Sheet& notes, std::string name, std::string text) {
  if (!text.empty()) notes.rows.push_back({SheetCell(std::move(name)), SheetCell(std::move(text))});
}

void add_plan_notes(Sheet& notes, const PlanData& data) {
  const Words& words = data.words();
  add_note(notes, words["note-plan"], data.plan.title);
  add_note(notes, words["note-publisher"], data.publisher.name);
  add_note(notes, words["note-period"],
           words.text("note-from-to", {{"start", words.date(data.plan.start)},
                                       {"end", words.date(data.plan.end)}}));
  if (data.progress.day) add_note(notes, words["note-judged-at"], words.date(*data.progress.day));
}

void add_source_note(Sheet& notes, const PlanData& data, const Reference& source,
                     const Position& file) {
  const Words& words = data.words();
  if (const SourceDocument* document = source_of(data.plan, source))
    add_note(notes, words["note-source"], source_text(words, *document));
  if (file.known()) add_note(notes, words["note-file"], file.source->name);
}

void add_measure_note(Sheet& notes, const Words& words, const Measure& measure, std::string name) {
  std::string text =
      words.text("note-measure", {{"role", words[role_word(measure)]}, {"count", measure.count}});
  if (measure.goal) words.append(text, "note-goal", {{"goal", measure.goal->text()}});
  if (measure.due) words.append(text, "note-due", {{"date", words.date(*measure.due)}});
  if (!measure.standard.empty())
    words.append(text, "note-standard", {{"standard", measure.standard}});
  if (!measure.shared.differs.empty())
    words.append(text, "note-differs", {{"differs", measure.shared.differs}});
  words.append(text, "note-origin", {{"line", place_text(measure.position)}});
  add_note(notes, std::move(name), std::move(text));
}

void add_measure_note(Sheet& notes, const Words& words, const TaskTable& table,
                      const Measure& measure) {
  add_measure_note(
      notes, words, measure,
      words.text("note-measure-of", {{"table", table.short_title}, {"measure", measure.title}}));
}

void begin_json(Json& json, const PlanData& data, std::string_view format, std::string_view id,
                std::string_view title) {
  json.open('{').member("format", format).member("id", id).member("title", title);
  json.key("publisher").open('{').member("id", data.publisher.id);
  json.member("name", data.publisher.name).close();
  json.key("plan").open('{').member("year", data.plan.year).member("title", data.plan.title);
  json.member("start", data.plan.start).member("end", data.plan.end);
  json.member("issued", data.plan.issued).close();
  json.member("judged_at", data.progress.day);
}

void add_source_json(Json& json, const PlanData& data, const Reference& source,
                     const Position& file) {
  const SourceDocument* document = source_of(data.plan, source);
  json.member("published_in", document ? source_text(data.words(), *document) : "");
  json.member("file", file.known() ? file.source->name : "");
}

}  // namespace yaodian
