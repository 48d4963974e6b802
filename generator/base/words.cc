#include "base/words.h"

#include <array>
#include <charconv>

#include "base/text.h"

namespace yaodian {
namespace {

// The decimal digits of a number of a date.
class Digits {
 public:
  explicit Digits(int number)
      : length_(static_cast<size_t>(
            std::to_chars(digits_.data(), digits_.data() + digits_.size(), number).ptr -
            digits_.data())) {}
  operator std::string_view() const { return {digits_.data(), length_}; }

 private:
  std::array<char, 12> digits_;
  size_t length_;
};

}  // namespace

void Words::set(size_t index, std::string text) {
  Entry& entry = entries_[index];
  entry.text = std::move(text);
  entry.pieces.clear();
  const std::string_view all = entry.text;
  size_t begin = 0;
  for (size_t at; (at = all.find("{{", begin)) != all.npos;) {
    const size_t end = all.find("}}", at);
    if (end == all.npos) break;
    const std::string_view name = trim(all.substr(at + 2, end - at - 2));
    // The key's own spelling outlives the words; the text moves with them.
    const std::string_view places = kWordKeys[index].places;
    const size_t known = has_place(places, name) ? places.find(name) : places.npos;
    const std::string_view place =
        known == places.npos ? std::string_view() : places.substr(known, name.size());
    entry.pieces.push_back({begin, at, place});
    begin = end + 2;
  }
  entry.pieces.push_back({begin, all.size(), {}});
}

void Words::append(std::string& out, Sentence sentence,
                   std::initializer_list<Filling> fillings) const {
  const Entry& entry = entries_[sentence.index()];
  for (const Piece& piece : entry.pieces) {
    out.append(entry.text, piece.begin, piece.end - piece.begin);
    for (const Filling& filling : fillings) {
      if (filling.name.name() == piece.place) out += filling.text;
    }
  }
}

std::string Words::text(Sentence sentence, std::initializer_list<Filling> fillings) const {
  std::string text;
  append(text, sentence, fillings);
  return text;
}

Html Words::html(Sentence sentence, std::initializer_list<HtmlFilling> fillings) const {
  const Entry& entry = entries_[sentence.index()];
  Html html;
  for (const Piece& piece : entry.pieces) {
    html.text(std::string_view(entry.text).substr(piece.begin, piece.end - piece.begin));
    for (const HtmlFilling& filling : fillings) {
      if (filling.name.name() == piece.place) html.add(filling.html);
    }
  }
  return html;
}

std::string Words::date(Date date) const {
  return text(
      "date",
      {{"year", Digits(date.year())}, {"month", month(date.month())}, {"day", Digits(date.day())}});
}

std::string Words::month_day(Date date) const {
  return text("month-day", {{"month", month(date.month())}, {"day", Digits(date.day())}});
}

std::string Words::month_of_year(Date date) const {
  return text("month-of-year", {{"year", Digits(date.year())}, {"month", month(date.month())}});
}

std::string Words::year(std::string_view year) const { return text("year", {{"year", year}}); }

const std::string& Words::month(int month) const {
  static constexpr Word kMonths[] = {"january",   "february", "march",    "april",
                                     "may",       "june",     "july",     "august",
                                     "september", "october",  "november", "december"};
  return (*this)[kMonths[month - 1]];
}

}  // namespace yaodian
