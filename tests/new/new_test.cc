// "yaodian new" as an editor runs it: what it makes is valid at once.
#include "desk.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;
using ::testing::StartsWith;

TEST(New, MakesEverythingInAnEmptyFolder) {
  const Desk desk;
  desk.make_year();
  desk.make({"report", "demo/2026/2026-03-31"});
  desk.make({"document", "demo/2026/notice", "--title", "关于任务的通知", "--kind", "notice",
             "--department", "办公室"});
  EXPECT_THAT(
      desk.content(),
      ElementsAre(Key("demo/2026/documents/notice.md"), Key("demo/2026/plan.yaml"),
                  Key("demo/2026/reports/2026-03-31.yaml"), Key("demo/2026/tables/members.yaml"),
                  Key("demo/publisher.yaml"), Key("demo/units.yaml"), Key("site.yaml")));
  const Outcome built = desk.run({"build"});
  EXPECT_EQ(built.status, 0) << built.err;
  EXPECT_THAT(desk.site(), AllOf(Contains(Key("demo/2026/documents/notice.html")),
                                 Contains(Key("demo/2026/units/dongshan.html"))));
}

TEST(New, SaysWhatItHasMadeAndWhatComesNext) {
  const Desk desk;
  EXPECT_EQ(desk.make({"publisher", "demo", "--name", "示例区总工会"}),
            "已建立：\n"
            "  content/site.yaml\n"
            "  content/demo/units.yaml\n"
            "  content/demo/publisher.yaml\n"
            "接下来：\n"
            "  - 在 content/demo/units.yaml 里登记基层工会，一行一个\n"
            "  - 建一个年度：yaodian new plan demo/年度\n"
            "  - 检查：yaodian check\n");
  EXPECT_EQ(desk.make({"plan", "demo/2026", "--lang", "en"}),
            "made:\n"
            "  content/demo/2026/plan.yaml\n"
            "next:\n"
            "  - add tables: yaodian new table demo/2026/ID --title TITLE\n"
            "  - add documents: yaodian new document demo/2026/ID --title TITLE\n"
            "  - check it all: yaodian check\n");
  EXPECT_EQ(desk.make({"document", "demo/2026/rights", "--title", "维权", "-q"}), "");
}

TEST(New, NamesAnotherContentFolderInWhatComesNext) {
  const Desk desk;
  const Outcome outcome =
      desk.run({"new", "publisher", "demo", "--name", "示例", "--content", "data/plans"});
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("  data/plans/demo/units.yaml\n"),
                                 HasSubstr("yaodian new plan demo/年度 --content data/plans\n"),
                                 HasSubstr("yaodian check --content data/plans\n")));
}

TEST(New, PublisherWaitsForItsUnits) {
  const Desk desk;
  desk.make({"publisher", "demo", "--name", "示例区总工会"});
  const std::string units = "content/demo/units.yaml";
  desk.write(units, replaced(desk.text(units), "  # - {id: dongshan", "  - {id: dongshan"));
  desk.make({"plan", "demo/2026"});
  desk.make({"table", "demo/2026/members", "--title", "任务"});
  EXPECT_THAT(desk.text("content/demo/2026/tables/members.yaml"),
              HasSubstr("  - [东山街道, 待定]"));
}

TEST(New, PublisherWithoutAYearStandsBeforeOthers) {
  const Desk desk;
  desk.make_year();
  desk.make({"publisher", "chaoyang", "--name", "示例朝阳区总工会"});
  desk.write("content/demo/2026/documents/points.md",
             "---\ntitle: 工作要点\nissued: 2026-02-01\n---\n正文。\n");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"build"}, {"build", "--as-of", "2026-01-05"}}) {
    const Outcome built = desk.run(words);
    EXPECT_EQ(built.status, 0) << built.err;
    EXPECT_THAT(desk.site().at("index.html"), HasSubstr("示例朝阳区总工会"));
    EXPECT_TRUE(desk.site().contains("feed.xml"));
  }
}

