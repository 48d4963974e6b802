#include "render/templates.h"

#include <algorithm>
#include <set>

#include <kainjow/mustache.hpp>

#include "base/files.h"
#include "base/rules.h"
#include "base/text.h"

namespace yaodian {
namespace {

namespace mustache = kainjow::mustache;

Position position_at(const Source& source, size_t offset) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const size_t newline = before.rfind('\n');
  const std::string_view line = newline == before.npos ? before : before.substr(newline + 1);
  return {&source, static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<uint32_t>(count_characters(line) + 1)};
}

// Where SOURCES first use NAME in a tag: the position of the name.
Position find_use(const std::vector<const Source*>& sources, std::string_view name) {
  for (const Source* source : sources) {
    const std::string& text = source->text;
    for (size_t at = 0; (at = text.find("{{", at)) != text.npos; at += 2) {
      const size_t end = text.find("}}", at);
      if (end == text.npos) break;
      std::string_view tag = std::string_view(text).substr(at + 2, end - at - 2);
      while (!tag.empty() && std::string_view("#^/ ").find(tag.front()) != tag.npos)
        tag.remove_prefix(1);
      if (trim(tag) == name)
        return position_at(*source, static_cast<size_t>(tag.data() - text.data()));
    }
  }
  return sources.empty() ? Position{} : Position{sources.front(), 0, 0};
}

class Loader {
 public:
  Loader(const std::filesystem::path& folder, Diagnostics& diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {}

  Templates load(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      Templates::Page page{name, {}, {}};
      std::vector<std::string> open;
      if (const Source* source = file(name, {})) {
        append(page, *source, name, open);
        check(page);
      }
      templates_.pages.push_back(std::move(page));
    }
    return std::move(templates_);
  }

 private:
  const Source* file(const std::string& name, const Position& asked) {
    const std::string path = (folder_ / (name + ".html")).generic_string();
    for (const auto& known : templates_.files) {
      if (known->path == path) return known.get();
    }
    std::error_code error;
    auto text = read_file(path, error);
    if (!text) {
      if (missing_.insert(path).second)
        diagnostics_.report(rule::missing_template, asked, "", {path});
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
    for (const std::string_view tag : {"{{{", "{{&"}) {
      const size_t at = source.text.find(tag);
      if (at == std::string::npos) continue;
      diagnostics_.report(
          rule::broken_template, position_at(source, at), tag,
          {Text{"只用 {{名}}，值总是已经转义好的", "write {{name}}: values are escaped already"}});
    }
  }

  // Adds the text of SOURCE to PAGE with its partials put in. OPEN are the partials on the way
  // here.
  void append(Templates::Page& page, const Source& source, const std::string& name,
              std::vector<std::string>& open) {
    if (std::find(open.begin(), open.end(), name) != open.end()) {
      diagnostics_.report(rule::broken_template, {&source, 0, 0}, "",
                          {Text{"模板包含了它自己", "a template contains itself"}});
      return;
    }
    open.push_back(name);
    page.sources.push_back(&source);
    std::string_view rest = source.text;
    for (;;) {
      const size_t begin = rest.find("{{>");
      page.text += rest.substr(0, begin);
      if (begin == rest.npos) break;
      const size_t end = rest.find("}}", begin);
      if (end == rest.npos) {
        diagnostics_.report(rule::broken_template,
                            position_at(source, source.text.size() - rest.size() + begin), "{{>",
                            {Text{"“{{>”没有以“}}”结束", "\"{{>\" is not closed with \"}}\""}});
        break;
      }
      const std::string partial(trim(rest.substr(begin + 3, end - begin - 3)));
      const Position asked = position_at(source, source.text.size() - rest.size() + begin);
      if (const Source* inner = file(partial, asked)) append(page, *inner, partial, open);
      rest.remove_prefix(end + 2);
      if (rest.starts_with('\n')) rest.remove_prefix(1);
    }
    open.pop_back();
  }

  void check(const Templates::Page& page) {
    const mustache::mustache compiled(page.text);
    if (compiled.is_valid()) return;
    diagnostics_.report(rule::broken_template, {page.sources.front(), 0, 0}, "",
                        {compiled.error_message()});
  }

  const std::filesystem::path& folder_;
  Diagnostics& diagnostics_;
  Templates templates_;
  std::set<std::string> missing_;
};

// Answers the template engine from a View without building the engine's own tree of values.
class Context : public mustache::basic_context<std::string> {
 public:
  Context(const View& view, std::string_view path, const Renderer::AssetLink& asset)
      : path_(path), asset_(asset) {
    frames_.push_back(&view);
  }

