#include "read/fields.h"

#include <algorithm>
#include <charconv>

#include "base/rules.h"
#include "base/text.h"

namespace yaodian {
namespace {

constexpr Text kMap{"“键: 值”的组合", "a map of \"key: value\""};
constexpr Text kList{"列表", "a list"};
constexpr Text kSpacedList{"列表：每一项写成“- …”，“-”后面要空一格",
                           "a list: each item is \"- …\", with a space after \"-\""};
constexpr Text kText{"文字", "text"};
constexpr Text kInteger{"整数", "a whole number"};
const std::vector<yaml::Value> kNone;

}  // namespace

bool is_id(std::string_view text) {
  const auto inner = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && text.size() <= 64 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), inner);
}

std::string join(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : "、") + name;
  return joined;
}

Fields::Fields(const yaml::Value& map, std::string_view name, Diagnostics& diagnostics)
    : map_(map), diagnostics_(diagnostics), usable_(map.is_map()) {
  if (!usable_ && !report_slip(map))
    diagnostics.report(rule::wrong_type, map.position, map.text, {std::string(name), kMap});
}

Fields::~Fields() {
  if (!usable_) return;
  for (size_t at = 0; at + 1 < map_.items.size(); at += 2) {
    const yaml::Value& key = map_.items[at];
    const bool asked = std::find(asked_.begin(), asked_.end(), key.text) != asked_.end();
    if (asked || report_slip(key)) continue;
    diagnostics_.report(rule::unknown_key, key.position, key.text, {key.text, join(asked_)},
                        diagnostics_.suggest(key.text, asked_));
  }
}

bool Fields::report_slip(const yaml::Value& value) {
  const std::string& text = value.text;
  if (text.starts_with("\u3000")) {
    diagnostics_.report(rule::bad_indent, value.position, "",
                        {Text{"全角空格", "a full-width space"}});
  } else if (text.find(':') != text.npos) {
    diagnostics_.report(rule::missing_space, value.position, text, {text});
  } else if (text.find("：") != text.npos) {
    diagnostics_.report(rule::full_width_syntax, value.position, text,
                        {std::string("："), std::string(": ")});
  } else {
    return false;
  }
  return true;
}

const yaml::Value* Fields::optional(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  const yaml::Value* value = usable_ ? map_.find(key) : nullptr;
  return value && value->kind != yaml::Kind::nothing ? value : nullptr;
}

const yaml::Value* Fields::required(std::string_view key) {
  const yaml::Value* value = optional(key);
  if (!value && usable_)
    diagnostics_.report(rule::missing_key, map_.position, "", {std::string(key)});
  return value;
}

const std::string* Fields::text_of(const yaml::Value* value, std::string_view key) {
  if (!value) return nullptr;
  if (value->is_text()) return &value->text;
  diagnostics_.report(rule::wrong_type, value->position, "", {std::string(key), kText});
  return nullptr;
}

std::string Fields::text(std::string_view key) {
  const std::string* written = text_of(required(key), key);
  if (!written) return "";
  const std::string text(trim(*written));
  if (text.empty())
    diagnostics_.report(rule::missing_key, position_of(key), "", {std::string(key)});
  return text;
}

std::string Fields::optional_text(std::string_view key) {
  const std::string* text = text_of(optional(key), key);
  return text ? std::string(trim(*text)) : "";
}

std::optional<Date> Fields::date_of(const yaml::Value* value) {
  if (!value) return std::nullopt;
  const auto date = Date::parse(value->text);
  if (!date) diagnostics_.report(rule::not_a_date, value->position, value->text, {value->text});
  return date;
}

std::optional<Date> Fields::optional_date(std::string_view key) { return date_of(optional(key)); }
std::optional<Date> Fields::date(std::string_view key) { return date_of(required(key)); }

int Fields::optional_integer(std::string_view key, int fallback) {
  const yaml::Value* value = optional(key);
  if (!value) return fallback;
  int number = 0;
  const char* end = value->text.data() + value->text.size();
  const auto [stop, error] = std::from_chars(value->text.data(), end, number);
  if (value->is_text() && error == std::errc() && stop == end) return number;
  diagnostics_.report(rule::wrong_type, value->position, value->text, {std::string(key), kInteger});
  return fallback;
}

bool Fields::flag(std::string_view key) { return choice(key, {"false", "true"}, 0) == 1; }

std::vector<std::string> Fields::optional_texts(std::string_view key) {
  const yaml::Value* value = optional(key);
  if (!value) return {};
  if (value->is_text()) return {value->text};
  std::vector<std::string> texts;
  for (const yaml::Value& item : list_of(value, key)) {
    const std::string* text = text_of(&item, key);
    if (text && trim(*text).empty())
      diagnostics_.report(rule::wrong_type, item.position, "", {std::string(key), kText});
    else if (text)
      texts.push_back(*text);
  }
  return texts;
}

size_t Fields::choice(std::string_view key, const std::vector<std::string>& choices,
                      size_t fallback) {
  const yaml::Value* value = optional(key);
  const std::string* text = text_of(value, key);
  if (!text) return fallback;
  const auto found = std::find(choices.begin(), choices.end(), *text);
  if (found != choices.end()) return static_cast<size_t>(found - choices.begin());
  diagnostics_.report(rule::not_a_choice, value->position, *text,
                      {std::string(key), *text, join(choices)},
                      diagnostics_.suggest(*text, choices));
  return fallback;
}

std::string Fields::id(std::string_view key) {
  const std::string* text = text_of(required(key), key);
  if (!text) return {};
  if (!is_id(*text)) diagnostics_.report(rule::bad_file_name, position_of(key), *text, {*text});
  return *text;
}

const std::vector<yaml::Value>& Fields::list_of(const yaml::Value* value, std::string_view key) {
  if (!value) return kNone;
  if (value->is_list()) return value->items;
  diagnostics_.report(rule::wrong_type, value->position, value->text,
                      {std::string(key), value->text.starts_with("-") ? kSpacedList : kList});
  return kNone;
}

const std::vector<yaml::Value>& Fields::optional_items(std::string_view key) {
  return list_of(optional(key), key);
}
const std::vector<yaml::Value>& Fields::items(std::string_view key) {
  return list_of(required(key), key);
}

const std::vector<yaml::Value>& Fields::optional_entries(std::string_view key) {
  const yaml::Value* value = optional(key);
  if (!value) return kNone;
  if (value->is_map()) return value->items;
  if (!report_slip(*value))
    diagnostics_.report(rule::wrong_type, value->position, value->text, {std::string(key), kMap});
  return kNone;
}

Position Fields::position_of(std::string_view key) const {
  const yaml::Value* value = usable_ ? map_.find(key) : nullptr;
  return value ? value->position : map_.position;
}

}  // namespace yaodian
