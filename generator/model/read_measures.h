// What columns, targets and figures say of the shared measure that they are of.
#pragma once

#include "model/measures.h"
#include "read/fields.h"

namespace yaodian {

// Reads the keys "measure" and "differs" of FIELDS. The latter alone is reported: it differs from
// nothing.
MeasureUse read_measure_use(Fields& fields);

}  // namespace yaodian
