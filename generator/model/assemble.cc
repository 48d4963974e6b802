#include "model/assemble.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>

#include "base/parallel.h"
#include "base/rules.h"
#include "base/text.h"
#include "base/words.h"
#include "model/read_ahead.h"
#include "read/fields.h"

namespace yaodian {
namespace {

enum class Kind : uint8_t { table, document, report };

// A file that is still to be read, on any thread.
struct Task {
  const ContentFile* file;
  size_t publisher;
  size_t plan;
  std::string id;
  Kind kind;

  // The folder that it is in.
  std::string_view folder() const {
    return std::string_view(file->path).substr(0, file->path.rfind('/'));
  }
};

// What a task has made.
struct Made {
  TaskTable table;
  std::optional<TextTable> text_table;  // of a file that holds one, instead
  Document document;
  std::optional<Report> report;  // nothing where the file could not be read
  Diagnostics diagnostics;
};

std::string stem(std::string_view name) { return std::string(name.substr(0, name.rfind('.'))); }

class Assembler {
 public:
  Assembler(const Content& content, unsigned jobs, Diagnostics& diagnostics)
      : content_(content), jobs_(jobs), diagnostics_(diagnostics), ahead_(content, jobs) {}

  Site assemble() {
    read_site();
    read_shared_measures();
    report_headless_folders();
    for (const std::string& id : publisher_ids()) read_publisher(id);
    run();
    report_strays();
    list_files(site_, content_, used_);
    return std::move(site_);
  }

 private:
  // Returns the value of the file PATH; nothing if it is missing or broken, which has been
  // reported.
  std::optional<yaml::Value> value_of(const std::string& path, Text purpose) {
    const ContentFile* file = find_file(path, purpose);
    return file ? value_of(*file, diagnostics_) : std::nullopt;
  }

  const ContentFile* find_file(const std::string& path, Text purpose) {
    const ContentFile* file = content_.find(path);
    if (!file)
      diagnostics_.report(rule::missing_file, {}, "", {content_.root + "/" + path, purpose});
    return file;
  }

  std::optional<yaml::Value> value_of(const ContentFile& file, Diagnostics& diagnostics) {
    used_.insert(&file);
    return ahead_.value_of(file, diagnostics);
  }

  void read_site() {
    if (content_.files.empty() && diagnostics_.has_errors()) return;
    const auto value = value_of("site.yaml", {"它写网站的题名，例如 title: 工会年度工作计划。",
                                              "it gives the site's title"});
    if (!value) return;
    site_ = yaodian::read_site(*value, order_, diagnostics_);
    report_repeated(order_);
  }

  void read_shared_measures() {
    const ContentFile* file = content_.find("measures.yaml");
    if (!file) return;
    if (const auto value = value_of(*file, diagnostics_))
      site_.measures = read_measures(*value, diagnostics_);
    else
      site_.measures.complete = false;
    report_repeated(site_.measures.measures);
  }

  // A folder of a publisher or of a year whose own file is missing or misnamed would vanish from
  // the site in silence.
  void report_headless_folders() {
    std::set<std::string> reported;
    for (const ContentFile& file : content_.files) {
      const size_t first = file.path.find('/'), second = file.path.find('/', first + 1);
      if (first == file.path.npos) continue;
      need_file(file.path.substr(0, first) + "/publisher.yaml", reported,
                {"每个发布单位的文件夹要有它，写 name: 单位名称。",
                 "each publisher's folder needs it, with name: …"});
      if (second == file.path.npos) continue;
      need_file(file.path.substr(0, second) + "/plan.yaml", reported,
                {"每个年度的文件夹要有它，写 title 和 period。",
                 "each year's folder needs it, with title and period"});
    }
  }

