// Putting an earlier site back.
#pragma once

#include <ctime>
#include <filesystem>
#include <optional>

#include "publish/place.h"

namespace yaodian {

struct Rollback {
  std::time_t published = 0;       // when the site that is back was published first
  size_t files = 0;                // that it has of Yaodian's
  std::optional<Failure> failure;  // why nothing was put back
  size_t kept = 0;  // how many earlier sites there are, where the one that is asked for is not
};

// Puts the NUMBERth of the earlier sites, from 1, in the place of OUTPUT; the site that stands
// there takes its number, so that the same again undoes it. Files of others in OUTPUT stay, and
// those that only the earlier site has do not come back. It is a failure if there is no such site,
// or if a file of others is in its way. Waits as a Publication does.
Rollback roll_back(const std::filesystem::path& output, size_t number, const OnWait& on_wait = {});

}  // namespace yaodian
