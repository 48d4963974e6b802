#include "search/entry.h"

#include <algorithm>

#include "base/words.h"
#include "pages/site_map.h"
#include "pages/statements.h"
#include "search/prose.h"

namespace yaodian::search {
namespace {

// Adds statements to a text.
class Statement {
 public:
  Statement(const Words& words, std::string& text) : words_(words), text_(text) {}

  // Adds PART after what divides two statements.
  void add(std::string_view part) const {
    if (part.empty()) return;
    if (!text_.empty()) text_ += words_["search-and"];
    text_ += part;
  }
  // Adds SENTENCE about PART, if there is any.
  void add(Sentence sentence, PlaceName place, std::string_view part) const {
    if (!part.empty()) add(words_.text(sentence, {{place, part}}));
  }
  void add(Sentence sentence, const std::optional<Date>& date) const {
    if (date) add(words_.text(sentence, {{"date", words_.date(*date)}}));
  }

 private:
  const Words& words_;
  std::string& text_;
};

Word kind_of(DocumentKind kind) {
  static constexpr Word kKinds[] = {"document-notice", "document-work-points", "document-scheme",
                                    "document-review"};
  return kKinds[static_cast<size_t>(kind)];
}

class PlanEntries {
 public:
  PlanEntries(const Words& words, const Publisher& publisher, const Plan& plan)
      : words_(words),
        publisher_(publisher),
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
    std::string about = words_[kind_of(one.kind)];
    add(about, one.department);
    add(about, one.issued ? words_.date(*one.issued) : "");
    add(about, one.summary);
    add(about, "search-source", "title", source_of(one.source));
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
    add(about, "download-as-of", one.as_of);
    const Document* document = find(plan_.documents, one.document.id);
    add(about, "search-see", "title", document ? document->title : "");
    for (const std::string& note : one.notes) add(about, note);
    add(about, "search-source", "title", source_of(one.source));
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
    if (const Cell total = table.shown_total(at); total.is_number())
      add(text, "search-total", "figure", total.value.grouped() + one.count);
    else
      add(text, one.count);
    add(text, "search-due", one.due);
    add(text, "search-goal", "goal", one.goal ? one.goal->text() : "");
    add(text, "search-standard", "text", one.standard);
    if (one.derived) {
      add(text, words_.text("search-derived", {{"title", table.measures[one.derived->of].title},
                                               {"share", one.derived->share.plain()}}));
    }
    const Target* of = find(plan_.targets, one.target.id);
    add(text, "search-target", "title", of ? of->title : "");
    return text;
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

  void add(std::string& text, const TextColumn& column, const TextCell& cell) const {
    const Statement statement(words_, text);
    if (column.is_text && !cell.text.empty())
      statement.add(words_.text("search-named", {{"title", column.title}, {"text", cell.text}}));
    else if (cell.figure.is_number())
      statement.add(column.title + " " + cell.figure.value.grouped() + column.count);
    else if (cell.figure.state == Cell::State::undecided)
      statement.add(column.title + " " + words_["status-undecided"]);
  }
  void add(std::string& text, std::string_view part) const { Statement(words_, text).add(part); }
  void add(std::string& text, Sentence sentence, PlaceName place, std::string_view part) const {
    Statement(words_, text).add(sentence, place, part);
  }
  void add(std::string& text, Sentence sentence, const std::optional<Date>& date) const {
    Statement(words_, text).add(sentence, date);
  }

  std::string source_of(const Reference& source) const {
    const SourceDocument* found = find(plan_.sources, source.id);
    return found ? source_title(*found) : "";
  }
  std::string source_title(const SourceDocument& source) const {
    return words_.text("search-source-title", {{"issuer", source.issuer}, {"title", source.title}});
  }

  void target(const Target& one) {
    std::string text = one.goal_text();
    add(text, "deadline-before", one.due);
    add(text, "search-who", "name", one.who);
    add(text, "search-standard", "text", one.standard);
    add(text, one.note);
    const auto& statements = statements_.of({Scheme::target, one.id, ""});
    if (!statements.empty()) {
      add(text, statements.front().document->department);
      add(text, "search-document", "title", statements.front().document->title);
    }
    entry(Kind::target, target_path(publisher_, plan_, one), one.title)
        .sections.push_back({"", "", text});
  }

