#include <algorithm>

#include "base/words.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/status.h"
#include "render/views.h"

namespace yaodian {
namespace {

Html badge_of(const Words& words, Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return badge("holds", words["verdict-holds"]);
    case Verdict::accepted:
      return badge("accepted", words["verdict-accepted"]);
    case Verdict::doubtful:
      return badge("doubtful", words["verdict-doubtful"]);
  }
  return {};
}

// What the automatic check of a column, a document or the whole plan holds against what.
std::string rule_of(const Words& words, const Check& check) {
  const std::string_view label = check.measure ? check.measure->label : std::string_view();
  const bool rate = check.measure && check.measure->is_rate();
  switch (check.kind) {
    case Check::Kind::total:
      return words.text("check-total", {{"measure", label}});
    case Check::Kind::derived: {
      const Derived& rule = *check.measure->derived;
      const Measure& of = check.table->measures[rule.of];
      return words.text(
          "check-derived",
          {{"measure", label}, {"of", of.label}, {"percent", rule.share.plain() + "%"}});
    }
    case Check::Kind::range:
      return words.text(rate ? Sentence("check-range") : "check-not-negative",
                        {{"measure", label}});
    case Check::Kind::course:
      if (!check.measure) return words["check-course-of-totals"];
      if (rate) return words.text("check-course-of-rate", {{"measure", label}});
      return words.text(check.measure->role == Role::quota ? Sentence("check-course-of-quota")
                                                           : "check-course-of-figure",
                        {{"measure", label}});
    case Check::Kind::statements:
      return words.text("check-statements", {{"document", check.document->short_title}});
    case Check::Kind::claim:
      break;
  }
  return check.statement;
}

std::string exception_of(const Words& words, const Check& check) {
  if (check.accepted == 0) return {};
  return words.text("check-but-accepted", {{"count", std::to_string(check.accepted)}});
}

// Makes the parts of the page.
class ChecksPage {
 public:
  ChecksPage(const PlanContext& context, std::string_view path)
      : context_(context), words_(context.words), plan_(context.plan), path_(path) {}

  // The checks that came out as VERDICT; all kinds of them, or claims alone.
  std::vector<View> with(Verdict verdict, bool only_claims) const {
    std::vector<View> views;
    for (const Check& check : context_.checks.checks) {
      const bool shown = !only_claims || check.kind == Check::Kind::claim;
      if (check.verdict == verdict && shown) views.push_back(item(check));
    }
    return views;
  }

  // What was checked by itself, by table; the whole plan and the documents last.
  std::vector<View> groups() const {
    std::vector<View> views;
    for (const TaskTable& table : plan_.tables) {
      add_group(views, table.title, table_path(context_.publisher, plan_, table),
                [&](const Check& check) { return check.table == &table; });
    }
    add_group(views, words_["checks-of-totals"], reports_path(context_.publisher, plan_),
              [](const Check& check) { return check.kind == Check::Kind::course && !check.table; });
    add_group(views, words_["checks-of-texts"], "",
              [](const Check& check) { return check.kind == Check::Kind::statements; });
    return views;
  }

 private:
  template <class Belongs>
  void add_group(std::vector<View>& views, const std::string& title, const std::string& to,
                 const Belongs& belongs) const {
    std::vector<View> items;
    for (const Check& check : context_.checks.checks) {
      if (check.kind != Check::Kind::claim && belongs(check)) items.push_back(item(check));
    }
    if (items.empty()) return;
    View view;
    view.text("group", title).text_if("group_url", to.empty() ? "" : relative_link(path_, to));
    view.number("group_count", items.size()).list("checks", std::move(items));
    views.push_back(std::move(view));
  }

  View item(const Check& check) const {
    const bool whole = check.statement.empty();  // about a column, not about one figure
    View view;
    view.text("statement",
              whole ? rule_of(words_, check) + exception_of(words_, check) : check.statement);
    view.text_if("url", url_of(check.place)).text_if("where", where(check.place));
    view.html_if("file", line_link(context_.site, check.position, path_));
    view.html_if("recorded", line_link(context_.site, check.recorded, path_));
    view.text_if("published", check.published).text_if("computed", check.computed);
    view.text_if("difference", check.difference).text_if("formula", check.formula);
    view.text_if("figures", check.figures > 0 ? std::to_string(check.figures) : "");
    view.text_if("in_doubt", check.in_doubt > 0 ? std::to_string(check.in_doubt) : "");
    view.html("badge", badge_of(words_, check.verdict)).text_if("reason", check.reason);
    std::vector<View> inputs;
    for (const Input& input : check.inputs) inputs.push_back(input_view(input));
    view.flag("has_inputs", !inputs.empty()).list("inputs", std::move(inputs));
    return view;
  }

