#include <algorithm>
#include <set>

#include "base/rules.h"
#include "base/text.h"
#include "read/fields.h"
#include "scaffold/make.h"
#include "scaffold/yaml_text.h"

namespace yaodian {
namespace {

// The columns of a table that a report asks for.
struct Part {
  const TaskTable* table;
  std::vector<const Measure*> columns;
};

// What the reports of a plan have had so far: "TABLE.COLUMN" and "target:ID".
std::set<std::string> reported_in(const Plan& plan) {
  std::set<std::string> reported;
  for (const Report& report : plan.reports) {
    for (const TableReport& part : report.tables) {
      const auto table = std::ranges::find(plan.tables, part.table.id, &TaskTable::id);
      if (table == plan.tables.end()) continue;
      for (size_t at = 0; at < part.measures.size(); ++at) {
        const bool filled = std::ranges::any_of(
            part.rows, [&](const Row& row) { return row.cells[at].is_number(); });
        if (filled) reported.insert(table->id + "." + table->measures[part.measures[at]].id);
      }
    }
    for (const PlanObservation& one : report.observations)
      if (one.of.scheme == Scheme::target) reported.insert("target:" + one.of.id);
  }
  return reported;
}

// Reports are alike: what has been reported once is asked for again, and everything where nothing
// has been yet.
class Form {
 public:
  Form(const Request& request, const Plan& plan)
      : request_(request), plan_(plan), reported_(reported_in(plan)) {}

  std::vector<Part> parts(Diagnostics& diagnostics) const {
    std::vector<Part> parts;
    if (request_.tables.empty()) {
      for (const TaskTable& table : plan_.tables) add(parts, table, everything());
    }
    for (const std::string& id : request_.tables) {
      const auto table = std::ranges::find(plan_.tables, id, &TaskTable::id);
      if (table != plan_.tables.end()) {
        const size_t before = parts.size();
        add(parts, *table, request_.all);
        if (parts.size() == before) add(parts, *table, true);
        if (parts.size() == before)
          diagnostics.report(rule::nothing_to_report, {}, "", {table->title});
      } else {
        report_unknown(id, diagnostics);
      }
    }
    return parts;
  }

  std::vector<const Target*> targets() const {
    std::vector<const Target*> targets;
    if (!request_.tables.empty()) return targets;
    for (const Target& target : plan_.targets) {
      const bool first = everything() && (request_.all || !is_added_up(target));
      if (first || reported_.contains("target:" + target.id)) targets.push_back(&target);
    }
    return targets;
  }

 private:
  bool everything() const { return request_.all || reported_.empty(); }

  // True if quotas pursue TARGET: what is done of it is the sum of what the units report.
  bool is_added_up(const Target& target) const {
    const auto pursues = [&](const Measure& measure) {
      return measure.role == Role::quota && !measure.is_rate() && measure.target.id == target.id;
    };
    return std::ranges::any_of(plan_.tables, [&](const TaskTable& table) {
      return std::ranges::any_of(table.measures, pursues);
    });
  }

  void add(std::vector<Part>& parts, const TaskTable& table, bool all) const {
    Part part{&table, {}};
    for (const Measure& measure : table.measures) {
      const bool tracked = measure.role != Role::context;
      if (tracked && (all || reported_.contains(table.id + "." + measure.id)))
        part.columns.push_back(&measure);
    }
    const bool twice = std::ranges::find(parts, &table, &Part::table) != parts.end();
    if (!part.columns.empty() && !twice) parts.push_back(std::move(part));
  }

  void report_unknown(const std::string& id, Diagnostics& diagnostics) const {
    std::vector<std::string> ids;
    for (const TaskTable& table : plan_.tables) ids.push_back(table.id);
    diagnostics.report(rule::dangling_link, {}, "", {id, Text{"任务表", "table"}},
                       diagnostics.suggest(id, ids));
  }

  const Request& request_;
  const Plan& plan_;
  std::set<std::string> reported_;
};

// "    # 列：发展会员数（人）、集体协商覆盖面（%）", so that nobody has to look the ids up.
std::string columns_in_words(const Part& part) {
  std::vector<std::string> words;
  for (const Measure* column : part.columns)
    words.push_back(column->label + "（" + column->count + "）");
  return join(words);
}

std::string part_text(const Part& part, const Request& request, Scaffold& made) {
  std::vector<std::string> labels, ids, header;
  for (const Row& row : part.table->rows) labels.emplace_back(row.label);
  for (const Measure* column : part.columns) {
    ids.push_back(column->id);
    header.push_back(csv_header(*column, part.columns));
  }
  std::string text = "  " + part.table->id + ":  # " + part.table->short_title + "\n    # " +
                     columns_in_words(part) + "\n    columns: [";
  for (const std::string& id : ids) text += (id == ids.front() ? "" : ", ") + id;
  text += "]\n";
  if (!request.csv)
    return text + "    rows:\n" + yaml_rows(labels, std::vector<std::string>(ids.size(), "''"), 6);
  const std::string name = request.id + "-" + part.table->id + ".csv";
  made.files.push_back({request.publisher + "/" + request.year + "/reports/" + name,
                        csv_rows(header, labels, std::vector<std::string>(ids.size()))});
  return text + "    rows: {file: " + name + "}\n";
}

std::string target_lines(const std::vector<const Target*>& targets) {
  std::vector<std::string> keys;
  for (const Target* target : targets) keys.push_back(target->id + ":");
  keys = padded(std::move(keys));
  std::string lines;
  for (size_t at = 0; at < targets.size(); ++at) {
    lines +=
        "  " + keys[at] + " ''  # " + targets[at]->title + "，" + targets[at]->goal_text() + "\n";
  }
  return lines;
}

Text filling(bool csv) {
  if (csv)
    return {"用电子表格打开 CSV 文件填数，存为 UTF-8 编码的 CSV；没有报的空着",
            "fill the CSV files in with a spreadsheet and save them as UTF-8; leave blank what was "
            "not reported"};
  return {
      "把 '' 换成从计划开始累计的数；没有报的留着 ''",
      "write figures, cumulative since the plan's start, in place of ''; leave '' where nothing "
      "was reported"};
}

}  // namespace

void make_report(const Request& request, const Plan& plan, Scaffold& made,
                 Diagnostics& diagnostics) {
  const Date as_of = *request.as_of;
  if (as_of < plan.start)
    diagnostics.report(rule::before_plan, {}, "", {as_of.iso(), plan.start.iso()});
  const Form form(request, plan);
  const std::vector<Part> parts = form.parts(diagnostics);
  const std::vector<const Target*> targets = form.targets();
  if (parts.empty() && targets.empty() && !diagnostics.has_errors())
    diagnostics.report(rule::nothing_to_report, {}, "", {request.publisher + "/" + request.year});
  std::string text = "as_of: " + as_of.iso() + "\n# received:  # 哪一天收到的，写成 " +
                     as_of.iso() +
                     " 这样，去掉行首的 #"
                     "\n# 数从计划开始累计；没有报的留着 ''，整个单位没有报可以删去那一行。\n";
  if (!parts.empty()) text += "tables:\n";
  for (const Part& part : parts) text += part_text(part, request, made);
  if (!targets.empty()) text += "targets:\n" + target_lines(targets);
  made.files.push_back({request.publisher + "/" + request.year + "/reports/" + request.id + ".yaml",
                        std::move(text)});
  made.steps.push_back({filling(request.csv && !parts.empty()), {}, {}});
  made.steps.push_back(
      {{"填上第一个数以前，这份月报不计入网站", "the report does not count before it has a figure"},
       {},
       {}});
}

}  // namespace yaodian
