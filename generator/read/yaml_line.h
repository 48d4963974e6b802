// The texts on a line of YAML that can be read in one way only, without a parser: what the scanners
// for common rows and for common files are made of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace yaodian::yaml {

// A text on a line, without its quotes.
struct Scalar {
  std::string_view text;
  size_t begin = 0;  // of the text or of its opening quote, in bytes from the beginning of the line
};

// What stands in one pair of brackets: the items of a list, or the keys and values in turn of a
// map.
struct Brackets {
  std::vector<Scalar> texts;
  size_t open = 0;      // place of the bracket on its line, in bytes
  bool is_map = false;  // {key: value} and not [item]
};

// Reads along a line. Every take_…() is false, or empty, where what it takes does not stand there
// in a common way; the line is to be left to the parser then.
class LineReader {
 public:
  // TEXT begins with the line and goes on at least to its end.
  explicit LineReader(std::string_view text)
      : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

  char peek() const { return at_ < end_ ? *at_ : '\0'; }
  bool at_end() const { return at_ == end_; }
  // In bytes from the beginning of the line.
  size_t place() const { return static_cast<size_t>(at_ - begin_); }

  bool take(char wanted) {
    if (at_ == end_ || *at_ != wanted) return false;
    ++at_;
    return true;
  }
  void skip_spaces() {
    while (peek() == ' ') ++at_;
  }
  // "\n" or "\r\n".
  bool take_line_break() {
    take('\r');
    return take('\n');
  }

  // "[a, b]" or "{a: b, c: d}" of texts as take_key() and take_text() take them.
  bool take_brackets(Brackets& brackets);

  // In brackets: a key of ASCII letters, digits, "_", "." and inner "-", with the ": " behind it.
  bool take_key(Scalar& key);

  // In brackets: a plain text, or one in quotes without an escape.
  bool take_text(Scalar& text);

  // Outside brackets: such a key with the ":" behind it, before a space or the end of the line.
  bool take_block_key(Scalar& key);

  // Outside brackets: such a text, which ends the line. Its line break is not taken.
  bool take_block_text(Scalar& text);

 private:
  using Classes = std::array<uint8_t, 256>;
  enum Class : uint8_t {
    kFirst = 1,  // begins a plain text
    kInner = 2,  // stands in one
    kBlock = 4,  // stands in one outside brackets
    kName = 8,   // of a key
  };

  static constexpr Classes classes();
  static const Classes kClasses;

  static bool is_a(char c, Class wanted);
  std::string_view take_all(Class wanted);
  bool take_name(Scalar& key);
  bool take_plain(Scalar& text, Class wanted);
  bool take_quoted(Scalar& text);
  bool take_digits(Scalar& text);

  const char* begin_;
  const char* at_;
  const char* end_;
};

}  // namespace yaodian::yaml
