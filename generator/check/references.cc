#include <algorithm>
#include <set>

#include "base/rules.h"
#include "base/text.h"
#include "check/check.h"

namespace yaodian {
namespace {

constexpr Text kSource{"来源", "source"};
constexpr Text kDocument{"文件", "document"};
constexpr Text kTable{"任务表", "table"};
constexpr Text kColumn{"列", "column"};
constexpr Text kTarget{"目标", "target"};
constexpr Text kReport{"月报", "report"};
constexpr Text kFigure{"月报里的数", "figure of the report"};
constexpr Text kUnit{"单位", "unit"};
constexpr Text kUnitOfTable{"列入任务表的单位", "unit in a task table"};
constexpr Text kPlan{"计划", "plan"};

// A reference into a part of the plan that could not be read is not judged: the cause has been
// reported.
class ReferenceChecker {
 public:
  ReferenceChecker(const Publisher& publisher, const Plan& plan, Diagnostics& diagnostics)
      : publisher_(publisher), plan_(plan), diagnostics_(diagnostics) {}

  void check() {
    for (const Headline& headline : plan_.headlines) check_headline(headline);
    for (const TaskTable& table : plan_.tables) check_table(table);
    for (const TextTable& table : plan_.text_tables) {
      if (plan_.complete) need(plan_.sources, table.source, kSource);
      need(plan_.documents, table.document, kDocument);
    }
    for (const Document& document : plan_.documents) {
      if (plan_.complete) need(plan_.sources, document.source, kSource);
      for (const markdown::Link& link : document.body.links) check_link(document, link);
    }
    for (const Target& target : plan_.targets) {
      if (!stated_.contains(target.id))
        diagnostics_.report(rule::unstated_target, target.position, "", {target.id});
    }
    for (const LedgerTask& task : plan_.ledger.tasks) check_whereabouts(task.stated);
    for (const Report& report : plan_.reports) check_report(report);
    for (const Claim& claim : plan_.checks.claims) {
      check_whereabouts(claim.stated);
      check_formula(claim.equals);
    }
  }

 private:
  void report_missing(const Position& position, std::string_view underlined, const std::string& id,
                      Text what, const std::vector<std::string>& known) {
    diagnostics_.report(rule::dangling_link, position, underlined, {id, what},
                        diagnostics_.suggest(id, known));
  }

  template <class T>
  void need(const std::vector<T>& all, const Reference& reference, Text what) {
    if (reference.id.empty() || find(all, reference.id)) return;
    report_missing(reference.position, reference.id, reference.id, what, ids(all));
  }

  void need_target(const Reference& reference, std::string_view underlined) {
    const bool missing = !reference.id.empty() && !find(plan_.targets, reference.id);
    if (!missing || !plan_.targets_complete) return;
    report_missing(reference.position, underlined, reference.id, kTarget, ids(plan_.targets));
  }

  void check_table(const TaskTable& table) {
    if (plan_.complete) need(plan_.sources, table.source, kSource);
    need(plan_.documents, table.document, kDocument);
    for (const Measure& measure : table.measures) {
      need_target(measure.target, measure.target.id);
      check_count(measure);
    }
  }

  // A result and its goal are compared, so they must be counted in the same unit.
  void check_count(const Measure& measure) {
    if (measure.role != Role::result || !measure.goal || !measure.goal->is_known() ||
        measure.goal->count == measure.count)
      return;
    diagnostics_.report(rule::count_differs, measure.position, "",
                        {measure.title, measure.count, measure.goal->text(), measure.goal->count,
                         Text{"目标", "goal"}});
  }

  void check_report(const Report& report) {
    if (plan_.complete) need(plan_.sources, report.source, kSource);
    for (const PlanObservation& observation : report.observations) {
      const Address& of = observation.of;
      if (of.scheme == Scheme::target) need_target({of.id, observation.name_position}, of.id);
    }
    for (const ReportFigure& figure : report.figures) check_whereabouts(figure.stated);
  }

