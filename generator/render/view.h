// What a page tells its template: names with values. All values are HTML already: text is escaped
// as it is set, so
// "{{name}}" in a template is always right.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/html.h"

namespace yaodian {

class View {
 public:
  // A section repeats for a list, shows once for true and for text, and not at all for false and an
  // empty list.
  using Value = std::variant<bool, std::string, std::vector<View>>;

  // NAME must outlive the view: a literal. A name is set once.
  View& text(std::string_view name, std::string_view text);
  // As text(), but false where TEXT is empty, so that "{{#name}}" asks whether there is any.
  View& text_if(std::string_view name, std::string_view text);
  View& html(std::string_view name, Html html);
  View& html_if(std::string_view name, Html html);
  View& flag(std::string_view name, bool flag);
  View& number(std::string_view name, size_t number);
  View& list(std::string_view name, std::vector<View> items);
  // A section that shows once with the names of VIEW in reach.
  View& section(std::string_view name, View view);

  // Returns the value of NAME, or nullptr.
  const Value* find(std::string_view name) const;

 private:
  void add(std::string_view name, Value value);

  std::vector<std::pair<std::string_view, Value>> values_;
};

}  // namespace yaodian
