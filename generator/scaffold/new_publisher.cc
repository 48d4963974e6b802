#include <set>

#include "base/rules.h"
#include "base/text.h"
#include "scaffold/make.h"
#include "scaffold/yaml_text.h"

namespace yaodian {
namespace {

// 东山街道总工会 is 东山街道 in tables.
std::string short_name(const std::string& name) {
  for (const std::string_view end : {"总工会", "工会工作委员会", "工会联合会"}) {
    if (name.ends_with(end) && name.size() > end.size())
      return name.substr(0, name.size() - end.size());
  }
  return name;
}

std::string kind_of(const std::string& short_name) {
  for (const std::string_view kind : {"街道", "镇", "乡"}) {
    if (short_name.ends_with(kind)) return std::string(kind);
  }
  return "其他";
}

void check_units(const Request& request, Diagnostics& diagnostics) {
  std::set<std::string> ids, names;
  for (const auto& [id, name] : request.units) {
    if (!ids.insert(id).second)
      diagnostics.report(rule::duplicate_id, {}, "", {id, std::string("--unit")});
    if (!names.insert(normal_form(short_name(name))).second)
      diagnostics.report(rule::duplicate_name, {}, "", {name, name, std::string("--unit")});
  }
}

std::string unit_lines(const Request& request) {
  std::vector<Parts> units;
  for (const auto& [id, name] : request.units) {
    units.push_back({"id: " + id, "name: " + yaml_text(name),
                     "short: " + yaml_text(short_name(name)),
                     "kind: " + kind_of(short_name(name))});
  }
  std::string lines;
  for (const std::string& line : yaml_maps(units, 2)) lines += line + "\n";
  return lines;
}

std::string register_text(const Request& request) {
  return "# 单位登记表，各年共用。一行一个基层工会；id 就是网址，用小写英文字母、数字和连字符。\n"
         "# 同一个工会在各张表里的别的叫法，写进 aliases。\n"
         "kinds: [街道, 镇, 乡, 园区, 行业, 其他]\n"
         "units:\n"
         "  # - {id: dongshan, name: 东山街道总工会, short: 东山街道, kind: 街道, aliases: "
         "[东山]}\n" +
         unit_lines(request);
}

}  // namespace

void make_publisher(const Request& request, const Content& content, Scaffold& made,
                    Diagnostics& diagnostics) {
  check_units(request, diagnostics);
  const std::string folder = request.publisher + "/";
  if (!content.find("site.yaml")) made.files.push_back({"site.yaml", "title: 工会年度工作计划\n"});
  made.files.push_back({folder + "units.yaml", register_text(request)});
  made.files.push_back({folder + "publisher.yaml", "name: " + yaml_text(request.title) + "\n"});
  made.steps.push_back({{"在 {0} 里登记基层工会，一行一个", "add the units to {0}, one a line"},
                        {},
                        {content.root + "/" + folder + "units.yaml"}});
  made.steps.push_back({{"建一个年度", "make a year"},
                        {"new plan {0}/年度", "new plan {0}/YEAR"},
                        {request.publisher}});
}

}  // namespace yaodian
