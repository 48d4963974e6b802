#include "synthetic.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"

namespace yaodian::bench {
namespace {

using std::string_view;

constexpr std::array<string_view, 32> kFirst = {
    "安", "宝", "长", "东", "丰", "福", "光", "和", "红", "华", "吉", "建", "金", "开", "乐", "龙",
    "明", "南", "平", "庆", "仁", "荣", "上", "松", "太", "天", "文", "西", "新", "兴", "永", "中"};
constexpr std::array<string_view, 32> kSecond = {
    "柏", "昌", "城", "德", "定", "峰", "港", "广", "海", "河", "湖", "江", "景", "林", "陵", "门",
    "宁", "坪", "坡", "桥", "山", "盛", "寿", "水", "台", "潭", "塘", "旺", "阳", "义", "源", "洲"};
constexpr std::array<string_view, 16> kThird = {"坝", "村", "店", "墩", "坊", "港", "沟", "口",
                                                "里", "路", "坪", "铺", "泉", "寺", "营", "园"};
constexpr std::array<string_view, 5> kKinds = {"街道", "镇", "乡", "地区", "园区"};

constexpr std::array<string_view, 12> kQuotas = {
    "发展会员",   "新建工会",     "建设职工之家", "建设暖心驿站", "签订集体合同", "开展工资协商",
    "招募志愿者", "举办技能培训", "慰问困难职工", "提供法律援助", "开展安全检查", "组织文体活动"};
constexpr std::array<string_view, 12> kCounts = {"人", "家", "个", "个", "份", "次",
                                                 "人", "期", "户", "件", "次", "场"};
constexpr std::array<string_view, 6> kSubjects = {"组织建设", "权益保障", "职工服务",
                                                  "素质提升", "宣传教育", "女职工"};
constexpr std::array<string_view, 8> kNumerals = {"一", "二", "三", "四", "五", "六", "七", "八"};
constexpr std::array<string_view, 18> kPhrases = {"把任务分解到单位、落实到人",
                                                  "每月报送一次进度",
                                                  "对进展缓慢的单位逐一走访",
                                                  "以会员信息库的数据为准",
                                                  "与企业行政方协商后签订合同",
                                                  "为一线职工提供技能培训和岗位练兵的机会",
                                                  "在社区和商圈设立服务站点",
                                                  "帮助困难职工申请救助",
                                                  "请律师到园区为职工解答问题",
                                                  "做到有计划、有记录、有检查",
                                                  "重点吸收快递员、网约车司机等入会",
                                                  "按季度公布各单位的完成数",
                                                  "汛期和高温天气加强劳动保护检查",
                                                  "把职工的意见整理成提案",
                                                  "经费向基层倾斜",
                                                  "发挥劳模和工匠的带头作用",
                                                  "年底前完成验收",
                                                  "对做得好的单位给予通报表扬"};

// A random number whose bytes do not depend on the standard library, as distributions do.
class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}
  size_t below(size_t limit) { return static_cast<size_t>(engine_() % limit); }
  template <size_t N>
  string_view one_of(const std::array<string_view, N>& words) {
    return words[below(N)];
  }

 private:
  std::mt19937_64 engine_;
};

std::string text(std::initializer_list<string_view> parts) {
  std::string all;
  for (const string_view part : parts) all += part;
  return all;
}

std::string padded(string_view letter, size_t number, int digits) {
  char digit_text[24];
  std::snprintf(digit_text, sizeof digit_text, "%0*zu", digits, number + 1);
  return text({letter, digit_text});
}

std::string table_id(size_t at) { return padded("table-", at, 2); }
std::string column_id(size_t at) { return padded("quota-", at, 2); }
std::string document_id(size_t at) { return padded("document-", at, 3); }
std::string target_id(size_t at) { return padded("target-", at, 3); }

// The kind of the unit AT: most are 街道.
string_view kind_of(size_t at) { return kKinds[at % 8 < 4 ? 0 : at % 8 - 3]; }

}  // namespace

std::string unit_id(size_t at) { return padded("unit-", at, 6); }

