#include "search/entry.h"

#include <algorithm>

#include "pages/site_map.h"
#include "pages/statements.h"
#include "search/prose.h"

namespace yaodian::search {
namespace {

// Adds PART to TEXT, after what divides two statements.
void add(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += "；";
  text += part;
}

void add(std::string& text, std::string_view name, std::string_view part) {
  if (!part.empty()) add(text, std::string(name).append(part));
}

std::string kind_of(DocumentKind kind) {
  static constexpr std::string_view kKinds[] = {"通知", "工作要点", "实施方案", "工作总结"};
  return std::string(kKinds[static_cast<size_t>(kind)]);
}

std::string source_of(const Plan& plan, const Reference& source) {
  const SourceDocument* found = find(plan.sources, source.id);
  return found ? found->issuer + "《" + found->title + "》" : "";
}

class PlanEntries {
 public:
  PlanEntries(const Publisher& publisher, const Plan& plan)
      : publisher_(publisher),
        plan_(plan),
        folder_(folder_of(publisher, plan).size()),
        statements_(plan) {}

  std::vector<Entry> list() {
    for (const Document& one : plan_.documents) document(one);
    for (const TaskTable& one : plan_.tables) table(one);
    for (const TextTable& one : plan_.text_tables) table(one);
    for (const Target& one : plan_.targets) target(one);
    for (const LedgerTask& one : plan_.ledger.tasks) task(one);
    for (const Report& one : plan_.reports) report(one);
    overview();
    checks();
    return std::move(entries_);
  }

 private:
  Entry& entry(Kind kind, const std::string& path, std::string_view title,
               std::string_view names = "") {
    entries_.push_back({kind, path.substr(folder_), std::string(title), {}, {}});
    if (names != title) entries_.back().names = names;
    return entries_.back();
  }

  void document(const Document& one) {
    Entry& made =
        entry(Kind::document, document_path(publisher_, plan_, one), one.title, one.short_title);
    std::string about = kind_of(one.kind);
    add(about, one.department);
    add(about, one.issued ? one.issued->chinese() : "");
    add(about, one.summary);
    add(about, "来源：", source_of(plan_, one.source));
    made.sections.push_back({"", "", about});
    for (Passage& passage : passages_of(one.body)) {
      const markdown::Heading* heading = passage.heading;
      const std::string anchor = heading ? heading->anchor : "";
      std::string text = std::move(passage.text);
      add(text, cards_in(one, anchor));
      made.sections.push_back(
          {anchor, heading ? heading->number + heading->text : "", std::move(text)});
    }
  }

  // What the results say that DOCUMENT shows in the section with the anchor SECTION.
  std::string cards_in(const Document& document, const std::string& section) {
    std::string text;
    for (const markdown::Link& link : document.body.links) {
      if (!link.embed || link.to.scheme != Scheme::report || link.section != section) continue;
      const Report* report = find(plan_.reports, link.to.id);
      if (!report) continue;
      const ReportFigure* single = find(report->figures, link.to.part);
      for (const ReportFigure* figure :
           single ? std::vector{single} : figures_in(*report, document, section)) {
        add(text, figure->text + figure->title);
        add(text, figure->note);
      }
    }
    return text;
  }

  // What stands around the rows of a table of either kind.
  template <class Table>
  std::string about(const Table& one) {
    std::string about;
    add(about, one.as_of ? "数据截至" + one.as_of->chinese() : "");
    const Document* document = find(plan_.documents, one.document.id);
    add(about, "见", document ? document->title : "");
    for (const std::string& note : one.notes) add(about, note);
    add(about, "来源：", source_of(plan_, one.source));
    return about;
  }

  void table(const TaskTable& one) {
    Entry& made =
        entry(Kind::table, table_path(publisher_, plan_, one), one.title, one.short_title);
    made.sections.push_back({"", "", about(one)});
    for (size_t at = 0; at < one.measures.size(); ++at) {
      const Measure& measure = one.measures[at];
      made.sections.push_back({"column-" + measure.id, measure.title, about(one, at)});
    }
  }