  // What is deeper in a folder that is not read is no stray: why it is not has been reported.
  void report_strays() {
    for (const ContentFile& file : content_.files) {
      if (!file.readable || used_.contains(&file)) continue;
      const std::vector<std::string_view> names = split(file.path, '/');
      const Publisher* publisher = find(site_.publishers, names.front());
      const auto of_year = [&](const Plan& plan) { return plan.year == names[1]; };
      const bool unread =
          names.size() > 2 &&
          (!publisher || (names.size() > 3 && std::ranges::none_of(publisher->plans, of_year)));
      if (!unread) diagnostics_.report(rule::stray_file, {file.source.get(), 0, 0}, "");
    }
  }

  void need_file(const std::string& path, std::set<std::string>& reported, Text purpose) {
    if (content_.find(path) || !reported.insert(path).second) return;
    diagnostics_.report(rule::missing_file, {}, "", {content_.root + "/" + path, purpose});
  }

  // The publishers in the order of site.yaml; those it does not name follow by id.
  std::vector<std::string> publisher_ids() {
    std::vector<std::string> folders;
    for (const ContentFile& file : content_.files) {
      const size_t end = file.path.find('/');
      if (end != std::string::npos && file.path.substr(end) == "/publisher.yaml")
        folders.push_back(file.path.substr(0, end));
    }
    std::vector<std::string> ordered;
    for (const Reference& named : order_) {
      if (std::find(folders.begin(), folders.end(), named.id) == folders.end()) {
        diagnostics_.report(rule::dangling_link, named.position, named.id,
                            {named.id, Text{"发布单位", "publisher"}},
                            diagnostics_.suggest(named.id, folders));
      } else if (std::find(ordered.begin(), ordered.end(), named.id) == ordered.end()) {
        ordered.push_back(named.id);
      }
    }
    for (const std::string& folder : folders) {
      if (std::find(ordered.begin(), ordered.end(), folder) == ordered.end())
        ordered.push_back(folder);
    }
    return ordered;
  }

  bool check_id(const std::string& id, const ContentFile& file) {
    if (is_id(id)) return true;
    used_.insert(&file);
    diagnostics_.report(rule::bad_file_name, {file.source.get(), 0, 0}, "", {id});
    return false;
  }

  void read_publisher(const std::string& id) {
    if (!check_id(id, *content_.find(id + "/publisher.yaml"))) return;
    Publisher publisher;
    publisher.id = id;
    publisher.name = id;
    publisher.position = {content_.find(id + "/publisher.yaml")->source.get(), 1, 1};
    if (const auto value = value_of(id + "/publisher.yaml", {})) {
      Fields fields(*value, "publisher.yaml", diagnostics_);
      publisher.name = fields.text("name");
    }
    const ContentFile* units =
        find_file(id + "/units.yaml", {"它登记全部基层工会。", "it is the register of units"});
    auto known = units ? ahead_.register_of(*units, diagnostics_) : std::nullopt;
    publisher.units.complete = known.has_value();
    if (known) publisher.units = std::move(*known);
    if (units) used_.insert(units);
    site_.publishers.push_back(std::move(publisher));
    for (const ContentFile& file : content_.files) {
      const std::vector<std::string_view> names = split(file.path, '/');
      if (names.size() == 3 && names[0] == id && names[2] == "plan.yaml" &&
          check_id(std::string(names[1]), file)) {
        read_plan_folder(std::string(names[1]));
      }
    }
  }

