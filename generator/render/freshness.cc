#include "render/freshness.h"

#include <algorithm>

#include "assess/progress.h"
#include "base/words.h"

namespace yaodian {
namespace {

// The issue of the source document that SOURCE names, or that of the plan.
std::optional<Date> issue_of(const Plan& plan, const Reference& source) {
  const SourceDocument* document = find(plan.sources, source.id);
  return document && document->issued ? document->issued : plan.issued;
}

// Of a page that has figures: FRESH, or if no report reaches it, the day that its figures are of
// and its issue.
Freshness of_figures(Freshness fresh, std::optional<Date> as_of, std::optional<Date> issued) {
  if (fresh.as_of) return fresh;
  fresh.as_of = as_of;
  if (!as_of) fresh.issued = issued;
  return fresh;
}

Freshness of_table(const PlanContext& context, size_t at) {
  const TaskTable& table = context.plan.tables[at];
  return of_figures(context.fresh.tables[at], table.as_of, issue_of(context.plan, table.source));
}

// Of all tables that HAS says yes to, with their reports first.
template <class Function>
Freshness of_tables(const PlanContext& context, const Function& has) {
  Freshness reported;
  std::optional<Date> as_of;
  for (size_t at = 0; at < context.plan.tables.size(); ++at) {
    const TaskTable& table = context.plan.tables[at];
    if (!has(table)) continue;
    reported.add(context.fresh.tables[at]);
    as_of = std::max(as_of, table.as_of);
  }
  return of_figures(reported, as_of, context.plan.issued);
}

Freshness of_unit(const PlanContext& context, UnitIndex unit) {
  return of_tables(context, [&](const TaskTable& table) { return table.row_of(unit) != nullptr; });
}

// Of a target: its observations, the tables that share in it, the document that states it.
Freshness of_target(const PlanContext& context, size_t at) {
  const Target& target = context.plan.targets[at];
  std::optional<Date> as_of;
  for (const TaskTable& table : context.plan.tables) {
    const bool shares = std::ranges::any_of(table.measures, [&](const Measure& measure) {
      return measure.role == Role::result && measure.target.id == target.id;
    });
    if (shares) as_of = std::max(as_of, table.as_of);
  }
  return of_figures(context.fresh.targets[at], as_of, context.plan.issued);
}

Freshness of_targets(const PlanContext& context) {
  Freshness reported;
  for (const Freshness& one : context.fresh.targets) reported.add(one);
  return of_figures(reported, std::nullopt, context.plan.issued);
}

Freshness of_report(const Report& report) {
  Freshness fresh;
  fresh.as_of = report.as_of;
  (report.corrects ? fresh.corrected : fresh.received) = report.received;
  return fresh;
}

// What LINK, which embeds something, brings to the page.
Freshness of_embed(const PlanContext& context, const markdown::Link& link) {
  const Plan& plan = context.plan;
  Freshness fresh;
  if (link.to.scheme == Scheme::report) {
    if (const Report* report = find(plan.reports, link.to.id)) fresh.add(*report);
  } else if (const TaskTable* table = find(plan.tables, link.to.id)) {
    if (link.to.scheme == Scheme::progress)
      fresh = context.fresh.tables[static_cast<size_t>(table - plan.tables.data())];
  }
  return fresh;
}

Freshness of_document(const PlanContext& context, const Document& document) {
  Freshness fresh;
  for (const markdown::Link& link : document.body.links) {
    if (link.embed) fresh.add(of_embed(context, link));
  }
  fresh.issued = document.issued ? document.issued : issue_of(context.plan, document.source);
  return fresh;
}

Freshness of_ledger(const PlanContext& context) {
  Freshness fresh;
  fresh.recorded = context.fresh.plan.recorded;
  if (!fresh.recorded) fresh.issued = context.plan.issued;
  return fresh;
}

// Of several plans: the issue of one of them says something only where nothing was reported.
Freshness of_plans(Freshness fresh) {
  if (fresh.as_of) fresh.issued.reset();
  return fresh;
}

Freshness of_publisher(const PublisherContexts& plans) {
  Freshness fresh;
  for (const auto& plan : plans) fresh.add(plan->fresh.plan);
  return of_plans(fresh);
}

// Of a file: what the page that it makes is of.
Freshness of_file(const PlanContext& context, const Source& file) {
  const Plan& plan = context.plan;
  const auto is_of = [&](const auto& one) { return one.position.source == &file; };
  if (const auto one = std::ranges::find_if(plan.documents, is_of); one != plan.documents.end()) {
    Freshness fresh;
    fresh.issued = one->issued ? one->issued : issue_of(plan, one->source);
    return fresh;
  }
  for (const Report& one : plan.reports) {
    const bool rows = std::ranges::any_of(
        one.tables, [&](const TableReport& part) { return part.rows_file == file.name; });
    if (is_of(one) || rows) return of_report(one);
  }
  for (const TaskTable& one : plan.tables) {
    if (is_of(one) || one.rows_file == file.name)
      return of_figures({}, one.as_of, issue_of(plan, one.source));
  }
  if (file.name.ends_with("/ledger.yaml")) return of_ledger(context);
  return of_figures({}, std::nullopt, plan.issued);
}

Freshness of_site(const PlanContexts& contexts) {
  Freshness fresh;
  for (const PublisherContexts& plans : contexts) fresh.add(of_publisher(plans));
  return of_plans(fresh);
}

Freshness of_plan_page(const Page& page, const PlanContext& context) {
  const Plan& plan = context.plan;
  const auto any = [](const TaskTable&) { return true; };
  switch (page.kind) {
    case PageKind::document:
      return of_document(context, plan.documents[page.item]);
    case PageKind::table:
      return of_table(context, page.item);
    case PageKind::text_table: {
      const TextTable& table = plan.text_tables[page.item];
      return of_figures({}, table.as_of, issue_of(plan, table.source));
    }
    case PageKind::units:
      return of_tables(context, any);
    case PageKind::unit:
      return of_unit(context, static_cast<UnitIndex>(page.item));
    case PageKind::targets:
      return of_targets(context);
    case PageKind::target:
      return of_target(context, page.item);
    case PageKind::report:
      return of_report(plan.reports[page.item]);
    case PageKind::ledger:
    case PageKind::calendar:
      return of_ledger(context);
    case PageKind::file:
      return of_file(context, *plan.files[page.item]);
    default:
      return context.fresh.plan;
  }
}

}  // namespace

Freshness freshness_of(const Page& page, const PlanContexts& contexts) {
  switch (page.kind) {
    case PageKind::not_found:
      return {};
    case PageKind::portal:
    case PageKind::search:
    case PageKind::topics:
    case PageKind::changes:
      return of_site(contexts);
    case PageKind::publisher:
    case PageKind::publisher_file:
      return of_publisher(contexts[page.publisher]);
    default:
      return of_plan_page(page, *contexts[page.publisher][page.plan]);
  }
}

void add_freshness(View& view, const Words& words, const Page& page, const PlanContexts& contexts) {
  if (page.kind == PageKind::not_found) {
    view.flag("freshness", false);
    return;
  }
  const Freshness fresh = freshness_of(page, contexts);
  View line;
  const auto add = [&](Name name, Name iso, std::optional<Date> date) {
    line.text_if(name, date ? words.date(*date) : "").text(iso, date ? date->iso() : "");
  };
  add("issued", "issued_iso", fresh.issued);
  add("as_of", "as_of_iso", fresh.as_of);
  add("received", "received_iso", fresh.received);
  const bool newer = fresh.corrected > fresh.received;  // an earlier one is in the report
  add("corrected", "corrected_iso", newer ? fresh.corrected : std::nullopt);
  add("recorded", "recorded_iso", fresh.recorded);
  line.flag("is_undated", !fresh.newest());
  view.section("freshness", std::move(line));
}

}  // namespace yaodian
