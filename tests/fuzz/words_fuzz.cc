// The catalogue of words: any text is read or refused with messages that can be shown, and what is
// read is found by its key.
#include <fstream>

#include <unistd.h>

#include "base/words.h"
#include "fuzz/fuzz.h"
#include "read/words.h"

namespace yaodian {
namespace {

const std::filesystem::path& folder() {
  static const std::filesystem::path kFolder = [] {
    std::string name = (std::filesystem::temp_directory_path() / "yaodian-fuzz-XXXXXX").string();
    fuzz::require(::mkdtemp(name.data()) != nullptr, "there is a temporary folder");
    std::filesystem::create_directory(name + "/words");
    std::atexit([] {
      std::error_code ignored;
      std::filesystem::remove_all(folder(), ignored);
    });
    return std::filesystem::path(name);
  }();
  return kFolder;
}

}  // namespace
}  // namespace yaodian

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::ofstream(folder() / "words/zh.yaml", std::ios::binary) << text;
  Diagnostics diagnostics;
  const WordList list = read_word_list(folder(), Language::zh, diagnostics);
  fuzz::require(!find_invalid_utf8(text) || diagnostics.has_errors(), "only UTF-8 is read");
  fuzz::require(list.readable || list.entries.empty(), "what cannot be read has no entries");
  for (const WordList::Entry& entry : list.entries) {
    fuzz::require(list.find(entry.key) != nullptr, "each entry is found", entry.key);
    fuzz::require_utf8(entry.text, "a word is UTF-8");
  }
  const auto words = words_of(list, diagnostics);
  fuzz::require(words != nullptr, "there are always words");
  const std::string sentence = words->text("from-until", {{"from", "{{until}}"}, {"until", "末"}});
  fuzz::require_utf8(sentence, "a sentence is UTF-8");
  if (find_invalid_utf8(text)) return 0;
  fuzz::require_messages(diagnostics);
  return 0;
}
