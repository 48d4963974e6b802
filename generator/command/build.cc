#include <chrono>
#include <cstdio>
#include <string>
#include <utility>

#include <unistd.h>

#include "command/command.h"

namespace yaodian {
namespace {

std::string size_text(size_t bytes) {
  char text[32];
  if (bytes < 1'000'000)
    std::snprintf(text, sizeof text, "%.0f KB", static_cast<double>(bytes) / 1e3);
  else
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

void print_timings(const Build& build, Language language) {
  static const std::pair<std::string_view, std::string_view> kSteps[] = {
      {"read", "读取"},     {"check", "检查"},  {"templates", "模板"},
      {"search", "索引"},   {"render", "渲染"}, {"verify", "核验"},
      {"compress", "压缩"}, {"write", "写入"},  {"publish", "发布"}};
  for (const auto& [step, time] : build.timings) {
    std::string_view name = step;
    for (const auto& [id, chinese] : kSteps) {
      if (id == step && language == Language::zh) name = chinese;
    }
    std::printf("  %-10s %8.1f ms\n", std::string(name).c_str(), time * 1e3);
  }
}

void print_heaviest(const Build& build, Language language) {
  if (build.heaviest.empty()) return;
  std::printf("%s\n", language == Language::zh ? "最大的页面：" : "the heaviest pages:");
  for (const Weight& page : build.heaviest)
    std::printf("  %9s  %s\n", size_text(page.bytes).c_str(), page.path.c_str());
}

void print_summary(const Build& build, const Arguments& arguments, double time) {
  const bool zh = arguments.language == Language::zh;
  const std::string size = size_text(build.bytes);
  if (!arguments.build.publish) {
    std::printf(zh ? "检查通过：%zu 个页面，%zu 条提醒，用时 %.2f 秒\n"
                   : "all checks passed: %zu pages, %zu warnings, %.2f s\n",
                build.pages, build.diagnostics.warnings(), time);
    return;
  }
  const Changes& changes = *build.changes;
  std::printf(zh ? "已发布 %zu 个页面（%zu 个文件，%s），用时 %.2f 秒\n"
                 : "published %zu pages (%zu files, %s) in %.2f s\n",
              build.pages, build.files, size.c_str(), time);
  std::printf(zh ? "新增 %zu，更新 %zu，未变 %zu，移除 %zu\n"
                 : "%zu added, %zu changed, %zu unchanged, %zu removed\n",
              changes.added, changes.changed, changes.unchanged, changes.removed);
  std::printf(zh ? "打开 %s\n" : "open %s\n",
              (arguments.build.output / "index.html").generic_string().c_str());
}

void print_failure(const Build& build, const Arguments& arguments) {
  const bool zh = arguments.language == Language::zh;
  const size_t errors = build.diagnostics.errors(), warnings = build.diagnostics.warnings();
  if (zh)
    std::fprintf(stderr, "%zu 个错误，%zu 条提醒。", errors, warnings);
  else
    std::fprintf(stderr, "%zu error%s, %zu warning%s.", errors, errors == 1 ? "" : "s", warnings,
                 warnings == 1 ? "" : "s");
  if (arguments.build.publish)
    std::fputs(zh ? "网站没有改动。" : " The site was not changed.", stderr);
  std::fputs("\n", stderr);
}

}  // namespace

int run_build(const Arguments& arguments) {
  BuildOptions options = arguments.build;
  options.on_wait = waiting(arguments);
  const auto begin = std::chrono::steady_clock::now();
  const Build build = yaodian::build(options);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  const bool colour = isatty(STDERR_FILENO) != 0;
  Finder finder;
  for (const Diagnostic& diagnostic : build.diagnostics.all()) {
    std::fputs(format(diagnostic, arguments.language, colour, finder).c_str(), stderr);
  }
  const bool failed = build.diagnostics.has_errors();
  if (failed)
    print_failure(build, arguments);
  else if (!arguments.quiet)
    print_summary(build, arguments, time.count());
  if (arguments.timings) {
    print_timings(build, arguments.language);
    print_heaviest(build, arguments.language);
  }
  return failed ? content_error : success;
}

}  // namespace yaodian
