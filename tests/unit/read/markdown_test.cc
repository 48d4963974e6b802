#include "read/markdown.h"

#include <set>
#include <tuple>

#include <gmock/gmock.h>

#include "../support.h"

namespace yaodian::markdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

struct Parsed {
  explicit Parsed(std::string text) : source(source_of(std::move(text), "a.md")) {
    body = parse(source, source.text, 1, diagnostics);
  }
  // The HTML with {N} for the hole of the N-th link.
  std::string html() const {
    std::string all;
    for (const Piece& piece : body.pieces) {
      all += piece.html.str();
      if (piece.link != Piece::kNoLink) all += "{" + std::to_string(piece.link) + "}";
    }
    return all;
  }
  // The links as "text line:column".
  std::vector<std::string> links() const {
    std::vector<std::string> all;
    for (const Link& link : body.links) {
      all.push_back(link.text + " " + std::to_string(link.position.line) + ":" +
                    std::to_string(link.position.column));
    }
    return all;
  }
  std::vector<std::string> reported() const { return messages(diagnostics); }

  Source source;
  Diagnostics diagnostics;
  Body body;
};

std::string html(std::string text) { return Parsed(std::move(text)).html(); }
std::vector<std::string> links(std::string text) { return Parsed(std::move(text)).links(); }
std::vector<std::string> reported(std::string text) { return Parsed(std::move(text)).reported(); }

struct Emphasis {
  const char* written;
  const char* html;
};

class EmphasisInChinese : public ::testing::TestWithParam<Emphasis> {};

TEST_P(EmphasisInChinese, WorksBesidePunctuation) {
  const std::string made = html(GetParam().written);
  EXPECT_EQ(made, GetParam().html) << GetParam().written;
  EXPECT_THAT(made, Not(HasSubstr("\u2060")));
}

INSTANTIATE_TEST_SUITE_P(
    Cases, EmphasisInChinese,
    ::testing::Values(
        Emphasis{"**重点：**加强", "<p><strong>重点：</strong>加强</p>\n"},
        Emphasis{"**重点：** 加强", "<p><strong>重点：</strong> 加强</p>\n"},
        Emphasis{"加强**“四必谈”**内容", "<p>加强<strong>“四必谈”</strong>内容</p>\n"},
        Emphasis{"**“四必谈”**内容", "<p><strong>“四必谈”</strong>内容</p>\n"},
        Emphasis{"*“重点”*工作", "<p><em>“重点”</em>工作</p>\n"},
        Emphasis{"**重点**，**难点**。", "<p><strong>重点</strong>，<strong>难点</strong>。</p>\n"},
        Emphasis{"（**重点**）", "<p>（<strong>重点</strong>）</p>\n"},
        Emphasis{"**重点（一）**加强", "<p><strong>重点（一）</strong>加强</p>\n"},
        Emphasis{"坚持**党的领导。**同时", "<p>坚持<strong>党的领导。</strong>同时</p>\n"},
        Emphasis{"***“重点”***工作", "<p><em><strong>“重点”</strong></em>工作</p>\n"},
        Emphasis{"**《条例》**和**《办法》**",
                 "<p><strong>《条例》</strong>和<strong>《办法》</strong></p>\n"},
        Emphasis{"**“一”**、**“二”**、**“三”**",
                 "<p><strong>“一”</strong>、<strong>“二”</strong>、<strong>“三”</strong></p>\n"},
        Emphasis{"**重点*（一）*：**加强", "<p><strong>重点<em>（一）</em>：</strong>加强</p>\n"},
        Emphasis{"**[88%](target:a)**以上", "<p><strong>{0}88%</a></strong>以上</p>\n"},
        Emphasis{"达到**[88%](target:a)**", "<p>达到<strong>{0}88%</a></strong></p>\n"},
        Emphasis{"**重点(一)**加强", "<p><strong>重点(一)</strong>加强</p>\n"},
        Emphasis{"## **重点：**加强", "<h2 id=\"重点：加强\"><strong>重点：</strong>加强</h2>\n"},
        Emphasis{"> **重点：**加强",
                 "<blockquote>\n<p><strong>重点：</strong>加强</p>\n</blockquote>\n"},
        Emphasis{"* **重点：**加强", "<ul>\n<li><strong>重点：</strong>加强</li>\n</ul>\n"},
        Emphasis{"* “重点”", "<ul>\n<li>“重点”</li>\n</ul>\n"},
        Emphasis{"3. **重点：**加强",
                 "<ol start=\"3\">\n<li><strong>重点：</strong>加强</li>\n</ol>\n"},
        Emphasis{"`**重点：**加强`", "<p><code>**重点：**加强</code></p>\n"},
        Emphasis{"```\n**重点：**加强\n```", "<pre><code>**重点：**加强\n</code></pre>\n"},
        Emphasis{"\\*\\*重点：\\*\\*加强", "<p>**重点：**加强</p>\n"},
        Emphasis{"\\\\**重点：**加强", "<p>\\<strong>重点：</strong>加强</p>\n"},
        Emphasis{"2 * 3 * 4", "<p>2 * 3 * 4</p>\n"},
        Emphasis{"上\n\n***\n\n下", "<p>上</p>\n<hr/>\n<p>下</p>\n"}));

