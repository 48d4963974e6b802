#include "publish/verification.h"

#include <deque>

#include <gmock/gmock.h>

#include "../support.h"
#include "base/parallel.h"

namespace yaodian {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// What is found in FILES, whose templates are named after their folders.
class Verified {
 public:
  explicit Verified(const Files& files, std::vector<std::string> foreign = {},
                    std::string root = "", unsigned jobs = 1) {
    std::vector<SiteFile> listed;
    std::deque<std::string> origins;
    for (const auto& [path, text] : files) {
      origins.push_back("templates/" + path.substr(0, path.find('/')));
      listed.push_back({path, origins.back()});
    }
    Verification verification(listed, std::move(root), [&](const std::string& path) {
      return std::find(foreign.begin(), foreign.end(), path) != foreign.end();
    });
    parallel_for(listed.size(), jobs, [&](unsigned, size_t at) {
      const std::string path(listed[at].path);
      verification.scan(path, files.at(path));
    });
    const auto again = [&](const std::vector<std::string>& paths) {
      std::map<std::string, std::string> texts;
      for (const std::string& path : paths) texts[path] = files.at(path);
      return texts;
    };
    verification.report(again, diagnostics, pages);
    diagnostics.sort();
  }

  std::vector<std::string> found() const { return messages(diagnostics); }

