#include "render/provenance.h"

#include "pages/site_map.h"

namespace yaodian {
namespace {

// The name of a file within its plan, or within its publisher's folder.
std::string_view short_name(std::string_view name) {
  const size_t publisher = name.find('/') + 1, year = name.find('/', publisher) + 1;
  return name.substr(year > 0 ? year : publisher);
}

std::string text_of(const Position& at, Naming naming, bool linked) {
  const std::string line = std::to_string(at.line);
  if (naming == Naming::number) return line;
  const std::string& name = at.source->name;
  if (!linked) return at.line == 0 ? name : name + ":" + line;
  std::string text(naming == Naming::full ? short_name(name) : "");
  if (at.line == 0) return text;
  if (!text.empty()) text += ' ';
  return text + "第" + line + "行";
}

}  // namespace

Provenance provenance(const Site& site, const Position& at, std::string_view path, Naming naming) {
  if (!at.known()) return {};
  Provenance found{text_of(at, naming, site.shows_files), ""};
  if (!site.shows_files) return found;
  found.url = file_link(path, at.source->name);
  if (at.line > 0) found.url += "#L" + std::to_string(at.line);
  return found;
}

Html line_link(const Site& site, const Position& at, std::string_view path, Naming naming) {
  Html html;
  const Provenance found = provenance(site, at, path, naming);
  if (found.text.empty()) return html;
  if (found.url.empty()) return html.element("span", {{"class", "origin"}}, found.text);
  return html.element("a", {{"class", "origin"}, {"href", found.url}}, found.text);
}

Html link_to_file(const Site& site, const Source& file, std::string_view path) {
  return line_link(site, {&file, 0, 0}, path);
}

Position goal_place(const Plan& plan, const Measure& measure) {
  const Target* target = find(plan.targets, measure.target.id);
  return target ? target->position : measure.position;
}

std::string source_text(const Plan& plan, const Reference& source) {
  const SourceDocument* document = find(plan.sources, source.id);
  if (!document) return {};
  const std::string issued = document->issued ? "（" + document->issued->chinese() + "）" : "";
  return document->issuer + "《" + document->title + "》" + issued;
}

}  // namespace yaodian