TEST(SoftBreak, IsNoSpaceBetweenChinese) {
  EXPECT_EQ(html("加强\n民主"), "<p>加强民主</p>\n");
  EXPECT_EQ(html("加强，\r\n民主"), "<p>加强，民主</p>\n");
  EXPECT_EQ(html("加强\n**民主**"), "<p>加强<strong>民主</strong></p>\n");
  EXPECT_EQ(html("加强\n**“民主”**管理"), "<p>加强<strong>“民主”</strong>管理</p>\n");
  EXPECT_EQ(html("加强\n[民主](unit:a)"), "<p>加强{0}民主</a></p>\n");
  EXPECT_EQ(html("加强\n[**民主**](unit:a)"), "<p>加强{0}<strong>民主</strong></a></p>\n");
}

TEST(SoftBreak, IsALineBreakElsewhere) {
  EXPECT_EQ(html("union\nwork"), "<p>union\nwork</p>\n");
  EXPECT_EQ(html("加强\nGDP"), "<p>加强\nGDP</p>\n");
  EXPECT_EQ(html("加强\n`x`"), "<p>加强\n<code>x</code></p>\n");
  EXPECT_EQ(html("加强\n**x**"), "<p>加强\n<strong>x</strong></p>\n");
}

TEST(SoftBreak, JoinsTheSentenceOfALink) {
  EXPECT_EQ(Parsed("覆盖面\n达到[88%](target:a)以上。\n").body.links.at(0).sentence,
            "覆盖面达到88%以上。");
}

TEST(HardBreak, StaysALineBreak) { EXPECT_EQ(html("甲\\\n乙"), "<p>甲<br/>\n乙</p>\n"); }

TEST(Markdown, EscapesTextAndCode) {
  EXPECT_EQ(html("a < b & \"c\""), "<p>a &lt; b &amp; &quot;c&quot;</p>\n");
  EXPECT_EQ(html("`a<b>`"), "<p><code>a&lt;b&gt;</code></p>\n");
  EXPECT_EQ(html("```\n<script>\n```"), "<pre><code>&lt;script&gt;\n</code></pre>\n");
}

TEST(Markdown, IsEmptyForAnEmptyText) {
  const Parsed parsed("");
  EXPECT_EQ(parsed.html(), "");
  ASSERT_EQ(parsed.body.pieces.size(), 1u);
  EXPECT_EQ(parsed.body.pieces[0].link, Piece::kNoLink);
}

TEST(Markdown, KeepsParagraphsInLooseListsOnly) {
  EXPECT_EQ(html("- 甲\n- 乙\n"), "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n");
  EXPECT_EQ(html("- 甲\n\n- 乙\n"), "<ul>\n<li><p>甲</p>\n</li>\n<li><p>乙</p>\n</li>\n</ul>\n");
}

TEST(RawHtml, IsRefused) {
  EXPECT_THAT(reported("见<b>重点</b>"), ElementsAre("raw-html 1:2", "raw-html 1:7"));
  EXPECT_THAT(reported("文。\n\n<div>\n<p>x</p>\n</div>\n"), ElementsAre("raw-html 3:1"));
  EXPECT_THAT(reported("<!-- 说明 -->\n"), ElementsAre("raw-html 1:1"));
  EXPECT_THAT(html("见<b onclick=x>重点</b>"), Not(HasSubstr("<b")));
  EXPECT_THAT(html("<script>alert(1)</script>\n"), Not(HasSubstr("script")));
}

