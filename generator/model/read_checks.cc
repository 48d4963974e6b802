#include <utility>

#include "base/rules.h"
#include "model/assemble.h"
#include "model/read_whereabouts.h"
#include "read/fields.h"

namespace yaodian {
namespace {

using Kind = Formula::Kind;

constexpr Text kFigure{"带计量单位的数，如 1.18%、4.59亿元、28户",
                       "a figure like 1.18%, 4.59亿元 or 28户"};
constexpr std::pair<std::string_view, Kind> kOperations[] = {
    {"sum", Kind::sum},     {"difference", Kind::difference}, {"product", Kind::product},
    {"ratio", Kind::ratio}, {"average", Kind::average},
};

class ChecksReader {
 public:
  ChecksReader(Checks& checks, Diagnostics& diagnostics)
      : checks_(checks), diagnostics_(diagnostics) {}

  void read(const yaml::Value& file) {
    if (file.kind == yaml::Kind::nothing) return;
    if (!file.is_list()) {
      diagnostics_.report(rule::wrong_type, file.position, file.text,
                          {std::string("checks.yaml"), Text{"列表", "a list"}});
      return;
    }
    for (const yaml::Value& value : file.items) {
      if (value.find("accepts"))
        read_acceptance(value);
      else
        read_claim(value);
    }
  }

 private:
  void read_acceptance(const yaml::Value& value) {
    Fields fields(value, "checks.yaml", diagnostics_);
    Acceptance acceptance;
    acceptance.text = fields.text("accepts");
    acceptance.position = fields.position_of("accepts");
    acceptance.reason = fields.text("reason");
    const auto of = parse_reference(acceptance.text);
    if (!of && !acceptance.text.empty()) report_bad(*value.find("accepts"), unknown_reference());
    if (!of || acceptance.reason.empty()) return;
    acceptance.of = *of;
    checks_.acceptances.push_back(std::move(acceptance));
  }

  // A claim that is not understood in every part is left out: its parts have been reported.
  void read_claim(const yaml::Value& value) {
    const size_t errors = diagnostics_.errors();
    Claim claim;
    claim.position = value.position;
    {
      Fields fields(value, "checks.yaml", diagnostics_);
      claim.says = fields.text("says");
      claim.figure_position = fields.position_of("figure");
      if (const auto figure = read_figure(fields, "figure", true)) claim.figure = *figure;
      claim.stated = read_whereabouts(fields, diagnostics_);
      if (const yaml::Value* equals = fields.required("equals"))
        claim.equals = read_formula(*equals);
      claim.tolerance = read_figure(fields, "tolerance", false);
      claim.accepted = fields.optional_text("accepted");
      claim.accepted_position = fields.position_of("accepted");
    }
    if (diagnostics_.errors() == errors) checks_.claims.push_back(std::move(claim));
  }

  std::optional<StatedFigure> read_figure(Fields& fields, std::string_view key, bool required) {
    const std::string text = required ? fields.text(key) : fields.optional_text(key);
    if (text.empty()) return std::nullopt;
    auto figure = parse_stated(text);
    if (!figure)
      diagnostics_.report(rule::wrong_type, fields.position_of(key), text,
                          {std::string(key), kFigure});
    return figure;
  }

  static Text unknown_reference() { return {"不是一个数的引用", "this refers to no figure"}; }

  void report_bad(const yaml::Value& value, Text what) {
    diagnostics_.report(rule::bad_formula, value.position, value.text, {what});
  }

  Formula read_formula(const yaml::Value& value) {
    Formula formula;
    formula.position = value.position;
    if (value.is_map()) {
      read_map(value, formula);
      return formula;
    }
    const auto reference = value.is_text() ? parse_reference(value.text) : std::nullopt;
    if (reference) {
      formula.kind = Kind::reference;
      formula.reference = *reference;
      formula.text = value.text;
    } else if (value.is_text() && parse_stated(value.text)) {
      report_bad(value, {"没有说明这是什么数", "it does not say what this number is"});
    } else {
      report_bad(value, unknown_reference());
    }
    return formula;
  }

  // A map is one operation, a constant or a count.
  void read_map(const yaml::Value& value, Formula& formula) {
    Fields fields(value, "equals", diagnostics_);
    size_t found = 0;
    for (const auto& [name, kind] : kOperations) {
      if (!fields.optional(name)) continue;
      if (++found == 1) read_operation(fields, name, kind, formula);
    }
    if (const yaml::Value* round = fields.optional("round"); round && ++found == 1)
      read_round(*round, formula);
    if (fields.optional("number") && ++found == 1) read_constant(fields, formula);
    if (fields.optional("count") && ++found == 1) read_count(fields, formula);
    if (found > 1 || value.items.empty())
      report_bad(value, {"要正好写一种运算", "it should be exactly one operation"});
  }

  void read_operation(Fields& fields, std::string_view name, Kind kind, Formula& formula) {
    formula.kind = kind;
    for (const yaml::Value& part : fields.items(name)) formula.parts.push_back(read_formula(part));
    const yaml::Value& list = *fields.optional(name);
    if (list.is_list() && kind == Kind::ratio && formula.parts.size() != 2)
      report_bad(list, {"ratio 要正好两个数", "ratio takes exactly two figures"});
    else if (list.is_list() && formula.parts.size() < 2)
      report_bad(list, {"至少要两个数", "it takes at least two figures"});
  }

  void read_round(const yaml::Value& value, Formula& formula) {
    Fields fields(value, "round", diagnostics_);
    formula.kind = Kind::round;
    if (const yaml::Value* of = fields.required("of")) formula.parts.push_back(read_formula(*of));
    if (const auto step = read_figure(fields, "to", true)) {
      formula.number = *step;
      if (!(step->number > 0))
        report_bad(*fields.optional("to"), {"取整的一档要大于 0", "the step is not above 0"});
    }
    formula.rounding =
        static_cast<Rounding>(fields.choice("rounding", {"half-up", "up", "down"}, 0));
  }

  void read_constant(Fields& fields, Formula& formula) {
    formula.kind = Kind::constant;
    if (const auto number = read_figure(fields, "number", true)) formula.number = *number;
    formula.means = fields.text("means");
    formula.stated = read_whereabouts(fields, diagnostics_);
  }

  // {count: TABLE.COLUMN, where: '>= 95%'}
  void read_count(Fields& fields, Formula& formula) {
    formula.kind = Kind::reference;
    const std::string of = fields.text("count"), where = fields.text("where");
    formula.text = "count:" + of;
    const auto reference = parse_reference(formula.text);
    if (reference && reference->parts.size() == 2)
      formula.reference = *reference;
    else
      report_bad(*fields.optional("count"), {"count 写“表.列”", "count is TABLE.COLUMN"});
    formula.where = parse_goal(where);
    if (!formula.where && !where.empty())
      diagnostics_.report(rule::bad_goal, fields.position_of("where"), where, {where});
  }

  Checks& checks_;
  Diagnostics& diagnostics_;
};

}  // namespace

Checks read_checks(const yaml::Value& file, Diagnostics& diagnostics) {
  Checks checks;
  ChecksReader(checks, diagnostics).read(file);
  return checks;
}

}  // namespace yaodian
