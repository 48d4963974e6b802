// Statuses as a reader sees them: a word and a shape as well as a colour.
#pragma once

#include <string>
#include <string_view>

#include "assess/agenda.h"
#include "assess/judgement.h"
#include "base/html.h"

namespace yaodian {

// "滞后".
std::string_view status_word(Status status);
std::string_view status_word(ItemStatus status);

// One character that says the same without colour: "▽".
std::string_view status_shape(Status status);
std::string_view status_shape(ItemStatus status);

// The css class that carries its colour: "behind". Charts take it as their tone.
std::string_view status_tone(Status status);
std::string_view status_tone(ItemStatus status);

// <span class="status TONE"><span class="shape" aria-hidden="true">▽</span>滞后</span>
Html status_badge(Status status);
Html status_badge(ItemStatus status);

// All statuses in the order in which counts of them are shown.
inline constexpr Status kStatusOrder[] = {
    Status::done,    Status::on_pace, Status::met,          Status::behind,    Status::far_behind,
    Status::overdue, Status::unmet,   Status::not_reported, Status::undecided, Status::no_quota,
};

// The same of the ledger: what needs doing comes first.
inline constexpr ItemStatus kItemStatusOrder[] = {ItemStatus::overdue, ItemStatus::soon,
                                                  ItemStatus::open, ItemStatus::written_off};

}  // namespace yaodian
