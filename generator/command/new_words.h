// The words of "yaodian new" as they were given, and what they ask for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scaffold/scaffold.h"

namespace yaodian {

struct NewWords {
  std::string path;  // "haidian", "haidian/2018", "haidian/2018/allocation"
  std::string from;
  std::string as_of;
  std::vector<std::string> units;    // "dongshan:东山街道总工会"
  std::vector<std::string> columns;  // "members:发展会员数:人"
};

// Returns where a KIND goes, with an example: "PUBLISHER/YEAR, like haidian/2019".
Text place_of(NewKind kind);

// Returns what a KIND is, for the help.
Text purpose_of(NewKind kind);

// Returns the end of the help: an example of each kind that differs.
Text new_examples();

// Reads WORDS, of which those of REQUEST that need no reading are there already, into REQUEST.
// CONTENT is the content folder as the user named it: a path may begin with it, as the shell
// completes it. Returns what is wrong with them, in both languages, if anything is.
std::optional<std::string> read_request(const NewWords& words, const std::string& content,
                                        Language language, Request& request);

}  // namespace yaodian
