// The search page. A script searches; without one it leads to units, measures and documents by the
// first letter of their ids, which are written in pinyin or English.
#include <algorithm>
#include <tuple>

#include "base/words.h"
#include "render/frame.h"
#include "render/limits.h"
#include "render/views.h"

namespace yaodian {
namespace {

// A line of the page's lists.
struct Line {
  std::string id;
  std::string title;
  std::string note;
  std::string path;  // from the site's root, with an anchor
};

char letter_of(const Line& line) {
  const char first = line.id.empty() ? '#' : line.id.front();
  return first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : '#';
}

// LINES by letter, as the names of one list: "name", "title", "letters".
View list_view(std::string_view name, std::string_view title, std::vector<Line> lines,
               std::string_view path) {
  std::ranges::stable_sort(lines, {}, [](const Line& line) {
    return std::tuple(letter_of(line), std::string_view(line.id));
  });
  std::vector<View> letters;
  for (size_t at = 0; at < lines.size();) {
    const char letter = letter_of(lines[at]);
    const std::string shown = letter == '#' ? "0-9" : std::string(1, letter);
    std::vector<View> items;
    for (; at < lines.size() && letter_of(lines[at]) == letter; ++at) {
      View item = link_view(path, {lines[at].title, lines[at].path});
      items.push_back(std::move(item.text_if("note", lines[at].note)));
    }
    View one;
    one.text("letter", shown).list("items", std::move(items));
    letters.push_back(std::move(one));
  }
  View view;
  view.text("name", name).text("title", title).number("list_count", lines.size());
  view.list("letters", std::move(letters));
  return view;
}

// Calls WORK(publisher, plan) for each plan, the newest of a publisher first.
template <class Function>
void each_plan(const Site& site, const Function& work) {
  for (const Publisher& publisher : site.publishers) {
    for (auto plan = publisher.plans.rbegin(); plan != publisher.plans.rend(); ++plan)
      work(publisher, *plan);
  }
}

std::string name_of(const Site& site, const Publisher& publisher, const Plan& plan) {
  return publisher.name + " " + site.words->year(plan.year);
}

// Each unit once, with its page of the newest plan that it has one in. A publisher of very many has
// the page of its units instead.
std::vector<Line> units(const Site& site) {
  std::vector<Line> lines;
  const Publisher* last = nullptr;
  std::vector<bool> listed;
  each_plan(site, [&](const Publisher& publisher, const Plan& plan) {
    if (last != &publisher) listed.assign(publisher.units.units.size(), false);
    last = &publisher;
    const std::vector<UnitIndex> units = units_of(publisher, plan);
    if (units.size() > kLongTable) {
      lines.push_back(
          {publisher.id,
           site.words->text("search-all-units", {{"units", std::to_string(units.size())}}),
           name_of(site, publisher, plan), units_path(publisher, plan)});
      return;
    }
    for (const UnitIndex at : units) {
      if (listed[at]) continue;
      listed[at] = true;
      const Unit& unit = publisher.units.units[at];
      lines.push_back(
          {unit.id, unit.name, name_of(site, publisher, plan), unit_path(publisher, plan, unit)});
    }
  });
  return lines;
}

// The columns of tables, and the targets.
std::vector<Line> measures(const Site& site) {
  std::vector<Line> lines;
  each_plan(site, [&](const Publisher& publisher, const Plan& plan) {
    const std::string name = name_of(site, publisher, plan);
    for (const TaskTable& table : plan.tables) {
      for (const Measure& one : table.measures)
        lines.push_back(
            {one.id, one.label,
             site.words->text("search-note", {{"plan", name}, {"part", table.short_title}}),
             table_path(publisher, plan, table) + "#column-" + one.id});
    }
    const std::string note =
        site.words->text("search-note", {{"plan", name}, {"part", (*site.words)["page-targets"]}});
    for (const Target& one : plan.targets)
      lines.push_back({one.id, one.title, note, target_path(publisher, plan, one)});
  });
  return lines;
}

std::vector<Line> documents(const Site& site) {
  std::vector<Line> lines;
  each_plan(site, [&](const Publisher& publisher, const Plan& plan) {
    const std::string name = name_of(site, publisher, plan);
    for (const Document& one : plan.documents)
      lines.push_back({one.id, one.title, name, document_path(publisher, plan, one)});
    for (const auto& [task, text] : tables_in_order(plan)) {
      lines.push_back(task ? Line{task->id, task->title, name, table_path(publisher, plan, *task)}
                           : Line{text->id, text->title, name, table_path(publisher, plan, *text)});
    }
  });
  return lines;
}

}  // namespace

View search_view(const Site& site, std::string_view path) {
  View view;
  const Words& words = *site.words;
  add_frame(view, site, path, words["page-search"], {{words["page-search"], ""}});
  add_sample(view, false);
  std::vector<View> lists;
  const auto add = [&](std::string_view name, Word title, std::vector<Line> lines) {
    if (!lines.empty()) lists.push_back(list_view(name, words[title], std::move(lines), path));
  };
  add("units", "search-units", units(site));
  add("measures", "search-measures", measures(site));
  add("documents", "search-documents", documents(site));
  view.flag("has_lists", !lists.empty()).list("lists", std::move(lists));
  return view;
}

}  // namespace yaodian
