// Addresses for those who read the site from outside of its pages: feeds and search engines.
#pragma once

#include <string>
#include <string_view>

namespace yaodian {

// Returns the address of the page at PATH, from the site's root, below BASE_URL, with everything
// that an address may not hold percent-encoded. Without a BASE_URL it is the address from a file at
// the site's root.
std::string web_address(std::string_view base_url, std::string_view path);

// Returns a name for TEXT that nothing else has, "urn:uuid:…": the same for the same TEXT.
std::string name_urn(std::string_view text);

}  // namespace yaodian
