#include "pages/site_map.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/hash_table.h"
#include "base/rules.h"

namespace yaodian {
namespace {

std::string folder(const Publisher& publisher, const Plan& plan) {
  return publisher.id + "/" + plan.year + "/";
}

// The kinds of files of what has COUNT figures, of which there may be MOST.
std::vector<FileKind> kinds_of(const Site& site, size_t count) {
  return count > site.downloads.figures ? std::vector<FileKind>() : site.downloads.kinds;
}

// The same of a table, whose CSV is cheap and is there whatever its size.
std::vector<FileKind> kinds_of_table(const Site& site, size_t count) {
  std::vector<FileKind> kinds = site.downloads.kinds;
  if (count > site.downloads.figures)
    std::erase_if(kinds, [](FileKind kind) { return kind != FileKind::csv; });
  return kinds;
}

size_t figures_of(const TaskTable& table) { return table.rows.size() * table.measures.size(); }

size_t figures_of(const Plan& plan) {
  size_t count = plan.targets.size();
  for (const TaskTable& table : plan.tables) count += figures_of(table);
  return count;
}

size_t figures_of(const Report& report) {
  size_t count = report.observations.size() + report.figures.size();
  for (const TableReport& part : report.tables) count += part.rows.size() * part.measures.size();
  return count;
}

// True for what ends a path in an address, or is not allowed in one. Ids have none of it, but a CSV
// file may be named in any way.
bool is_special(char c) {
  return static_cast<unsigned char>(c) <= ' ' ||
         std::string_view("%#?\"<>\\^`{|}").find(c) != std::string_view::npos;
}

class Lister {
 public:
  Lister(const Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  std::vector<Page> list() {
    add({PageKind::portal, "index.html"}, {});
    add({PageKind::not_found, "404.html"}, {});
    if (site_.has_search) add({PageKind::search, std::string(kSearchPath)}, {});
    if (has_topics(site_)) add({PageKind::topics, std::string(kTopicsPath)}, {});
    if (has_changes(site_)) {
      add({PageKind::changes, std::string(kChangesPath)}, {});
      add({PageKind::feed, std::string(kFeedPath)}, {});
    }
    for (size_t p = 0; p < site_.publishers.size(); ++p) {
      const Publisher& publisher = site_.publishers[p];
      add({PageKind::publisher, publisher_path(publisher), p}, publisher.position);
      for (size_t y = 0; y < publisher.plans.size(); ++y) list_plan(p, y);
      list_files(publisher.files, {PageKind::publisher_file, "", p});
    }
    if (!site_.base_url.empty()) list_sitemap();
    report_repeated();
    return std::move(pages_);
  }

 private:
  void list_plan(size_t p, size_t y) {
    const Publisher& publisher = site_.publishers[p];
    const Plan& plan = publisher.plans[y];
    add({PageKind::plan, plan_path(publisher, plan), p, y, 0, kinds_of(site_, figures_of(plan))},
        plan.position);
    for (size_t at = 0; at < plan.documents.size(); ++at) {
      const Document& document = plan.documents[at];
      add({PageKind::document, document_path(publisher, plan, document), p, y, at},
          document.position);
    }
    for (size_t at = 0; at < plan.tables.size(); ++at) {
      const TaskTable& table = plan.tables[at];
      add({PageKind::table, table_path(publisher, plan, table), p, y, at,
           kinds_of_table(site_, figures_of(table))},
          table.position);
    }
    for (size_t at = 0; at < plan.text_tables.size(); ++at) {
      const TextTable& table = plan.text_tables[at];
      add({PageKind::text_table, table_path(publisher, plan, table), p, y, at,
           kinds_of_table(site_, table.rows.size() * table.columns.size())},
          table.position);
    }
    const std::vector<UnitIndex> units = units_of(publisher, plan);
    pages_.reserve(pages_.size() + 2 * units.size());
    from_.reserve(pages_.size() + 2 * units.size());
    if (!units.empty()) add({PageKind::units, units_path(publisher, plan), p, y}, plan.position);
    const std::vector<FileKind> kinds =
        units.size() > site_.downloads.units ? std::vector<FileKind>() : site_.downloads.kinds;
    for (const UnitIndex at : units) {
      const Unit& unit = publisher.units.units[at];
      add({PageKind::unit, unit_path(publisher, plan, unit), p, y, at, kinds}, unit.position);
      add({PageKind::unit_deadlines, deadlines_path(publisher, plan, unit), p, y, at},
          unit.position);
    }
    if (!plan.targets.empty())
      add({PageKind::targets, targets_path(publisher, plan), p, y}, plan.position);
    for (size_t at = 0; at < plan.targets.size(); ++at) {
      add({PageKind::target, target_path(publisher, plan, plan.targets[at]), p, y, at},
          plan.targets[at].position);
    }
    if (!plan.reports.empty())
      add({PageKind::reports, reports_path(publisher, plan), p, y}, plan.position);
    for (size_t at = 0; at < plan.reports.size(); ++at) {
      const Report& report = plan.reports[at];
      add({PageKind::report, report_path(publisher, plan, report), p, y, at,
           kinds_of(site_, figures_of(report))},
          report.position);
    }
    if (!plan.ledger.tasks.empty())
      add({PageKind::ledger, ledger_path(publisher, plan), p, y}, plan.position);
    add({PageKind::checks, checks_path(publisher, plan), p, y}, plan.position);
    if (has_deadlines(plan)) {
      add({PageKind::calendar, calendar_path(publisher, plan), p, y}, plan.position);
      add({PageKind::plan_deadlines, deadlines_path(publisher, plan), p, y}, plan.position);
    }
    if (site_.shows_files) add({PageKind::files, files_path(publisher, plan), p, y}, plan.position);
    list_files(plan.files, {PageKind::file, "", p, y});
  }

  // Adds a page like PAGE for each of FILES.
  void list_files(const std::vector<const Source*>& files, Page page) {
    if (!site_.shows_files) return;
    for (page.item = 0; page.item < files.size(); ++page.item) {
      page.path = file_path(files[page.item]->name);
      add(page, {files[page.item], 0, 0});
    }
  }

  void list_sitemap() {
    const size_t pages = listed_pages(pages_).size();
    const size_t parts = pages > kSitemapPages ? (pages + kSitemapPages - 1) / kSitemapPages : 0;
    for (size_t part = 0; part <= parts; ++part)
      add({PageKind::sitemap, sitemap_path(part), 0, 0, part}, {});
  }

  void add(Page page, const Position& from) {
    pages_.push_back(std::move(page));
    from_.push_back(from);
  }

  // Two pages of one kind have ids that are the same, which has been reported as that.
  void report_repeated() {
    HashTable<size_t> taken(pages_.size());
    for (size_t at = 0; at < pages_.size(); ++at) {
      const auto [known, fresh] = taken.at(hash_of(pages_[at].path));
      if (fresh) *known = at;
      const Page& first = pages_[*known];
      if (first.kind == pages_[at].kind || first.path != pages_[at].path) continue;
      diagnostics_.report(rule::duplicate_page, from_[at], "",
                          {pages_[at].path, file_and_line(from_[*known])});
    }
  }

  const Site& site_;
  Diagnostics& diagnostics_;
  std::vector<Page> pages_;
  std::vector<Position> from_;  // what each page is made from
};

}  // namespace

std::vector<Page> list_pages(const Site& site, Diagnostics& diagnostics) {
  return Lister(site, diagnostics).list();
}

std::vector<UnitIndex> units_of(const Publisher& publisher, const Plan& plan) {
  std::vector<UnitIndex> units;
  for (UnitIndex at = 0; at < publisher.units.units.size(); ++at) {
    const bool named =
        std::any_of(plan.tables.begin(), plan.tables.end(),
                    [&](const TaskTable& table) { return table.row_of(at) != nullptr; });
    if (named) units.push_back(at);
  }
  return units;
}

bool has_topics(const Site& site) { return !site.measures.measures.empty(); }

bool has_changes(const Site& site) {
  const auto is_dated = [](const Plan& plan) {
    return plan.issued || !plan.reports.empty() ||
           std::ranges::any_of(plan.documents,
                               [](const Document& one) { return one.issued.has_value(); }) ||
           std::ranges::any_of(plan.ledger.tasks,
                               [](const LedgerTask& one) { return !one.log.empty(); });
  };
  return std::ranges::any_of(site.publishers, [&](const Publisher& publisher) {
    return std::ranges::any_of(publisher.plans, is_dated);
  });
}

std::vector<const Page*> listed_pages(const std::vector<Page>& pages) {
  std::vector<const Page*> listed;
  for (const Page& page : pages) {
    if (page.path.ends_with(".html") && page.kind != PageKind::not_found) listed.push_back(&page);
  }
  return listed;
}

std::string sitemap_path(size_t part) {
  return part == 0 ? "sitemap.xml" : "sitemap-" + std::to_string(part) + ".xml";
}

std::string measure_anchor(const SharedMeasure& measure) { return "measure-" + measure.id; }

std::string download_path(const Page& page, FileKind kind) {
  static constexpr std::string_view kEndings[] = {".xlsx", ".csv", ".json"};
  constexpr std::string_view kPlanPage = "index.html";
  std::string path = page.path;
  path.resize(path.size() - std::string_view(".html").size());
  if (page.kind == PageKind::plan)
    path = page.path.substr(0, page.path.size() - kPlanPage.size()) + "plan";
  return path.append(kEndings[static_cast<size_t>(kind)]);
}

std::string publisher_path(const Publisher& publisher) { return publisher.id + "/index.html"; }

bool has_deadlines(const Plan& plan) {
  const auto is_due = [](const Measure& one) { return one.role == Role::quota && one.due; };
  return !plan.ledger.tasks.empty() ||
         std::ranges::any_of(plan.targets, [](const Target& one) { return one.due.has_value(); }) ||
         std::ranges::any_of(plan.tables, [&](const TaskTable& table) {
           return std::ranges::any_of(table.measures, is_due);
         });
}

std::string plan_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "index.html";
}

std::string document_path(const Publisher& publisher, const Plan& plan, const Document& document) {
  return folder(publisher, plan) + "documents/" + document.id + ".html";
}

std::string table_path(const Publisher& publisher, const Plan& plan, const TaskTable& table) {
  return folder(publisher, plan) + "tables/" + table.id + ".html";
}

std::string table_path(const Publisher& publisher, const Plan& plan, const TextTable& table) {
  return folder(publisher, plan) + "tables/" + table.id + ".html";
}

std::string units_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "units/index.html";
}

