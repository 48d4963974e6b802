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
#include "read/invisible.h"
#include "read/yaml_common.h"
#include "read/yaml_faults.h"

namespace yaodian::yaml {
namespace {

// Ends the parse after something that has been reported.
struct Refused {};

// Something between common rows is no item beside the first of them, so they prove nothing.
struct Unproven {};

// A stream over TEXT without what RUNS leave out; nothing is copied.
class View : public std::streambuf {
 public:
  View(std::string_view text, const std::vector<Run>& runs) : text_(text), runs_(runs) {
    show(0, runs.empty() ? text.size() : runs.front().begin);
  }

 private:
  int_type underflow() override {
    while (gptr() == egptr() && next_ < runs_.size()) {
      const size_t begin = runs_[next_++].end;
      show(begin, next_ < runs_.size() ? runs_[next_].begin : text_.size());
    }
    return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

  void show(size_t begin, size_t end) {
    char* all = const_cast<char*>(text_.data());
    setg(all + begin, all + begin, all + end);
  }

  std::string_view text_;
  const std::vector<Run>& runs_;
  size_t next_ = 0;  // the run that what is shown ends before
};

// Turns the parser's marks (0-based, in bytes, without what RUNS leave out) into places in the text
// (in bytes) and positions (1-based, in characters).
class Marks {
 public:
  Marks(const Source& source, std::string_view text, uint32_t first_line,
        const std::vector<Run>& runs)
      : source_(source), text_(text), first_line_(first_line) {
    Gap gap;
    for (const Run& run : runs) {
      gap.shown = run.begin - gap.bytes;
      gap.bytes += run.end - run.begin;
      gap.lines += run.lines;
      gaps_.push_back(gap);
    }
  }

  const Source& source() const { return source_; }

  // The place of the byte PLACE of the text in the source.
  uint32_t offset(size_t place) const {
    return static_cast<uint32_t>(static_cast<size_t>(text_.data() - source_.text.data()) + place);
  }
  uint32_t line(uint32_t line) const { return first_line_ + line; }

  size_t place(const YAML::Mark& mark) const {
    const auto shown = static_cast<size_t>(std::max(0, mark.pos));
    return std::min(text_.size(), shown + gap_before(shown).bytes);
  }

  Position position(const YAML::Mark& mark) {
    const size_t at = place(mark);
    const uint32_t line = static_cast<uint32_t>(mark.line) +
                          gap_before(static_cast<size_t>(std::max(0, mark.pos))).lines;
    if (line != line_ || at < offset_) {
      line_ = line;
      offset_ = at - std::min(at, static_cast<size_t>(std::max(0, mark.column)));
      characters_ = 0;
    }
    characters_ += count_characters(text_.substr(offset_, at - offset_));
    offset_ = at;
    return {&source_, first_line_ + line, static_cast<uint32_t>(characters_ + 1)};
  }

  std::string_view from(const YAML::Mark& mark) const { return text_.substr(place(mark)); }

 private:
  // What is left out before the byte SHOWN of what the parser sees.
  struct Gap {
    size_t shown = 0;
    size_t bytes = 0;
    uint32_t lines = 0;
  };

  Gap gap_before(size_t shown) const {
    const auto after =
        std::upper_bound(gaps_.begin(), gaps_.end(), shown,
                         [](size_t place, const Gap& gap) { return place < gap.shown; });
    return after == gaps_.begin() ? Gap() : *(after - 1);
  }

