// yaodian_bench: builds made-up sites of several sizes and holds the time against a plain write of
// the same files, in turn, so that a slow moment of the machine slows both.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/parallel.h"
#include "base/text.h"
#include "hugo_site.h"
#include "measure.h"
#include "synthetic.h"

namespace yaodian::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage =
    "usage: yaodian_bench [--units N,N,…] [--tables N] [--columns N] [--documents N]\n"
    "                     [--reports N] [--csv] [--change] [--hugo] [--runs N] [--folder DIR]\n"
    "                     [--like-hugo] | --write DIR\n"
    "Builds synthetic sites in a fresh folder under DIR (default: /dev/shm) and removes them.\n"
    "--change builds once more after one figure of the newest report has changed.\n"
    "--hugo builds the same plan with Hugo too; the plan has no gaps then.\n"
    "--like-hugo makes the site that Hugo's is: pages that say what its pages say, by the "
    "templates\n"
    "of tests/bench/templates, without a search and pages of the data files.\n"
    "--write only makes the content of the first size in DIR, to look at or to profile with.\n";

struct WrongUsage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Options {
  Size size;
  std::vector<size_t> units = {1000};
  bool change = false;
  fs::path hugo;  // the program; empty: without it
  size_t runs = 5;
  fs::path folder = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
  fs::path templates = PROJECT_FOLDER "/templates";
  fs::path write;  // empty: measure
};

size_t number(std::string_view text, size_t least) {
  size_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stop != text.data() + text.size() || value < least)
    throw WrongUsage("not a number of at least " + std::to_string(least) + ": " +
                     std::string(text));
  return value;
}

void set(Options& options, std::string_view name, std::string_view value) {
  if (name == "--units") {
    options.units.clear();
    for (const std::string_view one : split(value, ',')) options.units.push_back(number(one, 1));
  } else if (name == "--tables") {
    options.size.tables = number(value, 1);
  } else if (name == "--columns") {
    options.size.columns = number(value, 1);
  } else if (name == "--documents") {
    options.size.documents = number(value, 0);
  } else if (name == "--reports") {
    options.size.reports = number(value, 0);
  } else if (name == "--runs") {
    options.runs = number(value, 1);
  } else if (name == "--folder") {
    options.folder = value;
  } else if (name == "--write") {
    options.write = value;
  } else {
    throw WrongUsage("unknown option " + std::string(name));
  }
}

Options options_of(const std::vector<std::string_view>& arguments) {
  Options options;
  for (size_t at = 0; at < arguments.size(); ++at) {
    if (arguments[at] == "--csv") {
      options.size.csv = true;
    } else if (arguments[at] == "--like-hugo") {
      options.size.extras = false;
      options.templates = PROJECT_FOLDER "/tests/bench/templates";
    } else if (arguments[at] == "--change") {
      options.change = true;
    } else if (arguments[at] == "--hugo") {
      options.size.gaps = false;
      options.hugo = find_hugo();
      if (options.hugo.empty()) throw WrongUsage("there is no program hugo");
    } else if (at + 1 < arguments.size()) {
      set(options, arguments[at], arguments[at + 1]);
      ++at;
    } else {
      throw WrongUsage(std::string(arguments[at]) + " has no value, or is unknown");
    }
  }
  const bool yaml_reports = !options.size.csv && options.size.reports > 0;
  if (!yaml_reports && (options.change || !options.hugo.empty()))
    throw WrongUsage("--change and --hugo need reports with their rows in YAML");
  return options;
}

