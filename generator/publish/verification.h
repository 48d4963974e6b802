// Looks at every page as it was made, before anybody else does: templates are the users' own.
//
// Each page is scanned once, by the thread that made it and while it is in its cache; a page that
// is well costs a pass over its bytes and leaves a few numbers. What is wrong is only counted then.
// In the end the first pages with each kind of fault are made again and scanned for the messages.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "base/hash_table.h"

namespace yaodian {

// A file that the site is going to have. What it refers to must outlive the verification.
struct SiteFile {
  std::string_view path;    // from the site's root
  std::string_view origin;  // what an editor looks at if it is wrong: "templates/unit.html"
};

class Verification {
 public:
  // Returns true if a file that Yaodian did not make stands at PATH and will stay: links may lead
  // to it.
  using IsForeign = std::function<bool(const std::string& path)>;
  // Returns the bytes of the files at PATHS once more, by path.
  using Again =
      std::function<std::map<std::string, std::string>(const std::vector<std::string>& paths)>;

  // FILES are all that the site will have, in an order that does not change from run to run. ROOT
  // is where a server has the site ("/", "/plans/"): 404.html, which is shown at any address, links
  // from there; other pages must not, they are opened from folders too.
  Verification(std::vector<SiteFile> files, std::string root, IsForeign is_foreign);
  ~Verification();
  Verification(const Verification&) = delete;
  Verification& operator=(const Verification&) = delete;

  // Scans BYTES, those of the file at PATH: HTML and CSS, other files are not looked into. It may
  // be called from several threads.
  void scan(std::string_view path, std::string_view bytes);

  // Reports what is wrong with the files that were scanned: dead-link for a link, an asset or an
  // anchor that is not there; inline-code; outside-load; broken-html. The same fault of many pages
  // of a template is one message. PAGES are the texts that the messages point into.
  void report(const Again& again, Diagnostics& diagnostics,
              std::vector<std::unique_ptr<const Source>>& pages);

 private:
  friend class FaultWriter;
  struct Tally;
  struct Group;

  // Where a link leads. TARGET is the hash of a page of the site, which may be asked for an anchor,
  // or that of an anchor which is left to be looked for.
  struct Verdict {
    enum Kind : uint8_t { fine, page, anchor, dead, code, outside } kind = fine;
    uint64_t target = 0;
    const Text* why = nullptr;
  };
  Verdict judge(uint32_t page, std::string_view address, bool is_load) const;
  Verdict judge_path(std::string_view path, const std::string& fragment) const;
  std::unique_ptr<Tally> take_tally();
  void find_dead_anchors();
  std::vector<Group> groups() const;
  std::map<uint32_t, const Source*> look_again(
      const std::vector<Group>& groups, const Again& again,
      std::vector<std::unique_ptr<const Source>>& pages) const;
  void report_group(const Group& group, const std::map<uint32_t, const Source*>& sources,
                    Diagnostics& diagnostics) const;

  std::vector<SiteFile> files_;
  std::string root_;
  IsForeign is_foreign_;
  HashTable<uint32_t> index_;                  // of files, by the hash of the path
  std::mutex mutex_;                           // guards idle_
  std::vector<std::unique_ptr<Tally>> idle_;   // one for each thread that ever scanned
  std::unordered_set<uint64_t> dead_anchors_;  // the targets that were not found
};

}  // namespace yaodian
