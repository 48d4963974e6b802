// What must hold in the content beyond its shape: references lead somewhere, totals and derived
// cells are right, and a figure in the text is the figure of the data.
#pragma once

#include "base/diagnostic.h"
#include "check/findings.h"
#include "check/reconciliation.h"
#include "model/plan.h"

namespace yaodian {

// Reports everything below for all plans of SITE, and returns what was reconciled. On JOBS threads.
Reconciliations check(const Site& site, unsigned jobs, Diagnostics& diagnostics);

// Sources, documents and targets that tables and documents name; links and embeds of documents;
// headlines; cards that have no figure; targets that reports name; documents and headings that
// reports, claims and tasks of the ledger name; the plan that the front page opens. Each with the
// nearest id that exists. Targets that no document states.
void check_references(const Site& site, Diagnostics& diagnostics);

// The measures of measures.yaml that columns, targets and figures name, and those that nothing
// names.
void check_measures(const Site& site, Diagnostics& diagnostics);

// The claims of the plan against their formulas; a contradiction has to be accepted, and an
// acceptance needs a contradiction.
void check_claims(Findings& findings);

// Published totals against the sum of the rows (待定 and blanks count as nothing), derived cells
// against their rule, rates against 0 and 100 %, quotas against 0; rates that look like
// fractions.
void check_figures(const TaskTable& table, Findings& findings);

// The reports of the plan: their day, what is reported twice for a day, corrections of what was
// never reported and those that change nothing, units of count, cumulative figures that fall,
// figures below 0, rates above 100 % and rates that look like fractions.
void check_observations(Findings& findings, unsigned jobs);

// Deadlines of columns, targets and tasks, days of the ledger's log, of reports and of their
// arrival before PLAN's period or a quarter after it. Reports that came in before the day of their
// figures.
void check_deadlines(const Plan& plan, Diagnostics& diagnostics);

// Recurring tasks of the ledger: each has a period in PLAN, and its log names no other.
void check_ledger(const Plan& plan, Diagnostics& diagnostics);

// The links of all documents as below.
void check_statements(Findings& findings);

// The figure in the text of a link to a target, a column's total or a figure of a report against
// it. A link text without ASCII or full-width digits states no figure. Returns how many figures
// were compared.
size_t check_statement(const markdown::Link& link, const Plan& plan, Diagnostics& diagnostics);

// Acceptances that nothing of what was found so far needed. Call it last.
void check_acceptances(Findings& findings);

}  // namespace yaodian
