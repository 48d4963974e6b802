#include "build.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <tuple>

#include "base/compression.h"
#include "base/files.h"
#include "base/rules.h"
#include "check/check.h"
#include "model/assemble.h"
#include "pages/site_map.h"
#include "publish/verification.h"
#include "read/words.h"
#include "render/assets.h"
#include "render/frame.h"
#include "render/render.h"
#include "render/views.h"
#include "search/index.h"

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

// The heaviest of the pages that pass by. Most of them are lighter than those that are kept, which
// is seen without waiting for other threads.
class Scales {
 public:
  void weigh(const std::string& path, size_t bytes) {
    if (bytes < least_ || !path.ends_with(".html")) return;
    const std::lock_guard lock(mutex_);
    const auto before = [](const Weight& a, const Weight& b) {
      return std::tie(b.bytes, a.path) < std::tie(a.bytes, b.path);
    };
    Weight one{bytes, path};
    const auto place = std::upper_bound(pages_.begin(), pages_.end(), one, before);
    pages_.insert(place, std::move(one));
    if (pages_.size() > kHeaviest) pages_.pop_back();
    if (pages_.size() == kHeaviest) least_ = pages_.back().bytes;
  }
  std::vector<Weight> take() { return std::move(pages_); }

 private:
  std::mutex mutex_;
  std::vector<Weight> pages_;      // the heaviest first
  std::atomic<size_t> least_ = 0;  // a lighter one is not kept
};

// Counts what passes by, and how long verifying, compressing and writing it takes, summed over the
// threads.
class Meter {
 public:
  // Each file is written as it is, and in ENCODINGS where that makes it smaller.
  Meter(Build& build, Sink verify, Encodings encodings, Sink write)
      : build_(build),
        verify_(std::move(verify)),
        encodings_(encodings),
        write_(std::move(write)) {}

  void operator()(const std::string& path, std::string_view bytes) {
    const Clock::time_point begin = Clock::now();
    verify_(path, bytes);
    scales_.weigh(path, bytes.size());
    verifying_ += (Clock::now() - begin).count();
    write(path, bytes);
    if (!encodings_.any() || !is_compressible(path)) return;
    if (encodings_.gzip) compress(path + ".gz", bytes, gzip);
    if (encodings_.brotli) compress(path + ".br", bytes, brotli);
  }

  // Divides the time of the last step, over JOBS threads, into rendering, verifying and writing.
  void finish(unsigned jobs) {
    build_.files = files_;
    build_.bytes = bytes_;
    build_.heaviest = scales_.take();
    const size_t render = build_.timings.size() - 1;
    for (const auto& [step, sum] :
         {std::pair("verify", &verifying_), {"compress", &compressing_}, {"write", &writing_}}) {
      if (sum == &compressing_ && !encodings_.any()) continue;
      double& rest = build_.timings[render].second;
      const double part = std::min(rest, seconds(Clock::duration(sum->load())) / jobs);
      rest -= part;
      build_.timings.emplace_back(step, part);
    }
  }

 private:
  void write(const std::string& path, std::string_view bytes) {
    const Clock::time_point begin = Clock::now();
    write_(path, bytes);
    ++files_;
    bytes_ += bytes.size();
    writing_ += (Clock::now() - begin).count();
  }

  void compress(const std::string& path, std::string_view bytes,
                std::string (*encode)(std::string_view)) {
    const Clock::time_point begin = Clock::now();
    const std::string encoded = encode(bytes);
    compressing_ += (Clock::now() - begin).count();
    if (encoded.size() < bytes.size()) write(path, encoded);
  }

  Build& build_;
  Sink verify_;
  Encodings encodings_;
  Sink write_;
  Scales scales_;
  std::atomic<size_t> files_ = 0;
  std::atomic<size_t> bytes_ = 0;
  std::atomic<Clock::rep> verifying_ = 0;
  std::atomic<Clock::rep> compressing_ = 0;
  std::atomic<Clock::rep> writing_ = 0;
};

// What a run renders.
struct Work {
  const BuildOptions& options;
  const Site& site;
  const Reconciliations& reconciliations;
  const std::vector<Page>& pages;
  const std::vector<Asset>& assets;
};

// Every file of the site, with what an editor looks at if it is wrong.
class SiteFiles {
 public:
  explicit SiteFiles(const Work& work) : templates_(work.options.templates) {
    files.reserve(work.pages.size() + work.assets.size());
    for (const Page& page : work.pages) {
      const std::string_view origin = origin_of(page.kind);
      files.push_back({page.path, origin});
      for (const FileKind kind : page.files)
        files.push_back({texts_.emplace_back(download_path(page, kind)), origin});
    }
    for (const Asset& asset : work.assets) {
      texts_.push_back((work.options.assets / asset.name).generic_string());
      files.push_back({asset.path, texts_.back()});
    }
  }

