#include "model/csv_columns.h"

#include "base/text.h"

namespace yaodian {
namespace {

// TEXT, in its normal form, without what stands in brackets at its end.
std::string_view without_brackets(std::string_view text) {
  const size_t open = text.rfind('(');
  return text.ends_with(')') && open != text.npos ? trim(text.substr(0, open)) : text;
}

}  // namespace

CsvColumns::CsvColumns(const std::vector<const Measure*>& measures) : measures_(measures) {
  for (size_t at = 0; at < measures.size(); ++at) {
    by_name_.emplace(measures[at]->id, at);
    by_name_.emplace(normal_form(measures[at]->title), at);
  }
}

std::optional<size_t> CsvColumns::find(const std::string& name) const {
  auto found = by_name_.find(name);
  if (found == by_name_.end()) found = by_name_.find(normal_form(name));
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<size_t> CsvColumns::meant(const std::string& name) const {
  if (const auto found = find(name)) return found;
  const std::string normal = normal_form(name);
  const std::string bare(without_brackets(normal));
  for (size_t at = 0; at < measures_.size(); ++at) {
    const std::string label = normal_form(measures_[at]->label);
    if (label == normal || label == bare) return at;
  }
  return bare.empty() ? std::nullopt : find(bare);
}

std::vector<std::string> CsvColumns::forms() const {
  std::vector<std::string> forms;
  for (const Measure* measure : measures_) forms.push_back(measure->id + " / " + measure->title);
  return forms;
}

std::vector<std::string> CsvColumns::names() const {
  std::vector<std::string> names;
  for (const Measure* measure : measures_) names.insert(names.end(), {measure->id, measure->title});
  return names;
}

}  // namespace yaodian
