// From the site map to files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "check/reconciliation.h"
#include "model/plan.h"
#include "pages/site_map.h"
#include "render/assets.h"
#include "render/templates.h"

namespace yaodian {

// The templates that a site needs: one for each kind of page.
std::vector<std::string> template_names();

// Takes a finished file. It is called from several threads at once.
using Sink = std::function<void(const std::string& path, std::string_view bytes)>;

// Renders PAGES, of which those of RECONCILIATIONS show the checks, on JOBS threads and hands each
// of them, and every asset, to SINK. Status is judged at AS_OF. Names that the templates use in
// vain are reported.
void render(const Site& site, const Reconciliations& reconciliations,
            const std::vector<Page>& pages, const Templates& templates,
            const std::vector<Asset>& assets, std::optional<Date> as_of, unsigned jobs,
            const Sink& sink, Diagnostics& diagnostics);

}  // namespace yaodian
