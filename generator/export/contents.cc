#include "export/contents.h"

namespace yaodian {
namespace {

// What is known of a column's row, where anything is judged.
const Standpoint* standpoint(const PlanData& data, const ColumnProgress& column,
                             const Measure& measure, size_t row) {
  const bool judged = measure.role == Role::quota || column.observed();
  const bool known = !data.progress.reports.empty() && row < column.now.size();
  return judged && known ? &column.now[row] : nullptr;
}

const SourceDocument* source_of(const Plan& plan, const Reference& source) {
  return source.id.empty() ? nullptr : find(plan.sources, source.id);
}

std::string source_text(const SourceDocument& source) {
  return source.issuer + "《" + source.title + "》" +
         (source.issued ? "（" + source.issued->chinese() + "）" : "");
}

}  // namespace

TableFigure table_figure(const PlanData& data, size_t table, size_t measure, size_t row) {
  const TaskTable& of = data.plan.tables[table];
  const TableProgress& reported = data.progress.tables[table];
  const ColumnProgress& column = reported.columns[measure];
  const Measure& counted = of.measures[measure];
  TableFigure figure{of, counted, of.rows[row], of.rows[row].cells[measure], {}, {}, {}, {}};
  const Standpoint* now = standpoint(data, column, counted, row);
  if (!now) return figure;
  figure.status = status_word(now->status);
  figure.done = now->done;
  if (now->period) figure.observed = reported.dates[*now->period];
  const bool paced = counted.role == Role::quota && counted.sense == Sense::at_least;
  if (paced && now->done && figure.cell.is_number() && !figure.cell.value.is_zero())
    figure.completion = completion(*now->done, figure.cell.value);
  figure.sample = column.sample;
  return figure;
}

std::vector<SheetColumn> figure_columns() {
  std::vector<SheetColumn> columns;
  for (const char* name : {"表", "表编号", "指标", "指标编号", "类别", "数", "计量单位", "目标",
                           "期限", "完成数", "完成数截至", "完成率（%）", "状态", "备注", "出处"})
    columns.push_back({name, "", "", ""});
  return columns;
}

void add_figure(SheetRow& row, const TableFigure& figure) {
  const Measure& measure = figure.measure;
  row.emplace_back(figure.table.title);
  row.emplace_back(figure.table.id);
  row.emplace_back(measure.label);
  row.emplace_back(measure.id);
  row.emplace_back(role_text(measure));
  row.push_back(sheet_cell(figure.cell));
  row.emplace_back(measure.count);
  row.emplace_back(measure.goal ? measure.goal->text() : std::string());
  row.emplace_back(measure.due ? measure.due->iso() : std::string());
  row.emplace_back(figure.done);
  row.emplace_back(figure.observed ? figure.observed->iso() : std::string());
  row.emplace_back(figure.completion);
  row.emplace_back(std::string(figure.status));
  row.emplace_back(std::string(figure.sample ? "示例数据" : ""));
  row.emplace_back(place_text(figure.row.position));
}

std::string place_text(const Position& position) {
  if (!position.known()) return {};
  return position.source->name + (position.line > 0 ? ":" + std::to_string(position.line) : "");
}

std::string role_text(const Measure& measure) {
  if (measure.role == Role::context) return "背景数据";
  if (measure.role == Role::result) return "实绩";
  return measure.sense == Sense::at_most ? "任务数（不超过）" : "任务数";
}

SheetCell sheet_cell(const Cell& cell) {
  if (cell.is_number()) return std::optional<Decimal>(cell.value);
  return std::string(cell.state == Cell::State::undecided ? "待定" : "");
}

void add_cell(Json& json, const Cell& cell) {
  if (cell.state == Cell::State::undecided)
    json.text("待定");
  else
    json.decimal(cell.is_number() ? std::optional(cell.value) : std::nullopt);
}

std::string report_name(const Report& report) {
  return "截至" + report.as_of.chinese() + "的月报" + (report.corrects ? "（更正）" : "");
}

Sheet notes_sheet() {
  Sheet notes;
  notes.name = "说明";
  notes.columns = {{"项目", "", "", ""}, {"内容", "", "", ""}};
  notes.is_notes = true;
  return notes;
}

void add_note(Sheet& notes, std::string name, std::string text) {
  if (!text.empty()) notes.rows.push_back({SheetCell(std::move(name)), SheetCell(std::move(text))});
}

void add_plan_notes(Sheet& notes, const PlanData& data) {
  add_note(notes, "计划", data.plan.title);
  add_note(notes, "发布单位", data.publisher.name);
  add_note(notes, "计划期", data.plan.start.chinese() + "至" + data.plan.end.chinese());
  if (data.progress.day) add_note(notes, "判断日期", data.progress.day->chinese());
}

void add_source_note(Sheet& notes, const PlanData& data, const Reference& source,
                     const Position& file) {
  if (const SourceDocument* document = source_of(data.plan, source))
    add_note(notes, "来源", source_text(*document));
  if (file.known()) add_note(notes, "数据文件", file.source->name);
}

void add_measure_note(Sheet& notes, const Measure& measure, std::string name) {
  std::string text = role_text(measure) + "，计量单位" + measure.count;
  if (measure.goal) text += "，目标" + measure.goal->text();
  if (measure.due) text += "，" + measure.due->chinese() + "前";
  if (!measure.standard.empty()) text += "；完成标准：" + measure.standard;
  if (!measure.shared.differs.empty()) text += "；口径：" + measure.shared.differs;
  add_note(notes, std::move(name), text + "。出处：" + place_text(measure.position));
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
  json.member("published_in", document ? source_text(*document) : "");
  json.member("file", file.known() ? file.source->name : "");
}

}  // namespace yaodian
