#include "command/command_line.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/parallel.h"
#include "command/new_words.h"
#include "command/words.h"

namespace yaodian {
namespace {

constexpr Text kOptions{"选项", "Options"};

// The help of a command. Its words stand in the usage in the order in which they are written.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(Language language) {
    label("SUBCOMMAND", "COMMAND");
    if (language == Language::en) return;
    column_width(28);
    label("Usage", "用法");
    label("OPTIONS", "选项");
    label("Positionals", "位置");
    label("REQUIRED", "");  // the usage says so
    label("SUBCOMMAND", "命令");
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string usage = get_label("Usage") + ": " + name;
    if (!app->get_subcommands({}).empty()) usage += " " + get_label("SUBCOMMAND");
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_positional()) usage += " " + option->get_name(true);
    }
    return usage + " [" + get_label("OPTIONS") + "]\n";
  }
};

class CommandLine {
 public:
  explicit CommandLine(Arguments& arguments) : arguments_(arguments) {
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
    add_compress(*build_);
    check_ = command("check", {"只检查，不写任何文件", "check only, write nothing"});
    new_ = add_new();
    rollback_ = add_rollback();
    app_.footer(
        words({"例：yaodian build --output /srv/www/plans\n退出状态：0 成功，1 "
               "内容有错、发布或换回失败，2 用法不对。",
               "example: yaodian build --output /srv/www/plans\nexit status: 0 success, 1 errors "
               "in the content, in publishing or in putting back, 2 wrong usage"}));
  }

  // Returns the exit status if the program ends here.
  std::optional<int> parse(std::vector<std::string> given) {
    if (const auto unknown = unknown_word(given, arguments_.language)) return refuse(*unknown);
    std::reverse(given.begin(), given.end());
    try {
      app_.parse(std::move(given));
    } catch (const CLI::Success& asked) {
      return app_.exit(asked);
    } catch (const CLI::ParseError& error) {
      return refuse(describe(error));
    }
    arguments_.build.publish = build_->parsed();
    if (check_->parsed()) arguments_.command = Command::check;
    if (rollback_->parsed()) arguments_.command = Command::rollback;
    if (build_->count("--keep") > 0) arguments_.build.keep = keep_;
    if (!compress_.empty()) arguments_.build.compress = read_encodings(compress_);
    if (!as_of_.empty()) arguments_.build.as_of = Date::parse(as_of_);
    if (!new_->parsed()) return std::nullopt;
    arguments_.command = Command::create;
    arguments_.request.kind = *kind_given();
    const auto fault = read_request(new_words_, arguments_.build.content.generic_string(),
                                    arguments_.language, arguments_.request);
    return fault ? std::optional(refuse(*fault)) : std::nullopt;
  }

 private:
  std::string words(Text text) const { return std::string(text.in(arguments_.language)); }

  void translate(CLI::App& app) const {
    app.formatter(std::make_shared<HelpFormatter>(arguments_.language));
    app.get_help_ptr()->group(words(kOptions));
    if (app.get_version_ptr()) app.get_version_ptr()->group(words(kOptions));
  }

  CLI::App* command(const std::string& name, Text purpose) {
    CLI::App* app = plain_command(app_, name, purpose);
    add_folders(*app, name == "build");
    add_settings(*app);
    add_output(*app);
    return app;
  }

  CLI::App* plain_command(CLI::App& of, const std::string& name, Text purpose) {
    CLI::App* app = of.add_subcommand(name, words(purpose));
    app->set_help_flag("-h,--help", words({"显示这份说明", "show this help"}));
    translate(*app);
    app->group(words({"命令", "Commands"}));
    return app;
  }

  CLI::App* add_rollback() {
    CLI::App* app = plain_command(app_, "rollback",
                                  {"换回上一次发布的网站；再运行一次又换回来",
                                   "put the site before this one back; once more undoes it"});
    add_output_folder(*app, {"网站（默认 site）", "the site (default: site)"});
    add_number(*app, "--to", arguments_.to, 1,
               {"换回第几个保留的网站（默认 1，即上一个）",
                "which of the earlier sites (default: 1, the one before)"});
    add_output(*app);
    return app;
  }

  CLI::App* add_new() {
    CLI::App* app = plain_command(
        app_, "new",
        {"建发布单位、年度、任务表、月报或文件；不改写已有的文件",
         "make a publisher, year, table, report or document; no file is overwritten"});
    app->require_subcommand(1);
    for (size_t kind = 0; kind < kinds_to_make().size(); ++kind)
      add_kind(*app, static_cast<NewKind>(kind));
    app->footer(words(new_examples()));
    return app;
  }

