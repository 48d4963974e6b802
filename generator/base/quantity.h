// Exact decimals. Figures of a plan are never binary floating point: 94.30 keeps its digits and 0.1
// + 0.2 is 0.3.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yaodian {

// How a computed number is brought to a number of decimals. half_up rounds a half away from zero
// (四舍五入).
enum class Rounding : uint8_t { half_up, up, down };

// A decimal number below 10^12 in size with at most six decimals. It remembers how many decimals it
// was written with.
class Decimal {
 public:
  static constexpr int kMostDecimals = 6;
  static constexpr int64_t kLimit = 1'000'000'000'000;

  constexpr Decimal() = default;
  constexpr Decimal(int64_t whole)  // NOLINT(google-explicit-constructor): a whole number is one
      : coefficient_(whole) {}

  // Reads "1600", "1,600", "-3.5", "１６００", "4.91亿", "6.7万": digits (full-width ones too),
  // thousands separators, one decimal point, and a closing 万 or 亿. Returns nothing for anything
  // else or for a number out of range.
  static std::optional<Decimal> parse(std::string_view text);

  int decimals() const { return scale_; }
  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }

  std::string plain() const;    // "65600", "417279.10"
  std::string grouped() const;  // "65,600", "417,279.10"
  double approximate() const;   // for the geometry of charts only

  // Returns the number with DECIMALS decimals (0–6).
  Decimal rounded(int decimals, Rounding rounding = Rounding::half_up) const;

  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  friend std::strong_ordering operator<=>(Decimal a, Decimal b);
  friend bool operator==(Decimal a, Decimal b) { return (a <=> b) == 0; }

  friend std::optional<Decimal> multiply(Decimal a, Decimal b, int decimals, Rounding rounding);
  friend std::optional<Decimal> divide(Decimal a, Decimal b, int decimals, Rounding rounding);
  friend std::optional<Decimal> percent_of(Decimal share, Decimal whole, int decimals,
                                           Rounding rounding);
  friend std::optional<Decimal> percentage(Decimal part, Decimal whole, int decimals);
  friend Decimal portion(Decimal whole, int parts, int of, int decimals);
  friend std::strong_ordering compare_products(const std::array<Decimal, 3>& a,
                                               const std::array<Decimal, 3>& b);

 private:
  constexpr Decimal(int64_t coefficient, int scale)
      : coefficient_(coefficient), scale_(static_cast<int8_t>(scale)) {}
  friend class Rational;
  friend class Sum;
  // Nothing if the number is out of range.
  __extension__ static std::optional<Decimal> from_wide(__int128 coefficient, int decimals);

  int64_t coefficient_ = 0;  // the number times 10^scale_
  int8_t scale_ = 0;
};

// Each of these reckons exactly and rounds once, to DECIMALS decimals. Nothing if the result is not
// below 10^12 in size.

// Returns A × B.
std::optional<Decimal> multiply(Decimal a, Decimal b, int decimals, Rounding rounding);
// Returns A ÷ B. B must not be zero.
std::optional<Decimal> divide(Decimal a, Decimal b, int decimals, Rounding rounding);
// Returns SHARE percent of WHOLE.
std::optional<Decimal> percent_of(Decimal share, Decimal whole, int decimals, Rounding rounding);
// Returns PART ÷ WHOLE in percent, rounded half up, except that only a part not smaller than the
// whole is shown as 100 or more: what rounds up to 100 is cut off just below. WHOLE must not be
// zero. DECIMALS is at most 4.
std::optional<Decimal> percentage(Decimal part, Decimal whole, int decimals);

// Returns WHOLE × PARTS ÷ OF with DECIMALS decimals, rounded half up. PARTS is from 0 to OF, which
// is at least 1.
Decimal portion(Decimal whole, int parts, int of, int decimals);

// Compares the product of A with that of B, exactly, whatever their size.
std::strong_ordering compare_products(const std::array<Decimal, 3>& a,
                                      const std::array<Decimal, 3>& b);

// Adds up any number of decimals without overflow.
class Sum {
 public:
  void add(Decimal number);
  // Returns the sum with the decimals of the most exact number added, or nothing if it is out of
  // Decimal's range.
  std::optional<Decimal> value() const;

 private:
  __extension__ __int128 micro_ = 0;
  int decimals_ = 0;
};

// A number found in running text.
struct Figure {
  Decimal value;  // with 万 or 亿 multiplied in
  size_t offset;  // of its first byte in the text
  size_t length;  // in bytes
};

// Returns the numbers of TEXT in order, full-width digits included. A date or a number that is part
// of an ASCII word
// ("12351", "APP2") is a number too; "1+15" are two. Chinese numerals are not read.
std::vector<Figure> find_figures(std::string_view text);

}  // namespace yaodian
