// Mustache templates, compiled to a list of steps that a page is written by.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "render/view.h"

namespace yaodian::mustache {

// A piece of a template. The pieces of a section follow it, up to END.
struct Step {
  enum class Kind : uint8_t { text, value, section, inverted };

  Kind kind;
  Name name;              // of a value or a section
  std::string_view text;  // to write, of Kind::text
  size_t end = 0;         // the place of the first step after a section
};

// Returns the steps of TEMPLATE, which must outlive them. Lines that hold only sections, their ends
// or comments are not written, as Mustache has it. Where the syntax is broken ERROR says how;
// otherwise it is empty.
std::vector<Step> compile(const std::string& text, std::string& error);

// Writes to OUT what NAME, which no view in reach has, stands for.
using Other = std::function<void(std::string& out, std::string_view name)>;

// Appends STEPS filled in from VIEW to OUT. The values are HTML already.
void write(std::string& out, const std::vector<Step>& steps, const View& view, const Other& other);

}  // namespace yaodian::mustache
