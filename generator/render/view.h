// What a page tells its template: names with values. All values are HTML already: text is escaped
// as it is set, so "{{name}}" in a template is always right.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
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
    bool shows() const { return items() ? !items()->empty() : flag_; }
    std::string_view text() const { return is_made_ ? made_text_ : text_; }  // "" without a text
    // nullptr of a flag or a text. They live as long as the value and the view.
    const std::vector<View>* items() const { return has_made_items_ ? &made_items_ : items_; }

    // What a getter sets, one of these and once, as the functions of a view do. A text that is no
    // temporary must outlive the value.
    void set_text(std::string_view text);
    void set_text(const std::string& text) { set_text(std::string_view(text)); }
    void set_text(std::string&& text);
    void set_text_if(std::string&& text);
    void set_text_if(const std::string& text);
    void set_html(const Html& html);  // false where it is empty
    void set_html(Html&& html);
    void set_flag(bool flag) { flag_ = flag; }
    void set_number(size_t number) { set_text(std::to_string(number)); }
    void set_list(std::vector<View> items);

   private:
    friend class View;
    bool flag_ = false;
    bool is_made_ = false;
    bool has_made_items_ = false;
    std::string_view text_;
    const std::vector<View>* items_ = nullptr;
    std::string made_text_;         // instead of text_
    std::vector<View> made_items_;  // instead of items_
  };
  // A name that objects answer to, and how.
  template <class Object>
  struct Getter {
    Name name;
    void (*get)(const Object& object, Value& value);
  };
  // What they refer to must outlive the view.
  using MakeHtml = std::function<Html()>;
  using MakeItems = std::function<std::vector<View>()>;
  using MakeView = std::function<View()>;

  View() = default;
  // A view of OBJECT: the value of a name is worked out by its getter each time that a template
  // asks for it. OBJECT and GETTERS must outlive the view.
  template <class Object>
  static View of(const Object& object,
                 std::type_identity_t<std::span<const Getter<Object>>> getters) {
    View view;
    view.object_ = {&object, getters.data(), getters.size(), ask<Object>};
    return view;
  }

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
  // A section that shows once with the names of VIEW in reach.
  View& section(Name name, View view);

  // Makes VALUE, which is fresh, the value of NAME, and returns true if there is one. It is valid
  // until the view is changed or moved.
  bool find(const Name& name, Value& value) const;
  // The same as a result.
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

  // An object with its getters, and what calls the one of a name.
  struct Object {
    const void* object = nullptr;
    const void* getters = nullptr;
    size_t count = 0;
    bool (*ask)(const Object& object, const Name& name, Value& value) = nullptr;
  };

  template <class Type>
  static bool ask(const Object& object, const Name& name, Value& value) {
    const auto* getters = static_cast<const Getter<Type>*>(object.getters);
    for (size_t at = 0; at < object.count; ++at) {
      if (getters[at].name != name) continue;
      getters[at].get(*static_cast<const Type*>(object.object), value);
      return true;
    }
    return false;
  }

  Entry& add(Name name, Kind kind);
  void get(const Entry& entry, Value& value) const;

  Object object_;

  std::vector<Entry> entries_;
  std::string texts_;  // of all entries, one after the other
  mutable std::vector<Piece> pieces_;
  std::vector<List> lists_;
  std::shared_ptr<Rest> rest_;  // copies of the view share it
};

// GETTERS with MORE behind them.
template <class Object, size_t count, size_t more_count>
constexpr std::array<View::Getter<Object>, count + more_count> joined(
    const std::array<View::Getter<Object>, count>& getters,
    const std::array<View::Getter<Object>, more_count>& more) {
  std::array<View::Getter<Object>, count + more_count> all;
  std::copy(getters.begin(), getters.end(), all.begin());
  std::copy(more.begin(), more.end(), all.begin() + count);
  return all;
}

}  // namespace yaodian
