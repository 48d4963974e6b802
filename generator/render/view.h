// What a page tells its template: names with values. All values are HTML already: text is escaped
// as it is set, so "{{name}}" in a template is always right.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/html.h"

namespace yaodian {

// The name of a value, with its hash, by which it is looked up.
struct Name {
  constexpr Name() = default;
  // A literal: hashed by the compiler.
  consteval Name(const char* literal)  // NOLINT(google-explicit-constructor)
      : Name(of(literal)) {}
  // NAME must outlive it.
  static constexpr Name of(std::string_view name) {
    uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    Name result;
    result.text = name;
    result.hash = hash;
    return result;
  }
  friend constexpr bool operator==(const Name& a, const Name& b) {
    return a.hash == b.hash && a.text == b.text;
  }

  std::string_view text;
  uint64_t hash = 0;
};

class View {
 public:
  // A value as a template sees it. A section repeats for a list, shows once for true and for text,
  // and not at all for false and an empty list.
  class Value {
   public:
    bool shows() const { return items_ ? !items_->empty() : flag_; }
    std::string_view text() const { return text_; }  // "" of a flag or a list
    // nullptr of a flag or a text. They live as long as the value and the view.
    const std::vector<View>* items() const { return items_; }

   private:
    friend class View;
    bool flag_ = false;
    std::string_view text_;
    const std::vector<View>* items_ = nullptr;
    std::shared_ptr<const std::vector<View>> made_;  // for whoever asked
  };
  // What they refer to must outlive the view.
  using MakeHtml = std::function<Html()>;
  using MakeItems = std::function<std::vector<View>()>;
  using MakeView = std::function<View()>;

  // A name is set once.
  View& text(Name name, std::string_view text);
  // As text(), but false where TEXT is empty, so that "{{#name}}" asks whether there is any.
  View& text_if(Name name, std::string_view text);
  View& html(Name name, Html html);
  View& html_if(Name name, Html html);
  View& flag(Name name, bool flag);
  View& number(Name name, size_t number);
  View& list(Name name, std::vector<View> items);
  // A text that is made when a template asks for it first, as html_if(), and a list that is made
  // each time that it is asked for and then forgotten.
  View& html_when_asked(Name name, MakeHtml make);
  View& list_when_asked(Name name, MakeItems make);
  // The values of NAMES, which are the names of the view that MAKE returns. They are made together,
  // when a template asks for the first of them. A view has one such rest.
  View& rest_when_asked(std::span<const Name> names, MakeView make);
  // Keeps WHAT as long as the view: what those functions refer to.
  View& keep(std::shared_ptr<const void> what);
  // A section that shows once with the names of VIEW in reach.
  View& section(Name name, View view);

  // Returns the value of NAME, if it has one. It is valid until the view is changed or moved.
  std::optional<Value> find(const Name& name) const;

 private:
  enum class Kind : uint8_t { no, yes, text, piece, list };
  struct Entry {
    Name name;
    Kind kind;
    uint32_t begin = 0;  // of a text, within texts_; its place in pieces_ or lists_
    uint32_t size = 0;   // of a text
  };
  struct List {
    std::vector<View> items;
    MakeItems make;  // instead of items
  };
  struct Piece {
    Html html;
    MakeHtml make;  // until it has been asked for
  };

  // What is made when asked for, and once it has been.
  struct Rest {
    std::span<const Name> names;
    MakeView make;
    std::unique_ptr<const View> made;
  };

  Entry& add(Name name, Kind kind);
  Value value_of(const Entry& entry) const;

  std::vector<Entry> entries_;
  std::string texts_;  // of all entries, one after the other
  mutable std::vector<Piece> pieces_;
  std::vector<List> lists_;
  std::shared_ptr<Rest> rest_;  // copies of the view share it
  std::shared_ptr<const void> kept_;
};

}  // namespace yaodian
