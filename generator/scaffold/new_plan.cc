#include <algorithm>
#include <charconv>

#include "base/rules.h"
#include "read/yaml.h"
#include "scaffold/make.h"
#include "scaffold/yaml_text.h"

namespace yaodian {
namespace {

int number_of(const std::string& year) {
  int number = 0;
  std::from_chars(year.data(), year.data() + year.size(), number);
  return number;
}

std::string plan_text(const Request& request, const Publisher& publisher) {
  const std::string& year = request.year;
  const std::string title =
      request.title.empty() ? year + "年" + publisher.name + "工作计划" : request.title;
  return "title: " + yaml_text(title) + "\nperiod: {start: " + year + "-01-01, end: " + year +
         "-12-31}\n"
         "# issued: " +
         year +
         "-02-10  # 印发日期\n"
         "# headline: [表.列, target:编号]  # 本页最上面的主要数字\n";
}

void carry_tables(const Request& request, const Content& content, const Plan& from,
                  Scaffold& made) {
  const int years = number_of(request.year) - number_of(request.from);
  for (const TaskTable& table : from.tables) {
    Diagnostics reported_before;
    const ContentFile* file =
        content.find(request.publisher + "/" + request.from + "/tables/" + table.id + ".yaml");
    const auto value = file ? yaml::parse(*file->source, reported_before) : std::nullopt;
    if (value && value->is_map()) carry_over(table, *value, request, years, made);
  }
}

}  // namespace

void make_plan(const Request& request, const Content& content, const Publisher& publisher,
               Scaffold& made, Diagnostics&) {
  const std::string folder = request.publisher + "/" + request.year + "/";
  const auto from = std::ranges::find(publisher.plans, request.from, &Plan::year);
  if (from != publisher.plans.end()) carry_tables(request, content, *from, made);
  const bool has_tables = !made.files.empty();
  made.files.push_back({folder + "plan.yaml", plan_text(request, publisher)});
  const std::string plan = request.publisher + "/" + request.year;
  if (has_tables) {
    made.steps.push_back({{"把各张表里的“待定”改成今年的任务数，核对各列和期限",
                           "write this year's quotas in place of 待定, and look at columns and "
                           "deadlines"},
                          {},
                          {}});
  } else {
    made.steps.push_back({{"建任务表", "add tables"},
                          {"new table {0}/编号 --title 题名", "new table {0}/ID --title TITLE"},
                          {plan}});
  }
  made.steps.push_back({{"建通知、工作要点等文件", "add documents"},
                        {"new document {0}/编号 --title 题名", "new document {0}/ID --title TITLE"},
                        {plan}});
}

}  // namespace yaodian
