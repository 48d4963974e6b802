#include "model/read_ahead.h"

#include <algorithm>
#include <vector>

#include "base/parallel.h"
#include "base/text.h"
#include "model/assemble.h"

namespace yaodian {
namespace {

// PUBLISHER/units.yaml.
bool is_register(const ContentFile& file) {
  const std::vector<std::string_view> names = split(file.path, '/');
  return names.size() == 2 && names[1] == "units.yaml";
}

// PUBLISHER/YEAR/tables/ID.yaml, PUBLISHER/YEAR/reports/ID.yaml.
bool has_rows(const ContentFile& file) {
  const std::vector<std::string_view> names = split(file.path, '/');
  return names.size() == 4 && (names[2] == "tables" || names[2] == "reports") &&
         names[3].ends_with(".yaml");
}

}  // namespace

ReadAhead::ReadAhead(const Content& content, unsigned jobs) {
  std::vector<const ContentFile*> files;
  for (const ContentFile& file : content.files) {
    if (file.readable && (is_register(file) || has_rows(file))) files.push_back(&file);
  }
  // What takes longest first: no thread is left alone with it at the end.
  std::stable_sort(files.begin(), files.end(), [](const ContentFile* a, const ContentFile* b) {
    const bool first = is_register(*a), second = is_register(*b);
    return first != second ? first : a->source->text.size() > b->source->text.size();
  });
  for (const ContentFile* file : files) parsed_[file];
  parallel_for(files.size(), jobs, [&](unsigned, size_t at) {
    const ContentFile& file = *files[at];
    Parsed& parsed = parsed_.at(&file);
    const bool units = is_register(file);
    parsed.value = yaml::parse(*file.source, parsed.diagnostics,
                               units ? yaml::Lists::whole : yaml::Lists::in_rows);
    if (!units || !parsed.value) return;
    parsed.units = read_register(*parsed.value, parsed.diagnostics);
    parsed.value.reset();
  });
}

std::optional<yaml::Value> ReadAhead::value_of(const ContentFile& file, Diagnostics& diagnostics) {
  const auto parsed = parsed_.find(&file);
  if (parsed == parsed_.end())
    return file.readable ? yaml::parse(*file.source, diagnostics) : std::nullopt;
  diagnostics.take(std::move(parsed->second.diagnostics));
  return std::move(parsed->second.value);
}

std::optional<Register> ReadAhead::register_of(const ContentFile& file, Diagnostics& diagnostics) {
  const auto parsed = parsed_.find(&file);
  if (parsed == parsed_.end()) return std::nullopt;
  diagnostics.take(std::move(parsed->second.diagnostics));
  return std::move(parsed->second.units);
}

}  // namespace yaodian
