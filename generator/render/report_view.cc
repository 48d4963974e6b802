#include <memory>
#include <unordered_map>

#include "base/words.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/report_table.h"
#include "render/report_words.h"
#include "render/results.h"
#include "render/status.h"
#include "render/views.h"

namespace yaodian {
namespace {

// The last observation of the same thing in a report before REPORT, with the report that has it.
PlanObserved before(const Plan& plan, const Report& report, const PlanObservation& observation) {
  PlanObserved last{nullptr, nullptr};
  for (const Report* one = plan.reports.data(); one != &report; ++one) {
    for (const PlanObservation& other : one->observations) {
      const bool same = other.of.scheme == observation.of.scheme &&
                        other.of.id == observation.of.id && other.of.part == observation.of.part;
      if (same) last = {&other, one};
    }
  }
  return last;
}

// Makes the parts of a report's page that are not about one table.
class ReportPage {
 public:
  ReportPage(const PlanContext& context, const PlanProgress& progress, const Report& report,
             std::string_view path)
      : context_(context),
        plan_(context.plan),
        progress_(progress),
        report_(report),
        path_(path),
        sample_(report.sample) {}

  bool sample() const { return sample_; }

  std::vector<View> observations() {
    std::vector<View> items;
    for (const PlanObservation& one : report_.observations) {
      View item;
      if (!(one.of.scheme == Scheme::target ? add_target(item, one) : add_total(item, one)))
        continue;
      const PlanObserved last = before(plan_, report_, one);
      if (last.report) sample_ |= last.report->sample;
      item.text("figure", one.text).text("value", one.value.plain());
      item.text_if("before", last.observation ? last.observation->text : "");
      item.html("line", line_of(one.position));
      items.push_back(std::move(item));
    }
    return items;
  }

  // The figures as cards, by the section of the document that states them, in the order in which
  // the report first names these.
  std::vector<View> figure_groups() const {
    std::vector<View> groups;
    std::vector<bool> done(report_.figures.size());
    for (size_t at = 0; at < done.size(); ++at) {
      if (done[at]) continue;
      std::vector<const ReportFigure*> figures;
      for (size_t other = at; other < done.size(); ++other) {
        if (!same_section(report_.figures[at], report_.figures[other])) continue;
        figures.push_back(&report_.figures[other]);
        done[other] = true;
      }
      groups.push_back(figure_group(figures));
    }
    return groups;
  }

  // The corrections of this report, which are made by a later one.
  std::vector<View> corrected_by() {
    std::vector<View> items;
    for (const Report& one : plan_.reports) {
      if (report_.corrects || !one.corrects || one.as_of != report_.as_of) continue;
      sample_ |= one.sample;
      View item = link_view(
          path_, {report_title(context_.words, one), report_path(context_.publisher, plan_, one)});
      items.push_back(std::move(item.text_if("reason", one.reason)));
    }
    return items;
  }

  // What this report corrects, figure by figure.
  std::vector<View> corrections() {
    std::vector<View> items;
    if (!report_.corrects) return items;
    for (const TableReport& part : report_.tables) {
      const TaskTable* table = find(plan_.tables, part.table.id);
      if (table) add_corrections(items, part, *table);
    }
    return items;
  }

 private:
  Html line_of(const Position& at) const {
    return line_link(context_.site, at, path_, Naming::line);
  }

  static bool same_section(const ReportFigure& a, const ReportFigure& b) {
    const Address &one = a.stated.document, &other = b.stated.document;
    return a.stated.given == b.stated.given && one.id == other.id && one.part == other.part;
  }

  View figure_group(const std::vector<const ReportFigure*>& figures) const {
    const ReportFigure& first = *figures.front();
    const Document* document =
        first.stated.given ? find(plan_.documents, first.stated.document.id) : nullptr;
    const auto [section, url] =
        document ? passage_of(context_, *document, first.stated.document.part, path_) : Passage();
    const std::string heading = section ? section->text : document ? document->short_title : "";
    View group;
    group.text_if("heading", heading).text("url", url);
    group.text_if("document", section ? document->short_title : "");
    const CardStyle style{heading.empty() ? context_.words["report-figures"] : heading, ""};
    group.html("cards", result_cards(context_, report_, figures, style, path_));
    return group;
  }

  bool add_target(View& item, const PlanObservation& one) const {
    const Target* target = find(plan_.targets, one.of.id);
    if (!target) return false;
    item.text("title", target->title).text("measure", "target:" + target->id);
    item.text("url", relative_link(path_, target_path(context_.publisher, plan_, *target)));
    item.text("goal", target->goal_text());
    item.html("status", status_badge(context_.words,
                                     target->goal.met_by(one.value) ? Status::met : Status::unmet));
    return true;
  }

  bool add_total(View& item, const PlanObservation& one) const {
    const TaskTable* table = find(plan_.tables, one.of.id);
    const auto measure = table ? table->find_measure(one.of.part) : std::nullopt;
    if (!measure) return false;
    const Measure& column = table->measures[*measure];
    const auto sum = table->sum(*measure);
    const bool judged = column.role == Role::quota && sum;
    const auto place = static_cast<size_t>(table - plan_.tables.data());
    const Task& task = progress_.tables[place].columns[*measure].total_task;
    item.text("title", context_.words.text("column-total", {{"measure", column.label}}));
    item.text("measure", table->id + "." + column.id);
    item.text("url", relative_link(path_, table_path(context_.publisher, plan_, *table)));
    item.text("goal", judged ? figure_text(*sum, column.count) : "");
    item.html("status",
              judged ? status_badge(context_.words, judge(task, {one.value, false}, report_.as_of))
                     : Html());
    return true;
  }