// Three characters and the kind.
std::string short_name(size_t at) {
  constexpr size_t kNames = kFirst.size() * kSecond.size() * kThird.size();
  const size_t place = at * 5003 % kNames;  // odd, so each place comes once
  std::string name =
      text({kFirst[place % kFirst.size()], kSecond[place / kFirst.size() % kSecond.size()],
            kThird[place / kFirst.size() / kSecond.size()]});
  if (at >= kNames) name += std::to_string(at / kNames);
  return name.append(kind_of(at));
}

namespace {

std::string units_file(const Size& size) {
  std::string file = "kinds: [街道, 镇, 乡, 地区, 园区]\nunits:\n";
  for (size_t at = 0; at < size.units; ++at) {
    const std::string name = short_name(at);
    file += text({"  - {id: ", unit_id(at), ", name: ", name, "总工会, short: ", name,
                  ", kind: ", kind_of(at), "}\n"});
  }
  return file;
}

std::string plan_file(const Size& size) {
  std::string file =
      "title: 2027年工会工作计划\nissued: 2027-01-20\n"
      "period: {start: 2027-01-01, end: 2027-12-31}\n"
      "sources:\n  - {id: notice-2027, title: 关于分解2027年度工作任务的通知, issued: 2027-01-20}\n"
      "headline:\n";
  for (size_t at = 0; at < size.tables; ++at)
    file += text({"  - ", table_id(at), ".", column_id(0), "\n"});
  return file;
}

std::string goal_of(size_t document) { return std::to_string(50 + document % 50) + "%"; }

std::string targets_file(const Size& size) {
  std::string file = size.documents == 0 ? "[]\n" : "";
  for (size_t at = 0; at < size.documents; ++at) {
    file += text({"- {id: ", target_id(at), ", title: ", kSubjects[at % kSubjects.size()],
                  "工作覆盖面, goal: '>= ", goal_of(at), "', due: 2027-12-31}\n"});
  }
  return file;
}

size_t quota_word(size_t table, size_t column) { return (table * 5 + column) % kQuotas.size(); }

// Tells the columns of a table apart that are called the same.
std::string number_again(size_t column) {
  return column < kQuotas.size() ? "" : std::to_string(column / kQuotas.size() + 1);
}

std::string column_line(size_t table, size_t column) {
  const size_t word = quota_word(table, column);
  return text({"  - {id: ", column_id(column), ", title: ", kQuotas[word], number_again(column),
               ", count: ", kCounts[word],
               ", quota: at-least, due: 2027-12-31, standard: ", kPhrases[word], "}\n"});
}

// A task table, what has been done of it month by month, and their CSV files if they have any.
class Table {
 public:
  Table(const Size& size, size_t at) : size_(size), at_(at), random_(size.seed * 31 + at) {
    for (size_t column = 0; column < size.columns; ++column)
      scales_.push_back(size_t{10} << (2 * random_.below(5)));
    totals_.resize(size.columns);
    for (size_t unit = 0; unit < size.units; ++unit) {
      if (at == 0 || unit == 0 || !size.gaps || random_.below(20) != 0) add_row(unit);
    }
    done_.resize(quotas_.size());
  }

  std::string file() const {
    std::string file = text({"title: 2027年", kSubjects[at_ % kSubjects.size()], "任务分配表",
                             std::to_string(at_ + 1), "\norder: ", std::to_string(at_ + 1),
                             "\nsource: notice-2027\nunit_title: 单位名称\ncolumns:\n"});
    for (size_t column = 0; column < size_.columns; ++column) file += column_line(at_, column);
    file += size_.csv ? text({"rows: {file: ", table_id(at_), ".csv}\n"}) : "rows:\n" + rows_;
    file += "total: [";
    for (size_t column = 0; column < size_.columns; ++column)
      file += (column ? ", " : "") + std::to_string(totals_[column]);
    return file + "]\n";
  }

  std::string csv() const { return header() + rows_; }

  // Lets a month go by and returns its report of all rows, as CSV or as YAML.
  std::string next_month() {
    std::string rows = size_.csv ? header() : "";
    for (size_t row = 0; row < units_.size(); ++row) {
      const auto done = [&](size_t column) { return next_done(row * size_.columns + column); };
      rows += row_text(size_.csv ? "" : "      - [", units_[row], done);
    }
    return rows;
  }

