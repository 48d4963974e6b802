#include "scaffold/scaffold.h"

#include <algorithm>

#include "base/rules.h"
#include "read/fields.h"
#include "scaffold/make.h"

namespace yaodian {
namespace {

template <class T>
const T* find_named(const std::vector<T>& all, std::string T::* name, const std::string& wanted) {
  const auto found = std::ranges::find(all, wanted, name);
  return found == all.end() ? nullptr : &*found;
}

template <class T>
std::vector<std::string> names_of(const std::vector<T>& all, std::string T::* name) {
  std::vector<std::string> names;
  for (const T& one : all) names.push_back(one.*name);
  return names;
}

bool check_ids(const Request& request, Diagnostics& diagnostics) {
  const auto check = [&](const std::string& id) {
    // The list of reports has the address of a report "index".
    const bool taken = request.kind == NewKind::report && id == "index";
    if (!is_id(id) || taken) diagnostics.report(rule::bad_file_name, {}, "", {id});
  };
  check(request.publisher);
  if (request.kind != NewKind::publisher) check(request.year);
  if (request.kind > NewKind::plan) check(request.id);
  for (const auto& unit : request.units) check(unit[0]);
  for (const auto& column : request.columns) check(column[0]);
  return !diagnostics.has_errors();
}

// True if the file NAME of the content is one that REQUEST is made from.
bool is_ground(const Request& request, std::string_view name) {
  const std::string folder = request.publisher + "/";
  if (!name.starts_with(folder)) return false;
  name.remove_prefix(folder.size());
  if (name.find('/') == name.npos) return true;
  const std::string year = (request.from.empty() ? request.year : request.from) + "/";
  if (!name.starts_with(year)) return false;
  name.remove_prefix(year.size());
  const bool tables = request.kind == NewKind::report || request.kind == NewKind::plan;
  return name == "plan.yaml" || (tables && (name == "targets.yaml" || name.starts_with("tables/")));
}

// Reports the errors in FOUND of what REQUEST is made from.
bool check_ground(const Request& request, const Diagnostics& found, Diagnostics& diagnostics) {
  for (const Diagnostic& one : found.all()) {
    if (one.rule->severity == Severity::error && one.position.known() &&
        is_ground(request, one.position.source->name))
      diagnostics.take(one);
  }
  return !diagnostics.has_errors();
}

void check_free(const Content& content, const std::vector<NewFile>& files,
                Diagnostics& diagnostics) {
  for (const NewFile& file : files) {
    if (const ContentFile* there = content.find(file.path))
      diagnostics.report(rule::already_there, {}, "", {there->source->path});
  }
}

// What a command says of a content folder that is not the usual one.
std::string elsewhere(const Content& content) {
  return content.root == "content" ? "" : " --content " + content.root;
}

const Publisher* publisher_of(const Request& request, const Content& content, const Site& site,
                              Diagnostics& diagnostics) {
  const Publisher* publisher = find_named(site.publishers, &Publisher::id, request.publisher);
  if (!publisher) {
    diagnostics.report(
        rule::missing_parent, {}, "",
        {Text{"发布单位", "publisher"}, request.publisher,
         "yaodian new publisher " + request.publisher + " --name 某某总工会" + elsewhere(content)},
        diagnostics.suggest(request.publisher, names_of(site.publishers, &Publisher::id)));
  }
  return publisher;
}

const Plan* plan_of(const Content& content, const Publisher& publisher, const std::string& year,
                    Diagnostics& diagnostics) {
  const Plan* plan = find_named(publisher.plans, &Plan::year, year);
  if (!plan) {
    diagnostics.report(rule::missing_parent, {}, "",
                       {Text{"年度", "year"}, publisher.id + "/" + year,
                        "yaodian new plan " + publisher.id + "/" + year + elsewhere(content)},
                       diagnostics.suggest(year, names_of(publisher.plans, &Plan::year)));
  }
  return plan;
}

void make(const Request& request, const Content& content, const Site& site,
          const Diagnostics& found, Scaffold& made, Diagnostics& diagnostics) {
  if (request.kind == NewKind::publisher)
    return make_publisher(request, content, made, diagnostics);
  const Publisher* publisher = publisher_of(request, content, site, diagnostics);
  if (!publisher) return;
  const std::string& year = request.kind == NewKind::plan ? request.from : request.year;
  const Plan* plan = year.empty() ? nullptr : plan_of(content, *publisher, year, diagnostics);
  if (!year.empty() && !plan) return;
  if (request.kind == NewKind::document) return make_document(request, made);
  if (!check_ground(request, found, diagnostics)) return;
  if (request.kind == NewKind::plan)
    make_plan(request, content, *publisher, made, diagnostics);
  else if (request.kind == NewKind::table)
    make_table(request, content, *publisher, *plan, made, diagnostics);
  else
    make_report(request, *plan, made, diagnostics);
}

}  // namespace

Scaffold scaffold(const Request& request, const Content& content, const Site& site,
                  const Diagnostics& found, Diagnostics& diagnostics) {
  Scaffold made;
  if (!check_ids(request, diagnostics)) return made;
  make(request, content, site, found, made, diagnostics);
  check_free(content, made.files, diagnostics);
  return diagnostics.has_errors() ? Scaffold() : made;
}

}  // namespace yaodian
