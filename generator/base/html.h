// HTML as a type: text gets in by escaping, and only there.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace yaodian {

// Appends TEXT to OUT with & < > " ' written as character references.
void escape_html(std::string& out, std::string_view text);
// True if TEXT has one of them.
bool needs_escape(std::string_view text);

// A piece of HTML or SVG. Every way in but markup() escapes.
class Html {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Html() = default;

  // Adds markup that the program itself wrote or that an escaping library made; never what came
  // from content.
  Html& markup(std::string_view markup) { return text_ += markup, *this; }
  Html& text(std::string_view text) { return escape_html(text_, text), *this; }
  Html& number(size_t number);
  Html& add(const Html& other) { return text_ += other.text_, *this; }

  // Adds <NAME ATTRIBUTES…>. An attribute with an empty name is left out.
  Html& open(std::string_view name, Attributes attributes = {}) {
    return tag(name, attributes, ">");
  }
  Html& close(std::string_view name) { return text_.append("</").append(name).append(">"), *this; }
  // Adds <NAME ATTRIBUTES…/>.
  Html& empty(std::string_view name, Attributes attributes = {}) {
    return tag(name, attributes, "/>");
  }
  // Adds <NAME ATTRIBUTES…>TEXT</NAME>.
  Html& element(std::string_view name, Attributes attributes, std::string_view content) {
    return open(name, attributes).text(content).close(name);
  }

  // Makes room for SIZE bytes in all.
  void reserve(size_t size) { text_.reserve(size); }
  const std::string& str() const& { return text_; }
  std::string str() && { return std::move(text_); }
  bool is_empty() const { return text_.empty(); }

 private:
  Html& tag(std::string_view name, Attributes attributes, std::string_view end);

  std::string text_;
};

}  // namespace yaodian
