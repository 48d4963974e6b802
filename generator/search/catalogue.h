// What the rows of units refer to: plans, tables, reports and tasks, each by its place in a list.
// Their words stand there once, not in each row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/plan.h"

namespace yaodian::search {

struct Catalogue {
  struct PlanItem {
    const Publisher* publisher;
    const Plan* plan;
    std::vector<UnitIndex> units;  // that have a page
    size_t tables, first_table;    // its own in the lists below
    size_t parts, first_part;
    size_t tasks, first_task;
  };
  // A report's figures of one table.
  struct Part {
    const Report* report;
    const TableReport* part;
    size_t table;                  // place in tables
    std::vector<uint32_t> row_of;  // by unit; kNoRow where it has none
  };

  explicit Catalogue(const Site& site);

  const Words& words;  // of the interface

  // The catalogue as a JavaScript list: kinds, plans, tables, parts of reports, tasks.
  std::string script() const;

  std::vector<PlanItem> plans;  // newest first within a publisher
  std::vector<const TaskTable*> tables;
  std::vector<Part> parts;
  std::vector<const LedgerTask*> tasks;  // of units
};

}  // namespace yaodian::search
