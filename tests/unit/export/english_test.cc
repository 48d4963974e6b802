// The files of a site whose language is English.
#include <gmock/gmock.h>

#include "base/text.h"
#include "offered.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr char kMembers[] =
    "title: Members\n"
    "source: notice\n"
    "notes: [Figures of East Street are rounded.]\n"
    "columns:\n"
    "  - {id: firms, title: Firms, count: firms}\n"
    "  - {id: members, title: New members, count: people, quota: at-least, due: 2018-12-31,\n"
    "     standard: entered in the register}\n"
    "  - {id: lost, title: Members lost, count: people, quota: at-most}\n"
    "  - {id: rate, title: Coverage, count: '%', goal: '>= 90%'}\n"
    "rows:\n"
    "  - [East Street, 28, 600, 5, 91.50]\n"
    "  - [West Town, 14, 待定, 0, '']\n";

// A site in English with each kind of page that has files. The content is in English as well, but
// for 待定, which is how any content says that a quota is undecided.
Files english_site(const Files& more = {}) {
  Files files = {
      {"site.yaml", "title: Plans\nlanguage: en\n"},
      {"union/publisher.yaml", "name: Federation of Trade Unions\n"},
      {"union/units.yaml",
       "kinds: [street, town]\nunits:\n"
       "  - {id: east, name: Union of East Street, short: East Street, kind: street}\n"
       "  - {id: west, name: Union of West Town, short: West Town, kind: town}\n"},
      {"union/2018/plan.yaml",
       "title: Plan for 2018\nissued: 2018-03-01\nnotes: [Approved.]\n"
       "period: {start: 2018-01-01, end: 2018-12-31}\nsources:\n"
       "  - {id: notice, title: Notice, issuer: Federation, issued: 2018-03-01}\n"
       "  - {id: old, title: Old notice, issuer: Federation}\n"},
      {"union/2018/targets.yaml", "- {id: dues, title: Dues, goal: '>= 88%', due: 2018-12-31}\n"},
      {"union/2018/tables/members.yaml", kMembers},
      {"union/2018/tables/text.yaml",
       "title: Duties\nrows_of: text\nas_of: 2018-01-31\ncolumns:\n"
       "  - {id: who, title: Who, text: true}\n  - {id: firms, title: Firms, count: firms}\n"
       "rows:\n  - [Large firms, Office, 3]\n"},
      {"union/2018/reports/2018-04-30.yaml",
       "as_of: 2018-04-30\nreceived: 2018-05-04\nnote: By telephone.\nsource: old\ntables:\n"
       "  members:\n    columns: [members, rate]\n    rows:\n      - [East Street, 168, 90.10]\n"},
      {"union/2018/reports/2018-05-31.yaml",
       "as_of: 2018-05-31\nsample: true\ntables:\n  members:\n    columns: [members]\n    rows:\n"
       "      - [East Street, 220]\n"
       "targets: {dues: 71%}\ntotals: {members.members: 400}\n"
       "figures:\n  - {id: studios, title: Studios, value: 25, note: 3 of the city}\n"},
      {"union/2018/reports/2018-05-31-2.yaml",
       "corrects: 2018-05-31\nreceived: 2018-06-04\nreason: A slip of the pen.\nsample: "
       "true\ntables:\n  members:\n"
       "    columns: [members]\n    rows:\n      - [East Street, 221]\n"},
  };
  for (const auto& [path, text] : more) files[path] = text;
  return files;
}

// What FILE says in characters that English does not have, but for that word.
std::string chinese_in(std::string_view file) {
  constexpr std::string_view kUndecided = "待定";
  std::string found;
  while (!file.empty()) {
    if (file.starts_with(kUndecided)) {
      file.remove_prefix(kUndecided.size());
      continue;
    }
    const char32_t character = take_character(file);
    const bool western = character >= 0x2000 && character <= 0x206F;  // “ and – are English too
    if (is_chinese(character) && !western) append_character(found, character);
  }
  return found;
}

std::string all_cells(const OpenWorkbook& book, int sheet) {
  std::string all;
  for (const auto& [address, text] : book.cells(sheet)) all += address + " " + text + "\n";
  return all;
}

TEST(EnglishDownloads, SayNothingInChineseButWhatTheContentSays) {
  const Offered offered(english_site());
  const std::vector<std::string> paths = offered.paths();
  EXPECT_GT(paths.size(), 20u);
  for (const std::string& path : paths) {
    const Download file = offered.file(path);
    EXPECT_THAT(chinese_in(file.name), IsEmpty()) << path;
    if (file.kind != FileKind::xlsx) {
      EXPECT_THAT(chinese_in(file.bytes), IsEmpty()) << path;
      continue;
    }
    const OpenWorkbook book(file.bytes);
    for (const std::string& part : book.parts()) {
      if (part == "xl/theme/theme1.xml") continue;  // the library's: names of fonts
      EXPECT_THAT(chinese_in(book.part(part)), IsEmpty()) << path << " " << part;
    }
  }
}

