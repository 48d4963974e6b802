// The addresses of links and embeds: what a reference in the content points to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yaodian {

// The part before the colon.
enum class Scheme : uint8_t { target, table, progress, report, unit, document, heading, outside };

// "target:ID", "table:ID", "table:ID.COLUMN", "progress:ID.COLUMN", "report:ID",
// "report:ID.FIGURE", "unit:ID", "document:ID", "document:ID#HEADING", "#HEADING", "https://…".
struct Address {
  Scheme scheme = Scheme::outside;
  // Of the target, table, report, unit or document; "" for a heading; all of an outside address.
  std::string id;
  std::string part;  // the column of a table, the figure of a report, the heading; "" for none
};

// Returns what TEXT says, with %XX decoded, or nothing if it is none of the forms above. Only http
// and https lead outside.
std::optional<Address> parse_address(std::string_view text);

// True if TEXT begins with one of the schemes of the site and a colon, be it a full-width one.
bool begins_with_scheme(std::string_view text);

// Returns TEXT with %XX decoded, or as it is where that would be no text or hold something
// invisible.
std::string percent_decoded(std::string_view text);

// Returns ADDRESS as an editor writes it.
std::string to_string(const Address& address);

}  // namespace yaodian
