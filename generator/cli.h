// The command line.
#pragma once

namespace yaodian {

// Runs the program as ARGV says. Returns its exit status: 0, 1 for errors in the content or in
// publishing, 2 for wrong usage.
int run(int argc, char** argv);

}  // namespace yaodian
