#include "read/content.h"

#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "base/parallel.h"
#include "base/rules.h"
#include "base/text.h"

namespace yaodian {
namespace {

// The position of the byte OFFSET of SOURCE, whose bytes before it are UTF-8.
Position position_of(const Source& source, size_t offset) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const size_t line_start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  return {&source, static_cast<uint32_t>(line),
          static_cast<uint32_t>(1 + count_characters(before.substr(line_start)))};
}

// Returns the offset of the first control character other than tab and line break.
size_t find_control(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool c0 = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    const bool c1 = byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    const std::string_view next = text.substr(at, 3);
    const bool direction = byte == 0xE2 && ((next >= "\u202A" && next <= "\u202E") ||
                                            (next >= "\u2066" && next <= "\u2069"));
    if (c0 || c1 || direction) return at;
  }
  return text.npos;
}

std::string code_point(std::string_view text) {
  char hex[12];
  std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(take_character(text)));
  return hex;
}

bool check_encoding(const Source& source, Diagnostics& diagnostics) {
  if (const auto bad = find_invalid_utf8(source.text)) {
    diagnostics.report(rule::not_utf8, {&source, 0, 0}, "");
    return false;
  }
  const size_t control = find_control(source.text);
  if (control == std::string::npos) return true;
  diagnostics.report(rule::control_character, position_of(source, control), "",
                     {code_point(std::string_view(source.text).substr(control))});
  return false;
}

void read_one(const std::filesystem::path& root, ContentFile& file, Diagnostics& diagnostics) {
  auto source = std::make_unique<Source>();
  source->path = (root / file.path).generic_string();
  source->name = file.path;
  const size_t limit = file.path.ends_with(".md") ? kLargestDocument : kLargestContentFile;
  std::error_code error;
  if (auto bytes = read_file(root / file.path, error, limit)) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (bytes->starts_with(kByteOrderMark)) bytes->erase(0, kByteOrderMark.size());
    source->text = std::move(*bytes);
  }
  file.source = std::move(source);
  const Position whole{file.source.get(), 0, 0};
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
