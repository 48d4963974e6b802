// Where a figure, a claim or a task of the ledger says that it stands.
#pragma once

#include "base/diagnostic.h"
#include "model/whereabouts.h"
#include "read/fields.h"

namespace yaodian {

// Reads the key "document" of FIELDS: "finance#一、工会财务工作" is short for
// "document:finance#…". Anything else is reported.
Whereabouts read_whereabouts(Fields& fields, Diagnostics& diagnostics);

}  // namespace yaodian
