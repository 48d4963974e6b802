// The words of the interface, read from templates/words.
#pragma once

#include <filesystem>
#include <memory>

#include "base/diagnostic.h"
#include "base/word_list.h"

namespace yaodian {

class Words;

// Returns the words in words/LANGUAGE.yaml of the folder TEMPLATES: a map of texts. Reports a
// missing file, broken YAML, what is no text, and places that are no names. A key without a text
// counts as missing; '' is a text that says nothing.
WordList read_word_list(const std::filesystem::path& templates, Language language,
                        Diagnostics& diagnostics);

// Returns the words of the program. Reports what LIST lacks of word_keys.h, and texts with other
// places than a key has.
std::shared_ptr<const Words> words_of(const WordList& list, Diagnostics& diagnostics);

}  // namespace yaodian
