#include <algorithm>
#include <span>

#include "base/words.h"
#include "pages/site_map.h"
#include "render/changes.h"
#include "render/frame.h"

namespace yaodian {
namespace {

constexpr size_t kShown = 200;  // the newest; older ones are on the pages of their plans

View entry_view(const LedgerChange& entry, std::string_view path) {
  View view;
  view.text("task", entry.task).text("task_url", relative_link(path, entry.path));
  view.text_if("text", entry.text).flag("reopened", entry.reopened);
  return view;
}

View change_view(const Change& change, std::string_view path) {
  const PlanContext& context = *change.context;
  View view;
  view.text("kind", context.words[kind_word(change.kind)]).text("kind_id", kind_id(change.kind));
  view.text("title", change.title).text("url", relative_link(path, change.path));
  view.text("plan", context.publisher.name + " " + context.words.year(context.plan.year));
  view.text("plan_url", relative_link(path, plan_path(context.publisher, context.plan)));
  std::vector<View> entries;
  for (const LedgerChange& entry : change.entries) entries.push_back(entry_view(entry, path));
  view.text_if("summary", entries.empty() ? change.summary : "");
  view.flag("is_sample", change.sample).flag("is_assumed", change.assumed);
  view.flag("has_entries", !entries.empty()).list("entries", std::move(entries));
  return view;
}

using Changes = std::span<const Change>;

// Divides CHANGES, which are in order, where SAME is false of neighbours, and returns VIEW of each
// part.
template <class Same, class MakeView>
std::vector<View> parts(Changes changes, const Same& same, const MakeView& view) {
  std::vector<View> views;
  while (!changes.empty()) {
    size_t count = 1;
    while (count < changes.size() && same(changes[0].day, changes[count].day)) ++count;
    views.push_back(view(changes.first(count)));
    changes = changes.subspan(count);
  }
  return views;
}

View day_view(const Words& words, Changes changes, std::string_view path) {
  std::vector<View> items;
  for (const Change& change : changes) items.push_back(change_view(change, path));
  View view;
  view.text("day", words.month_day(changes[0].day)).text("day_iso", changes[0].day.iso());
  view.list("changes", std::move(items));
  return view;
}

View month_view(const Words& words, Changes changes, std::string_view path) {
  const Date day = changes[0].day;
  const auto same = [](Date a, Date b) { return a == b; };
  View view;
  view.text("month", words.month_of_year(day));
  view.text("month_iso", day.iso().substr(0, 7)).number("month_count", changes.size());
  view.list("days",
            parts(changes, same, [&](Changes part) { return day_view(words, part, path); }));
  return view;
}

}  // namespace

View changes_view(const Site& site, const PlanContexts& contexts, std::string_view path) {
  const std::vector<Change> all = changes_of(contexts);
  const Changes shown = Changes(all).first(std::min(all.size(), kShown));
  View view;
  const Words& words = *site.words;
  add_frame(view, site, path, words["page-changes"], {{words["page-changes"], ""}});
  add_sample(view, std::ranges::any_of(shown, [](const Change& one) { return one.sample; }));
  view.flag("has_changes", !all.empty()).number("change_count", all.size());
  view.text_if("older", all.size() > kShown ? std::to_string(all.size() - kShown) : "");
  view.number("shown", shown.size());
  const auto same = [](Date a, Date b) { return a.year() == b.year() && a.month() == b.month(); };
  view.list("months",
            parts(shown, same, [&](Changes part) { return month_view(words, part, path); }));
  return view;
}

}  // namespace yaodian
