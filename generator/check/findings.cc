#include "check/findings.h"

#include <utility>

#include "base/parallel.h"
#include "base/rules.h"
#include "base/words.h"

namespace yaodian {

namespace {

// What is odd about a figure, on the pages and in messages.
constexpr std::pair<Word, Text> kDoubts[] = {
    {Word("doubt-above-all"), {"大于100%", "above 100 %"}},
    {Word("doubt-below-zero"), {"小于0", "below 0"}},
    {Word("doubt-fraction"),
     {"像是把比率写成了小数（61% 写 61，不写 0.61）",
      "it looks like a fraction (write 61% as 61, not as 0.61)"}},
};

}  // namespace

void Reconciliation::add(Check check) {
  ++counts[static_cast<size_t>(check.verdict)];
  checks.push_back(std::move(check));
}

Findings::Findings(const Words& in, const Publisher& of_publisher, const Plan& of_plan,
                   Diagnostics& to)
    : words(in), publisher(of_publisher), plan(of_plan), diagnostics(to) {
  for (const Acceptance& one : plan.checks.acceptances)
    acceptances_.emplace(address_of(one.of, publisher.units), &one);
}

const Acceptance* Findings::accept(const std::string& address) {
  const auto found = acceptances_.find(address);
  if (found == acceptances_.end()) return nullptr;
  needed_.insert(found->second);
  return found->second;
}

void Findings::add_accepted(Check check, const Acceptance& acceptance) {
  check.verdict = Verdict::accepted;
  check.reason = acceptance.reason;
  check.recorded = acceptance.position;
  results.add(std::move(check));
}

void Findings::add_accepted(Check one, const Acceptance& acceptance, Check& column) {
  --column.figures;
  ++column.accepted;
  add_accepted(std::move(one), acceptance);
}

void Findings::doubt(Check one, Doubt doubt, const std::string& address, Check& column) {
  const std::string name = one.statement;
  const auto& [word, reason] = kDoubts[static_cast<size_t>(doubt)];
  one.statement = words.text("checks-doubt", {{"name", name}, {"doubt", words[word]}});
  if (const Acceptance* acceptance = accept(address))
    return add_accepted(std::move(one), *acceptance, column);
  diagnostics.report(rule::doubtful_figure, one.position, one.published,
                     {name, one.published, reason, address});
  note(one, column);
}

void Findings::note(const Check& one, Check& column) {
  constexpr size_t kMostNamed = 5;
  column.verdict = Verdict::doubtful;
  ++column.in_doubt;
  if (column.inputs.size() < kMostNamed)
    column.inputs.push_back({one.statement, one.published, one.place, one.position, one.sample});
}

void Findings::apart(size_t count, unsigned jobs,
                     const std::function<void(Findings&, size_t)>& work) {
  std::vector<Diagnostics> reported(count);
  std::vector<Findings> parts;
  for (Diagnostics& diagnostics_of_part : reported)
    parts.emplace_back(words, publisher, plan, diagnostics_of_part);
  parallel_for(count, jobs, [&](unsigned, size_t at) { work(parts[at], at); });
  for (size_t at = 0; at < count; ++at) {
    diagnostics.take(std::move(reported[at]));
    for (Check& check : parts[at].results.checks) results.add(std::move(check));
    needed_.merge(parts[at].needed_);
  }
}

std::optional<Doubt> doubt_about(Decimal value, std::string_view count, bool none_below_zero) {
  const bool per_cent = count == "%", per_mille = count == "‰";
  if ((per_cent && value > 100) || (per_mille && value > 1000)) return Doubt::above_all;
  if ((per_cent || per_mille || none_below_zero) && value.is_negative()) return Doubt::below_zero;
  return std::nullopt;
}

std::string address_of(const FigureReference& reference, const Register& units) {
  using Kind = FigureReference::Kind;
  FigureReference named = reference;
  const bool of_unit = reference.kind == Kind::cell ||
                       (reference.kind == Kind::report && reference.parts.size() == 4);
  const auto unit = of_unit ? find_unit(units, reference.parts.back()) : std::nullopt;
  if (unit) named.parts.back() = units.units[*unit].id;
  return to_string(named);
}

std::optional<UnitIndex> find_unit(const Register& units, std::string_view name) {
  if (const Unit* unit = find(units.units, name))
    return static_cast<UnitIndex>(unit - units.units.data());
  return units.find(name);
}

}  // namespace yaodian
