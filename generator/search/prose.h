// A document's text by section, as plain text.
#pragma once

#include <string>
#include <vector>

#include "read/markdown.h"

namespace yaodian::search {

// What stands below a heading, up to the next one.
struct Passage {
  const markdown::Heading* heading = nullptr;  // nullptr before the first
  std::string text;                            // blocks are divided by a space
};

// Returns the text of BODY, which must outlive the passages; what it embeds is left out but for its
// caption.
std::vector<Passage> passages_of(const markdown::Body& body);

}  // namespace yaodian::search