  std::string about(const TaskTable& table, size_t at) {
    const Measure& one = table.measures[at];
    std::string text;
    if (one.label != one.title) add(text, one.label);
    add(text, one.group);
    if (const auto total = total_of(table, at))
      add(text, "合计", total->grouped() + one.count);
    else
      add(text, one.count);
    add(text, one.due ? one.due->chinese() + "完成" : "");
    add(text, "目标 ", one.goal ? one.goal->text() : "");
    add(text, "完成标准：", one.standard);
    if (one.derived) {
      add(text, "按" + table.measures[one.derived->of].title + "的" + one.derived->share.plain() +
                    "%计算");
    }
    const Target* of = find(plan_.targets, one.target.id);
    add(text, "对应目标：", of ? of->title : "");
    return text;
  }

  static std::optional<Decimal> total_of(const TaskTable& table, size_t at) {
    if (table.total.empty()) return table.sum(at);
    return table.total[at].is_number() ? std::optional(table.total[at].value) : std::nullopt;
  }

  void table(const TextTable& one) {
    Entry& made =
        entry(Kind::table, table_path(publisher_, plan_, one), one.title, one.short_title);
    std::string text = about(one);
    add(text, one.label_title);
    for (const TextColumn& column : one.columns) add(text, column.group);
    made.sections.push_back({"", "", text});
    for (const TextRow& row : one.rows) {
      std::string cells;
      for (size_t at = 0; at < row.cells.size(); ++at) add(cells, one.columns[at], row.cells[at]);
      made.sections.push_back({"", row.label, cells});
    }
  }

  static void add(std::string& text, const TextColumn& column, const TextCell& cell) {
    if (column.is_text)
      search::add(text, column.title + "：", cell.text);
    else if (cell.figure.is_number())
      search::add(text, column.title + " " + cell.figure.value.grouped() + column.count);
    else if (cell.figure.state == Cell::State::undecided)
      search::add(text, column.title + " 待定");
  }
  template <class... Parts>
  static void add(std::string& text, const Parts&... parts) {
    search::add(text, parts...);
  }

  void target(const Target& one) {
    std::string text = one.goal_text();
    add(text, one.due ? one.due->chinese() + "前" : "");
    add(text, "责任单位：", one.who);
    add(text, "完成标准：", one.standard);
    add(text, one.note);
    const auto& statements = statements_.of({Scheme::target, one.id, ""});
    if (!statements.empty()) {
      add(text, statements.front().document->department);
      add(text, "文件：", statements.front().document->title);
    }
    entry(Kind::target, target_path(publisher_, plan_, one), one.title)
        .sections.push_back({"", "", text});
  }

  void task(const LedgerTask& one) {
    std::string text = one.due.text;
    const Document* document = one.has_document ? find(plan_.documents, one.document.id) : nullptr;
    add(text, !one.department.empty() ? one.department : document ? document->department : "");
    add(text, "责任单位：", one.who);
    add(text, "文件：", document ? document->short_title : "");
    add(text, "完成标准：", one.standard);
    add(text, one.note);
    for (const LogEntry& log : one.log) {
      std::string entry = log.on.chinese() + (log.reopened ? "重新打开" : "销账");
      entry.append(log.text.empty() ? "" : "：").append(log.text);
      entry.append(log.by.empty() ? "" : "，").append(log.by);
      add(text, entry.append(log.sample ? "（示例数据）" : ""));
    }
    entry(Kind::task, ledger_path(publisher_, plan_) + "#task-" + one.id, one.title)
        .sections.push_back({"", "", text});
  }

  void report(const Report& one) {
    Entry& made = entry(Kind::report, report_path(publisher_, plan_, one), title_of(one));
    std::string text;
    add(text, one.received ? one.received->chinese() + "收到" : "");
    add(text, "更正原因：", one.reason);
    add(text, one.note);
    add(text, "来源：", source_of(plan_, one.source));
    made.sections.push_back({"", "", text});
    for (const PlanObservation& observed : one.observations)
      made.sections.push_back({"observations", name_of(observed.of), observed.text});
    for (const ReportFigure& figure : one.figures) {
      std::string said = figure.text;
      add(said, figure.note);
      made.sections.push_back({"figure-" + figure.id, figure.title, said});
    }
  }

