#include "search/grams.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace yaodian::search {
namespace {

constexpr Gram kDigits = Gram{1} << 62;  // of a run of digits
constexpr size_t kRun = 4;
constexpr int kCharacter = 21;  // bits

size_t slot_of(Gram gram, size_t slots) {
  return static_cast<size_t>((gram * 0x9E3779B97F4A7C15) >> 20) & (slots - 1);
}

// Calls WORK(gram) for each gram of FOLDED.
template <class Function>
void each_gram(std::u32string_view folded, const Function& work) {
  Gram number = 0;
  size_t digits = 0;
  for (size_t at = 0; at < folded.size(); ++at) {
    const char32_t c = folded[at];
    const bool digit = c >= '0' && c <= '9';
    digits = digit ? digits + 1 : 0;
    number = digit ? number % 1000 * 10 + (c - '0') : 0;
    if (digits >= kRun) work(kDigits | number);
    if (at > 0 && c != ' ' && folded[at - 1] != ' ') work(Gram{folded[at - 1]} << kCharacter | c);
  }
}

}  // namespace

std::vector<Gram> grams_of(std::u32string_view folded) {
  std::vector<Gram> grams;
  each_gram(folded, [&](Gram gram) { grams.push_back(gram); });
  return grams;
}

std::string text_of(Gram gram) {
  if (gram & kDigits) {
    const std::string number = std::to_string(gram & ~kDigits);
    return std::string(kRun - number.size(), '0') + number;
  }
  std::string text;
  append_character(text, static_cast<char32_t>(gram >> kCharacter));
  append_character(text, static_cast<char32_t>(gram & ((1u << kCharacter) - 1)));
  return text;
}

uint32_t place_of(Gram gram) {
  uint32_t place = 0;
  const std::string text = text_of(gram);
  for (std::string_view rest = text; !rest.empty();)
    place = (place * 31 + take_character(rest)) % 1'000'003;
  return place;
}

void GramSet::add(Gram gram, bool in_title) {
  if (size_ * 2 >= slots_.size()) grow();
  size_t at = slot_of(gram, slots_.size());
  while (slots_[at] != 0 && slots_[at] >> 1 != gram) at = (at + 1) & (slots_.size() - 1);
  if (slots_[at] == 0) ++size_;
  slots_[at] |= gram << 1 | (in_title ? 1 : 0);
}

void GramSet::add(std::u32string_view folded, bool in_title) {
  each_gram(folded, [&](Gram gram) { add(gram, in_title); });
}

void GramSet::add(const GramSet& other) {
  for (const uint64_t slot : other.slots_) {
    if (slot != 0) add(slot >> 1, (slot & 1) != 0);
  }
}

void GramSet::grow() {
  const std::vector<uint64_t> before =
      std::exchange(slots_, std::vector<uint64_t>(std::max<size_t>(1024, slots_.size() * 2)));
  size_ = 0;
  for (const uint64_t slot : before) {
    if (slot != 0) add(slot >> 1, (slot & 1) != 0);
  }
}

std::vector<GramSet::Member> GramSet::members() const {
  std::vector<Member> members;
  members.reserve(size_);
  for (const uint64_t slot : slots_) {
    if (slot != 0) members.push_back({slot >> 1, (slot & 1) != 0});
  }
  std::ranges::sort(members, {}, &Member::gram);
  return members;
}

}  // namespace yaodian::search
