// The pipeline: content in, a published site out.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/encodings.h"
#include "base/word_list.h"
#include "publish/publication.h"
#include "read/content.h"
#include "render/templates.h"

namespace yaodian {

struct BuildOptions {
  std::filesystem::path content = "content";
  std::filesystem::path templates = "templates";
  std::filesystem::path assets = "assets";
  std::filesystem::path output = "site";
  std::optional<Date> as_of;  // the date judged at
  unsigned jobs = 1;
  bool publish = true;                // false: everything but writing
  Keep keep;                          // earlier sites
  std::optional<Encodings> compress;  // instead of what site.yaml says
  OnWait on_wait;                     // called if another publication is under way
};

// How heavy a page is.
struct Weight {
  size_t bytes;
  std::string path;
};
inline constexpr size_t kHeaviest = 10;

// What a run has made and what it has to say. Positions of the diagnostics point into content,
// templates and pages.
struct Build {
  Content content;
  WordList words;
  Templates templates;
  std::vector<std::unique_ptr<const Source>> made;  // pages as they were made, that messages show
  Diagnostics diagnostics;                          // sorted
  size_t pages = 0;
  size_t files = 0;
  size_t bytes = 0;
  std::optional<Changes> changes;                            // nothing where nothing was published
  std::vector<std::pair<std::string_view, double>> timings;  // the steps in order, in seconds
  std::vector<Weight> heaviest;  // the pages of most bytes, at most kHeaviest, the heaviest first
};

// Builds the site. If any error is found nothing is published and the output is as it was.
Build build(const BuildOptions& options);

}  // namespace yaodian
