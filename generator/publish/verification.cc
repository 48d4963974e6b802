#include "publish/verification.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/rules.h"
#include "base/text.h"
#include "publish/css_scanner.h"
#include "publish/html_scanner.h"
#include "publish/page_address.h"
#include "publish/tally.h"

namespace yaodian {
namespace {

// The kinds of fault, in the order in which they are reported.
const Rule* const kRules[] = {&rule::broken_html, &rule::dead_link, &rule::inline_code,
                              &rule::outside_load};
enum Fault : uint8_t { broken, dead, code, outside, faults };

constexpr size_t kPagesLookedAt = 256;  // again, of those of one template with one fault
constexpr size_t kListed = 12;          // messages of one rule for one template

constexpr Text kEmpty{"是空的", "is empty"};
constexpr Text kAbsolute{"以 / 开头，在共享文件夹里打不开",
                         "begins with /, which leads nowhere in a shared folder"};
constexpr Text kAbove{"指到了网站外面的文件夹", "leads out of the site's folder"};
constexpr Text kFolder{"指到文件夹，没有写文件名", "leads to a folder, not to a file"};
constexpr Text kNoFile{"没有指到任何页面或文件", "leads to no page or file"};
constexpr Text kNoAnchor{"指到的页面里没有这个锚点", "names an anchor that its page has not"};
constexpr Text kScriptAddress{"地址里的脚本", "script in an address"};

constexpr std::string_view kNotFound = "404.html";  // is shown at any address

std::string_view folder_of(std::string_view path) {
  const size_t end = path.rfind('/');
  return end == path.npos ? std::string_view() : path.substr(0, end + 1);
}

uint64_t anchor_hash(uint64_t page, uint64_t id) {
  return (page ^ std::rotl(id, 23)) * kSpread | 1;
}

// The hash of an id as a fragment names it.
uint64_t id_hash(std::string_view value) {
  return value.find('&') == value.npos ? hash_of(value) : hash_of(decode_references(value));
}

// The length of the part of ADDRESS that is what it looks like.
size_t plain_part(std::string_view address) {
  const auto end = std::find_if(address.begin(), address.end(),
                                [](char c) { return (kClasses[byte(c)] & kInAddress) != 0; });
  return static_cast<size_t>(end - address.begin());
}

// The hash of the fragment of an address that begins with '#'.
uint64_t fragment_hash(std::string_view address) {
  address.remove_prefix(1);
  if (plain_part(address) == address.size()) return hash_of(address);
  return hash_of(read_page_address({}, "#" + std::string(address)).fragment);
}

// "#" and "#top" lead to the beginning of any page.
bool is_top(std::string_view address) { return address == "#" || address == "#top"; }

template <class Listener>
void scan_file(HtmlScanner<Listener>& scanner, Listener& listener, std::string_view path,
               std::string_view bytes) {
  if (path.ends_with(".html")) {
    scanner.scan(bytes);
  } else if (path.ends_with(".css")) {
    scan_css(bytes, [&](std::string_view address) { listener.link(address, true); });
  }
}

}  // namespace

// Counts, for one thread.
struct Verification::Tally {
  explicit Tally(const Verification& whole) : verification(whole), scanner(*this) {
    pages.resize(verification.files_.size());
  }

  void scan(uint32_t number, std::string_view bytes) {
    page = number;
    found = 0;
    const std::string_view path = verification.files_[page].path;
    page_hash = hash_of(path);
    folder_hash = path == kNotFound ? page_hash : hash_of(folder_of(path));
    ids.clear();
    fragments.clear();
    scan_file(scanner, *this, path, bytes);
    for (const uint64_t fragment : fragments) {
      if (!ids.contains(fragment)) found |= 1 << dead;
    }
    pages[page] = found;
  }

  void broken(std::string_view, const Text&) { found |= 1 << Fault::broken; }
  void code(std::string_view, const Text&) { found |= 1 << Fault::code; }

  void id(std::string_view value) {
    const uint64_t hash = id_hash(value);
    if (!ids.add(hash)) found |= 1 << Fault::broken;
    anchors.push_back(anchor_hash(page_hash, hash));
  }

  void link(std::string_view address, bool is_load) {
    if (address.starts_with('#')) {
      if (!is_top(address)) fragments.push_back(fragment_hash(address));
      return;
    }
    // Many addresses lead to one page, each to an anchor of its own: they are judged as one.
    const size_t end = plain_part(address);
    const bool split = end < address.size() && address[end] == '#';
    const std::string_view leads_to = split ? address.substr(0, end) : address;
    const uint64_t from = leads_to.starts_with('?') ? page_hash : folder_hash;
    const auto [verdict, made] = links.at(hash_of(leads_to, from + is_load));
    if (made) *verdict = verification.judge(page, leads_to, is_load);
    switch (verdict->kind) {
      case Verdict::fine:
        return;
      case Verdict::page:
        if (split && !is_top(address.substr(end)))
          want(anchor_hash(verdict->target, fragment_hash(address.substr(end))));
        return;
      case Verdict::anchor:
        return want(verdict->target);
      case Verdict::dead:
        found |= 1 << dead;
        return;
      case Verdict::code:
        found |= 1 << Fault::code;
        return;
      case Verdict::outside:
        found |= 1 << outside;
        return;
    }
  }

