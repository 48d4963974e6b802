// A hash of bytes that is the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace yaodian {

// Returns the 64-bit XXH3 hash of BYTES. Another SEED gives another hash.
uint64_t hash_of(std::string_view bytes, uint64_t seed = 0);

}  // namespace yaodian
