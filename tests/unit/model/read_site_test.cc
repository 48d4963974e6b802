#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Files site_with(const std::string& downloads) {
  return small_site({{"site.yaml", "title: 计划\ndownloads: " + downloads + "\n"}});
}

TEST(DownloadSettings, AreAllFormatsWithinLimitsWhereNothingIsSaid) {
  const Loaded loaded(small_site());
  EXPECT_THAT(loaded.site.downloads.kinds,
              ElementsAre(FileKind::xlsx, FileKind::csv, FileKind::json));
  EXPECT_EQ(loaded.site.downloads.units, 100u);
  EXPECT_EQ(loaded.site.downloads.figures, 20'000u);
}

TEST(DownloadSettings, NameFormatsInTheOrderOfThePages) {
  const Loaded loaded(site_with("{formats: [json, csv, json], units: 0}"));
  EXPECT_THAT(messages(loaded.diagnostics), IsEmpty());
  EXPECT_THAT(loaded.site.downloads.kinds, ElementsAre(FileKind::json, FileKind::csv));
  EXPECT_EQ(loaded.site.downloads.units, 0u);
}

TEST(DownloadSettings, AreOffWithFalse) {
  EXPECT_THAT(Loaded(site_with("false")).site.downloads.kinds, IsEmpty());
}

TEST(DownloadSettings, AreRefusedWhereNobodyKnowsWhatTheyMean) {
  EXPECT_THAT(messages(Loaded(site_with("yes")).diagnostics), ElementsAre("wrong-type 2:12"));
  EXPECT_THAT(messages(Loaded(site_with("{formats: [pdf]}")).diagnostics),
              ElementsAre("wrong-type 2:23"));
  EXPECT_THAT(messages(Loaded(site_with("{units: -1}")).diagnostics),
              ElementsAre("wrong-type 2:20"));
  EXPECT_THAT(messages(Loaded(site_with("{figures: 1000001}")).diagnostics),
              ElementsAre("wrong-type 2:22"));
  EXPECT_THAT(messages(Loaded(site_with("{formulas: 1}")).diagnostics),
              ElementsAre("unknown-key 2:13"));
}

}  // namespace
}  // namespace yaodian
