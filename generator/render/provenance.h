// Where a figure comes from (出处): the way from a page to the line of the content that a figure
// stands in. Every page that names a file and a line does it through here.
#pragma once

#include <string>
#include <string_view>

#include "base/html.h"
#include "base/position.h"
#include "model/plan.h"

namespace yaodian {

// How much a page says of a place. What is not said is in the address.
enum class Naming : uint8_t {
  full,   // tables/allocation.yaml 第23行
  line,   // 第23行: beside the name of what the file makes
  number  // 23: in a column of numbers of lines
};

// A link of the class "origin" to where AT leads a reader of the page at PATH: to its line on the
// page of its file, to the file as a whole where its line is 0. Without pages of files it is a
// <span>, and `full` and `line` name the file as an editor does:
// "haidian/2018/tables/allocation.yaml:23". Empty for nowhere.
Html line_link(const Site& site, const Position& at, std::string_view path,
               Naming naming = Naming::full);

// Adds the address of that link as the value of an attribute. Returns false where there is none.
bool add_line_address(Html& html, const Site& site, const Position& at, std::string_view path);

// A link to FILE as a whole.
Html link_to_file(const Site& site, const Source& file, std::string_view path);

// Where the goal of MEASURE, which must have one, is written: with its target or with itself.
Position goal_place(const Plan& plan, const Measure& measure);

// What the plan's list of sources says of SOURCE: "海淀区总工会《题名》（2018年4月23日）"; "" where
// SOURCE names none.
std::string source_text(const Words& words, const Plan& plan, const Reference& source);

}  // namespace yaodian
