#include "render/status.h"

#include "base/words.h"

namespace yaodian {
namespace {

struct Look {
  Word word;
  std::string_view tone;
};

std::string_view tone_of(Status status) {
  static constexpr std::string_view kTones[] = {"done",      "on-pace", "behind", "far-behind",
                                                "overdue",   "met",     "unmet",  "not-reported",
                                                "undecided", "no-quota"};
  return kTones[static_cast<size_t>(status)];
}

const Look& look_of(ItemStatus status) {
  static constexpr Look kLooks[] = {
      {"task-written-off", "done"},
      {"task-overdue", "overdue"},
      {"task-soon", "behind"},
      {"task-open", "open"},
  };
  return kLooks[static_cast<size_t>(status)];
}

}  // namespace

Word status_word(ItemStatus status) { return look_of(status).word; }
std::string_view status_tone(Status status) { return tone_of(status); }
std::string_view status_tone(ItemStatus status) { return look_of(status).tone; }
Html status_badge(const Words& words, Status status) {
  return badge(status_tone(status), words[status_word(status)]);
}
Html status_badge(const Words& words, ItemStatus status) {
  return badge(status_tone(status), words[status_word(status)]);
}

Html badge(std::string_view tone, std::string_view word) {
  Html html;
  html.markup("<span class=\"status ").markup(tone).markup("\">").text(word);
  return html.markup("</span>");
}

std::vector<View> count_views(const Words& words, const ItemCounts& counts) {
  std::vector<View> views;
  for (const ItemStatus status : kItemStatusOrder) {
    const size_t count = counts[static_cast<size_t>(status)];
    if (count == 0) continue;
    views.push_back(View().html("badge", status_badge(words, status)).number("number", count));
  }
  return views;
}

}  // namespace yaodian
