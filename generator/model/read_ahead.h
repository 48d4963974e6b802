// Parsing what there is much of before it is known what it is read against, on all cores.
#pragma once

#include <optional>
#include <unordered_map>

#include "base/diagnostic.h"
#include "model/register.h"
#include "read/content.h"
#include "read/yaml.h"

namespace yaodian {

// The registers, task tables and reports of a content. They go by the places of files: what is in
// them is found out when they are read.
class ReadAhead {
 public:
  // Parses them on JOBS threads. CONTENT must outlive this.
  ReadAhead(const Content& content, unsigned jobs);

  // Returns FILE as yaml::parse() does, with what that reports: parsed now if it is none of those.
  // Task tables and reports come with Lists::in_rows. It may be called from several threads, once
  // for a file.
  std::optional<yaml::Value> value_of(const ContentFile& file, Diagnostics& diagnostics);
  // Returns the register of units that FILE is; nothing where it could not be read.
  std::optional<Register> register_of(const ContentFile& file, Diagnostics& diagnostics);

 private:
  struct Parsed {
    std::optional<yaml::Value> value;
    std::optional<Register> units;  // instead, of a register
    Diagnostics diagnostics;
  };

  std::unordered_map<const ContentFile*, Parsed> parsed_;
};

}  // namespace yaodian
