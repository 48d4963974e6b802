// YAML: a value or a message, every value inside the file, and what is asked of it by Fields.
#include <algorithm>

#include "base/position.h"
#include "fuzz/fuzz.h"
#include "read/fields.h"
#include "read/yaml.h"

namespace yaodian {
namespace {

void require_value(const yaml::Value& value, const Source& source, int depth) {
  fuzz::require(depth <= yaml::kDeepest, "a value is not too deep");
  fuzz::require(value.position.source == &source, "a value knows its file");
  fuzz::require(value.position.line >= 1 && value.position.column >= 1, "a value has a place");
  fuzz::require_utf8(value.text, "a text is UTF-8");
  fuzz::require(value.is_text() || value.text.empty(), "only a text has a text");
  fuzz::require(value.is_list() || value.is_map() || value.items.empty(), "a leaf has no items");
  fuzz::require(!value.is_map() || value.items.size() % 2 == 0, "each key has a value");
  const auto breaks = std::count(source.text.begin(), source.text.end(), '\n');
  fuzz::require(value.position.line <= breaks + 1, "a value stands on a line of the file");
  fuzz::require(
      value.position.column <= count_characters(line_of(source.text, value.position.line)) + 1,
      "a value stands in its line");
  for (const yaml::Value& item : value.items) require_value(item, source, depth + 1);
}

void ask(const yaml::Value& value, Diagnostics& diagnostics) {
  Fields fields(value, "file", diagnostics);
  fields.text("title");
  fields.id("id");
  fields.optional_date("day");
  fields.optional_integer("order", 0);
  fields.flag("sample");
  fields.optional_texts("notes");
  fields.choice("kind", {"one", "two"}, 0);
  for (const yaml::Value& item : fields.optional_items("rows")) ask(item, diagnostics);
  fields.optional_entries("totals");
}

}  // namespace
}  // namespace yaodian

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const Source source{"content/test.yaml", "test.yaml",
                      std::string(reinterpret_cast<const char*>(data), size)};
  if (!fuzz::is_readable(source.text)) return 0;
  Diagnostics diagnostics;
  const auto value = yaml::parse(source, diagnostics);
  fuzz::require(value.has_value() || diagnostics.has_errors(), "what is refused is reported");
  if (value) {
    require_value(*value, source, 0);
    ask(*value, diagnostics);
  }
  fuzz::require_messages(diagnostics);
  return 0;
}
