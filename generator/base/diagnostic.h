// What a run has to tell the editor: collected as values, none thrown, none lost.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/position.h"

namespace yaodian {

enum class Language : uint8_t { zh, en };

// A text in both languages of the program.
struct Text {
  std::string_view zh;
  std::string_view en;
  std::string_view in(Language language) const { return language == Language::zh ? zh : en; }
};

enum class Severity : uint8_t { error, warning };

// A kind of message. The catalogue is base/rules.h. {0}, {1} … in the texts stand for a
// diagnostic's arguments.
struct Rule {
  std::string_view id;  // stable: what an editor searches for and what tests/bad names its cases by
  Severity severity;
  Text message;
  Text hint;  // the way out; may be empty
};

// An argument of a message: text from the content, or a text of the program in both languages.
using Argument = std::variant<std::string, Text>;

struct Diagnostic {
  const Rule* rule;
  Position position;
  uint32_t length;  // characters to underline from the position on, at least 1
  std::vector<Argument> arguments;
  std::vector<std::string> suggestions;  // the nearest valid names, best first
};

constexpr size_t kLongestArgument =
    1000;  // in characters; a text of the content may be of any length

// The diagnostics of a run or of a part of it.
class Diagnostics {
 public:
  // Adds a message at POSITION that underlines UNDERLINED (its first line; one character where it
  // is empty). An argument of more than kLongestArgument characters is cut.
  void report(const Rule& rule, const Position& position, std::string_view underlined,
              std::vector<Argument> arguments = {}, std::vector<std::string> suggestions = {});

  // Returns the members of NAMES nearest to NAME as suggestions for a message. Nothing after the
  // first twenty times: searching for each of thousands of wrong names would take long.
  std::vector<std::string> suggest(std::string_view name, const std::vector<std::string>& names);

  // Takes over all messages of OTHER, after the ones that are here.
  void take(Diagnostics&& other);
  // Adds ONE, which another run or part has reported.
  void take(Diagnostic one);

  // Sorts by file, line and column, and drops exact repetitions. Messages without a position come
  // first.
  void sort();

  bool has_errors() const { return errors_ > 0; }
  size_t errors() const { return errors_; }
  size_t warnings() const { return all_.size() - errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  size_t errors_ = 0;
  size_t suggested_ = 0;
};

// Finds the bytes of positions. One that comes after the last one in the same text is found from
// there, so that thousands of messages in order take no longer than reading the text.
class Finder {
 public:
  // Returns the offset of POSITION, which is on a line of its source, in the source's text.
  size_t offset(const Position& position);

 private:
  const Source* source_ = nullptr;
  uint32_t line_ = 1;
  uint32_t column_ = 1;
  size_t offset_ = 0;
};

// Returns DIAGNOSTIC as it is shown to an editor, several lines with the last one ended:
//
//   content/haidian/2018/tables/allocation.yaml:25:5: 错误 [unknown-unit]
//   单位登记表里没有“万寿路街”
//      25 | - [万寿路街, 28, 6, 1600, 6, 43]
//         |    ^^^^^^^^
//         提示：最接近的是“万寿路街道”。…
//
// Long lines are cut around the position. Characters of the content that nobody sees are
// shown as ␦. COLOUR
// adds terminal colours.
std::string format(const Diagnostic& diagnostic, Language language, bool colour, Finder& finder);
std::string format(const Diagnostic& diagnostic, Language language, bool colour);

// Returns TEXT with {0}, {1} … replaced by ARGUMENTS in LANGUAGE.
std::string fill_in(std::string_view text, const std::vector<Argument>& arguments,
                    Language language);

}  // namespace yaodian
