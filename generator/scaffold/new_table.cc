#include <algorithm>
#include <set>

#include "base/rules.h"
#include "scaffold/make.h"
#include "scaffold/yaml_text.h"

namespace yaodian {
namespace {

using Columns = std::vector<std::array<std::string, 3>>;

std::string column_lines(const Columns& columns, const Date& due) {
  std::vector<Parts> maps;
  for (const auto& [id, title, count] : columns) {
    maps.push_back({"id: " + id, "title: " + yaml_text(title), "count: " + yaml_text(count),
                    "quota: at-least", "due: " + due.iso()});
  }
  std::string lines;
  for (const std::string& line : yaml_maps(maps, 2)) lines += line + "\n";
  return lines;
}

void check_columns(const Columns& columns, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  for (const auto& [id, title, count] : columns) {
    if (!ids.insert(id).second)
      diagnostics.report(rule::duplicate_id, {}, "", {id, std::string("--column")});
  }
}

}  // namespace

void make_table(const Request& request, const Content& content, const Publisher& publisher,
                const Plan& plan, Scaffold& made, Diagnostics& diagnostics) {
  const std::string stem = request.publisher + "/" + request.year + "/tables/" + request.id;
  if (publisher.units.units.empty()) {
    return diagnostics.report(rule::no_units, {}, "",
                              {content.root + "/" + request.publisher + "/units.yaml"});
  }
  const Columns columns =
      request.columns.empty() ? Columns{{"members", "发展会员数", "人"}} : request.columns;
  check_columns(columns, diagnostics);
  std::vector<std::string> labels, header;
  for (const Unit& unit : publisher.units.units) labels.push_back(unit.short_name);
  for (const auto& column : columns) header.push_back(column[0]);
  const std::vector<std::string> cells(columns.size(), "待定");
  std::string text =
      "title: " + yaml_text(request.title) +
      "\n# 一列一项：任务写 quota: at-least，背景数据不写 quota；count 是计量单位。\n"
      "columns:\n" +
      column_lines(columns, plan.end) +
      "# 一行一个单位：待定改成任务数，没有任务写 0，不在这张表里的删去整行。\n";
  if (request.csv) {
    made.files.push_back({stem + ".csv", csv_rows(header, labels, cells)});
    text += "rows: {file: " + request.id + ".csv}\n";
  } else {
    text += "rows:\n" + yaml_rows(labels, cells, 2);
  }
  made.files.push_back({stem + ".yaml", std::move(text)});
  made.steps.push_back({{"把“待定”改成任务数，在 columns 里写清各列",
                         "write quotas in place of 待定, and the columns"},
                        {},
                        {}});
  made.steps.push_back({{"在一份文件的正文里单独一段放进这张表：![题名](table:{0})",
                         "put the table into a document as a paragraph: ![caption](table:{0})"},
                        {},
                        {request.id}});
}

}  // namespace yaodian
