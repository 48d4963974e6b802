#include <algorithm>

#include "base/rules.h"
#include "model/assemble.h"
#include "read/fields.h"

#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 warns of the list that the vector of DownloadSettings begins with.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

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

constexpr Text kDownloads{"false，或者带 formats、units、figures 的映射",
                          "false, or a map with formats, units and figures"};
constexpr Text kFormat{"xlsx、csv 或 json", "xlsx, csv or json"};
constexpr Text kMost{"0 到 1000000 的整数", "a whole number from 0 to 1000000"};

// Reads how many there may be at most.
void read_most(Fields& fields, std::string_view key, size_t& most, Diagnostics& diagnostics) {
  const int number = fields.optional_integer(key, static_cast<int>(most));
  if (number >= 0 && number <= DownloadSettings::kMostFigures) {
    most = static_cast<size_t>(number);
  } else {
    diagnostics.report(rule::wrong_type, fields.position_of(key), std::to_string(number),
                       {std::string(key), kMost});
  }
}

void read_formats(Fields& fields, std::vector<FileKind>& kinds, Diagnostics& diagnostics) {
  static const std::vector<std::string> kNames = {"xlsx", "csv", "json"};
  const std::vector<yaml::Value>& values = fields.optional_items("formats");
  if (!values.empty()) kinds.clear();
  for (const yaml::Value& value : values) {
    const auto name = std::find(kNames.begin(), kNames.end(), value.text);
    const auto kind = static_cast<FileKind>(name - kNames.begin());
    if (name == kNames.end()) {
      diagnostics.report(rule::wrong_type, value.position, value.text,
                         {std::string("formats"), kFormat},
                         diagnostics.suggest(value.text, kNames));
    } else if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
      kinds.push_back(kind);
    }
  }
}

DownloadSettings read_downloads(const yaml::Value* value, Diagnostics& diagnostics) {
  DownloadSettings settings;
  if (!value) return settings;
  if (value->is_text() && value->text == "false") {
    settings.kinds.clear();
  } else if (!value->is_map()) {
    diagnostics.report(rule::wrong_type, value->position, value->text,
                       {std::string("downloads"), kDownloads});
  } else {
    Fields fields(*value, "downloads", diagnostics);
    read_formats(fields, settings.kinds, diagnostics);
    read_most(fields, "units", settings.units, diagnostics);
    read_most(fields, "figures", settings.figures, diagnostics);
  }
  return settings;
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
  site.language = fields.choice("language", {"zh", "en"}, 0) == 0 ? Language::zh : Language::en;
  site.has_search = fields.choice("search", {"true", "false"}, 0) == 0;
  site.downloads = read_downloads(fields.optional("downloads"), diagnostics);
  site.opens = {fields.optional_text("opens"), fields.position_of("opens")};
  for (const yaml::Value& publisher : fields.optional_items("publishers"))
    order.push_back({publisher.text, publisher.position});
  return site;
}

}  // namespace yaodian
