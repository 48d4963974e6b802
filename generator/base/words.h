// The words of the interface: what the program says to readers, in the language of the site. They
// come from templates/words/LANGUAGE.yaml; what the program says to editors does not.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/html.h"
#include "base/word_keys.h"

namespace yaodian {

inline constexpr size_t kWordCount = std::size(kWordKeys);

// True if PLACES, names with spaces between, has NAME.
constexpr bool has_place(std::string_view places, std::string_view name) {
  while (!places.empty()) {
    const size_t end = places.find(' ');
    if (places.substr(0, end) == name) return true;
    places.remove_prefix(end == places.npos ? places.size() : end + 1);
  }
  return false;
}

namespace word_keys {

// What the compiler shows where a literal is no key, has places or has none, or names no place.
void is_not_in_word_keys();
void has_places_to_fill_in();
void has_no_places();
void is_no_place_of_any_word();

consteval uint16_t index_of(std::string_view key) {
  for (size_t at = 0; at < kWordCount; ++at) {
    if (kWordKeys[at].key == key) return static_cast<uint16_t>(at);
  }
  is_not_in_word_keys();
  return 0;
}

}  // namespace word_keys

// A word without places. Made of a literal that is no such key of word_keys.h, it does not compile.
class Word {
 public:
  consteval Word(const char* key) : index_(word_keys::index_of(key)) {
    if (!kWordKeys[index_].places.empty()) word_keys::has_places_to_fill_in();
  }
  constexpr size_t index() const { return index_; }
  bool operator==(const Word&) const = default;

 private:
  uint16_t index_;
};

// A text with places, as {{count}}; made in the same way.
class Sentence {
 public:
  consteval Sentence(const char* key) : index_(word_keys::index_of(key)) {
    if (kWordKeys[index_].places.empty()) word_keys::has_no_places();
  }
  constexpr size_t index() const { return index_; }

 private:
  uint16_t index_;
};

// The name of a place of some sentence.
class PlaceName {
 public:
  consteval PlaceName(const char* name) : name_(name) {
    for (const WordKey& key : kWordKeys) {
      if (has_place(key.places, name_)) return;
    }
    word_keys::is_no_place_of_any_word();
  }
  constexpr std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

// What is put into a place.
struct Filling {
  PlaceName name;
  std::string_view text;
};
struct HtmlFilling {
  PlaceName name;
  const Html& html;
};

// All words of the program in one language. They are found by number: nothing is looked up by name
// while pages are made.
class Words {
 public:
  // Words that are all empty.
  Words() : entries_(kWordCount) {}

  // Gives the INDEX-th key its TEXT, which has the places of the key.
  void set(size_t index, std::string text);

  const std::string& operator[](Word word) const { return entries_[word.index()].text; }

  // The text of SENTENCE with FILLINGS put in; a place that is not among them stays empty.
  std::string text(Sentence sentence, std::initializer_list<Filling> fillings) const;
  // The same as HTML: the sentence's own text is escaped.
  Html html(Sentence sentence, std::initializer_list<HtmlFilling> fillings) const;
  // The same at the end of OUT.
  void append(std::string& out, Sentence sentence, std::initializer_list<Filling> fillings) const;

  std::string date(Date date) const;              // 2018年4月30日, 30 April 2018
  std::string month_day(Date date) const;         // 4月30日, 30 April
  std::string month_of_year(Date date) const;     // 2018年4月, April 2018
  std::string year(std::string_view year) const;  // 2018年, 2018
  const std::string& month(int month) const;      // 4月, April; MONTH is 1 to 12

 private:
  // A piece of a text: from BEGIN to END, and then PLACE; "" behind the last.
  struct Piece {
    size_t begin, end;
    std::string_view place;
  };
  struct Entry {
    std::string text;
    std::vector<Piece> pieces;
  };

  std::vector<Entry> entries_;
};

}  // namespace yaodian
