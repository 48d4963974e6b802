// One pass over the bytes of a page: is it well-formed, what does it link to, does it carry code.
//
// It is strict where browsers are lenient, because what they make of a mistake is a guess: every
// element is closed, in order; attributes have quoted values, or none, and come once. It runs over
// every byte that is published, so it goes by tables and allocates nothing for a tag.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "publish/html_names.h"

namespace yaodian {

// What a scan tells of. Views point into the page.
struct ScanListener {
  // Where WHERE stands the HTML is broken as WHAT says.
  void broken(std::string_view where, const Text& what);
  // WHERE is a script or style that is not in a file of its own, as WHAT says.
  void code(std::string_view where, const Text& what);
  // The value of an attribute that leads to ADDRESS; a load happens without the reader's doing.
  void link(std::string_view address, bool is_load);
  // The value of an attribute id.
  void id(std::string_view value);
};

// Scans HTML and tells LISTENER, which has the members of ScanListener.
template <class Listener>
class HtmlScanner {
 public:
  explicit HtmlScanner(Listener& listener) : listener_(listener) {}

  void scan(std::string_view html) {
    at_ = html.data();
    end_ = at_ + html.size();
    open_.clear();
    paragraphs_ = anchors_ = foreign_ = 0;
    while (skip_text()) markup();
    for (const Open& element : open_)
      listener_.broken(element.name, {"没有关闭的标记", "an element is not closed"});
  }

 private:
  struct Open {
    uint64_t hash;
    std::string_view name;
    uint8_t traits;
  };
  struct Attribute {
    uint64_t hash;
    std::string_view name;
  };
  // What is known of the tag that is being read.
  struct Tag {
    Open element;
    std::string_view rel, href, refresh, content;
    bool has_source = false;
    bool is_refresh = false;
  };

  static std::string_view view(const char* from, const char* to) {
    return {from, static_cast<size_t>(to - from)};
  }

  void skip_spaces() {
    const char* at = at_;
    while (at < end_ && (kClasses[byte(*at)] & kSpace)) ++at;
    at_ = at;
  }

  // Goes on to the next '<'. Returns false at the end of the page.
  bool skip_text() {
    for (;;) {
      at_ = find_any<'<', '&'>(at_, end_);
      if (at_ == end_) return false;
      if (*at_ == '<') return true;
      reference();
    }
  }

  // At '&'.
  void reference() {
    const char* from = at_++;
    while (at_ < end_ && at_ - from < 34 && (kClasses[byte(*at_)] & kName || *at_ == '#')) ++at_;
    const std::string_view name = view(from + 1, at_);
    if (at_ < end_ && *at_ == ';' && is_reference(name)) return void(++at_);
    listener_.broken(view(from, at_), {"不认识的字符引用（& 写成 &amp;）",
                                       "an unknown character reference (& is written &amp;)"});
  }

  // Reads a name, and its hash into HASH.
  std::string_view name(uint64_t& hash) {
    const char* from = at_;
    const char* at = from;
    while (at < end_ && (kClasses[byte(*at)] & kName)) ++at;
    at_ = at;
    const auto size = static_cast<size_t>(at - from);
    if (std::endian::native == std::endian::little && end_ - from >= 8) {
      hash = name_hash_by(from, size, [](const char* bytes) {
        uint64_t number = 0;
        std::memcpy(&number, bytes, sizeof number);
        return number;
      });
    } else {
      hash = name_hash({from, size});
    }
    return {from, size};
  }

  // At '<'.
  void markup() {
    const char* from = at_++;
    if (at_ < end_ && (kClasses[byte(*at_)] & kLetter)) return open_tag();
    if (at_ < end_ && *at_ == '/') return close_tag();
    if (at_ < end_ && *at_ == '!') return declaration(from);
    listener_.broken(view(from, at_), {"多余的 <（写成 &lt;）", "a stray < (write &lt;)"});
  }

  void declaration(const char* from) {
    const std::string_view rest = view(from, end_);
    const bool comment = rest.starts_with("<!--");
    const size_t end = comment ? rest.find("-->", 4) : rest.find('>');
    if (end == rest.npos) {
      listener_.broken(rest.substr(0, 4), {"没有结束的注释", "a comment is not closed"});
      at_ = end_;
    } else {
      at_ = from + end + (comment ? 3 : 1);
    }
  }

