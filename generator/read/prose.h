// Chinese prose in Markdown: what CommonMark, made for languages with spaces, gets wrong there.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace yaodian::markdown {

// Returns TEXT with U+2060 beside each run of * that punctuation would keep from being emphasis in
// Chinese: by the CommonMark rule "**重点：**加强" has none, nor has "达到**[88%](…)**".
std::string repair_emphasis(std::string_view text);

// Returns TEXT without U+2060.
std::string without_joiners(std::string_view text);

// True where LATER continues EARLIER over a line break without a space: both meet in a Chinese
// character.
bool joins_without_space(std::string_view earlier, std::string_view later);

// Takes the number ("一、", "（一）", "1.") off a heading's TEXT and returns it; "" if there is
// none.
std::string_view take_number(std::string_view& text);

// Returns the sentence of BLOCK, plain text, around the bytes from BEGIN to END. A sentence that
// goes on for more than a thousand bytes before or after them is cut there with "…".
std::string sentence_around(std::string_view block, size_t begin, size_t end);

// What a line was meant to be, and how to write it so.
struct Lookalike {
  Text meant;
  Text way_out;
};

// Returns what LINE, the trimmed first line of a paragraph, was meant to be if it looks like
// Markdown and is not: "#标题", "＃ 标题", "1.第一", "1、第一". Nothing for other lines.
std::optional<Lookalike> lookalike(std::string_view line);

// Returns the offset of the first bracket of TEXT, what is shown as it is written, that the address
// of a link on the site stands in: "（table:members）". npos if there is none.
size_t find_raw_link(std::string_view text);

// Warns of each such bracket in TEXT, whose byte at OFFSET stands at POSITION_OF(OFFSET).
void warn_of_raw_links(std::string_view text,
                       const std::function<Position(size_t offset)>& position_of,
                       Diagnostics& diagnostics);

}  // namespace yaodian::markdown
