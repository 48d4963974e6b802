#include "check/observed.h"

namespace yaodian {

std::string Observed::name(const Subject& subject) const {
  return row ? std::string(row->label) + " " + std::string(subject.title)
             : std::string(subject.title);
}

std::string Observed::address_in(const Subject& subject, const Register& units) const {
  const std::string_view unit = row ? std::string_view(units.units[row->unit].id) : "";
  std::string address = "report:" + report->id;
  for (const std::string_view one : {subject.id, subject.part, unit})
    if (!one.empty()) address.append(".").append(one);
  return address;
}

}  // namespace yaodian
