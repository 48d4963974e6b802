// What one thread keeps in mind of the page that it scans. A table of open addresses, because it is
// asked for every id of the site.
#pragma once

#include <cstddef>
#include <cstdint>
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

}  // namespace yaodian
