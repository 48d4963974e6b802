// Files that stand ready for web servers, compressed once instead of for every reader.
#pragma once

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

}  // namespace yaodian
