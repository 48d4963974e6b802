// The names and characters of HTML as tables, for the scanner.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace yaodian {

// Classes of bytes.
enum : uint8_t {
  kName = 1,    // in names of elements and attributes
  kLetter = 2,  // at their beginning
  kSpace = 4,
  kInAddress = 8  // means something in an address: '#', '&', '%', white space
};

constexpr uint8_t byte(char c) { return static_cast<uint8_t>(c); }

constexpr std::array<uint8_t, 256> make_classes() {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (letter) classes[c] |= kLetter;
    if (letter || digit || c == '-' || c == '_' || c == ':' || c == '.' || c >= 0x80)
      classes[c] |= kName;
  }
  for (const char c : {' ', '\t', '\n', '\r', '\f'}) classes[byte(c)] |= kSpace;
  for (const char c : {'#', '&', '%', ' ', '\t', '\n', '\r'}) classes[byte(c)] |= kInAddress;
  return classes;
}

inline constexpr std::array<uint8_t, 256> kClasses = make_classes();

// Returns the first SIZE bytes from FROM, eight at most, as a number.
constexpr uint64_t load_bytes(const char* from, size_t size) {
  uint64_t bytes = 0;
  for (size_t at = 0; at < size; ++at) bytes |= uint64_t{byte(from[at])} << (8 * at);
  return bytes;
}

// Names are compared by a number, whatever their case: the name itself up to eight bytes. LOAD
// gives eight bytes as a number, as load_bytes() does.
template <class Load>
constexpr uint64_t name_hash_by(const char* name, size_t size, const Load& load) {
  constexpr uint64_t kLower = 0x2020202020202020;
  if (size == 0) return 0;
  if (size <= 8) {
    const uint64_t mask = ~uint64_t{0} >> (64 - 8 * size);
    return (load(name) | kLower) & mask;
  }
  uint64_t hash = size;
  for (size_t at = 0; at + 8 < size; at += 8)
    hash = (hash ^ (load(name + at) | kLower)) * 0xD6E8FEB86659FD93;
  return hash ^ std::rotl(load(name + size - 8) | kLower, 29);
}

constexpr uint64_t name_hash(std::string_view name) {
  return name_hash_by(name.data(), name.size(), [name](const char* from) {
    const auto left = static_cast<size_t>(name.data() + name.size() - from);
    return load_bytes(from, left < 8 ? left : 8);
  });
}

constexpr uint64_t kSpread = 0x9E3779B97F4A7C15;

// What elements are like.
enum : uint8_t {
  kVoid = 1,   // has no end
  kRaw = 2,    // its text is no HTML
  kBlock = 4,  // ends a paragraph that it stands in
  kParagraph = 8,
  kAnchor = 16,
  kForeign = 32  // its elements are no HTML
};

// Returns the traits of the element whose name has HASH; 0 for one without any.
uint8_t traits_of(uint64_t hash);

// Returns true if NAME, between '&' and ';', stands for a character: amp, nbsp, #160, #x4E00.
bool is_reference(std::string_view name);

// Returns true if A and B are the same but for upper and lower case of ASCII.
bool equal_names(std::string_view a, std::string_view b);

// Returns true if TEXT is nothing but white space.
bool is_blank(std::string_view text);

// Returns true if a <link> with this REL names another page without loading it.
bool is_reference_only(std::string_view rel);

}  // namespace yaodian
