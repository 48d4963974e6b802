#include "read/prose.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/rules.h"
#include "base/text.h"
#include "read/address.h"

namespace yaodian::markdown {
namespace {

constexpr std::string_view kJoiner = "\u2060";

bool is_punctuation(char32_t c) {
  return c > 0x20 && c != U'\u3000' && c != 0x2060 && !is_letter_or_digit(c);
}
bool is_space(char32_t c) {
  return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == U'\u3000' || c == 0xA0;
}

// True if a run of * between INNER and OUTER is no emphasis only because the one is punctuation and
// the other a letter, and one of them is Chinese.
bool keeps_from_emphasis(char32_t inner, char32_t outer) {
  return is_punctuation(inner) && !is_space(outer) && !is_punctuation(outer) &&
         (inner > 0x7F || is_chinese(outer));
}

// The first or last character of TEXT; 0 where it is empty.
char32_t first_character(std::string_view text) { return text.empty() ? 0 : take_character(text); }
char32_t last_character(std::string_view text) {
  size_t last = text.size() - std::min<size_t>(text.size(), 1);
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
  return first_character(text.substr(last));
}

constexpr std::u32string_view kOpening = U"([{“‘《〈（【「『〔", kClosing = U")]}”’》〉）】」』〕";

}  // namespace

std::string repair_emphasis(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  size_t written = 0;
  for (size_t at = 0; (at = text.find('*', at)) != text.npos;) {
    const size_t backslashes = at - (text.substr(0, at).find_last_not_of('\\') + 1);
    if (backslashes % 2 == 1) {
      ++at;
      continue;
    }
    const size_t end = std::min(text.find_first_not_of('*', at), text.size());
    const char32_t before = backslashes > 0 ? 0 : last_character(text.substr(0, at)),
                   after = first_character(text.substr(end));
    const bool inner_left =
        keeps_from_emphasis(before, after) && kOpening.find(before) == kOpening.npos;
    const bool inner_right =
        keeps_from_emphasis(after, before) && kClosing.find(after) == kClosing.npos;
    repaired += text.substr(written, at - written);
    if (inner_left) repaired += kJoiner;
    repaired += text.substr(at, end - at);
    if (inner_right) repaired += kJoiner;
    written = at = end;
  }
  repaired += text.substr(written);
  return repaired;
}

std::string without_joiners(std::string_view text) {
  std::string clean(text);
  for (size_t at = 0; (at = clean.find(kJoiner, at)) != clean.npos;)
    clean.erase(at, kJoiner.size());
  return clean;
}

bool joins_without_space(std::string_view earlier, std::string_view later) {
  return is_chinese(last_character(earlier)) && is_chinese(first_character(later));
}

std::string_view take_number(std::string_view& text) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百〇零";
  const std::string_view whole = text;
  std::string_view rest = text;
  const bool bracket = rest.starts_with("（");
  if (bracket) rest.remove_prefix(std::string_view("（").size());
  size_t chinese = 0, ascii = 0;
  while (!rest.empty()) {
    std::string_view next = rest;
    const char32_t c = take_character(next);
    if (kNumerals.find(c) != kNumerals.npos && ascii == 0)
      ++chinese;
    else if (c >= '0' && c <= '9' && chinese == 0)
      ++ascii;
    else
      break;
    rest = next;
  }
  if (chinese + ascii == 0 || rest.empty()) return {};
  const char32_t end = take_character(rest);
  const bool closed = bracket       ? end == U'）'
                      : chinese > 0 ? end == U'、'
                                    : end == '.' || end == U'．' || end == U'、';
  if (!closed) return {};
  const std::string_view number = whole.substr(0, whole.size() - rest.size());
  text = trim(rest);
  return number;
}

