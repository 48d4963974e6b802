// What surrounds every page: title, breadcrumbs, the navigation of the plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/plan_context.h"
#include "render/view.h"

namespace yaodian {

class Word;

// A step on the way to a page. The last one is the page itself and has no path.
struct Crumb {
  std::string title;
  std::string path;
};

// Returns the path part of BASE_URL with a closing slash, "" if there is none: for the one page
// that is shown at addresses that do not exist.
std::string base_path(const std::string& base_url);

// Adds the frame of a page outside of any plan. CRUMBS are the steps below the front page, the page
// itself last; empty where the way is not shown.
void add_frame(View& view, const Site& site, std::string_view path, std::string_view title,
               std::vector<Crumb> crumbs = {});

// Adds the frame of a page of a plan. CRUMBS are the steps below the plan, the page itself last;
// empty for the plan's own page.
void add_frame(View& view, const PlanContext& context, std::string_view path,
               std::string_view title, std::vector<Crumb> crumbs);

// What the tables of PLAN are called together.
Word tables_title(const Plan& plan);

// Adds "sample": whether sample data (示例数据) reaches the page, which says so then.
void add_sample(View& view, bool sample);

// A link from the page at PATH: the names "title" and "url".
View link_view(std::string_view path, const Crumb& to);

// Adds the lists "previous" and "next", of one link each or none: the neighbours of place AT of
// COUNT pages. CRUMB(place) gives a neighbour's title and path.
template <class Function>
void add_neighbours(View& view, std::string_view path, size_t at, size_t count,
                    const Function& crumb) {
  std::vector<View> previous, next;
  if (at > 0) previous.push_back(link_view(path, crumb(at - 1)));
  if (at + 1 < count) next.push_back(link_view(path, crumb(at + 1)));
  view.list("previous", std::move(previous)).list("next", std::move(next));
}

}  // namespace yaodian
