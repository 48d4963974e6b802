#include "base/rules.h"
#include "base/text.h"
#include "model/assemble.h"
#include "read/fields.h"

namespace yaodian {
namespace {

// A document's text in two: what stands between the first two lines "---", and the rest.
struct Parts {
  std::string_view front;
  std::string_view body;
  uint32_t body_line = 1;
};

std::optional<Parts> divide(std::string_view text) {
  const std::string_view first = line_of(text, 1);
  if (trim(first) != "---") return std::nullopt;
  size_t at = text.find('\n');
  const size_t front = at + 1;
  for (uint32_t line = 2; at != text.npos; ++line) {
    const size_t begin = at + 1;
    at = text.find('\n', begin);
    if (trim(text.substr(begin, at == text.npos ? text.npos : at - begin)) != "---") continue;
    return Parts{text.substr(front, begin - front), at == text.npos ? "" : text.substr(at + 1),
                 line + 1};
  }
  return std::nullopt;
}

void read_front_matter(const yaml::Value& front, Document& document, Diagnostics& diagnostics) {
  Fields fields(front, "---", diagnostics);
  document.title = fields.text("title");
  document.short_title = fields.optional_text("short");
  if (document.short_title.empty()) document.short_title = document.title;
  document.order = fields.optional_integer("order", 0);
  document.department = fields.optional_text("department");
  document.kind =
      static_cast<DocumentKind>(fields.choice("kind", {"notice", "work-points", "scheme", "review"},
                                              static_cast<size_t>(DocumentKind::work_points)));
  document.issued = fields.optional_date("issued");
  document.number = fields.optional_text("number");
  document.source.id = fields.optional_text("source");
  document.source.position = fields.position_of("source");
  document.summary = fields.optional_text("summary");
}

}  // namespace

Document read_document(const Source& source, std::string id, Diagnostics& diagnostics) {
  Document document;
  document.id = std::move(id);
  document.position = {&source, 1, 1};
  const auto parts = divide(source.text);
  if (!parts) {
    diagnostics.report(rule::missing_front_matter, document.position, line_of(source.text, 1));
    document.complete = false;
    return document;
  }
  if (const auto front = yaml::parse_part(source, parts->front, 2, diagnostics)) {
    read_front_matter(*front, document, diagnostics);
  }
  document.body = markdown::parse(source, parts->body, parts->body_line, diagnostics);
  return document;
}

}  // namespace yaodian
