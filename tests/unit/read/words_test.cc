#include "read/words.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>

#include "../support.h"
#include "base/files.h"
#include "base/text.h"
#include "base/words.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kTemplates = PROJECT_FOLDER "/templates";

// The list that FILE, the Chinese words, makes.
struct Read {
  explicit Read(std::string_view file) {
    folder.write("words/zh.yaml", file);
    list = read_word_list(folder.path(), Language::zh, diagnostics);
  }
  TemporaryFolder folder;
  Diagnostics diagnostics;
  WordList list;
};

std::string shipped(std::string_view name) {
  std::error_code error;
  return read_file(kTemplates + "/words/" + std::string(name), error).value();
}

// The keys of a catalogue in the order of its file.
std::vector<std::string> keys_of(const std::string& text) {
  std::vector<std::string> keys;
  for (const std::string_view line : split(text, '\n')) {
    const size_t colon = line.find(':');
    if (!line.starts_with("#") && colon != line.npos) keys.emplace_back(line.substr(0, colon));
  }
  return keys;
}

// What stands between BEGIN and END in TEXT, each once.
std::set<std::string> between(const std::string& text, std::string_view begin,
                              std::string_view end) {
  std::set<std::string> found;
  for (size_t at = 0; (at = text.find(begin, at)) != text.npos;) {
    at += begin.size();
    found.insert(text.substr(at, text.find(end, at) - at));
  }
  return found;
}

std::set<std::string> keys_of_templates() {
  std::set<std::string> keys;
  std::error_code error;
  for (const std::string& file : list_files(kTemplates, error)) {
    if (file.ends_with(".html"))
      keys.merge(between(read_file(kTemplates + "/" + file, error).value(), "{{word/", "}}"));
  }
  return keys;
}

// True for what English does not have: Chinese characters, full-width ones and their punctuation.
bool is_only_chinese(char32_t character) {
  return is_chinese(character) && (character < 0x2000 || character > 0x206F);
}

TEST(Words, AreCompleteInBothLanguagesAndInTheSameOrder) {
  const std::vector<std::string> chinese = keys_of(shipped("zh.yaml"));
  EXPECT_THAT(keys_of(shipped("en.yaml")), ::testing::ElementsAreArray(chinese));
  EXPECT_GT(chinese.size(), 40u);
}

TEST(Words, HaveTheSamePlacesInBothLanguages) {
  Diagnostics diagnostics;
  const WordList chinese = read_word_list(kTemplates, Language::zh, diagnostics);
  const WordList english = read_word_list(kTemplates, Language::en, diagnostics);
  EXPECT_THAT(messages(diagnostics), IsEmpty());
  ASSERT_EQ(chinese.entries.size(), english.entries.size());
  for (size_t at = 0; at < chinese.entries.size(); ++at) {
    EXPECT_EQ(between(chinese.entries[at].text, "{{", "}}"),
              between(english.entries[at].text, "{{", "}}"))
        << chinese.entries[at].key;
  }
}

TEST(Words, OfScriptsHaveTheSamePlacesInBothLanguages) {
  Diagnostics diagnostics;
  const WordList english = read_word_list(kTemplates, Language::en, diagnostics);
  size_t compared = 0;
  for (const auto& [key, text, at] :
       read_word_list(kTemplates, Language::zh, diagnostics).entries) {
    if (text.find("{{") != text.npos || text.find('{') == text.npos) continue;
    EXPECT_EQ(between(text, "{", "}"), between(english.find(key)->text, "{", "}")) << key;
    ++compared;
  }
  EXPECT_GE(compared, 3u);
}

TEST(Words, AreAllUsed) {
  std::set<std::string> used = keys_of_templates();
  for (const WordKey& word : kWordKeys) used.emplace(word.key);
  const std::vector<std::string> all = keys_of(shipped("zh.yaml"));
  EXPECT_EQ(std::set(all.begin(), all.end()), used);
}

TEST(Words, InEnglishHoldNoChinese) {
  Diagnostics diagnostics;
  for (const WordList::Entry& entry :
       read_word_list(kTemplates, Language::en, diagnostics).entries) {
    for (std::string_view rest = entry.text; !rest.empty();) {
      if (is_only_chinese(take_character(rest))) ADD_FAILURE() << entry.key << ": " << entry.text;
    }
  }
}

