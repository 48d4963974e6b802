#include "render/task_table.h"

#include "base/words.h"
#include "pages/site_map.h"
#include "render/course.h"
#include "render/figures.h"
#include "render/limits.h"
#include "render/provenance.h"
#include "render/status.h"

namespace yaodian {
namespace {

class TableWriter {
 public:
  TableWriter(const PlanContext& context, const TaskTable& table, std::string_view path)
      : context_(context),
        words_(context.words),
        table_(table),
        path_(path),
        at_(static_cast<size_t>(&table - context.plan.tables.data())),
        own_page_(path == table_path(context.publisher, context.plan, table)) {}

  Html write(std::string_view caption) {
    constexpr size_t kUsualCell = 400;  // bytes of markup, with progress and a bar
    html_.reserve(table_.rows.size() * (table_.measures.size() + 1) * kUsualCell);
    html_.open(
        "div",
        {{"class", "scroll"}, {"role", "region"}, {"aria-label", caption}, {"tabindex", "0"}});
    html_.open("table", {{"class", "task sortable"}, {"data-table", table_.id}}).markup("\n");
    html_.element("caption", {}, caption).markup("\n");
    head();
    html_.markup("<tbody>\n");
    for (size_t row = 0; row < table_.rows.size(); ++row) body_row(row);
    html_.markup("</tbody>\n");
    foot();
    html_.markup("</table></div>\n");
    if (has_sizes_) legend("table-sizes");
    if (has_courses_) legend("table-bars");
    return std::move(html_);
  }

 private:
  void legend(Word text) { html_.element("p", {{"class", "legend"}}, words_[text]).markup("\n"); }

  Column column(size_t measure) const { return context_.column(at_, measure); }

  bool has_groups() const {
    for (const Measure& measure : table_.measures) {
      if (!measure.group.empty()) return true;
    }
    return false;
  }

  void head_cell(const Measure& measure, bool tall) {
    html_.open("th", {{own_page_ ? "id" : "", "column-" + measure.id},
                      {"scope", "col"},
                      {tall ? "rowspan" : "", "2"},
                      {"class", "num"},
                      {"data-measure", table_.id + "." + measure.id}});
    html_.text(measure.title).element("span", {{"class", "count"}}, measure.count).close("th");
  }

  void head() {
    const bool groups = has_groups();
    html_.markup("<thead>\n<tr>");
    if (table_.numbered)
      html_.element("th",
                    {{"scope", "col"}, {groups ? "rowspan" : "", "2"}, {"class", "serial num"}},
                    words_["table-serial"]);
    html_.element("th", {{"scope", "col"}, {groups ? "rowspan" : "", "2"}, {"class", "name"}},
                  table_.unit_title);
    for (size_t at = 0; at < table_.measures.size();) {
      const std::string& group = table_.measures[at].group;
      if (group.empty()) {
        head_cell(table_.measures[at++], groups);
        continue;
      }
      size_t end = at;
      while (end < table_.measures.size() && table_.measures[end].group == group) ++end;
      html_.element(
          "th", {{"scope", "colgroup"}, {"colspan", std::to_string(end - at)}, {"class", "group"}},
          group);
      at = end;
    }
    if (own_page_)
      html_.element("th", {{"scope", "col"}, {groups ? "rowspan" : "", "2"}, {"class", "origin"}},
                    words_["origin"]);
    html_.markup("</tr>\n");
    if (groups) {
      html_.markup("<tr>");
      for (const Measure& measure : table_.measures) {
        if (!measure.group.empty()) head_cell(measure, false);
      }
      html_.markup("</tr>\n");
    }
    html_.markup("</thead>\n");
  }

  void body_row(size_t at) {
    const Row& row = table_.rows[at];
    const Unit& unit = context_.publisher.units.units[row.unit];
    html_.open("tr", {{own_page_ ? "id" : "", "row-" + unit.id}});
    if (table_.numbered) html_.element("td", {{"class", "serial num"}}, std::to_string(at + 1));
    html_.open("th", {{"scope", "row"}, {"class", "name"}});
    html_.element(
        "a", {{"href", relative_link(path_, unit_path(context_.publisher, context_.plan, unit))}},
        row.label);
    html_.close("th");
    for (size_t measure = 0; measure < row.cells.size(); ++measure)
      body_cell(unit, row, column(measure));
    origin(row.position);
    html_.markup("</tr>\n");
  }

  // The number of the line that a row stands in. A document leads there through the table's page.
  void origin(const Position& at) {
    if (!own_page_) return;
    html_.open("td", {{"class", "origin"}});
    html_.add(line_link(context_.site, at, path_, Naming::number)).close("td");
  }

  void body_cell(const Unit& unit, const Row& row, const Column& column) {
    const Cell& cell = row.cells[column.place];
    const Measure& measure = column.measure;
    const bool reported = own_page_ && column.progress.observed();
    const bool unmet = measure.goal && !reported && cell.is_number() && !meets_goal(column, cell);
    const bool none = measure.role == Role::quota && cell.is_no_task();
    const std::string css_class =
        std::string("num") + (cell.is_number() ? "" : " state") + (unmet ? " unmet" : "");
    html_.open("td", {{"class", css_class},
                      {"data-unit", unit.id},
                      {"data-measure", column.id()},
                      {"data-value", cell_value(cell)}});
    if (unmet)
      html_.markup("<span class=\"mark\" aria-hidden=\"true\">▽</span>")
          .element("span", {{"class", "hidden"}}, words_["status-unmet"]);
    html_.text(cell_text(words_, cell));
    if (none) html_.element("span", {{"class", "state"}}, words_["status-no-quota"]);
    if (reported) {
      progress(column, static_cast<size_t>(&row - table_.rows.data()));
    } else if (measure.role == Role::quota && cell.is_number() && !none) {
      html_.add(chart::bar(chart::share(cell.value, *column.standing.largest)));
      has_sizes_ = true;
    }
    html_.close("td");
  }