TEST(Links, LeaveAHoleForTheirTag) {
  const Parsed parsed("覆盖面达到[88%以上](target:coverage)，见[表](table:a.b)。");
  EXPECT_EQ(parsed.html(), "<p>覆盖面达到{0}88%以上</a>，见{1}表</a>。</p>\n");
  ASSERT_EQ(parsed.body.links.size(), 2u);
  EXPECT_EQ(to_string(parsed.body.links[0].to), "target:coverage");
  EXPECT_EQ(to_string(parsed.body.links[1].to), "table:a.b");
  EXPECT_THAT(parsed.reported(), IsEmpty());
}

TEST(Links, KnowTheirTextWithoutMarkup) {
  EXPECT_THAT(links("[达到**“88%”**以上`x`](target:a)"), ElementsAre("达到“88%”以上x 1:2"));
}

TEST(Links, KnowTheirSentenceAndSection) {
  const Parsed parsed(
      "[甲](unit:a)。\n\n## 一、民主管理\n\n第一句。覆盖面达到**[88%](target:a)**以上；其他。\n");
  EXPECT_EQ(parsed.body.links[0].section, "");
  EXPECT_EQ(parsed.body.links[0].sentence, "甲。");
  EXPECT_EQ(parsed.body.links[1].section, "民主管理");
  EXPECT_EQ(parsed.body.links[1].sentence, "覆盖面达到88%以上");
}

TEST(Links, DecodeHeadingsOfOtherDocuments) {
  EXPECT_EQ(Parsed("[见](document:rights#民主管理)").body.links.at(0).to.part, "民主管理");
  EXPECT_EQ(Parsed("[见](#民主管理)").body.links.at(0).to.part, "民主管理");
}

TEST(Links, WithAnUnknownSchemeAreRefused) {
  EXPECT_THAT(reported("[x](javascript:alert(1))"), ElementsAre("unknown-scheme 1:5"));
  EXPECT_EQ(html("[x](javascript:alert(1))"), "<p>x</p>\n");
  for (const char* text :
       {"[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "[x](java%73cript:a)",
        "[x](data:text/html,x)", "<javascript:alert(1)>", "[x][y]\n\n[y]: javascript:alert(1)",
        "[x](a.html)", "[x](progress:a.b)", "[x](mailto:a@b.c)"}) {
    const Parsed parsed(text);
    ASSERT_EQ(parsed.reported().size(), 1u) << text;
    EXPECT_TRUE(parsed.reported()[0].starts_with("unknown-scheme")) << text;
    EXPECT_THAT(parsed.html(), Not(HasSubstr("</a>"))) << text;
    EXPECT_THAT(parsed.body.links, IsEmpty()) << text;
  }
}

TEST(LinkPosition, IsThatOfTheTextInCharacters) {
  EXPECT_THAT(links("覆盖面达到[88%](target:a)。"), ElementsAre("88% 1:7"));
}

TEST(LinkPosition, IsRightInLaterLinesOfAParagraph) {
  EXPECT_THAT(links("第一行\n第二行[x](unit:a)，[y](unit:b)"), ElementsAre("x 2:5", "y 2:17"));
  EXPECT_THAT(links("第一行\n  第二[x](unit:a)"), ElementsAre("x 2:6"));
  EXPECT_THAT(links("  第一[x](unit:a)\n第二[y](unit:a)"), ElementsAre("x 1:6", "y 2:4"));
}

TEST(LinkPosition, IsRightInListItems) {
  EXPECT_THAT(links("- 重点[x](unit:a)\n  其他[y](unit:b)\n"), ElementsAre("x 1:6", "y 2:6"));
  EXPECT_THAT(links("- 重点\n其他[y](unit:b)\n"), ElementsAre("y 2:4"));
  EXPECT_THAT(links("1. 甲\n   - 乙\n     丙[z](unit:a)\n"), ElementsAre("z 3:8"));
}

