#include "render/views.h"

#include <algorithm>

#include "base/words.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/freshness.h"
#include "render/results.h"

namespace yaodian {
namespace {

View result_headline(const PlanContext& context, const Address& address, std::string_view path) {
  const Report& report = *find(context.plan.reports, address.id);
  const ReportFigure& figure = *find(report.figures, address.part);
  const Goal stated = parse_figure(figure.text).value_or(Goal());
  View view;
  view.text("title", figure.title).flag("sign", false);
  view.text("figure", stated.figure).text("count", stated.count);
  view.text("url", figure_url(context, report, figure, path));
  view.text("measure", to_string(address)).text("value", stated.low.plain());
  view.text_if("note", context.words.text("as-of", {{"date", context.words.date(report.as_of)}}));
  return view;
}

View headline_view(const PlanContext& context, const Headline& headline, std::string_view path) {
  if (headline.address.scheme == Scheme::report)
    return result_headline(context, headline.address, path);
  const Words& words = context.words;
  View view;
  if (headline.address.scheme == Scheme::target) {
    const Target& target = *find(context.plan.targets, headline.address.id);
    view.text("title", target.title).text_if("sign", target.goal.sign());
    view.text("figure", target.goal.figure)
        .text("count", target.goal.count + (target.per.empty() ? "" : "/" + target.per));
    view.text("url", relative_link(path, target_path(context.publisher, context.plan, target)));
    view.text("measure", "target:" + target.id).text("value", target.goal.low.plain());
    view.text_if("note", target.due
                             ? words.text("deadline-before", {{"date", words.date(*target.due)}})
                             : "");
    return view;
  }
  const Column column = context.column(headline.address);
  const Cell sum = column.table.whole(column.place);
  const std::string units = std::to_string(column.standing.order.size()),
                    undecided = std::to_string(column.standing.undecided);
  const std::string note =
      column.standing.undecided > 0
          ? words.text("headline-units-undecided", {{"units", units}, {"undecided", undecided}})
          : words.text("headline-units", {{"units", units}});
  view.text("title", column.measure.label)
      .flag("sign", false)
      .text("figure", cell_text(words, sum))
      .text("count", sum.is_number() ? column.measure.count : "");
  view.text("url", relative_link(path, table_path(context.publisher, context.plan, column.table)));
  view.text("measure", column.id()).text("value", cell_value(sum)).text_if("note", note);
  return view;
}

View not_found_view(const Site& site, std::string_view path) {
  View view;
  add_frame(view, site, path, (*site.words)["title-not-found"]);
  add_sample(view, false);
  return view;
}

}  // namespace

std::string_view template_of(PageKind kind) {
  switch (kind) {
    case PageKind::portal:
      return "portal";
    case PageKind::search:
      return "search";
    case PageKind::topics:
      return "topics";
    case PageKind::changes:
      return "changes";
    case PageKind::publisher:
      return "publisher";
    case PageKind::plan:
      return "plan";
    case PageKind::document:
      return "document";
    case PageKind::table:
    case PageKind::text_table:
      return "table";
    case PageKind::units:
      return "units";
    case PageKind::unit:
      return "unit";
    case PageKind::targets:
      return "targets";
    case PageKind::target:
      return "target";
    case PageKind::reports:
      return "reports";
    case PageKind::report:
      return "report";
    case PageKind::ledger:
      return "ledger";
    case PageKind::calendar:
      return "calendar";
    case PageKind::checks:
      return "checks";
    case PageKind::files:
      return "files";
    case PageKind::file:
    case PageKind::publisher_file:
      return "file";
    case PageKind::plan_deadlines:
    case PageKind::unit_deadlines:
    case PageKind::feed:
    case PageKind::sitemap:
      return {};
    case PageKind::not_found:
      return "404";
  }
  return {};
}

namespace {

View content_of(const Page& page, const Site& site, const PlanContexts& contexts) {
  if (page.kind == PageKind::portal) return portal_view(site, contexts, page.path);
  if (page.kind == PageKind::not_found) return not_found_view(site, page.path);
  if (page.kind == PageKind::search) return search_view(site, page.path);
  if (page.kind == PageKind::topics) return topics_view(site, contexts, page.path);
  if (page.kind == PageKind::changes) return changes_view(site, contexts, page.path);
  if (page.kind == PageKind::publisher)
    return publisher_view(site, site.publishers[page.publisher], contexts[page.publisher],
                          page.path);
  if (page.kind == PageKind::publisher_file)
    return publisher_file_view(site, site.publishers[page.publisher],
                               *site.publishers[page.publisher].files[page.item], page.path);
  const PublisherContexts& plans = contexts[page.publisher];
  const PlanContext& context = *plans[page.plan];
  switch (page.kind) {
    case PageKind::document:
      return document_view(context, context.plan.documents[page.item], page.path);
    case PageKind::table:
      return table_view(context, context.plan.tables[page.item], plans, page.path);
    case PageKind::text_table:
      return text_table_view(context, context.plan.text_tables[page.item], page.path);
    case PageKind::units:
      return units_view(context, page.path);
    case PageKind::unit:
      return unit_view(context, static_cast<UnitIndex>(page.item), plans, page.path);
    case PageKind::targets:
      return targets_view(context, page.path);
    case PageKind::target:
      return target_view(context, context.plan.targets[page.item], plans, page.path);
    case PageKind::reports:
      return reports_view(context, page.path);
    case PageKind::report:
      return report_view(context, context.plan.reports[page.item], page.path);
    case PageKind::ledger:
      return ledger_view(context, page.path);
    case PageKind::calendar:
      return calendar_view(context, page.path);
    case PageKind::checks:
      return checks_view(context, page.path);
    case PageKind::files:
      return files_view(context, page.path);
    case PageKind::file:
      return file_view(context, *context.plan.files[page.item], page.path);
    default:
      return plan_view(context, page.path);
  }
}

}  // namespace

View view_of(const Page& page, const Site& site, const PlanContexts& contexts) {
  View view = content_of(page, site, contexts);
  add_freshness(view, *site.words, page, contexts);
  return view;
}

void add_contents(View& view, const PlanContext& context) {
  const auto amount = [&](Name name, size_t number) {
    view.text_if(name, number > 0 ? std::to_string(number) : "");
  };
  amount("documents", context.plan.documents.size());
  amount("tables", context.plan.tables.size() + context.plan.text_tables.size());
  amount("units", context.units.size());
  amount("targets", context.plan.targets.size());
}

void add_headlines(View& view, const PlanContext& context, std::string_view path) {
  std::vector<View> items;
  for (const Headline& headline : context.plan.headlines)
    items.push_back(headline_view(context, headline, path));
  view.flag("has_headlines", !items.empty()).list("headlines", std::move(items));
}

void add_actions(View& view, const PlanContext& context, std::string_view path) {
  const Plan& plan = context.plan;
  const bool units = !context.units.empty(), targets = !plan.targets.empty();
  const auto link = [&](const std::string& to) { return relative_link(path, to); };
  view.text_if("units_url", units ? link(units_path(context.publisher, plan)) : "");
  view.text_if("targets_url", targets ? link(targets_path(context.publisher, plan)) : "");
  view.flag("has_actions", units || targets || !plan.reports.empty());
}

bool shows_sample(const PlanContext& context) {
  return context.progress.sample || context.agenda.sample ||
         std::ranges::any_of(context.plan.headlines, [&](const Headline& one) {
           const bool reported = one.address.scheme == Scheme::report;
           return reported && find(context.plan.reports, one.address.id)->sample;
         });
}

Passage passage_of(const PlanContext& context, const Document& document, std::string_view anchor,
                   std::string_view path) {
  Passage passage{document.find_heading(anchor), {}};
  passage.url = relative_link(path, document_path(context.publisher, context.plan, document));
  if (passage.section) passage.url += "#" + passage.section->anchor;
  return passage;
}

View passage_view(const PlanContext& context, const Document& document, std::string_view anchor,
                  std::string_view path) {
  const auto [section, url] = passage_of(context, document, anchor, path);
  View view;
  view.text("document", document.short_title).text("url", url);
  return std::move(view.text_if("section", section ? section->text : ""));
}

std::vector<View> statement_views(const PlanContext& context, const Address& address,
                                  std::string_view path, size_t most) {
  std::vector<View> items;
  for (const Statement& statement : context.statements.of(address)) {
    if (items.size() == most) break;
    const Document& document = *statement.document;
    View item = passage_view(context, document, statement.link->section, path);
    items.push_back(std::move(item.text("sentence", statement.link->sentence)));
  }
  return items;
}

}  // namespace yaodian
