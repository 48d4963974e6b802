#include "read/markdown.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <cmark.h>

#include "base/rules.h"
#include "base/text.h"
#include "read/anchors.h"
#include "read/invisible.h"
#include "read/lines.h"
#include "read/prose.h"

namespace yaodian::markdown {
namespace {

constexpr size_t kMostBrackets = 50'000;  // "[" in a document

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text ? text : "";
}

// The first text in NODE, or NODE itself where there is none.
cmark_node* first_leaf(cmark_node* node) {
  while (cmark_node* child = cmark_node_first_child(node)) node = child;
  return node;
}

class Walker {
 public:
  // TEXT is what cmark has parsed.
  Walker(const Source& source, std::string_view text, uint32_t first_line, Diagnostics& diagnostics)
      : lines_(source, text, first_line), diagnostics_(diagnostics) {}

  Body walk(cmark_node* root) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(root),
                                                                           cmark_iter_free);
    int depth = -1;  // the document itself is no level
    for (cmark_event_type event; (event = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
        if (event == CMARK_EVENT_ENTER)
          embed(node), cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
        continue;
      }
      const bool inner = cmark_node_first_child(node) != nullptr;
      if (event == CMARK_EVENT_ENTER && inner && ++depth > kDeepest) {
        diagnostics_.report(rule::too_deep, position(node), "", {std::to_string(kDeepest)});
        break;
      }
      event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
      if (event == CMARK_EVENT_EXIT && inner) --depth;
    }
    body_.pieces.push_back({std::move(html_), Piece::kNoLink});
    return std::move(body_);
  }

 private:
  struct OpenLink {
    size_t link;
    size_t begin;  // of its text in block_
  };

  // cmark counts bytes of the repaired text; an editor counts characters of the line as it was
  // written. OFFSET is in bytes of what NODE says.
  Position position(cmark_node* node, size_t offset = 0) {
    const Lines::Place from = place(node);
    return lines_.position(lines_.within({from.line, from.bytes + offset}));
  }

  // After a link whose address stands on another line cmark goes on counting bytes of the first.
  Lines::Place place(cmark_node* node) const {
    const auto line = static_cast<size_t>(std::max(1, cmark_node_get_start_line(node))) - 1;
    return lines_.within({line, bytes_before(node, lines_.at(line))});
  }

  // In the later lines of a block cmark takes the indentation of the block's first line for theirs.
  static size_t bytes_before(cmark_node* node, std::string_view line) {
    const auto column = [](cmark_node* of) { return std::max(1, cmark_node_get_start_column(of)); };
    cmark_node* block = node;
    while (cmark_node_get_type(block) >= CMARK_NODE_FIRST_INLINE) block = cmark_node_parent(block);
    if (cmark_node_get_start_line(node) == cmark_node_get_start_line(block))
      return static_cast<size_t>(column(node) - 1);
    return indent_of(line) + static_cast<size_t>(std::max(0, column(node) - column(block)));
  }

  static bool in_tight_list(cmark_node* paragraph) {
    cmark_node* item = cmark_node_parent(paragraph);
    cmark_node* list = item ? cmark_node_parent(item) : nullptr;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
  }

  static bool is_embed_paragraph(cmark_node* paragraph) {
    cmark_node* only = cmark_node_first_child(paragraph);
    return only && !cmark_node_next(only) && cmark_node_get_type(only) == CMARK_NODE_IMAGE;
  }

  // Writes the line break that stands before NEXT, if there is one, outside the tags of NEXT.
  void break_before(cmark_node* next) {
    if (pending_break_ &&
        !joins_without_space(block_, without_joiners(literal(first_leaf(next))))) {
      html_.markup("\n");
      block_ += ' ';
    }
    pending_break_ = false;
  }

  void text(cmark_node* node) {
    const std::string clean = without_joiners(literal(node));
    if (find_invisible(clean)) refuse_invisible(clean, position(node), diagnostics_);  // &#x202E;
    html_.text(clean);
    block_ += clean;
  }

  void code(cmark_node* node) {
    html_.markup("<code>");
    text(node);
    html_.markup("</code>");
  }

  void enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type >= CMARK_NODE_FIRST_INLINE && type != CMARK_NODE_SOFTBREAK) break_before(node);
    switch (type) {
      case CMARK_NODE_BLOCK_QUOTE:
        html_.markup("<blockquote>\n");
        break;
      case CMARK_NODE_LIST:
        open_list(node);
        break;
      case CMARK_NODE_ITEM:
        html_.markup("<li>");
        break;
      case CMARK_NODE_CODE_BLOCK:
        code_block(node);
        break;
      case CMARK_NODE_THEMATIC_BREAK:
        html_.markup("<hr/>\n");
        break;
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        raw_html(node);
        break;
      case CMARK_NODE_PARAGRAPH:
        open_paragraph(node);
        break;
      case CMARK_NODE_HEADING:
        open_heading(node);
        break;
      case CMARK_NODE_TEXT:
        text(node);
        warn_of_raw_links(
            literal(node), [&](size_t at) { return position(node, at); }, diagnostics_);
        break;
      case CMARK_NODE_SOFTBREAK:
        pending_break_ = true;
        break;
      case CMARK_NODE_LINEBREAK:
        html_.markup("<br/>\n"), block_ += '\n';
        break;
      case CMARK_NODE_CODE:
        code(node);
        break;
      case CMARK_NODE_EMPH:
        html_.markup("<em>");
        break;
      case CMARK_NODE_STRONG:
        html_.markup("<strong>");
        break;
      case CMARK_NODE_LINK:
        open_link(node);
        break;
      default:
        break;
    }
  }

  void leave(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        html_.markup("</blockquote>\n");
        break;
      case CMARK_NODE_LIST:
        html_.markup(cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n");
        break;
      case CMARK_NODE_ITEM:
        html_.markup("</li>\n");
        break;
      case CMARK_NODE_PARAGRAPH:
        close_paragraph(node);
        break;
      case CMARK_NODE_HEADING:
        close_heading(node);
        break;
      case CMARK_NODE_EMPH:
        html_.markup("</em>");
        break;
      case CMARK_NODE_STRONG:
        html_.markup("</strong>");
        break;
      case CMARK_NODE_LINK:
        close_link();
        break;
      default:
        break;
    }
  }

  void open_list(cmark_node* list) {
    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) {
      html_.markup("<ul>\n");
      return;
    }
    const int start = cmark_node_get_list_start(list);
    html_.open("ol", {{start == 1 ? "" : "start", std::to_string(start)}}).markup("\n");
  }

  void code_block(cmark_node* node) {
    const Lines::Place at = place(node);
    const std::string_view code = lines_.at(at.line).substr(at.bytes);
    if (!code.starts_with("```") && !code.starts_with("~~~")) {
      diagnostics_.report(
          rule::doubtful_markdown, position(node), literal(node),
          {std::string(first_characters(trim(literal(node)), 12)),
           Text{"正文，它会显示为代码", "a paragraph: it is shown as code"},
           Text{"去掉行首的四个空格；段首缩进由网页负责。", "remove the four leading spaces"}});
    }
    html_.markup("<pre><code>").text(without_joiners(literal(node))).markup("</code></pre>\n");
  }

  void raw_html(cmark_node* node) {
    const std::string_view html = trim(literal(node));
    const std::string shown(html.substr(0, html.find('\n')));
    diagnostics_.report(rule::raw_html, position(node), shown, {shown});
  }

  void open_paragraph(cmark_node* node) {
    block_.clear();
    if (!is_embed_paragraph(node) && !in_tight_list(node)) html_.markup("<p>");
  }

  void close_paragraph(cmark_node* node) {
    finish_sentences();
    warn_of_lookalike(node);
    if (!is_embed_paragraph(node) && !in_tight_list(node)) html_.markup("</p>\n");
  }

  void warn_of_lookalike(cmark_node* node) {
    const std::string line = without_joiners(trim(lines_.at(place(node).line)));
    const auto found = lookalike(line);
    if (!found) return;
    const std::string shown(first_characters(line, 8));
    diagnostics_.report(rule::doubtful_markdown, position(node), shown,
                        {shown, found->meant, found->way_out});
  }

  void open_heading(cmark_node* node) {
    block_.clear();
    const int level = cmark_node_get_heading_level(node);
    const bool first = body_.headings.empty();
    const int above = first ? 1 : body_.headings.back().level;
    if (level == 1 || level > above + 1) {
      diagnostics_.report(rule::heading_order, position(node),
                          without_joiners(lines_.at(place(node).line)),
                          {first ? Argument(Text{"题名", "the title"})
                                 : Argument(std::string(static_cast<size_t>(above), '#')),
                           std::string(static_cast<size_t>(level), '#')});
    }
    before_heading_ = std::exchange(html_, {});
    heading_piece_ = body_.pieces.size();
  }

  void close_heading(cmark_node* node) {
    std::string_view rest = block_;
    const std::string_view number = take_number(rest);
    Heading heading{std::max(2, cmark_node_get_heading_level(node)), std::string(number),
                    std::string(rest), anchors_.of(rest), position(node)};
    const std::string tag = "h" + std::to_string(heading.level);
    // The heading's own links may have ended the piece that it began in.
    Html& begin = body_.pieces.size() > heading_piece_ ? body_.pieces[heading_piece_].html : html_;
    begin = std::move(before_heading_.open(tag, {{"id", heading.anchor}}).add(begin));
    html_.close(tag).markup("\n");
    body_.headings.push_back(std::move(heading));
    finish_sentences();
  }

  void hole(size_t link) { body_.pieces.push_back({std::exchange(html_, {}), link}); }

  void open_link(cmark_node* node) {
    const std::string address = without_joiners(cmark_node_get_url(node));
    const auto to = parse_address(address);
    if (!to || to->scheme == Scheme::progress) {
      report_address(rule::unknown_scheme, node, address);
      open_links_.push_back({Piece::kNoLink, block_.size()});
      return;
    }
    body_.links.push_back(link_at(node, *to));
    open_links_.push_back({body_.links.size() - 1, block_.size()});
    hole(body_.links.size() - 1);
  }

  void close_link() {
    const OpenLink open = open_links_.back();
    open_links_.pop_back();
    if (open.link == Piece::kNoLink) return;
    html_.markup("</a>");
    body_.links[open.link].text = block_.substr(open.begin);
    block_links_.push_back(open);
  }

  Link link_at(cmark_node* node, const Address& to) {
    return {.to = to,
            .section = body_.headings.empty() ? "" : body_.headings.back().anchor,
            .position = position(first_leaf(node))};
  }

  void embed(cmark_node* node) {
    const std::string address = without_joiners(cmark_node_get_url(node));
    cmark_node* paragraph = cmark_node_parent(node);
    const bool alone =
        cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH && is_embed_paragraph(paragraph);
    const auto what = parse_address(address);
    const bool known =
        what && (what->scheme == Scheme::progress || what->scheme == Scheme::report ||
                 (what->scheme == Scheme::table && what->part.empty()));
    if (!alone || !known) {
      report_address(rule::wrong_embed, node, address);
      return;
    }
    Link link = link_at(node, *what);
    link.embed = true;
    for (cmark_node* child = cmark_node_first_child(node); child; child = cmark_node_next(child)) {
      link.text += without_joiners(literal(child));
    }
    body_.links.push_back(std::move(link));
    hole(body_.links.size() - 1);
  }

  void report_address(const Rule& rule, cmark_node* node, const std::string& address) {
    constexpr size_t kNear = 4000;  // bytes: a line may be very long
    const std::string written = percent_decoded(address);
    cmark_node* text = first_leaf(node);
    Position at = position(text);
    const Lines::Place from = place(text);
    const std::string_view rest = lines_.at(from.line).substr(from.bytes, kNear);
    const size_t found = rest.find("](");
    if (found != rest.npos)
      at.column +=
          static_cast<uint32_t>(count_characters(without_joiners(rest.substr(0, found + 2))));
    diagnostics_.report(rule, at, written, {written});
  }

  // Gives each link of the block that ends here its sentence.
  void finish_sentences() {
    for (const OpenLink& each : block_links_) {
      Link& link = body_.links[each.link];
      link.sentence = sentence_around(block_, each.begin, each.begin + link.text.size());
    }
    block_links_.clear();
    block_.clear();
    pending_break_ = false;
  }

  Lines lines_;
  Diagnostics& diagnostics_;
  Body body_;
  Html html_;                          // since the last hole
  Html before_heading_;                // html_ as it was when the open heading began
  size_t heading_piece_ = 0;           // the piece that the open heading begins in
  std::string block_;                  // the text of the open paragraph or heading
  std::vector<OpenLink> block_links_;  // the closed ones of the open block
  bool pending_break_ = false;
  std::vector<OpenLink> open_links_;
  Anchors anchors_;
};

}  // namespace

Body parse(const Source& source, std::string_view text, uint32_t first_line,
           Diagnostics& diagnostics) {
  // cmark looks back over all brackets that are open: "![[]()" again and again takes it minutes.
  const auto brackets = static_cast<size_t>(std::count(text.begin(), text.end(), '['));
  if (brackets > kMostBrackets) {
    diagnostics.report(rule::too_many, {&source, 0, 0}, "",
                       {std::string("["), std::to_string(brackets), std::to_string(kMostBrackets)});
    return {};
  }
  const std::string repaired = repair_emphasis(text);
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(
      cmark_parse_document(repaired.data(), repaired.size(),
                           CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SOURCEPOS),
      cmark_node_free);
  return Walker(source, repaired, first_line, diagnostics).walk(root.get());
}

}  // namespace yaodian::markdown
