// What the command line asks for.
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostic.h"
#include "build.h"
#include "scaffold/scaffold.h"

namespace yaodian {

enum class Command : uint8_t { build, check, rollback, create };

struct Arguments {
  Command command = Command::build;
  Language language = Language::zh;
  BuildOptions build;  // its content is also that of new, its output that of rollback
  Request request;     // of new
  size_t to = 1;       // of rollback: which of the earlier sites
  bool quiet = false;
  bool timings = false;
};

// How the program ends.
enum Exit : int { success = 0, content_error = 1, usage_error = 2 };

}  // namespace yaodian
