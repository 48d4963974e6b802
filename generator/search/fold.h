// The form in which texts are searched: what a reader types is found however it is written.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace yaodian::search {

// Folds texts. It keeps what it has learnt of rare characters; each thread has its own.
class Fold {
 public:
  // Returns TEXT character by character as normal_form() has it (full-width letters and digits
  // become plain), in lower case, without the commas that group digits, and without white space: of
  // that one space stays between two digits. assets/search.js does the same.
  std::u32string operator()(std::string_view text);

 private:
  const std::u32string& rare(char32_t character);

  std::unordered_map<char32_t, std::u32string> rare_;
};

}  // namespace yaodian::search
