#include "model/plan.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace yaodian {

std::optional<UnitIndex> Register::find(std::string_view name) const {
  const auto found = is_normal(name) ? by_name.find(name) : by_name.find(normal_form(name));
  return found == by_name.end() ? std::nullopt : std::optional(found->second);
}

std::string csv_header(const Measure& column, const std::vector<const Measure*>& columns) {
  const std::string title = normal_form(column.title);
  const auto same = std::ranges::count_if(columns, [&](const Measure* other) {
    return normal_form(other->title) == title || other->id == title;
  });
  return same == 1 ? column.title : column.id;
}

std::optional<size_t> TaskTable::find_measure(std::string_view wanted) const {
  for (size_t at = 0; at < measures.size(); ++at) {
    if (measures[at].id == wanted) return at;
  }
  return std::nullopt;
}

std::optional<UnitIndex> Register::find(std::string_view name, UnitIndex guess) const {
  for (UnitIndex at = guess; distinct && at < units.size() && at - guess < 2; ++at) {
    if (units[at].short_name == name || units[at].name == name) return at;
  }
  return find(name);
}

Position Row::position_of(const Cell& cell) const {
  if (!position.known()) return {};
  const std::string_view text = position.source->text;
  const auto breaks =
      std::count(text.begin() + offset, text.begin() + std::max(cell.offset, offset), '\n');
  return position_on_line(*position.source, position.line + static_cast<uint32_t>(breaks),
                          cell.offset);
}

std::optional<size_t> TaskTable::place_of(UnitIndex unit) const {
  if (unit >= row_places.size() || row_places[unit] == kNoRow) return std::nullopt;
  return row_places[unit];
}

const Row* TaskTable::row_of(UnitIndex unit) const {
  const auto place = place_of(unit);
  return place ? &rows[*place] : nullptr;
}

Position TaskTable::position_of_total(size_t measure) const {
  return position.known() ? position_of(*position.source, total[measure].offset) : Position();
}

bool TaskTable::has_numbers(size_t measure) const {
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Row& row) { return row.cells[measure].is_number(); });
}

std::optional<Decimal> TaskTable::sum(size_t measure) const {
  if (measures[measure].is_rate() || !has_numbers(measure)) return std::nullopt;
  Sum sum;
  for (const Row& row : rows) {
    if (row.cells[measure].is_number()) sum.add(row.cells[measure].value);
  }
  return sum.value();
}

Cell TaskTable::whole(size_t measure) const {
  if (const auto number = sum(measure)) return {*number, Cell::State::number};
  const bool undecided = std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
    return row.cells[measure].state == Cell::State::undecided;
  });
  return {0, undecided && !has_numbers(measure) ? Cell::State::undecided : Cell::State::blank};
}

Cell TaskTable::shown_total(size_t measure) const {
  if (measures[measure].is_rate()) return {};
  return total.empty() ? whole(measure) : total[measure];
}

std::string Target::goal_text() const {
  if (per.empty()) return goal.text();
  if (goal.count == "日") return "每" + per + goal.text();
  return goal.text() + "/" + per;
}

const markdown::Heading* Document::find_heading(std::string_view anchor) const {
  for (const markdown::Heading& heading : body.headings) {
    if (heading.anchor == anchor) return &heading;
  }
  return nullptr;
}

namespace {

// The anchors of the sections below the one with ANCHOR.
std::vector<std::string_view> anchors_below(const Document& document, std::string_view anchor) {
  const std::vector<markdown::Heading>& headings = document.body.headings;
  const markdown::Heading* above = document.find_heading(anchor);
  std::vector<std::string_view> below;
  if (!above) return below;
  for (const auto* next = above + 1; next != headings.data() + headings.size(); ++next) {
    if (next->level <= above->level) break;
    below.push_back(next->anchor);
  }
  return below;
}

std::vector<const ReportFigure*> figures_of_sections(const Report& report, const Document& document,
                                                     const std::vector<std::string_view>& anchors) {
  std::vector<const ReportFigure*> figures;
  for (const ReportFigure& one : report.figures) {
    if (!one.stated.given || one.stated.document.id != document.id) continue;
    const bool wanted =
        std::find(anchors.begin(), anchors.end(), one.stated.document.part) != anchors.end();
    if (anchors.empty() || wanted) figures.push_back(&one);
  }
  return figures;
}

}  // namespace

std::vector<ColumnPlace> columns_of(const Plan& plan) {
  std::vector<ColumnPlace> columns;
  for (size_t table = 0; table < plan.tables.size(); ++table) {
    for (size_t measure = 0; measure < plan.tables[table].measures.size(); ++measure)
      columns.push_back({table, measure});
  }
  return columns;
}

std::vector<AnyTable> tables_in_order(const Plan& plan) {
  std::vector<AnyTable> all;
  auto text = plan.text_tables.begin();
  for (const TaskTable& task : plan.tables) {
    const auto earlier = [&](const TextTable& one) {
      return std::tie(one.order, one.id) < std::tie(task.order, task.id);
    };
    for (; text != plan.text_tables.end() && earlier(*text); ++text)
      all.push_back({nullptr, &*text});
    all.push_back({&task, nullptr});
  }
  for (; text != plan.text_tables.end(); ++text) all.push_back({nullptr, &*text});
  return all;
}

std::vector<const ReportFigure*> figures_in(const Report& report, const Document& document,
                                            std::string_view section) {
  if (section.empty()) return figures_of_sections(report, document, {});
  std::vector<const ReportFigure*> figures = figures_of_sections(report, document, {section});
  if (!figures.empty()) return figures;
  const std::vector<std::string_view> below = anchors_below(document, section);
  return below.empty() ? figures : figures_of_sections(report, document, below);
}

}  // namespace yaodian