  void add_corrections(std::vector<View>& items, const TableReport& part, const TaskTable& table) {
    const auto place = static_cast<size_t>(&table - plan_.tables.data());
    std::unordered_map<const Cell*, Observed> replaced;
    for (const Correction& one : progress_.tables[place].corrections) {
      if (one.after.report == &report_) replaced[one.after.cell] = one.before;
    }
    for (const Row& row : part.rows) {
      for (size_t at = 0; at < part.measures.size(); ++at) {
        if (!row.cells[at].is_number()) continue;
        const auto found = replaced.find(&row.cells[at]);
        const Observed earlier = found == replaced.end() ? Observed() : found->second;
        if (earlier) sample_ |= earlier.report->sample;
        View item = correction(table, part.measures[at], row, row.cells[at], earlier);
        item.html("line", line_of(row.position_of(row.cells[at])));
        const Position before =
            earlier ? position_of(earlier, table, *table.place_of(row.unit)) : Position();
        item.html("before_line", line_link(context_.site, before, path_));
        items.push_back(std::move(item));
      }
    }
  }

  View correction(const TaskTable& table, size_t measure, const Row& row, const Cell& after,
                  const Observed& earlier) const {
    const Measure& column = table.measures[measure];
    const Unit& unit = context_.publisher.units.units[row.unit];
    View item;
    item.text("name", unit.short_name).text("unit", unit.id).text("table", table.short_title);
    item.text("url", relative_link(path_, unit_path(context_.publisher, plan_, unit)));
    item.text("title", column.label).text("measure", table.id + "." + column.id);
    item.text("count", column.count)
        .text_if("before", earlier ? cell_text(context_.words, *earlier.cell) : "");
    item.text("figure", cell_text(context_.words, after)).text("value", cell_value(after));
    return item;
  }

  const PlanContext& context_;
  const Plan& plan_;
  const PlanProgress& progress_;
  const Report& report_;
  const std::string_view path_;
  bool sample_;
};

// True if the plan is judged on an earlier day than that of REPORT.
bool is_later(const PlanContext& context, const Report& report) {
  return context.progress.day && report.as_of > *context.progress.day;
}

// The progress that a report's page is judged by: that of the plan, or of the report's own day
// where the plan is judged on an earlier one.
std::shared_ptr<const PlanProgress> progress_on(const PlanContext& context, const Report& report) {
  if (is_later(context, report))
    return std::make_shared<const PlanProgress>(assess(context.plan, report.as_of));
  return {std::shared_ptr<void>(), &context.progress};  // which outlives all pages
}

// Calls VISIT with each table that REPORT is about, and with what it says of it.
template <class Visit>
void for_each_table(const Plan& plan, const Report& report, const Visit& visit) {
  for (const TableReport& part : report.tables) {
    const TaskTable* table = find(plan.tables, part.table.id);
    if (table && !report.corrects) visit(*table, part);
  }
}

}  // namespace

View report_view(const PlanContext& context, const Report& report, std::string_view path) {
  const Plan& plan = context.plan;
  const std::shared_ptr<const PlanProgress> progress = progress_on(context, report);
  const std::string title = report_title(context.words, report);
  View view;
  add_frame(view, context, path, title,
            {{context.words["page-reports"], reports_path(context.publisher, plan)}, {title, ""}});
  view.text("heading", title).text("id", report.id).text("date", context.words.date(report.as_of));
  view.text_if("received", report.received ? context.words.date(*report.received) : "");
  view.flag("is_correction", report.corrects).text_if("reason", report.reason);
  view.text_if("note", report.note).flag("is_later", is_later(context, report));
  view.html("file", link_to_file(context.site, *report.position.source, path));
  view.text_if("source", source_text(context.words, plan, report.source));
  ReportPage page(context, *progress, report, path);
  view.list("corrected_by", page.corrected_by());
  std::vector<View> corrections = page.corrections();
  view.flag("has_corrections", !corrections.empty()).list("corrections", std::move(corrections));
  std::vector<View> observations = page.observations();
  view.flag("has_observations", !observations.empty());
  view.list("observations", std::move(observations));
  std::vector<View> groups = page.figure_groups();
  view.flag("has_figures", !groups.empty()).list("figure_groups", std::move(groups));
  view.flag("is_background", report.is_background());
  bool sample = page.sample();
  for_each_table(plan, report, [&](const TaskTable& table, const TableReport& part) {
    sample |= ReportTable(context, *progress, table, part, report.as_of, path).sample();
  });
  add_sample(view, sample);
  view.list_when_asked("tables", [&context, &report, progress, path] {
    std::vector<View> tables;
    for_each_table(context.plan, report, [&](const TaskTable& table, const TableReport& part) {
      tables.push_back(ReportTable(context, *progress, table, part, report.as_of, path).view());
    });
    return tables;
  });
  const auto at = static_cast<size_t>(&report - plan.reports.data());
  add_neighbours(view, path, at, plan.reports.size(), [&](size_t place) {
    const Report& other = plan.reports[place];
    return Crumb{report_title(context.words, other), report_path(context.publisher, plan, other)};
  });
  return view;
}

}  // namespace yaodian
