#include <gmock/gmock.h>

#include "../support.h"
#include "read/yaml.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A table read against a register of 东街, 西镇 and 南园, and CSV files beside it.
struct Read {
  explicit Read(std::string text, const Files& files = {})
      : source(source_of(std::move(text), "t.yaml")),
        units_source(source_of("units:\n  - {id: east, name: 东街}\n  - {id: west, name: 西镇}\n"
                               "  - {id: south, name: 南园, aliases: [南园工委]}\n")),
        content(content_of(files)) {
    units = read_register(yaml::parse(units_source, diagnostics).value(), diagnostics);
    table = read_table(yaml::parse(source, diagnostics, yaml::Lists::in_rows).value(), "t", units,
                       content, "u/tables", diagnostics);
  }
  // The cells of a row as text.
  std::vector<std::string> cells(size_t row) const {
    std::vector<std::string> all;
    for (const Cell& cell : table.rows.at(row).cells) {
      all.push_back(cell.is_number()                       ? cell.value.plain()
                    : cell.state == Cell::State::undecided ? "待定"
                                                           : "blank");
    }
    return all;
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }

  Source source, units_source;
  Content content;
  Diagnostics diagnostics;
  Register units;
  TaskTable table;
};

// A table with the columns members and rate, and MORE lines.
std::string two_columns(const std::string& more) {
  return "title: 表\n"
         "columns:\n"
         "  - {id: members, title: 会员, count: 人, quota: at-least}\n"
         "  - {id: rate, title: 申报率, count: '%'}\n" +
         more;
}

TEST(Table, KnowsWhereEachFigureStands) {
  const Read read(
      two_columns("rows:\n  - [东街, 5, 6]\n  - [西镇, 7, 8]\n  - ['南园', 9, '10']\n"
                  "total: [21, '']\n"));
  const auto place = [](const Position& at) {
    return std::to_string(at.line) + ":" + std::to_string(at.column);
  };
  const std::vector<Row>& rows = read.table.rows;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(place(rows[1].position_of(rows[1].cells[0])), "7:10");
  EXPECT_EQ(place(rows[2].position), "8:6");
  EXPECT_EQ(place(rows[2].position_of(rows[2].cells[1])), "8:15");
  EXPECT_EQ(rows[2].label, "南园");
  EXPECT_EQ(place(read.table.position_of_total(0)), "9:9");
}

TEST(Table, KnowsWhereTheFiguresOfALongRowStand) {
  const Read read(two_columns("rows:\n  - - 东街\n    - 5\n    - 6\n  - [西镇,\n     7,  8]\n"));
  const std::vector<Row>& rows = read.table.rows;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].position_of(rows[0].cells[1]).line, 8u);
  EXPECT_EQ(rows[0].position_of(rows[0].cells[1]).column, 7u);
  EXPECT_EQ(rows[1].position_of(rows[1].cells[1]).line, 10u);
  EXPECT_EQ(rows[1].position_of(rows[1].cells[1]).column, 10u);
}

TEST(Table, KeepsItsRowsWhenItIsCopied) {
  std::optional<Read> read(std::in_place, two_columns("rows:\n  - [\"东\\u8857\", 5, 6]\n"));
  const TaskTable copy = read->table;
  read->table = TaskTable();
  EXPECT_EQ(copy.rows.at(0).label, "东街");
  EXPECT_EQ(copy.rows.at(0).cells[1].value, Decimal(6));
}

TEST(Table, ReadsRowsOnePerLine) {
  const Read read(two_columns("rows:\n  - [东街, '1,600', 94.30%]\n  - [南园工委, 待定, '']\n"));
  ASSERT_EQ(read.table.rows.size(), 2u);
  EXPECT_THAT(read.cells(0), ElementsAre("1600", "94.30"));
  EXPECT_THAT(read.cells(1), ElementsAre("待定", "blank"));
  EXPECT_EQ(read.table.rows[1].label, "南园工委");
  EXPECT_EQ(read.table.rows[1].unit, 2u);
  EXPECT_EQ(read.table.row_of(2), &read.table.rows[1]);
  EXPECT_EQ(read.table.row_of(1), nullptr);
  EXPECT_EQ(read.table.rows[0].position_of(read.table.rows[0].cells[0]).column, 10u);
  EXPECT_THAT(read.reported(), IsEmpty());
}