TEST(New, PublisherLeavesTheSiteAndOthersAlone) {
  const Desk desk;
  desk.make({"publisher", "demo", "--name", "示例区总工会"});
  desk.write("content/site.yaml", "title: 自己的题名\n");
  EXPECT_THAT(desk.make({"publisher", "other", "--name", "另一个区: 总工会"}),
              Not(HasSubstr("site.yaml")));
  EXPECT_EQ(desk.text("content/site.yaml"), "title: 自己的题名\n");
  EXPECT_EQ(desk.text("content/other/publisher.yaml"), "name: '另一个区: 总工会'\n");
}

TEST(New, PublisherRegistersUnitsOnTheWay) {
  const Desk desk;
  desk.make({"publisher", "demo", "--name", "示例区总工会", "--unit", "dongshan:东山街道总工会",
             "--unit", "park：高新园区工会工作委员会"});
  EXPECT_THAT(
      desk.text("content/demo/units.yaml"),
      EndsWith("  - {id: dongshan, name: 东山街道总工会,         short: 东山街道, kind: 街道}\n"
               "  - {id: park,     name: 高新园区工会工作委员会, short: 高新园区, kind: 其他}\n"));
}

TEST(New, TableHasARowForEachUnit) {
  const Desk desk;
  desk.make_year();
  EXPECT_EQ(desk.text("content/demo/2026/tables/members.yaml"),
            "title: 会员发展任务\n"
            "# 一列一项：任务写 quota: at-least，背景数据不写 quota；count 是计量单位。\n"
            "columns:\n"
            "  - {id: new-members, title: 发展会员数, count: 人,  quota: at-least, due: "
            "2026-12-31}\n"
            "  - {id: coverage,    title: 覆盖面,     count: '%', quota: at-least, due: "
            "2026-12-31}\n"
            "# 一行一个单位：待定改成任务数，没有任务写 0，不在这张表里的删去整行。\n"
            "rows:\n"
            "  - [东山街道, 待定, 待定]\n"
            "  - [西河镇,   待定, 待定]\n");
}

TEST(New, TableMayKeepItsRowsInASpreadsheet) {
  const Desk desk;
  desk.make_year();
  desk.make({"table", "demo/2026/homes", "--title", "建家", "--csv", "--column", "homes:建家:家"});
  EXPECT_EQ(desk.text("content/demo/2026/tables/homes.csv"),
            "\xEF\xBB\xBF单位,homes\n东山街道,待定\n西河镇,待定\n");
  EXPECT_THAT(desk.text("content/demo/2026/tables/homes.yaml"),
              EndsWith("rows: {file: homes.csv}\n"));
}

TEST(New, ReportHasTheUnitsAndColumnsOfTheYear) {
  const Desk desk;
  desk.make_year();
  desk.write("content/demo/2026/targets.yaml",
             "- {id: bargaining, title: 集体协商覆盖面, goal: '>= 88%'}\n");
  desk.make({"report", "demo/2026/2026-03-31"});
  EXPECT_EQ(desk.text("content/demo/2026/reports/2026-03-31.yaml"),
            "as_of: 2026-03-31\n"
            "# received:  # 哪一天收到的，写成 2026-03-31 这样，去掉行首的 #\n"
            "# 数从计划开始累计；没有报的留着 ''，整个单位没有报可以删去那一行。\n"
            "tables:\n"
            "  members:  # 会员发展任务\n"
            "    # 发展会员数（人）、覆盖面（%）\n"
            "    columns: [new-members, coverage]\n"
            "    rows:\n"
            "      - [东山街道, '', '']\n"
            "      - [西河镇,   '', '']\n"
            "targets:\n"
            "  bargaining: ''  # 集体协商覆盖面，≥ 88%\n");
}

// The units' figures add up to it: asked twice, the two would differ.
TEST(New, ReportDoesNotAskForTargetsThatQuotasAddUpTo) {
  const Desk desk;
  desk.make_year();
  desk.write("content/demo/2026/targets.yaml",
             "- {id: members, title: 会员, goal: '>= 100人'}\n"
             "- {id: bargaining, title: 集体协商覆盖面, goal: '>= 88%'}\n");
  const std::string table = "content/demo/2026/tables/members.yaml";
  desk.write(table, replaced(desk.text(table), "人,  quota: at-least",
                             "人, target: members, quota: at-least"));
  desk.make({"report", "demo/2026/2026-03-31"});
  EXPECT_THAT(desk.text("content/demo/2026/reports/2026-03-31.yaml"),
              EndsWith("targets:\n  bargaining: ''  # 集体协商覆盖面，≥ 88%\n"));
  desk.make({"report", "demo/2026/2026-04-30", "--all"});
  EXPECT_THAT(desk.text("content/demo/2026/reports/2026-04-30.yaml"), HasSubstr("  members:"));
}

