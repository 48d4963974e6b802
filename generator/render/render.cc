#include "render/render.h"

#include <algorithm>
#include <atomic>
#include <filesystem>

#include "base/files.h"
#include "base/parallel.h"
#include "base/rules.h"
#include "render/changes.h"
#include "render/downloads.h"
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

// Returns the text of PAGE, one of PAGES, which is made without a template. The memory of ROOM is
// used again.
std::string file_of(const Page& page, const Site& site, const std::vector<Page>& pages,
                    const PlanContexts& contexts, std::optional<Date> as_of, std::string room) {
  if (page.kind == PageKind::feed) return changes_feed(site, contexts, as_of);
  if (page.kind == PageKind::sitemap) return sitemap(site, pages, contexts, page.item);
  const PlanContext& context = *contexts[page.publisher][page.plan];
  return page.kind == PageKind::unit_deadlines
             ? unit_deadlines(context, static_cast<UnitIndex>(page.item), std::move(room))
             : plan_deadlines(context, std::move(room));
}

bool offers_downloads(PageKind kind) {
  return kind == PageKind::plan || kind == PageKind::table || kind == PageKind::text_table ||
         kind == PageKind::unit || kind == PageKind::report;
}

// Makes what readers download.
class Downloads {
 public:
  explicit Downloads(const Sink& sink) : sink_(sink) {}

  // Makes the files of PAGE, hands them to the sink and lets VIEW link to them: they are made first
  // because the page says how large they are. There is no room for others where there was none for
  // one: that is reported once, and no more are made.
  void make(View& view, const Page& page, const PlanContext& context, Diagnostics& diagnostics) {
    const PlanData data{context.site, context.publisher, context.plan, context.progress};
    std::vector<Download> files;
    if (!no_room_) files = make_downloads(data, page);
    for (const Download& file : files) {
      if (!file.error)
        sink_(file.path, file.bytes);
      else if (!no_room_.exchange(true))
        report(file, diagnostics);
    }
    add_downloads(view, files, day_of_downloads(data, page), page.path);
  }

 private:
  // What lacks room is the folder of temporary files, of which an editor may not know.
  static void report(const Download& file, Diagnostics& diagnostics) {
    std::error_code none;
    const std::string folder = std::filesystem::temp_directory_path(none).string();
    diagnostics.report(rule::cannot_publish, {}, "",
                       {file.path + " (TMPDIR: " + folder + ")", reason_of(file.error)});
  }

  const Sink& sink_;
  std::atomic<bool> no_room_ = false;
};

// PAGES so that none is left for one thread at the end: a page of a unit is one of many, any other
// may say something of all of them.
std::vector<const Page*> longest_first(const std::vector<Page>& pages) {
  std::vector<const Page*> order;
  for (const Page& page : pages) order.push_back(&page);
  std::ranges::stable_partition(order, [](const Page* page) {
    return page->kind != PageKind::unit && page->kind != PageKind::unit_deadlines;
  });
  return order;
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
  Downloads downloads(sink);
  const std::vector<const Page*> order = longest_first(pages);
  parallel_for(pages.size(), jobs, [&](unsigned thread, size_t index) {
    const Page& page = *order[index];
    const std::string_view name = template_of(page.kind);
    std::string& text = texts[thread];
    if (name.empty()) {
      text = file_of(page, site, pages, contexts, as_of, std::move(text));
    } else {
      View view = view_of(page, site, contexts);
      if (offers_downloads(page.kind))
        downloads.make(view, page, *contexts[page.publisher][page.plan], found[thread]);
      fill_in(text, templates, name, page.path, view, link, found[thread]);
    }
    sink(page.path, text);
    if (text.capacity() > kLargePage) std::string().swap(text);
  });
  for (Diagnostics& diagnostic : found) diagnostics.take(std::move(diagnostic));
  for (const Asset& asset : assets) sink(asset.path, asset.bytes);
}

}  // namespace yaodian
