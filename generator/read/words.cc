#include "read/words.h"

#include <algorithm>

#include "base/files.h"
#include "base/rules.h"
#include "base/text.h"
#include "base/words.h"
#include "read/fields.h"
#include "read/invisible.h"
#include "read/yaml.h"

namespace yaodian {
namespace {

constexpr Text kNotFilled{"没有东西可填", "is not filled in"};
constexpr Text kLeftOut{"漏了", "is left out"};
constexpr Text kNoName{"不是名字：只用小写字母、数字和“_”",
                       "is no name: lower-case letters, digits and \"_\""};

bool is_place_name(std::string_view name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

// The names in the places of TEXT, in their order.
std::vector<std::string_view> places_in(std::string_view text) {
  std::vector<std::string_view> places;
  for (size_t at = 0; (at = text.find("{{", at)) != text.npos;) {
    const size_t end = std::min(text.find("}}", at), text.size());
    places.push_back(trim(text.substr(at + 2, end - at - 2)));
    at = end;
  }
  return places;
}

void report_place(const WordList::Entry& entry, std::string_view place, const Text& why,
                  std::string_view places, Diagnostics& diagnostics) {
  std::string listed;
  for (const std::string_view name : split(places, ' ')) {
    if (!name.empty()) listed.append(listed.empty() ? "{{" : " {{").append(name).append("}}");
  }
  diagnostics.report(rule::wrong_place, entry.position, line_of(entry.text, 1),
                     {entry.key, std::string(place), why, listed.empty() ? "–" : listed});
}

void check_places(const WordList::Entry& entry, std::string_view places, Diagnostics& diagnostics) {
  const std::vector<std::string_view> used = places_in(entry.text);
  for (const std::string_view place : used) {
    if (is_place_name(place) && !has_place(places, place))
      report_place(entry, place, kNotFilled, places, diagnostics);
  }
  for (const std::string_view place : split(places, ' ')) {
    if (!place.empty() && std::find(used.begin(), used.end(), place) == used.end())
      report_place(entry, place, kLeftOut, places, diagnostics);
  }
}

// Returns the file of words in LANGUAGE, or nothing where it is missing, which has been reported.
std::unique_ptr<const Source> read_source(const std::filesystem::path& templates, Language language,
                                          Diagnostics& diagnostics) {
  const std::string name = language == Language::zh ? "words/zh.yaml" : "words/en.yaml";
  const std::string path = (templates / name).generic_string();
  std::error_code error;
  auto text = read_file(path, error);
  if (!text) {
    // Without the folder the templates are missing too, which is reported.
    if (std::filesystem::is_directory(templates, error))
      diagnostics.report(rule::missing_words, {}, "", {path});
    return nullptr;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  return std::make_unique<const Source>(Source{path, name, std::move(*text)});
}

void add_entry(WordList& list, const yaml::Value& key, const yaml::Value& value,
               Diagnostics& diagnostics) {
  if (!value.is_text() && value.kind != yaml::Kind::nothing) {
    diagnostics.report(rule::wrong_type, value.position, "", {key.text, Text{"文字", "text"}});
    return;
  }
  if (!value.is_text())
    diagnostics.report(rule::missing_word, key.position, key.text, {key.text, list.source->path});
  list.entries.push_back({key.text, value.text, value.position});
}

void check_place_names(const WordList& list, Diagnostics& diagnostics) {
  for (const WordList::Entry& entry : list.entries) {
    for (const std::string_view place : places_in(entry.text)) {
      if (!is_place_name(place)) report_place(entry, place, kNoName, "", diagnostics);
    }
  }
}

// Reads the entries of LIST, in the order of their keys.
void read_entries(WordList& list, Diagnostics& diagnostics) {
  const auto file = yaml::parse(*list.source, diagnostics);
  if (!file) return;
  if (!file->is_map()) {
    diagnostics.report(rule::wrong_type, {list.source.get(), 0, 0}, "",
                       {list.source->name, Text{"由“键: 用语”组成的", "a map of texts"}});
    return;
  }
  for (size_t at = 0; at + 1 < file->items.size(); at += 2)
    add_entry(list, file->items[at], file->items[at + 1], diagnostics);
  std::sort(list.entries.begin(), list.entries.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  list.readable = true;
}

// The keys of LIST that the program does not know: of templates, or misspelt.
std::vector<std::string> other_keys(const WordList& list) {
  std::vector<std::string> keys;
  for (const WordList::Entry& entry : list.entries) {
    const bool known = std::any_of(std::begin(kWordKeys), std::end(kWordKeys),
                                   [&](const WordKey& one) { return one.key == entry.key; });
    if (!known) keys.push_back(entry.key);
  }
  return keys;
}

}  // namespace

WordList read_word_list(const std::filesystem::path& templates, Language language,
                        Diagnostics& diagnostics) {
  WordList list;
  list.source = read_source(templates, language, diagnostics);
  if (!list.source) return list;
  if (find_invalid_utf8(list.source->text)) {
    diagnostics.report(rule::not_utf8, {list.source.get(), 0, 0}, "");
    return list;
  }
  const std::string_view text = list.source->text;
  if (const auto at = find_invisible(text)) {
    refuse_invisible(text.substr(*at), position_of(*list.source, *at), diagnostics);
    return list;
  }
  read_entries(list, diagnostics);
  check_place_names(list, diagnostics);
  return list;
}

std::shared_ptr<const Words> words_of(const WordList& list, Diagnostics& diagnostics) {
  auto words = std::make_shared<Words>();
  std::vector<std::string> others;  // looked for once a word is missing
  for (size_t index = 0; index < kWordCount; ++index) {
    const auto& [key, places] = kWordKeys[index];
    const WordList::Entry* entry = list.find(key);
    if (!entry) {
      if (others.empty()) others = other_keys(list);
      list.report_missing(key, {list.source.get(), 0, 0},
                          diagnostics.suggest(std::string(key), others), diagnostics);
    } else {
      check_places(*entry, places, diagnostics);
      words->set(index, entry->text);
    }
  }
  return words;
}

}  // namespace yaodian
