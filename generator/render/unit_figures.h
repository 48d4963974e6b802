// The figures of a unit's page: its rows in the columns of the tables.
#pragma once

#include <string>
#include <vector>

#include "render/course.h"
#include "render/figures.h"

namespace yaodian {

// A figure of the unit: its row in a column.
struct UnitFigure {
  const Column& column() const { return course.column; }
  const Cell& cell() const { return column().table.rows[course.row].cells[column().place]; }
  const Unit& unit() const {
    return course.context.publisher.units.units[column().table.rows[course.row].unit];
  }
  // What counts of it.
  Cell shown() const { return column().figure(course.row); }
  // 无任务.
  bool is_none() const { return cell().is_no_task(); }
  bool is_held() const { return cell().is_task(); }
  // True if there is something to say of its progress.
  bool is_tracked() const {
    const bool quota = column().measure.role == Role::quota;
    return course.context.has_reports() && (quota || column().progress.observed());
  }
  bool is_met() const { return meets_goal(column(), shown()); }
  // Where a quota stands among others is said by what was reported, if there are reports.
  bool shows_standing() const {
    return column().measure.role != Role::quota || !course.context.has_reports();
  }

  Course course;
  const std::string& table_url;  // of its row
  bool starts_table;             // whether the figure before it is of another table
};

// The views of FIGURES, which they refer to, as docs/templates.md lists their names: quotas,
// results and background figures.
std::vector<View> quota_views(const std::vector<UnitFigure>& figures);
std::vector<View> result_views(const std::vector<UnitFigure>& figures);
std::vector<View> context_views(const std::vector<UnitFigure>& figures);

}  // namespace yaodian
