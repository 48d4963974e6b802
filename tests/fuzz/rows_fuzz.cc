// Common rows of YAML: the scanner for them and the parser agree on every text that content is read
// from.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/rows_agreement.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const bool control = std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  });
  if (control || find_invalid_utf8(text) || text.starts_with("\xEF\xBB\xBF")) return 0;
  const std::string difference = yaml::disagreement(text);
  if (difference.empty()) return 0;
  std::fprintf(stderr, "%s\n", difference.c_str());
  std::abort();
}
