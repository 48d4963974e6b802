#include "base/words.h"
#include "pages/site_map.h"
#include "pages/web_address.h"
#include "render/atom.h"
#include "render/changes.h"

namespace yaodian {
namespace {

constexpr size_t kEntries = 50;  // the newest; all of them are on the page of changes

// With an address in the web an entry is named by it, which nobody else has. Without one the name
// is made of what the entry is about.
std::string id_of(const Site& site, const Change& change) {
  const Publisher& publisher = change.context->publisher;
  const bool is_ledger = change.kind == ChangeKind::ledger;  // several days have one page
  if (!site.base_url.empty())
    return web_address(site.base_url, change.path) + (is_ledger ? "#" + change.day.iso() : "");
  return name_urn(publisher.name + "\n" + publisher.id + "/" + change.context->plan.year + "/" +
                  change.key);
}

// What a reader sees beside entries of other sites. The titles of plans say whose they are and of
// which year, those of reports what they are.
std::string title_of(const Words& words, const Change& change) {
  if (change.kind == ChangeKind::plan) return change.title;
  const std::string &publisher = change.context->publisher.name, &year = change.context->plan.year;
  const bool is_named = change.kind != ChangeKind::document && change.kind != ChangeKind::ledger;
  return is_named ? words.text("feed-entry",
                               {{"publisher", publisher}, {"year", year}, {"title", change.title}})
                  : words.text("feed-entry-of-kind", {{"publisher", publisher},
                                                      {"year", year},
                                                      {"kind", words[kind_word(change.kind)]},
                                                      {"title", change.title}});
}

AtomEntry entry_of(const Site& site, const Change& change) {
  const Words& words = *site.words;
  AtomEntry entry;
  entry.id = id_of(site, change);
  entry.title = title_of(words, change) + (change.sample ? words["sample-mark"] : "");
  entry.url = web_address(site.base_url, change.path);
  entry.updated = change.day;
  entry.author = change.context->publisher.name;
  entry.category = kind_id(change.kind);
  entry.label = words[kind_word(change.kind)];
  entry.summary = change.summary;
  return entry;
}

}  // namespace

std::string changes_feed(const Site& site, const PlanContexts& contexts,
                         std::optional<Date> as_of) {
  std::vector<Change> changes = changes_of(contexts);
  AtomFeed feed;
  feed.language = (*site.words)["language"];
  const std::string own = web_address(site.base_url, kFeedPath);
  feed.id = site.base_url.empty() ? name_urn(site.title) : own;
  feed.title = site.words->text("feed-title", {{"site", site.title}});
  feed.self = site.base_url.empty() ? "" : own;
  feed.page = web_address(site.base_url, kChangesPath);
  feed.author = site.title;
  for (const Change& change : changes) {
    if (feed.entries.size() == kEntries) break;
    feed.entries.push_back(entry_of(site, change));
  }
  // Only --as-of can leave nothing: that day is the newest that the site knows of then.
  feed.updated = changes.empty() ? as_of.value_or(Date()) : changes.front().day;
  return atom(feed);
}

}  // namespace yaodian
