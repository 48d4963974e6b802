#include "search/prose.h"

#include <array>
#include <string_view>
#include <utility>

namespace yaodian::search {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> kReferences = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

// True for the tags that stand within a line of text.
bool is_inline(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const std::string_view name = tag.substr(0, tag.find_first_of(" />"));
  return name == "a" || name == "em" || name == "strong" || name == "code" || name == "span";
}

bool is_heading(std::string_view tag) {
  return tag.size() >= 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

// Returns TEXT with each run of white space as one space, none at the ends.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

class Reader {
 public:
  explicit Reader(const markdown::Body& body) : body_(body) { passages_.emplace_back(); }

  std::vector<Passage> read() {
    for (const markdown::Piece& piece : body_.pieces) {
      add(piece.html.str());
      if (piece.link == markdown::Piece::kNoLink) continue;
      const markdown::Link& link = body_.links[piece.link];
      if (link.embed) text().append(" ").append(link.text).append(" ");
    }
    for (Passage& passage : passages_) passage.text = squeezed(passage.text);
    return std::move(passages_);
  }

 private:
  std::string& text() { return passages_.back().text; }

  void add(std::string_view html) {
    while (!html.empty()) {
      if (html.front() == '<') {
        const size_t end = html.find('>');
        tag(html.substr(1, end - 1));
        html.remove_prefix(end == html.npos ? html.size() : end + 1);
      } else if (html.front() == '&') {
        html.remove_prefix(reference(html));
      } else {
        const size_t end = html.find_first_of("<&");
        if (!in_heading_) text().append(html.substr(0, end));
        html.remove_prefix(end == html.npos ? html.size() : end);
      }
    }
  }

  void tag(std::string_view tag) {
    if (is_heading(tag) && next_ < body_.headings.size()) {
      passages_.push_back({&body_.headings[next_++], ""});
      in_heading_ = true;
    } else if (tag.starts_with('/') && is_heading(tag.substr(1))) {
      in_heading_ = false;
    } else if (!is_inline(tag)) {
      text() += ' ';
    }
  }

  // Adds the character that HTML begins with a reference to; returns the reference's length.
  size_t reference(std::string_view html) {
    for (const auto& [name, character] : kReferences) {
      if (!html.starts_with(name)) continue;
      if (!in_heading_) text() += character;
      return name.size();
    }
    if (!in_heading_) text() += '&';
    return 1;
  }

  const markdown::Body& body_;
  std::vector<Passage> passages_;
  size_t next_ = 0;          // of the headings
  bool in_heading_ = false;  // whose text is that of the heading
};

}  // namespace

std::vector<Passage> passages_of(const markdown::Body& body) { return Reader(body).read(); }

}  // namespace yaodian::search
