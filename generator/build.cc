#include "build.h"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "base/files.h"
#include "base/rules.h"
#include "check/check.h"
#include "model/assemble.h"
#include "pages/site_map.h"
#include "render/assets.h"
#include "render/render.h"

namespace yaodian {
namespace {

using Clock = std::chrono::steady_clock;

double seconds(Clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

// Notes how long each step took. The clock reaches --timings only, never the site.
class Stopwatch {
 public:
  explicit Stopwatch(Build& build) : build_(build) {}
  void lap(std::string_view step) {
    const Clock::time_point now = Clock::now();
    build_.timings.emplace_back(step, seconds(now - begin_));
    begin_ = now;
  }

 private:
  Build& build_;
  Clock::time_point begin_ = Clock::now();
};

// Counts what passes by, and how long SINK takes, summed over the threads.
class Meter {
 public:
  Meter(Build& build, Sink sink) : build_(build), sink_(std::move(sink)) {}

  void operator()(const std::string& path, std::string_view bytes) {
    const Clock::time_point begin = Clock::now();
    if (sink_) sink_(path, bytes);
    ++files_;
    bytes_ += bytes.size();
    writing_ += (Clock::now() - begin).count();
  }

  // Divides the time of the last step, over JOBS threads, into rendering and writing.
  void finish(unsigned jobs) {
    build_.files = files_;
    build_.bytes = bytes_;
    auto& [step, time] = build_.timings.back();
    const double writing = std::min(time, seconds(Clock::duration(writing_.load())) / jobs);
    time -= writing;
    build_.timings.emplace_back("write", writing);
  }

 private:
  Build& build_;
  Sink sink_;
  std::atomic<size_t> files_ = 0;
  std::atomic<size_t> bytes_ = 0;
  std::atomic<Clock::rep> writing_ = 0;
};

void render_and_publish(const BuildOptions& options, const Site& site,
                        const Reconciliations& reconciliations, const std::vector<Page>& pages,
                        const std::vector<Asset>& assets, Build& build, Stopwatch& watch) {
  std::optional<Publication> publication;
  if (options.publish) {
    publication.emplace(options.output,
                        std::vector{options.content, options.templates, options.assets});
  }
  Meter meter(build, [&](const std::string& path, std::string_view bytes) {
    if (publication) publication->write(path, bytes);
  });
  render(site, reconciliations, pages, build.templates, assets, options.as_of, options.jobs,
         std::ref(meter), build.diagnostics);
  watch.lap("render");
  meter.finish(options.jobs);
  if (!publication || build.diagnostics.has_errors()) return;
  build.changes = publication->publish();
  if (const auto& failure = publication->failure()) {
    build.diagnostics.report(rule::cannot_publish, {}, "", {failure->path, failure->reason});
  }
  watch.lap("publish");
}

}  // namespace

Build build(const BuildOptions& options) {
  Build build;
  Stopwatch watch(build);
  build.content = read_content(options.content, options.jobs, build.diagnostics);
  const Site site = assemble(build.content, options.jobs, build.diagnostics);
  watch.lap("read");
  const Reconciliations reconciliations = check(site, build.diagnostics);
  const std::vector<Page> pages = list_pages(site, build.diagnostics);
  watch.lap("check");
  build.templates = read_templates(options.templates, template_names(), build.diagnostics);
  const std::vector<Asset> assets = read_assets(options.assets, build.diagnostics);
  watch.lap("templates");
  build.pages = static_cast<size_t>(std::count_if(
      pages.begin(), pages.end(), [](const Page& page) { return page.path.ends_with(".html"); }));
  if (!build.diagnostics.has_errors())
    render_and_publish(options, site, reconciliations, pages, assets, build, watch);
  build.diagnostics.sort();
  return build;
}

}  // namespace yaodian
