// What a style sheet loads.
#pragma once

#include <functional>
#include <string_view>

namespace yaodian {

// Calls LINK with each address in CSS: those of url(…) and of @import. Comments are passed over.
void scan_css(std::string_view css, const std::function<void(std::string_view address)>& link);

}  // namespace yaodian
