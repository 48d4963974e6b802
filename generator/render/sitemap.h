// The list of pages for search engines (sitemaps.org).
#pragma once

#include <string>
#include <vector>

#include "pages/site_map.h"
#include "render/views.h"

namespace yaodian {

// Returns part PART of the sitemap of PAGES with their absolute addresses and the day on which each
// changed last as far as the content says (lastmod). Part 0 of a site of more than kSitemapPages
// pages is the index of the others. The site must have a base_url.
std::string sitemap(const Site& site, const std::vector<Page>& pages, const PlanContexts& contexts,
                    size_t part);

}  // namespace yaodian