TEST(LinkPosition, IsRightInBlockQuotes) {
  EXPECT_THAT(links("> 引[x](unit:a)\n> 文[y](unit:b)\n文[z](unit:c)\n"),
              ElementsAre("x 1:5", "y 2:5", "z 3:3"));
}

TEST(LinkPosition, IsRightAfterAndInEmphasis) {
  EXPECT_THAT(links("**重点：**见[x](unit:a)"), ElementsAre("x 1:10"));
  EXPECT_THAT(links("**见[x](unit:a)：**后"), ElementsAre("x 1:5"));
  EXPECT_THAT(links("甲\n**重点：**见[x](unit:a)"), ElementsAre("x 2:10"));
  EXPECT_THAT(links("[**“重点”**](unit:a)"), ElementsAre("“重点” 1:4"));
}

TEST(LinkPosition, IsTheBeginningOfATextOverTwoLines) {
  EXPECT_THAT(links("见[甲\n乙](unit:a)，[丙](unit:b)"), ElementsAre("甲乙 1:3", "丙 2:13"));
}

TEST(LinkPosition, IsRightAfterCodeOverTwoLines) {
  EXPECT_THAT(links("`a\nb` [x](unit:a)"), ElementsAre("x 2:5"));
}

TEST(LinkPosition, IsRightInAHeading) {
  EXPECT_THAT(links("## 一、[x](unit:a)"), ElementsAre("x 1:7"));
}

TEST(LinkPosition, CountsFromTheFirstLineGiven) {
  const Source source = source_of("---\ntitle: x\n---\n甲[x](unit:a)\n");
  Diagnostics diagnostics;
  const Body body = parse(source, std::string_view(source.text).substr(17), 4, diagnostics);
  EXPECT_EQ(body.links.at(0).position.line, 4u);
  EXPECT_EQ(body.links.at(0).position.column, 3u);
}

TEST(Embeds, StandAloneAsABlock) {
  const Parsed parsed("文。\n\n![分配表](table:a)\n\n![进度](progress:a.b)\n");
  EXPECT_EQ(parsed.html(), "<p>文。</p>\n{0}{1}");
  ASSERT_EQ(parsed.body.links.size(), 2u);
  EXPECT_TRUE(parsed.body.links[0].embed);
  EXPECT_EQ(parsed.body.links[0].sentence, "");
  EXPECT_THAT(parsed.links(), ElementsAre("分配表 3:3", "进度 5:3"));
  EXPECT_THAT(parsed.reported(), IsEmpty());
}

TEST(Embeds, AreRefusedInASentence) {
  const Parsed parsed("见![表](table:a)。");
  EXPECT_THAT(parsed.reported(), ElementsAre("wrong-embed 1:7"));
  EXPECT_THAT(parsed.body.links, IsEmpty());
}

TEST(Embeds, AreOnlyTablesProgressAndResults) {
  EXPECT_THAT(reported("![x](report:2014-06-30)\n\n![x](report:2014-06-30.unions)"), IsEmpty());
  for (const char* text : {"![x](https://example.org/a.png)", "![x](a.png)", "![x](target:a)",
                           "![x](javascript:alert(1))"})
    EXPECT_THAT(reported(text), ElementsAre("wrong-embed 1:6")) << text;
}

TEST(Headings, KnowNumberTextAndAnchor) {
  const Parsed parsed("## 一、民主 管理\n\n### （二）职代会\n\n#### 1. **建制**率\n");
  ASSERT_EQ(parsed.body.headings.size(), 3u);
  const auto& [first, second, third] =
      std::tie(parsed.body.headings[0], parsed.body.headings[1], parsed.body.headings[2]);
  EXPECT_EQ(first.level, 2);
  EXPECT_EQ(first.number, "一、");
  EXPECT_EQ(first.text, "民主 管理");
  EXPECT_EQ(first.anchor, "民主-管理");
  EXPECT_EQ(second.number, "（二）");
  EXPECT_EQ(second.position.line, 3u);
  EXPECT_EQ(third.level, 4);
  EXPECT_EQ(third.text, "建制率");
  EXPECT_EQ(parsed.html(),
            "<h2 id=\"民主-管理\">一、民主 管理</h2>\n<h3 id=\"职代会\">（二）职代会</h3>\n"
            "<h4 id=\"建制率\">1. <strong>建制</strong>率</h4>\n");
  EXPECT_THAT(parsed.reported(), IsEmpty());
}

