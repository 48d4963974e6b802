#include "base/rules.h"
#include "model/assemble.h"
#include "model/read_measures.h"
#include "model/read_rows.h"
#include "read/fields.h"

namespace yaodian {
namespace {

constexpr int kMostYears = 10;  // of a plan: a weekly task has a deadline in each of its weeks

SourceDocument read_source(const yaml::Value& value, Diagnostics& diagnostics) {
  Fields fields(value, "sources", diagnostics);
  SourceDocument source;
  source.position = value.position;
  source.id = fields.id("id");
  source.title = fields.text("title");
  source.issuer = fields.optional_text("issuer");
  source.issued = fields.optional_date("issued");
  return source;
}

// "allocation.members" is short for "table:allocation.members".
std::optional<Headline> read_headline(const yaml::Value& value, Diagnostics& diagnostics) {
  auto address =
      parse_address(value.text.find(':') == std::string::npos ? "table:" + value.text : value.text);
  const bool known = address && (address->scheme == Scheme::target ||
                                 (!address->part.empty() && (address->scheme == Scheme::table ||
                                                             address->scheme == Scheme::report)));
  if (known) return Headline{*address, value.position};
  diagnostics.report(
      rule::wrong_type, value.position, value.text,
      {std::string("headline"), Text{"“表.列”、“target:编号”或“report:月报.数”",
                                     "TABLE.COLUMN, target:ID or report:REPORT.FIGURE"}});
  return std::nullopt;
}

void read_period(const yaml::Value& value, Plan& plan, Diagnostics& diagnostics) {
  Fields fields(value, "period", diagnostics);
  const auto start = fields.date("start"), end = fields.date("end");
  if (!start || !end) return;
  plan.start = *start;
  plan.end = *end;
  if (*end < *start) {
    diagnostics.report(rule::bad_period, value.position, "", {start->iso(), end->iso()});
  } else if (end->year() - start->year() >= kMostYears) {
    diagnostics.report(rule::long_period, value.position, "",
                       {start->iso(), end->iso(), std::to_string(kMostYears)});
  }
}

// Where the judgements of progress begin.
void read_bounds(Fields& fields, Plan& plan, Diagnostics& diagnostics) {
  const std::string share = fields.optional_text("behind_share");
  const auto percent = parse_counted(share, "%");
  if (percent && *percent > 0 && *percent <= 100) {
    plan.behind_share = *percent;
  } else if (!share.empty()) {
    diagnostics.report(rule::wrong_type, fields.position_of("behind_share"), share,
                       {std::string("behind_share"), Text{"大于 0、不超过 100% 的百分数，如 80%",
                                                          "above 0 and at most 100%, like 80%"}});
  }
  const int soon = fields.optional_integer("soon", plan.soon);
  if (soon >= 0) {
    plan.soon = soon;
  } else {
    diagnostics.report(rule::wrong_type, fields.position_of("soon"), std::to_string(soon),
                       {std::string("soon"), Text{"天数，0 或更大的整数，如 30",
                                                  "a number of days, 0 or more, like 30"}});
  }
}

Target read_target(const yaml::Value& value, Diagnostics& diagnostics) {
  static const std::vector<std::string> kPeriods = {"周", "月", "季", "年"};
  Fields fields(value, "targets.yaml", diagnostics);
  Target target;
  target.position = value.position;
  target.id = fields.id("id");
  target.title = fields.text("title");
  const std::string written = fields.text("goal");
  if (const auto goal = parse_goal(written))
    target.goal = *goal;
  else if (!written.empty())
    diagnostics.report(rule::bad_goal, fields.position_of("goal"), written, {written});
  const size_t per = fields.choice("per", kPeriods, kPeriods.size());
  if (per < kPeriods.size()) target.per = kPeriods[per];
  target.due = fields.optional_date("due");
  target.who = fields.optional_text("who");
  target.standard = fields.optional_text("standard");
  target.note = fields.optional_text("note");
  target.shared = read_measure_use(fields);
  return target;
}

}  // namespace

Plan read_plan(const yaml::Value& file, Diagnostics& diagnostics) {
  Fields fields(file, "plan.yaml", diagnostics);
  Plan plan;
  plan.position = file.position;
  plan.title = fields.text("title");
  plan.issued = fields.optional_date("issued");
  if (const yaml::Value* period = fields.required("period"))
    read_period(*period, plan, diagnostics);
  plan.notes = fields.optional_texts("notes");
  for (const yaml::Value& value : fields.optional_items("headline")) {
    if (auto headline = read_headline(value, diagnostics))
      plan.headlines.push_back(std::move(*headline));
  }
  for (const yaml::Value& value : fields.optional_items("sources"))
    plan.sources.push_back(read_source(value, diagnostics));
  read_bounds(fields, plan, diagnostics);
  return plan;
}

std::vector<Target> read_targets(const yaml::Value& file, Diagnostics& diagnostics) {
  std::vector<Target> targets;
  if (!file.is_list()) {
    diagnostics.report(rule::wrong_type, file.position, file.text,
                       {std::string("targets.yaml"), Text{"列表", "a list"}});
    return targets;
  }
  for (const yaml::Value& value : file.items) targets.push_back(read_target(value, diagnostics));
  return targets;
}

}  // namespace yaodian
