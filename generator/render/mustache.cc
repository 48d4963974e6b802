#include "render/mustache.h"

#include <kainjow/mustache.hpp>

namespace yaodian::mustache {
namespace {

namespace engine = kainjow::mustache;
using Component = engine::component<std::string>;
using Tag = engine::tag_type;

// Turns the tree that the library parses into steps.
class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) {}

  std::vector<Step> compile(const Component& root) {
    for (const Component& child : root.children) add(child);
    end_line();
    return joined();
  }

 private:
  void add(const Component& component) {
    if (component.is_text()) {
      add_text(text_.substr(component.position, component.text.size()), component.is_newline());
      return;
    }
    if (component.tag.type == Tag::variable) {
      blank_ = false;
      steps_.push_back({Step::Kind::value, name_of(component), {}});
      return;
    }
    tags_ = true;  // a section, a comment, a change of the delimiters
    if (!component.tag.is_section_begin()) return;
    const size_t at = steps_.size();
    const bool inverted = component.tag.type == Tag::section_begin_inverted;
    steps_.push_back(
        {inverted ? Step::Kind::inverted : Step::Kind::section, name_of(component), {}});
    for (const Component& child : component.children) add(child);
    tags_ = true;  // its end
    steps_[at].end = steps_.size();
  }

  // The name as the template has it: what it points into lives as long as the template.
  Name name_of(const Component& component) const {
    const size_t at = text_.find(component.tag.name, component.position);
    return Name::of(text_.substr(at, component.tag.name.size()));
  }

  void add_text(std::string_view text, bool newline) {
    blank_ &= newline || text.find_first_not_of(" \t") == text.npos;
    line_.push_back(steps_.size());
    steps_.push_back({Step::Kind::text, {}, text});
    if (newline) end_line();
  }

  // Takes back the text of a line that holds only tags.
  void end_line() {
    if (tags_ && blank_) {
      for (const size_t at : line_) steps_[at].text = {};
    }
    line_.clear();
    tags_ = false;
    blank_ = true;
  }

  // The steps with neighbouring texts joined and empty ones left out.
  std::vector<Step> joined() const {
    std::vector<Step> joined;
    std::vector<std::pair<size_t, size_t>> open;  // sections: place among the joined, old end
    for (size_t at = 0; at <= steps_.size(); ++at) {
      bool closed = false;
      for (; !open.empty() && open.back().second == at; open.pop_back(), closed = true)
        joined[open.back().first].end = joined.size();
      if (at == steps_.size()) break;
      const Step& step = steps_[at];
      if (step.kind == Step::Kind::text) {
        Step* last = joined.empty() || closed ? nullptr : &joined.back();
        const bool follows = last && last->kind == Step::Kind::text &&
                             last->text.data() + last->text.size() == step.text.data();
        if (follows)
          last->text = {last->text.data(), last->text.size() + step.text.size()};
        else if (!step.text.empty())
          joined.push_back(step);
        continue;
      }
      if (step.kind != Step::Kind::value) open.emplace_back(joined.size(), step.end);
      joined.push_back(step);
    }
    return joined;
  }

  std::string_view text_;
  std::vector<Step> steps_;
  std::vector<size_t> line_;  // the texts of the line so far
  bool tags_ = false;         // whether the line has tags that write nothing
  bool blank_ = true;         // whether it has nothing else but white space
};

class Writer {
 public:
  Writer(std::string& out, const std::vector<Step>& steps, const Other& other)
      : out_(out), steps_(steps), other_(other) {}

  void write(const View& view) {
    frames_.push_back(&view);
    write(0, steps_.size());
  }

 private:
  void write(size_t begin, size_t end) {
    for (size_t at = begin; at < end;) {
      const Step& step = steps_[at++];
      if (step.kind == Step::Kind::text) {
        out_ += step.text;
      } else if (step.kind == Step::Kind::value) {
        write_value(step.name);
      } else {
        write_section(step, at);
        at = step.end;
      }
    }
  }

  // A section that is open, of a text or a flag.
  struct Shown {
    const Name& name;
    size_t depth;  // of views that were in reach
    const View::Value& value;
  };

  void write_value(const Name& name) {
    // "{{#line}}{{line}}{{/line}}" asks once.
    for (auto open = shown_.rbegin(); open != shown_.rend(); ++open) {
      if (open->depth != frames_.size()) break;
      if (open->name == name) return void(out_ += open->value.text());
    }
    View::Value value;
    if (find(name, value))
      out_ += value.text();
    else
      other_(out_, name.text);
  }

  void write_section(const Step& section, size_t begin) {
    View::Value value;
    const bool found = find(section.name, value);
    if (!found) other_(out_, section.name.text);
    const bool shown = found && value.shows();
    if (section.kind == Step::Kind::inverted) {
      if (!shown) write(begin, section.end);
      return;
    }
    if (!shown) return;
    const std::vector<View>* items = value.items();
    if (!items) {
      shown_.push_back({section.name, frames_.size(), value});
      write(begin, section.end);
      shown_.pop_back();
      return;
    }
    for (const View& item : *items) {
      frames_.push_back(&item);
      write(begin, section.end);
      frames_.pop_back();
    }
  }

  // Makes VALUE that of NAME in the innermost view that has it; false where none has.
  bool find(const Name& name, View::Value& value) const {
    for (size_t at = frames_.size(); at > 0; --at) {
      if (frames_[at - 1]->find(name, value)) return true;
    }
    return false;
  }

  std::string& out_;
  const std::vector<Step>& steps_;
  const Other& other_;
  std::vector<const View*> frames_;  // innermost last
  std::vector<Shown> shown_;
};

}  // namespace

std::vector<Step> compile(const std::string& text, std::string& error) {
  struct NoContext : engine::basic_context<std::string> {
    void push(const engine::data*) override {}
    void pop() override {}
    const engine::data* get(const std::string&) const override { return nullptr; }
    const engine::data* get_partial(const std::string&) const override { return nullptr; }
  } none;
  engine::context_internal<std::string> context(none);
  Component root;
  const engine::parser<std::string> parser(text, context, root, error);
  return error.empty() ? Compiler(text).compile(root) : std::vector<Step>();
}

void write(std::string& out, const std::vector<Step>& steps, const View& view, const Other& other) {
  Writer(out, steps, other).write(view);
}

}  // namespace yaodian::mustache
