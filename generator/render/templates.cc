#include "render/templates.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>

#include "base/files.h"
#include "base/html.h"
#include "base/parallel.h"
#include "base/rules.h"
#include "base/text.h"
#include "render/mustache.h"

namespace yaodian {
namespace {

constexpr std::string_view kAsset = "asset/";
constexpr std::string_view kPartial = "{{>", kWord = "{{word/";

// The byte of TEXT where it first uses NAME in a tag, or nothing.
std::optional<size_t> find_tag(std::string_view text, std::string_view name) {
  for (size_t at = 0; (at = text.find("{{", at)) != text.npos; at += 2) {
    const size_t end = text.find("}}", at);
    if (end == text.npos) break;
    std::string_view tag = text.substr(at + 2, end - at - 2);
    while (!tag.empty() && std::string_view("#^/ ").find(tag.front()) != tag.npos)
      tag.remove_prefix(1);
    if (trim(tag) == name) return static_cast<size_t>(tag.data() - text.data());
  }
  return std::nullopt;
}

// Where PAGE first uses NAME in a tag: the position of the name, or of the word that has it.
Position find_use(const Templates::Page& page, std::string_view name) {
  for (const Source* source : page.sources) {
    if (const auto at = find_tag(source->text, name)) return position_of(*source, *at);
  }
  for (const WordList::Entry* word : page.words) {
    if (find_tag(word->text, name)) return word->position;
  }
  return page.sources.empty() ? Position{} : Position{page.sources.front(), 0, 0};
}

class Loader {
 public:
  Loader(const std::filesystem::path& folder, const WordList& words, Diagnostics& diagnostics)
      : folder_(folder), words_(words), diagnostics_(diagnostics) {}

