// The words of the command line before they are taken apart.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/encodings.h"

namespace yaodian {

// What "new" makes, in the order of NewKind.
const std::vector<std::string>& kinds_to_make();

// Returns the words after the program's name; "help new table" is "new table --help".
std::vector<std::string> words_of(int argc, char** argv);

// Returns the language that WORDS ask for, help among them.
Language language_of(const std::vector<std::string>& words);

// Returns what is wrong with the name of a command, or of what is to be made, in WORDS.
std::optional<std::string> unknown_word(const std::vector<std::string>& words, Language language);

// Returns what WHAT, the parser's message about words that it does not expect, says: it ends with
// them, the last one first. It names the one of OPTIONS, long names without dashes, that a misspelt
// one is nearest to.
std::string unexpected_words(const std::string& what, const std::vector<std::string>& options,
                             Language language);

// Returns what WHAT, the parser's message about a word that it needs, says in Chinese; IS_NEW after
// "new".
std::string missing_word(const std::string& what, bool is_new);

bool is_one_of(const std::string& word, const std::vector<std::string>& words);

// Reads "gzip", "brotli", "gzip,brotli" or "none".
std::optional<Encodings> read_encodings(std::string_view text);

// Returns NAME in the current folder, or the one installed with the program.
std::filesystem::path default_folder(const std::string& name);

}  // namespace yaodian
