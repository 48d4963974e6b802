#include "base/quantity.h"

#include <algorithm>

#include "base/text.h"

namespace yaodian {
namespace {

__extension__ using Wide = __int128;

constexpr int64_t kPowers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

// NUMERATOR ÷ DENOMINATOR as a whole number. DENOMINATOR is positive.
Wide round_quotient(Wide numerator, Wide denominator, Rounding rounding) {
  const bool negative = numerator < 0;
  if (negative) numerator = -numerator;
  Wide quotient = numerator / denominator;
  const Wide rest = numerator % denominator;
  if (rounding == Rounding::half_up && rest * 2 >= denominator) ++quotient;
  if (rounding == Rounding::up && rest != 0) ++quotient;
  return negative ? -quotient : quotient;
}

// The ASCII digit, comma or point that CHARACTER stands for, or 0.
char numeral(char32_t character) {
  if (character >= U'0' && character <= U'9') return static_cast<char>(character);
  if (character >= U'０' && character <= U'９') return static_cast<char>('0' + (character - U'０'));
  if (character == U',' || character == U'，') return ',';
  if (character == U'.' || character == U'．') return '.';
  return 0;
}

// True for "1,600" and "1600", false for "1,60" and ",5".
bool well_grouped(std::string_view whole) {
  const std::vector<std::string_view> groups = split(whole, ',');
  if (groups.front().empty()) return false;
  if (groups.size() == 1) return true;
  return groups.front().size() <= 3 &&
         std::all_of(groups.begin() + 1, groups.end(),
                     [](std::string_view group) { return group.size() == 3; });
}

// Takes "万" or "亿" off TEXT and returns the power of ten it stands for.
int take_magnitude(std::string_view& text) {
  for (const auto& [word, power] : {std::pair<std::string_view, int>{"万", 4}, {"亿", 8}}) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return power;
  }
  return 0;
}

// The length in bytes of the number that TEXT begins with, 0 if there is none. With SEPARATORS a
// comma or a point belongs to it if a digit follows; "，" ends it, being punctuation in text.
size_t number_length(std::string_view text, bool separators) {
  size_t end = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const bool wide_comma = rest.starts_with("，");
    const char sign = numeral(take_character(rest));
    const bool digit = sign >= '0' && sign <= '9';
    if (sign == 0 || wide_comma || !(digit || (separators && end > 0))) break;
    if (digit) end = text.size() - rest.size();
  }
  std::string_view after = text.substr(end);
  if (end > 0) take_magnitude(after);
  return text.size() - after.size();
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::string digits;
  while (!text.empty()) {
    std::string_view rest = text;
    const char digit = numeral(take_character(rest));
    if (digit == 0) break;
    digits += digit;
    text = rest;
  }
  int magnitude = take_magnitude(text);
  if (!text.empty() || digits.empty()) return std::nullopt;

  const size_t point = digits.find('.');
  std::string fraction = point == digits.npos ? "" : digits.substr(point + 1);
  std::string whole = digits.substr(0, point);
  if (!well_grouped(whole) || fraction.find_first_of(",.") != fraction.npos) return std::nullopt;
  if (point != digits.npos && fraction.empty()) return std::nullopt;
  std::erase(whole, ',');

  for (; magnitude > 0; --magnitude) {
    whole += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  if (whole.size() > 12 || fraction.size() > kMostDecimals) return std::nullopt;
  int64_t coefficient = 0;
  for (const char digit : whole + fraction) coefficient = coefficient * 10 + (digit - '0');
  return Decimal(negative ? -coefficient : coefficient, static_cast<int>(fraction.size()));
}

std::string Decimal::plain() const {
  std::string digits = std::to_string(coefficient_ < 0 ? -coefficient_ : coefficient_);
  const auto scale = static_cast<size_t>(scale_);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale > 0) digits.insert(digits.size() - scale, 1, '.');
  return coefficient_ < 0 ? "-" + digits : digits;
}

std::string Decimal::grouped() const {
  std::string digits = plain();
  const size_t first = digits.starts_with('-') ? 1 : 0;
  size_t at = std::min(digits.find('.'), digits.size());
  while (at > first + 3) digits.insert(at -= 3, 1, ',');
  return digits;
}

double Decimal::approximate() const {
  return static_cast<double>(coefficient_) / static_cast<double>(kPowers[scale_]);
}

