#include "pages/web_address.h"

#include "base/hash.h"

namespace yaodian {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_plain(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') ||
         std::string_view("-._~/!$&'()*+,;=:@").find(byte) != std::string_view::npos;
}

// Adds TEXT to OUT, with each byte that is neither plain nor one of KEPT percent-encoded.
void add_encoded(std::string& out, std::string_view text, std::string_view kept) {
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (is_plain(byte) || kept.find(byte) != std::string_view::npos)
      out += byte;
    else
      out.append({'%', kHex[code >> 4], kHex[code & 0xF]});
  }
}

}  // namespace

std::string web_address(std::string_view base_url, std::string_view path) {
  std::string address;
  add_encoded(address, base_url, "%[]");
  if (!address.empty() && address.back() != '/') address += '/';
  add_encoded(address, path, "");
  return address;
}

std::string name_urn(std::string_view text) {
  uint64_t halves[] = {hash_of(text), hash_of(text, 1)};
  halves[0] = (halves[0] & ~uint64_t{0xF000}) | 0x8000;  // version 8: of our own making
  halves[1] = (halves[1] & ~(uint64_t{3} << 62)) | uint64_t{2} << 62;  // the variant of RFC 9562
  std::string urn = "urn:uuid:";
  for (size_t digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) urn += '-';
    const uint64_t value = halves[digit / 16] >> (60 - 4 * (digit % 16));
    urn += static_cast<char>("0123456789abcdef"[value & 0xF]);
  }
  return urn;
}

}  // namespace yaodian