 private:
  std::string header() const {
    std::string header = "单位名称";
    for (size_t column = 0; column < size_.columns; ++column) header += "," + column_id(column);
    return header + "\n";
  }

  template <class Cell>
  std::string row_text(string_view begin, size_t unit, const Cell& cell) {
    std::string row = text({begin, short_name(unit)});
    for (size_t column = 0; column < size_.columns; ++column)
      row.append(size_.csv ? "," : ", ").append(cell(column));
    return row.append(size_.csv ? "\n" : "]\n");
  }

  void add_row(size_t unit) {
    units_.push_back(unit);
    rows_ += row_text(size_.csv ? "" : "  - [", unit, [&](size_t at) { return cell(at); });
  }

  // One cell in forty is 待定, one in forty is no task.
  std::string cell(size_t column) {
    const size_t state = size_.gaps ? random_.below(40) : 2;
    const size_t quota = state <= 1 ? 0 : 1 + random_.below(scales_[column]);
    quotas_.push_back(quota);
    if (state == 0) return "待定";
    totals_[column] += quota;
    return std::to_string(quota);
  }

  // A month adds up to a fifth of the quota, a tenth on average. One figure in forty is missing.
  std::string next_done(size_t at) {
    done_[at] += random_.below(quotas_[at] / 5 + 2);
    const bool missing = size_.gaps && random_.below(40) == 0;
    return !missing ? std::to_string(done_[at]) : size_.csv ? "" : "''";
  }

  const Size& size_;
  const size_t at_;
  Random random_;
  std::vector<size_t> scales_;  // the largest quota of each column: 10 to 2,560
  std::vector<size_t> totals_;
  std::vector<size_t> units_;   // of each row
  std::vector<size_t> quotas_;  // rows × columns; 0 for 待定 too
  std::vector<size_t> done_;    // of each quota, up to the last month
  std::string rows_;
};

// The last day of the MONTH-th month from January 2027.
std::string month_end(size_t month) {
  namespace chrono = std::chrono;
  const chrono::year year{2027 + static_cast<int>(month / 12)};
  const chrono::year_month_day day =
      year / chrono::month{static_cast<unsigned>(month % 12 + 1)} / chrono::last;
  char iso[24];
  std::snprintf(iso, sizeof iso, "%04d-%02u-%02u", int{day.year()}, unsigned{day.month()},
                unsigned{day.day()});
  return iso;
}

// Adds the reports of all TABLES, month by month, to the files of PLAN.
void add_reports(const Size& size, const std::string& plan, std::vector<Table>& tables,
                 std::map<std::string, std::string>& files) {
  for (size_t month = 0; month < size.reports; ++month) {
    const std::string day = month_end(month);
    std::string file = text({"as_of: ", day, "\ntables:\n"});
    for (size_t at = 0; at < tables.size(); ++at) {
      file += text({"  ", table_id(at), ":\n    columns: ["});
      for (size_t column = 0; column < size.columns; ++column)
        file += (column ? ", " : "") + column_id(column);
      const std::string csv = text({day, "-", table_id(at), ".csv"});
      std::string rows = tables[at].next_month();
      file += size.csv ? text({"]\n    rows: {file: ", csv, "}\n"}) : "]\n    rows:\n" + rows;
      if (size.csv) files[plan + "reports/" + csv] = std::move(rows);
    }
    files[plan + "reports/" + day + ".yaml"] = std::move(file);
  }
}

std::string sentence(Random& random) {
  std::string words(random.one_of(kPhrases));
  for (size_t more = 1 + random.below(3); more > 0; --more)
    words.append("，").append(random.one_of(kPhrases));
  return words + "。";
}

// The sentences that state the document's target and lead to a table, a quota and a unit.
std::string links(const Size& size, size_t at) {
  const size_t table = at % size.tables;
  const size_t column = at / size.tables % size.columns;
  const std::string table_address = "table:" + table_id(table);
  return text({"全年工作覆盖面达到[",
               goal_of(at),
               "以上](target:",
               target_id(at),
               ")，",
               "按[",
               kQuotas[quota_word(table, column)],
               "任务](",
               table_address,
               ".",
               column_id(column),
               ")分解到各单位，详见[任务分配表](",
               table_address,
               ")，[",
               short_name(at % size.units),
               "](unit:",
               unit_id(at % size.units),
               ")先行试点。\n\n",
               "![任务进展](progress:",
               table_id(table),
               ".",
               column_id(column),
               ")\n\n"});
}

std::string document_file(const Size& size, size_t at) {
  Random random(size.seed * 37 + at);
  const string_view subject = kSubjects[at % kSubjects.size()];
  const std::string number = std::to_string(at + 1);
  std::string file =
      text({"---\ntitle: 2027年", subject, "工作要点（", number, "）\nshort: ", subject, number,
            "\norder: ", number, "\ndepartment: ", subject,
            "\nsource: notice-2027\nsummary: ", random.one_of(kPhrases), "\n---\n"});
  file += sentence(random) + "\n\n" + links(size, at);
  for (size_t section = 0; section < kNumerals.size(); ++section) {
    file += text({"## ", kNumerals[section], "、", kQuotas[(at + section) % kQuotas.size()], "\n\n",
                  sentence(random), "**", random.one_of(kPhrases), "。** ", sentence(random),
                  "\n\n### 1. 主要措施\n\n"});
    for (size_t item = 0; item < 3; ++item) file += "- " + sentence(random) + "\n";
    file += "\n" + sentence(random) + "\n\n";
  }
  return file;
}

}  // namespace

