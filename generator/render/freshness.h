// What each page says of the date of its data: one line at its foot.
#pragma once

#include "assess/freshness.h"
#include "pages/site_map.h"
#include "render/plan_context.h"
#include "render/view.h"
#include "render/views.h"

namespace yaodian {

// Returns the dates of what reaches PAGE. `issued` is that of the document or the plan, on the
// pages of these and where no report reaches the page. Nothing is
// known of the page for addresses that do not exist, and of content without any date.
Freshness freshness_of(const Page& page, const PlanContexts& contexts);

// Adds the section "freshness", what is known of PAGE; false on the page for addresses that do not
// exist.
void add_freshness(View& view, const Words& words, const Page& page, const PlanContexts& contexts);

}  // namespace yaodian