  void task(const LedgerTask& one) {
    std::string text = one.due.text;
    const Document* document = one.stated.given ? find(plan_.documents, one.stated.document.id) : nullptr;
    add(text, !one.department.empty() ? one.department : document ? document->department : "");
    add(text, "search-who", "name", one.who);
    add(text, "search-document", "title", document ? document->short_title : "");
    add(text, "search-standard", "text", one.standard);
    add(text, one.note);
    for (const LogEntry& log : one.log) add(text, text_of(log));
    entry(Kind::task, ledger_path(publisher_, plan_) + "#task-" + one.id, one.title)
        .sections.push_back({"", "", text});
  }

  std::string text_of(const LogEntry& log) const {
    std::string text =
        words_.text(log.reopened ? Sentence("search-reopened") : Sentence("search-written-off"),
                    {{"date", words_.date(log.on)}});
    if (!log.text.empty())
      text = words_.text("search-named", {{"title", text}, {"text", log.text}});
    if (!log.by.empty()) text = words_.text("search-log-by", {{"text", text}, {"name", log.by}});
    return log.sample ? words_.text("search-of-sample", {{"text", text}}) : text;
  }

  void report(const Report& one) {
    Entry& made = entry(Kind::report, report_path(publisher_, plan_, one), title_of(words_, one));
    std::string text;
    add(text, "search-received", one.received);
    add(text, "search-reason", "text", one.reason);
    add(text, one.note);
    add(text, "search-source", "title", source_of(one.source));
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
    Entry& made =
        entry(Kind::plan, plan_path(publisher_, plan_), plan_.title, words_.year(plan_.year));
    std::string text;
    add(text, "search-issued", plan_.issued);
    add(text, words_.text("search-period",
                          {{"start", words_.date(plan_.start)}, {"end", words_.date(plan_.end)}}));
    for (const std::string& note : plan_.notes) add(text, note);
    for (const SourceDocument& source : plan_.sources)
      add(text, "search-source", "title", source_title(source));
    made.sections.push_back({"", "", text});
  }

  void checks() {
    if (plan_.checks.claims.empty() && plan_.checks.acceptances.empty()) return;
    Entry& made = entry(Kind::check, checks_path(publisher_, plan_), words_["page-checks"]);
    for (const Claim& claim : plan_.checks.claims) {
      std::string text = claim.figure.text;
      add(text, claim.accepted);
      made.sections.push_back({"", claim.says, text});
    }
    for (const Acceptance& one : plan_.checks.acceptances)
      made.sections.push_back({"", "", one.reason});
  }

  const Words& words_;
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

std::vector<std::string_view> kind_names(const Words& words) {
  static constexpr Word kNames[] = {"kind-unit",    "kind-document", "kind-table", "kind-target",
                                    "kind-task",    "kind-report",   "kind-plan",  "kind-publisher",
                                    "kind-measure", "kind-check"};
  std::vector<std::string_view> names;
  for (const Word name : kNames) names.emplace_back(words[name]);
  return names;
}

std::string title_of(const Words& words, const Report& report) {
  const std::string day = words.date(report.as_of);
  const std::string title =
      report.corrects ? words.text("correction-with-id", {{"date", day}, {"id", report.id}})
                      : words.text("report-as-of", {{"date", day}});
  return report.sample ? words.text("search-of-sample", {{"text", title}}) : title;
}

std::string folder_of(const Publisher& publisher, const Plan& plan) {
  return publisher.id + "/" + plan.year + "/";
}

std::vector<Entry> entries_of(const Words& words, const Publisher& publisher, const Plan& plan) {
  return PlanEntries(words, publisher, plan).list();
}

std::vector<Entry> entries_of(const Site& site) {
  std::vector<Entry> entries;
  for (const Publisher& publisher : site.publishers)
    entries.push_back({Kind::publisher, publisher_path(publisher), publisher.name, "", {}});
  for (const SharedMeasure& measure : site.measures.measures) {
    if (!is_used(site, measure)) continue;
    std::string text = measure.topic;
    Statement(*site.words, text).add(measure.definition);
    entries.push_back({Kind::measure,
                       std::string(kTopicsPath) + "#" + measure_anchor(measure),
                       measure.title,
                       "",
                       {{"", "", text}}});
  }
  return entries;
}

}  // namespace yaodian::search
