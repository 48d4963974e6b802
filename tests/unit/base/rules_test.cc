#include "base/rules.h"

#include <set>

#include <gmock/gmock.h>

#include "base/files.h"

namespace yaodian {
namespace {

// The ids of the rules in the order in which rules.h, and then the headers that it includes at its
// end, define them.
std::vector<std::string> defined_ids() {
  std::error_code error;
  const std::string folder = PROJECT_FOLDER "/generator/";
  std::string header = read_file(folder + "base/rules.h", error).value();
  const std::string_view include = "\n#include \"";
  const std::string rules = header;
  for (size_t at = 0; (at = rules.find(include, at)) != rules.npos;) {
    at += include.size();
    const std::string name = rules.substr(at, rules.find('"', at) - at);
    if (name.ends_with("_rules.h")) header += read_file(folder + name, error).value();
  }
  const std::string_view definition = "inline constexpr Rule ";
  std::vector<std::string> ids;
  for (size_t at = 0; (at = header.find(definition, at)) != header.npos;) {
    const size_t begin = header.find('"', at) + 1;
    at = header.find('"', begin);
    ids.push_back(header.substr(begin, at - begin));
  }
  return ids;
}

TEST(Rules, AreAllListedInTheirOrder) {
  std::vector<std::string> listed;
  for (const Rule* rule : all_rules()) listed.emplace_back(rule->id);
  EXPECT_THAT(listed, ::testing::ElementsAreArray(defined_ids()));
  EXPECT_FALSE(listed.empty());
}

TEST(Rules, HaveUniqueIdsThatCanNameAFolder) {
  std::set<std::string_view> ids;
  for (const Rule* rule : all_rules()) {
    EXPECT_TRUE(ids.insert(rule->id).second) << rule->id;
    EXPECT_EQ(rule->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
              std::string_view::npos)
        << rule->id;
  }
}

TEST(Rules, SpeakBothLanguages) {
  for (const Rule* rule : all_rules()) {
    EXPECT_FALSE(rule->message.zh.empty()) << rule->id;
    EXPECT_FALSE(rule->message.en.empty()) << rule->id;
    EXPECT_EQ(rule->hint.zh.empty(), rule->hint.en.empty()) << rule->id;
  }
}

TEST(Rules, TakeTheSameArgumentsInBothLanguages) {
  const std::vector<std::string> names = {"<0>", "<1>", "<2>", "<3>", "<4>", "<5>"};
  const std::vector<Argument> arguments(names.begin(), names.end());
  const auto used = [&](const Text& text, Language language) {
    const std::string filled = fill_in(text.in(language), arguments, language);
    std::set<std::string> found;
    for (const std::string& name : names)
      if (filled.find(name) != filled.npos) found.insert(name);
    return found;
  };
  for (const Rule* rule : all_rules()) {
    EXPECT_EQ(used(rule->message, Language::zh), used(rule->message, Language::en)) << rule->id;
    EXPECT_NO_THROW(used(rule->hint, Language::zh)) << rule->id;
    EXPECT_NO_THROW(used(rule->hint, Language::en)) << rule->id;
  }
}

}  // namespace
}  // namespace yaodian
