#include "cli.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "base/parallel.h"
#include "base/rules.h"
#include "build.h"
#include "publish/rollback.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

enum Exit : int { success = 0, content_error = 1, usage_error = 2 };

enum class Command : uint8_t { build, check, rollback };

struct Arguments {
  Command command = Command::build;
  BuildOptions build;
  size_t keep = 0;
  size_t to = 1;
  std::string as_of;
  std::string lang = "zh";
  bool quiet = false;
  bool timings = false;
};

// Help is asked for in a language before the arguments are parsed.
Language language_of(int argc, char** argv) {
  for (int at = 1; at < argc; ++at) {
    const std::string_view argument = argv[at];
    if (argument == "--lang=en") return Language::en;
    if (argument == "--lang" && at + 1 < argc && std::string_view(argv[at + 1]) == "en")
      return Language::en;
  }
  return Language::zh;
}

// NAME in the current folder, or the one installed with the program.
fs::path default_folder(const std::string& name) {
  std::error_code error;
  if (fs::is_directory(name, error)) return name;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share" / "yaodian" / name;
  return fs::is_directory(installed, error) ? installed : fs::path(name);
}

constexpr Text kOptions{"选项", "Options"};

class CommandLine {
 public:
  explicit CommandLine(Language language) : language_(language) {
    arguments_.build.templates = default_folder("templates");
    arguments_.build.assets = default_folder("assets");
    arguments_.build.jobs = default_jobs();
    app_.description(
        words({"要点：由 YAML、CSV 和 Markdown 生成工会年度工作计划网站。",
               "Yaodian: a web site of annual union work plans from YAML, CSV and Markdown."}));
    app_.name("yaodian");
    app_.set_help_flag("-h,--help", words({"显示这份说明", "show this help"}));
    app_.set_version_flag("--version", "yaodian " YAODIAN_VERSION,
                          words({"显示版本", "show the version"}));
    app_.require_subcommand(1);
    app_.fallthrough(false);
    translate(app_);
    build_ = command("build",
                     {"检查内容并发布网站；有错误就什么都不写",
                      "check the content and publish the site; nothing is written on an error"});
    add_keep(*build_);
    check_ = command("check", {"只检查，不写任何文件", "check only, write nothing"});
    rollback_ = add_rollback();
    app_.footer(
        words({"例：yaodian build --output /srv/www/plans\n退出状态：0 成功，1 "
               "内容有错、发布或换回失败，2 用法不对。",
               "example: yaodian build --output /srv/www/plans\nexit status: 0 success, 1 errors "
               "in the content, in publishing or in putting back, 2 wrong usage"}));
  }

