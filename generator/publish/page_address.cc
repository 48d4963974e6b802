#include "publish/page_address.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "base/text.h"

namespace yaodian {
namespace {

// The references that an escaped address may hold, and those that hide a scheme.
char32_t referred(std::string_view name) {
  static constexpr std::pair<std::string_view, char32_t> kNames[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
  for (const auto& [known, character] : kNames) {
    if (known == name) return character;
  }
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  uint32_t code = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
  const bool whole = read.ec == std::errc() && read.ptr == name.data() + name.size();
  return whole && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) ? code : 0;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decode_percents(std::string_view text) {
  std::string decoded;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool whole = text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
                       hex_digit(text[at + 2]) >= 0;
    decoded += whole ? static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2]))
                     : text[at];
    if (whole) at += 2;
  }
  return decoded;
}

// What stands before the ':' of an address that begins with a scheme, in lower case; "" if none.
std::string scheme_of(std::string_view address) {
  const size_t end = address.find_first_of(":/?#");
  if (end == address.npos || address[end] != ':') return {};
  std::string scheme(address.substr(0, end));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return scheme;
}

// Follows PATH from FOLDER into RESULT. Returns false if it leads out of the site.
bool follow(std::string_view folder, std::string_view path, std::string& result) {
  std::vector<std::string_view> names;
  for (const std::string_view part : {folder, path}) {
    for (const std::string_view name : split(part, '/')) {
      if (name.empty() || name == ".") continue;
      if (name != "..") {
        names.push_back(name);
      } else if (names.empty()) {
        return false;
      } else {
        names.pop_back();
      }
    }
  }
  for (const std::string_view name : names) result.append(result.empty() ? "" : "/").append(name);
  const bool is_folder =
      path.ends_with('/') || path.ends_with("/.") || path.ends_with("..") || path == ".";
  if (is_folder) result += '/';
  return true;
}

}  // namespace

std::string decode_references(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    const size_t begin = text.find('&');
    decoded += text.substr(0, begin);
    if (begin == text.npos) break;
    text.remove_prefix(begin);
    const size_t end = text.find(';');
    const char32_t character = end == text.npos ? 0 : referred(text.substr(1, end - 1));
    if (character != 0) {
      append_character(decoded, character);
      text.remove_prefix(end + 1);
    } else {
      decoded += '&';
      text.remove_prefix(1);
    }
  }
  return decoded;
}

PageAddress read_page_address(std::string_view folder, std::string_view address) {
  std::string text = decode_references(address);
  const auto is_dropped = [](char c) { return c == '\t' || c == '\n' || c == '\r'; };
  std::erase_if(text, is_dropped);
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_blank));
  while (!text.empty() && is_blank(text.back())) text.pop_back();
  PageAddress result;
  if (text.empty()) return result;
  const std::string scheme = scheme_of(text);
  if (scheme == "javascript" || scheme == "vbscript") {
    result.leads = Leads::code;
  } else if (scheme == "data") {
    result.leads = Leads::data;
  } else if (!scheme.empty() || text.starts_with("//") || text.starts_with("\\\\")) {
    result.leads = Leads::outside;
  } else if (text.starts_with('/')) {
    result.leads = Leads::absolute;
  } else {
    const size_t hash = text.find('#');
    if (hash != text.npos)
      result.fragment = decode_percents(std::string_view(text).substr(hash + 1));
    text.resize(std::min(hash, text.size()));
    text.resize(std::min(text.find('?'), text.size()));
    const bool inside = text.empty() || follow(folder, decode_percents(text), result.path);
    result.leads = inside ? Leads::inside : Leads::above;
  }
  return result;
}

}  // namespace yaodian
