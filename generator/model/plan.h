// The plan as plain data: what the content says, typed, with where it stands. Nothing here is
// computed from reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/position.h"
#include "base/quantity.h"
#include "model/goal.h"
#include "read/address.h"
#include "read/markdown.h"

namespace yaodian {

// The place of a unit in its publisher's register.
using UnitIndex = uint32_t;
constexpr UnitIndex kUnknownUnit =
    UINT32_MAX;  // of a row whose name is not in the register, which is an error

// An id that is written in the content, and where. Empty where it was not given.
struct Reference {
  std::string id;
  Position position;
};

// A union below (基层工会).
struct Unit {
  std::string id;
  std::string name;        // 万寿路街道总工会
  std::string short_name;  // 万寿路街道; the name where the register gives none
  std::string kind;        // 街道, 镇 …
  std::vector<std::string> aliases;
  Position position;
};

// The register of units (单位登记表) of a publisher.
struct Register {
  std::vector<std::string> kinds;  // in the order in which units are grouped
  std::vector<Unit> units;
  bool complete = true;  // false where units.yaml could not be read, which has been reported
  std::unordered_map<std::string, UnitIndex>
      by_name;  // the normal form of every name, short name and alias

  // Returns the unit that NAME (in any of its forms) means.
  std::optional<UnitIndex> find(std::string_view name) const;
};

// What a column of a task table is to its units.
enum class Role : uint8_t {
  context,  // a figure to understand the others by
  quota,    // each cell is a unit's quota (任务数)
  result,   // each cell is a unit's result, held against one goal for all
};

enum class Sense : uint8_t { at_least, at_most };

// How the cells of a measure were computed from another one.
struct Derived {
  Decimal share;  // in percent
  size_t of = 0;  // place of the other measure in the table
  Rounding rounding = Rounding::half_up;
};

// What is counted (指标), with its unit of count: a column of a task table.
struct Measure {
  std::string id;
  std::string title;  // as its table prints it
  std::string label;  // its name outside the table; the title where none is given
  std::string group;  // the header that spans this column and its neighbours; "" for none
  std::string count;  // unit of count: 户, 人, 元, % …
  Role role = Role::context;
  Sense sense = Sense::at_least;  // of a quota
  std::optional<Date> due;        // deadline
  std::string standard;           // standard of completion (完成标准)
  std::optional<Goal> goal;       // of a result; from its target if it names one
  Reference target;               // the plan-wide target of this measure
  std::optional<Derived> derived;
  Position position;

  // Rates are neither summed nor averaged.
  bool is_rate() const { return count == "%" || count == "‰"; }
};

// A figure of a table as published.
struct Cell {
  enum class State : uint8_t { number, undecided /* 待定 */, blank };

  State state = State::blank;
  Decimal value;
  Position position;

  bool is_number() const { return state == State::number; }
};

struct Row {
  UnitIndex unit = 0;
  std::string label;  // the unit's name as this table prints it
  Position position;
  std::vector<Cell> cells;  // one for each measure
};

// A task table (任务分配表).
struct TaskTable {
  std::string id;
  std::string title;
  std::string short_title;  // for navigation; the title where none is given
  int order = 0;
  Reference source;
  Reference document;
  std::optional<Date> as_of;  // the date its context figures and results are from
  std::string unit_title;     // header of the column of names
  bool numbered = false;      // whether it prints a serial number (序号)
  std::vector<std::string> notes;
  std::vector<Measure> measures;
  std::vector<Row> rows;
  std::string
      rows_file;  // the CSV file that holds the rows, within the content folder; "" for none
  std::vector<Cell> total;  // as published, one for each measure; empty where none was
  bool complete = true;     // false where a part could not be read, which has been reported
  Position position;

  // Returns the place of the measure ID.
  std::optional<size_t> find_measure(std::string_view id) const;
  // Returns the row of UNIT, or nullptr.
  const Row* row_of(UnitIndex unit) const;
  // Returns the sum of a measure over all rows that have a number; nothing for rates and for sums
  // out of range.
  std::optional<Decimal> sum(size_t measure) const;

  std::unordered_map<UnitIndex, size_t> row_places;  // of each unit in rows
};

// A plan-wide target (目标) that a document states.
struct Target {
  std::string id;
  std::string title;
  Goal goal;
  std::string per;  // 周, 月, 季, 年 where it recurs; "" otherwise
  std::optional<Date> due;
  std::string who;       // who has to meet it
  std::string standard;  // how it is judged
  std::string note;
  Position position;

  // The goal as a reader sees it, with its period: "≥ 12次/年", "每月5日前".
  std::string goal_text() const;
};

enum class DocumentKind : uint8_t { notice, work_points, scheme, review };

// A document: the notice, or the work points (工作要点) of a department.
struct Document {
  std::string id;
  std::string title;
  std::string short_title;  // for navigation; the title where none is given
  int order = 0;
  std::string department;
  DocumentKind kind = DocumentKind::work_points;
  std::optional<Date> issued;
  Reference source;
  std::string summary;
  markdown::Body body;
  bool complete = true;  // false where the file could not be read, which has been reported
  Position position;

  // Returns the heading with ANCHOR, or nullptr.
  const markdown::Heading* find_heading(std::string_view anchor) const;
};

// A document that the content was made from.
struct SourceDocument {
  std::string id;
  std::string title;
  std::string issuer;
  std::optional<Date> issued;
  Position position;
};

// A figure that leads the plan's page: a measure's total or a target.
struct Headline {
  Address address;
  Position position;
};

// An annual work plan (年度工作计划).
struct Plan {
  std::string year;  // name of its folder
  std::string title;
  std::optional<Date> issued;
  Date start;
  Date end;
  std::vector<std::string> notes;
  std::vector<Headline> headlines;
  std::vector<SourceDocument> sources;
  std::vector<Document> documents;  // by order
  std::vector<TaskTable> tables;    // by order
  std::vector<Target> targets;      // as in the file
  bool complete = true;          // false where plan.yaml could not be read, which has been reported
  bool targets_complete = true;  // the same for targets.yaml
  Position position;
};

// Who issues plans (发布单位).
struct Publisher {
  std::string id;
  std::string name;
  Register units;
  std::vector<Plan> plans;  // by year
  Position position;
};

struct Site {
  std::string title;
  std::string
      base_url;  // where the site will be served, e.g. https://plans.example/union/; may be empty
  Reference opens;  // "PUBLISHER/YEAR" of the plan that the front page leads with; may be empty
  std::vector<Publisher> publishers;
};

// Returns the member of ALL with ID, or nullptr.
template <class T>
const T* find(const std::vector<T>& all, std::string_view id) {
  for (const T& one : all) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

// Returns the ids of ALL.
template <class T>
std::vector<std::string> ids(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const T& one : all) ids.push_back(one.id);
  return ids;
}

}  // namespace yaodian
