// Tables of open addresses, for what is asked for every page and every link of a site.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace yaodian {

// A set of hashes that are never 0, of as many as are known beforehand.
class HashSet {
 public:
  explicit HashSet(size_t size) : slots_(std::bit_ceil(2 * size + 1)) {}

  void add(uint64_t hash) { slots_[find(hash)] = hash; }
  bool contains(uint64_t hash) const { return slots_[find(hash)] == hash; }

 private:
  // The place of HASH, or the free one where it would be.
  size_t find(uint64_t hash) const {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<uint64_t> slots_;
};

// Values by a hash, whose last bit is not looked at.
template <class Value>
class HashTable {
 public:
  // Makes room for SIZE values in all.
  explicit HashTable(size_t size = 0) : slots_(size == 0 ? 0 : std::bit_ceil(2 * size + 1)) {}

  // Returns the value of HASH and whether it was made just now.
  std::pair<Value*, bool> at(uint64_t hash) {
    hash |= kTaken;
    if (2 * (size_ + 1) > slots_.size()) grow();
    auto& slot = slots_[place_of(hash)];
    const bool made = slot.first == 0;
    if (made) slot.first = hash, ++size_;
    return {&slot.second, made};
  }
  // Returns the value of HASH, or nullptr.
  const Value* find(uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    hash |= kTaken;
    const auto& slot = slots_[place_of(hash)];
    return slot.first == hash ? &slot.second : nullptr;
  }

 private:
  static constexpr uint64_t kTaken = 1;  // a slot whose hash is 0 is free

  // The place of HASH, or the free one where it would be.
  size_t place_of(uint64_t hash) const {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].first != 0 && slots_[at].first != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<std::pair<uint64_t, Value>> old(slots_.empty() ? 1024 : 2 * slots_.size());
    old.swap(slots_);
    for (const auto& slot : old) {
      if (slot.first != 0) slots_[place_of(slot.first)] = slot;
    }
  }

  std::vector<std::pair<uint64_t, Value>> slots_;
  size_t size_ = 0;
};

}  // namespace yaodian
