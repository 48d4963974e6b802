// What "yaodian new" refuses, what it says then, and what its help says.
#include "desk.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST(New, NeverOverwrites) {
  const Desk desk;
  desk.make_year();
  desk.make({"report", "demo/2026/2026-03-31", "--csv"});
  EXPECT_EQ(desk.refuse({"table", "demo/2026/members", "--title", "任务"}, 1),
            "错误 [already-there] content/demo/2026/tables/members.yaml 已经有了\n"
            "         提示：已有的文件不会改写。换一个编号，或直接编辑它。\n"
            "什么也没有建立。\n");
  EXPECT_THAT(desk.refuse({"plan", "demo/2026", "--lang", "en"}, 1),
              AllOf(StartsWith("error [already-there] content/demo/2026/plan.yaml is already"),
                    EndsWith("Nothing was made.\n")));
  fs::remove(desk.folder() / "content/demo/2026/reports/2026-03-31.yaml");
  EXPECT_THAT(desk.refuse({"report", "demo/2026/2026-03-31", "--csv"}, 1),
              HasSubstr("reports/2026-03-31-members.csv 已经有了"));
}

TEST(New, SaysWhatHasToBeThereFirst) {
  const Desk desk;
  EXPECT_EQ(desk.refuse({"plan", "demo/2026"}, 1),
            "错误 [missing-parent] 还没有发布单位“demo”\n"
            "         提示：核对编号；确实没有，就先运行 yaodian new publisher demo --name "
            "某某总工会\n"
            "什么也没有建立。\n");
  desk.make_year();
  EXPECT_THAT(desk.refuse({"table", "demmo/2026/a", "--title", "任务"}, 1),
              HasSubstr("最接近的是“demo”"));
  EXPECT_THAT(desk.refuse({"report", "demo/2025/2025-03-31"}, 1),
              AllOf(HasSubstr("还没有年度“demo/2025”"), HasSubstr("yaodian new plan demo/2025")));
  EXPECT_THAT(desk.refuse({"plan", "demo/2027", "--from", "2025"}, 1),
              HasSubstr("还没有年度“demo/2025”"));
  EXPECT_THAT(desk.refuse({"report", "demo/2026/2026-03-31", "--table", "member"}, 1),
              AllOf(HasSubstr("没有编号为“member”的任务表"), HasSubstr("最接近的是“members”")));
  EXPECT_THAT(desk.refuse({"report", "demo/2026/2025-12-31"}, 1), HasSubstr("[before-plan]"));
}

TEST(New, RefusesWhatCannotBeAnAddress) {
  const Desk desk;
  desk.make_year();
  for (const std::string& id :
       std::vector<std::string>{"任务", "A", "a_b", "-a", "..", "a.b", std::string(65, 'a')})
    EXPECT_THAT(desk.refuse({"table", "demo/2026/" + id, "--title", "任务"}, 1),
                HasSubstr("[bad-file-name]"))
        << id;
  EXPECT_THAT(desk.refuse({"publisher", "..", "--name", "示例"}, 1), HasSubstr("[bad-file-name]"));
  EXPECT_THAT(desk.refuse({"report", "demo/2026/index", "--as-of", "2026-03-31"}, 1),
              HasSubstr("[bad-file-name]"));
}

TEST(New, RefusesTwoOfOneName) {
  const Desk desk;
  EXPECT_THAT(
      desk.refuse(
          {"publisher", "demo", "--name", "示例", "--unit", "a:甲工会", "--unit", "a:乙工会"}, 1),
      HasSubstr("[duplicate-id]"));
  EXPECT_THAT(desk.refuse({"publisher", "demo", "--name", "示例", "--unit", "a:甲街道总工会",
                           "--unit", "b:甲街道"},
                          1),
              HasSubstr("[duplicate-name]"));
  desk.make_year();
  EXPECT_THAT(desk.refuse({"table", "demo/2026/t", "--title", "任务", "--column", "a:甲:人",
                           "--column", "a:乙:人"},
                          1),
              HasSubstr("[duplicate-id]"));
}

TEST(New, ShowsTheErrorsOfWhatItIsMadeFrom) {
  const Desk desk;
  desk.make_year();
  desk.write("content/demo/2026/documents/notice.md", "没有说明项\n");
  EXPECT_EQ(desk.run({"new", "report", "demo/2026/2026-03-31"}).status, 0);
  desk.write("content/demo/2026/tables/members.yaml", "title： 任务\n");
  EXPECT_THAT(desk.refuse({"report", "demo/2026/2026-04-30"}, 1),
              AllOf(HasSubstr("content/demo/2026/tables/members.yaml:1:1: 错误"),
                    Not(HasSubstr("notice.md"))));
  desk.write("content/demo/units.yaml", "units: 5\n");
  EXPECT_THAT(desk.refuse({"table", "demo/2026/t", "--title", "任务"}, 1),
              HasSubstr("content/demo/units.yaml:1:8: 错误"));
}

