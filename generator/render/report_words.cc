#include "render/report_words.h"

#include "base/words.h"

namespace yaodian {

std::string report_title(const Words& words, const Report& report) {
  const std::string day = words.date(report.as_of);
  if (!report.corrects) return words.text("as-of", {{"date", day}});
  return words.text("correction-with-id", {{"date", day}, {"id", report.id}});
}

}  // namespace yaodian
