#include "search/fold.h"

#include "base/text.h"

namespace yaodian::search {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

char32_t lower(char32_t c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; }

// Returns true if TEXT has at AT a comma that groups digits: three digits follow, not four.
bool groups_digits(std::u32string_view text, size_t at) {
  const auto digit = [&](size_t place) { return place < text.size() && is_digit(text[place]); };
  return text[at] == ',' && at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) &&
         digit(at + 3) && !digit(at + 4);
}

std::u32string without_grouping(const std::u32string& text) {
  if (text.find(U',') == text.npos) return text;
  std::u32string plain;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!groups_digits(text, at)) plain += text[at];
  }
  return plain;
}

}  // namespace

const std::u32string& Fold::rare(char32_t character) {
  const auto [known, fresh] = rare_.try_emplace(character);
  if (!fresh) return known->second;
  std::string one;
  append_character(one, character);
  const std::string normal = normal_form(one);
  for (std::string_view rest = normal; !rest.empty();) known->second += lower(take_character(rest));
  return known->second;
}

std::u32string Fold::operator()(std::string_view text) {
  std::u32string folded;
  folded.reserve(text.size() / 2);
  bool space = false;
  const auto add = [&](char32_t c) {
    if (space && is_digit(c) && !folded.empty() && is_digit(folded.back())) folded += U' ';
    space = false;
    folded += c;
  };
  while (!text.empty()) {
    const char32_t c = take_character(text);
    if (c <= ' ')
      space = true;
    else if (c < 0x7F || (c >= 0x4E00 && c <= 0x9FFF))
      add(lower(c));
    else if (const std::u32string& normal = rare(c); normal.empty())
      space = true;
    else
      for (const char32_t part : normal) add(part);
  }
  return without_grouping(folded);
}

}  // namespace yaodian::search
