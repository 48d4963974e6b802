#include "render/report_table.h"

#include <algorithm>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/status.h"

namespace yaodian {
namespace {

bool is_done(Status status) { return status == Status::done || status == Status::met; }
bool is_short(Status status) { return is_behind(status) || status == Status::unmet; }

}  // namespace

ReportTable::ReportTable(const PlanContext& context, const PlanProgress& progress,
                         const TaskTable& table, const TableReport& part, Date day,
                         std::string_view path)
    : context_(context),
      may_be_sample_(progress.sample),
      progress_(progress.tables[static_cast<size_t>(&table - context.plan.tables.data())]),
      table_(table),
      day_(day),
      path_(path),
      file_(part.rows.empty() ? nullptr : part.rows.front().position.source) {
  for (const size_t at : part.measures) {
    const Measure& measure = table.measures[at];
    if (measure.role == Role::quota || (measure.role == Role::result && measure.goal))
      columns_.push_back(at);
  }
  done_.title = context.words["report-completed"];
  behind_.title = context.words["report-behind"];
  made_up_.title = context.words["report-caught-up"];
}

bool ReportTable::sample() const {
  if (!may_be_sample_) return false;
  for (size_t row = 0; row < table_.rows.size(); ++row) {
    for (const size_t measure : columns_) {
      const std::span<const Observed> observed = progress_.columns[measure].row(row);
      const size_t period = period_of(measure);
      for (size_t at = std::min(period + 1, observed.size()); at > 0; --at) {
        const Observed& one = observed[at - 1];
        if (one && one.report->sample) return true;
        if (one && at - 1 < period) break;  // earlier ones do not show
      }
    }
  }
  return false;
}

View ReportTable::view() {
  std::vector<View> rows;
  for (size_t row = 0; row < table_.rows.size(); ++row) read_row(row, rows);
  View view;
  view.text("title", table_.title).text("id", table_.id);
  view.text("url", relative_link(path_, table_path(context_.publisher, context_.plan, table_)));
  view.text("unit_title", table_.unit_title);
  view.number("asked", asked_).number("reported", reported_);
  view.list("changes", changes());
  add_units(view, "missing", "has_missing", "missing_count", "missing_rest", missing_);
  add_units(view, "partial", "has_partial", "partial_count", "partial_rest", partial_);
  const auto date = std::lower_bound(progress_.dates.begin(), progress_.dates.end(), day_);
  const bool has_earlier = date != progress_.dates.begin();
  view.flag("has_earlier", has_earlier);
  view.text_if("earlier", has_earlier ? context_.words.date(date[-1]) : "");
  view.text_if("left_out", is_long() ? std::to_string(table_.rows.size()) : "");
  view.list("heads", heads()).list("rows", std::move(rows)).list("totals", totals());
  return view;
}

ReportTable::Entry ReportTable::entry(size_t row, size_t measure) {
  const ColumnProgress& column = progress_.columns[measure];
  const std::span<const Observed> observed = column.row(row);
  const size_t period = period_of(measure);
  const Task task = task_of(context_.plan, table_, row, measure);
  Entry entry;
  entry.asked = task.kind == Task::Kind::goal || task.quota.is_task();
  entry.status = stand_at(task, observed, period, column.dates[period]).status;
  for (size_t at = std::min(period + 1, observed.size()); at > 0; --at) {
    const Observed& one = observed[at - 1];
    if (!one) continue;
    if (at - 1 == period) {
      entry.now = one.cell;
      if (!is_long()) entry.position = position_of(one, table_, row);
      entry.corrected = one.report->corrects;
      continue;
    }
    entry.last = one.cell;
    entry.known = stand_at(task, observed, at - 1, column.dates[at - 1]).status;
    break;
  }
  if (period > 0)
    entry.before = stand_at(task, observed, period - 1, column.dates[period - 1]).status;
  return entry;
}

void ReportTable::read_row(size_t row, std::vector<View>& rows) {
  const Unit& unit = context_.publisher.units.units[table_.rows[row].unit];
  std::vector<View> cells;
  std::vector<Position> figures;
  std::vector<std::string> missing;
  size_t asked = 0;
  for (const size_t measure : columns_) {
    const Entry one = entry(row, measure);
    asked += one.asked;
    if (one.asked && !one.now) missing.push_back(table_.measures[measure].label);
    if (one.now && !is_long()) figures.push_back(one.position);
    note_change(measure, unit, one);
    if (!is_long()) cells.push_back(cell_view(measure, unit, one));
  }
  note_missing(unit, asked, missing);
  if (is_long()) return;
  rows.push_back(
      std::move(unit_link(unit).list("cells", std::move(cells)).html("lines", lines_of(figures))));
}

Html ReportTable::lines_of(const std::vector<Position>& figures) const {
  Html html;
  std::vector<Position> seen;
  for (const Position& at : figures) {
    const bool known = std::any_of(seen.begin(), seen.end(), [&](const Position& one) {
      return one.source == at.source && one.line == at.line;
    });
    if (known) continue;
    if (!seen.empty()) html.text(" ");
    seen.push_back(at);
    html.add(
        line_link(context_.site, at, path_, at.source == file_ ? Naming::number : Naming::full));
  }
  return html;
}

View ReportTable::cell_view(size_t measure, const Unit& unit, const Entry& entry) const {
  View cell;
  cell.text("unit", unit.id).text("measure", table_.id + "." + table_.measures[measure].id);
  cell.text("figure", entry.now ? cell_text(context_.words, *entry.now) : "—")
      .text("value", entry.now ? cell_value(*entry.now) : "blank")
      .flag("is_number", entry.now != nullptr)
      .flag("is_corrected", entry.corrected);
  const bool both = entry.now && entry.last;
  cell.text_if("difference", both ? difference_text(entry.last->value, entry.now->value) : "")
      .text("difference_value", both ? (entry.now->value - entry.last->value).plain() : "blank");
  const bool changed = period_of(measure) > 0 && entry.before != entry.status;
  cell.html("status", status_badge(context_.words, entry.status))
      .html_if("before", changed ? status_badge(context_.words, entry.before) : Html());
  return cell;
}

void ReportTable::note_change(size_t measure, const Unit& unit, const Entry& entry) {
  if (!entry.asked || !entry.now) return;
  const auto note = [&](Change& change) {
    if (++change.amount > kLongList && is_long()) return;
    const Measure& column = table_.measures[measure];
    View item = unit_link(unit);
    item.text("title", column.label).text("figure", figure_text(entry.now->value, column.count));
    change.items.push_back(std::move(item));
  };
  if (is_done(entry.status) && !is_done(entry.known)) note(done_);
  if (is_short(entry.status) && !is_short(entry.known)) note(behind_);
  const bool well = is_done(entry.status) || entry.status == Status::on_pace;
  if (well && is_short(entry.known)) note(made_up_);
}

void ReportTable::note_missing(const Unit& unit, size_t asked,
                               const std::vector<std::string>& missing) {
  asked_ += asked > 0;
  reported_ += asked > missing.size();
  if (missing.empty()) return;
  Units& units = missing.size() == asked ? missing_ : partial_;
  if (++units.amount > kLongList && is_long()) return;
  std::string titles;
  for (const std::string& one : missing)
    titles += (titles.empty() ? "" : context_.words["list-separator"]) + one;
  View item = unit_link(unit);
  item.text("titles", titles);
  units.items.push_back(std::move(item));
}

void ReportTable::add_units(View& view, Name name, Name has, Name count, Name rest, Units& units) {
  view.flag(has, units.amount > 0).number(count, units.amount);
  const size_t left = units.amount - units.items.size();
  view.text_if(rest, left > 0 ? std::to_string(left) : "");
  view.list(name, std::move(units.items));
}

View ReportTable::unit_link(const Unit& unit) const {
  View view;
  view.text("name", unit.short_name).text("id", unit.id);
  view.text("url", relative_link(path_, unit_path(context_.publisher, context_.plan, unit)));
  return view;
}

std::vector<View> ReportTable::heads() const {
  std::vector<View> heads;
  for (const size_t at : columns_) {
    const Measure& measure = table_.measures[at];
    View& head = heads.emplace_back();
    head.text("title", measure.label).text("count", measure.count);
    head.text("measure", table_.id + "." + measure.id);
  }
  return heads;
}

std::vector<View> ReportTable::totals() const {
  std::vector<View> totals;
  for (const size_t at : columns_) {
    const std::vector<Total>& all = progress_.columns[at].totals;
    const size_t period = period_of(at);
    const Total now = period < all.size() ? all[period] : Total();
    const Total last = period > 0 && period <= all.size() ? all[period - 1] : Total();
    const bool both = now.done && last.done;
    View& total = totals.emplace_back();
    total.text("measure", table_.id + "." + table_.measures[at].id);
    total.text("figure", now.done ? now.done->grouped() : "—")
        .text("value", now.done ? now.done->plain() : "blank")
        .text_if("difference", both ? difference_text(*last.done, *now.done) : "")
        .text_if("carried", now.carried > 0 ? std::to_string(now.carried) : "");
  }
  return totals;
}

std::vector<View> ReportTable::changes() {
  constexpr size_t kShort = 12;  // longer lists are folded
  std::vector<View> changes;
  for (Change* change : {&done_, &behind_, &made_up_}) {
    View& view = changes.emplace_back();
    view.text("title", change->title).number("amount", change->amount);
    const size_t left = change->amount - change->items.size();
    view.text_if("rest", left > 0 ? std::to_string(left) : "");
    view.flag("is_open", change->amount <= kShort).flag("has_items", change->amount > 0);
    view.list("items", std::move(change->items));
  }
  return changes;
}

}  // namespace yaodian