  Templates load(const std::vector<std::string>& names, unsigned jobs) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder_, error)) {
      diagnostics_.report(rule::missing_template, {}, "", {folder_.generic_string() + "/"});
      return {};
    }
    for (const std::string& name : names) {
      Templates::Page& page = templates_.pages.emplace_back(Templates::Page{name, {}, {}, {}, {}});
      std::vector<std::string> open;
      std::string text;
      stretches_.emplace_back();
      if (const Source* source = file(name, {})) append(page, text, *source, name, open);
      page.text = std::make_unique<const std::string>(std::move(text));
    }
    std::vector<std::string> errors(names.size());
    parallel_for(names.size(), jobs, [&](unsigned, size_t at) {
      Templates::Page& page = templates_.pages[at];
      page.steps = mustache::compile(*page.text, errors[at]);
    });
    for (size_t at = 0; at < errors.size(); ++at) {
      if (!errors[at].empty()) report_syntax(errors[at], stretches_[at]);
    }
    return std::move(templates_);
  }

 private:
  // A part of a page: from PAGE on it is what stands from BEGIN on in SOURCE.
  struct Stretch {
    size_t page;
    const Source* source;
    size_t begin;
  };

  // A place in a template that asks for a file or a word.
  struct Use {
    const Source* source;
    size_t offset;

    Position position() const { return source ? position_of(*source, offset) : Position{}; }
  };

  const Source* file(const std::string& name, const Use& use) {
    const std::string path = (folder_ / (name + ".html")).generic_string();
    for (const auto& known : templates_.files) {
      if (known->path == path) return known.get();
    }
    std::error_code error;
    auto text = read_file(path, error);
    if (!text) {
      if (missing_.insert(path).second)
        diagnostics_.report(rule::missing_template, use.position(), "", {path});
      return nullptr;
    }
    auto source = std::make_unique<const Source>(Source{path, name + ".html", std::move(*text)});
    if (find_invalid_utf8(source->text))
      diagnostics_.report(rule::not_utf8, {source.get(), 0, 0}, "");
    refuse_raw_tags(*source);
    templates_.files.push_back(std::move(source));
    return templates_.files.back().get();
  }

  void refuse_raw_tags(const Source& source) {
    constexpr Text kEscaped{"只用 {{名}}，值总是已经转义好的",
                            "write {{name}}: values are escaped already"};
    constexpr Text kBraces{"不能用“{{=”改换标签的括号", "\"{{=\" cannot change the braces of tags"};
    for (const auto& [tag, why] : {std::pair<std::string_view, Text>{"{{{", kEscaped},
                                   {"{{&", kEscaped},
                                   {"{{=", kBraces}}) {
      const size_t at = source.text.find(tag);
      if (at == std::string::npos) continue;
      diagnostics_.report(rule::broken_template, position_of(source, at), tag, {why});
    }
  }

  // Adds the text of SOURCE, with its partials and words put in, to the TEXT of PAGE. OPEN are the
  // partials on the way here.
  void append(Templates::Page& page, std::string& text, const Source& source,
              const std::string& name, std::vector<std::string>& open) {
    if (std::find(open.begin(), open.end(), name) != open.end()) {
      diagnostics_.report(rule::broken_template, {&source, 0, 0}, "",
                          {Text{"模板包含了它自己", "a template contains itself"}});
      return;
    }
    open.push_back(name);
    page.sources.push_back(&source);
    std::string_view rest = source.text;
    for (;;) {
      const size_t begin = std::min(rest.find(kPartial), rest.find(kWord));
      stretches_.back().push_back({text.size(), &source, source.text.size() - rest.size()});
      text += rest.substr(0, begin);
      if (begin == rest.npos) break;
      const size_t end = rest.find("}}", begin);
      const Use use{&source, source.text.size() - rest.size() + begin};
      if (end == rest.npos) {
        diagnostics_.report(rule::broken_template, use.position(), "{{",
                            {Text{"“{{”没有以“}}”结束", "\"{{\" is not closed with \"}}\""}});
        break;
      }
      const std::string_view tag = rest.substr(begin, end - begin);
      rest.remove_prefix(end + 2);
      if (tag.starts_with(kWord)) {
        append_word(page, text, trim(tag.substr(kWord.size())), use);
        continue;
      }
      const std::string partial(trim(tag.substr(kPartial.size())));
      if (const Source* inner = file(partial, use)) append(page, text, *inner, partial, open);
      if (rest.starts_with('\n')) rest.remove_prefix(1);
    }
    open.pop_back();
  }

  // Adds the word KEY to the TEXT of PAGE, as HTML; its places are tags from now on.
  void append_word(Templates::Page& page, std::string& text, std::string_view key, const Use& use) {
    if (const WordList::Entry* word = words_.find(key)) {
      escape_html(text, word->text);
      page.words.push_back(word);
    } else if (missing_.insert(std::string(key)).second) {
      std::vector<std::string> keys;
      for (const WordList::Entry& entry : words_.entries) keys.push_back(entry.key);
      words_.report_missing(key, use.position(), diagnostics_.suggest(std::string(key), keys),
                            diagnostics_);
    }
  }

  // MESSAGE is the engine's: 'Unclosed section "name" at 17', which counts bytes of the page.
  void report_syntax(std::string_view message, const std::vector<Stretch>& stretches) {
    static constexpr std::pair<std::string_view, Text> kMessages[] = {
        {"Unclosed tag", {"“{{”没有以“}}”结束", "\"{{\" is not closed with \"}}\""}},
        {"Unclosed section",
         {"这一节没有以同名的“{{/名}}”结束", "the section is not closed with \"{{/name}}\""}},
        {"Unopened section", {"“{{/名}}”之前没有“{{#名}}”", "nothing opens what this closes"}},
    };
    const size_t last = message.rfind(' ') + 1;
    const auto place = static_cast<size_t>(std::strtoull(message.data() + last, nullptr, 10));
    Argument why = std::string(message);
    for (const auto& [beginning, text] : kMessages) {
      if (message.starts_with(beginning)) why = text;
    }
    const auto after =
        std::upper_bound(stretches.begin(), stretches.end(), place,
                         [](size_t wanted, const Stretch& one) { return wanted < one.page; });
    const Stretch& stretch = *std::prev(after);
    const size_t offset =
        std::min(stretch.begin + place - stretch.page, stretch.source->text.size());
    const std::string_view tag = std::string_view(stretch.source->text).substr(offset);
    diagnostics_.report(rule::broken_template, position_of(*stretch.source, offset),
                        tag.substr(0, tag.find("}}") + 2), {std::move(why)});
  }

  const std::filesystem::path& folder_;
  const WordList& words_;
  Diagnostics& diagnostics_;
  Templates templates_;
  std::vector<std::vector<Stretch>> stretches_;  // of each page in order; the first begins at 0
  std::set<std::string> missing_;                // partials and words that were reported
};

}  // namespace

Templates read_templates(const std::filesystem::path& folder, const std::vector<std::string>& names,
                         const WordList& words, unsigned jobs, Diagnostics& diagnostics) {
  return Loader(folder, words, diagnostics).load(names, jobs);
}

void fill_in(std::string& out, const Templates& templates, std::string_view name,
             std::string_view path, const View& view, const AssetLink& link,
             Diagnostics& diagnostics) {
  const auto page = std::find_if(templates.pages.begin(), templates.pages.end(),
                                 [&](const Templates::Page& one) { return one.name == name; });
  std::set<std::string> unknown_names;
  const auto other = [&](std::string& text, std::string_view asked) {
    const std::string asset =
        asked.starts_with(kAsset) ? link(path, asked.substr(kAsset.size())) : "";
    if (asset.empty()) unknown_names.emplace(asked);
    text += asset;
  };
  out.clear();
  mustache::write(out, page->steps, view, other);
  for (const std::string& unknown : unknown_names) {
    const Position use = find_use(*page, unknown);
    if (unknown.starts_with(kAsset))
      diagnostics.report(rule::missing_asset, use, unknown, {unknown.substr(kAsset.size())});
    else
      diagnostics.report(rule::unknown_name, use, unknown, {unknown});
  }
}

}  // namespace yaodian
