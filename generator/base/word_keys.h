// The words of the interface that the program itself uses, by their keys in templates/words: what
// a template writes alone as {{word/KEY}} is not listed here. A catalogue that lacks one of these
// is refused, and so is one whose text has other places.
#pragma once

#include <string_view>

namespace yaodian {

struct WordKey {
  std::string_view key;
  std::string_view places = {};  // the names of what is put into the text, with spaces between
};

// clang-format off
inline constexpr WordKey kWordKeys[] = {
    // The language of the pages
    {"language"},

    // Dates
    {"date", "year month day"}, {"month-day", "month day"}, {"month-of-year", "year month"},
    {"year", "year"}, {"january"}, {"february"}, {"march"}, {"april"}, {"may"}, {"june"}, {"july"},
    {"august"}, {"september"}, {"october"}, {"november"}, {"december"},

    // Statuses of quotas and goals
    {"status-done"}, {"status-on-pace"}, {"status-behind"}, {"status-far-behind"},
    {"status-overdue"}, {"status-met"}, {"status-unmet"}, {"status-not-reported"},
    {"status-undecided"}, {"status-no-quota"},

    // Statuses of the ledger's tasks
    {"task-written-off"}, {"task-overdue"}, {"task-soon"}, {"task-open"},

    // Marks between words
    {"list-separator"}, {"clause-separator"}, {"entry-separator"}, {"label-text", "label text"},
    {"sample-mark"}, {"sample-clause"},

    // Figures and ranks
    {"percent-too-large"}, {"rank", "rank"}, {"rank-shared", "rank"}, {"rank-tie", "rank"},
    {"count-of-units"}, {"count-of-items"}, {"column-total", "measure"},
    {"percentage-points", "number"}, {"per-mille-points", "number"},

    // Deadlines and periods
    {"deadline-none"}, {"deadline-before", "date"}, {"deadline-month-end", "month"},
    {"deadline-of", "title figure"}, {"deadline-undated-mark"}, {"deadlines-of-plan", "plan"},
    {"deadlines-of-unit", "unit year"}, {"label-standard"}, {"label-table"}, {"label-who"},
    {"label-document"}, {"period-quarter", "number"}, {"period-first-half"}, {"period-second-half"},
    {"period-week", "number"}, {"period-of-year", "year period"}, {"task-in-period", "task period"},
    {"from-until", "from until"},

    // Where figures come from
    {"line", "line"}, {"origin"}, {"source", "issuer title"},
    {"source-issued", "issuer title date"}, {"passage", "document section"},

    // What reports are called
    {"as-of", "date"}, {"report-as-of", "date"}, {"results-as-of", "date"},
    {"correction-of", "date"}, {"correction-with-id", "date id"},

    // What charts say to those who do not see them
    {"chart-place", "unit units"}, {"chart-place-ranked", "unit units rank"},
    {"chart-bullet", "unit measure figure goal status"}, {"chart-strip", "units measure met goal"},
    {"chart-spread", "measure units"}, {"chart-spread-of-all", "measure"},
    {"chart-course", "unit measure goal sample"}, {"chart-course-target", "goal"},
    {"chart-course-quota", "quota"}, {"chart-trend", "target count date figure goal sample"},
    {"chart-total", "measure total"},

    // The course of a quota
    {"total-done", "done date sample"}, {"total-on-pace", "done quota completion pace date sample"},
    {"rank-same"}, {"rank-up", "before places"}, {"rank-down", "before places"}, {"course-periods"},
    {"course-made-up"}, {"course-corrected"}, {"course-target"}, {"course-latest"},
    {"course-before", "day figure"}, {"course-after", "day figure"}, {"rule-undecided"},
    {"rule-no-quota"}, {"rule-never-reported"}, {"rule-no-more-reported", "date figure"},
    {"rule-pace", "date figure done quota completion from until all_days days pace"},
    {"rule-goal", "date figure goal"}, {"rule-limit", "date figure quota"},

    // Tables, rankings and heat maps
    {"table-serial"}, {"table-sizes"}, {"table-bars"}, {"table-computed-total"}, {"table-target"}, {"table-met"},
    {"ranking-rest", "units"}, {"heat-map-region"}, {"heat-map-caption"},
    {"derived-nearest", "measure percent"}, {"derived-up", "measure percent"},
    {"derived-down", "measure percent"}, {"kind-of-unit-none"},

    // Units
    {"unit-published", "figure"}, {"unit-published-of", "figure date"},

    // Headline figures
    {"headline-units", "units"}, {"headline-units-undecided", "units undecided"},

    // Documents
    {"document-notice"}, {"document-work-points"}, {"document-scheme"}, {"document-review"},
    {"document-text-table"}, {"document-task-table"}, {"document-results"},
    {"document-quota", "quota units"}, {"document-quota-due", "quota units date"},
    {"document-plain-total", "figure date"}, {"document-no-progress"},

    // Targets
    {"target-less", "figure"}, {"target-more", "figure"}, {"target-equal"}, {"target-no-document"},

    // Reports
    {"report-overall"}, {"report-figures"}, {"report-completed"}, {"report-behind"},
    {"report-caught-up"},

    // The ledger
    {"ledger-undated"}, {"ledger-late"}, {"ledger-reopened-times", "times"},
    {"ledger-no-department"}, {"ledger-written-off"}, {"ledger-reopened"},

    // The reconciliation
    {"verdict-holds"}, {"verdict-accepted"}, {"verdict-doubtful"}, {"check-total", "measure"},
    {"check-derived", "measure of percent"}, {"check-range", "measure"},
    {"check-not-negative", "measure"}, {"check-course-of-totals"},
    {"check-course-of-rate", "measure"}, {"check-course-of-quota", "measure"},
    {"check-course-of-figure", "measure"}, {"check-statements", "document"},
    {"check-but-accepted", "count"}, {"checks-of-totals"}, {"checks-of-texts"},

    // Years and measures side by side
    {"compared-results"}, {"compared-targets"}, {"sum-of-units", "units"},
    {"sum-of-units-undecided", "units undecided"}, {"year-same", "year"},
    {"year-change", "year difference"}, {"year-change-percent", "year difference percent"},
    {"differs-definition", "definition"}, {"differs-goal"}, {"differs-day"}, {"differs-count"},
    {"differs-range"},

    // Data files
    {"file-task-table"}, {"file-table-rows"}, {"file-text-table"}, {"file-document"},
    {"file-report"}, {"file-report-rows"}, {"file-targets"}, {"file-ledger"}, {"file-checks"},
    {"file-plan"}, {"file-register"}, {"file-publisher"}, {"file-units-of-plan", "plan"},

    // Updates and their feed
    {"change-plan"}, {"change-document"}, {"change-report"}, {"change-results"},
    {"change-correction"}, {"change-ledger"}, {"changed-documents", "count"},
    {"changed-tables", "tables count"}, {"changed-units", "count"}, {"changed-targets", "count"},
    {"changed-table", "table count"}, {"changed-overall", "count"},
    {"changed-other-figures", "count"}, {"changed-figures", "count"},
    {"changed-written-off", "count"}, {"changed-reopened", "count"}, {"changed-task", "what task"},
    {"changed-task-text", "what task text"}, {"feed-title", "site"},
    {"feed-entry", "publisher year title"}, {"feed-entry-of-kind", "publisher year kind title"},

    // The lists of the search page
    {"search-units"}, {"search-measures"}, {"search-documents"}, {"search-all-units", "units"},
    {"search-note", "plan part"},

    // The titles of pages
    {"title-units", "year"}, {"title-unit", "unit year"}, {"title-targets", "year"},
    {"title-reports", "year"}, {"title-ledger", "year"}, {"title-calendar", "year"},
    {"title-checks", "year"}, {"title-files", "year"}, {"title-not-found"},

    // The names of pages, on the way to a page and in the navigation of a plan
    {"page-home"}, {"page-overview"}, {"page-units"}, {"page-targets"}, {"page-reports"},
    {"page-ledger"}, {"page-calendar"}, {"page-checks"}, {"page-files"}, {"page-changes"},
    {"page-topics"}, {"page-search"}, {"group-tables"}, {"group-tables-of-both-kinds"},

    // The first column of a table
    {"head-unit"}, {"head-item"},

    // Reconciliation: what was checked
    {"checks-figure-of", "label measure"}, {"checks-figure-as-of", "name date"},
    {"checks-falls", "name earlier"}, {"checks-reported", "date title"},
    {"checks-doubt", "name doubt"}, {"doubt-above-all"}, {"doubt-below-zero"}, {"doubt-fraction"}, {"checks-too-large"},
    {"checks-total-of", "table measure"}, {"checks-average-of", "table measure count"},
    {"checks-rows-of", "table"}, {"checks-count-of", "table measure"},
    {"checks-count-where", "table measure condition"}, {"checks-count-unit"},
    {"checks-target", "title"}, {"formula-round-half-up", "step formula"},
    {"formula-round-up", "step formula"}, {"formula-round-down", "step formula"},

    // Downloads. The first are words of pages too.
    {"head-measure"}, {"head-target"}, {"head-goal"}, {"head-deadline"},
    {"head-status"}, {"head-report"}, {"head-content"},
    {"total"}, {"sample-data"}, {"download-as-of", "date"}, {"download-issued", "date"},
    {"download-name", "year title"}, {"download-name-of-form", "name"}, {"sheet-tasks"},
    {"sheet-progress"}, {"sheet-whole"}, {"sheet-notes"}, {"sheet-form", "table"},
    {"column-with-count", "title count"}, {"column-unit-id"}, {"column-table"}, {"column-table-id"},
    {"column-measure-id"}, {"column-role"}, {"column-figure"}, {"column-count"}, {"column-done"},
    {"column-done-as-of"}, {"column-completion"}, {"column-remark"}, {"column-latest"},
    {"column-as-of"}, {"column-scope"}, {"role-context"}, {"role-quota"}, {"role-limit"},
    {"role-result"}, {"scope-plan"}, {"remark-and", "remark more"}, {"note-plan"},
    {"note-publisher"}, {"note-period"}, {"note-from-to", "start end"}, {"note-judged-at"},
    {"note-source"}, {"note-file"}, {"note-rows"}, {"note-remark"}, {"note-issued"},
    {"note-attention"}, {"note-some-sample"}, {"note-sample"}, {"note-received"}, {"note-reason"},
    {"note-correction", "date"}, {"note-measure", "role count"},
    {"note-measure-of", "table measure"}, {"note-goal", "goal"}, {"note-due", "date"},
    {"note-standard", "standard"}, {"note-differs", "differs"}, {"note-origin", "line"},
    {"form-title", "unit year"}, {"form-how"}, {"form-how-text"}, {"form-quota", "quota"},
    {"form-reported", "figure date"}, {"form-fill-in"}, {"form-refusal"}, {"form-refusal-text"},

    // Search: what the index says. The kinds stand in their order.
    {"kind-unit"}, {"kind-document"}, {"kind-table"}, {"kind-target"}, {"kind-task"},
    {"kind-report"}, {"kind-plan"}, {"kind-publisher"}, {"kind-measure"}, {"kind-check"},
    {"search-of-sample", "text"},
    {"search-source", "title"}, {"search-source-title", "issuer title"}, {"search-see", "title"},
    {"search-total", "figure"}, {"search-due", "date"}, {"search-goal", "goal"},
    {"search-standard", "text"}, {"search-derived", "title share"}, {"search-target", "title"},
    {"search-and"}, {"search-named", "title text"}, {"search-who", "name"},
    {"search-document", "title"}, {"search-written-off", "date"},
    {"search-reopened", "date"}, {"search-log-by", "text name"}, {"search-received", "date"},
    {"search-reason", "text"}, {"search-issued", "date"}, {"search-period", "start end"},
};
// clang-format on

}  // namespace yaodian