  void read_plan_folder(const std::string& year) {
    Publisher& publisher = site_.publishers.back();
    const std::string folder = publisher.id + "/" + year;
    Plan plan;
    const size_t errors = diagnostics_.errors();
    if (const auto value = value_of(folder + "/plan.yaml", {}))
      plan = read_plan(*value, diagnostics_);
    plan.complete = plan.position.known() && diagnostics_.errors() == errors;
    plan.year = year;
    if (!plan.position.known())
      plan.position = {content_.find(folder + "/plan.yaml")->source.get(), 1, 1};
    if (const ContentFile* file = content_.find(folder + "/targets.yaml")) {
      if (const auto value = value_of(*file, diagnostics_))
        plan.targets = read_targets(*value, diagnostics_);
      else
        plan.targets_complete = false;
    }
    report_repeated(plan.targets);
    report_repeated(plan.sources);
    read_ledger_of(publisher, folder, plan);
    if (const ContentFile* file = content_.find(folder + "/checks.yaml")) {
      if (const auto value = value_of(*file, diagnostics_))
        plan.checks = read_checks(*value, diagnostics_);
    }
    publisher.plans.push_back(std::move(plan));
    add_tasks(folder + "/tables/", ".yaml", Kind::table);
    add_tasks(folder + "/documents/", ".md", Kind::document);
    add_tasks(folder + "/reports/", ".yaml", Kind::report);
  }

  void read_ledger_of(const Publisher& publisher, const std::string& folder, Plan& plan) {
    const ContentFile* file = content_.find(folder + "/ledger.yaml");
    if (!file) return;
    if (const auto value = value_of(*file, diagnostics_))
      plan.ledger = read_ledger(*value, publisher.units, diagnostics_);
    else
      plan.ledger.complete = false;
    report_repeated(plan.ledger.tasks);
  }

  template <class T>
  void report_repeated(const std::vector<T>& all) {
    std::unordered_map<std::string_view, const T*> seen;
    for (const T& one : all) {
      const auto [first, fresh] = seen.emplace(one.id, &one);
      if (fresh || one.id.empty()) continue;
      diagnostics_.report(rule::duplicate_id, one.position, "",
                          {one.id, file_and_line(first->second->position)});
    }
  }

  void add_tasks(const std::string& folder, std::string_view extension, Kind kind) {
    for (const ContentFile& file : content_.files) {
      if (!file.path.starts_with(folder)) continue;
      const std::string name = file.path.substr(folder.size());
      if (name.find('/') != name.npos) continue;
      if (!name.ends_with(extension) || !check_id(stem(name), file)) continue;
      used_.insert(&file);
      std::vector<Task>& tasks = kind == Kind::report ? reports_ : tasks_;
      tasks.push_back({&file, site_.publishers.size() - 1, site_.publishers.back().plans.size() - 1,
                       stem(name), kind});
    }
  }

  // Reports are read against the tables.
  void run() {
    run_all(tasks_);
    for_each_plan([](Plan& plan) {
      const auto by_order = [](const auto& a, const auto& b) {
        return std::tie(a.order, a.id) < std::tie(b.order, b.id);
      };
      std::sort(plan.tables.begin(), plan.tables.end(), by_order);
      std::sort(plan.text_tables.begin(), plan.text_tables.end(), by_order);
      std::sort(plan.documents.begin(), plan.documents.end(), by_order);
      give_goals(plan);
    });
    run_all(reports_);
    for_each_plan([](Plan& plan) {
      std::sort(plan.reports.begin(), plan.reports.end(), [](const Report& a, const Report& b) {
        return std::tie(a.as_of, a.corrects, a.received, a.id) <
               std::tie(b.as_of, b.corrects, b.received, b.id);
      });
      give_counts(plan);
    });
  }

  template <class Work>
  void for_each_plan(const Work& work) {
    for (Publisher& publisher : site_.publishers) {
      for (Plan& plan : publisher.plans) work(plan);
    }
  }

  void run_all(const std::vector<Task>& tasks) {
    std::vector<Made> made(tasks.size());
    // The largest first, so that no thread is left alone with one at the end.
    std::vector<size_t> order(tasks.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      return tasks[a].file->source->text.size() > tasks[b].file->source->text.size();
    });
    parallel_for(tasks.size(), jobs_, [&](unsigned, size_t index) {
      read_task(tasks[order[index]], made[order[index]]);
    });
    for (size_t index = 0; index < made.size(); ++index) take(tasks[index], made[index]);
  }

