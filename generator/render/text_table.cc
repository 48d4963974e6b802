#include "render/text_table.h"

#include <algorithm>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/views.h"

namespace yaodian {
namespace {

class TextTableWriter {
 public:
  TextTableWriter(const PlanContext& context, const TextTable& table, std::string_view path)
      : context_(context),
        table_(table),
        path_(path),
        own_page_(path == table_path(context.publisher, context.plan, table)),
        groups_(std::ranges::any_of(table.columns,
                                    [](const TextColumn& one) { return !one.group.empty(); })) {}

  Html write(std::string_view caption) {
    html_.open(
        "div",
        {{"class", "scroll"}, {"role", "region"}, {"aria-label", caption}, {"tabindex", "0"}});
    html_.open("table", {{"class", "plain text-table"}, {"data-table", table_.id}}).markup("\n");
    html_.element("caption", {}, caption).markup("\n");
    head();
    html_.markup("<tbody>\n");
    for (size_t at = 0; at < table_.rows.size(); ++at) row(at);
    html_.markup("</tbody>\n</table></div>\n");
    return std::move(html_);
  }

 private:
  void head() {
    html_.markup("<thead>\n<tr>");
    if (table_.numbered) tall_cell("serial num", context_.words["table-serial"]);
    tall_cell("name", table_.label_title);
    for (size_t at = 0; at < table_.columns.size();) {
      const TextColumn& column = table_.columns[at];
      if (column.group.empty()) {
        column_cell(column, groups_);
        ++at;
        continue;
      }
      size_t end = at;
      while (end < table_.columns.size() && table_.columns[end].group == column.group) ++end;
      html_.element(
          "th", {{"scope", "colgroup"}, {"colspan", std::to_string(end - at)}, {"class", "group"}},
          column.group);
      at = end;
    }
    if (own_page_) tall_cell("origin", context_.words["origin"]);
    html_.markup("</tr>\n");
    if (groups_) second_line();
    html_.markup("</thead>\n");
  }

  void second_line() {
    html_.markup("<tr>");
    for (const TextColumn& column : table_.columns) {
      if (!column.group.empty()) column_cell(column, false);
    }
    html_.markup("</tr>\n");
  }

  void tall_cell(std::string_view css_class, std::string_view title) {
    html_.element("th", {{"scope", "col"}, {groups_ ? "rowspan" : "", "2"}, {"class", css_class}},
                  title);
  }

  void column_cell(const TextColumn& column, bool tall) {
    html_.open("th", {{own_page_ ? "id" : "", "column-" + column.id},
                      {"scope", "col"},
                      {tall ? "rowspan" : "", "2"},
                      {column.is_text ? "" : "class", "num"}});
    html_.text(column.title);
    if (!column.is_text) html_.element("span", {{"class", "count"}}, column.count);
    html_.close("th");
  }

  void row(size_t at) {
    const TextRow& row = table_.rows[at];
    html_.markup("<tr>");
    if (table_.numbered) html_.element("td", {{"class", "serial num"}}, std::to_string(at + 1));
    html_.element("th", {{"scope", "row"}, {"class", "name"}}, row.label);
    for (size_t place = 0; place < row.cells.size(); ++place)
      cell(table_.columns[place], row.cells[place]);
    if (own_page_) {
      html_.open("td", {{"class", "origin"}, {"data-label", context_.words["origin"]}});
      html_.add(line_link(context_.site, row.position, path_, Naming::number)).close("td");
    }
    html_.markup("</tr>\n");
  }

  // Where the page is too narrow for columns, each cell says which one it is of.
  void cell(const TextColumn& column, const TextCell& cell) {
    if (column.is_text) {
      html_.element("td", {{"data-label", column.title}}, cell.text);
      return;
    }
    const std::string label = context_.words.text(
        "column-with-count", {{"title", column.title}, {"count", column.count}});
    html_.element("td",
                  {{"class", cell.figure.is_number() ? "num" : "num state"},
                   {"data-label", label},
                   {"data-value", cell_value(cell.figure)}},
                  cell_text(context_.words, cell.figure));
  }

  const PlanContext& context_;
  const TextTable& table_;
  const std::string_view path_;
  const bool own_page_;
  const bool groups_;  // whether columns stand below a common header
  Html html_;
};

}  // namespace

Html text_table(const PlanContext& context, const TextTable& table, std::string_view caption,
                std::string_view path) {
  return TextTableWriter(context, table, path).write(caption);
}

View text_table_view(const PlanContext& context, const TextTable& table, std::string_view path) {
  const Plan& plan = context.plan;
  View view;
  add_frame(view, context, path, table.title, {{table.short_title, ""}});
  view.text("heading", table.title).number("rows", table.rows.size()).flag("is_text", true);
  view.text_if("as_of", table.as_of ? context.words.date(*table.as_of) : "")
      .flag("reported", false);
  view.html("file", link_to_file(context.site, *table.position.source, path));
  view.flag("rows_file", false).text_if("source", source_text(context.words, plan, table.source));
  const Document* document = find(plan.documents, table.document.id);
  view.text_if("document", document ? document->title : "");
  view.text("document_url",
            document ? relative_link(path, document_path(context.publisher, plan, *document)) : "");
  std::vector<View> notes;
  for (const std::string& note : table.notes) notes.push_back(View().text("text", note));
  view.flag("has_notes", !notes.empty()).list("notes", std::move(notes));
  view.html("table", text_table(context, table, table.title, path)).flag("has_goals", false);
  view.flag("has_courses", false).list("courses", {}).flag("heat_map", false);
  view.flag("has_rankings", false).list("rankings", {});
  view.flag("has_measures", false).list("measures", {});
  view.flag("has_shared", false).list("shared", {});
  add_sample(view, false);
  return view;
}

}  // namespace yaodian
