#include "base/html.h"

#include <gtest/gtest.h>

namespace yaodian {
namespace {

TEST(Html, EscapesText) {
  EXPECT_EQ(Html().text("<b> & \"工会\" 's").str(), "&lt;b&gt; &amp; &quot;工会&quot; &#39;s");
}

TEST(Html, EscapesAttributes) {
  EXPECT_EQ(Html().open("a", {{"href", "x\"><script>"}}).str(),
            "<a href=\"x&quot;&gt;&lt;script&gt;\">");
}

TEST(Html, EscapesTheContentOfAnElement) {
  EXPECT_EQ(Html().element("p", {{"class", "note"}}, "a<b").str(), "<p class=\"note\">a&lt;b</p>");
}

TEST(Html, LeavesOutAnAttributeWithoutName) {
  EXPECT_EQ(Html().open("ol", {{"", "5"}, {"class", "x"}}).str(), "<ol class=\"x\">");
}

TEST(Html, ClosesEmptyElementsForSvg) {
  EXPECT_EQ(Html().empty("rect", {{"width", "5%"}}).str(), "<rect width=\"5%\"/>");
}

TEST(Html, AddsHtmlAndMarkupAsTheyAre) {
  const Html inner = Html().text("&");
  EXPECT_EQ(Html().markup("<hr/>").add(inner).close("p").str(), "<hr/>&amp;</p>");
}

TEST(Html, IsEmptyUntilSomethingIsAdded) {
  EXPECT_TRUE(Html().is_empty());
  EXPECT_FALSE(Html().text("a").is_empty());
}

}  // namespace
}  // namespace yaodian
