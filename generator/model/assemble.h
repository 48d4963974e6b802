// From the content to the plans. docs/content.md is the manual of the format.
#pragma once

#include <memory>
#include <set>

#include "base/diagnostic.h"
#include "model/plan.h"
#include "read/content.h"
#include "read/yaml.h"

namespace yaodian {

// Returns what CONTENT says, reading tables and documents on JOBS threads. Whatever is wrong with
// the shape of the data is reported, and what could be read is still there, so that the checks find
// more in the same run. Positions point into CONTENT, which must outlive the site.
Site assemble(const Content& content, unsigned jobs, Diagnostics& diagnostics);

// The readers of single files, each given the file's one value or source.
// ORDER gets the publishers that site.yaml names.
Site read_site(const yaml::Value& file, std::vector<Reference>& order, Diagnostics& diagnostics);
MeasureRegister read_measures(const yaml::Value& file, Diagnostics& diagnostics);
Register read_register(const yaml::Value& file, Diagnostics& diagnostics);
// Reads everything of plan.yaml; the year is the caller's.
Plan read_plan(const yaml::Value& file, Diagnostics& diagnostics);
std::vector<Target> read_targets(const yaml::Value& file, Diagnostics& diagnostics);
// FOLDER holds the CSV files that the table may take its rows from. DIAGNOSTICS are of this table
// alone.
TaskTable read_table(const yaml::Value& file, std::string id, const Register& units,
                     const Content& content, std::string_view folder, Diagnostics& diagnostics);
// True if FILE, that of a table, says that its rows are no units: read_text_table() is for it, with
// a value that was read with yaml::Lists::whole.
bool is_text_table(const yaml::Value& file);
TextTable read_text_table(const yaml::Value& file, std::string id, Diagnostics& diagnostics);
// TABLES are the plan's, read already; FOLDER holds the CSV files that the report may take rows
// from.
Report read_report(const yaml::Value& file, std::string id, const std::vector<TaskTable>& tables,
                   const Register& units, const Content& content, std::string_view folder,
                   Diagnostics& diagnostics);
Ledger read_ledger(const yaml::Value& file, const Register& units, Diagnostics& diagnostics);
Checks read_checks(const yaml::Value& file, Diagnostics& diagnostics);
Document read_document(const Source& source, std::string id, Diagnostics& diagnostics);

// Holds each result of PLAN that names a target against that target's goal.
void give_goals(Plan& plan);
// Gives each figure of the whole PLAN that was written without its unit of count that of what it is
// of.
void give_counts(Plan& plan);

// Gives SITE the WORDS of its interface, and those tables their names for the first column that the
// content gives none.
void give_words(Site& site, std::shared_ptr<const Words> words);

// Lists those files of CONTENT that were USED with the publisher or plan of SITE whose folder holds
// them. A file that was not read is no part of the site.
void list_files(Site& site, const Content& content, const std::set<const ContentFile*>& used);

}  // namespace yaodian
