// Periods and days as a reader sees them: with their year only where it is not the one at hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace yaodian {

class Words;

// A period of a recurring task: "4月", "第2季度", "上半年", "第7周", "2018年"; with its year where
// that is not YEAR: "2019年4月". "" for "".
std::string period_text(const Words& words, std::string_view period, int year);
// TASK, a title, with the period in brackets, if there is any: "报送月报（4月）".
std::string title_in_period(const Words& words, const std::string& task, std::string_view period,
                            int year);

// "4月30日"; with its year where that is not YEAR: "2019年4月30日".
std::string day_text(const Words& words, Date day, int year);

// What the days that a course was observed on, the earliest first, are called: "4月"; "12月30日"
// where another one is of the same month. One that is of another year than the one before, or the
// first one than YEAR, has its year: "2019年4月".
std::vector<std::string> names_of_days(const Words& words, const std::vector<Date>& days, int year);

}  // namespace yaodian