  const Source& source_;
  std::string_view text_;
  uint32_t first_line_;
  std::vector<Gap> gaps_;
  // The last position handed out: marks come in order, so a long line is counted once.
  uint32_t line_ = UINT32_MAX;
  size_t offset_ = 0;
  size_t characters_ = 0;
};

// Removes the keys of MAP that come again, with their values, and reports them.
void drop_duplicates(Value& map, Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, uint32_t> first_lines;
  std::vector<size_t> repeated;
  for (size_t at = 0; at + 1 < map.items.size(); at += 2) {
    const Value& key = map.items[at];
    const auto [first, fresh] = first_lines.emplace(key.text, key.position.line);
    if (fresh) continue;
    diagnostics.report(rule::duplicate_key, key.position, key.text,
                       {key.text, std::to_string(first->second)});
    repeated.push_back(at);
  }
  if (repeated.empty()) return;
  std::vector<Value> kept;
  for (size_t at = 0, next = 0; at + 1 < map.items.size(); at += 2) {
    if (next < repeated.size() && repeated[next] == at) {
      ++next;
      continue;
    }
    kept.push_back(std::move(map.items[at]));
    kept.push_back(std::move(map.items[at + 1]));
  }
  map.items = std::move(kept);
}

bool has_duplicates(const CommonRow& row) {
  for (size_t at = 2; row.is_map && at < row.texts.size(); at += 2) {
    for (size_t before = 0; before < at; before += 2) {
      if (row.texts[before].text == row.texts[at].text) return true;
    }
  }
  return false;
}

class Builder : public YAML::EventHandler {
 public:
  Builder(Marks& marks, std::string_view text, const std::vector<Run>& runs, Lists lists,
          Diagnostics& diagnostics)
      : marks_(marks), text_(text), runs_(runs), lists_(lists), diagnostics_(diagnostics) {}

  // Throws Unproven where a run was not found to be what it looks like.
  Value take() {
    if (next_run_ < runs_.size()) throw Unproven();
    return std::move(root_);
  }

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
    // Double quotes can say by \u202E what must not stand in the file itself.
    const bool clean =
        !written.starts_with('"') || refuse_invisible(value, marks_.position(mark), diagnostics_);
    add(Kind::text, mark, tag, anchor, clean ? value : "\uFFFD");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Kind::list, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Kind::map, mark, tag, anchor, style);
  }
  void OnMapEnd() override {
    drop_duplicates(*open_.back().value, diagnostics_);
    close();
  }

 private:
  // A list or map that is not closed yet.
  struct Open {
    Value* value;
    bool block;         // not in brackets
    bool rows;          // the value of the key "rows"
    bool first_of_run;  // the next run follows it
  };

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
    Value& value = open_.empty() ? root_ : open_.back().value->items.emplace_back();
    value.kind = kind;
    value.position = marks_.position(mark);
    value.offset = marks_.offset(marks_.place(mark));
    value.text = text;
    return value;
  }

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    const bool first_of_run = is_first_of_run(marks_.place(mark));
    const bool rows = kind == Kind::list && is_under_rows();
    Value& value = add(kind, mark, tag, anchor, {});
    open_.push_back({&value, style == YAML::EmitterStyle::Block, rows, first_of_run});
    if (open_.size() > kDeepest) {
      diagnostics_.report(rule::too_deep, marks_.position(mark), "", {std::to_string(kDeepest)});
      throw Refused();
    }
  }

  void close() {
    const bool first_of_run = open_.back().first_of_run;
    open_.pop_back();
    if (first_of_run) add_run(runs_[next_run_++]);
  }

  bool is_under_rows() const {
    if (open_.empty() || !open_.back().value->is_map()) return false;
    const std::vector<Value>& items = open_.back().value->items;
    return items.size() % 2 == 1 && items.back().text == "rows";
  }

  // True if a list or map that begins at PLACE of the text is the first row of the next run: in
  // brackets, and an item of a list that is not. The "-" before it is that list's then.
  bool is_first_of_run(size_t place) const {
    if (next_run_ == runs_.size() || place < runs_[next_run_].first) return false;
    const bool item = !open_.empty() && open_.back().block && open_.back().value->is_list();
    if (place > runs_[next_run_].first || !item) throw Unproven();
    return true;
  }

  void add_run(const Run& run) {
    Value& list = *open_.back().value;
    if (lists_ == Lists::in_rows && open_.back().rows && !run.is_map) {
      Value& rows = list.items.emplace_back();
      rows.kind = Kind::rows;
      rows.offset = marks_.offset(run.begin);
      rows.length = static_cast<uint32_t>(run.end - run.begin);
      rows.position = {&marks_.source(), marks_.line(run.line), 1};
      return;
    }
    CommonRow row;
    size_t at = run.begin;
    for (uint32_t line = run.line; at < run.end; ++line, at += row.length) {
      take_common_row(text_.substr(at), row);
      Value& value = list.items.emplace_back(
          value_of(row, marks_.source(), marks_.offset(at), marks_.line(line)));
      if (has_duplicates(row)) drop_duplicates(value, diagnostics_);
    }
  }

  Marks& marks_;
  std::string_view text_;
  const std::vector<Run>& runs_;
  Lists lists_;
  Diagnostics& diagnostics_;
  bool started_ = false;
  size_t next_run_ = 0;  // the first one that has not been added
  Value root_;
  std::vector<Open> open_;  // outermost first
};