  // The title of the target or the column that is observed.
  std::string name_of(const Address& of) {
    if (const Target* target = find(plan_.targets, of.id); target && of.scheme == Scheme::target)
      return target->title;
    const TaskTable* table = find(plan_.tables, of.id);
    const auto place = table ? table->find_measure(of.part) : std::nullopt;
    return place ? table->measures[*place].label : "";
  }

  void overview() {
    Entry& made = entry(Kind::plan, plan_path(publisher_, plan_), plan_.title, plan_.year + "年");
    std::string text = plan_.issued ? plan_.issued->chinese() + "印发" : "";
    add(text, "计划期 " + plan_.start.chinese() + "至" + plan_.end.chinese());
    for (const std::string& note : plan_.notes) add(text, note);
    for (const SourceDocument& source : plan_.sources)
      add(text, "来源：", source.issuer + "《" + source.title + "》");
    made.sections.push_back({"", "", text});
  }

  void checks() {
    if (plan_.checks.claims.empty() && plan_.checks.acceptances.empty()) return;
    Entry& made = entry(Kind::check, checks_path(publisher_, plan_), "勾稽");
    for (const Claim& claim : plan_.checks.claims) {
      std::string text = claim.figure.text;
      add(text, claim.accepted);
      made.sections.push_back({"", claim.says, text});
    }
    for (const Acceptance& one : plan_.checks.acceptances)
      made.sections.push_back({"", "", one.reason});
  }

  const Publisher& publisher_;
  const Plan& plan_;
  const size_t folder_;  // the length of the plan's folder
  const Statements statements_;
  std::vector<Entry> entries_;
};

// True if a column, a target or a figure of any plan is of MEASURE: it has a place on the page
// then.
bool is_used(const Site& site, const SharedMeasure& measure) {
  const auto is_of = [&](const auto& one) { return one.shared.measure.id == measure.id; };
  const auto is_in = [&](const Plan& plan) {
    return std::ranges::any_of(plan.targets, is_of) ||
           std::ranges::any_of(
               plan.tables,
               [&](const TaskTable& one) { return std::ranges::any_of(one.measures, is_of); }) ||
           std::ranges::any_of(plan.reports, [&](const Report& one) {
             return std::ranges::any_of(one.figures, is_of);
           });
  };
  return std::ranges::any_of(site.publishers, [&](const Publisher& publisher) {
    return std::ranges::any_of(publisher.plans, is_in);
  });
}

}  // namespace

const std::vector<std::string_view>& kind_names() {
  static const std::vector<std::string_view> kNames = {"单位", "文件", "表格",     "目标", "台账",
                                                       "月报", "计划", "发布单位", "指标", "勾稽"};
  return kNames;
}

std::string title_of(const Report& report) {
  const std::string sample = report.sample ? "（示例数据）" : "";
  if (!report.corrects) return "截至" + report.as_of.chinese() + "的月报" + sample;
  return report.as_of.chinese() + "月报的更正（" + report.id + "）" + sample;
}

std::string folder_of(const Publisher& publisher, const Plan& plan) {
  return publisher.id + "/" + plan.year + "/";
}

std::vector<Entry> entries_of(const Publisher& publisher, const Plan& plan) {
  return PlanEntries(publisher, plan).list();
}

std::vector<Entry> entries_of(const Site& site) {
  std::vector<Entry> entries;
  for (const Publisher& publisher : site.publishers)
    entries.push_back({Kind::publisher, publisher_path(publisher), publisher.name, "", {}});
  for (const SharedMeasure& measure : site.measures.measures) {
    if (!is_used(site, measure)) continue;
    std::string text = measure.topic;
    add(text, measure.definition);
    entries.push_back({Kind::measure,
                       std::string(kTopicsPath) + "#" + measure_anchor(measure),
                       measure.title,
                       "",
                       {{"", "", text}}});
  }
  return entries;
}

}  // namespace yaodian::search
