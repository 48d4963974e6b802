#include "base/words.h"
#include "render/figures.h"
#include "render/frame.h"
#include "render/provenance.h"
#include "render/results.h"
#include "render/status.h"
#include "render/task_table.h"
#include "render/text_table.h"
#include "render/totals.h"
#include "render/views.h"

namespace yaodian {
namespace {

Word kind_word(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::notice:
      return "document-notice";
    case DocumentKind::work_points:
      return "document-work-points";
    case DocumentKind::scheme:
      return "document-scheme";
    case DocumentKind::review:
      return "document-review";
  }
  return "document-notice";
}

class BodyWriter {
 public:
  BodyWriter(const PlanContext& context, const Document& document, std::string_view path)
      : context_(context), words_(context.words), document_(document), path_(path) {}

  // Whether sample data is in what was written.
  bool sample = false;

  Html write() {
    for (const markdown::Piece& piece : document_.body.pieces) {
      html_.add(piece.html);
      if (piece.link == markdown::Piece::kNoLink) continue;
      const markdown::Link& link = document_.body.links[piece.link];
      link.embed ? embed(link) : open(link);
    }
    return std::move(html_);
  }

 private:
  void open(const markdown::Link& link) {
    const bool target = link.to.scheme == Scheme::target;
    const bool outside = link.to.scheme == Scheme::outside;
    const std::string title = target ? find(context_.plan.targets, link.to.id)->title : "";
    html_.open("a", {{"href", url_of(link.to)},
                     {target ? "class" : "", "target"},
                     {target ? "title" : "", title},
                     {target ? "data-target" : "", link.to.id},
                     {outside ? "rel" : "", "noreferrer"}});
  }

  std::string url_of(const Address& to) const {
    const Publisher& publisher = context_.publisher;
    const Plan& plan = context_.plan;
    const auto link = [&](const std::string& path) { return relative_link(path_, path); };
    switch (to.scheme) {
      case Scheme::target:
        return link(target_path(publisher, plan, *find(plan.targets, to.id)));
      case Scheme::report:
        return report_url(to);
      case Scheme::unit:
        return link(unit_path(publisher, plan, *find(publisher.units.units, to.id)));
      case Scheme::document: {
        const Document& other = *find(plan.documents, to.id);
        return (&other == &document_ && !to.part.empty()
                    ? ""
                    : link(document_path(publisher, plan, other))) +
               (to.part.empty() ? "" : "#" + to.part);
      }
      case Scheme::heading:
        return "#" + to.part;
      case Scheme::outside:
        return to.id;
      default:
        return link(table_url(to));
    }
  }

  // The path of a table of either kind.
  std::string table_url(const Address& to) const {
    const Plan& plan = context_.plan;
    const TextTable* text = find(plan.text_tables, to.id);
    return text ? table_path(context_.publisher, plan, *text)
                : table_path(context_.publisher, plan, *find(plan.tables, to.id));
  }

  // The page of a report, or the place of a figure on it.
  std::string report_url(const Address& to) const {
    const Report& report = *find(context_.plan.reports, to.id);
    const ReportFigure* figure = find(report.figures, to.part);
    return figure ? figure_url(context_, report, *figure, path_)
                  : relative_link(path_, report_path(context_.publisher, context_.plan, report));
  }

  void embed(const markdown::Link& link) {
    if (link.to.scheme == Scheme::report) return results(link);
    if (const TextTable* text = find(context_.plan.text_tables, link.to.id)) {
      html_.add(text_table(context_, *text, link.text.empty() ? text->title : link.text, path_));
      html_.open("p", {{"class", "more"}});
      html_.element("a", {{"href", url_of(link.to)}}, words_["document-text-table"])
          .close("p")
          .markup("\n");
      return;
    }
    const TaskTable& table = *find(context_.plan.tables, link.to.id);
    if (link.to.scheme == Scheme::progress) {
      progress(context_.column(link.to), link.text);
      return;
    }
    html_.add(task_table(context_, table, link.text.empty() ? table.title : link.text, path_));
    html_.open("p", {{"class", "more"}});
    html_.element("a", {{"href", url_of(link.to)}}, words_["document-task-table"])
        .close("p")
        .markup("\n");
  }

  // The results of the section as cards, or a single one, of which the caption is the title.
  void results(const markdown::Link& link) {
    const Report& report = *find(context_.plan.reports, link.to.id);
    const ReportFigure* single = find(report.figures, link.to.part);
    const std::string& caption = link.text;
    sample |= report.sample;
    html_.open("figure", {{"class", "results-of"}, {"data-report", report.id}}).markup("\n");
    if (!single && !caption.empty()) html_.element("figcaption", {}, caption).markup("\n");
    const CardStyle style{caption.empty() ? words_["document-results"] : caption,
                          single ? caption : ""};
    const auto figures = single ? std::vector<const ReportFigure*>{single}
                                : figures_in(report, document_, link.section);
    html_.add(result_cards(context_, report, figures, style, path_)).close("figure").markup("\n");
  }

