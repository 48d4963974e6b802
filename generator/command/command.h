// The commands. Each does what ARGUMENTS say, tells the user on the terminal, and returns the exit
// status.
#pragma once

#include "command/arguments.h"

namespace yaodian {

int run_build(const Arguments& arguments);  // build and check
int run_rollback(const Arguments& arguments);
int run_new(const Arguments& arguments);

// Says on the terminal that another publication is waited for.
OnWait waiting(const Arguments& arguments);

}  // namespace yaodian
