#include "render/frame.h"

#include <tuple>

#include "base/words.h"
#include "pages/site_map.h"

namespace yaodian {
namespace {

// "page" for the page itself, "true" for the index of the folder that it is in.
std::string_view current(std::string_view from, std::string_view to) {
  if (from == to) return "page";
  constexpr std::string_view kIndex = "/index.html";
  const bool below =
      to.ends_with(kIndex) && from.starts_with(to.substr(0, to.size() - kIndex.size() + 1));
  return below ? "true" : "";
}

View nav_item(std::string_view title, std::string_view from, std::string_view to) {
  View item;
  item.text("title", title)
      .text("url", relative_link(from, to))
      .text_if("current", current(from, to));
  return item;
}

// The way to every page begins at the front page; without CRUMBS it is not shown.
void add_crumbs(View& view, const Words& words, std::string_view path, std::vector<Crumb> crumbs) {
  if (!crumbs.empty()) crumbs.insert(crumbs.begin(), {words["page-home"], "index.html"});
  std::vector<View> items;
  for (const Crumb& crumb : crumbs) {
    View item;
    item.text("title", crumb.title)
        .text_if("url", crumb.path.empty() ? "" : relative_link(path, crumb.path));
    items.push_back(std::move(item));
  }
  view.list("crumbs", std::move(items));
}

// The pages of the plan that are about more than one of its parts. What the plan does not have has
// no page.
std::vector<View> common_pages(const PlanContext& context, std::string_view path) {
  const auto& [publisher, plan] = std::tie(context.publisher, context.plan);
  std::vector<View> pages;
  const auto add = [&, path](bool any, Word title, const std::string& to) {
    if (any) pages.push_back(nav_item(context.words[title], path, to));
  };
  add(!context.units.empty(), "page-units", units_path(publisher, plan));
  add(!plan.targets.empty(), "page-targets", targets_path(publisher, plan));
  add(!plan.reports.empty(), "page-reports", reports_path(publisher, plan));
  add(!plan.ledger.tasks.empty(), "page-ledger", ledger_path(publisher, plan));
  add(has_deadlines(plan), "page-calendar", calendar_path(publisher, plan));
  add(!context.checks.checks.empty(), "page-checks", checks_path(publisher, plan));
  return pages;
}

// The plan's navigation on the page at PATH.
View plan_nav(const PlanContext& context, std::string_view path) {
  const auto& [publisher, plan] = std::tie(context.publisher, context.plan);
  const std::string plan_page = plan_path(publisher, plan);
  View nav;
  View overview;
  overview.text("title", context.words["page-overview"])
      .text("url", relative_link(path, plan_page))
      .text_if("current", path == plan_page ? "page" : "");
  nav.text("publisher", publisher.name).text("year", plan.year);
  nav.text("publisher_url", relative_link(path, publisher_path(publisher)));
  std::vector<View> pages = common_pages(context, path);
  pages.insert(pages.begin(), std::move(overview));
  nav.list("pages", std::move(pages));
  std::vector<View> documents, tables;
  for (const Document& one : plan.documents) {
    documents.push_back(nav_item(one.short_title, path, document_path(publisher, plan, one)));
  }
  for (const auto& [task, text] : tables_in_order(plan)) {
    tables.push_back(task ? nav_item(task->short_title, path, table_path(publisher, plan, *task))
                          : nav_item(text->short_title, path, table_path(publisher, plan, *text)));
  }
  nav.flag("has_documents", !documents.empty()).flag("has_tables", !tables.empty());
  nav.text("tables_title", context.words[tables_title(plan)]);
  nav.list("documents", std::move(documents)).list("tables", std::move(tables));
  return nav;
}

void add_common(View& view, const Site& site, std::string_view path, std::string_view title) {
  view.text("title", title).text("site_title", site.title);
  const std::string root = path == "404.html" ? base_path(site.base_url) : "";
  view.text("home_url", root + relative_link(path, "index.html")).text("root", root);
  view.text_if("topics_url", has_topics(site) ? root + relative_link(path, kTopicsPath) : "");
  view.flag("is_topics", path == kTopicsPath);
  const bool changes = has_changes(site);
  view.text_if("changes_url", changes ? root + relative_link(path, kChangesPath) : "");
  view.text_if("feed_url", changes ? root + relative_link(path, kFeedPath) : "");
  view.flag("is_changes", path == kChangesPath);
  view.text_if("search_url", site.has_search ? root + relative_link(path, kSearchPath) : "");
  view.flag("is_search", path == kSearchPath);
  view.flag("is_portal", path == "index.html");
}

}  // namespace

std::string base_path(const std::string& base_url) {
  const size_t host = base_url.find("://");
  const size_t begin = base_url.find('/', host == base_url.npos ? 0 : host + 3);
  std::string path =
      begin == base_url.npos ? (base_url.empty() ? "" : "/") : base_url.substr(begin);
  if (!path.empty() && path.back() != '/') path += '/';
  return path;
}

void add_frame(View& view, const Site& site, std::string_view path, std::string_view title,
               std::vector<Crumb> crumbs) {
  add_common(view, site, path, title);
  add_crumbs(view, *site.words, path, std::move(crumbs));
  view.flag("plan_name", false).flag("plan_nav", false).flag("files_url", false);
}

void add_frame(View& view, const PlanContext& context, std::string_view path,
               std::string_view title, std::vector<Crumb> crumbs) {
  const auto& [publisher, plan] = std::tie(context.publisher, context.plan);
  add_common(view, context.site, path, title);
  const std::string plan_page = plan_path(publisher, plan), year = context.words.year(plan.year);
  crumbs.insert(crumbs.begin(), {{publisher.name, publisher_path(publisher)},
                                 {year, path == plan_page ? "" : plan_page}});
  add_crumbs(view, context.words, path, std::move(crumbs));

  view.text("plan_name", publisher.name + " " + year);
  view.list_when_asked("plan_nav",
                       [&context, path] { return std::vector<View>{plan_nav(context, path)}; });
  view.text_if("files_url",
               context.site.shows_files ? relative_link(path, files_path(publisher, plan)) : "");
  view.text_if("judged_at", context.progress.day ? context.words.date(*context.progress.day) : "");
}

Word tables_title(const Plan& plan) {
  return plan.text_tables.empty() ? Word("group-tables") : Word("group-tables-of-both-kinds");
}

void add_sample(View& view, bool sample) { view.flag("sample", sample); }

View link_view(std::string_view path, const Crumb& to) {
  View view;
  view.text("title", to.title).text("url", relative_link(path, to.path));
  return view;
}

}  // namespace yaodian