  // ITEM is a placeholder of an open list, or what a section on text or true was given.
  void push(const mustache::data* item) override {
    for (size_t at = lists_.size(); at > 0; --at) {
      const List& list = lists_[at - 1];
      const auto& places = list.placeholders->list_value();
      const std::less<> before;
      if (before(item, places.data()) || !before(item, places.data() + places.size())) continue;
      lists_.resize(at);
      frames_.push_back(&(*list.items)[static_cast<size_t>(item - places.data())]);
      return;
    }
    frames_.push_back(nullptr);
  }

  void pop() override { frames_.pop_back(); }

  const mustache::data* get(const std::string& name) const override {
    constexpr std::string_view kAsset = "asset/";
    if (name.starts_with(kAsset)) {
      const std::string link = asset_(path_, std::string_view(name).substr(kAsset.size()));
      if (link.empty()) unknown_.insert(name);
      text_ = mustache::data(link);
      return &text_;
    }
    const View::Value* value = find(name);
    if (!value) {
      unknown_.insert(name);
      return &false_;
    }
    if (const bool* flag = std::get_if<bool>(value)) return *flag ? &true_ : &false_;
    if (const auto* text = std::get_if<std::string>(value)) {
      text_ = mustache::data(*text);
      return &text_;
    }
    const auto& items = std::get<std::vector<View>>(*value);
    if (items.empty()) return &false_;
    auto placeholders = std::make_unique<mustache::data>(mustache::data::type::list);
    for (size_t at = 0; at < items.size(); ++at) placeholders->push_back(true_);
    lists_.push_back({std::move(placeholders), &items});
    return lists_.back().placeholders.get();
  }

  const mustache::data* get_partial(const std::string&) const override { return nullptr; }

  const std::set<std::string>& unknown() const { return unknown_; }

 private:
  struct List {
    std::unique_ptr<mustache::data> placeholders;  // one for each item, only their addresses matter
    const std::vector<View>* items = nullptr;
  };

  const View::Value* find(std::string_view name) const {
    for (size_t at = frames_.size(); at > 0; --at) {
      const View::Value* value = frames_[at - 1] ? frames_[at - 1]->find(name) : nullptr;
      if (value) return value;
    }
    return nullptr;
  }

  const mustache::data true_{true};
  const mustache::data false_{false};
  std::string_view path_;
  const Renderer::AssetLink& asset_;
  std::vector<const View*> frames_;  // innermost last; nullptr for a section that brings no names
  // The engine asks through a const interface and uses an answer before it asks again.
  mutable mustache::data text_;
  mutable std::vector<List> lists_;
  mutable std::set<std::string> unknown_;
};

struct Appender {
  std::string& out;
  Appender& operator<<(const std::string& text) { return out += text, *this; }
};

}  // namespace

struct Renderer::Compiled {
  explicit Compiled(const Templates::Page& page) : source(page), engine(page.text) {
    engine.set_custom_escape([](const std::string& html) { return html; });
  }
  const Templates::Page& source;
  mustache::mustache engine;
};

Templates read_templates(const std::filesystem::path& folder, const std::vector<std::string>& names,
                         Diagnostics& diagnostics) {
  return Loader(folder, diagnostics).load(names);
}

Renderer::Renderer(const Templates& templates, AssetLink asset) : asset_(std::move(asset)) {
  for (const Templates::Page& page : templates.pages)
    compiled_.push_back(std::make_unique<Compiled>(page));
}

Renderer::~Renderer() = default;

std::string Renderer::render(std::string_view name, std::string_view path, const View& view,
                             Diagnostics& diagnostics) {
  const auto found = std::find_if(compiled_.begin(), compiled_.end(),
                                  [&](const auto& one) { return one->source.name == name; });
  Context context(view, path, asset_);
  std::string html;
  Appender appender{html};
  (*found)->engine.render(context, appender);
  for (const std::string& unknown : context.unknown()) {
    const Position use = find_use((*found)->source.sources, unknown);
    if (unknown.starts_with("asset/"))
      diagnostics.report(rule::missing_asset, use, unknown, {unknown.substr(6)});
    else
      diagnostics.report(rule::unknown_name, use, unknown, {unknown});
  }
  return html;
}

}  // namespace yaodian