TEST(New, ReportDoesNotCountBeforeItIsFilledIn) {
  const Desk desk;
  desk.make_year();
  desk.run({"build"});
  const Files before = desk.site();
  desk.make({"report", "demo/2026/2026-03-31"});
  EXPECT_THAT(desk.run({"check"}).err, HasSubstr("提醒 [blank-report]"));
  EXPECT_EQ(desk.run({"build"}).status, 0);
  EXPECT_THAT(desk.site(), Not(Contains(Key("demo/2026/reports/2026-03-31.html"))));
  EXPECT_EQ(desk.site().at("demo/2026/units/dongshan.html"),
            before.at("demo/2026/units/dongshan.html"));
}

TEST(New, ReportFilledWithNumbersIsPublished) {
  const Desk desk;
  desk.make_year();
  const std::string table = "content/demo/2026/tables/members.yaml";
  desk.write(table, replaced(desk.text(table), "[东山街道, 待定, 待定]", "[东山街道, 600, 90%]"));
  desk.make({"report", "demo/2026/2026-03-31"});
  const std::string report = "content/demo/2026/reports/2026-03-31.yaml";
  desk.write(report, replaced(desk.text(report), "[东山街道, '', '']", "[东山街道, '150', 81%]"));
  const Outcome built = desk.run({"build"});
  EXPECT_EQ(built.status, 0) << built.err;
  EXPECT_EQ(built.err, "");
  EXPECT_THAT(desk.site(), Contains(Key("demo/2026/reports/2026-03-31.html")));
  EXPECT_THAT(desk.site().at("demo/2026/units/dongshan.html"), HasSubstr("25.0%"));
}

TEST(New, ReportMayBeFilledInWithASpreadsheet) {
  const Desk desk;
  desk.make_year();
  EXPECT_THAT(desk.make({"report", "demo/2026/2026-03-31", "--csv"}),
              HasSubstr("content/demo/2026/reports/2026-03-31-members.csv\n"));
  const std::string rows = "content/demo/2026/reports/2026-03-31-members.csv";
  EXPECT_EQ(desk.text(rows), "\xEF\xBB\xBF单位,发展会员数,覆盖面\n东山街道,,\n西河镇,,\n");
  desk.write(rows,
             "\xEF\xBB\xBF单位,发展会员数,覆盖面\r\n东山街道,\"1,150\",81%\r\n西河镇,3,50\r\n");
  const Outcome built = desk.run({"build"});
  EXPECT_EQ(built.status, 0) << built.err;
  EXPECT_EQ(built.err, "");
  EXPECT_THAT(desk.site().at("demo/2026/units/dongshan.html"), HasSubstr("1,150"));
}

TEST(New, ReportAsksForWhatWasReportedBefore) {
  const Desk desk;
  desk.make_year();
  desk.make({"table", "demo/2026/homes", "--title", "建家", "--column", "homes:建家:家"});
  desk.write("content/demo/2026/targets.yaml",
             "- {id: a, title: 甲, goal: '>= 88%'}\n- {id: b, title: 乙, goal: '>= 5 次'}\n");
  desk.write("content/demo/2026/reports/2026-03-31.yaml",
             "as_of: 2026-03-31\n"
             "tables: {members: {columns: [new-members], rows: [[东山街道, 1]]}}\n"
             "targets: {b: 1次}\n");
  desk.make({"report", "demo/2026/2026-04-30"});
  EXPECT_THAT(desk.text("content/demo/2026/reports/2026-04-30.yaml"),
              EndsWith("    columns: [new-members]\n"
                       "    rows:\n"
                       "      - [东山街道, '']\n"
                       "      - [西河镇,   '']\n"
                       "targets:\n"
                       "  b: ''  # 乙，≥ 5次\n"));
  desk.make({"report", "demo/2026/all", "--all", "--as-of", "2026-05-31"});
  EXPECT_THAT(desk.text("content/demo/2026/reports/all.yaml"),
              AllOf(StartsWith("as_of: 2026-05-31\n"), HasSubstr("[new-members, coverage]"),
                    HasSubstr("  homes:"), HasSubstr("  a: ''")));
  desk.make({"report", "demo/2026/2026-06-30", "--table", "homes"});
  EXPECT_THAT(desk.text("content/demo/2026/reports/2026-06-30.yaml"),
              AllOf(HasSubstr("[homes]"), Not(HasSubstr("members")), Not(HasSubstr("targets"))));
}

