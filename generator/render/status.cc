#include "render/status.h"

namespace yaodian {
namespace {

struct Look {
  std::string_view word, tone;
};

std::string_view tone_of(Status status) {
  static constexpr std::string_view kTones[] = {"done",      "on-pace", "behind", "far-behind",
                                                "overdue",   "met",     "unmet",  "not-reported",
                                                "undecided", "no-quota"};
  return kTones[static_cast<size_t>(status)];
}

const Look& look_of(ItemStatus status) {
  static constexpr Look kLooks[] = {
      {"已销账", "done"},
      {"逾期", "overdue"},
      {"临期", "behind"},
      {"未到期", "open"},
  };
  return kLooks[static_cast<size_t>(status)];
}

}  // namespace

std::string_view status_word(ItemStatus status) { return look_of(status).word; }
std::string_view status_tone(Status status) { return tone_of(status); }
std::string_view status_tone(ItemStatus status) { return look_of(status).tone; }
Html status_badge(Status status) { return badge(status_tone(status), status_word(status)); }
Html status_badge(ItemStatus status) { return badge(status_tone(status), status_word(status)); }

Html badge(std::string_view tone, std::string_view word) {
  Html html;
  html.markup("<span class=\"status ").markup(tone).markup("\">").text(word);
  return html.markup("</span>");
}

}  // namespace yaodian