  void want(uint64_t anchor) {
    const std::pair<uint64_t, uint32_t> one(anchor, page);
    if (wanted.empty() || wanted.back() != one) wanted.push_back(one);
  }

  const Verification& verification;
  HtmlScanner<Tally> scanner;
  // Of the page that is being scanned:
  uint32_t page = 0;
  uint8_t found = 0;  // a bit for each kind of fault
  uint64_t page_hash = 0;
  uint64_t folder_hash = 0;
  PageIds ids;
  std::vector<uint64_t> fragments;  // that it links to in itself
  // Of all that this thread has scanned:
  HashTable<Verdict> links;                           // by folder and address as written
  std::vector<uint64_t> anchors;                      // that there are
  std::vector<std::pair<uint64_t, uint32_t>> wanted;  // anchors of other pages, by page
  std::vector<uint8_t> pages;                         // the faults of each file
};

// The files of one origin with one kind of fault.
struct Verification::Group {
  std::string origin;
  Fault fault;
  std::vector<uint32_t> pages;  // in order

  // Those that are looked at again.
  std::span<const uint32_t> first() const {
    return std::span(pages).first(std::min(pages.size(), kPagesLookedAt));
  }
};

// Writes the messages of one page.
class FaultWriter {
 public:
  FaultWriter(const Verification& verification, uint32_t page, const Source& source, Fault wanted,
              Diagnostics& out)
      : verification_(verification), page_(page), source_(source), wanted_(wanted), out_(out) {}

  void scan() {
    HtmlScanner<FaultWriter> scanner(*this);
    scan_file(scanner, *this, source_.path, source_.text);
    for (const std::string_view address : fragments_) {
      if (!ids_.contains(fragment_hash(address))) add(dead, address, kNoAnchor);
    }
  }

  void broken(std::string_view where, const Text& what) { add(Fault::broken, where, what); }
  void code(std::string_view where, const Text& what) { add(Fault::code, where, what); }

  void id(std::string_view value) {
    if (!ids_.insert(id_hash(value)).second)
      broken(value, {"编号在这一页用了两次", "an id is used twice on the page"});
  }

  void link(std::string_view address, bool is_load) {
    if (address.starts_with('#')) {
      if (!is_top(address)) fragments_.push_back(address);
      return;
    }
    const auto verdict = verification_.judge(page_, address, is_load);
    using Verdict = Verification::Verdict;
    if (verdict.kind == Verdict::dead) add(dead, address, *verdict.why);
    if (verdict.kind == Verdict::code) add(Fault::code, address, *verdict.why);
    if (verdict.kind == Verdict::outside) add(outside, address, kEmpty);
    if (verdict.kind == Verdict::anchor && verification_.dead_anchors_.contains(verdict.target))
      add(dead, address, kNoAnchor);
  }

 private:
  void add(Fault fault, std::string_view where, const Text& what) {
    if (fault != wanted_) return;
    const std::string_view before =
        std::string_view(source_.text)
            .substr(0, static_cast<size_t>(where.data() - source_.text.data()));
    const size_t newline = before.rfind('\n');
    const std::string_view line = newline == before.npos ? before : before.substr(newline + 1);
    const auto number = 1 + std::count(before.begin(), before.end(), '\n');
    const Position at{&source_, static_cast<uint32_t>(number),
                      static_cast<uint32_t>(1 + count_characters(line))};
    const std::string_view shown = first_characters(where, 120);
    out_.report(*kRules[fault], at, shown, {std::string(shown), what});
  }

  const Verification& verification_;
  uint32_t page_;
  const Source& source_;
  Fault wanted_;
  Diagnostics& out_;
  std::unordered_set<uint64_t> ids_;
  std::vector<std::string_view> fragments_;
};

Verification::Verification(std::vector<SiteFile> files, std::string root, IsForeign is_foreign)
    : files_(std::move(files)),
      root_(std::move(root)),
      is_foreign_(std::move(is_foreign)),
      index_(files_.size()) {
  for (uint32_t at = 0; at < files_.size(); ++at) *index_.at(hash_of(files_[at].path)).first = at;
}

Verification::~Verification() = default;

Verification::Verdict Verification::judge(uint32_t page, std::string_view address,
                                          bool is_load) const {
  const std::string_view path = files_[page].path;
  if (path == kNotFound && address.starts_with(root_)) address.remove_prefix(root_.size());
  const PageAddress read = read_page_address(folder_of(path), address);
  switch (read.leads) {
    case Leads::nowhere:
      return {Verdict::dead, 0, &kEmpty};
    case Leads::absolute:
      return {Verdict::dead, 0, &kAbsolute};
    case Leads::above:
      return {Verdict::dead, 0, &kAbove};
    case Leads::code:
      return {Verdict::code, 0, &kScriptAddress};
    case Leads::data:
      return is_load ? Verdict{} : Verdict{Verdict::code, 0, &kScriptAddress};
    case Leads::outside:
      return {is_load ? Verdict::outside : Verdict::fine, 0, nullptr};
    case Leads::inside:
      return judge_path(read.path.empty() ? path : std::string_view(read.path), read.fragment);
  }
  return {};
}

Verification::Verdict Verification::judge_path(std::string_view path,
                                               const std::string& fragment) const {
  if (path.ends_with('/')) return {Verdict::dead, 0, &kFolder};
  if (!index_.find(hash_of(path))) {
    if (is_foreign_ && is_foreign_(std::string(path))) return {};
    const bool folder = index_.find(hash_of(std::string(path) + "/index.html"));
    return {Verdict::dead, 0, folder ? &kFolder : &kNoFile};
  }
  if (!path.ends_with(".html")) return {};
  if (fragment.empty() || fragment == "top") return {Verdict::page, hash_of(path), nullptr};
  return {Verdict::anchor, anchor_hash(hash_of(path), hash_of(fragment)), nullptr};
}

std::unique_ptr<Verification::Tally> Verification::take_tally() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::make_unique<Tally>(*this);
  auto tally = std::move(idle_.back());
  idle_.pop_back();
  return tally;
}

