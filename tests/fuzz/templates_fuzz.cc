// Templates: read or refused, and what is rendered holds no text of the view unescaped.
#include <algorithm>
#include <fstream>

#include <unistd.h>

#include "fuzz/fuzz.h"
#include "render/templates.h"

namespace yaodian {
namespace {

constexpr std::string_view kHostile = "<script>alert(1)</script>\"'&{{name}}";

const std::filesystem::path& folder() {
  static const std::filesystem::path kFolder = [] {
    std::string name = (std::filesystem::temp_directory_path() / "yaodian-fuzz-XXXXXX").string();
    fuzz::require(::mkdtemp(name.data()) != nullptr, "there is a temporary folder");
    std::ofstream(name + "/part.html") << "<p>{{name}}</p>\n";
    std::atexit([] {
      std::error_code ignored;
      std::filesystem::remove_all(folder(), ignored);
    });
    return std::filesystem::path(name);
  }();
  return kFolder;
}

const WordList& words() {
  static const WordList kWords = [] {
    WordList words;
    words.source = std::make_unique<const Source>(Source{"zh.yaml", "zh.yaml", ""});
    words.entries = {{"count", "{{count}} <b>", {words.source.get(), 0, 0}}};
    words.readable = true;
    return words;
  }();
  return kWords;
}

View view() {
  View view, item;
  item.text("name", kHostile).flag("last", true);
  view.text("title", kHostile).text("name", "a").flag("yes", true).flag("no", false);
  view.text_if("empty", "")
      .number("count", 3)
      .html("html", std::move(Html().element("b", {}, kHostile)));
  view.list("items", {item, item}).section("part", item).list("none", {});
  return view;
}

}  // namespace
}  // namespace yaodian

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace yaodian;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!fuzz::is_readable(text)) return 0;
  std::ofstream(folder() / "page.html", std::ios::binary) << text;
  Diagnostics diagnostics;
  const Templates templates = read_templates(folder(), {"page"}, words(), 1, diagnostics);
  fuzz::require_messages(diagnostics);
  if (diagnostics.has_errors()) return 0;
  const AssetLink link = [](std::string_view, std::string_view name) {
    return name == "style.css" ? std::string("style.css") : std::string();
  };
  std::string html;
  fill_in(html, templates, "page", "page.html", view(), link, diagnostics);
  fuzz::require_utf8(html, "a page is UTF-8");
  // The template itself may hold it.
  fuzz::require(html.find(kHostile) == html.npos || text.find("<script>") != text.npos,
                "no value is set unescaped", html);
  fuzz::require_messages(diagnostics);
  return 0;
}
