#include "render/provenance.h"

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::HasSubstr;

const Source kTable = source_of("a\nb\n", "union/2018/tables/t.yaml");
const Source kRegister = source_of("a\nb\n", "union/units.yaml");
constexpr char kPage[] = "union/2018/units/west.html";

Site site_with_files(bool shown) {
  Site site;
  site.shows_files = shown;
  return site;
}

TEST(Provenance, LeadsToTheLineOnThePageOfTheFile) {
  const Provenance found = provenance(site_with_files(true), {&kTable, 23, 5}, kPage);
  EXPECT_EQ(found.text, "tables/t.yaml 第23行");
  EXPECT_EQ(found.url, "../files/tables/t.yaml.html#L23");
}

TEST(Provenance, LeadsToTheRegisterBesideThePlan) {
  const Provenance found = provenance(site_with_files(true), {&kRegister, 2, 1}, kPage);
  EXPECT_EQ(found.text, "units.yaml 第2行");
  EXPECT_EQ(found.url, "../../files/units.yaml.html#L2");
}

TEST(Provenance, SaysAsMuchAsAPageAsksFor) {
  const Site site = site_with_files(true);
  EXPECT_EQ(provenance(site, {&kTable, 23, 5}, kPage, Naming::line).text, "第23行");
  EXPECT_EQ(provenance(site, {&kTable, 23, 5}, kPage, Naming::number).text, "23");
}

TEST(Provenance, OfAFileAsAWholeNamesNoLine) {
  const Provenance found = provenance(site_with_files(true), {&kTable, 0, 0}, kPage);
  EXPECT_EQ(found.text, "tables/t.yaml");
  EXPECT_EQ(found.url, "../files/tables/t.yaml.html");
}

TEST(Provenance, WithoutPagesOfFilesIsFileAndLineInWords) {
  const Site site = site_with_files(false);
  const Provenance found = provenance(site, {&kTable, 23, 5}, kPage, Naming::line);
  EXPECT_EQ(found.text, "union/2018/tables/t.yaml:23");
  EXPECT_EQ(found.url, "");
  EXPECT_EQ(line_link(site, {&kTable, 23, 5}, kPage).str(),
            "<span class=\"origin\">union/2018/tables/t.yaml:23</span>");
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
  EXPECT_EQ(source_text(plan, {"notice", {}}), "总工会《通知》（2018年4月23日）");
  EXPECT_EQ(source_text(plan, {"bare", {}}), "《要点》");
  EXPECT_EQ(source_text(plan, {"", {}}), "");
}

}  // namespace
}  // namespace yaodian
