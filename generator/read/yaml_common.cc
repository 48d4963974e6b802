#include "read/yaml_common.h"

#include <algorithm>

#include "base/text.h"

namespace yaodian::yaml {
namespace {

// Reads a text line by line. Every step returns false where the text is no common file.
class FileReader {
 public:
  FileReader(const Source& source, std::string_view text, uint32_t first_line, Lists lists)
      : source_(source), text_(text), lists_(lists), number_(first_line), line_(text) {}

  bool read(Value& root) {
    find_line();
    return (at_item() ? take_list(root, false) : take_map(root)) && at_end();
  }

 private:
  bool at_end() const { return begin_ == text_.size(); }
  // In bytes and in characters: what stands before the text of a line is ASCII.
  size_t indent() const { return line_.place(); }
  bool at_item() const { return line_.peek() == '-'; }

  // Goes on to the next line that says something, from the beginning of a line.
  void find_line() {
    for (; !at_end(); ++number_) {
      line_ = LineReader(text_.substr(begin_));
      line_.skip_spaces();
      if (line_.peek() == '#') {
        begin_ = std::min(text_.find('\n', begin_), text_.size() - 1) + 1;
      } else if (line_.take_line_break()) {
        begin_ += line_.place();
      } else {
        return;
      }
    }
  }

  // Takes the end of the line and goes on to the next. What is indented more than MOST there would
  // belong to this line.
  bool end_line(size_t most) {
    if (!line_.take_line_break() && begin_ + line_.place() != text_.size()) return false;
    begin_ += line_.place();
    ++number_;
    find_line();
    return at_end() || indent() <= most;
  }

  void set(Value& value, Kind kind, size_t place) const {
    value.kind = kind;
    value.offset = static_cast<uint32_t>(offset() + place);
    value.position = {&source_, number_, static_cast<uint32_t>(place + 1)};
  }

  // The place of the line in the source, in bytes.
  size_t offset() const { return static_cast<size_t>(text_.data() - source_.text.data()) + begin_; }

  bool take_map(Value& map) {
    const size_t column = indent();
    if (++depth_ > kDeepest) return false;
    set(map, Kind::map, column);
    do {
      Scalar name;
      if (!line_.take_block_key(name)) return false;
      Value& key = map.items.emplace_back();
      set(key, Kind::text, name.begin);
      key.text = name.text;
      if (!take_value(map.items.emplace_back(), column, name.text == "rows")) return false;
    } while (!at_end() && indent() == column && !at_item());
    --depth_;
    return !has_duplicates(map);
  }

  // Takes the value behind a key of a map at COLUMN, on its line or below it.
  bool take_value(Value& value, size_t column, bool under_rows) {
    if (line_.peek() == ' ') {
      line_.skip_spaces();
      return take_inline(value) && end_line(column);
    }
    if (!end_line(text_.size()) || at_end()) return false;
    if (at_item()) return indent() >= column && take_list(value, under_rows);
    return indent() > column && take_map(value);
  }

  bool take_inline(Value& value) {
    counted_ = 0;
    column_ = 1;
    if (line_.peek() == '[' || line_.peek() == '{') return take_brackets(value);
    Scalar text;
    return line_.take_block_text(text) && set(value, text);
  }

  // Takes a list or map in brackets with all that is in it.
  bool take_brackets(Value& value) {
    if (++depth_ > kDeepest) return false;
    const bool is_map = line_.peek() == '{';
    set_inline(value, is_map ? Kind::map : Kind::list, line_.place());
    line_.take(line_.peek());
    Scalar text;
    do {
      if (!value.items.empty()) line_.skip_spaces();
      if (is_map && !(line_.take_key(text) && set(value.items.emplace_back(), text))) return false;
      Value& item = value.items.emplace_back();
      const bool nested = line_.peek() == '[' || line_.peek() == '{';
      if (nested ? !take_brackets(item) : !(line_.take_text(text) && set(item, text))) return false;
    } while (line_.take(','));
    --depth_;
    return line_.take(is_map ? '}' : ']') && !(is_map && has_duplicates(value));
  }

  // What stands at PLACE of the line, behind all that has been set of the same inline value.
  void set_inline(Value& value, Kind kind, size_t place) {
    column_ +=
        static_cast<uint32_t>(count_characters(text_.substr(begin_ + counted_, place - counted_)));
    counted_ = place;
    set(value, kind, place);
    value.position.column = column_;
  }
  bool set(Value& value, const Scalar& text) {
    set_inline(value, Kind::text, text.begin);
    value.text = text.text;
    return true;
  }

  bool take_list(Value& list, bool under_rows) {
    const size_t column = indent();
    if (++depth_ > kDeepest) return false;
    set(list, Kind::list, column);
    do {
      if (under_rows && lists_ == Lists::in_rows && take_rows(list, column)) continue;
      if (!line_.take('-') || !line_.take(' ')) return false;
      if (!take_item(list.items.emplace_back(), column)) return false;
    } while (!at_end() && indent() == column && at_item());
    --depth_;
    return at_end() || indent() <= column;
  }

  bool take_item(Value& item, size_t column) {
    LineReader ahead = line_;
    Scalar key;
    if (ahead.take_block_key(key)) return take_map(item);
    return take_inline(item) && end_line(column);
  }

  // Takes the common rows of lists that stand here, without taking them apart. False if there are
  // none.
  bool take_rows(Value& list, size_t column) {
    Value rows;
    set(rows, Kind::rows, 0);
    size_t end = begin_;
    uint32_t lines = 0;
    while (take_common_row(text_.substr(end), row_) && !row_.is_map && row_.dash == column) {
      end += row_.length;
      ++lines;
    }
    if (lines == 0) return false;
    rows.length = static_cast<uint32_t>(end - begin_);
    list.items.push_back(std::move(rows));
    begin_ = end;
    number_ += lines;
    find_line();
    return true;
  }

  bool has_duplicates(const Value& map) {
    keys_.clear();
    for (size_t at = 0; at < map.items.size(); at += 2) keys_.push_back(map.items[at].text);
    std::sort(keys_.begin(), keys_.end());
    return std::adjacent_find(keys_.begin(), keys_.end()) != keys_.end();
  }

  const Source& source_;
  std::string_view text_;
  Lists lists_;
  size_t begin_ = 0;  // of the line in text_
  uint32_t number_;   // of the line
  LineReader line_;
  int depth_ = 0;        // of the maps and lists that are open
  size_t counted_ = 0;   // of the bytes of the line, in an inline value
  uint32_t column_ = 1;  // of the character there
  CommonRow row_;
  std::vector<std::string_view> keys_;
};

}  // namespace

std::optional<Value> parse_common(const Source& source, std::string_view text, uint32_t first_line,
                                  Lists lists) {
  Value root;
  if (!FileReader(source, text, first_line, lists).read(root)) return std::nullopt;
  return root;
}

}  // namespace yaodian::yaml
