// What one thread keeps in mind of the pages that it scans. Tables of open addresses, because they
// are asked for every link and every id of the site.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace yaodian {

// A set of the ids of one page at a time.
class PageIds {
 public:
  // Forgets the ids of the page before.
  void clear() {
    if (++page_ == 0) slots_.assign(slots_.size(), {}), page_ = 1;
    size_ = 0;
  }

  // Returns false if it is there already.
  bool add(uint64_t hash) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = find(hash);
    if (slot.page == page_) return false;
    slot = {hash, page_};
    ++size_;
    return true;
  }

  bool contains(uint64_t hash) { return !slots_.empty() && find(hash).page == page_; }

 private:
  struct Slot {
    uint64_t hash = 0;
    uint32_t page = 0;
  };

  // The place of HASH, or the free one where it would be.
  Slot& find(uint64_t hash) {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].page == page_ && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.page == page_) find(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;
  uint32_t page_ = 0;
  size_t size_ = 0;
};

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

// Values by a hash that is never 0.
template <class Value>
class HashTable {
 public:
  // Returns the value of HASH and whether it was made just now.
  std::pair<Value*, bool> at(uint64_t hash) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    auto& slot = find(hash);
    const bool made = slot.first == 0;
    if (made) slot.first = hash, ++size_;
    return {&slot.second, made};
  }

 private:
  std::pair<uint64_t, Value>& find(uint64_t hash) {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].first != 0 && slots_[at].first != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<std::pair<uint64_t, Value>> old(slots_.empty() ? 1024 : 2 * slots_.size());
    old.swap(slots_);
    for (const auto& slot : old) {
      if (slot.first != 0) find(slot.first) = slot;
    }
  }

  std::vector<std::pair<uint64_t, Value>> slots_;
  size_t size_ = 0;
};

}  // namespace yaodian