TEST(EnglishDownloads, AreNamedInEnglish) {
  const Offered offered(english_site());
  EXPECT_EQ(offered.file("union/2018/tables/members.csv").name, "2018 Members.csv");
  EXPECT_EQ(offered.file("union/2018/units/east.xlsx").name, "2018 East Street return form.xlsx");
  EXPECT_EQ(offered.file("union/2018/reports/2018-05-31-2.json").name,
            "Report as of 31 May 2018 (correction).json");
}

TEST(EnglishDownloads, SayOfWhichDayTheyAreInEnglish) {
  const Offered offered(english_site());
  const auto day_of = [&](std::string_view path) {
    for (const Page& page : offered.pages)
      if (page.path == path) return day_of_downloads(offered.data(), page);
    return std::string("no page");
  };
  EXPECT_EQ(day_of("union/2018/tables/text.html"), "Data as of 31 January 2018");
  EXPECT_EQ(day_of("union/2018/index.html"), "Data as of 31 May 2018");
}

TEST(EnglishDownloads, HaveColumnsAndStatusesInEnglish) {
  const Offered offered(english_site());
  const std::string csv = offered.bytes("union/2018/units/east.csv");
  EXPECT_THAT(csv.substr(3),
              StartsWith("Table,Table id,Measure,Measure id,Kind,Figure,Unit of count,Target,"
                         "Deadline,Done,Done as of,Completion (%),Status,Remarks,Source\r\n"));
  EXPECT_THAT(csv, HasSubstr("Members,members,New members,members,Quota,600,people,,2018-12-31,221,"
                             "2018-05-31,36.8,Behind,Sample data,"));
  EXPECT_THAT(offered.bytes("union/2018/reports/2018-05-31.csv"),
              HasSubstr("Whole plan,,,,Studios,studios,25,,25; 3 of the city; Sample data,"));
}

TEST(EnglishDownloads, KeepInJsonTheKeysTheDatesAndTheWordForUndecided) {
  const std::string json = Offered(english_site()).bytes("union/2018/tables/members.json");
  EXPECT_THAT(json, HasSubstr("\"cells\": {\"firms\": \"14\", \"members\": \"待定\", "));
  EXPECT_THAT(json, HasSubstr("\"members\": {\"done\": \"221\", \"as_of\": \"2018-05-31\", "
                              "\"completion\": \"36.8\", \"status\": \"Behind\"}"));
  EXPECT_THAT(json, HasSubstr("\"published_in\": \"Federation \\\"Notice\\\" (1 March 2018)\""));
}

TEST(EnglishDownloads, HaveNotesInEnglish) {
  const OpenWorkbook book(Offered(english_site()).bytes("union/2018/tables/members.xlsx"));
  EXPECT_THAT(book.sheet_names(), ElementsAre("Members", "Notes"));
  EXPECT_EQ(book.cells(1).at("A1"), "Unit");
  EXPECT_EQ(book.cells(1).at("C1"), "New members (people)");
  EXPECT_EQ(book.cells(1).at("A4"), "Total");
  EXPECT_THAT(all_cells(book, 2),
              HasSubstr(" Quota, counted in people, by 31 December 2018; standard: entered in the "
                        "register. Written at union/2018/tables/members.yaml:6\n"));
}

TEST(EnglishReturnForm, AsksInEnglish) {
  const OpenWorkbook book(Offered(english_site()).bytes("union/2018/units/east.xlsx"));
  EXPECT_THAT(book.sheet_names(), ElementsAre("Return form Members", "Quotas", "Notes"));
  const auto rules = [&](const std::string& name) {
    return book.values_of("xl/worksheets/sheet1.xml",
                          "//*[local-name()='dataValidation']/@" + name);
  };
  EXPECT_THAT(
      rules("prompt"),
      ElementsAre("New members (people), quota 600people, last reported 221people (as of 31 "
                  "May 2018). Fill in the figure since the plan began; leave it blank where "
                  "there is none.",
                  HasSubstr("Coverage (%), target ≥ 90%, last reported 90.10% (as of 30 "
                            "April 2018)")));
  EXPECT_THAT(rules("errorTitle"), ElementsAre("Numbers only", "Numbers only"));
  EXPECT_THAT(all_cells(book, 3), HasSubstr("on each sheet whose name begins with “Return form”"));
}

TEST(EnglishReturnForm, IsReadBackAsARowOfAReport) {
  const std::string form = Offered(english_site()).bytes("union/2018/units/east.xlsx");
  const std::string csv = filled_in(form, {{"B2", "305"}, {"C2", "93.25"}});
  EXPECT_EQ(csv, "Unit,New members,Coverage\r\nEast Street,305,93.25\r\n");
  const Loaded next(english_site({{"union/2018/reports/2018-06-30.yaml",
                                   "as_of: 2018-06-30\ntables:\n  members:\n"
                                   "    columns: [members, rate]\n    rows: {file: east.csv}\n"},
                                  {"union/2018/reports/east.csv", csv}}));
  EXPECT_THAT(messages(next.diagnostics), IsEmpty());
  const TableReport& report = next.plan().reports.back().tables.at(0);
  ASSERT_EQ(report.rows.size(), 1u);
  EXPECT_EQ(report.rows[0].cells[0].value.plain(), "305");
  EXPECT_EQ(report.rows[0].cells[1].value.plain(), "93.25");
}

}  // namespace
}  // namespace yaodian
