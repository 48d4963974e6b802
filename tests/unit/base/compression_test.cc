#include "base/compression.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "../../program.h"

namespace yaodian {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

TEST(Compression, HasNeitherTimeNorNameInIt) {
  const std::string text(10000, 'a');
  const std::string packed = gzip(text);
  EXPECT_EQ(packed.substr(0, 2), "\x1f\x8b");
  EXPECT_EQ(packed.substr(3, 5), std::string(5, '\0')) << "flags and time";
  EXPECT_EQ(packed, gzip(text));
  EXPECT_EQ(brotli(text), brotli(text));
  EXPECT_LT(packed.size(), 100u);
  EXPECT_LT(brotli(text).size(), 100u);
}

TEST(Compression, IsForFilesOfText) {
  for (const char* path : {"a/b.html", "a.css", "a.js", "a.svg", "a.ics", "a.csv", "feed.xml"})
    EXPECT_TRUE(is_compressible(path)) << path;
  for (const char* path : {"a.png", "a.xlsx", "a.woff2", "html", "a.html.gz"})
    EXPECT_FALSE(is_compressible(path)) << path;
}

// A site in a folder of its own, built by the program.
class CompressedSite : public ::testing::Test {
 protected:
  CompressedSite() {
    for (const auto& [name, text] : small_site()) folder_.write("content/" + name, text);
    folder_.write("content/site.yaml", "title: 计划\ncompress: [gzip, brotli]\n");
  }

  void build(std::vector<std::string> more = {}) {
    const fs::path project = PROJECT_FOLDER;
    std::vector<std::string> arguments = {
        "build", "--quiet", "--templates", project / "templates", "--assets", project / "assets"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = run_program(arguments, folder_.path());
    ASSERT_EQ(outcome.err, "");
    ASSERT_EQ(outcome.status, 0);
  }

  // Those of the site's files whose names end with ENDING.
  std::vector<std::string> files(std::string_view ending) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ / "site")) {
      const std::string name = fs::relative(entry.path(), folder_ / "site").generic_string();
      if (entry.is_regular_file() && name.ends_with(ending)) names.push_back(name);
    }
    return names;
  }

  ino_t inode(std::string_view name) const {
    struct stat status{};
    ::stat((folder_ / "site" / name).c_str(), &status);
    return status.st_ino;
  }

  TemporaryFolder folder_;
};

TEST_F(CompressedSite, HasACompressedFileBesideEachPageAndStyle) {
  build();
  EXPECT_EQ(files(".html").size(), files(".html.gz").size());
  EXPECT_EQ(files(".html").size(), files(".html.br").size());
  EXPECT_EQ(files(".css").size(), files(".css.gz").size());
  EXPECT_THAT(files(""), AllOf(Contains("index.html.gz"), Contains("union/2018/index.html.br")));
  EXPECT_THAT(file_text(folder_ / "site/.yaodian-manifest"),
              AllOf(HasSubstr("\nindex.html.br\n"), HasSubstr("\nindex.html.gz\n")));
  const std::string page = folder_ / "site/union/2018/index.html";
  EXPECT_EQ(std::system(("gzip -dc '" + page + ".gz' | cmp -s - '" + page + "'").c_str()), 0);
}

TEST_F(CompressedSite, KeepsTheFileOfAPageThatIsTheSame) {
  build();
  const ino_t before = inode("404.html.gz"), changed = inode("union/2018/index.html.gz");
  folder_.write("content/union/2018/plan.yaml",
                "title: 另一个题名\nperiod: {start: 2018-01-01, end: 2018-12-31}\n");
  build();
  EXPECT_EQ(inode("404.html.gz"), before);
  EXPECT_NE(inode("union/2018/index.html.gz"), changed);
}

TEST_F(CompressedSite, LosesThemWhenTheSettingIsGone) {
  build();
  build({"--compress", "gzip"});
  EXPECT_THAT(files(".br"), IsEmpty());
  EXPECT_THAT(files(".gz"), Contains("index.html.gz"));
  build({"--compress", "none"});
  EXPECT_THAT(files(".gz"), IsEmpty());
  EXPECT_THAT(files(""), Contains("index.html"));
}

TEST_F(CompressedSite, IsTheSameWhateverTheThreads) {
  build({"--jobs", "1", "--output", "one"});
  build({"--jobs", "4", "--output", "four"});
  EXPECT_EQ(std::system(("diff -r '" + (folder_ / "one").string() + "' '" +
                         (folder_ / "four").string() + "'")
                            .c_str()),
            0);
}

TEST_F(CompressedSite, RefusesAnEncodingThatThereIsNot) {
  folder_.write("content/site.yaml", "title: 计划\ncompress: zstd\n");
  const Outcome outcome = run_program({"check", "--lang", "en"}, folder_.path());
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("\"compress\" cannot be \"zstd\""));
  EXPECT_EQ(run_program({"build", "--compress", "zip"}, folder_.path()).status, 2);
}

}  // namespace
}  // namespace yaodian
