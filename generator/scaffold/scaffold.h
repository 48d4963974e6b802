// New content: the files of a publisher, a year, a table, a report or a document, made from what is
// in the content already, so that an editor only fills in. What is made is valid at once.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/plan.h"
#include "read/content.h"
#include "scaffold/new_files.h"

namespace yaodian {

enum class NewKind : uint8_t { publisher, plan, table, report, document };

// What is to be made. Texts are UTF-8 on one line.
struct Request {
  NewKind kind = NewKind::publisher;
  std::string publisher;
  std::string year;                               // of all but a publisher
  std::string id;                                 // of a table, report or document
  std::string title;                              // of a publisher its name; of a plan it may be ""
  std::vector<std::array<std::string, 2>> units;  // of a publisher: id and name
  std::vector<std::array<std::string, 3>> columns;  // of a table: id, title, unit of count
  std::optional<Date> as_of;                        // of a report, where its id is no date
  std::string from;                                 // of a plan: the year whose tables it repeats
  std::vector<std::string> tables;                  // of a report: only these; all where empty
  bool all = false;                                 // of a report: also what was never reported
  bool csv = false;                                 // of a table or report: rows in CSV files
  std::string document_kind = "work-points";
  std::string department;  // of a document
};

// What an editor does next, in words and perhaps by a command without the name of the program, both
// with {0}, {1} … for the arguments.
struct Step {
  Text text;
  Text command;
  std::vector<Argument> arguments;
};

// What is made, and what is to be said of it.
struct Scaffold {
  std::vector<NewFile> files;
  std::vector<Step> steps;
};

// Returns the files that REQUEST asks for. CONTENT is what there is, of which SITE has been
// assembled with the messages FOUND. Nothing is made, and DIAGNOSTICS say why, if an id cannot be
// part of an address, a file is there already, what it belongs to is missing, or what it is made
// from has errors; those are then taken from FOUND.
Scaffold scaffold(const Request& request, const Content& content, const Site& site,
                  const Diagnostics& found, Diagnostics& diagnostics);

}  // namespace yaodian