// A fresh folder that is removed with all that is in it.
class FreshFolder {
 public:
  explicit FreshFolder(const fs::path& parent) {
    std::string name = (parent / "yaodian-bench-XXXXXX").string();
    if (!::mkdtemp(name.data()))
      throw std::runtime_error("cannot make a folder in " + parent.string());
    path_ = name;
  }
  ~FreshFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void make_content(const Size& size, const fs::path& folder) {
  const auto made = in_own_process([&] {
    if (const auto error = write_content(synthetic_content(size), folder))
      throw std::system_error(error, folder.string());
    return Cost();
  });
  if (!made) throw std::runtime_error("the content could not be made");
}

void make_hugo_site(const Size& size, const fs::path& folder) {
  const auto made = in_own_process([&] {
    write_hugo_site(size, folder);
    return Cost();
  });
  if (!made) throw std::runtime_error("the site for Hugo could not be made");
}

// What one build, one plain write and what else was asked for, in turn, have shown.
struct Round {
  Run build;
  Cost write;
  std::optional<Run> change;  // a build after one figure has changed
  std::optional<Run> hugo;
};

// What the rounds of one size have shown.
struct Result {
  size_t units = 0;
  size_t pages = 0;
  size_t bytes = 0;
  std::vector<Round> rounds;
};

struct Tally {
  size_t pages = 0;
  size_t bytes = 0;
};

Tally tally(const fs::path& site) {
  Tally tally;
  for (const auto& entry : fs::recursive_directory_iterator(site)) {
    if (!entry.is_regular_file()) continue;
    tally.pages += entry.path().extension() == ".html";
    tally.bytes += entry.file_size();
  }
  return tally;
}

Run run_build(const fs::path& folder, const fs::path& templates) {
  Run run = run_program({YAODIAN_PROGRAM, "build", "--content", folder / "content", "--output",
                         folder / "site", "--templates", templates, "--assets",
                         PROJECT_FOLDER "/assets", "--timings", "--lang", "en"});
  if (run.status != 0) throw std::runtime_error("the build failed");
  return run;
}

std::string text_of(const fs::path& path) {
  std::error_code error;
  const auto text = read_file(path, error);
  if (!text) throw std::system_error(error, path.string());
  return *text;
}

void write(const fs::path& path, std::string_view text) {
  if (const auto error = write_file(path, text)) throw std::system_error(error, path.string());
}

// Builds over the site that is there after one figure has changed, and takes the change back.
Run run_changed_build(const Size& size, const fs::path& folder, const fs::path& templates) {
  const fs::path report = folder / "content" / newest_report(size);
  const std::string before = text_of(report);
  write(report, with_one_change(before));
  Run run = run_build(folder, templates);
  write(report, before);
  return run;
}

Run run_hugo(const Size& size, const fs::path& hugo, const fs::path& folder) {
  const fs::path site = folder / "hugo-site";
  Run run = run_program({hugo, "--quiet", "--source", folder / "hugo", "--destination", site,
                         "--cacheDir", folder / "hugo-cache"});
  if (run.status != 0) throw std::runtime_error("Hugo failed");
  const size_t pages = tally(site).pages;
  if (pages != hugo_pages(size))
    throw std::runtime_error("Hugo made " + std::to_string(pages) + " pages, not " +
                             std::to_string(hugo_pages(size)));
  fs::remove_all(site);
  return run;
}

Round measure_round(const Size& size, const Options& options, const fs::path& folder) {
  const std::string site = folder / "site", copy = folder / "copy";
  Round round;
  if (!options.hugo.empty()) round.hugo = run_hugo(size, options.hugo, folder);
  round.build = run_build(folder, options.templates);
  const auto write = in_own_process([&] { return plain_write(site, copy, default_jobs()); });
  if (!write) throw std::runtime_error("the plain write failed");
  round.write = *write;
  if (options.change) round.change = run_changed_build(size, folder, options.templates);
  return round;
}

Result measure(const Size& size, const Options& options) {
  const FreshFolder folder(options.folder);
  make_content(size, folder.path() / "content");
  if (!options.hugo.empty()) make_hugo_site(size, folder.path() / "hugo");
  Result result{size.units, expected_pages(size), 0, {}};
  for (size_t run = 0; run <= options.runs; ++run) {
    const Round round = measure_round(size, options, folder.path());
    // The first round makes the machine hand out its memory, and does not count.
    if (run > 0) result.rounds.push_back(round);
    const Tally found = tally(folder.path() / "site");
    if (found.pages != result.pages)
      throw std::runtime_error("the site has " + std::to_string(found.pages) + " pages, not " +
                               std::to_string(result.pages));
    result.bytes = found.bytes;
    fs::remove_all(folder.path() / "site");
    fs::remove_all(folder.path() / "copy");
  }
  return result;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double smallest(const std::vector<double>& values) {
  return *std::min_element(values.begin(), values.end());
}

// Puts what ASK answers of each round through PICK: median() or smallest().
template <class Ask, class Pick>
double over(const Result& result, const Ask& ask, const Pick& pick) {
  std::vector<double> values;
  for (const Round& round : result.rounds) values.push_back(ask(round));
  return pick(values);
}

double build_seconds(const Round& round) { return round.build.cost.seconds; }
double build_processor(const Round& round) { return round.build.cost.processor; }
double write_seconds(const Round& round) { return round.write.seconds; }
double write_processor(const Round& round) { return round.write.processor; }
double peak(const Round& round) { return static_cast<double>(round.build.peak_bytes) / 1e6; }

// Prints one row; VALUE turns a question about a round into the figure to print.
template <class Value>
void print_row(const std::string& name, const Result& result, const Value& value) {
  const double build = value(build_seconds), write = value(write_seconds);
  const double build_work = value(build_processor), write_work = value(write_processor);
  std::printf("%-8s %8.4f %8.4f %8.4f %8.4f %7.1f %7.1f %8.0f %8.1f", name.c_str(), build, write,
              build_work, write_work, build / write, build_work / write_work,
              static_cast<double>(result.pages) / build, value(peak));
  const size_t steps = steps_of(result.rounds.front().build.output).size();
  for (size_t at = 0; at < steps; ++at) {
    const double step =
        value([&](const Round& round) { return steps_of(round.build.output).at(at).second; });
    std::printf(" %9.1f", step * 1e3);
  }
  std::printf("\n");
}

// Prints how ONE of the runs of a round compares with the build: median and least ratio over the
// rounds, and its least costs.
template <class One>
void print_beside(const char* name, const Result& result, const One& one) {
  const auto seconds = [&](const Round& round) { return one(round).cost.seconds; };
  const auto processor = [&](const Round& round) { return one(round).cost.processor; };
  const auto megabytes = [&](const Round& round) {
    return static_cast<double>(one(round).peak_bytes) / 1e6;
  };
  const auto ratio = [&](const Round& round) { return seconds(round) / build_seconds(round); };
  const auto work = [&](const Round& round) { return processor(round) / build_processor(round); };
  std::printf(
      "%s: %.4f s, %.4f s of processors, %.1f MB; %.2f times the build (median of rounds), "
      "%.2f times (least times); processor time %.2f and %.2f\n",
      name, over(result, seconds, smallest), over(result, processor, smallest),
      over(result, megabytes, smallest), over(result, ratio, median),
      over(result, seconds, smallest) / over(result, build_seconds, smallest),
      over(result, work, median),
      over(result, processor, smallest) / over(result, build_processor, smallest));
}

void print(const Result& result, const Size& size) {
  std::printf(
      "\n%zu units, %zu tables of %zu quotas, %zu reports, %zu documents, rows in %s: %zu pages, "
      "%.1f MB\n",
      size.units, size.tables, size.columns, size.reports, size.documents,
      size.csv ? "CSV" : "YAML", result.pages, static_cast<double>(result.bytes) / 1e6);
  std::printf("%-8s %17s %17s %15s\n", "", "seconds", "processor", "ratio");
  std::printf("%-8s %8s %8s %8s %8s %7s %7s %8s %8s", "round", "build", "write", "build", "write",
              "seconds", "proc.", "pages/s", "peak MB");
  for (const auto& [step, time] : steps_of(result.rounds.front().build.output))
    std::printf(" %9s", step.c_str());
  std::printf(" (ms)\n");
  for (size_t at = 0; at < result.rounds.size(); ++at) {
    print_row(std::to_string(at + 1), result,
              [&](const auto& ask) { return ask(result.rounds[at]); });
  }
  print_row("median", result, [&](const auto& ask) { return over(result, ask, median); });
  print_row("least", result, [&](const auto& ask) { return over(result, ask, smallest); });
  if (result.rounds.front().change)
    print_beside("after one change", result, [](const Round& round) { return *round.change; });
  if (result.rounds.front().hugo)
    print_beside("Hugo", result, [](const Round& round) { return *round.hugo; });
}

// How a cost grows with the number of units: 1 is in step with it, 2 with its square.
void print_growth(const Result& small, const Result& large) {
  const double units =
      std::log(static_cast<double>(large.units) / static_cast<double>(small.units));
  const auto exponent = [&](const auto& ask) {
    return std::log(over(large, ask, smallest) / over(small, ask, smallest)) / units;
  };
  std::printf(
      "%zu to %zu units: build %.2f, plain write %.2f; processor time %.2f and %.2f; "
      "peak memory of the build %.2f\n",
      small.units, large.units, exponent(build_seconds), exponent(write_seconds),
      exponent(build_processor), exponent(write_processor), exponent(peak));
}

void measure_all(const Options& options) {
  std::vector<Result> results;
  std::printf("%u threads, in %s\n", default_jobs(), options.folder.c_str());
  for (const size_t units : options.units) {
    Size size = options.size;
    size.units = units;
    results.push_back(measure(size, options));
    print(results.back(), size);
  }
  if (results.size() > 1) std::printf("\ngrowth exponents, of the least times\n");
  for (size_t at = 1; at < results.size(); ++at) print_growth(results[at - 1], results[at]);
}

int run(const std::vector<std::string_view>& arguments) {
  try {
    Options options = options_of(arguments);
    options.size.units = options.units.front();
    if (options.write.empty())
      measure_all(options);
    else
      make_content(options.size, options.write);
    return 0;
  } catch (const WrongUsage& error) {
    std::fprintf(stderr, "yaodian_bench: %s\n%s", error.what(), std::string(kUsage).c_str());
    return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "yaodian_bench: %s\n", error.what());
    return 1;
  }
}

}  // namespace
}  // namespace yaodian::bench

int main(int argc, char** argv) { return yaodian::bench::run({argv + 1, argv + argc}); }