TEST(New, ReportOfAYearWithOnlyTargetsHasThose) {
  const Desk desk;
  desk.make({"publisher", "demo", "--name", "示例区总工会"});
  desk.make({"plan", "demo/2026"});
  desk.write("content/demo/2026/targets.yaml", "- {id: a, title: 甲, goal: '>= 88%'}\n");
  desk.make({"report", "demo/2026/2026-03-31"});
  EXPECT_THAT(desk.text("content/demo/2026/reports/2026-03-31.yaml"),
              AllOf(HasSubstr("targets:\n  a: ''"), Not(HasSubstr("tables"))));
}

TEST(New, PlanRepeatsTheTablesOfAnotherYearWithoutTheirFigures) {
  const Desk desk;
  desk.make_year();
  desk.write("content/demo/2026/targets.yaml", "- {id: t, title: 目标, goal: '>= 95%'}\n");
  desk.write("content/demo/2026/tables/members.yaml",
             "title: 2025年决算和2026年会员发展任务\n"
             "order: 2026\n"
             "as_of: 2026-01-31\n"
             "notes: 2026年的说明\n"
             "columns:\n"
             "  - {id: base, title: 职工数, count: 人}\n"
             "  - id: quota\n"
             "    title: 发展会员数\n"
             "    count: 人\n"
             "    quota: at-least\n"
             "    due: 2026-02-28\n"
             "    derived: {share: 20%, of: base}\n"
             "    standard: '以信息库为准, 逐级核对'\n"
             "  - {id: rate, title: 申报率, count: '%', target: t}\n"
             "rows:\n"
             "  - [东山街道, 100, 20, 96%]\n"
             "total: [100, 20, '']\n");
  desk.make({"plan", "demo/2028", "--from", "demo/2026"});
  EXPECT_EQ(desk.text("content/demo/2028/tables/members.yaml"),
            "title: 2027年决算和2028年会员发展任务\n"
            "order: 2026\n"
            "columns:\n"
            "  - id: base\n"
            "    title: 职工数\n"
            "    count: 人\n"
            "  - id: quota\n"
            "    title: 发展会员数\n"
            "    count: 人\n"
            "    quota: at-least\n"
            "    due: 2028-02-28\n"
            "    derived: {share: 20%, of: base}\n"
            "    standard: '以信息库为准, 逐级核对'\n"
            "  - id: rate  # 上年 target: t\n"
            "    title: 申报率\n"
            "    count: '%'\n"
            "rows:\n"
            "  - [东山街道, '', 待定, '']\n");
  EXPECT_THAT(desk.text("content/demo/2028/plan.yaml"),
              StartsWith("title: 2028年示例区总工会工作计划\nperiod: {start: 2028-01-01, end: "
                         "2028-12-31}\n"));
}

TEST(New, PlanRepeatsTheProjectsOwnYear) {
  const Desk desk;
  fs::copy(PROJECT_FOLDER "/content", desk.folder() / "content", fs::copy_options::recursive);
  desk.make({"plan", "haidian/2030", "--from", "2018", "--title", "2030年计划"});
  desk.make({"report", "haidian/2030/2030-03-31"});
  EXPECT_EQ(desk.run({"build"}).status, 0);
}

TEST(New, TakesPathsAsTheShellCompletesThem) {
  const Desk desk;
  desk.make({"publisher", "content/demo/", "--name", "示例", "--unit", "a:甲工会"});
  desk.make({"plan", "./demo/2026/"});
  desk.make({"table", "content/demo/2026/tables/members.yaml", "--title", "任务"});
  EXPECT_THAT(desk.content(), Contains(Key("demo/2026/tables/members.yaml")));
}

}  // namespace
}  // namespace yaodian