// Words that are wrong, and what is said of them in both languages.
struct Misuse {
  std::vector<std::string> words;
  std::string zh;
  std::string en;
};

TEST(New, RefusesWrongUsage) {
  const Desk desk;
  desk.make_year();
  for (const auto& [words, zh, en] : std::vector<Misuse>{
           {{}, "new 缺少种类：publisher、plan、table、report 或 document", "A subcommand"},
           {{"tabel", "demo/2026/a"}, "new 不能建“tabel”", "; did you mean table?"},
           {{"plan"},
            "缺少 PATH：发布单位/年度，例如 haidian/2019",
            "PATH is missing: PUBLISHER/YEAR, like"},
           {{"table", "demo/2026/a"}, "缺少 --title", "--title is required"},
           {{"publisher", "a"}, "缺少 --name", "--name is required"},
           {{"publisher", "a", "--name", " "}, "名称不能是空的", "is empty"},
           {{"publisher", "a", "--name", "a\nb"}, "换行或看不见的字符", "a line break"},
           {{"publisher", "a", "--name", "\xFF"}, "不是 UTF-8", "not UTF-8"},
           {{"publisher", "a/b", "--name", "x"},
            "PATH 写成 发布单位，",
            "write PATH as PUBLISHER,"},
           {{"plan", "demo"},
            "PATH 写成 发布单位/年度，例如 haidian/2019；现在是“demo”",
            "write PATH as PUBLISHER/YEAR, like haidian/2019, not \"demo\""},
           {{"plan", "demo/26"}, "年度写成四位数字", "in four digits"},
           {{"plan", "demo/2027", "--from", "other/2026"},
            "--from 写同一发布单位的另一年",
            "--from takes another year of the publisher"},
           {{"report", "demo/2026/march"}, "月报的编号“march”不是日期", "is no date"},
           {{"report", "demo/2026/2026-02-30"}, "不是日期", "is no date"},
           {{"report", "demo/2026/a", "--as-of", "x"},
            "--as-of 写成 2019-03-31 这样；现在是“x”",
            "write --as-of like 2019-03-31, not \"x\""},
           {{"table", "demo/2026/a", "--title", "x", "--column", "a:b"},
            "--column 写成 编号:列名:计量单位",
            "write --column ID:TITLE:COUNT"},
           {{"publisher", "a", "--name", "x", "--unit", "a:"},
            "--unit 写成 编号:名称",
            "write --unit ID:NAME"},
           {{"document", "demo/2026/a", "--title", "x", "--kind", "letter"},
            "写 notice（通知）",
            "write notice, work-points, scheme or review"},
           {{"report", "demo/2026/2026-03-31", "more"}, "不认识的参数：more", "more"},
       }) {
    EXPECT_THAT(desk.refuse(words, 2),
                AllOf(StartsWith("yaodian: "), HasSubstr(zh), EndsWith(" --help 查看用法。\n")));
    std::vector<std::string> english = words;
    english.insert(english.end(), {"--lang", "en"});
    if (!words.empty()) {
      EXPECT_THAT(desk.refuse(english, 2), HasSubstr(en));
    }
  }
}

TEST(New, LeadsFromWrongUsageToTheHelpOfTheSameCommand) {
  const Desk desk;
  EXPECT_EQ(desk.refuse({"table", "demo/2026/a"}, 2),
            "yaodian: 缺少 --title\n用 yaodian new table --help 查看用法。\n");
  EXPECT_EQ(desk.refuse({"report", "demo", "--lang", "en"}, 2),
            "yaodian: write PATH as PUBLISHER/YEAR/DATE, like haidian/2019/2019-03-31, not "
            "\"demo\"\nsee yaodian new report --help\n");
}

TEST(New, HasHelpForEachKind) {
  const Desk desk;
  const std::string help = desk.run({"new", "--help"}).out;
  for (const std::string kind : {"publisher", "plan", "table", "report", "document"}) {
    EXPECT_THAT(help, HasSubstr("\n  " + kind));
    const Outcome own = desk.run({"new", kind, "--help"});
    EXPECT_EQ(own.status, 0);
    EXPECT_THAT(own.out, AllOf(HasSubstr("用法"), HasSubstr("PATH"), HasSubstr("--content")));
    EXPECT_EQ(desk.run({"help", "new", kind}).out, own.out);
  }
  EXPECT_EQ(desk.run({"help", "new"}).out, help);
  EXPECT_THAT(desk.run({"help", "--lang", "en"}).out, HasSubstr("make a publisher, year"));
  EXPECT_THAT(desk.content(), IsEmpty());
}

}  // namespace
}  // namespace yaodian