std::string unit_path(const Publisher& publisher, const Plan& plan, const Unit& unit) {
  return folder(publisher, plan) + "units/" + unit.id + ".html";
}

std::string targets_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "targets/index.html";
}

std::string target_path(const Publisher& publisher, const Plan& plan, const Target& target) {
  return folder(publisher, plan) + "targets/" + target.id + ".html";
}

std::string reports_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "reports/index.html";
}

std::string report_path(const Publisher& publisher, const Plan& plan, const Report& report) {
  return folder(publisher, plan) + "reports/" + report.id + ".html";
}

std::string ledger_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "ledger.html";
}

std::string calendar_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "calendar.html";
}

std::string checks_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "checks.html";
}

std::string files_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "files/index.html";
}

std::string file_path(std::string_view name) {
  const size_t publisher = name.find('/') + 1, year = name.find('/', publisher) + 1;
  const size_t begin = year > 0 ? year : publisher;
  return std::string(name.substr(0, begin)).append("files/").append(name.substr(begin)) + ".html";
}

std::string deadlines_path(const Publisher& publisher, const Plan& plan) {
  return folder(publisher, plan) + "deadlines.ics";
}

std::string deadlines_path(const Publisher& publisher, const Plan& plan, const Unit& unit) {
  return folder(publisher, plan) + "units/" + unit.id + ".ics";
}

std::string relative_link(std::string_view from, std::string_view to) {
  const size_t same = common_length(from, to);
  const size_t common = from.substr(0, same).rfind('/') + 1;  // 0 where there is none
  std::string link;
  for (const char c : from.substr(common)) {
    if (c == '/') link += "../";
  }
  return link.append(to.substr(common));
}

std::string file_link(std::string_view from, std::string_view name) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const std::string plain = relative_link(from, file_path(name));
  if (std::none_of(plain.begin(), plain.end(), is_special)) return plain;
  std::string link;
  for (const char c : plain) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_special(c))
      link.append("%").append(1, kHex[byte / 16]).append(1, kHex[byte % 16]);
    else
      link += c;
  }
  return link;
}

}  // namespace yaodian
