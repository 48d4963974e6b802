#include "render/sitemap.h"

#include <algorithm>
#include <span>

#include "base/html.h"
#include "pages/web_address.h"
#include "render/freshness.h"

namespace yaodian {
namespace {

constexpr std::string_view kSpace = "http://www.sitemaps.org/schemas/sitemap/0.9";

void add_address(Html& xml, const Site& site, std::string_view name, const std::string& path,
                 std::optional<Date> changed) {
  xml.open(name).element("loc", {}, web_address(site.base_url, path));
  if (changed) xml.element("lastmod", {}, changed->iso());
  xml.close(name).markup("\n");
}

std::string document_of(std::string_view root, const Html& content) {
  Html xml;
  xml.markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
  xml.open(root, {{"xmlns", kSpace}}).markup("\n");
  return std::move(xml.add(content).close(root).markup("\n")).str();
}

}  // namespace

std::string sitemap(const Site& site, const std::vector<Page>& pages, const PlanContexts& contexts,
                    size_t part) {
  const std::vector<const Page*> listed = listed_pages(pages);
  const size_t parts = (listed.size() + kSitemapPages - 1) / kSitemapPages;
  Html xml;
  if (part == 0 && parts > 1) {
    for (size_t one = 1; one <= parts; ++one)
      add_address(xml, site, "sitemap", sitemap_path(one), std::nullopt);
    return document_of("sitemapindex", xml);
  }
  const size_t begin = part == 0 ? 0 : (part - 1) * kSitemapPages;
  const size_t end = std::min(begin + kSitemapPages, listed.size());
  for (const Page* page : std::span(listed).subspan(begin, end - begin))
    add_address(xml, site, "url", page->path, freshness_of(*page, contexts).newest());
  return document_of("urlset", xml);
}

}  // namespace yaodian