  // The progress of a quota. Without reports: what is to be done, by whom and by when, and that
  // nothing came in yet.
  void progress(const Column& column, std::string_view caption) {
    const Standing& standing = column.standing;
    html_.open("figure", {{"class", "progress"}, {"data-measure", column.id()}});
    html_.open("figcaption");
    html_.element("a", {{"href", url_of({Scheme::table, column.table.id, ""})}},
                  caption.empty() ? column.measure.label : caption);
    html_.close("figcaption");
    const std::string sum =
        standing.sum ? figure_text(*standing.sum, column.measure.count) : sum_text(column);
    html_.open("p", {{"class", "progress-figures"}}).add(quota_line(column, sum)).close("p");
    html_.add(chart::distribution(
        column.profile, std::nullopt,
        words_.text("chart-spread-of-all", {{"measure", column.measure.label}})));
    state(column);
    html_.close("figure").markup("\n");
  }

  // How much, by how many, by when.
  Html quota_line(const Column& column, std::string_view sum) const {
    const Html quota = std::move(Html().element("strong", {}, sum));
    const Html units = std::move(Html().number(column.standing.order.size()));
    const auto& due = column.measure.due;
    if (!due) return words_.html("document-quota", {{"quota", quota}, {"units", units}});
    const Html date = std::move(Html().text(words_.date(*due)));
    return words_.html("document-quota-due", {{"quota", quota}, {"units", units}, {"date", date}});
  }

  // Where the whole of a quota stands, or that nothing came in yet.
  void state(const Column& column) {
    const auto totals = totals_of(context_.progress, column.table, column.measure);
    if (!column.progress.observed() && !totals.empty()) {
      const PlanObserved& last = totals.back();
      sample |= last.report->sample;
      html_.open("p", {{"class", "plain-total"}})
          .text(words_.text("document-plain-total", {{"figure", last.observation->text},
                                                     {"date", words_.date(last.report->as_of)}}));
      html_.add(line_link(context_.site, last.observation->position, path_)).close("p");
      return;
    }
    if (!column.progress.observed()) {
      html_.element("p", {{"class", "status not-reported"}}, words_["document-no-progress"]);
      return;
    }
    sample |= column.progress.sample;
    html_.add(total_bar(context_, column)).open("p");
    html_.add(status_badge(column.words, column.progress.status))
        .text(total_text(context_, column));
    html_.close("p");
  }

  const PlanContext& context_;
  const Words& words_;
  const Document& document_;
  const std::string_view path_;
  Html html_;
};

// The anchor of the heading that the annexes (附件) begin with; empty where there are none.
std::string_view annex_anchor(const Document& document) {
  for (const markdown::Heading& heading : document.body.headings) {
    if (heading.level == 2 && heading.text.starts_with("附件")) return heading.anchor;
  }
  return {};
}

// Adds the text in two: on paper the issuer and the date stand before the annexes.
void add_body(View& view, const Document& document, const Html& html) {
  const std::string_view all = html.str();
  const std::string_view anchor = annex_anchor(document);
  const std::string heading = Html().open("h2", {{"id", anchor}}).str();
  const size_t end = anchor.empty() ? all.npos : all.find(heading);
  view.html("body", Html().markup(all.substr(0, end)));
  view.html_if("annex", Html().markup(end == all.npos ? "" : all.substr(end)));
}

std::vector<View> contents_list(const Document& document) {
  std::vector<View> items;
  for (const markdown::Heading& heading : document.body.headings) {
    if (heading.level > 3) continue;
    View item;
    item.text_if("number", heading.number)
        .text("text", heading.text)
        .text("anchor", heading.anchor);
    item.flag("is_second", heading.level == 3);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

View document_view(const PlanContext& context, const Document& document, std::string_view path) {
  const Plan& plan = context.plan;
  View view;
  add_frame(view, context, path, document.title, {{document.short_title, ""}});
  view.text("heading", document.title)
      .text("kind", context.words[kind_word(document.kind)])
      .text("publisher", context.publisher.name);
  view.text_if("department", document.department)
      .text_if("issued", document.issued ? context.words.date(*document.issued) : "");
  view.text_if("document_number", document.number);
  view.text_if("summary", document.summary);
  view.text_if("source", source_text(context.words, plan, document.source));
  view.html("file", link_to_file(context.site, *document.position.source, path));
  std::vector<View> contents = contents_list(document);
  view.flag("has_contents", contents.size() > 1).list("contents", std::move(contents));
  BodyWriter body(context, document, path);
  add_body(view, document, body.write());
  add_sample(view, body.sample);
  const auto at = static_cast<size_t>(&document - plan.documents.data());
  add_neighbours(view, path, at, plan.documents.size(), [&](size_t place) {
    const Document& other = plan.documents[place];
    return Crumb{other.short_title, document_path(context.publisher, plan, other)};
  });
  return view;
}

}  // namespace yaodian
