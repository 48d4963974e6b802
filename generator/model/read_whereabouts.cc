#include "model/read_whereabouts.h"

#include "base/rules.h"

namespace yaodian {

Whereabouts read_whereabouts(Fields& fields, Diagnostics& diagnostics) {
  constexpr Text kForms{"“文件编号”或“文件编号#标题”", "DOCUMENT or DOCUMENT#HEADING"};
  const std::string text = fields.optional_text("document");
  Whereabouts stated;
  stated.position = fields.position_of("document");
  if (text.empty()) return stated;
  const auto address = parse_address("document:" + text);
  stated.given = address.has_value();
  if (address)
    stated.document = *address;
  else
    diagnostics.report(rule::wrong_type, stated.position, text, {std::string("document"), kForms});
  return stated;
}

}  // namespace yaodian
