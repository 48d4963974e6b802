#include "render/status.h"

namespace yaodian {
namespace {

struct Look {
  std::string_view word, shape, tone;
};

const Look& look_of(Status status) {
  static constexpr Look kLooks[] = {
      {"已完成", "●", "done"},         {"正常", "◆", "on-pace"},      {"滞后", "▽", "behind"},
      {"严重滞后", "▼", "far-behind"}, {"逾期", "■", "overdue"},      {"达标", "●", "met"},
      {"未达标", "▽", "unmet"},        {"未报", "○", "not-reported"}, {"待定", "?", "undecided"},
      {"无任务", "–", "no-quota"},
  };
  return kLooks[static_cast<size_t>(status)];
}

const Look& look_of(ItemStatus status) {
  static constexpr Look kLooks[] = {
      {"已销账", "●", "done"},
      {"逾期", "■", "overdue"},
      {"临期", "▽", "behind"},
      {"未到期", "◇", "open"},
  };
  return kLooks[static_cast<size_t>(status)];
}

Html badge(const Look& look) {
  Html html;
  html.open("span", {{"class", "status " + std::string(look.tone)}});
  html.element("span", {{"class", "shape"}, {"aria-hidden", "true"}}, look.shape);
  html.text(look.word).close("span");
  return html;
}

}  // namespace

std::string_view status_word(Status status) { return look_of(status).word; }
std::string_view status_word(ItemStatus status) { return look_of(status).word; }
std::string_view status_shape(Status status) { return look_of(status).shape; }
std::string_view status_shape(ItemStatus status) { return look_of(status).shape; }
std::string_view status_tone(Status status) { return look_of(status).tone; }
std::string_view status_tone(ItemStatus status) { return look_of(status).tone; }
Html status_badge(Status status) { return badge(look_of(status)); }
Html status_badge(ItemStatus status) { return badge(look_of(status)); }

}  // namespace yaodian
