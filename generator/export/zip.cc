#include "export/zip.h"

#include <cstdint>

#include "base/compression.h"

namespace yaodian {
namespace {

// APPNOTE.TXT, "general format of a .ZIP file": each record begins with a signature.
constexpr size_t kSignature = 4, kLocalSize = 30, kCentralSize = 46, kEndSize = 22;
constexpr std::string_view kLocal("PK\3\4", kSignature), kCentral("PK\1\2", kSignature),
    kEnd("PK\5\6", kSignature);
constexpr size_t kDeflate = 8;
constexpr size_t kMostDeflated = 1032;  // bytes that one of Deflate can stand for

// The number of BYTES bytes at AT, the lowest first.
size_t number_at(std::string_view text, size_t at, size_t bytes) {
  size_t number = 0;
  for (size_t byte = bytes; byte-- > 0;)
    number = number << 8 | static_cast<unsigned char>(text[at + byte]);
  return number;
}

// The record of SIZE bytes with SIGNATURE at AT; empty where there is none.
std::string_view record_at(std::string_view zip, size_t at, size_t size,
                           std::string_view signature) {
  const bool there = at <= zip.size() && zip.size() - at >= size;
  return there && zip.substr(at).starts_with(signature) ? zip.substr(at, size) : "";
}

// A file as the central directory describes it.
struct Entry {
  size_t flags, method, crc, packed, size, name, more, place;
};

Entry entry_of(std::string_view record) {
  return {number_at(record, 8, 2),
          number_at(record, 10, 2),
          number_at(record, 16, 4),
          number_at(record, 20, 4),
          number_at(record, 24, 4),
          number_at(record, 28, 2),
          number_at(record, 30, 2) + number_at(record, 32, 2),
          number_at(record, 42, 4)};
}

std::optional<std::string> bytes_of(std::string_view zip, std::string_view name,
                                    const Entry& entry) {
  const std::string_view local = record_at(zip, entry.place, kLocalSize, kLocal);
  const bool encrypted = entry.flags & 1;
  if (local.empty() || encrypted || entry.method != kDeflate) return std::nullopt;
  const size_t name_at = entry.place + kLocalSize;
  const size_t after_name = name_at + number_at(local, 26, 2);
  const size_t begin = after_name + number_at(local, 28, 2);
  if (begin > zip.size() || zip.size() - begin < entry.packed) return std::nullopt;
  if (zip.substr(name_at, after_name - name_at) != name) return std::nullopt;
  if (entry.size / kMostDeflated > entry.packed) return std::nullopt;
  std::optional<std::string> bytes = inflate(zip.substr(begin, entry.packed), entry.size);
  if (!bytes || crc32(*bytes) != entry.crc) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<ZipParts> zip_parts(std::string_view zip) {
  if (zip.size() < kEndSize) return std::nullopt;
  const size_t end = zip.size() - kEndSize;  // a comment would follow, but there is none
  const std::string_view last = record_at(zip, end, kEndSize, kEnd);
  if (last.empty()) return std::nullopt;
  const size_t count = number_at(last, 10, 2);
  size_t at = number_at(last, 16, 4);
  ZipParts parts;
  for (size_t entry = 0; entry < count; ++entry) {
    const std::string_view record = record_at(zip, at, kCentralSize, kCentral);
    if (record.empty()) return std::nullopt;
    const Entry described = entry_of(record);
    const size_t next = at + kCentralSize + described.name + described.more;
    if (next > end) return std::nullopt;
    const std::string name(zip.substr(at + kCentralSize, described.name));
    std::optional<std::string> bytes = bytes_of(zip, name, described);
    if (!bytes) return std::nullopt;
    if (!parts.emplace(name, *std::move(bytes)).second) return std::nullopt;
    at = next;
  }
  if (at != end) return std::nullopt;
  return parts;
}

}  // namespace yaodian