  Diagnostics diagnostics;
  std::vector<std::unique_ptr<const Source>> pages;
};

// What is found in a page with BODY, beside which there is "b.html" with the anchor "there".
std::vector<std::string> found(const std::string& body) {
  return Verified({{"a/a.html", body}, {"a/b.html", "<p id=\"there\">x</p>"}}).found();
}

TEST(Verification, AcceptsAPageThatIsWell) {
  EXPECT_THAT(found("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"/>"
                    "<title>x</title></head><body class='x' hidden><!-- > < & -->\n"
                    "<p id=\"x\">a &lt; b &#39;&#x4E00;&nbsp;<br><input disabled></p>\n"
                    "<a href=\"b.html#there\">b</a><a href=\"#x\">x</a><a href=\"#\">top</a>"
                    "<a href=\"./../a/b.html?q=1\">b</a><a href=\"https://x.example\">x</a>"
                    "<img src=\"data:image/png;base64,x\" alt=\"\">"
                    "<svg viewBox=\"0 0 1 1\"><g><path d=\"M0 0\"/></g></svg></body></html>"),
              IsEmpty());
}

TEST(Verification, FindsLinksThatLeadNowhere) {
  EXPECT_THAT(found("<a href=\"c.html\">c</a>"), ElementsAre("dead-link 1:10"));
  EXPECT_THAT(found("<a href=\"b.html#here\">c</a>"), ElementsAre("dead-link 1:10"));
  EXPECT_THAT(found("<a href=\"#here\">c</a>"), ElementsAre("dead-link 1:10"));
  EXPECT_THAT(found("<a href=\"\">c</a>"), ElementsAre("dead-link 1:10"));
  EXPECT_THAT(found("<a href=\"/a/b.html\">c</a>"), ElementsAre("dead-link 1:10"));
  EXPECT_THAT(found("<a href=\"../../a/b.html\">c</a>"), ElementsAre("dead-link 1:10"));
  EXPECT_THAT(found("<a href=\"../a\">c</a><a href=\"./\">c</a>"), SizeIs(2));
  EXPECT_THAT(found("<img srcset=\"b.html 1x, no.png 2x\"/>"), ElementsAre("dead-link 1:25"));
  EXPECT_THAT(found("<object data=\"no.pdf\"></object><p data=\"no.pdf\"></p>"),
              ElementsAre("dead-link 1:15"));
}

TEST(Verification, ReadsAddressesAsABrowserDoes) {
  const Files files = {{"目录/甲&乙.html", "<h2 id=\"民主&amp;管理\">x</h2>"},
                       {"a.html",
                        "<a href=\"%E7%9B%AE%E5%BD%95/甲&amp;乙.html#民主%26管理\">x</a>"
                        "<a href=\" 目录/甲&#38;乙.html#民主&amp;管理\n\">x</a>"}};
  EXPECT_THAT(Verified(files).found(), IsEmpty());
  EXPECT_THAT(found("<a href=\"java\nscript:x()\">x</a>"), ElementsAre("inline-code 1:10"));
  EXPECT_THAT(found("<a href=\"&#x6A;avascript:x()\">x</a>"), ElementsAre("inline-code 1:10"));
  EXPECT_THAT(found("<a href=\" JavaScript:x()\">x</a>"), ElementsAre("inline-code 1:10"));
  EXPECT_THAT(found("<a href=\"data:text/html,x\">x</a>"), ElementsAre("inline-code 1:10"));
}

TEST(Verification, TellsTheAnchorsOfOnePageApart) {
  const std::string well = "<a href=\"b.html#there\">b</a><a href=\"b.html#top\">b</a>";
  EXPECT_THAT(found(well + "<a href=\"b.html#here\">b</a>"), ElementsAre("dead-link 1:64"));
  EXPECT_THAT(found(well + "<a href=\"b.html#th%65re\">b</a>"), IsEmpty());
  EXPECT_THAT(found(well + "<a href=\"b&#46;html#here\">b</a>"), ElementsAre("dead-link 1:64"));
  EXPECT_THAT(found("<a href=\"?q#here\">b</a>"), ElementsAre("dead-link 1:10"));
}

TEST(Verification, FindsCodeInAPage) {
  EXPECT_THAT(found("<script>x()</script>"), ElementsAre("inline-code 1:2"));
  EXPECT_THAT(found("<style>p {}</style>"), ElementsAre("inline-code 1:2"));
  EXPECT_THAT(found("<script src=\"b.html\"></script>"), IsEmpty());
  EXPECT_THAT(found("<script src=\"b.html\">x()</script>"), ElementsAre("inline-code 1:2"));
  EXPECT_THAT(found("<p STYLE=\"x\" OnClick='x()'>x</p>"),
              ElementsAre("inline-code 1:4", "inline-code 1:14"));
  EXPECT_THAT(found("<p on=\"x\" one>x</p>"), ElementsAre("inline-code 1:11"));
}

TEST(Verification, FindsLoadsFromOutside) {
  EXPECT_THAT(found("<img src=\"https://x.example/a.png\"/>"), ElementsAre("outside-load 1:11"));
  EXPECT_THAT(found("<link rel=\"stylesheet\" href=\"//x.example/a.css\"/>"),
              ElementsAre("outside-load 1:30"));
  EXPECT_THAT(found("<link href=\"//x.example/\" rel=\"canonical\"/>"), IsEmpty());
  EXPECT_THAT(found("<form action=\"https://x.example/\"></form>"),
              ElementsAre("outside-load 1:15"));
}

TEST(Verification, FindsBrokenHtml) {
  EXPECT_THAT(found("<div><p>x</div>"), ElementsAre("broken-html 1:7"));
  EXPECT_THAT(found("<div>"), ElementsAre("broken-html 1:2"));
  EXPECT_THAT(found("</div>"), ElementsAre("broken-html 1:3"));
  EXPECT_THAT(found("<p><ul></ul></p>"), ElementsAre("broken-html 1:5"));
  EXPECT_THAT(found("<a href=\"#\"><b><a href=\"#\"></a></b></a>"), SizeIs(1));
  EXPECT_THAT(found("<div/>x</div>"), SizeIs(2));
  EXPECT_THAT(found("<p class=x>x</p>"), ElementsAre("broken-html 1:4"));
  EXPECT_THAT(found("<p a=\"1\" A=\"2\">x</p>"), ElementsAre("broken-html 1:10"));
  EXPECT_THAT(found("<p a=\"1\"b=\"2\">x</p>"), ElementsAre("broken-html 1:9"));
  EXPECT_THAT(found("<p id=\"x\"></p><p id=\"x\"></p>"), ElementsAre("broken-html 1:22"));
  EXPECT_THAT(found("1 < 2 & 3 &nosuch; &#xD800;"), SizeIs(4));
  EXPECT_THAT(found("<p title=\"a < b\">x</p>"), ElementsAre("broken-html 1:4"));
  EXPECT_THAT(found("<p title=\"a>x</p><p title=\"b\">x</p>"), ElementsAre("broken-html 1:4"));
  EXPECT_THAT(found("<!-- x"), ElementsAre("broken-html 1:1"));
  EXPECT_THAT(found("<p"), SizeIs(testing::Ge(1u)));
  EXPECT_THAT(found("<script>"), SizeIs(testing::Ge(1u)));
}

// Every beginning of a page ends somewhere in the middle of a construct.
TEST(Verification, ReadsNoByteBehindAPage) {
  const std::string page =
      "<!DOCTYPE html><!-- x --><p id=\"a&amp;b\" class='x'>&#x4E00;<br/><script "
      "src=\"b.html\">x</script><img srcset=\"a 1x, b\"/></p >";
  for (size_t length = 0; length <= page.size(); ++length) {
    const std::vector<char> exact(page.begin(), page.begin() + static_cast<long>(length));
    Verification verification({{"a.html", "t"}}, "", {});
    verification.scan("a.html", {exact.data(), exact.size()});
  }
}

TEST(Verification, LetsLinksLeadToFilesOfOthers) {
  const Files files = {{"a.html", "<a href=\"old/x.html#y\">x</a><a href=\"old/z.html\">z</a>"}};
  EXPECT_THAT(Verified(files, {"old/x.html"}).found(), ElementsAre("dead-link 1:38"));
}

TEST(Verification, LetsThePageOfNoAddressLinkFromTheRoot) {
  const std::string link = "<a href=\"/plans/index.html\">x</a>";
  EXPECT_THAT(Verified({{"404.html", link}, {"index.html", ""}}, {}, "/plans/").found(), IsEmpty());
  EXPECT_THAT(Verified({{"404.html", link}, {"index.html", ""}}, {}, "/").found(), SizeIs(1));
  EXPECT_THAT(Verified({{"404.html", link}, {"index.html", link}}, {}, "/plans/").found(),
              SizeIs(1))
      << "other pages must not";
  EXPECT_THAT(Verified({{"a.html", link}, {"index.html", ""}}, {}, "/plans/").found(), SizeIs(1));
}

TEST(Verification, LooksIntoStyleSheets) {
  const Files files = {{"assets/a.css",
                        "/* url(x) */ @import 'b.css';\np { background: URL( \"c.png\" ); }\n"
                        "q { content: \"url(x)\"; background: url(d.png) }"},
                       {"assets/b.css", "p { background: url(//x.example/a.png) }"},
                       {"assets/d.png", "url(x)"}};
  EXPECT_THAT(Verified(files).found(), ElementsAre("dead-link 2:23", "outside-load 1:21"));
}

TEST(Verification, SaysOnceWhatManyPagesShare) {
  Files files;
  for (int page = 0; page < 50; ++page)
    files["unit/" + std::to_string(page) + ".html"] =
        "<a href=\"no.html\">x</a>" + std::string(page == 40 ? "<a href=\"other.html\">" : "");
  const Verified verified(files);
  EXPECT_THAT(verified.found(),
              ElementsAre("dead-link 1:10", "broken-html 1:25", "dead-link 1:33"));
  const Diagnostic& dead = verified.diagnostics.all()[0];
  EXPECT_EQ(std::get<std::string>(dead.arguments[3]), "50");
  EXPECT_EQ(dead.position.source->path, "unit/0.html");
}

TEST(Verification, FindsTheSameWithAnyNumberOfThreads) {
  Files files;
  for (int page = 0; page < 200; ++page) {
    const std::string number = std::to_string(page);
    files["p" + std::to_string(page % 3) + "/" + number + ".html"] =
        "<h1 id=\"h" + number + "\">x</h1><a href=\"../p1/" + std::to_string(page * 7 % 230) +
        ".html#h" + std::to_string(page * 7 % 230) + "\">x</a>" + (page % 9 ? "" : "<b>");
  }
  const Verified one(files);
  EXPECT_THAT(one.found(), testing::Not(IsEmpty()));
  for (unsigned jobs = 2; jobs <= 4; ++jobs) {
    const Verified other(files, {}, "", jobs);
    ASSERT_EQ(other.diagnostics.all().size(), one.diagnostics.all().size());
    for (size_t at = 0; at < one.diagnostics.all().size(); ++at)
      EXPECT_EQ(format(other.diagnostics.all()[at], Language::zh, false),
                format(one.diagnostics.all()[at], Language::zh, false));
  }
}

}  // namespace
}  // namespace yaodian
