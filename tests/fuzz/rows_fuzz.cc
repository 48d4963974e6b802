// Common files and rows of YAML: the scanners for them and the parser agree on every text that
// content is read from.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "fuzz/rows_agreement.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(text) || find_invisible(text)) return 0;
  const std::string difference = yaml::disagreement(text);
  if (difference.empty()) return 0;
  std::fprintf(stderr, "%s\n", difference.c_str());
  std::abort();
}