TEST(Words, AreFoundByTheirKeys) {
  const Read read("b: 乙\na: '{{count}} 甲'\n");
  EXPECT_THAT(messages(read.diagnostics), IsEmpty());
  ASSERT_TRUE(read.list.find("a"));
  EXPECT_EQ(read.list.find("a")->text, "{{count}} 甲");
  EXPECT_EQ(read.list.find("a")->position.line, 2u);
  EXPECT_FALSE(read.list.find("c"));
}

// What is read line by line has to be what YAML says. A key that is quoted has the whole file
// parsed.
TEST(Words, AreTheSameWhetherAParserReadsThemOrNot) {
  const std::string odd =
      "a: 甲，乙\nb: 'it''s {{x}}'\nc: ''\nd: ' 丙 '\ne: Not #1\n\n# z: y\nf: –\ng: 'a: b # c'\nh: "
      "a:b\n";
  for (const std::string& text : {odd, shipped("zh.yaml"), shipped("en.yaml")}) {
    const Read quick(text), parsed("'the-key': 丁\n" + text);
    ASSERT_EQ(parsed.list.entries.size(), quick.list.entries.size() + 1);
    for (const WordList::Entry& one : quick.list.entries) {
      const WordList::Entry* other = parsed.list.find(one.key);
      ASSERT_TRUE(other) << one.key;
      EXPECT_EQ(one.text, other->text);
      EXPECT_EQ(one.position.line + 1, other->position.line) << one.key;
      EXPECT_EQ(one.position.column, other->position.column) << one.key;
    }
  }
}

TEST(Words, ThatAParserHasToReadAreReadByIt) {
  const Read read("a: \"甲\"\nb: [1]\nb: x\nc: 'x' # note\nd: null\n");
  EXPECT_THAT(messages(read.diagnostics),
              ElementsAre("duplicate-key 3:1", "wrong-type 2:4", "missing-word 5:1"));
  EXPECT_EQ(read.list.find("a")->text, "甲");
  EXPECT_EQ(read.list.find("c")->text, "x");
}

TEST(Words, AreReportedWhereTheyAreNoTextOrMissingOrHavePlacesThatAreNoNames) {
  const Read read("a: [甲]\nb:\nc: '{{#list}}'\nd: '{{word/a}}'\n");
  EXPECT_THAT(messages(read.diagnostics), ElementsAre("wrong-type 1:4", "missing-word 2:1",
                                                      "wrong-place 3:4", "wrong-place 4:4"));
}

TEST(Words, HoldNothingThatNobodySees) {
  const Read read("a: 甲\nb: 乙\u202E\n"), marked("\uFEFFa: 甲\n");
  EXPECT_THAT(messages(read.diagnostics), ElementsAre("control-character 2:5"));
  EXPECT_FALSE(read.list.readable);
  EXPECT_THAT(messages(marked.diagnostics), IsEmpty());
  EXPECT_TRUE(marked.list.find("a"));
}

TEST(Words, AreMissingAsAFileOnce) {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const WordList list = read_word_list(folder.path(), Language::en, diagnostics);
  words_of(list, diagnostics);
  list.report_missing("home", {}, {}, diagnostics);
  EXPECT_THAT(messages(diagnostics), ElementsAre("missing-words"));
}

TEST(Words, OfTheProgramAreAllAskedFor) {
  Read read("date: '{{year}}年{{day}}日{{hour}}'\n");
  words_of(read.list, read.diagnostics);
  const std::vector<std::string> found = messages(read.diagnostics);
  EXPECT_EQ(std::count(found.begin(), found.end(), "missing-word words/zh.yaml"),
            static_cast<int>(kWordCount) - 1);
  EXPECT_EQ(std::count(found.begin(), found.end(), "wrong-place 1:7"), 2);  // month, hour
}

TEST(Words, ThatAreMissingSuggestOneThatTheProgramDoesNotKnow) {
  std::string text = shipped("zh.yaml");
  text.replace(text.find("\nstatus-done"), 12, "\nstatus-doen");
  Read read(text);
  words_of(read.list, read.diagnostics);
  ASSERT_EQ(read.diagnostics.all().size(), 1u);
  EXPECT_THAT(read.diagnostics.all()[0].suggestions, ElementsAre("status-doen"));
}

}  // namespace
}  // namespace yaodian
