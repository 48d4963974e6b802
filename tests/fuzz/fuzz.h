// What the fuzz targets demand of every input. A target is a file NAME_fuzz.cc with
// LLVMFuzzerTestOneInput; its corpus is corpus/NAME, its words (optional) are NAME.dict.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/text.h"

namespace yaodian::fuzz {

// Ends the run, which the fuzzer keeps as a finding, unless HOLDS.
inline void require(bool holds, const char* what, std::string_view about = {}) {
  if (holds) return;
  std::fprintf(stderr, "This does not hold: %s\n%s\n", what, std::string(about).c_str());
  std::abort();
}

// True for what the content is read from: other texts are refused before they are parsed.
inline bool is_readable(std::string_view text) {
  return !find_invalid_utf8(text) && !find_invisible(text);
}

inline void require_utf8(std::string_view text, const char* what) {
  require(!find_invalid_utf8(text), what, text);
}

// Every message stands in its source and can be shown.
inline void require_messages(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics.all()) {
    const Position& at = one.position;
    if (at.known() && at.line > 0) {
      const std::string& text = at.source->text;
      const auto breaks = static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
      require(at.line <= breaks + 1, "a message stands on a line of its file", one.rule->id);
      require(at.column >= 1 && at.column <= count_characters(line_of(text, at.line)) + 1,
              "a message stands in its line", one.rule->id);
    }
    for (const Language language : {Language::zh, Language::en}) {
      const std::string shown = format(one, language, false);
      require_utf8(shown, "a message is UTF-8");
      require(shown.ends_with('\n'), "a message ends its line", shown);
      require(!find_invisible(shown), "a message holds no control characters", shown);
    }
  }
}

// HTML has no element, attribute or address that runs anything: it comes from text that should
// have been escaped. It is read as a tokenizer would, with quotes of attributes.
inline void require_harmless(std::string_view html) {
  require_utf8(html, "a page is UTF-8");
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto is_name = [&](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  for (size_t at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    const bool closing = html.substr(at + 1).starts_with('/');
    at += closing ? 2 : 1;
    if (html.substr(at).starts_with('!')) {
      require(html.substr(at).starts_with("!DOCTYPE html>") || html.substr(at).starts_with("!--"),
              "a declaration is one of the templates", html.substr(at, 40));
      continue;
    }
    std::string name;
    for (; at < html.size() && is_name(html[at]); ++at) name += lower(html[at]);
    require(!name.empty(), "a < begins a tag", html.substr(at > 20 ? at - 20 : 0, 60));
    require(name != "iframe" && name != "object" && name != "embed" && name != "style" &&
                name != "base" && name != "form",
            "no element loads or styles anything", name);
    while (at < html.size() && html[at] != '>') {
      std::string attribute, value;
      for (; at < html.size() && is_name(html[at]); ++at) attribute += lower(html[at]);
      if (attribute.empty()) {
        ++at;
        continue;
      }
      if (!html.substr(at).starts_with("=\"")) continue;
      const size_t end = html.find('"', at + 2);
      require(end != html.npos, "an attribute's value is closed", attribute);
      value = html.substr(at + 2, end - at - 2);
      at = end + 1;
      require(!attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc",
              "no attribute runs or styles anything", attribute);
      const std::string scheme = value.substr(0, value.find(':'));
      const bool address = attribute == "href" || attribute == "src" || attribute == "action";
      require(!address || scheme.size() == value.size() || scheme == "http" || scheme == "https" ||
                  scheme.find_first_of("/#?") != scheme.npos,
              "an address leads to a page", value);
    }
  }
}

}  // namespace yaodian::fuzz
