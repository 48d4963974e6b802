#include "render/mustache.h"

#include <gtest/gtest.h>

namespace yaodian::mustache {
namespace {

std::string written(const std::string& text, const View& view) {
  std::string error, out;
  const std::vector<Step> steps = compile(text, error);
  EXPECT_EQ(error, "");
  write(out, steps, view,
        [](std::string& to, std::string_view name) { to.append("[").append(name).append("]"); });
  return out;
}

View unit(std::string_view name) { return std::move(View().text("name", name)); }

TEST(Mustache, WritesValuesBetweenTheTextEscapedOnce) {
  EXPECT_EQ(written("<p>{{name}}，{{ name }}</p>", unit("<甲>&")),
            "<p>&lt;甲&gt;&amp;，&lt;甲&gt;&amp;</p>");
}

TEST(Mustache, RepeatsASectionForEachItemAndLooksOutwardsForNames) {
  View view;
  view.text("plan", "2018").list("units", {unit("甲"), unit("乙")});
  EXPECT_EQ(written("{{#units}}{{name}} {{plan}};{{/units}}", view), "甲 2018;乙 2018;");
}

TEST(Mustache, TakesTheInnermostOfTwoNames) {
  View view;
  view.text("name", "外").list("units", {unit("内")});
  EXPECT_EQ(written("{{name}}{{#units}}{{name}}{{/units}}{{name}}", view), "外内外");
}

TEST(Mustache, ShowsASectionForTrueAndTextAndItsInverseForFalseAndNothing) {
  View view;
  view.flag("yes", true).flag("no", false).text_if("empty", "").text("text", "t").list("none", {});
  EXPECT_EQ(written("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{#empty}}3{{/empty}}{{#text}}4{{/text}}"
                    "{{#none}}5{{/none}}",
                    view),
            "14");
  EXPECT_EQ(written("{{^yes}}1{{/yes}}{{^no}}2{{/no}}{{^empty}}3{{/empty}}{{^text}}4{{/text}}"
                    "{{^none}}5{{/none}}",
                    view),
            "235");
}

TEST(Mustache, LeavesNoLineWhereALineHoldsOnlySections) {
  View view;
  view.flag("yes", true).flag("no", false);
  EXPECT_EQ(written("a\n{{#yes}}\nb\n{{/yes}}\n  {{#no}}\nc\n  {{/no}}\n{{! remark }}\nd\n", view),
            "a\nb\nd\n");
  EXPECT_EQ(written("a\n{{#no}}b{{/no}}\nc", view), "a\n\nc");
  EXPECT_EQ(written("a\n{{#yes}}b{{/yes}}\nc\n", view), "a\nb\nc\n");
}

TEST(Mustache, MakesTheRestOfAViewOnceAndOnlyForItsOwnNames) {
  static constexpr Name kRest[] = {"kind", "rank"};
  int made = 0;
  View view;
  view.text("name", "甲").rest_when_asked(kRest, [&] {
    ++made;
    return std::move(View().text("kind", "街道").number("rank", 3));
  });
  EXPECT_EQ(written("{{name}} {{other}}", view), "甲 [other]");
  EXPECT_EQ(made, 0);
  EXPECT_EQ(written("{{kind}} {{rank}} {{kind}}", view), "街道 3 街道");
  EXPECT_EQ(made, 1);
}

TEST(Mustache, MakesAListEachTimeThatATemplateAsks) {
  int made = 0;
  View view;
  view.list_when_asked("units", [&] {
    ++made;
    return std::vector<View>{unit("甲")};
  });
  EXPECT_EQ(written("nothing", view), "nothing");
  EXPECT_EQ(made, 0);
  EXPECT_EQ(written("{{#units}}{{name}}{{/units}}{{#units}}{{name}}{{/units}}", view), "甲甲");
  EXPECT_EQ(made, 2);
}

struct Street {
  std::string name;
  mutable int asked = 0;  // for its figure
};

std::string figure_of(const Street& street) {
  ++street.asked;
  return "<1,600>";
}

constexpr View::Getter<Street> kStreet[] = {
    {"name", [](const Street& it, View::Value& value) { value.set_text(it.name); }},
    {"figure", [](const Street& it, View::Value& value) { value.set_text_if(figure_of(it)); }},
    {"none", [](const Street&, View::Value& value) { value.set_text_if(std::string()); }},
    {"units", [](const Street& it, View::Value& value) { value.set_list({unit(it.name)}); }},
};

TEST(Mustache, AsksAnObjectForWhatATemplateNames) {
  const Street street{"东街&"};
  View view = View::of(street, kStreet);
  view.text("more", "街道");
  EXPECT_EQ(written("{{name}} {{more}}{{^none}}–{{/none}}{{other}}", view),
            "东街&amp; 街道–[other]");
  EXPECT_EQ(street.asked, 0);
  EXPECT_EQ(written("{{figure}}{{#units}} {{name}}{{/units}}", view), "&lt;1,600&gt; 东街&amp;");
  EXPECT_EQ(street.asked, 1);
}

TEST(Mustache, AsksOnceForASectionAndItsValueInIt) {
  const Street street{"东街"};
  const View view = View::of(street, kStreet);
  EXPECT_EQ(written("{{#figure}}{{#name}}{{figure}}{{/name}} {{figure}}{{/figure}}", view),
            "&lt;1,600&gt; &lt;1,600&gt;");
  EXPECT_EQ(street.asked, 1);
  EXPECT_EQ(written("{{#name}}{{#units}}{{name}}{{/units}}{{/name}}", view), "东街")
      << "the innermost";
}

TEST(Mustache, HandsUnknownNamesOver) {
  EXPECT_EQ(written("{{a}}{{#b}}x{{/b}}{{^c}}y{{/c}}", View()), "[a][b][c]y");
}

TEST(Mustache, SaysWhatIsWrongWithTheSyntax) {
  for (const std::string text : {"{{#a}}", "{{a", "{{/a}}", "{{#a}}{{#b}}{{/a}}{{/b}}"}) {
    std::string error;
    EXPECT_TRUE(compile(text, error).empty());
    EXPECT_NE(error, "") << text;
  }
}

}  // namespace
}  // namespace yaodian::mustache
