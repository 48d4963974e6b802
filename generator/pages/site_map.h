// Which pages the site has and where: the content tree is the URL tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/plan.h"

namespace yaodian {

enum class PageKind : uint8_t {
  portal,
  search,     // what the site says, found by its words; without a script by letter
  topics,     // what several plans count, by topic
  changes,    // what came in when
  feed,       // feed.xml, the same as an Atom feed: no HTML
  sitemap,    // sitemap.xml: no HTML
  publisher,  // the years of a publisher
  plan,
  document,
  table,
  text_table,
  units,
  unit,
  targets,
  target,
  reports,
  report,
  ledger,
  calendar,
  checks,
  files,           // the list of the content's files
  file,            // a file of the plan's folder, line by line
  publisher_file,  // one beside the plans: the register of units
  plan_deadlines,  // deadlines.ics: no HTML
  unit_deadlines,
  not_found
};

// A page to be made. PUBLISHER, PLAN and ITEM are places in the model; what a kind has no use for
// is 0.
struct Page {
  PageKind kind;
  std::string path;  // from the site's root: "haidian/2018/units/wanshoulu.html"
  size_t publisher = 0;
  size_t plan = 0;
  size_t item = 0;  // of the document, table, unit, target, report or file; part of the sitemap
  std::vector<FileKind> files = {};  // that readers may download from it
};

// Returns all pages in a fixed order. A plan has no page for what it has none of: units, targets,
// reports, the ledger, deadlines. Reports two pages for one path.
std::vector<Page> list_pages(const Site& site, Diagnostics& diagnostics);

// The units that a plan has a page for: those that one of its tables names, in the register's
// order.
std::vector<UnitIndex> units_of(const Publisher& publisher, const Plan& plan);

// True if the site has a page of topics: the content has measures.yaml.
bool has_topics(const Site& site);
// True if the site has a page of changes and a feed: the content gives a date of anything that came
// in, was issued or was written off.
bool has_changes(const Site& site);
// The pages that the sitemap lists: all pages but the one for addresses that do not exist.
std::vector<const Page*> listed_pages(const std::vector<Page>& pages);
// The most pages that one file of a sitemap may have. Where there are more, sitemap.xml is an index
// of the parts sitemap-1.xml (item 1), sitemap-2.xml …
constexpr size_t kSitemapPages = 50000;
// The id of a measure's place on the page of topics.
std::string measure_anchor(const SharedMeasure& measure);

// True if anything of PLAN is due on a day: it has a calendar then.
bool has_deadlines(const Plan& plan);

// Where the file of a kind that PAGE offers is: "haidian/2018/tables/x.csv" beside
// "haidian/2018/tables/x.html"; those of a plan are "haidian/2018/plan.csv" and so on.
std::string download_path(const Page& page, FileKind kind);

// Paths of pages from the site's root.
constexpr std::string_view kTopicsPath = "topics.html";
constexpr std::string_view kChangesPath = "changes.html";
constexpr std::string_view kFeedPath = "feed.xml";
std::string sitemap_path(size_t part);  // 0: sitemap.xml
constexpr std::string_view kSearchPath = "search.html";
std::string publisher_path(const Publisher& publisher);
std::string plan_path(const Publisher& publisher, const Plan& plan);
std::string document_path(const Publisher& publisher, const Plan& plan, const Document& document);
std::string table_path(const Publisher& publisher, const Plan& plan, const TaskTable& table);
std::string table_path(const Publisher& publisher, const Plan& plan, const TextTable& table);
std::string units_path(const Publisher& publisher, const Plan& plan);
std::string unit_path(const Publisher& publisher, const Plan& plan, const Unit& unit);
std::string targets_path(const Publisher& publisher, const Plan& plan);
std::string target_path(const Publisher& publisher, const Plan& plan, const Target& target);
std::string reports_path(const Publisher& publisher, const Plan& plan);
std::string report_path(const Publisher& publisher, const Plan& plan, const Report& report);
std::string ledger_path(const Publisher& publisher, const Plan& plan);
std::string calendar_path(const Publisher& publisher, const Plan& plan);
std::string checks_path(const Publisher& publisher, const Plan& plan);
std::string files_path(const Publisher& publisher, const Plan& plan);
// Of the file NAME, as a Source is named within the content: "haidian/2018/tables/x.yaml" is shown
// at "haidian/2018/files/tables/x.yaml.html", "haidian/units.yaml" at
// "haidian/files/units.yaml.html".
std::string file_path(std::string_view name);
std::string deadlines_path(const Publisher& publisher, const Plan& plan);
std::string deadlines_path(const Publisher& publisher, const Plan& plan, const Unit& unit);

// Returns the address of TO as it is written in a page at FROM, both from the site's root:
// "../tables/x.html". It works from a server at any path and from file://.
std::string relative_link(std::string_view from, std::string_view to);

// The same to the page of the file NAME, which may hold what means something else in an address:
// that is written as "%23".
std::string file_link(std::string_view from, std::string_view name);

}  // namespace yaodian
