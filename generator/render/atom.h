// A feed in the Atom format (RFC 4287), for those who want to be told what is new.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"

namespace yaodian {

struct AtomEntry {
  std::string id;  // the same in each build, and unique in the world
  std::string title;
  std::string url;
  Date updated;
  std::string author;
  std::string category;  // for programs: "report"
  std::string label;     // the same for readers: "月报"
  std::string summary;   // "" for none
};

struct AtomFeed {
  std::string language;  // of titles and summaries: "zh-CN"
  std::string id;
  std::string title;
  std::string self;  // its own address; "" where that is not known
  std::string page;  // the page that says the same
  Date updated;      // of the newest entry: data, not the clock
  std::string author;
  std::vector<AtomEntry> entries;
};

// Returns FEED as XML: UTF-8, entries in the order given, days as the midnight in China that they
// begin with. Addresses may be relative; they start at the feed's own.
std::string atom(const AtomFeed& feed);

}  // namespace yaodian
