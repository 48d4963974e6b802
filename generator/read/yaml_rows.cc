#include "read/yaml_rows.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace yaodian::yaml {
namespace {

constexpr size_t kLongestText = 255;  // the parser takes no key of more than 1,024 bytes
constexpr uint32_t kFewestLines = 2;  // of a run

enum Class : uint8_t { kNone = 0, kFirst = 1, kInner = 2, kKey = 4, kQuoted = 8 };

constexpr std::array<uint8_t, 256> classes() {
  std::array<uint8_t, 256> table{};
  for (size_t c = 0; c < 256; ++c) {
    const bool lower = (c >= 'a' && c <= 'z') || c == '_';
    const bool letter = lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
    if (letter || c == '.' || c == '/' || c == '(' || c == ')' || c == '+')
      table[c] = kFirst | kInner;
    if (c == '%' || c == '*' || c == '-') table[c] = kInner;
    if (lower) table[c] |= kKey;
    if (table[c] != kNone || c == ',') table[c] |= kQuoted;
  }
  return table;
}

constexpr std::array<uint8_t, 256> kClasses = classes();

bool is_a(char c, Class wanted) { return kClasses[static_cast<unsigned char>(c)] & wanted; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

// Reads one line. Every step returns false where the line is no common row.
class LineReader {
 public:
  // TEXT goes on at least to the end of the line.
  LineReader(std::string_view text, CommonRow& row)
      : begin_(text.data()), at_(begin_), end_(begin_ + text.size()), row_(row) {}

  bool read() {
    while (peek() == ' ') ++at_;
    row_.texts.clear();
    row_.dash = place();
    if (!take('-') || !take(' ')) return false;
    row_.is_map = peek() == '{';
    if (!take(row_.is_map ? '{' : '[')) return false;
    do {
      while (!row_.texts.empty() && peek() == ' ') ++at_;
      if (row_.is_map && !take_key()) return false;
      if (!take_text()) return false;
    } while (take(','));
    if (!take(row_.is_map ? '}' : ']')) return false;
    take('\r');
    if (!take('\n')) return false;
    row_.length = place();
    return true;
  }

 private:
  char peek() const { return at_ < end_ ? *at_ : '\0'; }
  size_t place() const { return static_cast<size_t>(at_ - begin_); }

  bool take(char wanted) {
    if (at_ == end_ || *at_ != wanted) return false;
    ++at_;
    return true;
  }

  std::string_view take_all(Class wanted) {
    const char* from = at_;
    while (at_ < end_ && is_a(*at_, wanted)) ++at_;
    return {from, static_cast<size_t>(at_ - from)};
  }

  // The same with single spaces between them.
  std::string_view take_words(Class wanted) {
    const char* from = at_;
    take_all(wanted);
    while (at_ > from && peek() == ' ' && end_ - at_ > 1 && is_a(at_[1], wanted)) {
      ++at_;
      take_all(wanted);
    }
    return {from, static_cast<size_t>(at_ - from)};
  }

  bool add(std::string_view text, size_t begin) {
    row_.texts.push_back({text, begin});
    return text.size() <= kLongestText;
  }

  bool take_key() {
    const size_t begin = place();
    const std::string_view key = take_all(kKey);
    return !key.empty() && !is_null(key) && add(key, begin) && take(':') && take(' ');
  }

  bool take_text() {
    const size_t begin = place();
    const char quote = peek();
    if (quote == '\'' || quote == '"') {
      ++at_;
      return add(take_words(kQuoted), begin) && take(quote);
    }
    const bool negative = quote == '-' && end_ - at_ > 1 && is_digit(at_[1]);
    if (!negative && !is_a(quote, kFirst)) return false;
    const std::string_view text = take_words(kInner);
    return !is_null(text) && add(text, begin);
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  CommonRow& row_;
};

// Where the line at BEGIN of TEXT ends, with its line break.
size_t line_end(std::string_view text, size_t begin) {
  const void* found = std::memchr(text.data() + begin, '\n', text.size() - begin);
  return found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) + 1
               : text.size();
}

}  // namespace

bool take_common_row(std::string_view text, CommonRow& row) { return LineReader(text, row).read(); }

std::vector<Run> find_runs(std::string_view text) {
  std::vector<Run> runs;
  CommonRow row;
  Run run;
  size_t dash = 0;
  bool in_run = false;
  const auto close = [&] {
    if (in_run && run.lines >= kFewestLines) runs.push_back(run);
    in_run = false;
  };
  uint32_t line = 0;
  for (size_t at = 0; at < text.size(); ++line) {
    if (!take_common_row(text.substr(at), row)) {
      close();
      at = line_end(text, at);
      continue;
    }
    if (in_run && dash == row.dash && run.is_map == row.is_map) {
      run.end = at + row.length;
      ++run.lines;
    } else {
      close();
      run = {at + row.open(), at + row.length, at + row.length, line + 1, 0, row.is_map};
      dash = row.dash;
      in_run = true;
    }
    at += row.length;
  }
  close();
  return runs;
}

}  // namespace yaodian::yaml
