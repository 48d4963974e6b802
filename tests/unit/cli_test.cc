#include "cli.h"

#include <algorithm>
#include <regex>
#include <tuple>

#include <gmock/gmock.h>

#include "../program.h"
#include "build.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Key;
using ::testing::Not;
using ::testing::StartsWith;

constexpr char kTable[] =
    "title: 任务分配表\n"
    "columns:\n"
    "  - {id: members, title: 新增会员, count: 人, quota: at-least}\n"
    "rows:\n"
    "  - [东街街道, 320]\n"
    "  - [西镇, 80]\n";
constexpr char kTablePath[] = "content/union/2018/tables/allocation.yaml";

// A project folder with one plan of one table.
class Project {
 public:
  Project() {
    for (const auto& [path, text] : small_site()) write("content/" + path, text);
    write(kTablePath, kTable);
    for (const char* name : {"templates", "assets"})
      fs::copy(fs::path(PROJECT_FOLDER "/tests/sites") / name, path(name),
               fs::copy_options::recursive);
  }

  fs::path path(std::string_view name) const { return folder_ / name; }
  void write(std::string_view name, std::string_view text) const { folder_.write(name, text); }
  // Makes the table wrong in a way that the checks find.
  void break_table() const { write(kTablePath, std::string(kTable) + "total: [401]\n"); }

  Outcome run(std::vector<std::string> arguments) const {
    return run_program(std::move(arguments), folder_.path());
  }
  // Builds the site, which must succeed, and returns what the program printed.
  std::string build(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), "build");
    const Outcome outcome = run(std::move(more));
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }
  Files site() const { return tree_of(path("site")); }
  Files all() const { return tree_of(folder_.path()); }

 private:
  TemporaryFolder folder_;
};

std::string page(const Project& project, const std::string& name) {
  return file_text(project.path("site/" + name));
}

TEST(CommandLine, ShowsItsHelpInBothLanguages) {
  const Project project;
  const Outcome chinese = project.run({"--help"}),
                english = project.run({"--help", "--lang", "en"});
  EXPECT_EQ(chinese.status, 0);
  EXPECT_THAT(chinese.out, AllOf(HasSubstr("用法: yaodian 命令 [选项]\n"), HasSubstr("build"),
                                 HasSubstr("退出状态")));
  EXPECT_EQ(english.status, 0);
  EXPECT_THAT(english.out, AllOf(HasSubstr("Usage: yaodian COMMAND [OPTIONS]\n"),
                                 HasSubstr("build"), HasSubstr("exit status")));
  EXPECT_THAT(english.out, Not(HasSubstr("用法")));
  EXPECT_EQ(chinese.err + english.err, "");
}

TEST(CommandLine, ListsTheOptionsOfACommand) {
  const Project project;
  const Outcome build = project.run({"build", "--help"}), check = project.run({"check", "-h"});
  for (const char* option : {"--content", "--templates", "--assets", "--as-of", "--jobs", "--lang",
                             "--timings", "--quiet"}) {
    EXPECT_THAT(build.out, HasSubstr(option));
    EXPECT_THAT(check.out, HasSubstr(option));
  }
  EXPECT_THAT(build.out, AllOf(HasSubstr("--output"), HasSubstr("--keep")));
  EXPECT_THAT(check.out, Not(HasSubstr("--keep")));
  EXPECT_THAT(project.run({"rollback", "--help"}).out,
              AllOf(HasSubstr("--output"), HasSubstr("--to"), Not(HasSubstr("--content"))));
}

