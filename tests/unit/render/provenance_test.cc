#include "render/provenance.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

const Source kTable = source_of("a\nb\n", "union/2018/tables/t.yaml");
const Source kRegister = source_of("a\nb\n", "union/units.yaml");
constexpr char kPage[] = "union/2018/units/west.html";

Site site_with_files(bool shown) {
  Site site;
  site.shows_files = shown;
  site.words = chinese_words();
  return site;
}

std::string link(const Site& site, const Position& at, Naming naming = Naming::full) {
  return line_link(site, at, kPage, naming).str();
}

TEST(Provenance, LeadsToTheLineOnThePageOfTheFile) {
  EXPECT_EQ(
      link(site_with_files(true), {&kTable, 23, 5}),
      "<a class=\"origin\" href=\"../files/tables/t.yaml.html#L23\">tables/t.yaml 第23行</a>");
}

TEST(Provenance, LeadsToTheRegisterBesideThePlan) {
  EXPECT_EQ(link(site_with_files(true), {&kRegister, 2, 1}),
            "<a class=\"origin\" href=\"../../files/units.yaml.html#L2\">units.yaml 第2行</a>");
}

TEST(Provenance, SaysAsMuchAsAPageAsksFor) {
  const Site site = site_with_files(true);
  EXPECT_THAT(link(site, {&kTable, 23, 5}, Naming::line), EndsWith("#L23\">第23行</a>"));
  EXPECT_THAT(link(site, {&kTable, 23, 5}, Naming::number), EndsWith("#L23\">23</a>"));
}

TEST(Provenance, IsInTheLanguageOfTheSite) {
  Site site = site_with_files(true);
  site.words = words_in(Language::en);
  EXPECT_THAT(link(site, {&kTable, 23, 5}), EndsWith("#L23\">tables/t.yaml line 23</a>"));
}

TEST(Provenance, OfAFileAsAWholeNamesNoLine) {
  EXPECT_EQ(link(site_with_files(true), {&kTable, 0, 0}),
            "<a class=\"origin\" href=\"../files/tables/t.yaml.html\">tables/t.yaml</a>");
}

TEST(Provenance, FollowsTheFolderOfThePage) {
  const Site site = site_with_files(true);
  Html html;
  for (const char* page : {"union/2018/index.html", "union/2018/units/west.html", "index.html"}) {
    EXPECT_TRUE(add_line_address(html, site, {&kTable, 2, 1}, page));
    html.text(" ");
  }
  EXPECT_EQ(html.str(),
            "files/tables/t.yaml.html#L2 ../files/tables/t.yaml.html#L2 "
            "union/2018/files/tables/t.yaml.html#L2 ");
}

TEST(Provenance, WithoutPagesOfFilesIsFileAndLineInWords) {
  const Site site = site_with_files(false);
  for (const Naming naming : {Naming::full, Naming::line}) {
    EXPECT_EQ(link(site, {&kTable, 23, 5}, naming),
              "<span class=\"origin\">union/2018/tables/t.yaml:23</span>");
  }
  Html html;
  EXPECT_FALSE(add_line_address(html, site, {&kTable, 23, 5}, kPage));
  EXPECT_TRUE(html.is_empty());
}

TEST(Provenance, OfNowhereIsNothing) {
  EXPECT_TRUE(line_link(site_with_files(true), {}, kPage).is_empty());
  EXPECT_TRUE(line_link(site_with_files(false), {}, kPage).is_empty());
}

TEST(Provenance, EscapesTheNameOfAFile) {
  const Source odd = source_of("", "union/2018/tables/<b>&.csv");
  EXPECT_THAT(line_link(site_with_files(false), {&odd, 1, 1}, kPage).str(),
              HasSubstr("&lt;b&gt;&amp;"));
}

TEST(SourceText, NamesIssuerTitleAndDate) {
  Plan plan;
  plan.sources = {{"notice", "通知", "总工会", Date::parse("2018-04-23"), {}},
                  {"bare", "要点", "", {}, {}}};
  const Words& words = *chinese_words();
  EXPECT_EQ(source_text(words, plan, {"notice", {}}), "总工会《通知》（2018年4月23日）");
  EXPECT_EQ(source_text(words, plan, {"bare", {}}), "《要点》");
  EXPECT_EQ(source_text(words, plan, {"", {}}), "");
  EXPECT_EQ(source_text(*words_in(Language::en), plan, {"notice", {}}),
            "总工会 \"通知\" (23 April 2018)");
}

}  // namespace
}  // namespace yaodian
