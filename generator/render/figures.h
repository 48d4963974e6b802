// Figures as a reader sees them. The same figure is the same text everywhere.
#pragma once

#include <string>
#include <string_view>

#include "base/html.h"
#include "model/plan.h"
#include "render/plan_context.h"

namespace yaodian {

// "1,600人", "94.30%"; the number alone where WITH_COUNT is false.
std::string figure_text(Decimal value, std::string_view count, bool with_count = true);

// The same of COLUMN's unit of count.
std::string figure_text(const Column& column, Decimal value);

// What AFTER is more or less than BEFORE: "+120", "−3", "0".
std::string difference_text(Decimal before, Decimal after);

// A cell without its unit of count: "1,600", "待定", "—" for a blank.
std::string cell_text(const Words& words, const Cell& cell);

// The sum of a column in the same way.
std::string sum_text(const Column& column);

// What data-value says of a cell: "1600", "undecided", "blank".
std::string cell_value(const Cell& cell);

// "1.6%": PART of WHOLE with one decimal; two where it would be below 0.1; "" where WHOLE is zero.
std::string share_text(const Words& words, Decimal part, Decimal whole);

// "66.7%": DONE of QUOTA, which must not be zero; in words where that is more than a Decimal holds.
std::string completion_text(const Words& words, Decimal done, Decimal quota);

// "第12位" with "并列" where others share the rank; "" for rank 0.
std::string rank_text(const Words& words, uint32_t rank, bool shared);
// The same of a row by its figure in the table.
std::string rank_text(const Column& column, size_t row);

// True if the row's cell meets the column's goal.
bool meets_goal(const Column& column, const Cell& cell);

// The distribution of a column with the unit of ROW marked, its text alternative in words.
Html distribution_of(const Column& column, size_t row, std::string_view unit);

// The bullet chart of the figure of ROW against the column's goal.
Html bullet_of(const Column& column, size_t row, std::string_view unit);

// The strip of all units of a column against its goal.
Html strip_of(const Column& column);

}  // namespace yaodian
