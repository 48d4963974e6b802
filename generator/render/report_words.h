// What reports (月报) are called.
#pragma once

#include <string>

#include "model/report.h"

namespace yaodian {

class Words;

// "截至2018年4月30日"; "2018年6月30日月报的更正（2018-07-05）" of a correction, which its id tells
// from others of the same day.
std::string report_title(const Words& words, const Report& report);

}  // namespace yaodian