TEST(Headings, HaveUniqueAnchors) {
  const Parsed parsed("## 甲\n\n## 甲\n\n## 甲-2\n\n## 甲\n\n## 甲-2\n");
  std::set<std::string> anchors;
  for (const Heading& heading : parsed.body.headings) anchors.insert(heading.anchor);
  EXPECT_EQ(anchors.size(), 5u);
  EXPECT_EQ(parsed.body.headings[0].anchor, "甲");
  EXPECT_EQ(parsed.body.headings[1].anchor, "甲-2");
}

TEST(Headings, KeepTheirLinksInPlace) {
  EXPECT_EQ(html("文。\n\n## 见[表](table:a)和[图](table:b)。\n\n完。\n"),
            "<p>文。</p>\n<h2 id=\"见表和图。\">见{0}表</a>和{1}图</a>。</h2>\n<p>完。</p>\n");
}

TEST(Headings, GoDownOneLevelAtATime) {
  EXPECT_THAT(reported("## 甲\n\n### 乙\n\n## 丙\n"), IsEmpty());
  EXPECT_THAT(reported("### 甲\n"), ElementsAre("heading-order 1:1"));
  EXPECT_THAT(reported("## 甲\n\n#### 乙\n"), ElementsAre("heading-order 3:1"));
  EXPECT_THAT(reported("# 甲\n"), ElementsAre("heading-order 1:1"));
}

TEST(DoubtfulMarkdown, IsWarnedOf) {
  EXPECT_THAT(reported("文。\n\n#标题\n"), ElementsAre("doubtful-markdown 3:1"));
  EXPECT_THAT(reported("＃ 标题\n"), ElementsAre("doubtful-markdown 1:1"));
  EXPECT_THAT(reported("1.第一\n"), ElementsAre("doubtful-markdown 1:1"));
  EXPECT_THAT(reported("1、第一\n"), ElementsAre("doubtful-markdown 1:1"));
}

TEST(DoubtfulMarkdown, IncludesAParagraphThatBecomesCode) {
  EXPECT_THAT(reported("文。\n\n    第二段\n"), ElementsAre("doubtful-markdown 3:5"));
  EXPECT_THAT(reported("\t第一段\n").size(), 1u);
}

TEST(DoubtfulMarkdown, LeavesFencedCodeAlone) {
  EXPECT_THAT(reported("```\nx\n```\n"), IsEmpty());
  EXPECT_THAT(reported("10. 甲\n\n    ~~~\n    x\n    ~~~\n"), IsEmpty());
}

TEST(DoubtfulMarkdown, LeavesRealMarkdownAlone) {
  EXPECT_THAT(reported("## 标题\n\n1. 第一\n2. 第二\n\n1.5万人。\n\n\\#标题\n"), IsEmpty());
}

TEST(LinkPosition, IsRightAfterALinkWhoseAddressIsOnTheNextLine) {
  EXPECT_THAT(links("甲[乙](\nunit:a)丙[丁](unit:b)\n"), ElementsAre("乙 1:3", "丁 2:10"));
}

TEST(Markdown, LimitsTheDepth) {
  std::string quotes;
  for (int level = 0; level < kDeepest + 1; ++level) quotes += "> ";
  EXPECT_THAT(messages(Parsed(quotes + "x").diagnostics), ElementsAre("too-deep 1:65"));
  EXPECT_THAT(messages(Parsed(quotes.substr(4) + "x").diagnostics), IsEmpty());
}

TEST(Markdown, RefusesWithEntitiesWhatAFileMustNotHold) {
  EXPECT_THAT(messages(Parsed("甲&#x202E;乙").diagnostics), ElementsAre("control-character 1:1"));
  EXPECT_THAT(messages(Parsed("[甲&#8203;](unit:a)").diagnostics),
              ElementsAre("control-character 1:2"));
  EXPECT_THAT(messages(Parsed("[甲](https://a.example/&#x202E;gnp.exe)").diagnostics),
              ElementsAre("unknown-scheme 1:5"));
  EXPECT_THAT(messages(Parsed("&lt;&#x4E00;&nbsp;").diagnostics), IsEmpty());
}

}  // namespace
}  // namespace yaodian::markdown
