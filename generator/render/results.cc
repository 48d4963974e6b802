#include "render/results.h"

#include "base/words.h"
#include "model/goal.h"
#include "pages/site_map.h"
#include "render/provenance.h"

namespace yaodian {
namespace {

class CardWriter {
 public:
  CardWriter(const PlanContext& context, const Report& report, std::string_view path)
      : context_(context),
        report_(report),
        path_(path),
        own_page_(path == report_path(context.publisher, context.plan, report)) {}

  Html write(const std::vector<const ReportFigure*>& figures, const CardStyle& style) {
    // The role says again what browsers forget of a list without marks.
    html_.open("ul", {{"class", "cards"}, {"role", "list"}, {"aria-label", style.label}});
    html_.markup("\n");
    for (const ReportFigure* figure : figures)
      card(*figure, style.title.empty() ? figure->title : style.title);
    html_.close("ul").markup("\n");
    return std::move(html_);
  }

 private:
  void card(const ReportFigure& figure, std::string_view title) {
    html_.open("li", {{"class", "card"}, {own_page_ ? "id" : "", "figure-" + figure.id}});
    amount(figure);
    html_.element("p", {{"class", "card-title"}}, title);
    if (!figure.note.empty()) html_.element("p", {{"class", "note"}}, figure.note);
    foot(figure);
    html_.close("li").markup("\n");
  }

  void amount(const ReportFigure& figure) {
    const Goal stated = parse_figure(figure.text).value_or(Goal());
    html_.open("p", {{"class", "big"},
                     {"data-measure", "report:" + report_.id + "." + figure.id},
                     {"data-value", stated.low.plain()}});
    html_.element("b", {}, stated.figure).text(stated.count).close("p");
  }

  void foot(const ReportFigure& figure) {
    html_.open("p", {{"class", "card-foot"}});
    if (!own_page_) {
      const std::string url = figure_url(context_, report_, figure, path_);
      const Words& words = context_.words;
      const std::string day = words.text("as-of", {{"date", words.date(report_.as_of)}});
      html_.element("a", {{"href", url}}, day).text(" ");
    }
    html_.add(line_link(context_.site, figure.position, path_, Naming::line)).close("p");
  }

  const PlanContext& context_;
  const Report& report_;
  const std::string_view path_;
  const bool own_page_;
  Html html_;
};

}  // namespace

Html result_cards(const PlanContext& context, const Report& report,
                  const std::vector<const ReportFigure*>& figures, const CardStyle& style,
                  std::string_view path) {
  return CardWriter(context, report, path).write(figures, style);
}

std::string figure_url(const PlanContext& context, const Report& report, const ReportFigure& figure,
                       std::string_view path) {
  return relative_link(path, report_path(context.publisher, context.plan, report)) + "#figure-" +
         figure.id;
}

}  // namespace yaodian