void Verification::scan(std::string_view path, std::string_view bytes) {
  const uint32_t* found = index_.find(hash_of(path));
  if (!found) return;
  auto tally = take_tally();
  tally->scan(*found, bytes);
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(tally));
}

void Verification::find_dead_anchors() {
  size_t size = 0;
  for (const auto& tally : idle_) size += tally->anchors.size();
  HashSet anchors(size);
  for (const auto& tally : idle_) {
    for (const uint64_t anchor : tally->anchors) anchors.add(anchor);
  }
  parallel_for(idle_.size(), static_cast<unsigned>(idle_.size()), [&](unsigned, size_t at) {
    for (const auto& [target, page] : idle_[at]->wanted) {
      if (anchors.contains(target)) continue;
      idle_[at]->pages[page] |= 1 << dead;
      const std::lock_guard lock(mutex_);
      dead_anchors_.insert(target);
    }
  });
}

std::vector<Verification::Group> Verification::groups() const {
  std::map<std::pair<std::string_view, Fault>, std::vector<uint32_t>> found;
  for (uint32_t page = 0; page < files_.size(); ++page) {
    uint8_t bits = 0;
    for (const auto& tally : idle_) bits |= tally->pages[page];
    for (uint8_t fault = 0; bits != 0 && fault < faults; ++fault) {
      if (bits & 1 << fault) found[{files_[page].origin, Fault{fault}}].push_back(page);
    }
  }
  std::vector<Group> groups;
  for (auto& [key, pages] : found)
    groups.push_back({std::string(key.first), key.second, std::move(pages)});
  return groups;
}

std::map<uint32_t, const Source*> Verification::look_again(
    const std::vector<Group>& groups, const Again& again,
    std::vector<std::unique_ptr<const Source>>& pages) const {
  std::map<uint32_t, const Source*> sources;
  std::vector<std::string> paths;
  for (const Group& group : groups) {
    for (const uint32_t page : group.first()) {
      if (sources.emplace(page, nullptr).second) paths.emplace_back(files_[page].path);
    }
  }
  if (paths.empty()) return sources;
  auto texts = again(paths);
  for (auto& [page, source] : sources) {
    const std::string path(files_[page].path);
    pages.push_back(std::make_unique<const Source>(Source{path, path, std::move(texts[path])}));
    source = pages.back().get();
  }
  return sources;
}

// The same words from another page of the template are the same message.
void Verification::report_group(const Group& group,
                                const std::map<uint32_t, const Source*>& sources,
                                Diagnostics& diagnostics) const {
  std::set<std::pair<std::string, std::string_view>> seen;
  for (const uint32_t page : group.first()) {
    Diagnostics found;
    FaultWriter(*this, page, *sources.at(page), group.fault, found).scan();
    for (const Diagnostic& one : found.all()) {
      const auto& words = std::get<std::string>(one.arguments[0]);
      if (!seen.emplace(words, std::get<Text>(one.arguments[1]).en).second) continue;
      if (seen.size() > kListed) continue;
      std::vector<Argument> arguments = one.arguments;
      arguments.insert(arguments.end(), {group.origin, std::to_string(group.pages.size())});
      diagnostics.report(*one.rule, one.position, words, std::move(arguments));
    }
  }
  if (seen.size() > kListed) {
    diagnostics.report(rule::further_faults, {}, "",
                       {group.origin, std::to_string(seen.size() - kListed),
                        std::string(kRules[group.fault]->id)});
  }
}

void Verification::report(const Again& again, Diagnostics& diagnostics,
                          std::vector<std::unique_ptr<const Source>>& pages) {
  find_dead_anchors();
  const std::vector<Group> found = groups();
  const auto sources = look_again(found, again, pages);
  for (const Group& group : found) report_group(group, sources, diagnostics);
}

}  // namespace yaodian