  std::vector<SiteFile> files;  // they refer to this and to the work

 private:
  std::string_view origin_of(PageKind kind) {
    std::string_view& origin = origins_[kind];
    if (!origin.data()) {
      const std::string name(template_of(kind));
      origin = texts_.emplace_back((templates_ / (name + ".html")).generic_string());
    }
    return origin;
  }

  const std::filesystem::path& templates_;
  std::map<PageKind, std::string_view> origins_;
  std::deque<std::string> texts_;
};

// Makes the files PATHS once more.
std::map<std::string, std::string> files_again(const Work& work, const Templates& templates,
                                               const std::vector<std::string>& paths) {
  std::map<std::string, std::string> files;
  for (const std::string& path : paths) files[path];
  std::vector<Page> pages;
  std::copy_if(work.pages.begin(), work.pages.end(), std::back_inserter(pages),
               [&](const Page& page) { return files.contains(page.path); });
  const Sink keep = [&](const std::string& path, std::string_view bytes) {
    const auto wanted = files.find(path);
    if (wanted != files.end()) wanted->second = bytes;
  };
  Diagnostics reported_before;
  render(work.site, work.reconciliations, pages, templates, work.assets, work.options.as_of, 1,
         keep, reported_before);
  return files;
}

void render_and_publish(const Work& work, Build& build, Stopwatch& watch) {
  const BuildOptions& options = work.options;
  std::optional<Publication> publication;
  if (options.publish) {
    publication.emplace(options.output,
                        std::vector{options.content, options.templates, options.assets},
                        options.on_wait);
  }
  const Manifest ours = read_manifest(options.output);
  const SiteFiles site_files(work);
  Verification verification(
      site_files.files, base_path(work.site.base_url),
      [&](const std::string& path) { return is_foreign(options.output, ours, path); });
  Meter meter(
      build,
      [&](const std::string& path, std::string_view bytes) { verification.scan(path, bytes); },
      publication ? options.compress.value_or(work.site.compress) : Encodings(),
      [&](const std::string& path, std::string_view bytes) {
        if (publication) publication->write(path, bytes);
      });
  render(work.site, work.reconciliations, work.pages, build.templates, work.assets, options.as_of,
         options.jobs, std::ref(meter), build.diagnostics);
  watch.lap("render");
  meter.finish(options.jobs);
  // What a template asks for in vain leaves holes in its pages: those are no faults of their own.
  if (build.diagnostics.has_errors()) return;
  verification.report(
      [&](const std::vector<std::string>& paths) {
        return files_again(work, build.templates, paths);
      },
      build.diagnostics, build.made);
  if (!publication || build.diagnostics.has_errors()) return;
  build.changes = publication->publish(options.keep);
  if (const auto& failure = publication->failure()) {
    build.diagnostics.report(rule::cannot_publish, {}, "", {failure->path, failure->reason});
  }
  publication.reset();
  watch.lap("publish");
}

}  // namespace

Build build(const BuildOptions& options) {
  Build build;
  Stopwatch watch(build);
  build.content = read_content(options.content, options.jobs, build.diagnostics);
  Site site = assemble(build.content, options.jobs, build.diagnostics);
  build.words = read_word_list(options.templates, site.language, build.diagnostics);
  give_words(site, words_of(build.words, build.diagnostics));
  watch.lap("read");
  const Reconciliations reconciliations = check(site, options.jobs, build.diagnostics);
  const std::vector<Page> pages = list_pages(site, build.diagnostics);
  watch.lap("check");
  build.templates = read_templates(options.templates, template_names(), build.words, options.jobs,
                                   build.diagnostics);
  std::vector<Asset> assets = read_assets(options.assets, build.diagnostics);
  watch.lap("templates");
  if (site.has_search && !build.diagnostics.has_errors()) {
    for (search::File& file : search::index_files(site, options.jobs))
      assets.push_back({std::move(file.name), std::move(file.path), std::move(file.bytes)});
    watch.lap("search");
  }
  build.pages = static_cast<size_t>(std::count_if(
      pages.begin(), pages.end(), [](const Page& page) { return page.path.ends_with(".html"); }));
  if (!build.diagnostics.has_errors())
    render_and_publish({options, site, reconciliations, pages, assets}, build, watch);
  build.diagnostics.sort();
  return build;
}

}  // namespace yaodian