std::string sentence_around(std::string_view block, size_t begin, size_t end) {
  constexpr std::string_view kEnds[] = {"。", "！", "？", "；", "\n"};
  constexpr size_t kNear = 1000;  // bytes: a block may be a megabyte of links
  const auto continues = [&](size_t at) {
    return at < block.size() && (static_cast<unsigned char>(block[at]) & 0xC0) == 0x80;
  };
  size_t from = begin - std::min(begin, kNear), to = end + std::min(block.size() - end, kNear);
  while (continues(from)) ++from;
  while (continues(to)) --to;
  bool cut_front = from > 0, cut_back = to < block.size();
  const std::string_view earlier = block.substr(from, begin - from),
                         later = block.substr(end, to - end);
  for (const std::string_view mark : kEnds) {
    const size_t before = earlier.rfind(mark);
    if (before != earlier.npos) {
      cut_front = false;
      from = std::max(from, begin - earlier.size() + before + mark.size());
    }
    const size_t after = later.find(mark);
    if (after != later.npos) {
      cut_back = false;
      to = std::min(to, end + after + (mark == "\n" || mark == "；" ? 0 : mark.size()));
    }
  }
  const std::string_view sentence = trim(block.substr(from, to - from));
  return (cut_front ? "…" : "") + std::string(sentence) + (cut_back ? "…" : "");
}

std::optional<Lookalike> lookalike(std::string_view line) {
  constexpr Text kHeading{"标题", "a heading"}, kItem{"列表项", "a list item"};
  const auto after = [&](std::string_view characters) {
    return line.substr(std::min(line.find_first_not_of(characters), line.size()));
  };
  if (line.starts_with('#') && !after("#").empty())
    return Lookalike{kHeading, {"“#”后面加一个空格。", "put a space after \"#\""}};
  if (line.starts_with("＃"))
    return Lookalike{kHeading, {"改成半角“#”加一个空格。", "write an ASCII \"#\" and a space"}};
  if (line.size() > 1 && line.starts_with('|') && line.ends_with('|')) {
    return Lookalike{{"表格", "a table"},
                     {"表格写成 tables 里的任务表，再用 ![标题](table:编号) 嵌入。",
                      "make it a task table and embed it by ![caption](table:ID)"}};
  }
  std::string_view rest = after("0123456789");
  const size_t digits = line.size() - rest.size();
  if (digits == 0 || digits > 2) return std::nullopt;
  if (rest.starts_with("、"))
    return Lookalike{kItem, {"改成“1.”加一个空格。", "write \"1.\" and a space"}};
  if (!rest.starts_with('.') || rest.size() == 1) return std::nullopt;
  rest.remove_prefix(1);
  if (!is_chinese(take_character(rest))) return std::nullopt;
  return Lookalike{kItem, {"“1.”后面加一个空格。", "put a space after \"1.\""}};
}

size_t find_raw_link(std::string_view text) {
  constexpr std::string_view kBrackets[] = {"(", "（"};
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); (at = find_any<'(', '\xEF'>(at, end)) != end; ++at) {
    const auto offset = static_cast<size_t>(at - text.data());
    for (const std::string_view bracket : kBrackets) {
      const std::string_view rest = text.substr(offset);
      if (rest.starts_with(bracket) && begins_with_scheme(trim(rest.substr(bracket.size()))))
        return offset;
    }
  }
  return text.npos;
}

void warn_of_raw_links(std::string_view text,
                       const std::function<Position(size_t offset)>& position_of,
                       Diagnostics& diagnostics) {
  constexpr size_t kLongest = 40;  // characters
  size_t offset = 0;
  for (size_t at; (at = find_raw_link(text)) != text.npos;) {
    text.remove_prefix(at);
    offset += at;
    std::string shown = without_joiners(first_characters(text, kLongest));
    const size_t end = std::min(shown.find(')'), shown.find("）"));
    if (end != shown.npos) shown.resize(end + (shown[end] == ')' ? 1 : 3));
    diagnostics.report(rule::doubtful_markdown, position_of(offset), shown,
                       {shown, Text{"链接", "a link"},
                        Text{"写成 [文字](table:编号)：方括号、圆括号、冒号用半角，中间不空格。",
                             "write [text](table:ID) with ASCII brackets and colon, and no space "
                             "between"}});
    const size_t left = text.size();
    take_character(text);
    offset += left - text.size();
  }
}

}  // namespace yaodian::markdown
