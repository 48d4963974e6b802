#include "read/yaml.h"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>
#include <unordered_map>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/rules.h"
#include "base/text.h"
#include "read/yaml_faults.h"

namespace yaodian::yaml {
namespace {

// Ends the parse after something that has been reported.
struct Refused {};

// A stream over text that is not copied.
class View : public std::streambuf {
 public:
  explicit View(std::string_view text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

// Turns the parser's marks (0-based, in bytes) into positions (1-based, in characters).
class Marks {
 public:
  Marks(const Source& source, std::string_view text, uint32_t first_line)
      : source_(source), text_(text), first_line_(first_line) {}

  Position position(const YAML::Mark& mark) {
    const auto at = std::min(text_.size(), static_cast<size_t>(std::max(0, mark.pos)));
    if (mark.line != line_ || at < offset_) {
      line_ = mark.line;
      offset_ = at - std::min(at, static_cast<size_t>(std::max(0, mark.column)));
      characters_ = 0;
    }
    characters_ += count_characters(text_.substr(offset_, at - offset_));
    offset_ = at;
    return {&source_, first_line_ + static_cast<uint32_t>(mark.line),
            static_cast<uint32_t>(characters_ + 1)};
  }

  std::string_view from(const YAML::Mark& mark) const {
    return text_.substr(std::min(text_.size(), static_cast<size_t>(std::max(0, mark.pos))));
  }

 private:
  const Source& source_;
  std::string_view text_;
  uint32_t first_line_;
  // The last position handed out: marks come in order, so a long line is counted once.
  int line_ = -1;
  size_t offset_ = 0;
  size_t characters_ = 0;
};

class Builder : public YAML::EventHandler {
 public:
  Builder(Marks& marks, Diagnostics& diagnostics) : marks_(marks), diagnostics_(diagnostics) {}

  Value take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (std::exchange(started_, true)) refuse(rule::second_document, mark);
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(Kind::nothing, mark, "?", anchor, {});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(rule::yaml_alias, mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::string_view written = marks_.from(mark);
    const bool quoted = written.starts_with('"') || written.starts_with('\'');
    if (quoted && !quote_closes_on_line(written)) {
      diagnostics_.report(rule::unclosed_quote, marks_.position(mark), "",
                          {std::string(1, written.front())});
      throw Refused();
    }
    add(Kind::text, mark, tag, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(add(Kind::list, mark, tag, anchor, {}), mark);
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(add(Kind::map, mark, tag, anchor, {}), mark);
  }
  void OnMapEnd() override {
    drop_duplicates(*open_.back());
    open_.pop_back();
  }

 private:
  [[noreturn]] void refuse(const Rule& rule, const YAML::Mark& mark) {
    diagnostics_.report(rule, marks_.position(mark), "");
    throw Refused();
  }

  Value& add(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             const std::string& text) {
    // The parser calls a quoted text "!", and a tag that it cannot read as well.
    const bool tagged =
        tag == "!" ? marks_.from(mark).starts_with('!') : !tag.empty() && tag != "?";
    if (anchor != 0 || tagged) refuse(rule::yaml_alias, mark);
    Value& value = open_.empty() ? root_ : open_.back()->items.emplace_back();
    value.kind = kind;
    value.position = marks_.position(mark);
    value.text = text;
    return value;
  }

  void open(Value& value, const YAML::Mark& mark) {
    open_.push_back(&value);
    if (open_.size() > kDeepest) {
      diagnostics_.report(rule::too_deep, marks_.position(mark), "", {std::to_string(kDeepest)});
      throw Refused();
    }
  }

  void drop_duplicates(Value& map) {
    std::unordered_map<std::string_view, uint32_t> first_lines;
    std::vector<size_t> repeated;
    for (size_t at = 0; at + 1 < map.items.size(); at += 2) {
      const Value& key = map.items[at];
      const auto [first, fresh] = first_lines.emplace(key.text, key.position.line);
      if (fresh) continue;
      diagnostics_.report(rule::duplicate_key, key.position, key.text,
                          {key.text, std::to_string(first->second)});
      repeated.push_back(at);
    }
    for (size_t i = repeated.size(); i > 0; --i) {
      const auto at = map.items.begin() + static_cast<std::ptrdiff_t>(repeated[i - 1]);
      map.items.erase(at, at + 2);
    }
  }

  Marks& marks_;
  Diagnostics& diagnostics_;
  bool started_ = false;
  Value root_;
  std::vector<Value*> open_;  // the lists and maps that are not closed yet, outermost first
};

}  // namespace

const Value* Value::find(std::string_view key) const {
  if (kind != Kind::map) return nullptr;
  for (size_t at = 0; at + 1 < items.size(); at += 2) {
    if (items[at].text == key) return &items[at + 1];
  }
  return nullptr;
}

std::optional<Value> parse(const Source& source, Diagnostics& diagnostics) {
  return parse_part(source, source.text, 1, diagnostics);
}

std::optional<Value> parse_part(const Source& source, std::string_view text, uint32_t first_line,
                                Diagnostics& diagnostics) {
  Marks marks(source, text, first_line);
  try {
    View view(text);
    std::istream stream(&view);
    YAML::Parser parser(stream);
    Builder builder(marks, diagnostics);
    if (!parser.HandleNextDocument(builder))
      return Value{Kind::nothing, {&source, first_line, 1}, {}, {}};
    parser.HandleNextDocument(builder);  // refused, if there is one
    return builder.take();
  } catch (const Refused&) {
    return std::nullopt;
  } catch (const YAML::ParserException& error) {
    report_broken(source, text, first_line, marks.position(error.mark), error.msg, diagnostics);
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    diagnostics.report(rule::broken_yaml, marks.position(error.mark), "", {error.msg});
    return std::nullopt;
  }
}

}  // namespace yaodian::yaml
