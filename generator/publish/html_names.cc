#include "publish/html_names.h"

#include <algorithm>

namespace yaodian {
namespace {

// The element names that matter, in a table of open addresses.
struct Traits {
  uint64_t hash = 0;
  uint8_t traits = 0;
};
constexpr size_t kSlots = 256;

constexpr std::array<Traits, kSlots> make_traits() {
  std::array<Traits, kSlots> table{};
  const auto add = [&](std::string_view name, uint8_t traits) {
    const uint64_t hash = name_hash(name);
    size_t at = hash * kSpread >> 56;
    while (table[at].hash != 0) at = (at + 1) % kSlots;
    table[at] = {hash, traits};
  };
  for (const char* name : {"area", "base", "br", "col", "embed", "img", "input", "link", "meta",
                           "param", "source", "track", "wbr"})
    add(name, kVoid);
  for (const char* name :
       {"address", "article", "aside",   "blockquote", "center",     "details", "dialog",
        "dir",     "div",     "dl",      "fieldset",   "figcaption", "figure",  "footer",
        "form",    "h1",      "h2",      "h3",         "h4",         "h5",      "h6",
        "header",  "hgroup",  "main",    "menu",       "nav",        "ol",      "pre",
        "search",  "section", "summary", "table",      "ul"})
    add(name, kBlock);
  add("hr", kVoid | kBlock);
  add("p", kParagraph | kBlock);
  add("a", kAnchor);
  for (const char* name : {"svg", "math"}) add(name, kForeign);
  for (const char* name : {"script", "style"}) add(name, kRaw);
  return table;
}

constexpr std::array<Traits, kSlots> kTraits = make_traits();

// The named characters of HTML 4, and &apos;, in the order of their bytes.
constexpr std::string_view kCharacters[] = {
    "AElig",   "Aacute",  "Acirc",  "Agrave", "Alpha",   "Aring",    "Atilde", "Auml",   "Beta",
    "Ccedil",  "Chi",     "Dagger", "Delta",  "ETH",     "Eacute",   "Ecirc",  "Egrave", "Epsilon",
    "Eta",     "Euml",    "Gamma",  "Iacute", "Icirc",   "Igrave",   "Iota",   "Iuml",   "Kappa",
    "Lambda",  "Mu",      "Ntilde", "Nu",     "OElig",   "Oacute",   "Ocirc",  "Ograve", "Omega",
    "Omicron", "Oslash",  "Otilde", "Ouml",   "Phi",     "Pi",       "Prime",  "Psi",    "Rho",
    "Scaron",  "Sigma",   "THORN",  "Tau",    "Theta",   "Uacute",   "Ucirc",  "Ugrave", "Upsilon",
    "Uuml",    "Xi",      "Yacute", "Yuml",   "Zeta",    "aacute",   "acirc",  "acute",  "aelig",
    "agrave",  "alefsym", "alpha",  "amp",    "and",     "ang",      "apos",   "aring",  "asymp",
    "atilde",  "auml",    "bdquo",  "beta",   "brvbar",  "bull",     "cap",    "ccedil", "cedil",
    "cent",    "chi",     "circ",   "clubs",  "cong",    "copy",     "crarr",  "cup",    "curren",
    "dArr",    "dagger",  "darr",   "deg",    "delta",   "diams",    "divide", "eacute", "ecirc",
    "egrave",  "empty",   "emsp",   "ensp",   "epsilon", "equiv",    "eta",    "eth",    "euml",
    "euro",    "exist",   "fnof",   "forall", "frac12",  "frac14",   "frac34", "frasl",  "gamma",
    "ge",      "gt",      "hArr",   "harr",   "hearts",  "hellip",   "iacute", "icirc",  "iexcl",
    "igrave",  "image",   "infin",  "int",    "iota",    "iquest",   "isin",   "iuml",   "kappa",
    "lArr",    "lambda",  "lang",   "laquo",  "larr",    "lceil",    "ldquo",  "le",     "lfloor",
    "lowast",  "loz",     "lrm",    "lsaquo", "lsquo",   "lt",       "macr",   "mdash",  "micro",
    "middot",  "minus",   "mu",     "nabla",  "nbsp",    "ndash",    "ne",     "ni",     "not",
    "notin",   "nsub",    "ntilde", "nu",     "oacute",  "ocirc",    "oelig",  "ograve", "oline",
    "omega",   "omicron", "oplus",  "or",     "ordf",    "ordm",     "oslash", "otilde", "otimes",
    "ouml",    "para",    "part",   "permil", "perp",    "phi",      "pi",     "piv",    "plusmn",
    "pound",   "prime",   "prod",   "prop",   "psi",     "quot",     "rArr",   "radic",  "rang",
    "raquo",   "rarr",    "rceil",  "rdquo",  "real",    "reg",      "rfloor", "rho",    "rlm",
    "rsaquo",  "rsquo",   "sbquo",  "scaron", "sdot",    "sect",     "shy",    "sigma",  "sigmaf",
    "sim",     "spades",  "sub",    "sube",   "sum",     "sup",      "sup1",   "sup2",   "sup3",
    "supe",    "szlig",   "tau",    "there4", "theta",   "thetasym", "thinsp", "thorn",  "tilde",
    "times",   "trade",   "uArr",   "uacute", "uarr",    "ucirc",    "ugrave", "uml",    "upsih",
    "upsilon", "uuml",    "weierp", "xi",     "yacute",  "yen",      "yuml",   "zeta",   "zwj",
    "zwnj"};
static_assert(std::is_sorted(std::begin(kCharacters), std::end(kCharacters)));

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_number(std::string_view digits) {
  const bool hex = !digits.empty() && lower(digits.front()) == 'x';
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return false;
  uint32_t code = 0;
  for (const char c : digits) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(hex && lower(c) >= 'a' && lower(c) <= 'f')) return false;
    code = code * (hex ? 16 : 10) + static_cast<uint32_t>(digit ? c - '0' : lower(c) - 'a' + 10);
  }
  return code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

}  // namespace

uint8_t traits_of(uint64_t hash) {
  for (size_t at = hash * kSpread >> 56; kTraits[at].hash != 0; at = (at + 1) % kSlots) {
    if (kTraits[at].hash == hash) return kTraits[at].traits;
  }
  return 0;
}

bool is_reference(std::string_view name) {
  if (name.starts_with('#')) return is_number(name.substr(1));
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot") return true;
  return std::binary_search(std::begin(kCharacters), std::end(kCharacters), name);
}

bool equal_names(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return kClasses[byte(c)] & kSpace; });
}

bool is_reference_only(std::string_view rel) {
  for (const char* name :
       {"canonical", "alternate", "author", "help", "license", "next", "prev", "search", "me"}) {
    if (equal_names(rel, name)) return true;
  }
  return false;
}

}  // namespace yaodian