std::map<std::string, std::string> synthetic_content(const Size& size) {
  std::map<std::string, std::string> files;
  // The figures of docs/performance.md are those of pages, without workbooks.
  files["site.yaml"] =
      "title: 工会年度工作计划\npublishers: [union]\nopens: union/2027\ndownloads: false\n";
  if (!size.extras) files["site.yaml"] += "files: false\nsearch: false\n";
  files["union/publisher.yaml"] = "name: 总工会\n";
  files["union/units.yaml"] = units_file(size);
  const std::string plan = "union/2027/";
  files[plan + "plan.yaml"] = plan_file(size);
  files[plan + "targets.yaml"] = targets_file(size);
  std::vector<Table> tables;
  for (size_t at = 0; at < size.tables; ++at) {
    const Table& table = tables.emplace_back(size, at);
    const std::string path = plan + "tables/" + table_id(at);
    files[path + ".yaml"] = table.file();
    if (size.csv) files[path + ".csv"] = table.csv();
  }
  add_reports(size, plan, tables, files);
  for (size_t at = 0; at < size.documents; ++at)
    files[plan + "documents/" + document_id(at) + ".md"] = document_file(size, at);
  return files;
}

std::string newest_report(const Size& size) {
  return "union/2027/reports/" + month_end(size.reports - 1) + ".yaml";
}

std::string with_one_change(std::string report) {
  const size_t last = report.find_last_of("0123456789");
  const size_t first = report.find_last_not_of("0123456789", last) + 1;
  const size_t figure = std::stoul(report.substr(first, last + 1 - first));
  return report.replace(first, last + 1 - first, std::to_string(figure + 1));
}

size_t expected_pages(const Size& size) {
  // Front page, 404, the changes, the publisher, the plan, the lists of units, targets and reports,
  // the calendar, the checks. There is no ledger.
  constexpr size_t kAlways = 10;
  const size_t targets = size.documents;
  const size_t pages = kAlways + size.units + size.tables + size.documents + targets + size.reports;
  if (!size.extras) return pages;
  // The search and the list of files. Each file has a page: beside those of tables, documents and
  // reports the publisher, the register, the plan, the targets.
  const size_t files = 4 + (size.tables + size.reports) +
                       (size.csv ? size.tables * (1 + size.reports) : 0) + size.documents;
  return pages + 2 + files;
}

std::error_code write_content(const std::map<std::string, std::string>& files,
                              const std::filesystem::path& folder) {
  std::error_code error;
  for (const auto& [path, bytes] : files) {
    std::filesystem::create_directories((folder / path).parent_path(), error);
    if (!error) error = write_file(folder / path, bytes);
    if (error) break;
  }
  return error;
}

}  // namespace yaodian::bench
