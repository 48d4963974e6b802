// Where an address in a page leads, as a browser understands it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yaodian {

enum class Leads : uint8_t {
  nowhere,   // an empty address
  inside,    // to a file of the site
  absolute,  // to "/…": it depends on where the site is served
  above,     // out of the site's folder
  outside,   // to another host or program
  data,      // "data:…", which carries what it names
  code       // "javascript:…"
};

struct PageAddress {
  Leads leads = Leads::nowhere;
  std::string path;      // from the site's root, for inside; the page itself if it is empty
  std::string fragment;  // without '#', decoded
};

// Returns what ADDRESS, as it is written in an attribute of a page in FOLDER ("haidian/2018/", ""),
// means: character references and percent signs are decoded, white space is dropped as browsers do,
// a query is left out, "." and ".." are followed.
PageAddress read_page_address(std::string_view folder, std::string_view address);

// Returns TEXT, the value of an attribute, with its character references of ASCII decoded.
std::string decode_references(std::string_view text);

}  // namespace yaodian
