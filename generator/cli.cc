#include "cli.h"

#include "command/command.h"
#include "command/command_line.h"

namespace yaodian {

int run(int argc, char** argv) {
  Arguments arguments;
  if (const auto status = parse_command_line(argc, argv, arguments)) return *status;
  switch (arguments.command) {
    case Command::rollback:
      return run_rollback(arguments);
    case Command::create:
      return run_new(arguments);
    default:
      return run_build(arguments);
  }
}

}  // namespace yaodian
