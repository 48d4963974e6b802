#include "render/provenance.h"

#include <vector>

#include "base/words.h"
#include "pages/site_map.h"

namespace yaodian {
namespace {

// The name of a file within its plan, or within its publisher's folder.
std::string_view short_name(std::string_view name) {
  const size_t publisher = name.find('/') + 1, year = name.find('/', publisher) + 1;
  return name.substr(year > 0 ? year : publisher);
}

std::string text_of(const Words& words, const Position& at, Naming naming, bool linked) {
  const std::string line = std::to_string(at.line);
  if (naming == Naming::number) return line;
  const std::string& name = at.source->name;
  if (!linked) return at.line == 0 ? name : name + ":" + line;
  std::string text(naming == Naming::full ? short_name(name) : "");
  if (at.line == 0) return text;
  if (!text.empty()) text += ' ';
  words.append(text, "line", {{"line", line}});
  return text;
}

// The address of the page of a file, seen from the page at PATH. The pages of a folder name the
// same few files a thousand times, one after the other.
const std::string& address_of(const Source& file, std::string_view path) {
  struct Known {
    const Source* file;
    std::string name, address;  // of the file; another file may have come to stand at its place
  };
  thread_local std::string folder;
  thread_local std::vector<Known> known;
  const std::string_view here = path.substr(0, path.rfind('/') + 1);
  if (here != folder) {
    folder = here;
    known.clear();
  }
  for (const Known& one : known) {
    if (one.file == &file && one.name == file.name) return one.address;
  }
  return known.emplace_back(Known{&file, file.name, file_link(path, file.name)}).address;
}

}  // namespace

bool add_line_address(Html& html, const Site& site, const Position& at, std::string_view path) {
  if (!at.known() || !site.shows_files) return false;
  html.text(address_of(*at.source, path));
  if (at.line > 0) html.markup("#L").number(at.line);
  return true;
}

Html line_link(const Site& site, const Position& at, std::string_view path, Naming naming) {
  Html html;
  if (!at.known()) return html;
  if (!site.shows_files)
    return html.element("span", {{"class", "origin"}}, text_of(*site.words, at, naming, false));
  html.markup("<a class=\"origin\" href=\"");
  add_line_address(html, site, at, path);
  return html.markup("\">").text(text_of(*site.words, at, naming, true)).close("a");
}

Html link_to_file(const Site& site, const Source& file, std::string_view path) {
  return line_link(site, {&file, 0, 0}, path);
}

Position goal_place(const Plan& plan, const Measure& measure) {
  const Target* target = find(plan.targets, measure.target.id);
  return target ? target->position : measure.position;
}

std::string source_text(const Words& words, const Plan& plan, const Reference& source) {
  const SourceDocument* document = find(plan.sources, source.id);
  if (!document) return {};
  const std::string &issuer = document->issuer, &title = document->title;
  if (!document->issued) return words.text("source", {{"issuer", issuer}, {"title", title}});
  return words.text(
      "source-issued",
      {{"issuer", issuer}, {"title", title}, {"date", words.date(*document->issued)}});
}

}  // namespace yaodian
