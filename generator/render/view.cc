#include "render/view.h"

#include <cassert>

namespace yaodian {

View& View::text(std::string_view name, std::string_view text) {
  std::string escaped;
  escape_html(escaped, text);
  add(name, std::move(escaped));
  return *this;
}

View& View::text_if(std::string_view name, std::string_view text) {
  return text.empty() ? flag(name, false) : this->text(name, text);
}

View& View::html(std::string_view name, Html html) {
  add(name, std::move(html).str());
  return *this;
}

View& View::html_if(std::string_view name, Html html) {
  return html.is_empty() ? flag(name, false) : this->html(name, std::move(html));
}

View& View::flag(std::string_view name, bool flag) {
  add(name, flag);
  return *this;
}

View& View::number(std::string_view name, size_t number) {
  add(name, std::to_string(number));
  return *this;
}

View& View::list(std::string_view name, std::vector<View> items) {
  add(name, std::move(items));
  return *this;
}

View& View::section(std::string_view name, View view) {
  std::vector<View> one;
  one.push_back(std::move(view));
  return list(name, std::move(one));
}

void View::add(std::string_view name, Value value) {
  assert(!find(name));
  if (values_.empty()) values_.reserve(16);
  values_.emplace_back(name, std::move(value));
}

const View::Value* View::find(std::string_view name) const {
  for (const auto& [known, value] : values_) {
    if (known == name) return &value;
  }
  return nullptr;
}

}  // namespace yaodian
