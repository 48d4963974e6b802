#include "base/rules.h"
#include "model/assemble.h"
#include "read/fields.h"

namespace yaodian {
namespace {

// True for "", "https://host" and "http://host/path/": no query, no fragment, no empty step.
bool is_base_url(std::string_view url) {
  if (url.empty()) return true;
  const size_t scheme = url.starts_with("https://")  ? 8
                        : url.starts_with("http://") ? 7
                                                     : url.size();
  const std::string_view rest = url.substr(scheme);
  return !rest.empty() && rest.front() != '/' && rest.find("//") == rest.npos &&
         rest.find_first_of("?# \\\"<>") == rest.npos;
}

// A list of encodings, or one.
void read_encodings(Fields& fields, Encodings& encodings, Diagnostics& diagnostics) {
  for (const std::string& name : fields.optional_texts("compress")) {
    if (encodings.add(name)) continue;
    diagnostics.report(rule::not_a_choice, fields.position_of("compress"), name,
                       {std::string("compress"), name, std::string("gzip、brotli")});
  }
}

}  // namespace

Site read_site(const yaml::Value& file, std::vector<Reference>& order, Diagnostics& diagnostics) {
  Fields fields(file, "site.yaml", diagnostics);
  Site site;
  site.title = fields.text("title");
  site.base_url = fields.optional_text("base_url");
  if (!is_base_url(site.base_url)) {
    diagnostics.report(
        rule::wrong_type, fields.position_of("base_url"), site.base_url,
        {std::string("base_url"), Text{"网址，如 https://plans.example/union/",
                                       "an address like https://plans.example/union/"}});
  }
  site.shows_files = fields.choice("files", {"true", "false"}, 0) == 0;
  read_encodings(fields, site.compress, diagnostics);
  site.has_search = fields.choice("search", {"true", "false"}, 0) == 0;
  site.opens = {fields.optional_text("opens"), fields.position_of("opens")};
  for (const yaml::Value& publisher : fields.optional_items("publishers"))
    order.push_back({publisher.text, publisher.position});
  return site;
}

}  // namespace yaodian
