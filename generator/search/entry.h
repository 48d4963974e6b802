// What a search finds: pages, and parts of pages that stand for themselves, with what they say.
// Only what the content says is in them, nothing that is the same on every page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"

namespace yaodian::search {

// In the order in which results of the same rank are shown.
enum class Kind : uint8_t {
  unit,
  document,
  table,
  target,
  task,  // of the ledger
  report,
  plan,
  publisher,
  measure,  // of several plans
  check,
};

// The names of the kinds, in their order.
std::vector<std::string_view> kind_names(const Words& words);

// A part of a page that has an anchor of its own, or none ("").
struct Section {
  std::string anchor;
  std::string heading;
  std::string text;
};

struct Entry {
  Kind kind = Kind::plan;
  std::string path;   // within the plan's folder, with its anchor if it is no whole page
  std::string title;  // found before all others
  std::string names;  // what else it is called
  std::vector<Section> sections;
};

// The entries of everything in PLAN but its units.
std::vector<Entry> entries_of(const Words& words, const Publisher& publisher, const Plan& plan);

// The entries outside of any plan; their paths begin at the site's root.
std::vector<Entry> entries_of(const Site& site);

// "截至2018年4月30日的月报": what REPORT is called. Of sample data it says that it is.
std::string title_of(const Words& words, const Report& report);

// The folder of PLAN from the site's root, "haidian/2018/".
std::string folder_of(const Publisher& publisher, const Plan& plan);

}  // namespace yaodian::search
