// A whole content folder, put in place of parts of a small one: messages for what is wrong with
// it, or a site whose pages are harmless, whole, and within the output folder.
//
// The input is a list of files: a line "=== PATH" and then the file's text. What stands before the
// first such line is the text of a plan's task table.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/parallel.h"
#include "check/check.h"
#include "fuzz/fuzz.h"
#include "model/assemble.h"
#include "pages/site_map.h"
#include "render/render.h"
#include "search/index.h"
#include "unit/support.h"

namespace yaodian {
namespace {

Files files_of(std::string_view text) {
  Files files = small_site(
      {{"union/2018/tables/a.yaml",
        "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人, quota: at-least}\nrows:\n"
        "  - [东街街道, 10]\n  - [西镇, 20.5]\n"},
       {"union/2018/targets.yaml", "- {id: t, title: 目标, goal: '>= 88%'}\n"},
       {"union/2018/documents/d.md",
        "---\ntitle: 通知\n---\n达到[88%](target:t)。\n\n## 一、节\n"}});
  std::string path = "union/2018/tables/a.yaml";
  bool named = true;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at);
    at = end;
    if (line.starts_with("=== ")) {
      path = trim(line.substr(4));
      named = true;
      continue;
    }
    if (std::exchange(named, false)) files[path].clear();
    files[path] += line;
  }
  return files;
}

bool is_within(const std::string& path) {
  return !path.empty() && path.front() != '/' && path.find("//") == path.npos &&
         path.find("..") == path.npos && path.find('\\') == path.npos &&
         std::all_of(path.begin(), path.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

// "" of the address of an asset: assets are none of this target's matter.
const Templates& templates() {
  static const Templates kTemplates = [] {
    Diagnostics diagnostics;
    static const WordList kList =
        read_word_list(PROJECT_FOLDER "/templates", Language::zh, diagnostics);
    Templates read = read_templates(std::filesystem::path(PROJECT_FOLDER) / "templates",
                                    template_names(), kList, 1, diagnostics);
    fuzz::require(!diagnostics.has_errors(), "the templates are whole");
    return read;
  }();
  return kTemplates;
}

const std::vector<Asset>& assets() {
  static const std::vector<Asset> kAssets = [] {
    Diagnostics diagnostics;
    return read_assets(std::filesystem::path(PROJECT_FOLDER) / "assets", diagnostics);
  }();
  return kAssets;
}

void publish(const Site& site, const Reconciliations& reconciliations,
             const std::vector<Page>& pages, Diagnostics& diagnostics) {
  std::set<std::string> written;
  const Sink sink = [&](const std::string& path, std::string_view bytes) {
    fuzz::require(is_within(path), "a page is within the output", path);
    fuzz::require(written.insert(path).second, "a path is written once", path);
    if (path.ends_with(".html")) fuzz::require_harmless(bytes);
    if (path.ends_with(".ics")) fuzz::require_utf8(bytes, "a calendar is UTF-8");
  };
  std::vector<Asset> all = assets();
  for (search::File& file : search::index_files(site, 1)) {
    fuzz::require_utf8(file.bytes, "the index is UTF-8");
    all.push_back({std::move(file.name), std::move(file.path), std::move(file.bytes)});
  }
  render(site, reconciliations, pages, templates(), all, std::nullopt, 1, sink, diagnostics);
  fuzz::require(!diagnostics.has_errors(), "what was checked can be rendered",
                diagnostics.all().empty() ? "" : diagnostics.all().front().rule->id);
}

}  // namespace
}  // namespace yaodian

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!fuzz::is_readable(text)) return 0;
  const Content content = content_of(files_of(text));
  Diagnostics diagnostics;
  Site site = assemble(content, 1, diagnostics);
  give_words(site, chinese_words());
  const Reconciliations reconciliations = check(site, 1, diagnostics);
  const std::vector<Page> pages = list_pages(site, diagnostics);
  if (!diagnostics.has_errors()) publish(site, reconciliations, pages, diagnostics);
  diagnostics.sort();
  fuzz::require_messages(diagnostics);
  return 0;
}
