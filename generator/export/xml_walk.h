// Walks through XML that a library wrote, to see whether all of it is there.
#pragma once

#include <functional>
#include <string_view>

namespace yaodian {

// An element as it begins.
struct XmlElement {
  std::string_view name;
  std::string_view attributes;  // as they are written, each after a space
  std::string_view text;        // up to the next tag, as it is written

  // The value of an attribute as it is written; "" where there is none.
  std::string_view attribute(std::string_view key) const;
};

// Shows each element of XML to VISIT, in order. Returns whether XML is whole: one root, each
// element closed, no byte that XML has not (a hole in a file is made of such), and as many members
// in each list as its "uniqueCount", "count" or "size" says. Comments and CDATA, and < or > that
// belong to no tag, count as faults.
bool walk_xml(std::string_view xml, const std::function<void(const XmlElement&)>& visit);

}  // namespace yaodian
