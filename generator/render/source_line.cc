#include "render/source_line.h"

#include <string>

namespace yaodian {

Html source_line(const PlanContext& context, const Position& position, std::string_view) {
  Html html;
  if (!position.known()) return html;
  const std::string folder = context.publisher.id + "/" + context.plan.year + "/";
  std::string name = position.source->name;
  if (name.starts_with(folder)) name.erase(0, folder.size());
  if (position.line > 0) name += ":" + std::to_string(position.line);
  html.element("span", {{"class", "file"}}, name);
  return html;
}

}  // namespace yaodian
