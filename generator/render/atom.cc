#include "render/atom.h"

#include "base/html.h"

namespace yaodian {
namespace {

// Adds <NAME>TEXT</NAME> on a line of its own. What HTML escapes is what XML escapes.
void add(Html& xml, std::string_view name, std::string_view text) {
  xml.element(name, {}, text).markup("\n");
}

void add_date(Html& xml, Date day) { add(xml, "updated", day.iso() + "T00:00:00+08:00"); }

void add_author(Html& xml, std::string_view name) {
  xml.open("author").element("name", {}, name).close("author").markup("\n");
}

void add_link(Html& xml, std::string_view relation, std::string_view type, std::string_view url) {
  xml.empty("link", {{"rel", relation}, {"type", type}, {"href", url}}).markup("\n");
}

void add_entry(Html& xml, const AtomEntry& entry) {
  xml.open("entry").markup("\n");
  add(xml, "id", entry.id);
  add(xml, "title", entry.title);
  add_date(xml, entry.updated);
  add_author(xml, entry.author);
  add_link(xml, "alternate", "text/html", entry.url);
  xml.empty("category", {{"term", entry.category}, {"label", entry.label}}).markup("\n");
  if (!entry.summary.empty()) add(xml, "summary", entry.summary);
  xml.close("entry").markup("\n");
}

}  // namespace

std::string atom(const AtomFeed& feed) {
  Html xml;
  xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
  xml.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", feed.language}});
  xml.markup("\n");
  add(xml, "id", feed.id);
  add(xml, "title", feed.title);
  add_date(xml, feed.updated);
  add_author(xml, feed.author);
  if (!feed.self.empty()) add_link(xml, "self", "application/atom+xml", feed.self);
  add_link(xml, "alternate", "text/html", feed.page);
  for (const AtomEntry& entry : feed.entries) add_entry(xml, entry);
  xml.close("feed").markup("\n");
  return std::move(xml).str();
}

}  // namespace yaodian
