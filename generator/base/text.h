// Text as people write it in Chinese: characters, widths on a terminal, equal forms, nearest names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yaodian {

// Returns the byte offset of the first byte of TEXT that is not UTF-8, or nothing if all of it is.
std::optional<size_t> find_invalid_utf8(std::string_view text);

// True for a character that no reader sees and that changes what stands around it or tells two
// equal texts apart: controls other than tab and line breaks, marks and overrides of writing
// direction, zero-width spaces and joiners, line separators, fillers, noncharacters.
bool is_invisible(char32_t character);

// Returns the byte offset of the first invisible character of TEXT, which is UTF-8, or nothing. A
// carriage return without a line feed is one.
std::optional<size_t> find_invisible(std::string_view text);

// Takes the first character off TEXT and returns it. TEXT must be UTF-8 and not empty.
char32_t take_character(std::string_view& text);

// Appends CHARACTER to TEXT as UTF-8.
void append_character(std::string& text, char32_t character);

// Returns the number of characters (code points) of TEXT.
size_t count_characters(std::string_view text);

// Returns the first COUNT characters of TEXT, or all of it if it is shorter.
std::string_view first_characters(std::string_view text, size_t count);

// Returns the cells that TEXT takes on a terminal: Chinese and full-width characters take two,
// combining none.
size_t display_width(std::string_view text);
size_t display_width(char32_t character);

// Returns true for Chinese characters and the punctuation that is set with them: no space separates
// them.
bool is_chinese(char32_t character);

// Returns true for what Unicode calls letters and digits (categories L, N and M).
bool is_letter_or_digit(char32_t character);

// Returns TEXT in the form in which names are compared: NFKC, outer white space removed, inner runs
// one space.
std::string normal_form(std::string_view text);

// True for most texts that are their own normal form: Chinese characters and ASCII without spaces.
// It takes a hundredth of the time.
bool is_normal(std::string_view text);

// Returns TEXT without white space at both ends; U+3000 counts as white space.
std::string_view trim(std::string_view text);

// Returns the parts of TEXT between SEPARATORs; one empty part if TEXT is empty.
std::vector<std::string_view> split(std::string_view text, char separator);

// Returns the members of NAMES that a person who wrote NAME most likely meant, best first, at most
// three; none if nothing is near.
std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& names);

}  // namespace yaodian