  void take(const Task& task, Made& made) {
    Plan& plan = site_.publishers[task.publisher].plans[task.plan];
    switch (task.kind) {
      case Kind::table:
        if (made.text_table) {
          plan.text_tables.push_back(std::move(*made.text_table));
          break;
        }
        use_rows_of(task, made.table.complete, made.table.rows_file);
        plan.tables.push_back(std::move(made.table));
        break;
      case Kind::document:
        plan.documents.push_back(std::move(made.document));
        break;
      case Kind::report:
        take_report(task, made, plan);
        break;
    }
    diagnostics_.take(std::move(made.diagnostics));
  }

  // A report whose day is not known has no place among the others, nor has one that is still to be
  // filled in: nobody would have reported then.
  void take_report(const Task& task, Made& made, Plan& plan) {
    const bool whole = std::all_of(plan.tables.begin(), plan.tables.end(),
                                   [](const TaskTable& table) { return table.complete; });
    const bool complete = made.report && !made.diagnostics.has_errors();
    plan.reports_complete = plan.reports_complete && complete;
    use_rows_of(task, complete && whole, "");
    if (!made.report || made.report->as_of == Date()) return;
    for (const TableReport& table : made.report->tables) use_rows_of(task, true, table.rows_file);
    if (made.report->blank) return;
    plan.reports.push_back(std::move(*made.report));
  }

  // What could not be read whole may have meant any CSV file beside it.
  void use_rows_of(const Task& task, bool complete, const std::string& rows_file) {
    const std::string folder = std::string(task.folder()) + "/";
    for (const ContentFile& file : content_.files) {
      const bool beside = file.path.starts_with(folder) && file.path.ends_with(".csv");
      if (beside && (!complete || file.path == rows_file)) used_.insert(&file);
    }
  }

  void read_task(const Task& task, Made& made) {
    const Source& source = *task.file->source;
    made.table.id = made.document.id = task.id;
    made.table.position = made.document.position = {&source, 1, 1};
    made.table.complete = made.document.complete = false;
    if (!task.file->readable) return;
    if (task.kind == Kind::document) {
      made.document = read_document(source, task.id, made.diagnostics);
      return;
    }
    const auto value = ahead_.value_of(*task.file, made.diagnostics);
    if (!value) return;
    const Publisher& publisher = site_.publishers[task.publisher];
    if (task.kind == Kind::table && is_text_table(*value)) {
      Diagnostics known;  // what is wrong with the file as YAML has been reported
      made.text_table = read_text_table(*yaml::parse(source, known), task.id, made.diagnostics);
    } else if (task.kind == Kind::table) {
      made.table =
          read_table(*value, task.id, publisher.units, content_, task.folder(), made.diagnostics);
    } else {
      made.report = read_report(*value, task.id, publisher.plans[task.plan].tables, publisher.units,
                                content_, task.folder(), made.diagnostics);
    }
  }

  const Content& content_;
  const unsigned jobs_;
  Diagnostics& diagnostics_;
  ReadAhead ahead_;
  Site site_;
  std::vector<Reference> order_;
  std::vector<Task> tasks_;    // tables and documents
  std::vector<Task> reports_;  // read after all tables
  std::set<const ContentFile*> used_;
};

}  // namespace

Site assemble(const Content& content, unsigned jobs, Diagnostics& diagnostics) {
  return Assembler(content, jobs, diagnostics).assemble();
}

void give_words(Site& site, std::shared_ptr<const Words> words) {
  site.words = std::move(words);
  for (Publisher& publisher : site.publishers) {
    for (Plan& plan : publisher.plans) {
      for (TaskTable& table : plan.tables)
        if (table.unit_title.empty()) table.unit_title = (*site.words)["head-unit"];
      for (TextTable& table : plan.text_tables)
        if (table.label_title.empty()) table.label_title = (*site.words)["head-item"];
    }
  }
}

}  // namespace yaodian
