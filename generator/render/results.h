// Results (成效): figures of reports as cards, each with its meaning, its day and its source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"
#include "render/plan_context.h"

namespace yaodian {

// What stands on a card in the place of the figure's own words, and beside them.
struct CardStyle {
  std::string label;  // of the list as a whole, for those who do not see it
  std::string title;  // of a single card; "" for the figure's own
};

// Returns FIGURES of REPORT as a list of cards for the page at PATH. On the report's own page they
// have anchors ("figure-ID"); elsewhere their day leads there.
Html result_cards(const PlanContext& context, const Report& report,
                  const std::vector<const ReportFigure*>& figures, const CardStyle& style,
                  std::string_view path);

// Returns the address of FIGURE, on the page of REPORT, for the page at PATH.
std::string figure_url(const PlanContext& context, const Report& report, const ReportFigure& figure,
                       std::string_view path);

}  // namespace yaodian
