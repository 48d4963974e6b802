// The content encodings of the web in which files can stand ready for a server.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yaodian {

struct Encodings {
  bool gzip = false;    // FILE.gz
  bool brotli = false;  // FILE.br

  bool any() const { return gzip || brotli; }
  // Takes the encoding NAME: "gzip" or "brotli". Returns whether there is one of that name.
  bool add(std::string_view name) {
    if (name != "gzip" && name != "brotli") return false;
    (name == "gzip" ? gzip : brotli) = true;
    return true;
  }
};

}  // namespace yaodian
