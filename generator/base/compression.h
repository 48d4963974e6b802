// Compression: of files that stand ready for web servers, compressed once instead of for every
// reader; and the way back, for files that are read again before they are published.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yaodian {

// True for files of text: pages, styles, scripts, drawings, calendars, tables and data as text. The
// others (pictures, spreadsheets, fonts) are compressed already.
bool is_compressible(std::string_view path);

// Return BYTES compressed, as gzip (RFC 1952) and as Brotli (RFC 7932). The bytes depend on BYTES
// and the version of the library alone: there is no name and no time in them. They may be called
// from several threads. Nothing fails; what cannot be made smaller is longer than BYTES.
std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);

// Returns the SIZE bytes that PACKED holds as Deflate (RFC 1951). Nothing if it holds anything
// else, or if there is more in PACKED. It may be called from several threads.
std::optional<std::string> inflate(std::string_view packed, size_t size);

// Returns the CRC-32 of BYTES that gzip and ZIP files have.
uint32_t crc32(std::string_view bytes);

}  // namespace yaodian