  void add_kind(CLI::App& app, NewKind kind) {
    CLI::App& own =
        *plain_command(app, kinds_to_make()[static_cast<size_t>(kind)], purpose_of(kind));
    own.add_option("PATH", new_words_.path, words(place_of(kind)))->type_name("")->required();
    add_own_options(own, kind);
    add_text(own, "--content", arguments_.build.content, "DIR",
             {"内容（默认 content）", "the content (default: content)"});
    add_language(own);
  }

  void add_own_options(CLI::App& app, NewKind kind) {
    Request& request = arguments_.request;
    const Text title{"题名", "its title"};
    switch (kind) {
      case NewKind::publisher:
        add_text(app, "--name", request.title, "NAME", {"名称", "its name"})->required();
        add_text(app, "--unit", new_words_.units, "ID:NAME",
                 {"登记一个基层工会；可以写几次", "a unit of the register; may be repeated"});
        break;
      case NewKind::plan:
        add_text(
            app, "--title", request.title, "TITLE",
            {"题名（默认如“2019年某某总工会工作计划”）", "its title (default: year and name)"});
        add_text(app, "--from", new_words_.from, "YEAR",
                 {"照这一年建表：有列和单位，没有数",
                  "repeat the tables of this year, without figures"});
        break;
      case NewKind::table:
        add_text(app, "--title", request.title, "TITLE", title)->required();
        add_text(app, "--column", new_words_.columns, "ID:TITLE:COUNT",
                 {"一个任务列；可以写几次", "a quota column; may be repeated"});
        add_csv(app);
        break;
      case NewKind::report:
        add_report_options(app);
        break;
      case NewKind::document:
        add_text(app, "--title", request.title, "TITLE", title)->required();
        add_document_options(app);
        break;
    }
  }

  void add_report_options(CLI::App& app) {
    add_text(app, "--table", arguments_.request.tables, "ID",
             {"只要这张表；可以写几次", "only this table; may be repeated"});
    app.add_flag("--all", arguments_.request.all,
                 words({"也列出以前的月报没有的列和目标",
                        "also columns and targets that no report has had yet"}))
        ->group(words(kOptions));
    add_text(app, "--as-of", new_words_.as_of, "DATE",
             {"数截至哪一天（编号不是日期时写）", "the day of its figures, if its id is no date"});
    add_csv(app);
  }

  void add_document_options(CLI::App& app) {
    const Text otherwise{
        "写 notice（通知）、work-points（工作要点）、scheme（实施方案）或 review（工作总结）",
        "write notice, work-points, scheme or review"};
    add(app, "--kind", arguments_.request.document_kind, "KIND",
        {"notice、work-points（默认）、scheme 或 review",
         "notice, work-points (default), scheme or review"},
        [this, otherwise](const std::string& text) {
          return is_one_of(text, {"notice", "work-points", "scheme", "review"}) ? std::string()
                                                                                : words(otherwise);
        });
    add_text(app, "--department", arguments_.request.department, "NAME", {"部门", "department"});
  }

  void add_csv(CLI::App& app) {
    app.add_flag(
           "--csv", arguments_.request.csv,
           words({"各行放进 CSV 文件，用电子表格填", "rows in a CSV file, for a spreadsheet"}))
        ->group(words(kOptions));
  }

  void add_keep(CLI::App& app) {
    add_number(
        app, "--keep", keep_, 0,
        {"保留以前的几个网站，供 rollback 换回", "how many earlier sites to keep for rollback"});
  }

  void add_compress(CLI::App& app) {
    const std::string otherwise =
        words({"写 gzip、brotli、gzip,brotli 或 none", "write gzip, brotli, gzip,brotli or none"});
    add(app, "--compress", compress_, "LIST",
        {"也写压缩好的文件：gzip、brotli（用逗号连接）或 none（默认照 site.yaml）",
         "also write compressed files: gzip, brotli (joined by a comma) or none (default: as "
         "site.yaml says)"},
        [otherwise](const std::string& text) {
          return read_encodings(text) ? std::string() : otherwise;
        });
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
    add_text(app, "--output", arguments_.build.output, "DIR", what);
  }

  // Adds an option whose value VALID has to say "" of.
  template <class Value, class Valid>
  void add(CLI::App& app, const std::string& name, Value& value, const char* type, Text what,
           const Valid& valid) {
    add_text(app, name, value, type, what)->check(valid);
  }

