#include "base/words.h"
#include "render/frame.h"
#include "render/overview.h"
#include "render/views.h"

namespace yaodian {
namespace {

View plan_item(const PlanContext& context, std::string_view path) {
  const Plan& plan = context.plan;
  View item;
  item.text("title", plan.title).text("year", plan.year);
  item.text("url", relative_link(path, plan_path(context.publisher, plan)));
  item.text_if("issued", plan.issued ? context.words.date(*plan.issued) : "");
  add_contents(item, context);
  return item;
}

// The plan that the front page leads with.
View opened_item(const PlanContext& context, std::string_view path) {
  View item = plan_item(context, path);
  item.text("publisher", context.publisher.name);
  add_actions(item, context, path);
  add_headlines(item, context, path);
  add_overview(item, context, path);
  return item;
}

View publisher_item(const Publisher& publisher, const PublisherContexts& plans,
                    std::string_view path) {
  std::vector<View> items;
  for (auto at = plans.rbegin(); at != plans.rend(); ++at) items.push_back(plan_item(**at, path));
  View item;
  item.text("name", publisher.name).text("url", relative_link(path, publisher_path(publisher)));
  item.flag("has_plans", !items.empty()).list("plans", std::move(items));
  return item;
}

}  // namespace

View portal_view(const Site& site, const PlanContexts& contexts, std::string_view path) {
  View view;
  add_frame(view, site, path, site.title);
  std::vector<View> publishers, opened;
  bool sample = false;
  size_t plans = 0;
  for (size_t p = 0; p < contexts.size(); ++p) {
    publishers.push_back(publisher_item(site.publishers[p], contexts[p], path));
    plans += contexts[p].size();
    for (const auto& context : contexts[p]) {
      if (context->publisher.id + "/" + context->plan.year != site.opens.id) continue;
      opened.push_back(opened_item(*context, path));
      sample |= shows_sample(*context);
    }
  }
  if (plans == 0) publishers.clear();
  add_sample(view, sample);
  view.flag("is_empty", plans == 0).number("plan_count", plans);
  view.number("publisher_count", publishers.size());
  view.list("opened", std::move(opened)).list("publishers", std::move(publishers));
  return view;
}

}  // namespace yaodian
