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
  item.text_if("issued", plan.issued ? plan.issued->chinese() : "");
  const auto amount = [&](Name name, size_t number) {
    item.text_if(name, number > 0 ? std::to_string(number) : "");
  };
  amount("documents", plan.documents.size());
  amount("tables", plan.tables.size() + plan.text_tables.size());
  amount("units", context.units.size());
  amount("targets", plan.targets.size());
  return item;
}

}  // namespace

View portal_view(const Site& site, const PlanContexts& contexts, std::string_view path) {
  View view;
  add_frame(view, site, path, site.title);
  std::vector<View> publishers, opened;
  bool sample = false;
  for (const auto& plans : contexts) {
    std::vector<View> items;
    for (auto at = plans.rbegin(); at != plans.rend(); ++at) {
      const PlanContext& context = **at;
      items.push_back(plan_item(context, path));
      if (context.publisher.id + "/" + context.plan.year != site.opens.id) continue;
      View lead = plan_item(context, path);
      lead.text("publisher", context.publisher.name);
      add_actions(lead, context, path);
      add_headlines(lead, context, path);
      add_overview(lead, context, path);
      sample |= shows_sample(context);
      opened.push_back(std::move(lead));
    }
    if (plans.empty()) continue;
    View publisher;
    publisher.text("name", plans.front()->publisher.name).list("plans", std::move(items));
    publishers.push_back(std::move(publisher));
  }
  add_sample(view, sample);
  view.flag("is_empty", publishers.empty())
      .list("opened", std::move(opened))
      .list("publishers", std::move(publishers));
  return view;
}

}  // namespace yaodian