TEST(Table, UnderstandsFullWidthFigures) {
  const Read read(two_columns("rows:\n  - [东街, １６００, ９４．３％]\n  - [西镇, 010, 5%]\n"));
  EXPECT_THAT(read.cells(0), ElementsAre("1600", "94.3"));
  EXPECT_THAT(read.cells(1), ElementsAre("10", "5"));
  EXPECT_THAT(read.reported(), IsEmpty());
}

TEST(Table, RefusesTheSignOfAnotherRate) {
  const Read read(two_columns("rows:\n  - [东街, 1, 91.5‰]\n"));
  EXPECT_THAT(read.reported(), ElementsAre("not-a-number 6:13"));
}

TEST(Table, FillsInWhatIsNotGiven) {
  const Read read(two_columns("rows:\n  - [东街, 1, 2]\n"));
  EXPECT_EQ(read.table.id, "t");
  EXPECT_EQ(read.table.short_title, "表");
  EXPECT_EQ(read.table.unit_title, "");
  EXPECT_FALSE(read.table.numbered);
  EXPECT_TRUE(read.table.total.empty());
  EXPECT_TRUE(read.table.complete);
  EXPECT_EQ(read.table.measures.at(0).label, "会员");
}

TEST(Table, GivesEachColumnItsRole) {
  const Read read(
      "title: 表\ncolumns:\n  - {id: a, title: 甲, count: 户}\n"
      "  - {id: b, title: 乙, count: 户, quota: at-most, due: 2018-12-31}\n"
      "  - {id: c, title: 丙, count: ％, goal: '>= 95%'}\n"
      "  - {id: d, title: 丁, count: '%', target: x}\n"
      "rows:\n  - [东街, 1, 2, 3, 4]\n");
  ASSERT_EQ(read.table.measures.size(), 4u);
  EXPECT_EQ(read.table.measures[0].role, Role::context);
  EXPECT_EQ(read.table.measures[1].role, Role::quota);
  EXPECT_EQ(read.table.measures[1].sense, Sense::at_most);
  EXPECT_EQ(read.table.measures[1].due, Date::from(2018, 12, 31));
  EXPECT_EQ(read.table.measures[2].role, Role::result);
  EXPECT_TRUE(read.table.measures[2].is_rate());
  EXPECT_EQ(read.table.measures[2].goal->text(), "≥ 95%");
  EXPECT_EQ(read.table.measures[3].role, Role::result);
  EXPECT_EQ(read.table.measures[3].target.id, "x");
  EXPECT_EQ(read.table.find_measure("c"), 2u);
  EXPECT_FALSE(read.table.find_measure("z"));
}

TEST(Table, SumsCountsAndNoRates) {
  const Read read(
      two_columns("rows:\n  - [东街, 10, 50%]\n  - [西镇, 待定, 60%]\n  - [南园, 5, '']\n"));
  EXPECT_EQ(read.table.sum(0), Decimal(15));
  EXPECT_FALSE(read.table.sum(1));
}

TEST(Table, ReportsWhatIsNoNumber) {
  const Read read(two_columns("rows:\n  - [东街, 十二, 9O%]\n  - [西镇, 12%, [1]]\n"));
  EXPECT_THAT(read.reported(), ElementsAre("not-a-number 6:10", "not-a-number 6:14",
                                           "not-a-number 7:10", "wrong-type 7:15"));
  EXPECT_THAT(read.cells(0), ElementsAre("blank", "blank"));
}

TEST(Table, ReportsAnUnknownUnitWithTheNearest) {
  const Read read(two_columns("rows:\n  - [南圆工委, 1, 2]\n"));
  EXPECT_THAT(read.reported(), ElementsAre("unknown-unit 6:6"));
  EXPECT_THAT(read.diagnostics.all()[0].suggestions, ElementsAre("南园工委"));
  EXPECT_EQ(read.table.rows.at(0).unit, kUnknownUnit);
  EXPECT_THAT(read.cells(0), ElementsAre("1", "2"));
  EXPECT_FALSE(read.table.complete);
}