  // Returns the exit status if the program ends here.
  std::optional<int> parse(int argc, char** argv) {
    if (const std::string_view first = argc > 1 ? argv[1] : "-"; !first.starts_with('-')) {
      if (first != "build" && first != "check" && first != "rollback")
        return refuse(words({"没有这个命令：", "no such command: "}).append(first));
    }
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& asked) {
      return app_.exit(asked);
    } catch (const CLI::ParseError& error) {
      return refuse(describe(error));
    }
    if (check_->parsed()) arguments_.command = Command::check;
    if (rollback_->parsed()) arguments_.command = Command::rollback;
    arguments_.build.publish = build_->parsed();
    if (build_->count("--keep") > 0) arguments_.build.keep = arguments_.keep;
    if (!arguments_.as_of.empty()) arguments_.build.as_of = Date::parse(arguments_.as_of);
    return std::nullopt;
  }

  const Arguments& arguments() const { return arguments_; }

 private:
  std::string words(Text text) const { return std::string(text.in(language_)); }

  void translate(CLI::App& app) const {
    if (language_ == Language::en) return;
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(28);
    formatter->label("Usage", "用法");
    formatter->label("OPTIONS", "选项");
    formatter->label("SUBCOMMAND", "命令");
    formatter->label("SUBCOMMANDS", "命令");
    app.formatter(formatter);
    app.get_help_ptr()->group(words(kOptions));
    if (app.get_version_ptr()) app.get_version_ptr()->group(words(kOptions));
  }

  CLI::App* command(const std::string& name, Text purpose) {
    CLI::App* app = plain_command(name, purpose);
    add_folders(*app, name == "build");
    add_settings(*app);
    add_output(*app);
    return app;
  }

  CLI::App* plain_command(const std::string& name, Text purpose) {
    CLI::App* app = app_.add_subcommand(name, words(purpose));
    app->set_help_flag("-h,--help", words({"显示这份说明", "show this help"}));
    translate(*app);
    app->group(words({"命令", "Commands"}));
    return app;
  }

  CLI::App* add_rollback() {
    CLI::App* app =
        plain_command("rollback", {"换回上一次发布的网站；再运行一次又换回来",
                                   "put the site before this one back; once more undoes it"});
    add_output_folder(*app, {"网站（默认 site）", "the site (default: site)"});
    add_number(*app, "--to", arguments_.to, 1,
               {"换回第几个保留的网站（默认 1，即上一个）",
                "which of the earlier sites (default: 1, the one before)"});
    add_output(*app);
    return app;
  }

  void add_keep(CLI::App& app) {
    add_number(
        app, "--keep", arguments_.keep, 0,
        {"保留以前的几个网站，供 rollback 换回", "how many earlier sites to keep for rollback"});
  }

  void add_number(CLI::App& app, const std::string& name, size_t& value, int least, Text what) {
    const std::string otherwise =
        words(least == 0 ? Text{"写 0 到 99 的整数", "write a whole number from 0 to 99"}
                         : Text{"写 1 到 99 的整数", "write a whole number from 1 to 99"});
    add(app, name, value, "N", what, [least, otherwise](std::string text) {
      return CLI::Range(least, 99)(text).empty() ? std::string() : otherwise;
    });
  }

  void add_output_folder(CLI::App& app, Text what) {
    add(app, "--output", arguments_.build.output, "DIR", what,
        [](const std::string&) { return std::string(); });
  }

  // Adds an option whose value VALID has to say "" of.
  template <class Value, class Valid>
  void add(CLI::App& app, const std::string& name, Value& value, const char* type, Text what,
           const Valid& valid) {
    app.add_option(name, value, words(what))->type_name(type)->check(valid)->group(words(kOptions));
  }

  void add_folders(CLI::App& app, bool publishes) {
    BuildOptions& build = arguments_.build;
    const auto any = [](const std::string&) { return std::string(); };
    add(app, "--content", build.content, "DIR",
        {"内容（默认 content）", "the content (default: content)"}, any);
    add(app, "--templates", build.templates, "DIR",
        {"模板（默认 templates，没有则用程序自带的）",
         "the templates (default: templates, or the installed ones)"},
        any);
    add(app, "--assets", build.assets, "DIR",
        {"样式、脚本和图标（默认 assets，没有则用程序自带的）",
         "style, script and icons (default: assets, or the installed ones)"},
        any);
    add_output_folder(app, publishes ? Text{"网站（默认 site）", "the site (default: site)"}
                                     : Text{"网站（默认 site）；链接可以指到其中别人的文件",
                                            "the site (default: site); links may lead to files of "
                                            "others in it"});
  }

  void add_settings(CLI::App& app) {
    const auto unless = [this](bool valid, Text otherwise) {
      return valid ? std::string() : words(otherwise);
    };
    add(app, "--as-of", arguments_.as_of, "DATE",
        {"评判日期，如 2018-04-30", "the date to judge at, e.g. 2018-04-30"},
        [unless](const std::string& text) {
          return unless(Date::parse(text).has_value(),
                        {"日期写成 2018-04-30 这样", "write a date like 2018-04-30"});
        });
    add(app, "--jobs", arguments_.build.jobs, "N",
        {"线程数（默认等于处理器核数）", "threads (default: one for each core)"},
        [unless](std::string text) {
          return unless(CLI::Range(1, 256)(text).empty(),
                        {"写 1 到 256 的整数", "write a whole number from 1 to 256"});
        });
  }

  void add_output(CLI::App& app) {
    add(app, "--lang", arguments_.lang, "zh|en",
        {"提示语言：zh 或 en", "language of messages: zh or en"}, [this](const std::string& text) {
          return text == "zh" || text == "en" ? std::string()
                                              : words({"写 zh 或 en", "write zh or en"});
        });
    const std::string group = words(kOptions);
    app.add_flag("--timings", arguments_.timings,
                 words({"显示每一步用时", "show how long each step takes"}))
        ->group(group);
    app.add_flag("-q,--quiet", arguments_.quiet,
                 words({"没有问题就不说话", "say nothing unless something is wrong"}))
        ->group(group);
  }

  // Says what is wrong with the usage.
  int refuse(const std::string& what) const {
    std::fprintf(stderr, "yaodian: %s\n%s\n", what.c_str(),
                 words({"用 yaodian --help 查看用法。", "see yaodian --help"}).c_str());
    return usage_error;
  }

  std::string describe(const CLI::ParseError& error) const {
    if (language_ == Language::en) return error.what();
    const std::string what = error.what();
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
      case CLI::ExitCodes::ExtrasError:
        return "不认识的参数：" + what.substr(what.rfind(": ") + 2);
      case CLI::ExitCodes::RequiredError:
        return "缺少命令：build、check 或 rollback";
      case CLI::ExitCodes::ArgumentMismatch:
        return "参数缺少值：" + what.substr(0, what.find(':'));
      default:
        return "参数的值不对：" + what;
    }
  }

  Language language_;
  Arguments arguments_;
  CLI::App app_;
  CLI::App* build_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* rollback_ = nullptr;
};

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
      {"read", "读取"},   {"check", "检查"}, {"templates", "模板"}, {"render", "渲染"},
      {"verify", "核验"}, {"write", "写入"}, {"publish", "发布"}};
  for (const auto& [step, time] : build.timings) {
    std::string_view name = step;
    for (const auto& [id, chinese] : kSteps) {
      if (id == step && language == Language::zh) name = chinese;
    }
    std::printf("  %-10s %8.1f ms\n", std::string(name).c_str(), time * 1e3);
  }
}