  // The same of any value. One that may be repeated takes one word each time.
  template <class Value>
  CLI::Option* add_text(CLI::App& app, const std::string& name, Value& value, const char* type,
                        Text what) {
    return app.add_option(name, value, words(what))
        ->type_name(type)
        ->allow_extra_args(false)
        ->group(words(kOptions));
  }

  void add_folders(CLI::App& app, bool publishes) {
    BuildOptions& build = arguments_.build;
    add_text(app, "--content", build.content, "DIR",
             {"内容（默认 content）", "the content (default: content)"});
    add_text(app, "--templates", build.templates, "DIR",
             {"模板（默认 templates，没有则用程序自带的）",
              "the templates (default: templates, or the installed ones)"});
    add_text(app, "--assets", build.assets, "DIR",
             {"样式、脚本和图标（默认 assets，没有则用程序自带的）",
              "style, script and icons (default: assets, or the installed ones)"});
    add_output_folder(app, publishes ? Text{"网站（默认 site）", "the site (default: site)"}
                                     : Text{"网站（默认 site）；链接可以指到其中别人的文件",
                                            "the site (default: site); links may lead to files of "
                                            "others in it"});
  }

  void add_settings(CLI::App& app) {
    const auto unless = [this](bool valid, Text otherwise) {
      return valid ? std::string() : words(otherwise);
    };
    add(app, "--as-of", as_of_, "DATE",
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
    add_language(app);
    app.add_flag("--timings", arguments_.timings,
                 words({"显示每一步用时和最大的页面",
                        "show how long each step takes, and the heaviest pages"}))
        ->group(words(kOptions));
  }

  void add_language(CLI::App& app) {
    add(app, "--lang", lang_, "zh|en", {"提示语言：zh 或 en", "language of messages: zh or en"},
        [this](const std::string& text) {
          return text == "zh" || text == "en" ? std::string()
                                              : words({"写 zh 或 en", "write zh or en"});
        });
    app.add_flag("-q,--quiet", arguments_.quiet,
                 words({"没有问题就不说话", "say nothing unless something is wrong"}))
        ->group(words(kOptions));
  }

  // What new is to make, also where its words are wrong.
  std::optional<NewKind> kind_given() const {
    for (size_t kind = 0; kind < kinds_to_make().size(); ++kind)
      if (new_->get_subcommand(kinds_to_make()[kind])->parsed()) return static_cast<NewKind>(kind);
    return std::nullopt;
  }

  // The program and the commands that were given: yaodian, new, report.
  std::vector<const CLI::App*> commands_given() const {
    std::vector<const CLI::App*> commands = {&app_};
    while (!commands.back()->get_subcommands().empty())
      commands.push_back(commands.back()->get_subcommands().front());
    return commands;
  }

  // Says what is wrong with the usage.
  int refuse(const std::string& what) const {
    std::string help;
    for (const CLI::App* command : commands_given()) help += command->get_name() + " ";
    std::fprintf(
        stderr, "yaodian: %s\n%s\n", what.c_str(),
        fill_in(words({"用 {0} 查看用法。", "see {0}"}), {help + "--help"}, arguments_.language)
            .c_str());
    return usage_error;
  }

  std::string describe(const CLI::ParseError& error) const {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))
      return unexpected_words(error.what(), options_of(*commands_given().back()),
                              arguments_.language);
    const auto kind = kind_given();
    if (kind && std::string(error.what()).starts_with("PATH "))
      return words({"缺少 PATH：", "PATH is missing: "}) + words(place_of(*kind));
    if (arguments_.language == Language::en) return error.what();
    const std::string what = error.what();
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
      case CLI::ExitCodes::RequiredError:
        return missing_word(what, new_->parsed());
      case CLI::ExitCodes::ArgumentMismatch:
        return "参数缺少值：" + what.substr(0, what.find(':'));
      default:
        return "参数的值不对：" + what;
    }
  }

  static std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options())
      for (const std::string& name : option->get_lnames()) names.push_back(name);
    return names;
  }

  Arguments& arguments_;
  NewWords new_words_;
  size_t keep_ = 0;
  std::string as_of_;
  std::string compress_;
  std::string lang_ = "zh";
  CLI::App app_;
  CLI::App* build_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* new_ = nullptr;
  CLI::App* rollback_ = nullptr;
};

}  // namespace

std::optional<int> parse_command_line(int argc, char** argv, Arguments& arguments) {
  std::vector<std::string> words = words_of(argc, argv);
  arguments.language = language_of(words);
  return CommandLine(arguments).parse(std::move(words));
}

}  // namespace yaodian