  void check_headline(const Headline& headline) {
    const Address& to = headline.address;
    if (to.scheme == Scheme::target)
      need_target({to.id, headline.position}, to_string(to));
    else if (to.scheme == Scheme::report)
      check_report_address(to, headline.position, to_string(to));
    else if (const Measure* measure = check_column(to, headline.position, to.id + "." + to.part);
             measure && measure->is_rate())
      diagnostics_.report(rule::wrong_type, headline.position, to.id + "." + to.part,
                          {std::string("headline"),
                           Text{"可以合计的列；比率没有合计，写 target:编号",
                                "a column that can be summed; of a rate, write target:ID"}});
  }

  // Returns the measure that ADDRESS names, or nullptr.
  const Measure* check_column(const Address& address, const Position& position,
                              std::string_view underlined) {
    const TaskTable* table = find(plan_.tables, address.id);
    if (!table) {
      std::vector<std::string> known = ids(plan_.tables);
      for (const TextTable& one : plan_.text_tables) known.push_back(one.id);
      report_missing(position, underlined, address.id, kTable, known);
      return nullptr;
    }
    if (address.part.empty() || table->measures.empty()) return nullptr;
    if (const auto measure = table->find_measure(address.part)) return &table->measures[*measure];
    std::vector<std::string> columns;
    for (const Measure& measure : table->measures) columns.push_back(address.id + "." + measure.id);
    report_missing(position, underlined, address.id + "." + address.part, kColumn, columns);
    return nullptr;
  }

  // A link or an embed may be of a table of either kind.
  void check_table_link(const Address& address, const Position& position,
                        std::string_view underlined) {
    const TextTable* table = find(plan_.text_tables, address.id);
    if (!table) {
      check_column(address, position, underlined);
      return;
    }
    if (address.part.empty() || find(table->columns, address.part)) return;
    report_missing(position, underlined, address.id + "." + address.part, kColumn,
                   ids(table->columns));
  }

  // Returns the report that ADDRESS names, whose figure is there too; nullptr otherwise.
  const Report* check_report_address(const Address& address, const Position& position,
                                     std::string_view underlined) {
    const Report* report = find(plan_.reports, address.id);
    if (!report) {
      if (plan_.reports_complete)
        report_missing(position, underlined, address.id, kReport, ids(plan_.reports));
      return nullptr;
    }
    if (address.part.empty() || find(report->figures, address.part)) return report;
    std::vector<std::string> known;
    for (const ReportFigure& figure : report->figures)
      known.push_back(address.id + "." + figure.id);
    report_missing(position, underlined, address.id + "." + address.part, kFigure, known);
    return nullptr;
  }

  // Cards without a figure are no result.
  void check_report_link(const Document& document, const markdown::Link& link) {
    const Report* report = check_report_address(link.to, link.position, link.text);
    if (!report || !link.embed || !link.to.part.empty() || !document.complete) return;
    if (!figures_in(*report, document, link.section).empty()) return;
    diagnostics_.report(
        rule::no_results, link.position, link.text,
        {report->id, document.id + (link.section.empty() ? "" : "#" + link.section)});
  }

  void check_link(const Document& document, const markdown::Link& link) {
    const Address& to = link.to;
    const std::string_view text = link.text;
    switch (to.scheme) {
      case Scheme::target:
        stated_.insert(to.id);
        need_target({to.id, link.position}, text);
        break;
      case Scheme::unit:
        check_unit(link);
        break;
      case Scheme::table:
        check_table_link(to, link.position, text);
        break;
      case Scheme::progress: {
        const Measure* measure = check_column(to, link.position, text);
        const bool wrong = to.part.empty() || (measure && measure->role != Role::quota);
        if (wrong) diagnostics_.report(rule::wrong_embed, link.position, text, {to_string(to)});
        break;
      }
      case Scheme::report:
        check_report_link(document, link);
        break;
      case Scheme::document:
        check_document_link(link);
        break;
      case Scheme::heading:
        check_heading(document, link);
        break;
      case Scheme::outside:
        break;
    }
  }

