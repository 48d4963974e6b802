#include "read/content.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/files.h"
#include "base/parallel.h"
#include "base/rules.h"
#include "base/text.h"
#include "read/invisible.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

// True if the three bytes at BYTES are a character that Chinese is written with: of most blocks of
// ideographs and their punctuation, full-width letters, quotes and dashes.
bool is_plain_chinese(const unsigned char* bytes) {
  const auto continues = [](unsigned char byte) { return (byte & 0xC0) == 0x80; };
  if (!continues(bytes[1]) || !continues(bytes[2])) return false;
  switch (bytes[0]) {
    case 0xE2:
      return bytes[1] == 0x80 && bytes[2] >= 0x90 && bytes[2] < 0xA8;
    case 0xE3:
      return bytes[1] != 0x85;
    case 0xEF:
      return bytes[1] == 0xBC || bytes[1] == 0xBD;
    default:
      return bytes[0] >= 0xE4 && bytes[0] <= 0xE9;
  }
}

// The first byte from AT on that is no printable ASCII character and no line break.
const char* skip_plain_ascii(const char* at, const char* end) {
  typedef unsigned char Unsigned __attribute__((vector_size(kAtOnce)));
  return find_match(at, end, [](Bytes block) {
    return (reinterpret_cast<Unsigned&>(block) - 0x20 >= 0x5F) & (block != '\n');
  });
}

// True if TEXT is certainly UTF-8 without invisible characters: what nearly all files are.
bool is_plain(std::string_view text) {
  const char *at = text.data(), *const end = at + text.size();
  while ((at = skip_plain_ascii(at, end)) != end) {
    if (*at == '\t') {
      ++at;
    } else if (*at == '\r' && end - at >= 2 && at[1] == '\n') {
      at += 2;
    } else {
      const char* const chinese = at;
      while (end - at >= 3 && is_plain_chinese(reinterpret_cast<const unsigned char*>(at))) at += 3;
      if (at == chinese) return false;
    }
  }
  return true;
}

bool check_encoding(const Source& source, Diagnostics& diagnostics) {
  if (is_plain(source.text)) return true;
  if (const auto bad = find_invalid_utf8(source.text)) {
    diagnostics.report(rule::not_utf8, {&source, 0, 0}, "");
    return false;
  }
  const std::string_view text = source.text;
  bool clean = true;
  uint32_t line = 1;
  for (size_t at = 0; const auto found = find_invisible(text.substr(at)); ++line) {
    const size_t offset = at + *found;
    const size_t begin = text.rfind('\n', offset) + 1;  // 0 where there is none
    line += static_cast<uint32_t>(std::count(text.begin() + at, text.begin() + offset, '\n'));
    const auto column = 1 + count_characters(text.substr(begin, offset - begin));
    refuse_invisible(text.substr(offset), {&source, line, static_cast<uint32_t>(column)},
                     diagnostics);
    clean = false;
    at = std::min(text.find('\n', offset), text.size() - 1) + 1;  // one for each line
  }
  return clean;
}

// Reports FILE if it is a symbolic link that leads out of the content folder ROOT: what is not
// content must not get onto the site, and a copy of the folder must be whole.
bool leads_outside(const fs::path& root, const ContentFile& file, const Position& whole,
                   Diagnostics& diagnostics) {
  std::error_code error;
  const fs::path link = root / file.path;
  if (!fs::is_symlink(link, error)) return false;
  fs::path end = fs::canonical(link, error);
  if (error) end = fs::weakly_canonical(link.parent_path() / fs::read_symlink(link, error), error);
  const fs::path folder = fs::weakly_canonical(root, error);
  if (std::mismatch(folder.begin(), folder.end(), end.begin(), end.end()).first == folder.end())
    return false;
  diagnostics.report(rule::outside_content, whole, "",
                     {fs::read_symlink(link, error).generic_string()});
  return true;
}

// False for what has no place in the content format, whatever it holds.
bool is_content(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".md") || path.ends_with(".csv");
}

void read_one(const fs::path& root, ContentFile& file, Diagnostics& diagnostics) {
  auto source = std::make_unique<Source>();
  source->path = (root / file.path).generic_string();
  source->name = file.path;
  const Position outside{source.get(), 0, 0};
  file.readable = !leads_outside(root, file, outside, diagnostics);
  std::error_code error;
  const bool other = !is_content(file.path) && fs::is_regular_file(root / file.path, error);
  if (!file.readable || other) {
    file.source = std::move(source);
    return;
  }
  const size_t limit = file.path.ends_with(".md") ? kLargestDocument : kLargestContentFile;
  if (auto bytes = read_file(root / file.path, error, limit)) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes->starts_with(kByteOrderMark)) bytes->erase(0, kByteOrderMark.size());
    source->text = std::move(*bytes);
  }
  file.source = std::move(source);
  const Position whole{file.source.get(), 0, 0};
  file.readable = false;
  if (error == std::errc::file_too_large) {
    diagnostics.report(rule::too_large, whole, "", {std::to_string(limit >> 20) + " MB"});
  } else if (error) {
    diagnostics.report(rule::unreadable, whole, "",
                       {file.path.substr(file.path.rfind('/') + 1), reason_of(error)});
  } else {
    file.readable = check_encoding(*file.source, diagnostics);
  }
}

}  // namespace

const ContentFile* Content::find(std::string_view path) const {
  const auto found = std::lower_bound(
      files.begin(), files.end(), path,
      [](const ContentFile& file, std::string_view wanted) { return file.path < wanted; });
  return found != files.end() && found->path == path ? &*found : nullptr;
}

Content read_content(const std::filesystem::path& root, unsigned jobs, Diagnostics& diagnostics) {
  Content content{root.generic_string(), {}};
  std::error_code error;
  for (std::string& path : list_files(root, error))
    content.files.push_back({std::move(path), nullptr, false});
  if (error) {
    diagnostics.report(rule::unreadable, {}, "", {content.root, reason_of(error)});
    return content;
  }
  std::vector<Diagnostics> found(content.files.size());
  parallel_for(content.files.size(), jobs,
               [&](unsigned, size_t index) { read_one(root, content.files[index], found[index]); });
  for (Diagnostics& each : found) diagnostics.take(std::move(each));
  return content;
}

}  // namespace yaodian
