// The site depends on what the content says, and on nothing else: not on the order in which rows
// and tables stand in a report (but for the numbers of their lines), nor on that of files, nor on
// the number of threads.
#include <algorithm>
#include <random>

#include <gmock/gmock.h>

#include "../program.h"
#include "build.h"
#include "export/zip.h"

namespace yaodian {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

using Random = std::mt19937;

constexpr const char* kUnits[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚"};
constexpr const char* kDays[] = {"2018-01-31", "2018-02-28", "2018-03-31",
                                 "2018-04-30", "2018-12-31", "2019-02-28"};
constexpr size_t kColumns = 3;  // of each table: at-least, at-most, and a rate

size_t below(Random& random, size_t limit) { return random() % limit; }

// A row with the unit's name first; "" for a blank.
using Cells = std::vector<std::string>;

struct Part {
  std::string table;
  std::vector<Cells> rows;
  bool csv = false;
};

struct RandomReport {
  std::string name;
  std::string head;
  std::vector<Part> parts;
  std::vector<std::string> targets;
};

struct RandomPlan {
  Files fixed;  // everything but the reports
  std::vector<std::string> tables;
  std::vector<RandomReport> reports;
};

// Makes up a plan, in which figures never fall.
class Inventor {
 public:
  explicit Inventor(uint32_t seed) : random_(seed) {}

  RandomPlan invent() {
    plan_.fixed = small_site();
    std::string units = "units:\n";
    for (size_t at = 0; at < std::size(kUnits); ++at)
      units += "  - {id: u" + std::to_string(at) + ", name: " + kUnits[at] + "}\n";
    plan_.fixed["union/units.yaml"] = units;
    plan_.fixed["union/2018/targets.yaml"] =
        "- {id: rate, title: 率, goal: '>= 50%'}\n- {id: time, title: 时, goal: '<= 50%'}\n";
    for (size_t at = 0; at < 1 + below(random_, 3); ++at) invent_table("t" + std::to_string(at));
    const size_t periods = 1 + below(random_, std::size(kDays));
    for (size_t at = 0; at < periods; ++at) {
      invent_report(kDays[at], "");
      if (below(random_, 3) == 0) invent_report(kDays[at], "-fix");
    }
    return std::move(plan_);
  }

 private:
  void invent_table(const std::string& id) {
    std::string text = "title: 任务" + id +
                       "\ncolumns:\n"
                       "  - {id: c0, title: 会员, count: 人, quota: at-least}\n"
                       "  - {id: c1, title: 投诉, count: 件, quota: at-most}\n"
                       "  - {id: c2, title: 比率, count: '%', goal: '>= 50%'}\n"
                       "rows:\n";
    for (const char* unit : kUnits) {
      const size_t kind = below(random_, 8);
      const std::string quota = kind == 0   ? "待定"
                                : kind == 1 ? "''"
                                : kind == 2 ? "0"
                                            : std::to_string(1 + below(random_, 6));
      text += "  - [" + std::string(unit) + ", " + quota + ", 4, '']\n";
    }
    plan_.fixed["union/2018/tables/" + id + ".yaml"] = text;
    plan_.tables.push_back(id);
  }

  // What a report may speak of: of a correction what its day's report has, else any table.
  std::vector<std::string> subjects(bool correction) {
    std::vector<std::string> all;
    if (correction) {
      for (const Part& part : plan_.reports.back().parts) all.push_back(part.table);
      return all;
    }
    for (const std::string& table : plan_.tables) {
      if (all.empty() || below(random_, 4) > 0) all.push_back(table);
    }
    return all;
  }

  void invent_report(const std::string& day, const std::string& suffix) {
    RandomReport report{day + suffix, "as_of: " + day + "\n", {}, {}};
    if (!suffix.empty())
      report.head = "corrects: " + day + "\nreason: 漏报\nreceived: 2019-03-01\n";
    if (below(random_, 3) == 0) report.head += "sample: true\n";
    for (const std::string& table : subjects(!suffix.empty()))
      report.parts.push_back({table, invent_rows(table), below(random_, 3) == 0});
    if (suffix.empty()) {
      for (const char* target : {"rate", "time"})
        report.targets.push_back(target + (": " + std::to_string(below(random_, 100))) + "%");
    }
    plan_.reports.push_back(std::move(report));
  }

  std::vector<Cells> invent_rows(const std::string& table) {
    std::vector<Cells> rows;
    for (const char* unit : kUnits) {
      const bool last_chance = rows.empty() && unit == kUnits[std::size(kUnits) - 1];
      if (below(random_, 4) == 0 && !last_chance) continue;
      Cells row = {unit};
      for (size_t at = 0; at < kColumns; ++at) {
        size_t& figure = figures_[table + unit + std::to_string(at)];
        figure += below(random_, 3);
        row.push_back(below(random_, 6) == 0 ? "" : std::to_string(figure));
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  Random random_;
  RandomPlan plan_;
  std::map<std::string, size_t> figures_;
};

// Puts the tables of a report, and their rows, into any order.
void shuffle(RandomPlan& plan, Random& random) {
  for (RandomReport& report : plan.reports) {
    std::shuffle(report.parts.begin(), report.parts.end(), random);
    for (Part& part : report.parts) std::shuffle(part.rows.begin(), part.rows.end(), random);
  }
}

std::string joined(const Cells& cells, const std::string& blank) {
  std::string text;
  for (const std::string& cell : cells)
    text += (text.empty() ? "" : ",") + (cell.empty() ? blank : cell);
  return text;
}

// Adds the files of REPORT to FILES.
void write(const RandomReport& report, Files& files) {
  const std::string folder = "union/2018/reports/";
  std::string text = report.head + "tables:\n";
  for (const Part& part : report.parts) {
    text += "  " + part.table + ":\n    columns: [c0, c1, c2]\n    rows:";
    const std::string csv = report.name + "-" + part.table + ".csv";
    if (part.csv) {
      text += " {file: " + csv + "}\n";
      files[folder + csv] = "单位,c0,c1,c2\n";
      for (const Cells& row : part.rows) files[folder + csv] += joined(row, "") + "\n";
    } else {
      text += "\n";
      for (const Cells& row : part.rows) text += "      - [" + joined(row, "''") + "]\n";
    }
  }
  if (!report.targets.empty()) text += "targets:\n";
  for (const std::string& target : report.targets) text += "  " + target + "\n";
  files[folder + report.name + ".yaml"] = text;
}

// The site of PLAN, whose files are made in the order that RANDOM says.
Files site_of(const RandomPlan& plan, unsigned jobs, Random& random) {
  Files files = plan.fixed;
  for (const RandomReport& report : plan.reports) write(report, files);
  std::vector<std::pair<std::string, std::string>> order(files.begin(), files.end());
  std::shuffle(order.begin(), order.end(), random);
  const TemporaryFolder folder;
  for (const auto& [path, text] : order) folder.write("content/" + path, text);
  BuildOptions options;
  options.content = folder / "content";
  options.templates = PROJECT_FOLDER "/templates";
  options.assets = PROJECT_FOLDER "/assets";
  options.output = folder / "site";
  options.jobs = jobs;
  const Build made = build(options);
  EXPECT_TRUE(made.changes) << (made.diagnostics.all().empty() ? ""
                                                               : message_text(made.diagnostics));
  return tree_of(folder / "site");
}

// The names of the files in which A and B differ.
std::vector<std::string> differences(const Files& a, const Files& b) {
  std::vector<std::string> names;
  for (const auto& [name, text] : a) {
    const auto other = b.find(name);
    if (other == b.end() || other->second != text) names.push_back(name);
  }
  for (const auto& [name, text] : b) {
    if (!a.count(name)) names.push_back(name);
  }
  return names;
}

// PAGE without the numbers of lines in its links to the pages of files.
std::string without_lines(const std::string& page) {
  constexpr std::string_view kAnchor = "#L";
  std::string rest;
  size_t begin = 0;
  for (size_t at; (at = page.find(kAnchor, begin)) != page.npos;) {
    const size_t digits = at + kAnchor.size();
    const size_t end = page.find_first_not_of("0123456789", digits);
    const std::string line = page.substr(digits, end - digits);
    const size_t close = page.find("</a>", end);
    std::string text = page.substr(end, close - end);  // of the link, after its address
    // A figure that is a link may happen to be the number of its line.
    const bool is_line =
        std::string_view(page).substr(page.rfind("<a ", at)).starts_with("<a class=\"origin\"");
    for (const std::string& number : {"第" + line + "行", "\">" + line})
      if (is_line && text.ends_with(number)) text.resize(text.size() - number.size());
    rest.append(page, begin, digits - begin).append(text);
    begin = close;
  }
  return rest.append(page, begin);
}

// TEXT without the digits after each MARK.
std::string without_digits(const std::string& text, std::string_view mark) {
  std::string rest;
  size_t begin = 0;
  for (size_t at; (at = text.find(mark, begin)) != text.npos;) {
    rest.append(text, begin, at + mark.size() - begin);
    begin = std::min(text.find_first_not_of("0123456789", at + mark.size()), text.size());
  }
  return rest.append(text, begin);
}

// DATA, a file to download, without the numbers of lines in the places that it names: of
// "union/2018/reports/2018-01-31.yaml:7" the 7.
std::string without_places(const std::string& data) {
  return without_digits(without_digits(data, ".yaml:"), ".csv:");
}

// PAGE without the sizes of the files to download, which hold numbers of lines.
std::string without_sizes(const std::string& page) {
  return without_digits(without_digits(page, "data-bytes=\""), "</a><span class=\"count\">");
}

// The same of a workbook, part by part.
std::string without_places_in_workbook(const std::string& bytes) {
  const std::optional<ZipParts> parts = zip_parts(bytes);
  std::string rest;
  for (const auto& [name, text] : parts.value_or(ZipParts()))
    rest.append(name).append("\n").append(without_places(text)).append("\n");
  return rest;
}

// What SITE says but for where it stands in the files.
Files without_lines(const Files& site) {
  Files rest;
  for (const auto& [name, text] : site) {
    const bool is_file = name.ends_with(".yaml.html") || name.ends_with(".csv.html");
    if (is_file || name == ".yaodian-manifest") continue;
    rest[name] = name.ends_with(".xlsx") ? without_places_in_workbook(text)
                 : name.ends_with(".json") || name.ends_with(".csv")
                     ? without_places(text)
                     : without_lines(without_sizes(text));
  }
  return rest;
}

// The plans are the same whenever the test runs.
constexpr uint32_t kPlans = 24;

TEST(BuildProperty, ThreadsAndTheOrderOfFilesDoNotMatter) {
  for (uint32_t seed = 1; seed <= kPlans; ++seed) {
    Random random(seed);
    const RandomPlan plan = Inventor(seed).invent();
    const Files site = site_of(plan, 1, random);
    ASSERT_THAT(site, Not(IsEmpty())) << seed;
    for (unsigned jobs = 1; jobs <= 4; ++jobs)
      ASSERT_THAT(differences(site, site_of(plan, jobs, random)), IsEmpty())
          << "plan " << seed << ", " << jobs << " threads";
  }
}

TEST(BuildProperty, TheOrderInAReportDoesNotMatter) {
  for (uint32_t seed = 1; seed <= kPlans; ++seed) {
    Random random(seed);
    RandomPlan plan = Inventor(seed).invent();
    const Files site = without_lines(site_of(plan, 1, random));
    ASSERT_THAT(site, Not(IsEmpty())) << seed;
    for (unsigned jobs = 1; jobs <= 4; ++jobs) {
      shuffle(plan, random);
      EXPECT_THAT(differences(site, without_lines(site_of(plan, jobs, random))), IsEmpty())
          << "plan " << seed << ", " << jobs << " threads";
    }
  }
}

}  // namespace
}  // namespace yaodian
