// The plan as plain data: what the content says, typed, with where it stands. Nothing here is
// computed from reports.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/encodings.h"
#include "base/position.h"
#include "base/quantity.h"
#include "model/claim.h"
#include "model/downloads.h"
#include "model/goal.h"
#include "model/ledger.h"
#include "model/measures.h"
#include "model/register.h"
#include "model/report.h"
#include "model/table.h"
#include "model/text_table.h"
#include "read/address.h"
#include "read/markdown.h"

namespace yaodian {

class Words;

// A plan-wide target (目标) that a document states.
struct Target {
  std::string id;
  std::string title;
  Goal goal;
  std::string per;  // 周, 月, 季, 年 where it recurs; "" otherwise
  std::optional<Date> due;
  std::string who;       // who has to meet it
  std::string standard;  // how it is judged
  std::string note;
  MeasureUse shared;  // the measure of several plans that it is of
  Position position;

  // The goal as a reader sees it, with its period: "≥ 12次/年", "每月5日前".
  std::string goal_text() const;
};

enum class DocumentKind : uint8_t { notice, work_points, scheme, review };

// A document: the notice, or the work points (工作要点) of a department.
struct Document {
  std::string id;
  std::string title;
  std::string short_title;  // for navigation; the title where none is given
  int order = 0;
  std::string department;
  DocumentKind kind = DocumentKind::work_points;
  std::optional<Date> issued;
  std::string number;  // 发文字号, as it is written
  Reference source;
  std::string summary;
  markdown::Body body;
  bool complete = true;  // false where the file could not be read, which has been reported
  Position position;

  // Returns the heading with ANCHOR, or nullptr.
  const markdown::Heading* find_heading(std::string_view anchor) const;
};

// A document that the content was made from.
struct SourceDocument {
  std::string id;
  std::string title;
  std::string issuer;
  std::optional<Date> issued;
  Position position;
};

// A figure that leads the plan's page: a measure's total, a target, or a figure of a report.
struct Headline {
  Address address;
  Position position;
};

// An annual work plan (年度工作计划).
struct Plan {
  std::string year;  // name of its folder
  std::string title;
  std::optional<Date> issued;
  Date start;
  Date end;
  std::vector<std::string> notes;
  std::vector<Headline> headlines;
  std::vector<SourceDocument> sources;
  std::vector<Document> documents;     // by order
  std::vector<TaskTable> tables;       // by order
  std::vector<TextTable> text_tables;  // by order
  std::vector<Target> targets;         // as in the file
  std::vector<Report> reports;  // by the day that they are of; corrections after what they correct
  Ledger ledger;
  Checks checks;
  Decimal behind_share = 80;     // in percent: below this share of the pace a quota is 严重滞后
  int soon = 30;                 // days before its deadline from which a task of the ledger is 临期
  bool complete = true;          // false where plan.yaml could not be read, which has been reported
  bool targets_complete = true;  // the same for targets.yaml
  bool reports_complete = true;  // the same for the reports
  std::vector<const Source*> files;  // of its folder, that were read, by path
  Position position;
};

// Who issues plans (发布单位).
struct Publisher {
  std::string id;
  std::string name;
  Register units;
  std::vector<Plan> plans;           // by year
  std::vector<const Source*> files;  // its own, beside the folders of its plans, by path
  Position position;
};

struct Site {
  std::string title;
  std::string
      base_url;  // where the site will be served, e.g. https://plans.example/union/; may be empty
  Reference opens;  // "PUBLISHER/YEAR" of the plan that the front page leads with; may be empty
  bool shows_files = true;             // whether the files of the content have pages of their own
  Encodings compress;                  // what stands ready beside each file of text
  Language language = Language::zh;    // of the interface
  std::shared_ptr<const Words> words;  // of the interface, in that language; where it is rendered
  bool has_search = true;              // whether there is a page that searches the site
  DownloadSettings downloads;
  MeasureRegister measures;  // what several plans count; empty without measures.yaml
  std::vector<Publisher> publishers;
};

// The place of a column among PLAN.tables and of its measure in the table.
struct ColumnPlace {
  size_t table;
  size_t measure;
};

// Returns all columns of the task tables of PLAN, table by table.
std::vector<ColumnPlace> columns_of(const Plan& plan);

// A table of a plan: one of both is there.
struct AnyTable {
  const TaskTable* task = nullptr;
  const TextTable* text = nullptr;
};

// Returns the tables of both kinds in the order of PLAN.
std::vector<AnyTable> tables_in_order(const Plan& plan);

// Returns the figures of REPORT that DOCUMENT states in the section with the anchor SECTION, or,
// where it states none there, in the sections below it. Without a SECTION: anywhere.
std::vector<const ReportFigure*> figures_in(const Report& report, const Document& document,
                                            std::string_view section);

// Returns the member of ALL with ID, or nullptr.
template <class T>
const T* find(const std::vector<T>& all, std::string_view id) {
  for (const T& one : all) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

// Returns the ids of ALL.
template <class T>
std::vector<std::string> ids(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const T& one : all) ids.push_back(one.id);
  return ids;
}

}  // namespace yaodian
