#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kTable[] =
    "title: 任务分配表\ncolumns:\n"
    "  - {id: enterprises, title: 企业, count: 户}\n"
    "  - {id: members, title: 会员, count: 人, quota: at-least}\n"
    "  - {id: rate, title: 缴款率, count: '%', goal: '>= 95%'}\n"
    "rows:\n  - [东街街道, 120, 1600, '']\n";
constexpr char kTargets[] =
    "- {id: coverage, title: 覆盖面, goal: '>= 88%'}\n"
    "- {id: dues, title: 经费, goal: '>= 4.91亿元'}\n";

// A site with the table "allocation", two targets and REPORTS by name; MORE files.
Files site_with(const Files& reports, const Files& more = {}) {
  Files files = small_site(
      {{"union/2018/tables/allocation.yaml", kTable}, {"union/2018/targets.yaml", kTargets}});
  for (const auto& [name, text] : reports) files["union/2018/reports/" + name] = text;
  for (const auto& [path, text] : more) files[path] = text;
  return files;
}

std::string day(const std::string& more) { return "as_of: 2018-04-30\n" + more; }

// A report of the table with COLUMNS and ROWS, which begin on line 6.
std::string rows(const std::string& columns, const std::string& rows) {
  return day("tables:\n  allocation:\n    columns: [" + columns + "]\n    rows:\n" + rows);
}

std::vector<std::string> reported(const std::string& text) {
  return messages(Loaded(site_with({{"r.yaml", text}})).diagnostics);
}

std::vector<std::string> reported(const Files& files) {
  return messages(Loaded(files).diagnostics);
}

std::vector<std::string> reported_of(const std::string& name, const std::string& text) {
  return reported(site_with({{name + ".yaml", text + "targets: {coverage: 71%}\n"}}));
}

TEST(Report, NamedByAnotherDayThanItsOwnIsDoubted) {
  const std::string as_of = "as_of: 2018-06-30\n";
  for (const char* name : {"2018-04-30", "2018-04-30-east"})
    EXPECT_THAT(reported_of(name, as_of), ElementsAre("misdated-report 1:8")) << name;
  for (const char* name : {"2018-06-30", "2018-06-30-east", "2018-06", "half-year", "2018-04-301",
                           "2018-04-31", "east-2018-04-30"})
    EXPECT_THAT(reported_of(name, as_of), IsEmpty()) << name;
}

TEST(Correction, IsNamedByTheDayThatItCorrectsOrTheOneThatItCameIn) {
  const std::string corrects = "corrects: 2018-06-30\nreceived: 2018-07-05\nreason: 重复\n";
  for (const char* name : {"2018-06-30-correction", "2018-07-05", "correction"})
    EXPECT_THAT(reported_of(name, corrects), IsEmpty()) << name;
  EXPECT_THAT(reported_of("2018-05-31-correction", corrects), ElementsAre("misdated-report 1:11"));
}

