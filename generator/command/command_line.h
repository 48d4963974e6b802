// From the words of the command line to what they ask for.
#pragma once

#include <optional>

#include "command/arguments.h"

namespace yaodian {

// Reads ARGV into ARGUMENTS. Returns the exit status if the program ends here: after help or the
// version, which have been shown, and after wrong usage, which has been explained.
std::optional<int> parse_command_line(int argc, char** argv, Arguments& arguments);

}  // namespace yaodian
