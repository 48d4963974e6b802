#include <algorithm>

#include "base/rules.h"
#include "base/text.h"
#include "check/formula.h"

namespace yaodian {
namespace {

// The lines of a document from BEGIN up to END, not included.
struct Lines {
  uint32_t begin;
  uint32_t end;
};

// The text below the front matter, or the section of HEADING with the sections below it.
Lines lines_of(const Document& document, const markdown::Heading* heading) {
  if (!heading) {
    uint32_t begin = 2;
    const std::string& text = document.position.source->text;
    const auto lines = static_cast<uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    while (begin < lines && trim(line_of(text, begin)) != "---") ++begin;
    return {begin + 1, lines + 1};
  }
  for (const markdown::Heading& next : document.body.headings) {
    if (next.position.line > heading->position.line && next.level <= heading->level)
      return {heading->position.line, next.position.line};
  }
  return {heading->position.line, UINT32_MAX};
}

// True if NUMBER in LINE is FIGURE, rates as rates.
bool is_figure(std::string_view line, const Figure& number, const StatedFigure& figure) {
  const std::string_view after = trim(line.substr(number.offset + number.length));
  const bool per_cent = after.starts_with("%") || after.starts_with("％");
  const bool per_mille = after.starts_with("‰");
  if (per_cent != (figure.suffix == "%") || per_mille != (figure.suffix == "‰")) return false;
  const Rational unit = per_cent || per_mille ? figure.unit : Rational(1);
  return multiply(Rational(number.value), unit) == figure.value().size();
}

}  // namespace

std::optional<Position> stated_at(const Whereabouts& stated, const StatedFigure& figure,
                                  Findings& findings) {
  const Document* document = find(findings.plan.documents, stated.document.id);
  if (!document || !document->complete) return std::nullopt;
  const std::string& anchor = stated.document.part;
  const markdown::Heading* heading = anchor.empty() ? nullptr : document->find_heading(anchor);
  if (!anchor.empty() && !heading) return std::nullopt;
  const Source* source = document->position.source;
  const Lines lines = lines_of(*document, heading);
  const auto last =
      static_cast<uint32_t>(std::count(source->text.begin(), source->text.end(), '\n')) + 1;
  for (uint32_t at = lines.begin; at < lines.end && at <= last; ++at) {
    const std::string_view line = line_of(source->text, at);
    for (const Figure& number : find_figures(line)) {
      if (is_figure(line, number, figure))
        return Position{source, at,
                        static_cast<uint32_t>(count_characters(line.substr(0, number.offset))) + 1};
    }
  }
  const std::string address = to_string(stated.document);
  const std::string name = address.substr(address.find(':') + 1);
  findings.diagnostics.report(rule::unstated_figure, stated.position, name, {name, figure.text});
  return std::nullopt;
}

}  // namespace yaodian
