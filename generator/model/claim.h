// Claims (勾稽): figures of the source that are recomputed from others, and the contradictions of
// the source that were accepted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/position.h"
#include "base/quantity.h"
#include "base/rational.h"
#include "model/goal.h"
#include "model/whereabouts.h"

namespace yaodian {

// A figure as a text writes it: "1.18%", "4.59亿元", "28户".
struct StatedFigure {
  Decimal number;      // in its own unit: 4.59; its decimals say how precise it is
  Rational unit = 1;   // what one of that unit is worth: 100000000 for 亿, 1/100 for %
  std::string suffix;  // "亿元", "%", "户"; may be empty
  std::string text;    // as a reader sees it: "4.59亿元", "65,600人"

  Rational value() const { return *multiply(Rational(number), unit); }
};

// Reads "1.18%", "4.59亿元", "-3户", "65,600". Returns nothing for anything else.
std::optional<StatedFigure> parse_stated(std::string_view text);

// What one of a unit of count is worth: 10000 for 万元, 1/100 for %, 1 for 户.
Rational worth_of(std::string_view count);
// Returns NUMBER, which counts in FROM, in the unit of count TO: 50 万元 of 500000 元; nothing where
// that is out of range.
std::optional<Rational> in_count(Decimal number, std::string_view from, std::string_view to);
// The unit of count that it multiplies: 元 of 万元.
std::string_view without_magnitude(std::string_view count);

// What a formula or an acceptance refers to: a figure of the plan.
struct FigureReference {
  enum class Kind : uint8_t {
    total,    // total:TABLE.COLUMN
    average,  // average:TABLE.COLUMN, the plain mean of the column's numbers
    count,    // count:TABLE, its rows; count:TABLE.COLUMN, those that have a number
    cell,     // cell:TABLE.COLUMN.UNIT
    target,   // target:ID
    report,   // report:REPORT.FIGURE, .TARGET, .TABLE.COLUMN or .TABLE.COLUMN.UNIT
  };

  Kind kind = Kind::total;
  std::vector<std::string> parts;  // what the dots divide, none of them empty
};

// Reads a reference in one of the forms above; nothing for anything else.
std::optional<FigureReference> parse_reference(std::string_view text);

// Returns REFERENCE as an editor writes it.
std::string to_string(const FigureReference& reference);

// How a figure is computed: a tree of operations over figures.
struct Formula {
  enum class Kind : uint8_t {
    constant,
    reference,
    sum,
    difference,  // the first less all others
    product,
    ratio,  // the first divided by the second
    average,
    round,
  };

  Kind kind = Kind::constant;
  StatedFigure number;        // of a constant; of round, the step that it rounds to
  std::string means;          // of a constant: what it is
  Whereabouts stated;         // of a constant
  FigureReference reference;  // of a reference
  std::optional<Goal> where;  // of a reference to a count: only the numbers that meet it
  Rounding rounding = Rounding::half_up;  // of round
  std::vector<Formula> parts;             // of an operation; of round, one
  std::string text;                       // of a reference, as written
  Position position;
};

// A figure that a document states, and how it is recomputed.
struct Claim {
  std::string says;  // the sentence, in short
  StatedFigure figure;
  Whereabouts stated;
  Formula equals;
  std::optional<StatedFigure> tolerance;
  std::string accepted;  // why the contradiction stays; "" where there is none
  Position accepted_position;
  Position figure_position;
  Position position;
};

// A contradiction that the automatic checks find and that stays, with the reason.
struct Acceptance {
  FigureReference of;
  std::string text;  // of the reference, as written
  std::string reason;
  Position position;  // of the reference
};

struct Checks {
  std::vector<Claim> claims;  // as in the file
  std::vector<Acceptance> acceptances;
};

}  // namespace yaodian