void print_summary(const Build& build, const Arguments& arguments, double time, Language language) {
  const bool zh = language == Language::zh;
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

void print_failure(const Build& build, const Arguments& arguments, Language language) {
  const size_t errors = build.diagnostics.errors(), warnings = build.diagnostics.warnings();
  if (language == Language::zh)
    std::fprintf(stderr, "%zu 个错误，%zu 条提醒。", errors, warnings);
  else
    std::fprintf(stderr, "%zu error%s, %zu warning%s.", errors, errors == 1 ? "" : "s", warnings,
                 warnings == 1 ? "" : "s");
  if (arguments.build.publish)
    std::fputs(language == Language::zh ? "网站没有改动。" : " The site was not changed.", stderr);
  std::fputs("\n", stderr);
}

// Says on the terminal that another publication is waited for.
OnWait waiting(const Arguments& arguments, Language language) {
  if (arguments.quiet) return {};
  return [folder = arguments.build.output.generic_string(), language](pid_t holder) {
    const bool zh = language == Language::zh;
    const std::string process =
        holder == 0 ? "" : (zh ? "，进程 " : ", process ") + std::to_string(holder);
    std::fprintf(stderr,
                 zh ? "正在等待另一个发布结束：%s%s\n" : "waiting for another publication: %s%s\n",
                 folder.c_str(), process.c_str());
  };
}

int run_rollback(const Arguments& arguments, Language language) {
  const Rollback rollback =
      roll_back(arguments.build.output, arguments.to, waiting(arguments, language));
  if (const auto& failure = rollback.failure) {
    Diagnostics diagnostics;
    diagnostics.report(rule::cannot_roll_back, {}, "", {failure->path, failure->reason});
    std::fputs(format(diagnostics.all().front(), language, isatty(STDERR_FILENO) != 0).c_str(),
               stderr);
    return content_error;
  }
  if (arguments.quiet) return success;
  char time[32];
  std::tm local{};
  std::strftime(time, sizeof time, "%Y-%m-%d %H:%M", localtime_r(&rollback.published, &local));
  std::printf(language == Language::zh
                  ? "已换回 %s 发布的网站（%zu 个文件）；再运行一次就换回来\n"
                  : "the site published %s is back (%zu files); once more undoes it\n",
              time, rollback.files);
  return success;
}

int run_build(Arguments arguments, Language language) {
  arguments.build.on_wait = waiting(arguments, language);
  const auto begin = std::chrono::steady_clock::now();
  const Build build = yaodian::build(arguments.build);
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  const bool colour = isatty(STDERR_FILENO) != 0;
  Finder finder;
  for (const Diagnostic& diagnostic : build.diagnostics.all()) {
    std::fputs(format(diagnostic, language, colour, finder).c_str(), stderr);
  }
  const bool failed = build.diagnostics.has_errors();
  if (failed)
    print_failure(build, arguments, language);
  else if (!arguments.quiet)
    print_summary(build, arguments, time.count(), language);
  if (arguments.timings) print_timings(build, language);
  return failed ? content_error : success;
}

}  // namespace

int run(int argc, char** argv) {
  const Language language = language_of(argc, argv);
  CommandLine line(language);
  if (const auto status = line.parse(argc, argv)) return *status;
  const Arguments& arguments = line.arguments();
  return arguments.command == Command::rollback ? run_rollback(arguments, language)
                                                : run_build(arguments, language);
}

}  // namespace yaodian