TEST(Table, IsIncompleteAfterOtherErrors) {
  EXPECT_FALSE(Read(two_columns("rows:\n  - [东街, x, 2]\n")).table.complete);
}

TEST(Table, ReportsAUnitThatHasTwoRows) {
  const Read read(two_columns("rows:\n  - [南园, 1, 2]\n  - [南园工委, 3, 4]\n"));
  EXPECT_THAT(read.reported(), ElementsAre("duplicate-unit 7:6"));
  EXPECT_EQ(message_text(read.diagnostics), "“南园工委”在这张表里出现了两次（第一次在第 6 行）");
  EXPECT_EQ(read.table.rows.size(), 1u);
}

TEST(Table, ReportsARowThatIsTooShortOrTooLong) {
  const Read read(two_columns("rows:\n  - [东街, 1]\n  - [西镇, 1, 2, 3]\n"));
  EXPECT_THAT(read.reported(), ElementsAre("row-length 6:6", "row-length 7:6"));
  EXPECT_THAT(read.cells(0), ElementsAre("1", "blank"));
  EXPECT_THAT(read.cells(1), ElementsAre("1", "2"));
}

TEST(Table, ReportsARowThatIsNone) {
  EXPECT_THAT(Read(two_columns("rows:\n  - 东街\n  - []\n  - [东街, 1, 2]\n")).reported(),
              ElementsAre("wrong-type 6:5", "wrong-type 7:5"));
}

TEST(Table, ExplainsAFullWidthCommaInARow) {
  EXPECT_THAT(Read(two_columns("rows:\n  - [东街，1, 2]\n")).reported(),
              ElementsAre("full-width-syntax 6:8"));
}

TEST(Table, ReportsATotalOfAnotherLength) {
  const Read read(two_columns("rows:\n  - [东街, 1, 2]\ntotal: [1]\n"));
  EXPECT_THAT(read.reported(), ElementsAre("row-length 7:8"));
  EXPECT_THAT(read.table.total, IsEmpty());
}

TEST(Table, NeedsColumnsAndRows) {
  EXPECT_THAT(Read("title: 表\ncolumns: []\nrows: []\n").reported(),
              ElementsAre("empty-table 1:1"));
  EXPECT_THAT(Read(two_columns("rows: []\n")).reported(), ElementsAre("empty-table 1:1"));
  EXPECT_THAT(Read(two_columns("")).reported(), ElementsAre("missing-key 1:1"));
}

TEST(Table, ReportsAColumnGivenTwice) {
  EXPECT_THAT(Read("title: 表\ncolumns:\n  - {id: a, title: 甲, count: 户}\n"
                   "  - {id: a, title: 乙, count: 户}\nrows:\n  - [东街, 1, 2]\n")
                  .reported(),
              ElementsAre("duplicate-id 4:10"));
}

TEST(Table, ReportsAGoalItCannotUnderstand) {
  EXPECT_THAT(Read("title: 表\ncolumns:\n  - {id: a, title: 甲, count: 户, goal: 多多益善}\n"
                   "rows:\n  - [东街, 1]\n")
                  .reported(),
              ElementsAre("bad-goal 3:39"));
}

std::string derived(const std::string& rule) {
  return "title: 表\ncolumns:\n  - {id: cards, title: 会员, count: 人}\n"
         "  - {id: task, title: 任务, count: 人, derived: " +
         rule + "}\nrows:\n  - [东街, 100, 20]\n";
}

TEST(Table, ReadsHowAColumnIsDerived) {
  for (const char* share : {"20%", "20", "20％", "２０%"}) {
    const Read read(derived("{share: " + std::string(share) + ", of: cards, round: up}"));
    ASSERT_TRUE(read.table.measures[1].derived) << share;
    EXPECT_EQ(read.table.measures[1].derived->share, Decimal(20));
    EXPECT_EQ(read.table.measures[1].derived->of, 0u);
    EXPECT_EQ(read.table.measures[1].derived->rounding, Rounding::up);
    EXPECT_THAT(read.reported(), IsEmpty());
  }
}

