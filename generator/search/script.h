// Data as JavaScript: the files of the index are classic scripts, which work from file:// too.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace yaodian::search {

// Appends TEXT to OUT as a JavaScript string. A line break becomes a space.
void add_string(std::string& out, std::string_view text);

// Writes a list, with commas between what is added.
class List {
 public:
  explicit List(std::string& out) : out_(out) { out_ += '['; }
  ~List() { out_ += ']'; }
  List(const List&) = delete;
  List& operator=(const List&) = delete;

  List& text(std::string_view text) { return comma(), add_string(out_, text), *this; }
  List& number(size_t number) { return comma(), out_ += std::to_string(number), *this; }
  // Adds what is JavaScript already.
  List& raw(std::string_view script) { return comma(), out_ += script, *this; }
  // Makes room for an item that is written into out() then.
  std::string& item() { return comma(), out_; }

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace yaodian::search
