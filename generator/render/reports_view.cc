#include <algorithm>
#include <iterator>
#include <memory>

#include "base/words.h"
#include "render/frame.h"
#include "render/report_words.h"
#include "render/views.h"

namespace yaodian {
namespace {

std::string url_of(const PlanContext& context, const Report& report, std::string_view path) {
  return relative_link(path, report_path(context.publisher, context.plan, report));
}

// What one report covers: its tables with the number of units, its targets and figures.
std::vector<View> parts_of(const PlanContext& context, const Report& report) {
  std::vector<View> parts;
  const Words& words = context.words;
  const auto add = [&](std::string_view title, size_t amount, Word count) {
    if (amount == 0) return;
    View& part = parts.emplace_back();
    part.text("title", title).number("amount", amount).text("count", words[count]);
  };
  for (const TableReport& one : report.tables) {
    const TaskTable* table = find(context.plan.tables, one.table.id);
    add(table ? table->short_title : one.table.id, one.units, "count-of-units");
  }
  add(words["report-overall"], report.observations.size(), "count-of-items");
  add(words["report-figures"], report.figures.size(), "count-of-items");
  return parts;
}

// The last report up to the day judged at; without one the last of all, nullptr if there is none.
const Report* newest_report(const PlanContext& context) {
  const std::optional<Date>& day = context.progress.day;
  const Report* newest = nullptr;
  for (const Report& one : context.plan.reports) {
    if (!day || one.as_of <= *day) newest = &one;
  }
  return newest;
}

View report_item(const PlanContext& context, const Report& report, std::string_view path) {
  View item;
  item.text("title", report_title(context.words, report))
      .text("url", url_of(context, report, path))
      .text("id", report.id);
  item.text("date", report.as_of.iso())
      .text_if("received", report.received ? context.words.date(*report.received) : "");
  item.text("received_iso", report.received ? report.received->iso() : "");
  item.flag("is_sample", report.sample)
      .flag("is_correction", report.corrects)
      .text_if("reason", report.reason)
      .text_if("note", report.note);
  item.flag("is_later", context.progress.day && report.as_of > *context.progress.day);
  item.list("parts", parts_of(context, report));
  return item;
}

// The first report of each day of which a table was reported.
std::vector<const Report*> reports_by_day(const PlanContext& context) {
  std::vector<const Report*> reports;
  for (const Report* report : context.progress.reports) {
    const bool new_day = reports.empty() || reports.back()->as_of < report->as_of;
    if (!report->tables.empty() && new_day) reports.push_back(report);
  }
  return reports;
}

std::vector<View> heads_of(const PlanContext& context, const std::vector<const Report*>& reports,
                           std::string_view path) {
  std::vector<View> heads;
  for (const Report* report : reports) {
    const Date day = report->as_of;
    View& head = heads.emplace_back();
    head.text("title", context.words.month_day(day));
    head.text("date", day.iso()).text("url", url_of(context, *report, path));
  }
  return heads;
}

// Which units have reported when: units × days of which a table was reported.
class Matrix : public std::enable_shared_from_this<Matrix> {
 public:
  // REPORTS are those of reports_by_day().
  Matrix(const PlanContext& context, std::vector<const Report*> reports)
      : context_(context), reports_(std::move(reports)) {
    cells_.resize(context.units.size() * reports_.size());
    for (size_t at = 0; at < context.plan.tables.size(); ++at) count_table(at);
  }

  std::vector<View> rows(std::string_view path) const {
    std::vector<View> rows;
    for (size_t place = 0; place < context_.units.size(); ++place) {
      const Unit& unit = context_.publisher.units.units[context_.units[place]];
      size_t missed = 0, asked = 0;
      for (size_t day = 0; day < reports_.size(); ++day) {
        asked += at(place, day).asked > 0;
        missed += at(place, day).asked > 0 && at(place, day).reported == 0;
      }
      View& row = rows.emplace_back();
      row.text("name", unit.short_name).text("id", unit.id);
      row.list_when_asked("cells",
                          [matrix = shared_from_this(), place] { return matrix->cells(place); });
      row.text("url", relative_link(path, unit_path(context_.publisher, context_.plan, unit)));
      row.number("missed", missed).flag("has_missed", missed > 0).flag("is_asked", asked > 0);
    }
    return rows;
  }

  // A cell for each day, of the unit at PLACE.
  std::vector<View> cells(size_t place) const {
    const Unit& unit = context_.publisher.units.units[context_.units[place]];
    std::vector<View> cells;
    for (size_t day = 0; day < reports_.size(); ++day)
      cells.push_back(cell(unit, at(place, day), day));
    return cells;
  }

