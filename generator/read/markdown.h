// A Markdown document as HTML with holes where its links point into the plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/html.h"
#include "base/position.h"
#include "read/address.h"

namespace yaodian::markdown {

constexpr int kDeepest = 32;  // levels of quotes, lists, emphasis and links within each other

struct Link {
  Address to;
  bool embed = false;     // ![…](…): it stands alone as a block
  std::string text = {};  // the linked text, or the caption of an embed, without markup
  std::string sentence =
      {};  // the sentence that the link stands in, without markup; "" for an embed
  std::string section = {};  // anchor of the heading above, "" before the first
  Position position = {};    // of the linked text
};

struct Heading {
  int level;           // 2–6
  std::string number;  // "一、", "（一）", "1.", or ""
  std::string text;    // without the number
  std::string anchor;  // id of its element: the text with spaces as hyphens, unique in the document
  Position position;
};

// HTML up to a hole; the hole is the opening tag of LINK or, for an embed, the whole block. The
// last piece has none.
struct Piece {
  static constexpr size_t kNoLink = static_cast<size_t>(-1);
  Html html;
  size_t link = kNoLink;
};

struct Body {
  std::vector<Piece> pieces;
  std::vector<Link> links;
  std::vector<Heading> headings;
};

// Returns TEXT, a part of SOURCE that begins at FIRST_LINE, as a Body. Reports raw HTML, too many
// levels and brackets, addresses of an unknown kind, images that stand inside a sentence, heading
// levels that jump, and what looks like Markdown but is not. The repairs for Chinese: emphasis
// beside full-width punctuation works, and a line break between Chinese characters is no space.
Body parse(const Source& source, std::string_view text, uint32_t first_line,
           Diagnostics& diagnostics);

}  // namespace yaodian::markdown