TEST(CommandLine, ShowsItsVersion) {
  const Outcome outcome = Project().run({"--version"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(std::regex_match(outcome.out, std::regex("yaodian \\d+\\.\\d+\\.\\d+\n")))
      << outcome.out;
}

// Arguments that are wrong, and what is said of them in both languages.
struct Misuse {
  std::vector<std::string> arguments;
  std::string zh;
  std::string en;
};

TEST(CommandLine, RefusesWrongUsage) {
  const Project project;
  const Files before = project.all();
  for (const auto& [arguments, zh, en] : std::vector<Misuse>{
           {{}, "缺少命令：build、check、new 或 rollback", ""},
           {{"publish"}, "没有这个命令：publish", "no such command: publish"},
           {{"build", "--colour"}, "不认识的参数：--colour", "--colour"},
           {{"build", "content"}, "不认识的参数：content", "content"},
           {{"check", "--keep=1"}, "不认识的参数：--keep=1\n", "--keep=1\n"},
           {{"build", "--ouput=x"},
            "不认识的参数：--ouput=x。是不是 --output？",
            "--ouput=x; did you mean --output?"},
           {{"check", "-jobs", "1"}, "。是不是 --jobs？", "; did you mean --jobs?"},
           {{"check", "-o", "x"}, "不认识的参数：-o x\n", "-o x\n"},
           {{"build", "--keep", "-1"}, "写 0 到 99 的整数", "a whole number from 0 to 99"},
           {{"rollback", "--to", "0"}, "写 1 到 99 的整数", "a whole number from 1 to 99"},
           {{"rollback", "--content", "x"}, "不认识的参数：--content x", ": --content x"},
           {{"build", "--as-of", "2018-02-30"}, "日期写成 2018-04-30 这样", "write a date like"},
           {{"build", "--as-of", "明天"}, "日期写成 2018-04-30 这样", "write a date like"},
           {{"build", "--as-of"}, "参数缺少值：--as-of", "--as-of"},
           {{"build", "--jobs", "0"}, "写 1 到 256 的整数", "a whole number from 1 to 256"},
           {{"build", "--jobs", "two"}, "写 1 到 256 的整数", "a whole number from 1 to 256"},
       }) {
    const Outcome chinese = project.run(arguments);
    EXPECT_EQ(chinese.status, 2) << zh;
    EXPECT_THAT(chinese.err, AllOf(StartsWith("yaodian: "), HasSubstr(zh)));
    const bool is_command = !arguments.empty() && arguments[0] != "publish";
    const std::string help = "yaodian " + (is_command ? arguments[0] + " --help" : "--help");
    EXPECT_THAT(chinese.err, EndsWith("\n用 " + help + " 查看用法。\n"));
    if (arguments.empty()) continue;
    std::vector<std::string> in_english = arguments;
    in_english.insert(in_english.begin() + 1, {"--lang", "en"});
    const Outcome english = project.run(in_english);
    EXPECT_EQ(english.status, 2) << en;
    EXPECT_THAT(english.err, AllOf(HasSubstr(en), EndsWith("\nsee " + help + "\n")));
  }
  EXPECT_EQ(project.run({"build", "--lang", "fr"}).status, 2);
  EXPECT_EQ(project.all(), before);
}

TEST(Check, WritesNothing) {
  const Project project;
  const Files before = project.all();
  const Outcome outcome = project.run({"check"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, StartsWith("检查通过：15 个页面，0 条提醒"));
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(project.all(), before);
  EXPECT_FALSE(fs::exists(project.path("site")));
}

TEST(Check, FindsWhatOnlyATemplateShows) {
  const Project project;
  project.write("templates/portal.html", "{{titel}}\n");
  const Outcome outcome = project.run({"check"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("templates/portal.html:1:3: 错误 [unknown-name]"));
}

TEST(Check, SucceedsWithWarnings) {
  const Project project;
  project.write("content/notes.txt", "备忘");
  const Outcome outcome = project.run({"check"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("content/notes.txt: 提醒 [stray-file]"));
  EXPECT_THAT(outcome.out, HasSubstr("1 条提醒"));
}

TEST(Build, PublishesEveryPageAndSaysSo) {
  const Project project;
  EXPECT_THAT(project.build(), AllOf(StartsWith("已发布 15 个页面（32 个文件"),
                                     HasSubstr("新增 32，更新 0，未变 0，移除 0\n"),
                                     HasSubstr("打开 site/index.html\n")));
  EXPECT_THAT(project.site(),
              IsSupersetOf({Key("index.html"), Key("404.html"), Key("union/2018/index.html"),
                            Key("union/2018/tables/allocation.html"),
                            Key("union/2018/units/east.html"), Key("union/2018/units/west.html")}));
}

TEST(Build, SpeaksEnglishWhereAsked) {
  const Project project;
  EXPECT_THAT(project.build({"--lang", "en"}),
              AllOf(StartsWith("published 15 pages (32 files"), HasSubstr("32 added, 0 changed")));
  project.break_table();
  const Outcome outcome = project.run({"build", "--lang=en"});
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("error [wrong-total]"),
                                 EndsWith("1 error, 0 warnings. The site was not changed.\n")));
}

TEST(Build, IsSilentWhereAskedAndNothingIsWrong) {
  const Project project;
  const Outcome good = project.run({"build", "--quiet"});
  EXPECT_EQ(good.status, 0);
  EXPECT_EQ(good.out + good.err, "");
  project.break_table();
  const Outcome bad = project.run({"check", "-q"});
  EXPECT_EQ(bad.status, 1);
  EXPECT_EQ(bad.out, "");
  EXPECT_THAT(bad.err, HasSubstr("[wrong-total]"));
}

// The names of the steps that OUTPUT gives a time for.
std::vector<std::string> timed_steps(const std::string& output) {
  const std::regex line("  (\\S+) +\\d+\\.\\d ms\n");
  std::vector<std::string> steps;
  for (std::sregex_iterator found(output.begin(), output.end(), line), end; found != end; ++found)
    steps.push_back((*found)[1]);
  return steps;
}

TEST(Build, TellsHowLongEachStepTakes) {
  const Project project;
  EXPECT_THAT(timed_steps(project.build({"--timings"})),
              ElementsAre("读取", "检查", "模板", "索引", "渲染", "核验", "写入", "发布"));
  EXPECT_THAT(
      timed_steps(project.build({"--timings", "--lang", "en"})),
      ElementsAre("read", "check", "templates", "search", "render", "verify", "write", "publish"));
}

// The pages that OUTPUT lists as the heaviest.
std::vector<std::string> heaviest_pages(const std::string& output) {
  const std::regex line("  +\\d+(?:\\.\\d)? [KM]B  (\\S+\\.html)\n");
  std::vector<std::string> pages;
  for (std::sregex_iterator found(output.begin(), output.end(), line), end; found != end; ++found)
    pages.push_back((*found)[1]);
  return pages;
}

TEST(Build, ListsTheHeaviestPagesWithTheTimings) {
  const Project project;
  EXPECT_THAT(project.build(), Not(HasSubstr("最大的页面")));
  const std::string output = project.build({"--timings", "--jobs", "2"});
  EXPECT_THAT(output, HasSubstr("最大的页面："));
  std::vector<std::pair<size_t, std::string>> sizes;
  for (const auto& [path, bytes] : project.site()) {
    if (path.ends_with(".html")) sizes.emplace_back(bytes.size(), path);
  }
  std::sort(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
    return std::tie(b.first, a.second) < std::tie(a.first, b.second);
  });
  sizes.resize(std::min(sizes.size(), kHeaviest));
  std::vector<std::string> expected;
  for (const auto& [size, path] : sizes) expected.push_back(path);
  EXPECT_EQ(heaviest_pages(output), expected);
}

TEST(Build, KeepsFilesThatAreTheSame) {
  const Project project;
  project.build();
  const Files first = project.site();
  const auto time = fs::last_write_time(project.path("site/index.html"));
  EXPECT_THAT(project.build(), HasSubstr("新增 0，更新 0，未变 32，移除 0\n"));
  EXPECT_EQ(project.site(), first);
  EXPECT_EQ(fs::last_write_time(project.path("site/index.html")), time);
}

TEST(Build, RemovesThePageOfWhatIsGone) {
  const Project project;
  project.write("content/union/2018/targets.yaml",
                "- {id: meetings, title: 例会, goal: '4 次'}\n- {id: coverage, title: 覆盖面, "
                "goal: '>= 88%'}\n");
  project.build();
  EXPECT_THAT(project.site(), Contains(Key("union/2018/targets/coverage.html")));
  project.write("content/union/2018/targets.yaml", "- {id: meetings, title: 例会, goal: '4 次'}\n");
  EXPECT_THAT(project.build(), HasSubstr("，移除 3\n"));
  EXPECT_THAT(project.site(), Not(Contains(Key("union/2018/targets/coverage.html"))));
}

TEST(Build, LeavesFilesOfOthersInPlace) {
  const Project project;
  project.write("site/CNAME", "plans.example");
  project.write("site/union/2017/old.html", "旧网页");
  project.write("site/.well-known/security.txt", "x");
  project.build();
  project.build();
  EXPECT_EQ(page(project, "CNAME"), "plans.example");
  EXPECT_EQ(page(project, "union/2017/old.html"), "旧网页");
  EXPECT_EQ(page(project, ".well-known/security.txt"), "x");
  EXPECT_NE(page(project, "union/2018/index.html"), "");
}

TEST(Build, RefusesToReplaceAFileOfOthers) {
  const Project project;
  project.build();
  project.write("site/union/2018/tables/new.html", "别人的网页");
  project.write("content/union/2018/tables/new.yaml", kTable);
  const Files before = project.all();
  const Outcome outcome = project.run({"build"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("错误 [cannot-publish]"),
                                 HasSubstr("site/union/2018/tables/new.html"),
                                 EndsWith("1 个错误，0 条提醒。网站没有改动。\n")));
  EXPECT_EQ(project.all(), before);
}

TEST(Build, PublishesNoPageThatIsWrong) {
  const Project project;
  project.build();
  const Files before = project.site();
  project.write("templates/unit.html", "<p><a href=\"../help.html\">帮助</p>\n");
  const Outcome outcome = project.run({"build"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("union/2018/units/east.html:1:5: 错误 [broken-html]"),
                    HasSubstr("union/2018/units/east.html:1:13: 错误 [dead-link]"),
                    HasSubstr("看 templates/unit.html。"), HasSubstr("这样的页面共 2 个。"),
                    EndsWith("2 个错误，0 条提醒。网站没有改动。\n")));
  EXPECT_EQ(project.site(), before);
}

TEST(Build, MayLinkToFilesOfOthers) {
  const Project project;
  project.write("templates/portal.html", "<a href=\"uploads/form.pdf\">表格</a>\n");
  EXPECT_EQ(project.run({"build"}).status, 1);
  project.write("site/uploads/form.pdf", "x");
  project.build();
  EXPECT_EQ(project.run({"check"}).status, 0);
  EXPECT_EQ(project.run({"check", "--output", "elsewhere"}).status, 1);
}

TEST(Build, NoticesAPageThatWasEditedByHand) {
  const Project project;
  project.build();
  const Files before = project.site();
  const fs::path index = project.path("site/index.html");
  const auto time = fs::last_write_time(index);
  std::string edited = file_text(index);
  edited[edited.size() / 2] ^= 1;
  std::ofstream(index, std::ios::binary) << edited;
  fs::last_write_time(index, time);
  EXPECT_THAT(project.build(), HasSubstr("新增 0，更新 1，未变 31，移除 0\n"));
  EXPECT_EQ(project.site(), before);
}

TEST(Build, LeavesTheOldSiteAsItWasOnAnError) {
  const Project project;
  project.build();
  project.break_table();
  const Files before = project.all();
  const Outcome outcome = project.run({"build"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, EndsWith("1 个错误，0 条提醒。网站没有改动。\n"));
  EXPECT_EQ(project.all(), before);
}

TEST(Build, MakesNoFolderOnAnError) {
  const Project project;
  project.write("templates/unit.html", "{{nobody}}\n");
  EXPECT_EQ(project.run({"build", "--output", "www/plans"}).status, 1);
  EXPECT_THAT(project.all(), Not(Contains(Key(StartsWith("www/")))));
  EXPECT_FALSE(fs::exists(project.path("www/plans")));
}

TEST(Build, MakesTheSameBytesWithAnyNumberOfThreads) {
  const Project project;
  project.build({"--jobs", "1", "--output", "one"});
  project.build({"--jobs", "4", "--output", "four"});
  const Files one = tree_of(project.path("one"));
  EXPECT_THAT(one, Not(IsEmpty()));
  EXPECT_EQ(one, tree_of(project.path("four")));
}

TEST(Build, MakesTheSameBytesFromAnyFolder) {
  const Project project;
  project.build();
  const TemporaryFolder elsewhere;
  const Outcome outcome =
      run_program({"build", "--content", project.path("content"), "--templates",
                   project.path("templates"), "--assets", project.path("assets")},
                  elsewhere.path());
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(tree_of(elsewhere / "site"), project.site());
}

TEST(Build, JudgesAtADate) {
  const Project project;
  project.build({"--as-of", "2018-06-30"});
  EXPECT_THAT(page(project, "union/2018/index.html"), HasSubstr("judged_at=\"2018年6月30日\""));
  project.build();
  EXPECT_THAT(page(project, "union/2018/index.html"), Not(HasSubstr("judged_at")));
}

TEST(Build, ColoursNothingOutsideATerminal) {
  const Project project;
  project.break_table();
  const Outcome outcome = project.run({"build"});
  EXPECT_THAT(outcome.err, Not(HasSubstr("\x1b")));
  EXPECT_EQ(outcome.out, "");
}

}  // namespace
}  // namespace yaodian
