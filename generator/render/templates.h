// The templates: Mustache, read from a folder. Partials are put in when a template is loaded.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/position.h"
#include "base/word_list.h"
#include "render/mustache.h"
#include "render/view.h"

namespace yaodian {

// The templates as read, partials put in. It owns the texts that positions point into.
struct Templates {
  struct Page {
    std::string name;                         // "unit" for unit.html
    std::unique_ptr<const std::string> text;  // with partials; the steps point into it
    std::vector<mustache::Step> steps;
    std::vector<const Source*> sources;  // the file and its partials
    std::vector<const WordList::Entry*> words;
  };
  std::vector<std::unique_ptr<const Source>> files;
  std::vector<Page> pages;
};

// Reads the templates NAMES ("unit" is FOLDER/unit.html) and the partials they use ("{{> head}}" is
// FOLDER/head.html). Reports missing ones, partials that contain themselves, broken syntax, and
// {{{…}}} and {{&…}}, which nothing needs. "{{word/KEY}}" becomes the text that WORDS, which must
// outlive the templates, has for KEY; one that it lacks is reported. On JOBS threads.
Templates read_templates(const std::filesystem::path& folder, const std::vector<std::string>& names,
                         const WordList& words, unsigned jobs, Diagnostics& diagnostics);

// Returns the address of the asset NAME for "{{asset/NAME}}" in the page at PATH; "" if there is
// none.
using AssetLink = std::function<std::string(std::string_view path, std::string_view name)>;

// Makes OUT the template NAME of TEMPLATES filled in from VIEW for the page at PATH; what OUT held
// before is gone, its memory is used again. A name that VIEW does not give, on the way that this
// page takes through the template, is reported with its place in the template, and so is an asset
// that LINK does not know.
void fill_in(std::string& out, const Templates& templates, std::string_view name,
             std::string_view path, const View& view, const AssetLink& link,
             Diagnostics& diagnostics);

}  // namespace yaodian
