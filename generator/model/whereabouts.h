// Where the source states something: a document of the plan, or a section of it.
#pragma once

#include "base/position.h"
#include "read/address.h"

namespace yaodian {

// Empty where nothing is said.
struct Whereabouts {
  Address document;  // "document:finance#anchor"
  bool given = false;
  Position position;  // where it is written
};

}  // namespace yaodian
