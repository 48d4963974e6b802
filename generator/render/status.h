// Statuses as a reader sees them: a word and a shape as well as a colour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assess/agenda.h"
#include "assess/judgement.h"
#include "base/html.h"
#include "render/view.h"

namespace yaodian {

class Word;
class Words;

// "临期" among the words of the interface. That of a quota is in assess/judgement.h.
Word status_word(ItemStatus status);

// The css class that carries its colour, and the shape that says the same without colour:
// "behind". Charts take it as their tone.
std::string_view status_tone(Status status);
std::string_view status_tone(ItemStatus status);

// <span class="status TONE">滞后</span>; the style sheet draws the shape.
Html status_badge(const Words& words, Status status);
Html status_badge(const Words& words, ItemStatus status);
// The same for another TONE of the style sheet.
Html badge(std::string_view tone, std::string_view word);

// COUNTS that are not 0, each as "badge" and "number", what needs doing first.
std::vector<View> count_views(const Words& words, const ItemCounts& counts);

// All statuses in the order in which counts of them are shown.
inline constexpr Status kStatusOrder[] = {
    Status::done,    Status::on_pace, Status::met,          Status::behind,    Status::far_behind,
    Status::overdue, Status::unmet,   Status::not_reported, Status::undecided, Status::no_quota,
};

// The same of the ledger: what needs doing comes first.
inline constexpr ItemStatus kItemStatusOrder[] = {ItemStatus::overdue, ItemStatus::soon,
                                                  ItemStatus::open, ItemStatus::written_off};

}  // namespace yaodian