TEST(Report, ReadsWhatUnitsHaveDone) {
  const Loaded loaded(site_with(
      {{"2018-04-30.yaml", rows("rate, members", "      - [东街街道总工会, 96.5%, '']\n") +
                               "sample: true\nreceived: 2018-05-05\nnote: 已核对\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), ElementsAre("blank-column 3:3"));
  ASSERT_THAT(loaded.plan().reports, SizeIs(1));
  const Report& report = loaded.plan().reports[0];
  EXPECT_EQ(report.id, "2018-04-30");
  EXPECT_EQ(report.as_of, Date::from(2018, 4, 30));
  EXPECT_EQ(report.received, Date::from(2018, 5, 5));
  EXPECT_TRUE(report.sample);
  EXPECT_FALSE(report.corrects);
  EXPECT_EQ(report.note, "已核对");
  ASSERT_THAT(report.tables, SizeIs(1));
  EXPECT_EQ(report.tables[0].table.id, "allocation");
  EXPECT_THAT(report.tables[0].measures, ElementsAre(2u, 1u));
  ASSERT_THAT(report.tables[0].rows, SizeIs(1));
  const Row& row = report.tables[0].rows[0];
  EXPECT_EQ(row.unit, 0u);
  EXPECT_EQ(row.cells[0].value.plain(), "96.5");
  EXPECT_EQ(row.position_of(row.cells[0]).line, 6u);
  EXPECT_EQ(row.cells[1].state, Cell::State::blank);
}

TEST(Report, ReadsFiguresOfThePlanWithTheirUnitOfCount) {
  const Loaded loaded(
      site_with({{"r.yaml", day("targets: {coverage: 71.0, dues: 1.06亿元}\n"
                                "totals: {allocation.members: 1420, allocation.rate: ''}\n")}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  std::vector<std::string> all;
  for (const PlanObservation& one : loaded.plan().reports.at(0).observations)
    all.push_back(to_string(one.of) + " " + one.value.plain() + " " + one.text);
  EXPECT_THAT(all, ElementsAre("target:coverage 71.0 71.0%", "target:dues 106000000 1.06亿元",
                               "table:allocation.members 1420 1,420人"));
}

TEST(Report, ReadsOtherFigures) {
  const Loaded loaded(
      site_with({{"r.yaml", day("figures:\n  - {id: units, title: 未采集单位, value: 663户}\n"
                                "  - {id: dues, title: 应计提, value: 1.45亿元, document: "
                                "notice#要求, note: 其中3户为市级}\n")}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const std::vector<ReportFigure>& figures = loaded.plan().reports.at(0).figures;
  ASSERT_THAT(figures, SizeIs(2));
  EXPECT_EQ(figures[0].text, "663户");
  EXPECT_FALSE(figures[0].stated.given);
  EXPECT_EQ(to_string(figures[1].stated.document), "document:notice#要求");
  EXPECT_EQ(figures[0].note, "");
  EXPECT_EQ(figures[1].note, "其中3户为市级");
}

TEST(Report, NamesADocumentForAFigureOrNone) {
  const auto figure = [](const std::string& document) {
    return day("figures: [{id: units, title: 单位, value: 663户, document: " + document + "}]\n");
  };
  for (const char* right : {"notice", "notice#要求", "''"})
    EXPECT_THAT(reported(figure(right)), IsEmpty()) << right;
  EXPECT_THAT(reported(figure("'#要求'")), ElementsAre("wrong-type 2:57"));
}

TEST(Report, ReadsACorrection) {
  const std::string total = "totals: {allocation.members: 5}\n";
  const Loaded loaded(site_with(
      {{"r.yaml", "corrects: 2018-04-30\nreceived: 2018-05-12\nreason: 重复\n" + total}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  const Report& report = loaded.plan().reports.at(0);
  EXPECT_TRUE(report.corrects);
  EXPECT_EQ(report.as_of, Date::from(2018, 4, 30));
  EXPECT_EQ(report.reason, "重复");
  EXPECT_THAT(reported("corrects: 2018-04-30\n" + total),
              ElementsAre("missing-key 1:1", "missing-key 1:1"));
}

TEST(Report, NeedsOneDay) {
  const std::string total = "totals: {allocation.members: 5}\n";
  EXPECT_THAT(reported(total), ElementsAre("report-day 1:1"));
  EXPECT_THAT(reported("as_of: 2018-04-31\n" + total), ElementsAre("not-a-date 1:8"));
  EXPECT_THAT(reported("as_of: 2018-04-30\ncorrects: 2018-03-31\nreceived: 2018-05-12\n"
                       "reason: 重复\n" +
                       total),
              ElementsAre("report-day 2:11"));
}

TEST(Report, NeedsAFigure) {
  EXPECT_THAT(reported(day("note: 未报\n")), ElementsAre("empty-report 1:1"));
  EXPECT_THAT(reported(rows("members", "      []\n")), ElementsAre("empty-table 4:5"));
  EXPECT_THAT(reported(rows("", "      - [东街街道]\n")), ElementsAre("empty-table 4:5"));
}

// A site with the report TEXT about a table of two units.
Files site_of_two(const std::string& text) {
  return site_with({{"r.yaml", text}}, {{"union/2018/tables/allocation.yaml",
                                         std::string(kTable) + "  - [西镇, 90, 800, '']\n"}});
}

// A report as it is made to be filled in.
constexpr char kBlankRows[] = "      - [东街街道, '', '']\n      - [西镇, '', '']\n";

TEST(Report, DoesNotCountBeforeItsFirstFigure) {
  for (const std::string& blank : {day("totals: {allocation.members: ''}\n"),
                                   day("targets: {dues: ''}\n"), rows("members, rate", kBlankRows),
                                   rows("members, rate", kBlankRows) + "targets: {dues: ~}\n"}) {
    const Loaded loaded(site_of_two(blank));
    EXPECT_THAT(messages(loaded.diagnostics), ElementsAre("blank-report 1:1")) << blank;
    EXPECT_THAT(loaded.plan().reports, IsEmpty());
  }
  const Loaded filled(site_of_two(rows("members, rate", kBlankRows) + "targets: {dues: 1亿元}\n"));
  EXPECT_THAT(filled.plan().reports, SizeIs(1));
}

TEST(Report, AsksAboutAColumnThatNobodyHasAFigureOf) {
  const std::string one = "      - [东街街道, 5, '']\n";
  EXPECT_THAT(reported(site_of_two(rows("members, rate", one + "      - [西镇, '', '']\n"))),
              ElementsAre("blank-column 3:3"));
  EXPECT_THAT(reported(site_of_two(rows("members, rate", one + "      - [西镇, '', 90%]\n"))),
              IsEmpty());
  EXPECT_THAT(reported(site_of_two(rows("members, rate", one))),
              IsEmpty());  // others may report the other unit
}

TEST(Report, NamesOnlyWhatThereIsToReach) {
  EXPECT_THAT(reported(rows("enterprises", "      - [东街街道, 118]\n")),
              ElementsAre("not-tracked 4:15"));
  EXPECT_THAT(reported(rows("member", "      - [东街街道, 118]\n")),
              ElementsAre("dangling-link 4:15"));
  EXPECT_THAT(reported(rows("members, members", "      - [东街街道, 118, 118]\n")),
              ElementsAre("duplicate-key 4:24"));
  EXPECT_THAT(reported(day("tables:\n  alocation: {columns: [members], rows: [[东街街道, 1]]}\n")),
              ElementsAre("dangling-link 3:3"));
  EXPECT_THAT(reported(day("totals: {allocation.enterprises: 5, allocation.x: 5, x.y: 5, x: 5}\n")),
              ElementsAre("not-tracked 2:10", "dangling-link 2:37", "dangling-link 2:54",
                          "wrong-type 2:62"));
}

TEST(Report, HasRowsOfUnitsOfTheTable) {
  EXPECT_THAT(reported(rows("members", "      - [西镇, 5]\n")),
              ElementsAre("unit-not-in-table 6:10"));
  EXPECT_THAT(reported(rows("members", "      - [东街, 5]\n")), ElementsAre("unknown-unit 6:10"));
  EXPECT_THAT(reported(rows("members", "      - [东街街道, 5]\n      - [东街街道总工会, 6]\n")),
              ElementsAre("duplicate-unit 7:10"));
  EXPECT_THAT(reported(rows("members", "      - [东街街道, 5, 6]\n")),
              ElementsAre("row-length 6:10"));
}

TEST(Report, HasFigures) {
  EXPECT_THAT(reported(rows("members", "      - [东街街道, 待定]\n")),
              ElementsAre("wrong-type 6:16"));
  EXPECT_THAT(reported(rows("members", "      - [东街街道, 五]\n")),
              ElementsAre("not-a-number 6:16"));
  for (const char* text : {"约71%", "'>= 71%'", "'= 71%'", "2-4", "[71]", "71%以上"})
    EXPECT_THAT(reported(day("targets: {coverage: " + std::string(text) + "}\n")),
                ElementsAre("wrong-type 2:21"))
        << text;
  EXPECT_THAT(reported(day("targets: 71%\n")), ElementsAre("wrong-type 2:10"));
  EXPECT_THAT(reported(day("figures:\n  - {id: a, title: 甲, value: 很多}\n"
                           "  - {id: a, title: 乙, value: 5户}\n")),
              ElementsAre("wrong-type 3:30", "duplicate-id 4:10"));
}

TEST(Report, TakesRowsFromACsvFile) {
  const std::string text =
      day("tables:\n  allocation:\n    columns: [members, rate]\n    rows: {file: april.csv}\n");
  const Loaded loaded(site_with({{"r.yaml", text},
                                 {"april.csv", "单位,缴款率,members\n东街街道,96.5%,420\n"},
                                 {"old.csv", "单位\n"}}));
  EXPECT_THAT(messages(loaded.diagnostics), ElementsAre("stray-file union/2018/reports/old.csv"));
  const TableReport& part = loaded.plan().reports.at(0).tables.at(0);
  EXPECT_EQ(part.rows_file, "union/2018/reports/april.csv");
  EXPECT_EQ(part.rows.at(0).cells[0].value.plain(), "420");
  EXPECT_EQ(part.rows.at(0).position_of(part.rows.at(0).cells[0]).source->name,
            "union/2018/reports/april.csv");
  EXPECT_THAT(reported(site_with({{"r.yaml", text}, {"april.csv", "单位,members\n东街街道,5\n"}})),
              ElementsAre("missing-column 1:1"));
  EXPECT_THAT(reported(site_with({{"r.yaml", text}})), ElementsAre("missing-file 5:18"));
}

TEST(Report, IsNotJudgedByATableThatCouldNotBeRead) {
  const std::string text = rows("members", "      - [西镇, 5]\n");
  EXPECT_THAT(reported(site_with({{"r.yaml", text}},
                                 {{"union/2018/tables/allocation.yaml", "title: [\n"}})),
              SizeIs(1));
  EXPECT_THAT(
      reported(site_with({{"r.yaml", text}}, {{"union/2018/tables/allocation.yaml",
                                               std::string(kTable) + "  - [西真, 5, 5, '']\n"}})),
      ElementsAre("unknown-unit 8:6"));
}

TEST(Reports, StandInTheOrderOfTheirDaysAndCorrectionsAfter) {
  const auto text = [](const std::string& keys) {
    return keys + "\ntotals: {allocation.members: 5}\n";
  };
  const std::string later = "corrects: 2018-03-31\nreason: 甲\nreceived: ";
  const Loaded loaded(site_with({{"a.yaml", text("as_of: 2018-05-31")},
                                 {"b.yaml", text(later + "2018-06-09")},
                                 {"c.yaml", text(later + "2018-06-08")},
                                 {"d.yaml", text("as_of: 2018-03-31\nreceived: 2018-06-10")}}));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  EXPECT_THAT(ids(loaded.plan().reports), ElementsAre("d", "c", "b", "a"));
  EXPECT_TRUE(loaded.plan().reports_complete);
}

TEST(Reports, AreTheSameOnAnyNumberOfThreads) {
  Files reports;
  for (int number = 10; number < 30; ++number)
    reports["r" + std::to_string(number) + ".yaml"] =
        day("wrong-" + std::to_string(number) + ": 1\ntotals: {allocation.members: 5}\n");
  const Content content = content_of(site_with(reports));
  Diagnostics one, many;
  assemble(content, 1, one);
  const Site site = assemble(content, 8, many);
  ASSERT_EQ(one.errors(), 20u);
  for (size_t at = 0; at < 20; ++at) EXPECT_EQ(message_text(one, at), message_text(many, at));
  EXPECT_THAT(site.publishers[0].plans[0].reports, SizeIs(20));
  EXPECT_FALSE(site.publishers[0].plans[0].reports_complete);
}

}  // namespace
}  // namespace yaodian
