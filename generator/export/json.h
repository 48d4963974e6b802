// Writes JSON (RFC 8259), one thing after the other.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/quantity.h"

namespace yaodian {

// What is opened must be closed; within an object each value follows a key. The first two levels
// have a line for each member, so that a row is a line; what is deeper stands on the line.
class Json {
 public:
  Json& open(char bracket);  // '{' or '['
  Json& close();
  Json& key(std::string_view name);

  Json& text(std::string_view text);
  Json& flag(bool flag);
  // Decimals are texts, so that every program reads the digits that were written: "94.30". Nothing
  // is null.
  Json& decimal(const std::optional<Decimal>& number);

  // A key with its value. An empty text and a missing date are null.
  Json& member(std::string_view name, std::string_view value);
  Json& member(std::string_view name, const std::optional<Date>& date);

  // Returns what was written, ended with a line break. Everything must be closed.
  std::string take();

 private:
  void begin_value();
  void break_line();

  struct Level {
    char closing;
    bool empty = true;
  };
  std::string text_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace yaodian
