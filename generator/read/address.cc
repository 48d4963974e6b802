#include "read/address.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace yaodian {
namespace {

constexpr std::array<std::pair<std::string_view, Scheme>, 6> kSchemes = {
    {{"target", Scheme::target},
     {"table", Scheme::table},
     {"progress", Scheme::progress},
     {"report", Scheme::report},
     {"unit", Scheme::unit},
     {"document", Scheme::document}}};

// What stands between id and part; "" where there is no part.
std::string_view divider(Scheme scheme) {
  if (scheme == Scheme::table || scheme == Scheme::progress || scheme == Scheme::report) return ".";
  return scheme == Scheme::document ? "#" : "";
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  // What is no text, or no text that anybody sees, stays as it was written.
  std::string decoded;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool code = text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
                      hex_digit(text[at + 2]) >= 0;
    decoded +=
        code ? static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2])) : text[at];
    if (code) at += 2;
  }
  if (find_invalid_utf8(decoded) || find_invisible(decoded)) return std::string(text);
  return decoded;
}

std::optional<Address> parse_address(std::string_view text) {
  if (find_invisible(text)) return std::nullopt;
  if (text.starts_with('#')) return Address{Scheme::heading, "", percent_decoded(text.substr(1))};
  if (text.starts_with("https://") || text.starts_with("http://"))
    return Address{Scheme::outside, std::string(text), ""};
  const size_t colon = text.find(':');
  if (colon == text.npos) return std::nullopt;
  for (const auto& [name, scheme] : kSchemes) {
    if (text.substr(0, colon) != name) continue;
    const std::string rest = percent_decoded(text.substr(colon + 1));
    const size_t end = rest.find_first_of(divider(scheme));
    if (rest.empty() || end == 0) return std::nullopt;
    return Address{scheme, rest.substr(0, end), end == rest.npos ? "" : rest.substr(end + 1)};
  }
  return std::nullopt;
}

bool begins_with_scheme(std::string_view text) {
  return std::any_of(kSchemes.begin(), kSchemes.end(), [&](const auto& one) {
    if (!text.starts_with(one.first)) return false;
    const std::string_view rest = text.substr(one.first.size());
    return rest.starts_with(':') || rest.starts_with("：");
  });
}

std::string to_string(const Address& address) {
  if (address.scheme == Scheme::outside) return address.id;
  if (address.scheme == Scheme::heading) return "#" + address.part;
  for (const auto& [name, scheme] : kSchemes) {
    if (scheme != address.scheme) continue;
    std::string text = std::string(name) + ":" + address.id;
    return address.part.empty() ? text : text.append(divider(scheme)) + address.part;
  }
  return {};
}

}  // namespace yaodian
