#include "read/yaml_line.h"

namespace yaodian::yaml {
namespace {

constexpr size_t kLongestKey = 255;  // in bytes, or what may be one: the parser takes 1,024

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_null(std::string_view text) { return text == "null" || text == "Null" || text == "NULL"; }

}  // namespace

constexpr LineReader::Classes LineReader::classes() {
  Classes table{};
  for (size_t c = 0; c < table.size(); ++c) {
    const auto is_one_of = [&](std::string_view all) {
      return all.find(static_cast<char>(c)) != all.npos;
    };
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (letter || c >= 0x80 || is_one_of("./()+;")) table[c] = kFirst | kInner;
    if (is_one_of("%*-")) table[c] = kInner;
    if (table[c] != 0 || is_one_of(",!?<>=&@$^|~{}[]\"'`\\")) table[c] |= kBlock;
    if (letter || c == '-' || c == '.') table[c] |= kName;
  }
  return table;
}

constexpr LineReader::Classes LineReader::kClasses = LineReader::classes();

bool LineReader::is_a(char c, Class wanted) {
  return kClasses[static_cast<unsigned char>(c)] & wanted;
}

std::string_view LineReader::take_all(Class wanted) {
  const char* from = at_;
  while (at_ < end_ && is_a(*at_, wanted)) ++at_;
  return {from, static_cast<size_t>(at_ - from)};
}

// A name and the ":" behind it.
bool LineReader::take_name(Scalar& key) {
  key.begin = place();
  if (peek() == '-') return false;
  key.text = take_all(kName);
  return !key.text.empty() && key.text.size() <= kLongestKey && !is_null(key.text) && take(':');
}

// Words of WANTED with single spaces between them. A ":" or "#" is inside a word only.
bool LineReader::take_plain(Scalar& text, Class wanted) {
  const bool negative = peek() == '-' && end_ - at_ > 1 && is_digit(at_[1]);
  if (!negative && !is_a(peek(), kFirst)) return false;
  const char* from = at_;
  do {
    take_all(wanted);
  } while ((peek() == ' ' || peek() == ':' || peek() == '#') && end_ - at_ > 1 &&
           is_a(at_[1], wanted) && ++at_);
  text.text = {from, static_cast<size_t>(at_ - from)};
  return !is_null(text.text);
}

// Without an escape, so that what stands between the quotes is the text.
bool LineReader::take_quoted(Scalar& text) {
  const char quote = *at_++;
  const char* from = at_;
  while (at_ < end_ && *at_ != quote && *at_ != '\n' && *at_ != '\r' && *at_ != '\t' &&
         (*at_ != '\\' || quote == '\''))
    ++at_;
  text.text = {from, static_cast<size_t>(at_ - from)};
  return take(quote);
}

bool LineReader::take_key(Scalar& key) { return take_name(key) && take(' '); }

// Digits that a text in brackets consists of, as most do.
bool LineReader::take_digits(Scalar& text) {
  const char* at = at_;
  while (at < end_ && is_digit(*at)) ++at;
  if (at == at_ || at == end_ || (*at != ',' && *at != ']')) return false;
  text.text = {at_, static_cast<size_t>(at - at_)};
  at_ = at;
  return true;
}

bool LineReader::take_text(Scalar& text) {
  text.begin = place();
  if (take_digits(text)) return text.text.size() <= kLongestKey;
  const bool quoted = peek() == '\'' || peek() == '"';
  return (quoted ? take_quoted(text) : take_plain(text, kInner)) && text.text.size() <= kLongestKey;
}

bool LineReader::take_brackets(Brackets& brackets) {
  brackets.texts.clear();
  brackets.open = place();
  brackets.is_map = peek() == '{';
  if (!take(brackets.is_map ? '{' : '[')) return false;
  do {
    if (!brackets.texts.empty()) skip_spaces();
    if (brackets.is_map && !take_key(brackets.texts.emplace_back())) return false;
    if (!take_text(brackets.texts.emplace_back())) return false;
  } while (take(','));
  return take(brackets.is_map ? '}' : ']');
}

bool LineReader::take_block_key(Scalar& key) {
  return take_name(key) && (at_end() || peek() == ' ' || peek() == '\r' || peek() == '\n');
}

bool LineReader::take_block_text(Scalar& text) {
  text.begin = place();
  const bool quoted = peek() == '\'' || peek() == '"';
  return (quoted ? take_quoted(text) : take_plain(text, kBlock)) &&
         (at_end() || peek() == '\n' || peek() == '\r');
}

}  // namespace yaodian::yaml
