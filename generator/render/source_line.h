// Where a figure stands in the content, as a page names it.
#pragma once

#include <string_view>

#include "base/html.h"
#include "render/plan_context.h"

namespace yaodian {

// <span class="file">documents/finance.md:62</span>, for the page at PATH: the file within the
// plan's folder and the line. Empty for nowhere.
Html source_line(const PlanContext& context, const Position& position, std::string_view path);

}  // namespace yaodian
