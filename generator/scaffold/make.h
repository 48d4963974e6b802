// The makers of scaffold(), one for each kind. What REQUEST belongs to is there and without errors.
#pragma once

#include "read/yaml.h"
#include "scaffold/scaffold.h"

namespace yaodian {

void make_publisher(const Request& request, const Content& content, Scaffold& made,
                    Diagnostics& diagnostics);
void make_plan(const Request& request, const Content& content, const Publisher& publisher,
               Scaffold& made, Diagnostics& diagnostics);
void make_table(const Request& request, const Content& content, const Publisher& publisher,
                const Plan& plan, Scaffold& made, Diagnostics& diagnostics);
void make_report(const Request& request, const Plan& plan, Scaffold& made,
                 Diagnostics& diagnostics);
void make_document(const Request& request, Scaffold& made);

// Adds to MADE the table that TABLE, which FILE holds, becomes in the year of REQUEST, YEARS later:
// its columns and units, with deadlines in the new year and all figures still to be decided. Goals
// and links to a year's own targets, documents and sources stay behind.
void carry_over(const TaskTable& table, const yaml::Value& file, const Request& request, int years,
                Scaffold& made);

}  // namespace yaodian
