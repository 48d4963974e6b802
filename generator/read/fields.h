// The keys of a YAML map, asked for by name and type. What nobody asked for is an unknown key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/quantity.h"
#include "read/yaml.h"

namespace yaodian {

// Each question reports what is wrong with its key and then answers as if the key had not been
// given.
class Fields {
 public:
  // MAP is asked; a value that is no map is reported under NAME, and every answer is empty then.
  // The destructor reports the keys that were not asked for.
  Fields(const yaml::Value& map, std::string_view name, Diagnostics& diagnostics);
  ~Fields();
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  // Returns the value of KEY, or nullptr. required() reports a missing key.
  const yaml::Value* optional(std::string_view key);
  const yaml::Value* required(std::string_view key);

  std::string text(std::string_view key);           // required, not empty
  std::string optional_text(std::string_view key);  // "" where missing
  std::optional<Date> optional_date(std::string_view key);
  std::optional<Date> date(std::string_view key);  // required
  int optional_integer(std::string_view key, int fallback);
  bool flag(std::string_view key);  // "true" or "false"; false where missing
  std::vector<std::string> optional_texts(std::string_view key);  // a list of texts, or one text
  // Returns the place in CHOICES of the text of KEY; FALLBACK where missing or none of them.
  size_t choice(std::string_view key, const std::vector<std::string>& choices, size_t fallback);
  // Returns an id: lower-case ASCII, digits, inner hyphens. Required. A text that is no id is
  // reported and returned all the same, so that what refers to it is not reported as well.
  std::string id(std::string_view key);
  // Returns the items of a list, empty where the key is missing; what is no list is reported.
  // items() requires the key.
  const std::vector<yaml::Value>& optional_items(std::string_view key);
  const std::vector<yaml::Value>& items(std::string_view key);
  // Returns the keys and values in turn of a map whose keys are free, empty where KEY is missing;
  // what is no map is reported.
  const std::vector<yaml::Value>& optional_entries(std::string_view key);

  // Where the map begins, and where KEY's value stands (the map where it is missing).
  const Position& position() const { return map_.position; }
  Position position_of(std::string_view key) const;

 private:
  const std::string* text_of(const yaml::Value* value, std::string_view key);
  std::optional<Date> date_of(const yaml::Value* value);
  const std::vector<yaml::Value>& list_of(const yaml::Value* value, std::string_view key);
  // Reports VALUE, a text where a map or a known key should be, if its colon or its indentation is
  // what is wrong with it.
  bool report_slip(const yaml::Value& value);

  const yaml::Value& map_;
  Diagnostics& diagnostics_;
  bool usable_;
  std::vector<std::string> asked_;
};

// True for what an address may be made of: lower-case ASCII letters, digits and inner hyphens.
bool is_id(std::string_view text);

// Returns NAMES joined by "、".
std::string join(const std::vector<std::string>& names);

}  // namespace yaodian
