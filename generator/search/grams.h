// Which pairs of characters a text has: they tell in which parts of an index a term can be.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yaodian::search {

// Two neighbouring characters of a folded text, or four neighbouring digits: pairs of digits are
// everywhere, so that a long number would be looked for everywhere.
using Gram = uint64_t;

// Returns the grams of FOLDED with repetitions. None has a space.
std::vector<Gram> grams_of(std::u32string_view folded);

// Returns GRAM as text in UTF-8.
std::string text_of(Gram gram);

// Returns the number that tells in which of several files GRAM stands.
uint32_t place_of(Gram gram);

// A set of grams that remembers which of them stand in titles.
class GramSet {
 public:
  void add(Gram gram, bool in_title);
  void add(std::u32string_view folded, bool in_title);
  void add(const GramSet& other);

  struct Member {
    Gram gram;
    bool in_title;
  };
  // Returns its members in order.
  std::vector<Member> members() const;

 private:
  void grow();

  std::vector<uint64_t> slots_;  // by hash; 0 is empty, the lowest bit says: in a title
  size_t size_ = 0;
};

}  // namespace yaodian::search
