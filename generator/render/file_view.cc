#include <algorithm>
#include <span>

#include "base/words.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/report_words.h"
#include "render/views.h"

namespace yaodian {
namespace {

// What a file is, which pages it makes, and which source it was taken from.
struct FileUse {
  Word kind;
  std::vector<Crumb> pages;
  Reference source;
};

bool is_csv(std::string_view name) { return name.ends_with(".csv"); }

// True if FILE holds what stands at POSITION, or its rows.
bool holds(const Source& file, const Position& position, std::string_view rows_file) {
  return position.source == &file || (!rows_file.empty() && rows_file == file.name);
}

FileUse use_in(const PlanContext& context, const Source& file) {
  const Words& words = context.words;
  const Publisher& publisher = context.publisher;
  const Plan& plan = context.plan;
  for (const TaskTable& one : plan.tables) {
    if (holds(file, one.position, one.rows_file))
      return {is_csv(file.name) ? Word("file-table-rows") : "file-task-table",
              {{one.title, table_path(publisher, plan, one)}},
              one.source};
  }
  for (const TextTable& one : plan.text_tables) {
    if (holds(file, one.position, ""))
      return {"file-text-table", {{one.title, table_path(publisher, plan, one)}}, one.source};
  }
  for (const Document& one : plan.documents) {
    if (holds(file, one.position, ""))
      return {"file-document", {{one.title, document_path(publisher, plan, one)}}, one.source};
  }
  FileUse report{"file-report", {}, {}};  // two reports may read one file of rows
  for (const Report& one : plan.reports) {
    const bool rows = std::any_of(one.tables.begin(), one.tables.end(), [&](const auto& table) {
      return holds(file, {}, table.rows_file);
    });
    if (!rows && !holds(file, one.position, "")) continue;
    report.pages.push_back({report_title(words, one), report_path(publisher, plan, one)});
    report.source = one.source;
  }
  if (is_csv(file.name)) report.kind = "file-report-rows";
  if (!report.pages.empty()) return report;
  if (file.name.ends_with("/targets.yaml") && !plan.targets.empty())
    return {"file-targets", {{words["page-targets"], targets_path(publisher, plan)}}, {}};
  if (file.name.ends_with("/ledger.yaml") && !plan.ledger.tasks.empty())
    return {"file-ledger", {{words["page-ledger"], ledger_path(publisher, plan)}}, {}};
  if (file.name.find("/reports/") != file.name.npos)  // one that is not filled in has no page
    return report;
  if (file.name.ends_with("/checks.yaml"))
    return {"file-checks", {{words["page-checks"], checks_path(publisher, plan)}}, {}};
  return {"file-plan", {{plan.title, plan_path(publisher, plan)}}, {}};
}

bool is_register(const Source& file) { return file.name.ends_with("/units.yaml"); }

// What a file beside PLANS is.
FileUse use_beside(const Words& words, const Publisher& publisher, std::span<const Plan> plans,
                   const Source& file) {
  FileUse use{is_register(file) ? Word("file-register") : "file-publisher", {}, {}};
  for (const Plan& plan : plans) {
    if (is_register(file) && !units_of(publisher, plan).empty())
      use.pages.push_back(
          {words.text("file-units-of-plan", {{"plan", plan.title}}), units_path(publisher, plan)});
    else
      use.pages.push_back({plan.title, plan_path(publisher, plan)});
  }
  return use;
}

// The lines of TEXT as the items of a list. A file may have a million of them.
Html lines_of(std::string_view text) {
  Html html;
  html.markup("<ol class=\"lines\">\n");
  for (size_t line = 1; !text.empty(); ++line) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view one = text.substr(0, end);
    if (one.ends_with('\r')) one.remove_suffix(1);
    html.markup("<li id=\"L").number(line).markup("\">");
    html.text(one).markup("</li>\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(html.markup("</ol>"));
}

size_t count_lines(std::string_view text) {
  const auto ends = static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
  return ends + (!text.empty() && text.back() != '\n');
}

void add_pages(View& view, const std::vector<Crumb>& pages, std::string_view path) {
  std::vector<View> links;
  for (const Crumb& page : pages) links.push_back(link_view(path, page));
  view.list("made", std::move(links));
}

View file_item(const Words& words, const Source& file, const FileUse& use, std::string_view path) {
  View item;
  item.text("name", file.name).text("url", file_link(path, file.name));
  item.text("kind", words[use.kind]).number("lines", count_lines(file.text));
  add_pages(item, use.pages, path);
  return item;
}

void add_file(View& view, const Words& words, const Source& file, const FileUse& use,
              const std::string& source, std::string_view path) {
  view.text("name", file.name)
      .text("kind", words[use.kind])
      .number("lines", count_lines(file.text));
  view.text_if("source", source).html("content", lines_of(file.text));
  add_pages(view, use.pages, path);
  add_sample(view, false);
}

}  // namespace

View files_view(const PlanContext& context, std::string_view path) {
  View view;
  const Words& words = context.words;
  add_frame(view, context, path, words.text("title-files", {{"year", context.plan.year}}),
            {{words["page-files"], ""}});
  add_sample(view, false);
  std::vector<View> items;
  for (const Source* file : context.plan.files)
    items.push_back(file_item(words, *file, use_in(context, *file), path));
  for (const Source* file : context.publisher.files)
    items.push_back(file_item(
        words, *file, use_beside(words, context.publisher, {&context.plan, 1}, *file), path));
  view.text("plan_title", context.plan.title).number("file_count", items.size());
  view.list("files", std::move(items));
  return view;
}

View file_view(const PlanContext& context, const Source& file, std::string_view path) {
  const FileUse use = use_in(context, file);
  View view;
  add_frame(view, context, path, file.name,
            {{context.words["page-files"], files_path(context.publisher, context.plan)},
             {file.name.substr(file.name.rfind('/') + 1), ""}});
  add_file(view, context.words, file, use, source_text(context.words, context.plan, use.source),
           path);
  return view;
}

View publisher_file_view(const Site& site, const Publisher& publisher, const Source& file,
                         std::string_view path) {
  View view;
  add_frame(view, site, path, file.name,
            {{publisher.name, publisher_path(publisher)},
             {file.name.substr(file.name.rfind('/') + 1), ""}});
  add_file(view, *site.words, file, use_beside(*site.words, publisher, publisher.plans, file), "",
           path);
  return view;
}

}  // namespace yaodian
