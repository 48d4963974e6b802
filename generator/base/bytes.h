// Looks for bytes, sixteen at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace yaodian {

// Returns the first byte of the text from FROM to END that is one of WANTED, or END.
template <char... wanted>
const char* find_any(const char* from, const char* end) {
  constexpr size_t kBlock = 16;
  typedef char Block __attribute__((vector_size(kBlock)));
  while (from < end) {
    const size_t size = std::min(kBlock, static_cast<size_t>(end - from));
    Block block = {};
    if (size == kBlock)
      std::memcpy(&block, from, kBlock);
    else
      std::memcpy(&block, from, size);
    const auto same = ((block == wanted) | ...);  // all bits of a byte that is wanted, or none
    std::array<uint64_t, 2> halves;
    std::memcpy(&halves, &same, kBlock);
    for (size_t half = 0; half < halves.size(); ++half) {
      if (halves[half] == 0) continue;
      const int before = std::endian::native == std::endian::little
                             ? std::countr_zero(halves[half])
                             : std::countl_zero(halves[half]);
      return from + 8 * half + static_cast<size_t>(before) / 8;
    }
    from += size;
  }
  return end;
}

}  // namespace yaodian