  void close_tag() {
    ++at_;
    uint64_t hash = 0;
    const std::string_view closed = name(hash);
    skip_spaces();
    if (at_ == end_ || *at_ != '>')
      return listener_.broken(closed, {"结束标记没有写完", "a closing tag is not complete"});
    ++at_;
    if (!open_.empty() && open_.back().hash == hash) return pop();
    size_t depth = open_.size();
    while (depth > 0 && open_[depth - 1].hash != hash) --depth;
    if (depth == 0)
      return listener_.broken(closed, {"没有与它成对的开始标记", "nothing opened is closed here"});
    while (open_.size() > depth) {
      listener_.broken(open_.back().name, {"没有关闭的标记", "an element is not closed"});
      pop();
    }
    pop();
  }

  void pop() {
    count(open_.back().traits, -1);
    open_.pop_back();
  }

  void count(uint8_t traits, int by) {
    if (!(traits & (kParagraph | kAnchor | kForeign))) return;
    if (traits & kParagraph) paragraphs_ += by;
    if (traits & kAnchor) anchors_ += by;
    if (traits & kForeign) foreign_ += by;
  }

  void open_tag() {
    Tag tag;
    tag.element.name = name(tag.element.hash);
    tag.element.traits = foreign_ > 0 ? 0 : traits_of(tag.element.hash);
    if (paragraphs_ > 0 && (tag.element.traits & kBlock))
      listener_.broken(tag.element.name, {"这个标记不能放在 <p> 里", "it cannot stand in a <p>"});
    if (anchors_ > 0 && (tag.element.traits & kAnchor))
      listener_.broken(tag.element.name, {"链接里又有链接", "a link within a link"});
    const bool closed = attributes(tag);
    finish(tag);
    if (tag.element.traits & kVoid) return;
    if (closed && foreign_ == 0 && !(tag.element.traits & kForeign))
      listener_.broken(tag.element.name,
                       {"浏览器不认 <…/>，要写结束标记", "browsers ignore the / of <…/> here"});
    if (closed) return;
    if (tag.element.traits & kRaw) return raw_text(tag);
    count(tag.element.traits, 1);
    open_.push_back(tag.element);
  }

  // Reads attributes up to the end of a tag. Returns true if that is "/>".
  bool attributes(Tag& tag) {
    seen_count_ = 0;
    uint64_t bits = 0;
    for (;;) {
      const char* before = at_;
      skip_spaces();
      if (at_ == end_) return broken_tag(tag);
      if (*at_ == '>') return ++at_, false;
      if (*at_ == '/' && end_ - at_ > 1 && at_[1] == '>') return at_ += 2, true;
      Attribute attribute;
      attribute.name = name(attribute.hash);
      if (attribute.name.empty()) return broken_tag(tag);
      if (at_ - before == static_cast<std::ptrdiff_t>(attribute.name.size()))
        listener_.broken(attribute.name, {"属性之间缺少空格", "no space between attributes"});
      remember(attribute, bits);
      std::string_view value;
      if (at_ < end_ && *at_ == '=' && !read_value(attribute, value)) return broken_tag(tag);
      use(tag, attribute, value);
    }
  }

  // A tag that cannot be read is given up up to its '>'.
  bool broken_tag(const Tag& tag) {
    listener_.broken(tag.element.name, {"标记没有写完", "a tag is not complete"});
    while (at_ < end_ && *at_ != '>' && *at_ != '<') ++at_;
    if (at_ < end_ && *at_ == '>') ++at_;
    return false;
  }

  void remember(const Attribute& attribute, uint64_t& bits) {
    const uint64_t bit = uint64_t{1} << (attribute.hash * kSpread >> 58);
    if (bits & bit) {
      for (size_t at = 0; at < seen_count_; ++at) {
        if (seen_[at] != attribute.hash) continue;
        listener_.broken(attribute.name, {"属性写了两次", "an attribute is given twice"});
        break;
      }
    }
    bits |= bit;
    if (seen_count_ == seen_.size()) seen_.resize(2 * seen_count_ + 32);
    seen_[seen_count_++] = attribute.hash;
  }

  bool read_value(const Attribute& attribute, std::string_view& value) {
    if (++at_ == end_) return false;
    const char quote = *at_;
    if (quote != '"' && quote != '\'') {
      listener_.broken(attribute.name, {"属性值没有引号", "the value is not in quotes"});
      const char* from = at_;
      while (at_ < end_ && *at_ != '>' && !(kClasses[byte(*at_)] & kSpace)) ++at_;
      value = view(from, at_);
      return true;
    }
    const char* from = ++at_;
    for (;;) {
      at_ = find_any<'"', '\'', '<', '&'>(at_, end_);
      if (at_ == end_) return false;
      if (*at_ == quote) break;
      if (*at_ == '&') {
        reference();
      } else if (*at_ == '<') {
        listener_.broken(attribute.name, {"属性值没有结束，或里面的 < 没有写成 &lt;",
                                          "the value is not closed, or a < is not &lt;"});
        const size_t end = view(from, at_).find('>');
        if (end == std::string_view::npos) return skip_to(quote, from, value);
        at_ = from + end;  // a quote is missing, most likely before that
        value = view(from, at_);
        return true;
      } else {
        ++at_;
      }
    }
    value = view(from, at_++);
    return true;
  }