// Parses TEXT, of which the parser does not see the rows in RUNS. Throws Unproven.
std::optional<Value> parse_around(const Source& source, std::string_view text, uint32_t first_line,
                                  const std::vector<Run>& runs, Lists lists,
                                  Diagnostics& diagnostics) {
  Marks marks(source, text, first_line, runs);
  try {
    View view(text, runs);
    std::istream stream(&view);
    YAML::Parser parser(stream);
    Builder builder(marks, text, runs, lists, diagnostics);
    if (!parser.HandleNextDocument(builder))
      return Value{Kind::nothing, marks.offset(0), 0, {&source, first_line, 1}, {}, {}};
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

}  // namespace

const Value* Value::find(std::string_view key) const {
  if (kind != Kind::map) return nullptr;
  for (size_t at = 0; at + 1 < items.size(); at += 2) {
    if (items[at].text == key) return &items[at + 1];
  }
  return nullptr;
}

Value value_of(const CommonRow& row, const Source& source, size_t offset, uint32_t line) {
  const auto value_at = [&](Kind kind, size_t place, uint32_t column) {
    const auto at = static_cast<uint32_t>(offset + place);
    return Value{kind, at, 0, {&source, line, column}, {}, {}};
  };
  const Kind kind = row.is_map ? Kind::map : Kind::list;
  Value value = value_at(kind, row.open, static_cast<uint32_t>(row.open + 1));
  value.items.reserve(row.texts.size());
  uint32_t column = value.position.column;
  size_t counted = row.open;
  for (const Scalar& scalar : row.texts) {
    column += static_cast<uint32_t>(count_characters(
        std::string_view(source.text).substr(offset + counted, scalar.begin - counted)));
    counted = scalar.begin;
    value.items.push_back(value_at(Kind::text, scalar.begin, column));
    value.items.back().text = scalar.text;
  }
  return value;
}

std::optional<Value> parse(const Source& source, Diagnostics& diagnostics, Lists lists) {
  return parse_part(source, source.text, 1, diagnostics, lists);
}

std::optional<Value> parse_part(const Source& source, std::string_view text, uint32_t first_line,
                                Diagnostics& diagnostics, Lists lists) {
  if (auto value = parse_common(source, text, first_line, lists)) return value;
  const std::vector<Run> runs = find_runs(text);
  if (!runs.empty()) {
    try {
      Diagnostics found;
      if (auto value = parse_around(source, text, first_line, runs, lists, found)) {
        diagnostics.take(std::move(found));
        return value;
      }
    } catch (const Unproven&) {
      // The rows are something else, such as lines of a long text.
    }
  }
  return parse_slowly(source, text, first_line, diagnostics);
}

std::optional<Value> parse_slowly(const Source& source, std::string_view text, uint32_t first_line,
                                  Diagnostics& diagnostics) {
  return parse_around(source, text, first_line, {}, Lists::whole, diagnostics);
}

}  // namespace yaodian::yaml