TEST(Table, ReportsAColumnDerivedFromNoneBeforeIt) {
  const Read read(derived("{share: 20%, of: card}"));
  EXPECT_THAT(read.reported(), ElementsAre("dangling-link 4:63"));
  EXPECT_THAT(read.diagnostics.all()[0].suggestions, ElementsAre("cards"));
  EXPECT_FALSE(read.table.measures[1].derived);
  EXPECT_THAT(Read(derived("{share: 20%, of: task}")).reported(),
              ElementsAre("dangling-link 4:63"));
}

TEST(TableRows, MayComeFromCsvWithColumnsInAnyOrder) {
  const Read read(
      two_columns("rows: {file: t.csv}\n"),
      {{"u/tables/t.csv", "单位,申报率,members\r\n东街,94.30%,\"1,600\"\r\n西镇,,待定\r\n"}});
  EXPECT_THAT(read.reported(), IsEmpty());
  ASSERT_EQ(read.table.rows.size(), 2u);
  EXPECT_THAT(read.cells(0), ElementsAre("1600", "94.30"));
  EXPECT_THAT(read.cells(1), ElementsAre("待定", "blank"));
  EXPECT_EQ(read.table.rows[1].position.source->name, "u/tables/t.csv");
  EXPECT_EQ(read.table.rows[1].position.line, 3u);
}

TEST(TableRows, ReportTheFileThatIsMissing) {
  EXPECT_THAT(Read(two_columns("rows: {file: no.csv}\n")).reported(),
              ElementsAre("missing-file 5:14"));
}

TEST(TableRows, ReportColumnsOfTheCsvThatAreUnknownMissingOrRepeated) {
  const Read unknown(two_columns("rows: {file: t.csv}\n"),
                     {{"u/tables/t.csv", "单位,member,rate\n东街,1,2\n"}});
  EXPECT_THAT(unknown.reported(), ElementsAre("unknown-key 1:4"));
  EXPECT_THAT(unknown.diagnostics.all()[0].suggestions, ElementsAre("members"));
  EXPECT_THAT(
      Read(two_columns("rows: {file: t.csv}\n"), {{"u/tables/t.csv", "单位,rate\n东街,2\n"}})
          .reported(),
      ElementsAre("missing-column 1:1"));
  EXPECT_THAT(Read(two_columns("rows: {file: t.csv}\n"),
                   {{"u/tables/t.csv", "单位,rate,members,申报率\n东街,1,2,3\n"}})
                  .reported(),
              ElementsAre("duplicate-key 1:17"));
}

TEST(TableRows, OfACsvMayHaveBlankEnds) {
  const Read read(two_columns("rows: {file: t.csv}\n"),
                  {{"u/tables/t.csv", "单位,members,rate,,\n东街,1,'',,\n西镇,,3\n,,,,\n"}});
  EXPECT_THAT(read.reported(), IsEmpty());
  EXPECT_THAT(read.cells(0), ElementsAre("1", "blank"));
  EXPECT_THAT(read.cells(1), ElementsAre("blank", "3"));
}

TEST(TableRows, ReportTheHeaderOfACsvThatIsRepeated) {
  EXPECT_THAT(
      Read(two_columns("rows: {file: t.csv}\n"),
           {{"u/tables/t.csv", "单位,members,rate\n东街,1,2\n单位,members,rate\n西镇,1,2\n"}})
          .reported(),
      ElementsAre("duplicate-key 3:1"));
}

TEST(TableRows, ReportWhatIsWrongInACsv) {
  EXPECT_THAT(
      Read(two_columns("rows: {file: t.csv}\n"),
           {{"u/tables/t.csv", "单位,members,rate\n东街,1\n北城,1,2\n西镇,x,2\n东街,1,2\n"}})
          .reported(),
      ElementsAre("row-length 2:1", "unknown-unit 3:1", "not-a-number 4:4", "duplicate-unit 5:1"));
}

TEST(TableRows, ReportAnEmptyCsv) {
  EXPECT_THAT(Read(two_columns("rows: {file: t.csv}\n"), {{"u/tables/t.csv", "\n"}}).reported(),
              ElementsAre("empty-table 1:1"));
  EXPECT_THAT(
      Read(two_columns("rows: {file: t.csv}\n"), {{"u/tables/t.csv", "单位,members,rate\n"}})
          .reported(),
      ElementsAre("empty-table 1:1"));
}

}  // namespace
}  // namespace yaodian
