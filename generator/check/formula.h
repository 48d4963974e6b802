// Formulas, computed exactly from the figures of a plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/findings.h"

namespace yaodian {

struct Computed {
  Rational value;             // 万, 亿 and % multiplied out
  std::string text;           // "4家 ÷ 384户", or the figure of a single input
  std::vector<Input> inputs;  // in the order of the formula
  bool compound = false;      // whether TEXT is an operation
};

// Returns what FORMULA comes to in the plan of FINDINGS. Nothing if a reference leads nowhere, a
// figure is not in the document that is named for it, a reference has no number (待定, a blank, a
// range), or the result is out of range or divided by zero; that has been reported, unless the
// part of the content that it refers to could not be read.
std::optional<Computed> compute(const Formula& formula, Findings& findings);

// Returns the figure that REFERENCE, written at POSITION as TEXT, means; nothing as above.
std::optional<Computed> look_up(const FigureReference& reference, const std::optional<Goal>& where,
                                const Position& position, std::string_view text,
                                Findings& findings);

// Returns the position at which the document (the section, where one is named) states FIGURE;
// nothing if it does not, which is reported, and if there is no such document or heading.
std::optional<Position> stated_at(const Whereabouts& stated, const StatedFigure& figure,
                                  Findings& findings);

// Returns VALUE in UNIT with DECIMALS decimals and SUFFIX: "1.04%"; nothing if it is too large.
std::optional<std::string> shown_as(Rational value, Rational unit, int decimals,
                                    std::string_view suffix);

// Returns what PUBLISHED is more or less than COMPUTED, both in the unit SUFFIX: "+0.40亿元"; of
// rates in points: "−0.93个百分点".
std::string shown_difference(const Words& words, Decimal published, Decimal computed,
                             std::string_view suffix);

// Returns VALUE in UNIT with as many decimals as it takes, 4 at most where it has no end.
std::string shown_exactly(Rational value, Rational unit, std::string_view suffix);

// True if VALUE in UNIT is a decimal of at most four places.
bool ends(Rational value, Rational unit);

}  // namespace yaodian
