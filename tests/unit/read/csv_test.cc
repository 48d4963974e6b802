#include "read/csv.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian::csv {
namespace {

using ::testing::ElementsAre;

struct Parsed {
  explicit Parsed(std::string text) : source(source_of(std::move(text))) {
    rows = parse(source, diagnostics);
  }
  // The cells of the rows, with their place.
  std::vector<std::string> cells() const {
    std::vector<std::string> all;
    for (const Row& row : rows.value()) {
      for (const Cell& cell : row) {
        all.push_back(cell.text + " " + std::to_string(cell.position.line) + ":" +
                      std::to_string(cell.position.column));
      }
      all.push_back("|");
    }
    return all;
  }
  Source source;
  Diagnostics diagnostics;
  std::optional<std::vector<Row>> rows;
};

TEST(Csv, ReadsRowsWithTheirPositions) {
  EXPECT_THAT(Parsed("单位,会员\n万寿路街道,1600\n").cells(),
              ElementsAre("单位 1:1", "会员 1:4", "|", "万寿路街道 2:1", "1600 2:7", "|"));
}

TEST(Csv, UnderstandsWindowsLineBreaksAndAMissingLastOne) {
  EXPECT_THAT(Parsed("a,b\r\nc,d").cells(),
              ElementsAre("a 1:1", "b 1:3", "|", "c 2:1", "d 2:3", "|"));
}

TEST(Csv, KeepsCommasQuotesAndLineBreaksInQuotes) {
  EXPECT_THAT(Parsed("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",z\n\"1,600\",2\n").cells(),
              ElementsAre("a,b 1:1", "say \"x\" 1:7", "two\nlines 1:19", "z 2:8", "|", "1,600 3:1",
                          "2 3:9", "|"));
}

TEST(Csv, SkipsLinesWithNothingInThem) {
  EXPECT_THAT(Parsed("\n a,b\n\n  \r\nc,d\n\n").cells(),
              ElementsAre("a 2:1", "b 2:4", "|", "c 5:1", "d 5:3", "|"));
}

TEST(Csv, KeepsEmptyCells) {
  EXPECT_THAT(Parsed("a,,c,\n").cells(), ElementsAre("a 1:1", " 1:3", "c 1:4", " 1:6", "|"));
  EXPECT_THAT(Parsed("a,").cells(), ElementsAre("a 1:1", " 1:3", "|"));
}

TEST(Csv, ReadsTabsWhereTheFirstLineHasThem) {
  EXPECT_THAT(Parsed("a\tb\nc\t1,600\n").cells(),
              ElementsAre("a 1:1", "b 1:3", "|", "c 2:1", "1,600 2:3", "|"));
  EXPECT_THAT(Parsed("a\tx,b\n").cells(), ElementsAre("a\tx 1:1", "b 1:5", "|"));
}

TEST(Csv, IsEmptyForAnEmptyFile) { EXPECT_TRUE(Parsed("").rows.value().empty()); }

TEST(Csv, RefusesAQuoteThatIsNeverClosed) {
  const Parsed parsed("a,b\nc,\"d\ne,f\n");
  EXPECT_FALSE(parsed.rows);
  EXPECT_THAT(messages(parsed.diagnostics), ElementsAre("broken-csv 2:3"));
}

TEST(Csv, RefusesTextAfterAClosedQuote) {
  const Parsed parsed("\"甲\"乙,b\n");
  EXPECT_FALSE(parsed.rows);
  EXPECT_THAT(messages(parsed.diagnostics), ElementsAre("broken-csv 1:1"));
}

}  // namespace
}  // namespace yaodian::csv
