// The view of each page. docs/templates.md lists the names that each of them gives.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pages/site_map.h"
#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

using PublisherContexts = std::vector<std::unique_ptr<const PlanContext>>;  // by year
using PlanContexts = std::vector<PublisherContexts>;

// The name of the template of a kind of page.
std::string_view template_of(PageKind kind);

// Returns the whole view of PAGE.
View view_of(const Page& page, const Site& site, const PlanContexts& contexts);

// The parts, each for the page at PATH.
View portal_view(const Site& site, const PlanContexts& contexts, std::string_view path);
View search_view(const Site& site, std::string_view path);
View topics_view(const Site& site, const PlanContexts& contexts, std::string_view path);
View changes_view(const Site& site, const PlanContexts& contexts, std::string_view path);
View publisher_view(const Site& site, const Publisher& publisher, const PublisherContexts& plans,
                    std::string_view path);
View plan_view(const PlanContext& context, std::string_view path);
View document_view(const PlanContext& context, const Document& document, std::string_view path);
// PLANS are the publisher's, for what leads to its other years.
View table_view(const PlanContext& context, const TaskTable& table, const PublisherContexts& plans,
                std::string_view path);
View text_table_view(const PlanContext& context, const TextTable& table, std::string_view path);
View units_view(const PlanContext& context, std::string_view path);
View unit_view(const PlanContext& context, UnitIndex unit, const PublisherContexts& plans,
               std::string_view path);
View targets_view(const PlanContext& context, std::string_view path);
View target_view(const PlanContext& context, const Target& target, const PublisherContexts& plans,
                 std::string_view path);
View reports_view(const PlanContext& context, std::string_view path);
View report_view(const PlanContext& context, const Report& report, std::string_view path);
View ledger_view(const PlanContext& context, std::string_view path);
View calendar_view(const PlanContext& context, std::string_view path);
View checks_view(const PlanContext& context, std::string_view path);
View files_view(const PlanContext& context, std::string_view path);
View file_view(const PlanContext& context, const Source& file, std::string_view path);
View publisher_file_view(const Site& site, const Publisher& publisher, const Source& file,
                         std::string_view path);

// The deadlines of a plan, or of a unit's quotas and tasks, as an .ics file. The memory of ROOM is
// used again.
std::string plan_deadlines(const PlanContext& context, std::string room = {});
std::string unit_deadlines(const PlanContext& context, UnitIndex unit, std::string room = {});

// Adds how much a plan holds: "documents", "tables", "units", "targets".
void add_contents(View& view, const PlanContext& context);

// Adds the headline figures of a plan as the list "headlines".
void add_headlines(View& view, const PlanContext& context, std::string_view path);

// Adds the addresses of a plan's pages of units and of targets, "" where it has none of them.
void add_actions(View& view, const PlanContext& context, std::string_view path);

// True if sample data is in what the plan's page shows of reports, the ledger and headlines.
bool shows_sample(const PlanContext& context);

// Adds what a plan's page says of its reconciliation: counts, and the link to the page of checks.
void add_reconciliation(View& view, const PlanContext& context, std::string_view path);

// A section of a document as the page at PATH leads to it; the whole document where ANCHOR names no
// heading of it.
struct Passage {
  const markdown::Heading* section;  // nullptr for the whole
  std::string url;
};
Passage passage_of(const PlanContext& context, const Document& document, std::string_view anchor,
                   std::string_view path);
// The same as the names "document", "section" and "url".
View passage_view(const PlanContext& context, const Document& document, std::string_view anchor,
                  std::string_view path);

// The first MOST sentences of the documents that link to ADDRESS, as the items of a list.
std::vector<View> statement_views(const PlanContext& context, const Address& address,
                                  std::string_view path, size_t most = SIZE_MAX);

}  // namespace yaodian
