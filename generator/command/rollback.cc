#include "publish/rollback.h"

#include <cstdio>
#include <ctime>
#include <string>

#include <unistd.h>

#include "base/rules.h"
#include "command/command.h"

namespace yaodian {

OnWait waiting(const Arguments& arguments) {
  if (arguments.quiet) return {};
  return [folder = arguments.build.output.generic_string(),
          language = arguments.language](pid_t holder) {
    const bool zh = language == Language::zh;
    const std::string process =
        holder == 0 ? "" : (zh ? "，进程 " : ", process ") + std::to_string(holder);
    std::fprintf(stderr,
                 zh ? "正在等待另一个发布结束：%s%s\n" : "waiting for another publication: %s%s\n",
                 folder.c_str(), process.c_str());
  };
}

int run_rollback(const Arguments& arguments) {
  const Rollback rollback = roll_back(arguments.build.output, arguments.to, waiting(arguments));
  if (const auto& failure = rollback.failure) {
    Diagnostics diagnostics;
    Argument reason = failure->reason;
    constexpr Text kOne{"只保留了一个更早的网站：--to 1", "only one earlier site is kept: --to 1"};
    constexpr Text kSome{"只保留了 {0} 个更早的网站，--to 后面写 1 到 {0}",
                         "earlier sites kept: {0}; give --to a number from 1 to {0}"};
    if (rollback.kept == 1)
      reason = kOne;
    else if (rollback.kept > 1)
      reason = fill_in(kSome.in(arguments.language), {std::to_string(rollback.kept)},
                       arguments.language);
    diagnostics.report(rule::cannot_roll_back, {}, "", {failure->path, std::move(reason)});
    std::fputs(
        format(diagnostics.all().front(), arguments.language, isatty(STDERR_FILENO) != 0).c_str(),
        stderr);
    return content_error;
  }
  if (arguments.quiet) return success;
  char time[32];
  std::tm local{};
  std::strftime(time, sizeof time, "%Y-%m-%d %H:%M", localtime_r(&rollback.published, &local));
  std::printf(arguments.language == Language::zh
                  ? "已换回 %s 发布的网站（%zu 个文件）；再运行一次就换回来\n"
                  : "the site published %s is back (%zu files); once more undoes it\n",
              time, rollback.files);
  return success;
}

}  // namespace yaodian
