#include "base/text.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include <utf8proc.h>

#include "base/bytes.h"

namespace yaodian {
namespace {

const utf8proc_uint8_t* bytes(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

std::u32string characters(std::string_view text) {
  std::u32string all;
  while (!text.empty()) all.push_back(take_character(text));
  return all;
}

// The number of characters to insert, remove, replace or swap with their neighbour.
size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> row(b.size() + 1), above, before;  // of a's character, of the two before it
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = above[j] + (a[i] == b[j] ? 0 : 1);
      row[j + 1] = std::min({replaced, row[j] + 1, above[j + 1] + 1});
      const bool swapped = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row.back();
}

// True if the three bytes at AT are a character from U+3000 to U+9FFF, as most of a Chinese text
// is.
bool is_ideograph(const char* at) {
  const auto byte = [at](size_t place) { return static_cast<unsigned char>(at[place]); };
  return byte(0) >= 0xE3 && byte(0) <= 0xE9 && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80;
}

}  // namespace

std::optional<size_t> find_invalid_utf8(std::string_view text) {
  const char *at = text.data(), *const end = at + text.size();
  while ((at = find_not_ascii(at, end)) != end) {
    while (end - at >= 3 && is_ideograph(at)) at += 3;
    if (at == end || static_cast<unsigned char>(*at) < 0x80) continue;
    utf8proc_int32_t character;
    const size_t before = static_cast<size_t>(at - text.data());
    const auto length = utf8proc_iterate(
        bytes(text) + before, static_cast<utf8proc_ssize_t>(text.size() - before), &character);
    if (length <= 0) return before;
    at += length;
  }
  return std::nullopt;
}

bool is_invisible(char32_t c) {
  if (c < 0x80) return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  constexpr std::pair<char32_t, char32_t> kRanges[] = {
      {0x80, 0x9F},                         // controls
      {0xAD, 0xAD},                         // soft hyphen
      {0x61C, 0x61C},                       // Arabic letter mark
      {0x115F, 0x1160},                     // Hangul fillers
      {0x180B, 0x180F},                     // Mongolian separators
      {0x200B, 0x200F},                     // zero-width space and joiners, direction marks
      {0x2028, 0x202E},                     // line and paragraph separator, direction overrides
      {0x2060, 0x206F},                     // word joiner, invisible operators, direction isolates
      {0x3164, 0x3164},                     // Hangul filler
      {0xFDD0, 0xFDEF},                     // noncharacters
      {0xFEFF, 0xFEFF},                     // zero-width no-break space
      {0xFFA0, 0xFFA0},                     // half-width Hangul filler
      {0xFFF0, 0xFFFB},                     // unassigned, interlinear annotation
      {0x1D173, 0x1D17A},                   // musical formatting
      {0xE0000, 0xE00FF}};                  // tags
  if ((c & 0xFFFE) == 0xFFFE) return true;  // the last two of each plane are no characters
  const auto after =
      std::upper_bound(std::begin(kRanges), std::end(kRanges), c,
                       [](char32_t wanted, auto& range) { return wanted < range.first; });
  return after != std::begin(kRanges) && c <= std::prev(after)->second;
}

std::optional<size_t> find_invisible(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      const bool alone = byte == '\r' && !text.substr(at + 1).starts_with('\n');
      if (is_invisible(byte) || alone) return at;
      ++at;
      continue;
    }
    // No character from U+3165 to U+EFFF, which Chinese is written with, is one of them.
    if (byte > 0xE3 && byte < 0xEF) {
      at += 3;
      continue;
    }
    std::string_view rest = text.substr(at);
    if (is_invisible(take_character(rest))) return at;
    at = text.size() - rest.size();
  }
  return std::nullopt;
}

char32_t take_character(std::string_view& text) {
  utf8proc_int32_t character;
  const auto length =
      utf8proc_iterate(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &character);
  if (length <= 0) {
    text.remove_prefix(1);
    return U'\uFFFD';
  }
  text.remove_prefix(static_cast<size_t>(length));
  return static_cast<char32_t>(character);
}

void append_character(std::string& text, char32_t character) {
  utf8proc_uint8_t encoded[4];
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), encoded);
  text.append(reinterpret_cast<const char*>(encoded), static_cast<size_t>(length));
}

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](unsigned char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string_view first_characters(std::string_view text, size_t count) {
  std::string_view rest = text;
  for (; count > 0 && !rest.empty(); --count) take_character(rest);
  return text.substr(0, text.size() - rest.size());
}

size_t display_width(char32_t character) {
  return static_cast<size_t>(
      std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(character))));
}

size_t display_width(std::string_view text) {
  size_t width = 0;
  while (!text.empty()) width += display_width(take_character(text));
  return width;
}

bool is_chinese(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF) || c == 0x2014 || c == 0x2026 ||
         (c >= 0x2018 && c <= 0x201D);
}

bool is_letter_or_digit(char32_t character) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

std::string normal_form(std::string_view text) {
  if (is_normal(text)) return std::string(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const auto length =
      utf8proc_map(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  if (length < 0) return std::string(trim(text));
  std::string normal;
  for (const char c : trim({reinterpret_cast<const char*>(mapped), static_cast<size_t>(length)})) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      normal += c;
    else if (!normal.ends_with(' '))
      normal += ' ';
  }
  std::free(mapped);
  return normal;
}

bool is_normal(std::string_view text) {
  const auto byte = [&](size_t at) { return static_cast<unsigned char>(text[at]); };
  for (size_t at = 0; at < text.size();) {
    if (byte(at) > 0x20 && byte(at) < 0x7F) {
      ++at;
      continue;
    }
    // U+4E00 to U+9FFF, which are E4 B8 80 to E9 BF BF.
    const bool han = text.size() - at >= 3 && byte(at) >= 0xE4 && byte(at) <= 0xE9 &&
                     (byte(at) > 0xE4 || byte(at + 1) >= 0xB8);
    if (!han) return false;
    at += 3;
  }
  return true;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kWide = "\u3000";
  const auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (;;) {
    if (text.starts_with(kWide))
      text.remove_prefix(kWide.size());
    else if (!text.empty() && space(text.front()))
      text.remove_prefix(1);
    else if (text.ends_with(kWide))
      text.remove_suffix(kWide.size());
    else if (!text.empty() && space(text.back()))
      text.remove_suffix(1);
    else
      return text;
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& names) {
  constexpr size_t kLongest = 64, kAtMost = 3;
  const std::u32string wanted = characters(first_characters(normal_form(name), kLongest));
  std::vector<std::pair<size_t, const std::string*>> ranked;
  for (const std::string& candidate : names) {
    const std::u32string letters = characters(first_characters(candidate, kLongest));
    size_t distance = edit_distance(wanted, letters);
    const bool part = !wanted.empty() && letters.find(wanted) != letters.npos;
    if (part) distance = std::min<size_t>(distance, 1);
    if (distance <= std::max<size_t>(1, std::max(wanted.size(), letters.size()) / 3)) {
      ranked.emplace_back(distance, &candidate);
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](auto& a, auto& b) { return a.first < b.first; });
  std::vector<std::string> best;
  for (auto& [distance, candidate] : ranked) {
    if (best.size() == kAtMost || distance > ranked.front().first + 1) break;
    best.push_back(*candidate);
  }
  return best;
}

}  // namespace yaodian
