#include "render/status.h"

namespace yaodian {
namespace {

struct Look {
  std::string_view word, tone;
};

const Look& look_of(Status status) {
  static constexpr Look kLooks[] = {
      {"已完成", "done"},         {"正常", "on-pace"},      {"滞后", "behind"},
      {"严重滞后", "far-behind"}, {"逾期", "overdue"},      {"达标", "met"},
      {"未达标", "unmet"},        {"未报", "not-reported"}, {"待定", "undecided"},
      {"无任务", "no-quota"},
  };
  return kLooks[static_cast<size_t>(status)];
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

std::string_view status_word(Status status) { return look_of(status).word; }
std::string_view status_word(ItemStatus status) { return look_of(status).word; }
std::string_view status_tone(Status status) { return look_of(status).tone; }
std::string_view status_tone(ItemStatus status) { return look_of(status).tone; }
Html status_badge(Status status) { return badge(status_tone(status), status_word(status)); }
Html status_badge(ItemStatus status) { return badge(status_tone(status), status_word(status)); }

Html badge(std::string_view tone, std::string_view word) {
  Html html;
  html.markup("<span class=\"status ").markup(tone).markup("\">").text(word);
  return html.markup("</span>");
}

}  // namespace yaodian
