#include <cstdio>
#include <filesystem>
#include <string>

#include <unistd.h>

#include "command/command.h"
#include "model/assemble.h"
#include "read/content.h"
#include "scaffold/new_files.h"
#include "scaffold/scaffold.h"

namespace yaodian {
namespace {

namespace fs = std::filesystem;

// What is there, if anything is.
Content content_in(const fs::path& folder, Diagnostics& found) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder, error))) return {folder.generic_string(), {}};
  return read_content(folder, 1, found);
}

void print_errors(const Diagnostics& diagnostics, Language language) {
  const bool colour = isatty(STDERR_FILENO) != 0;
  for (const Diagnostic& one : diagnostics.all())
    std::fputs(format(one, language, colour).c_str(), stderr);
  std::fputs(language == Language::zh ? "什么也没有建立。\n" : "Nothing was made.\n", stderr);
}

void print_made(const Scaffold& made, const fs::path& content, Language language) {
  const bool zh = language == Language::zh;
  std::puts(zh ? "已建立：" : "made:");
  for (const NewFile& file : made.files)
    std::printf("  %s\n", (content / file.path).generic_string().c_str());
  std::puts(zh ? "接下来：" : "next:");
  const std::string elsewhere = content == "content" ? "" : " --content " + content.string();
  const Step check{{"检查", "check it all"}, {"check", "check"}, {}};
  std::vector<Step> steps = made.steps;
  steps.push_back(check);
  for (const Step& step : steps) {
    const auto words = [&](const Text& text) {
      return fill_in(text.in(language), step.arguments, language);
    };
    std::printf("  - %s", words(step.text).c_str());
    if (!step.command.en.empty())
      std::printf("%s%s%s", zh ? "：yaodian " : ": yaodian ", words(step.command).c_str(),
                  elsewhere.c_str());
    std::puts("");
  }
}

}  // namespace

int run_new(const Arguments& arguments) {
  const fs::path& folder = arguments.build.content;
  Diagnostics found, diagnostics;
  const Content content = content_in(folder, found);
  Scaffold made;
  // A folder that cannot be read is no empty one.
  if (content.files.empty() && found.has_errors()) {
    diagnostics.take(std::move(found));
  } else {
    const Site site = assemble(content, 1, found);
    made = scaffold(arguments.request, content, site, found, diagnostics);
  }
  if (diagnostics.has_errors() || !write_new_files(folder, made.files, diagnostics)) {
    print_errors(diagnostics, arguments.language);
    return content_error;
  }
  if (!arguments.quiet) print_made(made, folder, arguments.language);
  return success;
}

}  // namespace yaodian