  // The completion and the status of a cell, and its bar.
  void progress(const Column& column, size_t row) {
    const Status status = column.progress.now[row].status;
    if (status == Status::undecided || status == Status::no_quota) return;
    const auto& done = column.progress.now[row].done;
    const bool result = status == Status::met || status == Status::unmet;
    const std::string figure =
        result ? figure_text(*done, column.measure.count) : completion_text(column, row);
    const bool has_figure = result || is_ranked(status);
    html_.markup(" <span class=\"cell-progress ").markup(status_tone(status)).markup("\">");
    const std::string& word = words_[status_word(status)];
    html_.text(has_figure ? figure : word);
    if (has_figure) html_.element("span", {{"class", "hidden"}}, word);
    const Html bar = course_bar(context_, column, row);
    html_.close("span").add(bar);
    has_courses_ |= !bar.is_empty();
  }

  // The first cell of a row of the foot.
  void foot_head(std::string_view title) {
    html_.open("tr");
    if (table_.numbered) html_.open("td", {{"class", "serial"}}).close("td");
    html_.element("th", {{"scope", "row"}, {"class", "name"}}, title);
  }

  void foot() {
    html_.markup("<tfoot>\n");
    const bool published = !table_.total.empty();
    foot_head(words_[published ? Word("total") : "table-computed-total"]);
    for (size_t at = 0; at < table_.measures.size(); ++at) {
      const Cell cell = table_.shown_total(at);
      html_.element(
          "td",
          {{"class", "num"}, {"data-measure", column(at).id()}, {"data-value", cell_value(cell)}},
          cell_text(words_, cell));
    }
    origin(published ? table_.position_of_total(0) : Position());
    html_.markup("</tr>\n");
    for (const Measure& measure : table_.measures) {
      if (measure.goal) return goal_rows();
    }
    html_.markup("</tfoot>\n");
  }

  void goal_rows() {
    foot_head(words_["table-target"]);
    for (const Measure& measure : table_.measures)
      html_.element("td", {{"class", "num"}}, measure.goal ? measure.goal->text() : "");
    origin({});
    html_.markup("</tr>\n");
    foot_head(words_["table-met"]);
    for (size_t at = 0; at < table_.measures.size(); ++at) {
      const Column one = column(at);
      html_.element("td", {{"class", "num"}},
                    one.measure.goal ? std::to_string(one.standing.met) + " / " +
                                           std::to_string(one.standing.order.size())
                                     : "");
    }
    origin({});
    html_.markup("</tr>\n</tfoot>\n");
  }

  const PlanContext& context_;
  const Words& words_;
  const TaskTable& table_;
  const std::string_view path_;
  const size_t at_;           // place of the table in the plan
  const bool own_page_;       // rows can be linked to on the table's own page; a document may show
                              // several tables
  bool has_sizes_ = false;    // whether there are bars of quotas
  bool has_courses_ = false;  // whether there are bars of what is done of them
  Html html_;
};

}  // namespace

Html task_table(const PlanContext& context, const TaskTable& table, std::string_view caption,
                std::string_view path) {
  return TableWriter(context, table, path).write(caption);
}

bool leave_out(Html& list, const Words& words, size_t place, size_t count) {
  if (count <= kLongTable || place < kLongList || place >= count - kLongList) return false;
  if (place == kLongList) {
    const std::string rest = std::to_string(count - 2 * kLongList);
    list.element("li", {{"class", "rest"}}, words.text("ranking-rest", {{"units", rest}}));
    list.markup("\n");
  }
  return true;
}

Html ranking(const PlanContext& context, const Column& column, std::string_view path) {
  Html html;
  const auto item = [&](size_t at, std::string_view rank, std::string_view text, bool ranked) {
    const Row& row = column.table.rows[at];
    const Unit& unit = context.publisher.units.units[row.unit];
    html.open("li", {{"data-unit", unit.id},
                     {"data-measure", column.id()},
                     {"data-value", cell_value(row.cells[column.place])}});
    html.element("span", {{"class", "rank"}}, rank);
    html.element("a",
                 {{"href", relative_link(path, unit_path(context.publisher, context.plan, unit))}},
                 unit.short_name);
    if (ranked)
      html.add(chart::bar(chart::share(row.cells[column.place].value, *column.standing.largest)));
    html.element("span", {{"class", ranked ? "figure" : "figure state"}}, text).markup("</li>\n");
  };
  html.open("ol", {{"class", "ranking"}}).markup("\n");
  const std::vector<uint32_t>& order = column.standing.order;
  for (size_t place = 0; place < order.size(); ++place) {
    if (leave_out(html, column.words, place, order.size())) continue;
    item(order[place], std::to_string(column.standing.ranks[order[place]]),
         cell_text(column.words, column.table.rows[order[place]].cells[column.place]), true);
  }
  std::vector<size_t> others;
  for (size_t at = 0; at < column.table.rows.size(); ++at) {
    if (column.standing.ranks[at] == 0) others.push_back(at);
  }
  for (size_t place = 0; place < others.size(); ++place) {
    if (leave_out(html, column.words, place, others.size())) continue;
    const Cell& cell = column.table.rows[others[place]].cells[column.place];
    item(others[place], "–",
         cell.is_number() ? column.words["status-no-quota"] : cell_text(column.words, cell), false);
  }
  html.markup("</ol>\n");
  return html;
}

}  // namespace yaodian
