#include "base/rules.h"
#include "check/check.h"
#include "check/formula.h"

namespace yaodian {
namespace {

constexpr Text kTooLarge{"数太大，超出精确计算的范围", "the numbers are too large to be exact"};

// Whether COMPUTED is the figure of CLAIM: within its tolerance, or rounded half up to the decimals
// that it was published with. Nothing where the numbers are too large.
std::optional<bool> agrees(const Claim& claim, Rational computed) {
  const Rational published = claim.figure.value();
  if (claim.tolerance) {
    const auto off = subtract(computed, published);
    const auto left = off ? subtract(claim.tolerance->value().size(), off->size()) : std::nullopt;
    return left ? std::optional(!left->is_negative()) : std::nullopt;
  }
  Rational step = claim.figure.unit;
  for (int decimals = claim.figure.number.decimals(); decimals > 0; --decimals)
    step = *divide(step, Rational(10));
  const auto rounded = computed.rounded_to(step, Rounding::half_up);
  return rounded ? std::optional(*rounded == published) : std::nullopt;
}

// "4家 ÷ 384户 ≈ 1.0417%".
std::string formula_text(const Claim& claim, const Computed& computed) {
  const StatedFigure& figure = claim.figure;
  return computed.text + (ends(computed.value, figure.unit) ? " = " : " ≈ ") +
         shown_exactly(computed.value, figure.unit, figure.suffix);
}

// The computation with the name and the place of each input.
std::string explained(const Claim& claim, const Computed& computed) {
  std::string text = formula_text(claim, computed);
  for (const Input& input : computed.inputs)
    text += "；" + input.figure + "：" + input.name + "（" + file_and_line(input.position) + "）";
  return text;
}

class ClaimChecker {
 public:
  explicit ClaimChecker(Findings& findings) : findings_(findings) {}

  void check(const Claim& claim) {
    Check check;
    check.kind = Check::Kind::claim;
    check.statement = claim.says;
    check.published = claim.figure.text;
    check.recorded = check.position = claim.position;
    bool stated = true;
    if (claim.stated.given) {
      const auto at = stated_at(claim.stated, claim.figure, findings_);
      stated = at.has_value();
      if (at) check.position = *at;
      const Address& document = claim.stated.document;
      check.place = {Place::Kind::document, document.id, document.part};
    }
    auto computed = compute(claim.equals, findings_);
    if (computed && stated) judge(claim, std::move(*computed), std::move(check));
  }

 private:
  void judge(const Claim& claim, Computed computed, Check check) {
    const StatedFigure& figure = claim.figure;
    const int decimals = figure.number.decimals();
    const auto agreed = agrees(claim, computed.value);
    const auto shown = shown_as(computed.value, figure.unit, decimals, figure.suffix);
    if (!agreed || !shown) {
      findings_.diagnostics.report(rule::cannot_compute, claim.equals.position, "", {kTooLarge});
      return;
    }
    if (*agreed != claim.accepted.empty()) return report(claim, computed, *agreed, *shown);
    check.verdict = *agreed ? Verdict::holds : Verdict::accepted;
    check.computed = *shown;
    if (!*agreed) check.difference = difference(figure, computed.value);
    if (computed.compound) check.formula = formula_text(claim, computed);
    check.reason = claim.accepted;
    for (const Input& input : computed.inputs) check.sample = check.sample || input.sample;
    check.inputs = std::move(computed.inputs);
    findings_.results.add(std::move(check));
  }

  // What the published figure is more or less than the computed one, as it is shown.
  std::string difference(const StatedFigure& figure, Rational computed) const {
    const auto in_unit = divide(computed, figure.unit);
    const Decimal shown = *in_unit->decimal(figure.number.decimals());
    return shown_difference(findings_.words, figure.number, shown, figure.suffix);
  }

  void report(const Claim& claim, const Computed& computed, bool agreed, const std::string& shown) {
    if (agreed) {
      findings_.diagnostics.report(rule::needless_acceptance, claim.accepted_position,
                                   claim.accepted, {claim.figure.text});
    } else {
      findings_.diagnostics.report(rule::claim_differs, claim.figure_position, claim.figure.text,
                                   {claim.figure.text, shown, explained(claim, computed)});
    }
  }

  Findings& findings_;
};

// True if everything that ACCEPTANCE could be about has been read and checked.
bool is_judged(const Acceptance& acceptance, const Plan& plan) {
  const TaskTable* table = find(plan.tables, acceptance.of.parts.front());
  if (acceptance.of.kind == FigureReference::Kind::report) return plan.reports_complete;
  return table == nullptr || table->complete;
}

}  // namespace

void check_claims(Findings& findings) {
  ClaimChecker checker(findings);
  for (const Claim& claim : findings.plan.checks.claims) checker.check(claim);
}

void check_acceptances(Findings& findings) {
  for (const Acceptance& one : findings.plan.checks.acceptances) {
    if (findings.needed(one) || !is_judged(one, findings.plan)) continue;
    const size_t errors = findings.diagnostics.errors();
    look_up(one.of, std::nullopt, one.position, one.text, findings);
    if (findings.diagnostics.errors() > errors) continue;
    findings.diagnostics.report(rule::needless_acceptance, one.position, one.text, {one.text});
  }
}

}  // namespace yaodian
