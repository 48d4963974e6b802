// The files that readers download: what a page shows, as a workbook, as CSV and as JSON.
// docs/data.md is the manual of their contents.
#pragma once

#include <string>
#include <system_error>
#include <vector>

#include "assess/progress.h"
#include "model/plan.h"
#include "pages/site_map.h"

namespace yaodian {

// A plan and what is known of its progress.
struct PlanData {
  const Words& words() const { return *site.words; }  // that the files are written in

  const Site& site;
  const Publisher& publisher;
  const Plan& plan;
  const PlanProgress& progress;
};

struct Download {
  FileKind kind = FileKind::csv;
  std::string path;      // from the site's root
  std::string name;      // that a browser may save it under: "2018年任务分配表.csv"
  bool is_form = false;  // a workbook that a unit can fill in and send back (回执)
  std::string bytes;
  std::error_code error;  // why the file could not be made
};

// Returns the files of PAGE, which is one of DATA's plan, in the order of page.files.
std::vector<Download> make_downloads(const PlanData& data, const Page& page);

// Which day the files of PAGE are of, in words: "数据截至2018年9月30日", "2018年3月1日印发"; ""
// where nothing says so.
std::string day_of_downloads(const PlanData& data, const Page& page);

}  // namespace yaodian