  View input_view(const Input& input) const {
    View view;
    view.text("input", input.name).text("input_figure", input.figure);
    view.text_if("input_url", url_of(input.place));
    view.html_if("input_file", line_link(context_.site, input.position, path_));
    view.flag("is_sample", input.sample);
    return view;
  }

  // The address of PLACE; "" for nowhere.
  std::string url_of(const Place& place) const {
    const Publisher& publisher = context_.publisher;
    switch (place.kind) {
      case Place::Kind::nowhere:
        return {};
      case Place::Kind::document:
        return to(document_path(publisher, plan_, *find(plan_.documents, place.id)), "",
                  place.part);
      case Place::Kind::column:
        return to(table_path(publisher, plan_, *find(plan_.tables, place.id)), "column-",
                  place.part);
      case Place::Kind::row:
        return to(table_path(publisher, plan_, *find(plan_.tables, place.id)), "row-", place.part);
      case Place::Kind::target:
        return to(target_path(publisher, plan_, *find(plan_.targets, place.id)), "", "");
      case Place::Kind::report:
        return to(report_path(publisher, plan_, *find(plan_.reports, place.id)), "figure-",
                  place.part);
    }
    return {};
  }

  std::string to(const std::string& page, std::string_view prefix, const std::string& part) const {
    const std::string link = relative_link(path_, page);
    return part.empty() ? link : link + "#" + std::string(prefix) + part;
  }

  // What the page of PLACE is called: "财务和税务代收", or a table's short title.
  std::string where(const Place& place) const {
    switch (place.kind) {
      case Place::Kind::document: {
        const Document& document = *find(plan_.documents, place.id);
        const markdown::Heading* heading = document.find_heading(place.part);
        if (!heading) return document.short_title;
        return words_.text("passage",
                           {{"document", document.short_title}, {"section", heading->text}});
      }
      case Place::Kind::column:
      case Place::Kind::row:
        return find(plan_.tables, place.id)->short_title;
      case Place::Kind::report:
        return words_.text("report-as-of",
                           {{"date", words_.date(find(plan_.reports, place.id)->as_of)}});
      default:
        return {};
    }
  }

  const PlanContext& context_;
  const Words& words_;
  const Plan& plan_;
  std::string_view path_;
};

}  // namespace

View checks_view(const PlanContext& context, std::string_view path) {
  View view;
  const Reconciliation& checks = context.checks;
  add_frame(view, context, path, context.words.text("title-checks", {{"year", context.plan.year}}),
            {{context.words["page-checks"], ""}});
  add_sample(view, std::any_of(checks.checks.begin(), checks.checks.end(),
                               [](const Check& check) { return check.sample; }));
  view.text("plan_title", context.plan.title);
  view.flag("has_checks", !checks.checks.empty()).number("all_checks", checks.checks.size());
  std::vector<View> verdicts;
  for (const Verdict verdict : {Verdict::holds, Verdict::accepted, Verdict::doubtful}) {
    if (verdict != Verdict::holds && checks.count(verdict) == 0) continue;
    verdicts.push_back(View()
                           .html("badge", badge_of(context.words, verdict))
                           .number("number", checks.count(verdict)));
  }
  view.list("verdicts", std::move(verdicts));
  const ChecksPage page(context, path);
  std::vector<View> accepted = page.with(Verdict::accepted, false);
  std::vector<View> doubtful = page.with(Verdict::doubtful, false);
  std::vector<View> claims = page.with(Verdict::holds, true), groups = page.groups();
  view.flag("has_accepted", !accepted.empty()).number("accepted_count", accepted.size());
  view.flag("has_doubtful", !doubtful.empty()).number("doubtful_count", doubtful.size());
  view.flag("has_claims", !claims.empty()).number("claim_count", claims.size());
  view.list("accepted", std::move(accepted)).list("doubtful", std::move(doubtful));
  view.flag("is_recorded", !context.plan.checks.claims.empty());
  view.flag("has_groups", !groups.empty());
  view.list("claims", std::move(claims)).list("groups", std::move(groups));
  return view;
}

void add_reconciliation(View& view, const PlanContext& context, std::string_view path) {
  const Reconciliation& checks = context.checks;
  const auto if_any = [](size_t number) { return number > 0 ? std::to_string(number) : ""; };
  view.flag("has_checks", !checks.checks.empty());
  view.text("checks_url", relative_link(path, checks_path(context.publisher, context.plan)));
  view.number("all_checks", checks.checks.size());
  view.text_if("accepted_checks", if_any(checks.count(Verdict::accepted)));
  view.text_if("doubtful_checks", if_any(checks.count(Verdict::doubtful)));
}

}  // namespace yaodian
