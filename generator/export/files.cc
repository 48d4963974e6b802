#include "export/files.h"

#include <algorithm>

#include "export/contents.h"
#include "export/csv.h"
#include "export/xlsx.h"

namespace yaodian {
namespace {

// What one page has to download.
struct Contents {
  std::string name;  // of its files, without the ending
  Sheet (*sheet)(const PlanData&, size_t item);
  Workbook (*book)(const PlanData&, size_t item);
  std::string (*json)(const PlanData&, size_t item);
};

// A title may hold what no name of a file has.
std::string file_name(std::string title) {
  for (char& c : title) {
    if (std::string_view("/\\:*?\"<>|\n\t").find(c) != std::string_view::npos) c = ' ';
  }
  return title;
}

Contents contents_of(const PlanData& data, const Page& page) {
  const Plan& plan = data.plan;
  const auto named = [&](std::string_view title) {
    const Words& words = data.words();
    return words.text("download-name", {{"year", words.year(plan.year)}, {"title", title}});
  };
  switch (page.kind) {
    case PageKind::table:
      return {named(plan.tables[page.item].short_title),
              [](const PlanData& of, size_t item) {
                return table_sheet(of.words(), of.plan.tables[item]);
              },
              [](const PlanData& of, size_t item) { return table_book(of, of.plan.tables[item]); },
              [](const PlanData& of, size_t item) { return table_json(of, of.plan.tables[item]); }};
    case PageKind::text_table:
      return {named(plan.text_tables[page.item].short_title),
              [](const PlanData& of, size_t item) {
                return text_table_sheet(of.words(), of.plan.text_tables[item]);
              },
              [](const PlanData& of, size_t item) {
                return text_table_book(of, of.plan.text_tables[item]);
              },
              [](const PlanData& of, size_t item) {
                return text_table_json(of, of.plan.text_tables[item]);
              }};
    case PageKind::unit:
      return {named(data.publisher.units.units[page.item].short_name),
              [](const PlanData& of, size_t item) {
                return unit_sheet(of, static_cast<UnitIndex>(item));
              },
              [](const PlanData& of, size_t item) {
                return unit_book(of, static_cast<UnitIndex>(item));
              },
              [](const PlanData& of, size_t item) {
                return unit_json(of, static_cast<UnitIndex>(item));
              }};
    case PageKind::report:
      return {
          report_name(data.words(), plan.reports[page.item]),
          [](const PlanData& of, size_t item) { return report_sheet(of, of.plan.reports[item]); },
          [](const PlanData& of, size_t item) { return report_book(of, of.plan.reports[item]); },
          [](const PlanData& of, size_t item) { return report_json(of, of.plan.reports[item]); }};
    default:
      return {plan.title, [](const PlanData& of, size_t) { return plan_sheet(of); },
              [](const PlanData& of, size_t) { return plan_book(of); },
              [](const PlanData& of, size_t) { return plan_json(of); }};
  }
}

void make_workbook(Download& file, const Words& words, const Workbook& book) {
  file.is_form = std::ranges::any_of(book.sheets, [](const Sheet& sheet) { return sheet.is_form; });
  if (file.is_form) file.name = words.text("download-name-of-form", {{"name", file.name}});
  file.name += ".xlsx";
  file.bytes = xlsx_of(book, file.error).value_or("");
}

}  // namespace

std::vector<Download> make_downloads(const PlanData& data, const Page& page) {
  std::vector<Download> files;
  if (page.files.empty()) return files;
  const Contents contents = contents_of(data, page);
  for (const FileKind kind : page.files) {
    Download& file = files.emplace_back();
    file.kind = kind;
    file.path = download_path(page, kind);
    file.name = file_name(contents.name);
    if (kind == FileKind::xlsx) {
      make_workbook(file, data.words(), contents.book(data, page.item));
    } else if (kind == FileKind::csv) {
      file.name += ".csv";
      file.bytes = csv_of(contents.sheet(data, page.item));
    } else {
      file.name += ".json";
      file.bytes = contents.json(data, page.item);
    }
  }
  return files;
}

std::string day_of_downloads(const PlanData& data, const Page& page) {
  std::optional<Date> day = data.progress.day;
  if (page.kind == PageKind::report) day = data.plan.reports[page.item].as_of;
  if (page.kind == PageKind::text_table) day = data.plan.text_tables[page.item].as_of;
  if (page.kind == PageKind::table) {
    const std::vector<Date>& reported = data.progress.tables[page.item].dates;
    day = reported.empty() ? data.plan.tables[page.item].as_of : reported.back();
  }
  const Words& words = data.words();
  if (day) return words.text("download-as-of", {{"date", words.date(*day)}});
  if (!data.plan.issued) return {};
  return words.text("download-issued", {{"date", words.date(*data.plan.issued)}});
}

}  // namespace yaodian
