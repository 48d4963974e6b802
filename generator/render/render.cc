#include "render/render.h"

#include <algorithm>

#include "base/parallel.h"
#include "render/changes.h"
#include "render/sitemap.h"
#include "render/views.h"

namespace yaodian {
namespace {

AssetLink link_assets(const std::vector<Asset>& assets) {
  return [&assets](std::string_view path, std::string_view name) {
    const Asset* asset = find_asset(assets, name);
    return asset ? relative_link(path, asset->path) : std::string();
  };
}

// Returns the text of PAGE, one of PAGES, which is made without a template.
std::string file_of(const Page& page, const Site& site, const std::vector<Page>& pages,
                    const PlanContexts& contexts) {
  if (page.kind == PageKind::feed) return changes_feed(site, contexts);
  if (page.kind == PageKind::sitemap) return sitemap(site, pages, contexts, page.item);
  const PlanContext& context = *contexts[page.publisher][page.plan];
  return page.kind == PageKind::unit_deadlines
             ? unit_deadlines(context, static_cast<UnitIndex>(page.item))
             : plan_deadlines(context);
}

// A thread does not keep the room of a page larger than this.
constexpr size_t kLargePage = size_t{1} << 20;

}  // namespace

std::vector<std::string> template_names() {
  std::vector<std::string> names;
  for (const PageKind kind :
       {PageKind::portal,    PageKind::search, PageKind::topics,   PageKind::changes,
        PageKind::publisher, PageKind::plan,   PageKind::document, PageKind::table,
        PageKind::units,     PageKind::unit,   PageKind::targets,  PageKind::target,
        PageKind::reports,   PageKind::report, PageKind::ledger,   PageKind::calendar,
        PageKind::checks,    PageKind::files,  PageKind::file,     PageKind::not_found}) {
    names.emplace_back(template_of(kind));
  }
  return names;
}

void render(const Site& site, const Reconciliations& reconciliations,
            const std::vector<Page>& pages, const Templates& templates,
            const std::vector<Asset>& assets, std::optional<Date> as_of, unsigned jobs,
            const Sink& sink, Diagnostics& diagnostics) {
  const PlanContexts contexts = plan_contexts(site, reconciliations, as_of, jobs);
  const AssetLink link = link_assets(assets);
  std::vector<Diagnostics> found(std::max(1u, jobs));  // by thread
  std::vector<std::string> texts(found.size());        // of the page that a thread is at
  parallel_for(pages.size(), jobs, [&](unsigned thread, size_t index) {
    const Page& page = pages[index];
    const std::string_view name = template_of(page.kind);
    std::string& text = texts[thread];
    if (name.empty())
      text.assign(
          std::string_view(file_of(page, site, pages, contexts)));  // keeps the room that there is
    else
      fill_in(text, templates, name, page.path, view_of(page, site, contexts), link, found[thread]);
    sink(page.path, text);
    if (text.capacity() > kLargePage) std::string().swap(text);
  });
  for (Diagnostics& diagnostic : found) diagnostics.take(std::move(diagnostic));
  for (const Asset& asset : assets) sink(asset.path, asset.bytes);
}

}  // namespace yaodian
