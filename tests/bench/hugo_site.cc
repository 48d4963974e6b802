#include "hugo_site.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

#include <unistd.h>

#include "base/files.h"
#include "base/text.h"

namespace yaodian::bench {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

// The name of the file PATH without its folder and its ending.
std::string stem(const std::string& path) { return fs::path(path).stem().string(); }

// Adds the page of each unit, which names its row: Hugo does not have to look for it.
void add_units(const Size& size, Files& files) {
  for (size_t at = 0; at < size.units; ++at) {
    files["content/units/" + unit_id(at) + ".md"] =
        "---\ntitle: " + short_name(at) + "\nrow: " + std::to_string(at) + "\n---\n";
  }
}

Files site_files(const Size& size) {
  Files files;
  for (auto& [path, text] : synthetic_content(size)) {
    if (path.find("/tables/") != path.npos) {
      files["content/tables/" + stem(path) + ".md"] =
          "---\ntitle: " + stem(path) + "\ntable: " + stem(path) + "\n---\n";
      files["data/tables/" + stem(path) + ".yaml"] = std::move(text);
    } else if (path.find("/reports/") != path.npos) {
      files["data/reports/" + stem(path) + ".yaml"] = std::move(text);
    } else if (path.ends_with(".md")) {
      files["content/documents/" + stem(path) + ".md"] = std::move(text);
    }
  }
  add_units(size, files);
  return files;
}

}  // namespace

void write_hugo_site(const Size& size, const fs::path& folder) {
  fs::create_directories(folder);
  fs::copy(fs::path(PROJECT_FOLDER) / "tests/bench/hugo", folder, fs::copy_options::recursive);
  fs::create_directories(folder / "static");
  fs::copy_file(fs::path(PROJECT_FOLDER) / "assets/style.css", folder / "static/style.css");
  if (const auto error = write_content(site_files(size), folder))
    throw std::system_error(error, folder.string());
}

size_t hugo_pages(const Size& size) { return 1 + size.units + size.tables + size.documents; }

fs::path find_hugo() {
  const char* path = std::getenv("PATH");
  for (const std::string_view folder : split(path ? path : "", ':')) {
    const fs::path program = fs::path(folder) / "hugo";
    if (!folder.empty() && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

}  // namespace yaodian::bench