  // A unit has a page in a plan if a table of the plan names it.
  void check_unit(const markdown::Link& link) {
    const std::vector<Unit>& units = publisher_.units.units;
    const Unit* unit = find(units, link.to.id);
    if (!unit) {
      if (publisher_.units.complete)
        report_missing(link.position, link.text, link.to.id, kUnit, ids(units));
      return;
    }
    const auto index = static_cast<UnitIndex>(unit - units.data());
    const auto names_it = [&](const TaskTable& table) {
      return !table.complete || table.row_of(index);
    };
    if (std::none_of(plan_.tables.begin(), plan_.tables.end(), names_it))
      report_missing(link.position, link.text, link.to.id, kUnitOfTable, {});
  }

  void check_document_link(const markdown::Link& link) {
    const Document* document = find(plan_.documents, link.to.id);
    if (!document)
      report_missing(link.position, link.text, link.to.id, kDocument, ids(plan_.documents));
    else if (!link.to.part.empty())
      check_heading(*document, link);
  }

  void check_whereabouts(const Whereabouts& stated) {
    if (stated.given) check_document(stated.document, stated.position);
  }

  void check_formula(const Formula& formula) {
    check_whereabouts(formula.stated);
    for (const Formula& part : formula.parts) check_formula(part);
  }

  // Reports, claims and the ledger name a document without the scheme.
  void check_document(const Address& to, const Position& position) {
    const std::string address = to_string(to);
    check_document_link(
        {.to = to, .text = address.substr(address.find(':') + 1), .position = position});
  }

  void check_heading(const Document& document, const markdown::Link& link) {
    if (!document.complete || document.find_heading(link.to.part)) return;
    std::vector<std::string> anchors;
    for (const markdown::Heading& heading : document.body.headings)
      anchors.push_back(heading.anchor);
    diagnostics_.report(rule::dangling_anchor, link.position, link.text,
                        {document.id, link.to.part}, diagnostics_.suggest(link.to.part, anchors));
  }

  const Publisher& publisher_;
  const Plan& plan_;
  Diagnostics& diagnostics_;
  std::set<std::string> stated_;  // targets that a document links
};

void check_opens(const Site& site, Diagnostics& diagnostics) {
  std::vector<std::string> plans;
  for (const Publisher& publisher : site.publishers) {
    for (const Plan& plan : publisher.plans) plans.push_back(publisher.id + "/" + plan.year);
  }
  const std::string& id = site.opens.id;
  if (id.empty() || std::find(plans.begin(), plans.end(), id) != plans.end()) return;
  diagnostics.report(rule::dangling_link, site.opens.position, id, {id, kPlan},
                     diagnostics.suggest(id, plans));
}

}  // namespace

void check_references(const Site& site, Diagnostics& diagnostics) {
  check_opens(site, diagnostics);
  for (const Publisher& publisher : site.publishers) {
    for (const Plan& plan : publisher.plans) ReferenceChecker(publisher, plan, diagnostics).check();
  }
}

Reconciliations check(const Site& site, unsigned jobs, Diagnostics& diagnostics) {
  check_references(site, diagnostics);
  check_measures(site, diagnostics);
  Reconciliations reconciliations;
  for (const Publisher& publisher : site.publishers) {
    auto& plans = reconciliations.emplace_back();
    for (const Plan& plan : publisher.plans) {
      Findings findings(*site.words, publisher, plan, diagnostics);
      check_claims(findings);
      findings.apart(plan.tables.size(), jobs, [&](Findings& part, size_t table) {
        check_figures(plan.tables[table], part);
      });
      check_observations(findings, jobs);
      check_statements(findings);
      check_acceptances(findings);
      check_ledger(plan, diagnostics);
      check_deadlines(plan, diagnostics);
      plans.push_back(std::move(findings.results));
    }
  }
  return reconciliations;
}

}  // namespace yaodian