Decimal Decimal::rounded(int decimals, Rounding rounding) const {
  if (decimals >= scale_) return Decimal(coefficient_ * kPowers[decimals - scale_], decimals);
  return Decimal(
      static_cast<int64_t>(round_quotient(coefficient_, kPowers[scale_ - decimals], rounding)),
      decimals);
}

Decimal operator+(Decimal a, Decimal b) {
  const int scale = std::max(a.scale_, b.scale_);
  return Decimal(
      a.coefficient_ * kPowers[scale - a.scale_] + b.coefficient_ * kPowers[scale - b.scale_],
      scale);
}

Decimal operator-(Decimal a, Decimal b) { return a + Decimal(-b.coefficient_, b.scale_); }

std::strong_ordering operator<=>(Decimal a, Decimal b) {
  if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
  const Wide left = Wide(a.coefficient_) * kPowers[b.scale_],
             right = Wide(b.coefficient_) * kPowers[a.scale_];
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

// The size of a result is checked before it is made narrow.
std::optional<Decimal> Decimal::from_wide(Wide coefficient, int decimals) {
  const Wide limit = Wide(kLimit) * kPowers[decimals];
  if (coefficient >= limit || coefficient <= -limit) return std::nullopt;
  return Decimal(static_cast<int64_t>(coefficient), decimals);
}

// The product of two coefficients has 36 digits at most, a Wide holds 38: it is brought to its
// decimals by dividing, and multiplied only where both factors had few decimals.
std::optional<Decimal> multiply(Decimal a, Decimal b, int decimals, Rounding rounding) {
  const Wide product = Wide(a.coefficient_) * b.coefficient_;
  const int surplus = a.scale_ + b.scale_ - decimals;
  if (surplus >= 0)
    return Decimal::from_wide(round_quotient(product, power_of_ten(surplus), rounding), decimals);
  return Decimal::from_wide(product * power_of_ten(-surplus), decimals);
}

std::optional<Decimal> divide(Decimal a, Decimal b, int decimals, Rounding rounding) {
  Wide numerator = Wide(a.coefficient_) * power_of_ten(decimals + b.scale_);
  Wide denominator = Wide(b.coefficient_) * power_of_ten(a.scale_);
  if (denominator < 0) numerator = -numerator, denominator = -denominator;
  return Decimal::from_wide(round_quotient(numerator, denominator, rounding), decimals);
}

std::optional<Decimal> percent_of(Decimal share, Decimal whole, int decimals, Rounding rounding) {
  const Wide product = Wide(share.coefficient_) * whole.coefficient_;
  const int surplus = share.scale_ + whole.scale_ + 2 - decimals;
  if (surplus >= 0)
    return Decimal::from_wide(round_quotient(product, power_of_ten(surplus), rounding), decimals);
  return Decimal::from_wide(product * power_of_ten(-surplus), decimals);
}

std::optional<Decimal> percentage(Decimal part, Decimal whole, int decimals) {
  const auto percent = [&](Rounding rounding) -> std::optional<Decimal> {
    const auto share = divide(part, whole, decimals + 2, rounding);
    return share ? Decimal::from_wide(share->coefficient_, decimals) : std::nullopt;
  };
  const auto rounded = percent(Rounding::half_up);
  return rounded && part < whole && *rounded >= Decimal(100) ? percent(Rounding::down) : rounded;
}

// The result is not larger than WHOLE, whose coefficient has 18 digits at most.
Decimal portion(Decimal whole, int parts, int of, int decimals) {
  const Wide numerator = Wide(whole.coefficient_) * parts * power_of_ten(decimals);
  const Wide denominator = Wide(of) * power_of_ten(whole.scale_);
  return Decimal(static_cast<int64_t>(round_quotient(numerator, denominator, Rounding::half_up)),
                 decimals);
}

namespace {

// A non-negative whole number of up to 320 bits.
using Digits = std::array<uint32_t, 10>;

void multiply_by(Digits& digits, uint64_t factor) {
  const auto times = [](const Digits& number, uint32_t one) {
    Digits product{};
    uint64_t carry = 0;
    for (size_t at = 0; at < number.size(); ++at) {
      carry += uint64_t{number[at]} * one;
      product[at] = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
    return product;
  };
  const Digits low = times(digits, static_cast<uint32_t>(factor));
  const Digits high = times(digits, static_cast<uint32_t>(factor >> 32));
  uint64_t carry = 0;
  for (size_t at = 0; at < digits.size(); ++at) {
    carry += uint64_t{low[at]} + (at > 0 ? high[at - 1] : 0);
    digits[at] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
}

// Multiplies PRODUCT by FACTOR × 10^EXPONENT. False if that might not fit.
bool multiply_small(Wide& product, int64_t factor, int exponent) {
  constexpr Wide kFits = Wide{1} << 84;  // times 10^6 and 2^20
  constexpr int64_t kSmall = int64_t{1} << 20, kMiddle = int64_t{1} << 40;
  const auto below = [](Wide number, Wide limit) { return number < limit && number > -limit; };
  if (below(factor, kSmall) ? !below(product, kFits)
                            : !below(factor, kMiddle) || !below(product, kFits >> 20))
    return false;
  product *= factor;
  if (exponent > 0) product *= kPowers[exponent];
  return true;
}

// The size of a product of whole numbers, and its sign: -1, 0 or 1.
struct Product {
  Digits size{1};
  int sign = 1;

  void times(int64_t factor) {
    sign *= factor < 0 ? -1 : factor > 0 ? 1 : 0;
    multiply_by(size, factor < 0 ? uint64_t{0} - static_cast<uint64_t>(factor)
                                 : static_cast<uint64_t>(factor));
  }
};

}  // namespace

std::strong_ordering compare_products(const std::array<Decimal, 3>& a,
                                      const std::array<Decimal, 3>& b) {
  // Nearly always: whole numbers below 2^31, whose products need no care.
  uint64_t sizes = 0;
  int decimals = 0;
  for (const auto* numbers : {&a, &b}) {
    for (const Decimal& one : *numbers) {
      sizes |= static_cast<uint64_t>(one.coefficient_ < 0 ? ~one.coefficient_ : one.coefficient_);
      decimals |= one.scale_;
    }
  }
  if (decimals == 0 && sizes < uint64_t{1} << 31) {
    return Wide{a[0].coefficient_ * a[1].coefficient_} * a[2].coefficient_ <=>
           Wide{b[0].coefficient_ * b[1].coefficient_} * b[2].coefficient_;
  }
  Wide small_left = 1, small_right = 1;
  bool small = true;
  for (size_t at = 0; at < a.size(); ++at) {
    small = small && multiply_small(small_left, a[at].coefficient_, b[at].scale_) &&
            multiply_small(small_right, b[at].coefficient_, a[at].scale_);
  }
  if (small) return small_left <=> small_right;
  Product left, right;
  for (size_t at = 0; at < a.size(); ++at) {
    left.times(a[at].coefficient_);
    left.times(kPowers[b[at].scale_]);
    right.times(b[at].coefficient_);
    right.times(kPowers[a[at].scale_]);
  }
  if (left.sign != right.sign) return left.sign <=> right.sign;
  const auto by_size = std::lexicographical_compare_three_way(
      left.size.rbegin(), left.size.rend(), right.size.rbegin(), right.size.rend());
  return left.sign < 0 ? 0 <=> by_size : by_size;
}

void Sum::add(Decimal number) {
  micro_ += Wide(number.coefficient_) * kPowers[Decimal::kMostDecimals - number.scale_];
  decimals_ = std::max<int>(decimals_, number.scale_);
}

std::optional<Decimal> Sum::value() const {
  const Wide limit = Wide(Decimal::kLimit) * kPowers[Decimal::kMostDecimals];
  if (micro_ >= limit || micro_ <= -limit) return std::nullopt;
  return Decimal(static_cast<int64_t>(micro_ / kPowers[Decimal::kMostDecimals - decimals_]),
                 decimals_);
}

std::vector<Figure> find_figures(std::string_view text) {
  std::vector<Figure> figures;
  size_t split_until = 0;  // where commas and points are separators: "1,2" is two numbers
  for (size_t at = 0; at < text.size();) {
    std::string_view rest = text.substr(at);
    const size_t length = number_length(rest, at >= split_until);
    if (length == 0) {
      take_character(rest);
      at = text.size() - rest.size();
      continue;
    }
    const auto value = Decimal::parse(rest.substr(0, length));
    if (!value && at >= split_until) {
      split_until = at + length;
      continue;
    }
    if (value) figures.push_back({*value, at, length});
    at += length;
  }
  return figures;
}

}  // namespace yaodian
