#include "render/view.h"

#include <algorithm>
#include <cassert>

namespace yaodian {
namespace {

// What a view of some size needs, so that it seldom grows.
constexpr size_t kUsualEntries = 12, kUsualText = 96, kUsualPieces = 4, kUsualLists = 2;
constexpr size_t kLongText = 4096;

}  // namespace

View& View::text(Name name, std::string_view text) {
  if (texts_.empty()) texts_.reserve(kUsualText);
  const auto begin = static_cast<uint32_t>(texts_.size());
  escape_html(texts_, text);
  Entry& entry = add(name, Kind::text);
  entry.begin = begin;
  entry.size = static_cast<uint32_t>(texts_.size() - begin);
  return *this;
}

View& View::text_if(Name name, std::string_view text) {
  return text.empty() ? flag(name, false) : this->text(name, text);
}

View& View::html(Name name, Html html) {
  if (html.str().size() > kLongText) {  // not copied
    add(name, Kind::piece).begin = static_cast<uint32_t>(pieces_.size());
    pieces_.push_back({std::move(html), {}});
    return *this;
  }
  Entry& entry = add(name, Kind::text);
  entry.begin = static_cast<uint32_t>(texts_.size());
  entry.size = static_cast<uint32_t>(html.str().size());
  texts_ += html.str();
  return *this;
}

View& View::html_if(Name name, Html html) {
  return html.is_empty() ? flag(name, false) : this->html(name, std::move(html));
}

View& View::flag(Name name, bool flag) {
  add(name, flag ? Kind::yes : Kind::no);
  return *this;
}

View& View::number(Name name, size_t number) { return text(name, std::to_string(number)); }

View& View::list(Name name, std::vector<View> items) {
  add(name, Kind::list).begin = static_cast<uint32_t>(lists_.size());
  lists_.push_back({std::move(items), {}});
  return *this;
}

View& View::html_when_asked(Name name, MakeHtml make) {
  add(name, Kind::piece).begin = static_cast<uint32_t>(pieces_.size());
  if (pieces_.empty()) pieces_.reserve(kUsualPieces);
  pieces_.push_back({{}, std::move(make)});
  return *this;
}

View& View::list_when_asked(Name name, MakeItems make) {
  add(name, Kind::list).begin = static_cast<uint32_t>(lists_.size());
  if (lists_.empty()) lists_.reserve(kUsualLists);
  lists_.push_back({{}, std::move(make)});
  return *this;
}

View& View::rest_when_asked(std::span<const Name> names, MakeView make) {
  assert(!rest_);
  rest_ = std::make_shared<Rest>(Rest{names, std::move(make), nullptr});
  return *this;
}

View& View::section(Name name, View view) {
  std::vector<View> one;
  one.push_back(std::move(view));
  return list(name, std::move(one));
}

View::Entry& View::add(Name name, Kind kind) {
  assert(!find(name));
  if (entries_.empty()) entries_.reserve(kUsualEntries);
  return entries_.emplace_back(Entry{name, kind});
}

void View::get(const Entry& entry, Value& value) const {
  value.flag_ = entry.kind != Kind::no;
  if (entry.kind == Kind::text) {
    value.text_ = std::string_view(texts_).substr(entry.begin, entry.size);
  } else if (entry.kind == Kind::piece) {
    Piece& piece = pieces_[entry.begin];
    if (piece.make) piece.html = std::exchange(piece.make, nullptr)();
    value.set_html(std::as_const(piece.html));
  } else if (entry.kind == Kind::list) {
    const List& list = lists_[entry.begin];
    if (list.make)
      value.set_list(list.make());
    else
      value.items_ = &list.items;
  }
}

bool View::find(const Name& name, Value& value) const {
  if (object_.ask && object_.ask(object_, name, value)) return true;
  for (const Entry& entry : entries_) {
    if (entry.name == name) return get(entry, value), true;
  }
  if (!rest_ || std::ranges::find(rest_->names, name) == rest_->names.end()) return false;
  if (!rest_->made) rest_->made = std::make_unique<const View>(rest_->make());
  return rest_->made->find(name, value);
}

std::optional<View::Value> View::find(const Name& name) const {
  Value value;
  return find(name, value) ? std::optional(std::move(value)) : std::nullopt;
}

void View::Value::set_text(std::string_view text) {
  flag_ = true;
  is_made_ = needs_escape(text);
  if (is_made_)
    escape_html(made_text_, text);
  else
    text_ = text;
}

void View::Value::set_text(std::string&& text) {
  flag_ = is_made_ = true;
  if (needs_escape(text))
    escape_html(made_text_, text);
  else
    made_text_ = std::move(text);
}

void View::Value::set_text_if(std::string&& text) {
  if (!text.empty()) set_text(std::move(text));
}

void View::Value::set_text_if(const std::string& text) {
  if (!text.empty()) set_text(text);
}

void View::Value::set_html(const Html& html) {
  flag_ = !html.is_empty();
  text_ = html.str();
}

void View::Value::set_html(Html&& html) {
  flag_ = !html.is_empty();
  is_made_ = true;
  made_text_ = std::move(html).str();
}

void View::Value::set_list(std::vector<View> items) {
  has_made_items_ = true;
  made_items_ = std::move(items);
}

}  // namespace yaodian
