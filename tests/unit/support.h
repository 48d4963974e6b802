// What many tests need: sources out of literals, folders that vanish, diagnostics in short.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/assemble.h"
#include "read/content.h"
#include "read/words.h"

namespace yaodian {

inline Source source_of(std::string text, std::string name = "test") {
  return {"content/" + name, name, std::move(text)};
}

// Each diagnostic as "id line:column"; "id name" for a file as a whole, "id" for nowhere.
inline std::vector<std::string> messages(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& one : diagnostics.all()) {
    std::string text(one.rule->id);
    const Position& at = one.position;
    if (at.known() && at.line == 0) text += " " + at.source->name;
    if (at.known() && at.line > 0)
      text += " " + std::to_string(at.line) + ":" + std::to_string(at.column);
    all.push_back(std::move(text));
  }
  return all;
}

// The text of the NUMBER-th diagnostic without its hint.
inline std::string message_text(const Diagnostics& diagnostics, size_t number = 0) {
  const Diagnostic& one = diagnostics.all().at(number);
  return fill_in(one.rule->message.zh, one.arguments, Language::zh);
}

// A folder that is removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "yaodian-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

  // Writes TEXT to the file NAME, whose folders are made where they are missing.
  void write(std::string_view name, std::string_view text) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

 private:
  std::filesystem::path path_;
};

using Files = std::map<std::string, std::string>;  // text by path

// A content folder that is only in memory.
inline Content content_of(const Files& files) {
  Content content{"content", {}};
  for (const auto& [path, text] : files) {
    content.files.push_back({path, std::make_unique<Source>(source_of(text, path)), true});
  }
  return content;
}

// The words of the interface in LANGUAGE.
inline std::shared_ptr<const Words> words_in(Language language) {
  Diagnostics diagnostics;
  const WordList list = read_word_list(PROJECT_FOLDER "/templates", language, diagnostics);
  auto words = words_of(list, diagnostics);
  if (diagnostics.has_errors()) throw std::runtime_error("words are missing");
  return words;
}

// Those in Chinese, read once.
inline const std::shared_ptr<const Words>& chinese_words() {
  static const std::shared_ptr<const Words> kWords = words_in(Language::zh);
  return kWords;
}

// The site that FILES make, with what was reported on the way.
struct Loaded {
  explicit Loaded(const Files& files) : content(content_of(files)) {
    site = assemble(content, 1, diagnostics);
    give_words(site, site.language == Language::zh ? chinese_words() : words_in(site.language));
  }

  const Publisher& publisher() const { return site.publishers.at(0); }
  const Plan& plan() const { return publisher().plans.at(0); }

  Content content;
  Diagnostics diagnostics;
  Site site;
};

// The files of the smallest site, of the publisher "union" with two units and the plan 2018, and
// MORE, which may replace them.
inline Files small_site(const Files& more = {}) {
  Files files = {
      {"site.yaml", "title: 计划\n"},
      {"union/publisher.yaml", "name: 总工会\n"},
      {"union/units.yaml",
       "kinds: [街道, 镇]\n"
       "units:\n"
       "  - {id: east, name: 东街街道总工会, short: 东街街道, kind: 街道}\n"
       "  - {id: west, name: 西镇总工会, short: 西镇, kind: 镇, aliases: [西镇工会]}\n"},
      {"union/2018/plan.yaml", "title: 2018年计划\nperiod: {start: 2018-01-01, end: 2018-12-31}\n"},
  };
  for (const auto& [path, text] : more) files[path] = text;
  return files;
}

}  // namespace yaodian
