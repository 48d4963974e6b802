// Markdown with links and embeds: harmless HTML whose holes, links and headings fit together.
#include <algorithm>
#include <set>

#include "base/position.h"
#include "fuzz/fuzz.h"
#include "model/assemble.h"
#include "read/markdown.h"

namespace yaodian {
namespace {

void require_place(const Position& at, const Source& source) {
  const auto breaks = std::count(source.text.begin(), source.text.end(), '\n');
  fuzz::require(at.source == &source && at.line >= 1 && at.line <= breaks + 1,
                "a link or heading stands on a line of the file");
  fuzz::require(at.column >= 1 && at.column <= count_characters(line_of(source.text, at.line)) + 1,
                "a link or heading stands in its line");
}

// The body as a page shows it, with each hole filled by an element.
std::string whole(const markdown::Body& body) {
  std::string html;
  std::set<size_t> filled;
  for (const markdown::Piece& piece : body.pieces) {
    html += piece.html.str();
    if (piece.link == markdown::Piece::kNoLink) continue;
    fuzz::require(piece.link < body.links.size(), "a hole has a link");
    fuzz::require(filled.insert(piece.link).second, "a link fills one hole");
    html += body.links[piece.link].embed ? "<hr/>" : "<a>";
  }
  fuzz::require(filled.size() == body.links.size(), "each link has a hole");
  return html;
}

void require_body(const markdown::Body& body, const Source& source) {
  fuzz::require_harmless(whole(body));
  std::set<std::string> anchors;
  for (const markdown::Heading& heading : body.headings) {
    fuzz::require(heading.level >= 2 && heading.level <= 6, "a heading has a level of the page");
    fuzz::require(anchors.insert(heading.anchor).second, "an anchor is unique", heading.anchor);
    fuzz::require(heading.anchor.find_first_of(" \t\n\r") == std::string::npos,
                  "an anchor is an id", heading.anchor);
    require_place(heading.position, source);
  }
  for (const markdown::Link& link : body.links) {
    require_place(link.position, source);
    fuzz::require_utf8(link.text, "a link's text is UTF-8");
    fuzz::require_utf8(link.sentence, "a sentence is UTF-8");
    fuzz::require_utf8(to_string(link.to), "an address is UTF-8");
    fuzz::require(link.section.empty() || anchors.contains(link.section), "a section is a heading");
  }
}

}  // namespace
}  // namespace yaodian

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!fuzz::is_readable(text)) return 0;
  const Source alone{"content/test.md", "test.md", text};
  Diagnostics diagnostics;
  require_body(markdown::parse(alone, alone.text, 1, diagnostics), alone);

  const Source document{"content/test.md", "test.md", "---\ntitle: 题\n---\n" + text};
  Diagnostics of_document;
  require_body(read_document(document, "test", of_document).body, document);
  fuzz::require(diagnostics.all().size() == of_document.all().size(),
                "front matter changes no message of the body");
  fuzz::require_messages(diagnostics);
  fuzz::require_messages(of_document);
  return 0;
}
