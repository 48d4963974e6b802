// What a template says of a view.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "render/mustache.h"
#include "render/view.h"

namespace yaodian {

// TEXT, a template, filled in with VIEW, which must have every name that it asks for.
inline std::string filled_in(const std::string& text, const View& view) {
  std::string error, out;
  const std::vector<mustache::Step> steps = mustache::compile(text, error);
  EXPECT_EQ(error, "");
  mustache::write(out, steps, view,
                  [](std::string&, std::string_view name) { ADD_FAILURE() << "no name " << name; });
  return out;
}

}  // namespace yaodian
