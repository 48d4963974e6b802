// Looks at many bytes at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace yaodian {

// Sixteen bytes.
constexpr size_t kAtOnce = 16;
typedef char Bytes __attribute__((vector_size(kAtOnce)));

// Returns the first byte of the text from FROM to END for which MATCH holds, or END. MATCH is given
// a block and returns one that has all bits of each byte for which it holds, and none of the
// others.
template <class Match>
const char* find_match(const char* from, const char* end, const Match& match) {
  while (from < end) {
    const size_t size = std::min(kAtOnce, static_cast<size_t>(end - from));
    Bytes block = {};
    if (size == kAtOnce)
      std::memcpy(&block, from, kAtOnce);
    else
      std::memcpy(&block, from, size);
    const auto same = match(block);
    std::array<uint64_t, 2> halves;
    std::memcpy(&halves, &same, kAtOnce);
    for (size_t half = 0; half < halves.size(); ++half) {
      if (halves[half] == 0) continue;
      const int before = std::endian::native == std::endian::little
                             ? std::countr_zero(halves[half])
                             : std::countl_zero(halves[half]);
      return std::min(end, from + 8 * half + static_cast<size_t>(before) / 8);
    }
    from += size;
  }
  return end;
}

// Returns how many bytes A and B have in common at their beginning.
inline size_t common_length(std::string_view a, std::string_view b) {
  const size_t size = std::min(a.size(), b.size());
  size_t at = 0;
  for (uint64_t left, right; at + sizeof left <= size; at += sizeof left) {
    std::memcpy(&left, a.data() + at, sizeof left);
    std::memcpy(&right, b.data() + at, sizeof right);
    if (left != right) break;
  }
  while (at < size && a[at] == b[at]) ++at;
  return at;
}

// Returns the first byte of the text from FROM to END that is one of WANTED, or END.
template <char... wanted>
const char* find_any(const char* from, const char* end) {
  return find_match(from, end, [](Bytes block) { return ((block == wanted) | ...); });
}

// Returns the first byte of the text from FROM to END that is not ASCII, or END.
inline const char* find_not_ascii(const char* from, const char* end) {
  typedef signed char Signed __attribute__((vector_size(kAtOnce)));
  return find_match(from, end, [](Bytes block) { return reinterpret_cast<Signed&>(block) < 0; });
}

}  // namespace yaodian
