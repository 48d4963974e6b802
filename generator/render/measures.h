// Figures of shared measures (指标) as pages show them: side by side, and from one to the others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assess/comparison.h"
#include "render/views.h"

namespace yaodian {

// FIGURE, of the plan of CONTEXT, as an item of a list: docs/templates.md, topics.html, lists the
// names.
View figure_view(const PlanContext& context, const MeasureFigure& figure, std::string_view path);

// Where the documents state FIGURE: the first sentence that links to it, or the place that a
// report names. One item or none, with the names of statement_views(); its sentence may be empty.
std::vector<View> wording_views(const PlanContext& context, const MeasureFigure& figure,
                                std::string_view path);

// CHANGE from BEFORE to AFTER as a reader sees it: "比2017年 +0.32亿元，+7.0%",
// "比2014年 −1.5个百分点", "与2017年持平"; "" where there is an obstacle, and obstacle_text() says
// which: "口径不同：只计独立建会".
std::string change_text(const Words& words, const Change& change, const MeasureFigure& before,
                        const MeasureFigure& after);
std::string obstacle_text(const Words& words, const Change& change);

// Adds "shared": the measure that TARGET, or each column of TABLE, is of, with the other figures
// that PLANS, the publisher's, have of it. docs/templates.md, target.html, lists the names.
bool add_shared(View& view, const PublisherContexts& plans, const Target& target,
                std::string_view path);
bool add_shared(View& view, const PublisherContexts& plans, const TaskTable& table,
                std::string_view path);

// Adds "other_years": the pages of UNIT in those of PLANS that are not of OWN, the newest first.
void add_other_years(View& view, const PublisherContexts& plans, const PlanContext& own,
                     UnitIndex unit, std::string_view path);

}  // namespace yaodian
