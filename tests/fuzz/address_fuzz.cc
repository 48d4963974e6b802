// Addresses of links: what is understood is written and read again as the same, and only http and
// https lead outside.
#include <algorithm>

#include "base/position.h"
#include "fuzz/fuzz.h"
#include "read/address.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!fuzz::is_readable(text)) return 0;
  const auto address = parse_address(text);
  if (!address) return 0;
  const std::string shown = to_string(*address);
  fuzz::require_utf8(shown, "an address is UTF-8");
  fuzz::require(!find_invisible(shown), "an address holds nothing invisible", shown);
  if (address->scheme == Scheme::outside) {
    fuzz::require(shown == text, "an outside address is as it was written");
    fuzz::require(shown.starts_with("http://") || shown.starts_with("https://"),
                  "only http and https lead outside");
    return 0;
  }
  // What has % in it after decoding would be decoded twice.
  if (shown.find('%') != shown.npos) return 0;
  const auto again = parse_address(shown);
  fuzz::require(again && again->scheme == address->scheme && again->id == address->id &&
                    again->part == address->part,
                "an address survives being written", shown);
  return 0;
}
