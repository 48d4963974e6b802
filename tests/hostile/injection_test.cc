// What a text of the content may say: nothing of it becomes part of a page's markup. The pages are
// read by an HTML parser of its own, libxml2's.
#include <array>
#include <cstdio>
#include <memory>

#include "folder.h"

namespace yaodian {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// As it stands in double quotes of YAML.
constexpr std::string_view kPayload =
    R"(\"'><harm harm=1 onerror=alert(1)><script>harm()</script></title></script><!--{{harm}})";

std::string with_payload(std::string text) {
  for (size_t at; (at = text.find("HARM")) != std::string::npos;) text.replace(at, 4, kPayload);
  return text;
}

Files hostile_site() {
  Files files = {
      {"site.yaml", "title: \"甲HARM\"\nopens: union/2018\n"},
      {"union/publisher.yaml", "name: \"乙HARM\"\n"},
      {"union/units.yaml",
       "kinds: [\"街HARM\"]\nunits:\n"
       "  - {id: east, name: \"东HARM\", short: \"短HARM\", kind: \"街HARM\", aliases: "
       "[\"别HARM\"]}\n"
       "  - {id: west, name: \"西HARM\"}\n"},
      {"union/2018/plan.yaml",
       "title: \"计HARM\"\nperiod: {start: 2018-01-01, end: 2018-12-31}\nnotes: [\"注HARM\"]\n"
       "headline: [a.c, target:t]\n"
       "sources: [{id: s, title: \"源HARM\", issuer: \"发HARM\", issued: 2018-01-01}]\n"},
      {"union/2018/targets.yaml",
       "- {id: t, title: \"目HARM\", goal: '>= 88%', who: \"谁HARM\", standard: \"标HARM\", note: "
       "\"备HARM\", due: 2018-06-30}\n"
       "- {id: u, title: 别的, goal: '>= 8 个<b>'}\n"},
      {"union/2018/tables/a.yaml",
       "title: \"表HARM\"\nshort: \"短HARM\"\nunit_title: \"单HARM\"\nnumbered: true\nsource: s\n"
       "notes: [\"注HARM\"]\ncolumns:\n"
       "  - {id: c, title: \"列HARM\", label: \"签HARM\", group: \"组HARM\", count: \"人HARM\", "
       "quota: "
       "at-least, due: 2018-06-30, standard: \"标HARM\"}\n"
       "  - {id: r, title: \"率HARM\", count: '%', target: t}\n"
       "rows:\n  - [\"东HARM\", 10, 90%]\n  - [\"西HARM\", 20, 80%]\n"},
      {"union/2018/reports/2018-03-31.yaml",
       "as_of: 2018-03-31\nnote: \"注HARM\"\ntables:\n  a:\n    columns: [c, r]\n    rows:\n"
       "      - [\"东HARM\", 5, 80%]\n      - [\"西HARM\", 1, 80%]\n"
       "targets: {t: 71%}\nfigures: [{id: f, title: \"数HARM\", value: 3 件<i>}]\n"},
      {"union/2018/reports/fix.yaml",
       "corrects: 2018-03-31\nreceived: 2018-04-02\nreason: \"因HARM\"\nsample: true\ntables:\n"
       "  a: {columns: [c], rows: [[\"西HARM\", 2]]}\n"},
      {"union/2018/ledger.yaml",
       "tasks:\n  - {id: k, title: \"台HARM\", who: \"谁HARM\", units: 全部, due: 每月20日, "
       "standard: "
       "\"标HARM\", note: \"备HARM\", document: d, department: \"部HARM\", log: [{on: 2018-01-20, "
       "for: "
       "2018-01, evidence: \"据HARM\", by: \"谁HARM\"}, {on: 2018-01-21, for: 2018-01, reopened: "
       "\"因HARM\"}]}\n"},
      {"union/2018/documents/d.md",
       "---\ntitle: \"文HARM\"\nshort: \"短HARM\"\ndepartment: \"部HARM\"\nsummary: "
       "\"要HARM\"\nsource: "
       "s\n---\n"
       "## 一、\\<harm harm=1>\"'&lt;script>\n\n"
       "覆盖面达到[88%\\<harm>](target:t \"\\<harm>\")，[\\<script>](table:a)、`<harm>`。\n\n"
       "![\\<harm>\"'](table:a)\n\n![\\<harm>\"'](progress:a.c)\n\n"
       "[外](<https://a.example/?\"onclick='harm()'>)\n\n"
       "```\n</code><harm>\n```\n\n1. \\<harm>\n\n> **\\<harm>**\n"},
  };
  for (auto& [path, text] : files) text = with_payload(std::move(text));
  return files;
}

// What the parser finds by the XPath EXPRESSION in the file PATH.
std::string find_in(const std::filesystem::path& path, const std::string& expression) {
  const std::string command =
      "xmllint --html --xpath \"" + expression + "\" '" + path.string() + "' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string found;
  std::array<char, 256> some;
  while (std::fgets(some.data(), some.size(), pipe.get())) found += some.data();
  return found.substr(0, found.find('\n'));
}

TEST(Injection, NoTextOfTheContentBecomesMarkup) {
  const HostileFolder folder(hostile_site());
  const Outcome outcome = folder.run();
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  size_t pages = 0;
  for (const auto& [name, bytes] : folder.made()) {
    if (!name.ends_with(".html")) continue;
    ++pages;
    EXPECT_EQ(find_in(folder.path(name),
                      "count(//harm | //@harm | //script[not(@src)] | //style | //b[.='harm'] | "
                      "//@*[starts-with(name(), 'on')] | //@style | //comment())"),
              "0")
        << name;
    EXPECT_EQ(find_in(folder.path(name), "count(//title)"), "1") << name;
    EXPECT_THAT(bytes, HasSubstr("{{harm}}")) << name;  // text is no template
    EXPECT_THAT(bytes, Not(HasSubstr("<harm"))) << name;
  }
  EXPECT_GT(pages, 12u);
  EXPECT_THAT(file_text(folder.path("site/union/2018/units/east.html")), HasSubstr("&lt;harm"));
}

TEST(Injection, NoTextBreaksOutOfALineOfTheCalendar) {
  Files files = hostile_site();
  files["union/2018/ledger.yaml"] =
      "tasks:\n  - {id: k, title: \"台\\nEND:VEVENT\\nATTACH:file:///etc/passwd\", due: "
      "2018-05-05}\n";
  const HostileFolder folder(files);
  ASSERT_EQ(folder.run().status, 0);
  const std::string calendar = file_text(folder.path("site/union/2018/deadlines.ics"));
  EXPECT_THAT(calendar, Not(HasSubstr("\nATTACH")));
  EXPECT_THAT(calendar, HasSubstr("台"));
}

class Links : public ::testing::TestWithParam<std::string> {};

TEST_P(Links, ThatRunSomethingAreRefused) {
  const HostileFolder folder(
      {{"union/2018/documents/d.md", "---\ntitle: 文\n---\n看[这里](" + GetParam() + ")。\n"}});
  const Outcome outcome = folder.run();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(ids_in(outcome), ElementsAre("unknown-scheme")) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("d.md:4:"));
  EXPECT_THAT(folder.made(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    All, Links,
    ::testing::Values("javascript:alert(1)", "JaVaScRiPt:alert(1)", "<javascript:alert(1)>",
                      "< javascript:alert(1)>", "<\tjavascript:alert(1)>",
                      "<java\tscript:alert(1)>", "&#106;avascript:alert(1)",
                      "&#x6A;avascript&colon;alert(1)", "javascript&#58;alert(1)",
                      "java%73cript:alert(1)", "vbscript:msgbox(1)", "VBScript:x",
                      "data:text/html,<script>alert(1)</script>", "data:text/html;base64,AAAA",
                      "file:///etc/passwd", "//evil.example/", "\\\\evil.example", "ftp://a/",
                      "https:evil", "../../../etc/passwd", "index.html", "mailto:a@b", "HTTPS:x"));

class Names : public ::testing::TestWithParam<std::string> {};

TEST_P(Names, ThatLeadOutOfTheOutputAreRefused) {
  const HostileFolder folder(
      {{"union/2018/targets.yaml",
        "- {id: \"" + GetParam() + "\", title: 目标, goal: '>= 8 个'}\n"},
       {"union/units.yaml",
        "units:\n  - {id: \"" + GetParam() + "\", name: 东}\n  - {id: b, name: 西}\n"},
       {"union/2018/ledger.yaml", "tasks:\n  - {id: \"" + GetParam() + "\", title: 事}\n"}});
  const Outcome outcome = folder.run();
  EXPECT_EQ(outcome.status, 1);
  std::vector<std::string> ids = ids_in(outcome);
  std::erase(ids, "unstated-target");
  EXPECT_THAT(ids, Each("bad-file-name")) << outcome.err;
  EXPECT_EQ(ids.size(), 3u);
  EXPECT_THAT(folder.made(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, Names,
                         ::testing::Values("../../harm", "/etc/harm", "a/b", "..", ".", "a.b",
                                           "a\\\\b", "a%2fb", "A", "-a", "a b", "一", "a\\nb",
                                           "con:", std::string(65, 'a'), std::string(300, 'a')));

TEST(Injection, IdsThatDifferInCaseOnlyAreRefused) {
  const HostileFolder folder({{"union/2018/tables/Allocation.yaml", "title: 表\n"},
                              {"union/2018/documents/%2e%2e.md", "---\ntitle: 文\n---\n"}});
  const Outcome outcome = folder.run();
  EXPECT_THAT(ids_in(outcome), ElementsAre("bad-file-name", "bad-file-name")) << outcome.err;
}

TEST(Injection, AReferenceLeadsToNoFileOutsideTheContent) {
  const HostileFolder folder(
      {{"union/2018/tables/a.yaml",
        "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人}\nrows: {file: "
        "../../../harm.csv}\n"},
       {"union/2018/plan.yaml",
        "title: 计\nperiod: {start: 2018-01-01, end: 2018-12-31}\nheadline: ['../x.c']\n"},
       {"site.yaml", "title: 站\nopens: ../../etc\n"}});
  folder.write("harm.csv", "单位,列\n东街街道,1\n");
  const Outcome outcome = folder.run();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(ids_in(outcome), Contains("missing-file"));
  EXPECT_THAT(ids_in(outcome), Contains("dangling-link"));
}

class Invisible : public ::testing::TestWithParam<std::string> {};

TEST_P(Invisible, CharactersAreRefusedInEveryKindOfFile) {
  const std::string name = "东街" + GetParam() + "街道";
  const HostileFolder folder(
      {{"site.yaml", "title: " + name + "\n"},
       {"union/2018/documents/d.md", "---\ntitle: 文\n---\n" + name + "\n"},
       {"union/2018/tables/a.yaml",
        "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人}\nrows: {file: a.csv}\n"},
       {"union/2018/tables/a.csv", "单位,列\n" + name + ",1\n"}});
  const Outcome outcome = folder.run();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(ids_in(outcome),
              ElementsAre("control-character", "control-character", "control-character"))
      << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("site.yaml:1:10:"));
  EXPECT_THAT(outcome.err, HasSubstr("d.md:4:3:"));
  EXPECT_THAT(outcome.err, HasSubstr("a.csv:2:3:"));
  EXPECT_THAT(outcome.err, Not(HasSubstr(GetParam())));
}

// Common rows are read by a scanner of their own, which takes any character of more than a byte.
TEST_P(Invisible, CharactersAreRefusedInCommonRows) {
  std::string table = "title: 表\ncolumns:\n  - {id: c, title: 列, count: 人}\nrows:\n";
  for (int at = 0; at < 20; ++at)
    table += "  - [东" + (at == 10 ? GetParam() : std::string()) + "街街道, 1]\n";
  const HostileFolder folder({{"union/2018/tables/a.yaml", table}});
  const Outcome outcome = folder.run();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(ids_in(outcome), ElementsAre("control-character")) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("a.yaml:15:7:"));
}

INSTANTIATE_TEST_SUITE_P(All, Invisible,
                         ::testing::Values("\x01", "\x1b[2J", "\x7f", "\u0085", "\u00AD", "\u061C",
                                           "\u200B", "\u200C", "\u200D", "\u200E", "\u200F",
                                           "\u2028", "\u2029", "\u202A", "\u202B", "\u202C",
                                           "\u202D", "\u202E", "\u2060", "\u2062", "\u2066",
                                           "\u2067", "\u2068", "\u2069", "\u3164", "\uFEFF",
                                           "\uFFA0", "\uFFFF", "\U000E0041"));

TEST(Injection, InvisibleCharactersThatYamlWritesWithBackslashesAreRefusedToo) {
  const HostileFolder folder(
      {{"union/publisher.yaml", "name: \"总工会\\u202Eharm\"\n"},
       {"union/units.yaml", "units:\n  - {id: a, name: \"东\\x00\"}\n  - {id: b, name: 西}\n"}});
  const Outcome outcome = folder.run();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(ids_in(outcome), ElementsAre("control-character", "control-character"))
      << outcome.err;
}

}  // namespace
}  // namespace yaodian