  // Takes the value that begins at FROM up to QUOTE, whatever is in it.
  bool skip_to(char quote, const char* from, std::string_view& value) {
    while (at_ < end_ && *at_ != quote) ++at_;
    if (at_ == end_) return false;
    value = view(from, at_++);
    return true;
  }

  void use(Tag& tag, const Attribute& attribute, std::string_view value) {
    const uint64_t element = tag.element.hash;
    switch (attribute.hash) {
      case name_hash("id"):
        if (value.empty()) listener_.broken(attribute.name, {"编号是空的", "an empty id"});
        return listener_.id(value);
      case name_hash("href"):
      case name_hash("xlink:href"):
        if (element == name_hash("link")) return void(tag.href = value);
        if (element == name_hash("base"))
          return listener_.broken(tag.element.name, {"不能用 <base>", "<base> is not allowed"});
        return listener_.link(value, element != name_hash("a") && element != name_hash("area"));
      case name_hash("src"):
        tag.has_source = true;
        return listener_.link(value, true);
      case name_hash("data"):
        if (element == name_hash("object")) listener_.link(value, true);
        return;
      case name_hash("poster"):
      case name_hash("background"):
      case name_hash("action"):
      case name_hash("formaction"):
        return listener_.link(value, true);
      case name_hash("srcset"):
      case name_hash("imagesrcset"):
        return candidates(value);
      case name_hash("rel"):
        return void(tag.rel = value);
      case name_hash("http-equiv"):
        tag.is_refresh = equal_names(value, "refresh");
        return;
      case name_hash("content"):
        return void(tag.content = value);
      case name_hash("style"):
      case name_hash("srcdoc"):
        return listener_.code(attribute.name, {"属性里的样式或网页", "style in an attribute"});
      default:
        if (attribute.name.size() > 2 && (attribute.name[0] | 0x20) == 'o' &&
            (attribute.name[1] | 0x20) == 'n')
          listener_.code(attribute.name, {"属性里的脚本", "script in an attribute"});
    }
  }

  // The addresses of a srcset: each up to white space, the next after a comma.
  void candidates(std::string_view value) {
    while (!value.empty()) {
      const size_t from = value.find_first_not_of(" \t\r\n,");
      if (from == value.npos) return;
      value.remove_prefix(from);
      std::string_view address = value.substr(0, value.find_first_of(" \t\r\n"));
      const size_t length = address.size();
      while (address.ends_with(',')) address.remove_suffix(1);
      listener_.link(address, true);
      value.remove_prefix(length);
      if (address.size() == length) value.remove_prefix(std::min(value.find(','), value.size()));
    }
  }

  // What only the whole tag tells.
  void finish(const Tag& tag) {
    if (tag.href.data()) listener_.link(tag.href, !is_reference_only(tag.rel));
    if (tag.is_refresh) listener_.code(tag.content, {"自动跳转", "a refresh"});
  }

  // After the opening tag of a script or style.
  void raw_text(const Tag& tag) {
    const char* from = at_;
    for (;; ++at_) {
      while (at_ < end_ && *at_ != '<') ++at_;
      const std::string_view rest = view(at_, end_);
      if (rest.size() < tag.element.name.size() + 2) break;
      if (rest[1] == '/' && equal_names(rest.substr(2, tag.element.name.size()), tag.element.name))
        break;
    }
    const bool is_style = tag.element.hash == name_hash("style");
    if (is_style || !tag.has_source || !is_blank(view(from, at_)))
      listener_.code(tag.element.name, is_style ? Text{"写在页面里的样式", "a style of its own"}
                                                : Text{"写在页面里的脚本", "a script of its own"});
    open_.push_back(tag.element);
  }

  Listener& listener_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::vector<Open> open_;
  std::vector<uint64_t> seen_;  // the names in the tag that is being read: the first of these
  size_t seen_count_ = 0;
  int paragraphs_ = 0;
  int anchors_ = 0;
  int foreign_ = 0;  // how deep in SVG, where <…/> closes
};

}  // namespace yaodian
