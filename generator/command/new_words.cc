#include "command/new_words.h"

#include <algorithm>

#include "base/text.h"

namespace yaodian {
namespace {

// What is wrong, with "{0}" for the word that is, and "{1}" for where it should go.
struct Fault {
  Text text;
  std::string word;
};

// Where each kind goes.
constexpr Text kShapes[] = {
    {"发布单位，例如 haidian", "PUBLISHER, like haidian"},
    {"发布单位/年度，例如 haidian/2019", "PUBLISHER/YEAR, like haidian/2019"},
    {"发布单位/年度/编号，例如 haidian/2019/allocation",
     "PUBLISHER/YEAR/ID, like haidian/2019/allocation"},
    {"发布单位/年度/日期，例如 haidian/2019/2019-03-31",
     "PUBLISHER/YEAR/DATE, like haidian/2019/2019-03-31"},
    {"发布单位/年度/编号，例如 haidian/2019/rights", "PUBLISHER/YEAR/ID, like haidian/2019/rights"},
};

constexpr Text kYear{"年度写成四位数字，例如 haidian/2019；现在是“{0}”",
                     "write the year in four digits, like haidian/2019, not \"{0}\""};

// PATH without the content folder before it and the slash and ending after it that a shell adds.
std::string bare(std::string path, std::string content) {
  while (content.ends_with('/')) content.pop_back();
  if (path.starts_with(content + "/")) path.erase(0, content.size() + 1);
  if (path.starts_with("./")) path.erase(0, 2);
  while (path.ends_with('/')) path.pop_back();
  for (const std::string_view ending : {".yaml", ".md"})
    if (path.ends_with(ending)) path.resize(path.size() - ending.size());
  return path;
}

bool is_year(std::string_view text) {
  return text.size() == 4 && Date::parse(std::string(text) + "-01-01").has_value();
}

std::optional<Fault> read_path(const NewWords& words, const std::string& content,
                               Request& request) {
  const std::string path = bare(words.path, content);
  std::vector<std::string> names;
  for (const std::string_view name : split(path, '/')) names.emplace_back(name);
  // As the shell completes the path of a file: haidian/2019/tables/allocation.yaml.
  static constexpr std::string_view kFolders[] = {"", "", "tables", "reports", "documents"};
  const auto kind = static_cast<size_t>(request.kind);
  if (names.size() == 4 && names[2] == kFolders[kind]) names.erase(names.begin() + 2);
  const size_t wanted = std::min<size_t>(kind + 1, 3);
  if (names.size() != wanted || path.empty())
    return Fault{{"PATH 写成 {1}；现在是“{0}”", "write PATH as {1}, not \"{0}\""}, words.path};
  request.publisher = names[0];
  if (wanted > 1) request.year = names[1];
  if (wanted > 2) request.id = names[2];
  if (request.kind == NewKind::plan && !is_year(request.year)) return Fault{kYear, words.path};
  return std::nullopt;
}

std::optional<Fault> read_from(const NewWords& words, const std::string& content,
                               Request& request) {
  if (words.from.empty()) return std::nullopt;
  const std::string path = bare(words.from, content);
  const size_t slash = path.find('/');
  request.from = slash == path.npos ? path : path.substr(slash + 1);
  const bool own = slash == path.npos || path.substr(0, slash) == request.publisher;
  if (own && is_year(request.from)) return std::nullopt;
  return Fault{{"--from 写同一发布单位的另一年，例如 haidian/2018；现在是“{0}”",
                "--from takes another year of the publisher, like haidian/2018, not \"{0}\""},
               words.from};
}

std::optional<Fault> read_day(const NewWords& words, Request& request) {
  if (request.kind != NewKind::report) return std::nullopt;
  request.as_of = Date::parse(words.as_of.empty() ? request.id : words.as_of);
  if (request.as_of) return std::nullopt;
  if (!words.as_of.empty())
    return Fault{
        {"--as-of 写成 2019-03-31 这样；现在是“{0}”", "write --as-of like 2019-03-31, not \"{0}\""},
        words.as_of};
  return Fault{{"月报的编号“{0}”不是日期：写成 2019-03-31 这样，或者加 --as-of 2019-03-31",
                "the id \"{0}\" of the report is no date: write it like 2019-03-31, or add --as-of "
                "2019-03-31"},
               request.id};
}

// The parts of WORD between colons, which may be full-width ones.
std::vector<std::string> parts_of(std::string word) {
  constexpr std::string_view kWide = "：";
  for (size_t at = 0; (at = word.find(kWide, at)) != word.npos;)
    word.replace(at, kWide.size(), ":");
  std::vector<std::string> parts;
  for (const std::string_view part : split(word, ':')) parts.emplace_back(trim(part));
  return parts;
}

// Reads each of WORDS, COUNT parts that are not empty, into ALL.
template <size_t kCount>
std::optional<Fault> read_parts(const std::vector<std::string>& words, Text shape,
                                std::vector<std::array<std::string, kCount>>& all) {
  for (const std::string& word : words) {
    const std::vector<std::string> parts = parts_of(word);
    const bool empty = std::ranges::any_of(parts, &std::string::empty);
    if (parts.size() != kCount || empty) return Fault{shape, word};
    std::copy(parts.begin(), parts.end(), all.emplace_back().begin());
  }
  return std::nullopt;
}

// A text of the content is one line that everybody sees.
std::optional<Fault> check_texts(const NewWords& words, const Request& request) {
  std::vector<std::string> texts = {request.title, request.department, words.path};
  texts.insert(texts.end(), words.units.begin(), words.units.end());
  texts.insert(texts.end(), words.columns.begin(), words.columns.end());
  for (const std::string& text : texts) {
    if (find_invalid_utf8(text))
      return Fault{{"参数不是 UTF-8 编码", "an argument is not UTF-8"}, ""};
    if (find_invisible(text) || text.find_first_of("\r\n\t") != text.npos)
      return Fault{
          {"参数里有换行或看不见的字符", "an argument has a line break or an invisible character"},
          ""};
  }
  const bool named = request.kind == NewKind::plan || !trim(request.title).empty();
  if (request.kind == NewKind::report || named) return std::nullopt;
  return Fault{{"名称不能是空的", "the name or title is empty"}, ""};
}

}  // namespace

Text place_of(NewKind kind) { return kShapes[static_cast<size_t>(kind)]; }

Text purpose_of(NewKind kind) {
  static constexpr Text kPurposes[] = {
      {"发布单位和它的单位登记表", "a publisher and its register of units"},
      {"年度工作计划", "the plan of a year"},
      {"任务分配表，已有各单位", "a task table, with all units"},
      {"月报，已有各单位和各列，只要填数", "a report, with units and columns to be filled in"},
      {"文件：通知、工作要点等", "a document: a notice, work points"}};
  return kPurposes[static_cast<size_t>(kind)];
}

Text new_examples() {
  return {
      "例：yaodian new publisher fangshan --name 房山区总工会\n"
      "    yaodian new plan fangshan/2018\n"
      "    yaodian new table fangshan/2018/unions --title 建会任务分配表 --column "
      "new-unions:新建会单位数:家\n"
      "    yaodian new report fangshan/2018/2018-03-31\n"
      "每一种还有自己的选项：yaodian help new report",
      "example: yaodian new publisher fangshan --name 房山区总工会\n"
      "         yaodian new plan fangshan/2018\n"
      "         yaodian new table fangshan/2018/unions --title 建会任务分配表 --column "
      "new-unions:新建会单位数:家\n"
      "         yaodian new report fangshan/2018/2018-03-31\n"
      "Each has options of its own: yaodian help new report"};
}

std::optional<std::string> read_request(const NewWords& words, const std::string& content,
                                        Language language, Request& request) {
  auto fault = check_texts(words, request);
  request.title = trim(request.title);
  request.department = trim(request.department);
  if (!fault) fault = read_path(words, content, request);
  if (!fault) fault = read_from(words, content, request);
  if (!fault) fault = read_day(words, request);
  if (!fault)
    fault = read_parts(words.units,
                       {"--unit 写成 编号:名称，例如 dongshan:东山街道总工会；现在是“{0}”",
                        "write --unit ID:NAME, like dongshan:东山街道总工会, not \"{0}\""},
                       request.units);
  if (!fault)
    fault = read_parts(words.columns,
                       {"--column 写成 编号:列名:计量单位，例如 members:发展会员数:人；现在是“{0}”",
                        "write --column ID:TITLE:COUNT, like members:发展会员数:人, not \"{0}\""},
                       request.columns);
  if (!fault) return std::nullopt;
  return fill_in(fault->text.in(language), {fault->word, place_of(request.kind)}, language);
}

}  // namespace yaodian
