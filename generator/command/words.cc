#include "command/words.h"

#include <algorithm>
#include <system_error>

#include "base/text.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

// ", like that": the nearest of NAMES, which are written with DASHES before them.
std::string meant(const std::string& word, const std::vector<std::string>& names, Language language,
                  const std::string& dashes = "") {
  const std::vector<std::string> near = nearest(word, names);
  if (near.empty()) return "";
  return fill_in(Text{"。是不是 {0}？", "; did you mean {0}?"}.in(language),
                 {dashes + near.front()}, language);
}

}  // namespace

const std::vector<std::string>& kinds_to_make() {
  static const std::vector<std::string> kKinds = {"publisher", "plan", "table", "report",
                                                  "document"};
  return kKinds;
}

std::vector<std::string> words_of(int argc, char** argv) {
  std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  if (!words.empty() && words.front() == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  return words;
}

Language language_of(const std::vector<std::string>& words) {
  for (size_t at = 0; at < words.size(); ++at) {
    const bool next = words[at] == "--lang" && at + 1 < words.size() && words[at + 1] == "en";
    if (words[at] == "--lang=en" || next) return Language::en;
  }
  return Language::zh;
}

std::optional<std::string> unknown_word(const std::vector<std::string>& words, Language language) {
  static const std::vector<std::string> kCommands = {"build", "check", "new", "rollback"};
  const auto is_word = [&](size_t at) { return words.size() > at && !words[at].starts_with('-'); };
  if (is_word(0) && !is_one_of(words[0], kCommands)) {
    return fill_in(Text{"没有这个命令：{0}", "no such command: {0}"}.in(language), {words[0]},
                   language) +
           meant(words[0], kCommands, language);
  }
  if (!is_word(0) || words[0] != "new" || !is_word(1) || is_one_of(words[1], kinds_to_make()))
    return std::nullopt;
  return fill_in(
             Text{"new 不能建“{0}”：可以建 publisher、plan、table、report 或 document",
                  "new cannot make \"{0}\": it makes a publisher, plan, table, report or document"}
                 .in(language),
             {words[1]}, language) +
         meant(words[1], kinds_to_make(), language);
}

std::string unexpected_words(const std::string& what, const std::vector<std::string>& options,
                             Language language) {
  const size_t begin = what.rfind(": ") + 2;
  std::string in_order, option;  // without dashes; one letter is near to too many
  for (const std::string_view word : split(std::string_view(what).substr(begin), ' ')) {
    in_order.insert(0, std::string(word) + (in_order.empty() ? "" : " "));
    if (word.starts_with('-') && word.size() > 2) option = word.substr(0, word.find('='));
  }
  option.erase(0, option.find_first_not_of('-'));
  const std::string said = language == Language::zh ? "不认识的参数：" : what.substr(0, begin);
  return said + in_order + meant(option, options, language, "--");
}

std::string missing_word(const std::string& what, bool is_new) {
  const bool command = what.starts_with("A subcommand");
  if (command && is_new) return "new 缺少种类：publisher、plan、table、report 或 document";
  if (command) return "缺少命令：build、check、new 或 rollback";
  return "缺少 " + what.substr(0, what.find(' '));
}

bool is_one_of(const std::string& word, const std::vector<std::string>& words) {
  return std::ranges::find(words, word) != words.end();
}

std::optional<Encodings> read_encodings(std::string_view text) {
  Encodings encodings;
  if (text == "none") return encodings;
  for (const std::string_view name : split(text, ',')) {
    if (!encodings.add(name)) return std::nullopt;
  }
  return encodings;
}

fs::path default_folder(const std::string& name) {
  std::error_code error;
  if (fs::is_directory(name, error)) return name;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share" / "yaodian" / name;
  return fs::is_directory(installed, error) ? installed : fs::path(name);
}

}  // namespace yaodian
