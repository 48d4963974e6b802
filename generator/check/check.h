// What must hold in the content beyond its shape: references lead somewhere, totals and derived
// cells are right, and a figure in the text is the figure of the data.
#pragma once

#include "base/diagnostic.h"
#include "model/plan.h"

namespace yaodian {

// Reports everything below for all plans of SITE.
void check(const Site& site, Diagnostics& diagnostics);

// Sources, documents and targets that tables and documents name; links and embeds of documents;
// headlines; targets that reports name; documents and headings that reports and tasks of the ledger
// name; the plan that the front page opens. Each with the nearest id that exists. Targets that no
// document states.
void check_references(const Site& site, Diagnostics& diagnostics);

// Published totals against the sum of the rows (待定 and blanks count as nothing), derived cells
// against their rule.
void check_figures(const TaskTable& table, Diagnostics& diagnostics);

// The reports of PLAN: their day, what is reported twice for a day, corrections of what was never
// reported, units of count, and cumulative figures that fall.
void check_observations(const Plan& plan, Diagnostics& diagnostics);

// Recurring tasks of the ledger: each has a period in PLAN, and its log names no other.
void check_ledger(const Plan& plan, Diagnostics& diagnostics);

// The figure in the text of a link to a target or to a column's total against that target or total.
// A link text without ASCII or full-width digits states no figure.
void check_statement(const markdown::Link& link, const Plan& plan, Diagnostics& diagnostics);

}  // namespace yaodian