  std::vector<View> totals() const {
    std::vector<View> totals;
    for (size_t day = 0; day < reports_.size(); ++day) {
      size_t asked = 0, reported = 0;
      for (size_t place = 0; place < context_.units.size(); ++place) {
        asked += at(place, day).asked > 0;
        reported += at(place, day).reported > 0;
      }
      View& total = totals.emplace_back();
      total.number("reported", reported).number("asked", asked);
    }
    return totals;
  }

 private:
  // The figures that a day asks of a unit, and those that it has.
  struct Count {
    size_t asked = 0;
    size_t reported = 0;
  };

  Count& at(size_t unit, size_t day) { return cells_[unit * reports_.size() + day]; }
  const Count& at(size_t unit, size_t day) const { return cells_[unit * reports_.size() + day]; }

  View cell(const Unit& unit, const Count& count, size_t day) const {
    const bool is_full = count.asked > 0 && count.reported == count.asked;
    const bool is_part = count.reported > 0 && !is_full;
    View cell;
    cell.text("unit", unit.id).text("date", reports_[day]->as_of.iso());
    cell.text("value", count.asked > 0 ? std::to_string(count.reported) : "none");
    cell.flag("is_full", is_full)
        .flag("is_part", is_part)
        .flag("is_missing", count.asked > 0 && count.reported == 0)
        .flag("is_unasked", count.asked == 0);
    cell.number("reported", count.reported).number("asked", count.asked);
    return cell;
  }

  void count_table(size_t table) {
    const TaskTable& of = context_.plan.tables[table];
    const std::vector<size_t> places = places_of(of);
    for (size_t measure = 0; measure < of.measures.size(); ++measure) {
      if (of.measures[measure].role != Role::quota) continue;
      const std::vector<Date>& dates = context_.progress.tables[table].columns[measure].dates;
      for (size_t period = 0; period < dates.size(); ++period) {
        const auto day = std::find_if(reports_.begin(), reports_.end(), [&](const Report* report) {
          return report->as_of == dates[period];
        });
        count_column(table, places, measure, period, static_cast<size_t>(day - reports_.begin()));
      }
    }
  }

  // The places of the units of the rows of TABLE.
  std::vector<size_t> places_of(const TaskTable& table) const {
    std::vector<size_t> places;
    for (const Row& row : table.rows) {
      const auto unit = std::lower_bound(context_.units.begin(), context_.units.end(), row.unit);
      places.push_back(static_cast<size_t>(unit - context_.units.begin()));
    }
    return places;
  }

  void count_column(size_t table_place, const std::vector<size_t>& places, size_t measure,
                    size_t period, size_t day) {
    const TaskTable& table = context_.plan.tables[table_place];
    const ColumnProgress& column = context_.progress.tables[table_place].columns[measure];
    for (size_t row = 0; row < table.rows.size(); ++row) {
      const Cell& quota = table.rows[row].cells[measure];
      if (!quota.is_task()) continue;
      Count& count = at(places[row], day);
      ++count.asked;
      const std::span<const Observed> observed = column.row(row);
      count.reported += period < observed.size() && observed[period];
    }
  }

  const PlanContext& context_;
  std::vector<const Report*> reports_;  // the first of each day that speaks of a table
  std::vector<Count> cells_;            // units × days
};

}  // namespace

View reports_view(const PlanContext& context, std::string_view path) {
  const Plan& plan = context.plan;
  View view;
  add_frame(view, context, path, context.words.text("title-reports", {{"year", plan.year}}),
            {{context.words["page-reports"], ""}});
  bool sample = false;
  std::vector<View> reports;
  for (auto report = plan.reports.rbegin(); report != plan.reports.rend(); ++report) {
    sample |= report->sample;
    reports.push_back(report_item(context, *report, path));
  }
  add_sample(view, sample);
  const Report* newest = newest_report(context);
  view.text("plan_title", plan.title).number("report_count", plan.reports.size());
  view.text_if("newest", newest ? report_title(context.words, *newest) : "");
  view.text("newest_url", newest ? url_of(context, *newest, path) : "");
  view.flag("has_reports", !reports.empty()).list("reports", std::move(reports));
  const std::vector<const Report*> by_day = reports_by_day(context);
  view.flag("has_matrix", !by_day.empty() && !context.units.empty());
  static constexpr Name kMatrix[] = {"heads", "units", "totals"};
  view.rest_when_asked(kMatrix, [&context, by_day, path] {
    const auto matrix = std::make_shared<const Matrix>(context, by_day);
    View rest;
    rest.list("heads", heads_of(context, by_day, path)).list("totals", matrix->totals());
    rest.list_when_asked("units", [matrix, path] { return matrix->rows(path); });
    return rest;
  });
  return view;
}

}  // namespace yaodian
